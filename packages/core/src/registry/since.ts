import type { Json } from '../kernel/json.ts'
import type { Values } from './registry.ts'
import { masked } from './said.ts'
import { differenceOf } from './values.ts'

/** A field that two people changed: what stands there since the one was quicker, and what the other gives. Numbers masked. */
export interface Clash {
  readonly variable: string
  readonly stands: Json
  readonly given: Json
}

/**
 * REGISTRY-21 Where somebody would write over what they never saw: the fields of which another value was given since they
 * looked, and which differ from what they give now. Of everything else both are heard, whoever comes first.
 */
export function clashesOf(said: Values, given: Values, since: readonly Values[]): readonly Clash[] {
  const touched = new Set(since.flatMap((values) => Object.keys(values)))
  const [stands, gives] = [masked(said), masked(given)]
  return Object.keys(differenceOf(said, given).values)
    .filter((variable) => touched.has(variable))
    .map((variable) => ({ variable, stands: stands[variable] ?? null, given: gives[variable] ?? null }))
}

/**
 * REGISTRY-21 What was given since somebody looked at a version, by the records of it; null where one of the steps since is
 * not among them (whoever was moved along, or what an older release wrote): then nobody can say what it changed.
 */
export function givenSince(
  { seen, now }: { readonly seen: number; readonly now: number },
  records: readonly { readonly base: number | null; readonly values: Values }[],
): readonly Values[] | null {
  const later = new Map(
    records.flatMap(({ base, values }) =>
      base !== null && base >= seen && base < now ? [[base, values] as const] : [],
    ),
  )
  return later.size === now - seen ? [...later.values()] : null
}
