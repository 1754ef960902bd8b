import type { Json } from '../kernel/json.ts'
import type { Values } from './registry.ts'
import { masked } from './said.ts'
import { differenceOf } from './values.ts'

/** A field that two people changed: what stands there since the one was quicker, and what the other gives. Numbers masked. */
export interface Clash {
  readonly variable: string
  readonly stands: Json
  readonly given: Json
  /** What places are called that stand here by their code. */
  readonly names?: Readonly<Record<string, string>>
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

/** The codes of villages in what clashes: their names are known elsewhere. */
export const villagesIn = (clashes: readonly Clash[]): readonly string[] =>
  clashes.filter(isVillage).flatMap(({ stands, given }) => [stands, given].filter((code) => typeof code === 'string'))

/** REGISTRY-21 The same, with the names of its villages: nobody knows one by its code. */
export const withNames = (clashes: readonly Clash[], names: ReadonlyMap<string, string>): readonly Clash[] =>
  clashes.map((clash) => (isVillage(clash) ? { ...clash, names: Object.fromEntries(names) } : clash))

const isVillage = ({ variable }: Clash): boolean => variable === 'kode_kelurahan_desa'

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
