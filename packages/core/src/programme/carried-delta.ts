import type { Carried, CarriedDelta } from '../contract/carried.ts'
import { canonical } from '../kernel/json.ts'

/** Of a text, hexadecimal and at least 32 long: SHA-256, which browsers and servers each have in their own way. */
export type Digest = (text: string) => Promise<string>

/** FIELD-20 The same programmes have the same stamp: whoever has them is given nothing. */
export const stampOf = async (carried: Carried, digest: Digest): Promise<string> =>
  (await digest(canonical(carried))).slice(0, 32)

/** FIELD-28 By what one side knows of each programme whether the other has it in the same words. */
export const marksOf = (programmes: Carried['programmes'], digest: Digest): Promise<readonly string[]> =>
  Promise.all(programmes.map(async (programme) => (await digest(canonical(programme))).slice(0, 12)))

/** FIELD-28 What a phone lacks that has programmes with these marks: those that are new or other, and which of its own are gone. */
export async function deltaFor(carried: Carried, had: readonly string[], digest: Digest): Promise<CarriedDelta> {
  const { programmes, ...rest } = carried
  const marks = await marksOf(programmes, digest)
  const [here, there] = [new Set(marks), new Set(had)]
  return {
    ...rest,
    programmes: programmes.filter((_, at) => !there.has(marks[at] ?? '')),
    gone: had.flatMap((mark, at) => (here.has(mark) ? [] : [at])),
  }
}

/** FIELD-28 What a phone carries once it has taken that in, in the order in which all of it is given. */
export function withDelta(kept: Carried, { gone, ...delta }: CarriedDelta): Carried {
  const out = new Set(gone)
  const stays = kept.programmes.filter((_, at) => !out.has(at))
  return {
    ...delta,
    programmes: [...stays, ...delta.programmes].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  }
}
