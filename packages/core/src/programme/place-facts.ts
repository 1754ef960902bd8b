import { indicatorData, localName } from '../registry/indicators.ts'
import type { Fact, Names } from './fact.ts'
import type { ProgrammeRow } from './programme.ts'
import { keyOf } from './programme.ts'

/** What somebody has of a programme: nothing ever, something once, something now. */
export const takings = ['receives', 'stopped', 'never'] as const
export type Taking = (typeof takings)[number]

/** No variable and no indicator begins so. */
const takingPrefix = 'program-'
/** The fact that says what somebody has of a programme. */
export const takingOf = (key: string): string => `${takingPrefix}${key}`
/** The programme whose fact it is; null for every other fact. */
export const takenBy = (fact: string): string | null =>
  fact.startsWith(takingPrefix) ? fact.slice(takingPrefix.length) : null

/** Whose what a programme gives is: a family has it as a whole, anything else somebody by themselves. */
export const holderOf = ({ unit }: Pick<ProgrammeRow, 'unit'>): 'person' | 'family' =>
  unit === 'family' ? 'family' : 'person'

/** PROG-17 What people have of programmes, as facts: a rule may ask that somebody is not in another one yet. */
export const factsOfProgrammes = (
  programmes: readonly Pick<ProgrammeRow, 'id' | 'code' | 'name' | 'unit'>[],
): readonly Fact[] =>
  programmes.map((programme) => ({
    name: takingOf(keyOf(programme)),
    of: holderOf(programme),
    kind: 'code',
    codes: takings,
    names: { id: programme.name, en: programme.name },
  }))

interface Item {
  readonly code: string
  readonly names: Names
  readonly data: unknown
}

/** PROG-17 What a district asks beside the official variables, as facts. Words decide about nothing. */
export const factsOfIndicators = (items: readonly Item[]): readonly Fact[] =>
  items.flatMap(({ code, names, data }): readonly Fact[] => {
    const read = indicatorData.safeParse(data)
    if (!read.success || read.data.kind === 'text') return []
    const { of, kind } = read.data
    const amount = kind === 'count' || kind === 'quantity'
    return [{ name: localName(code), of, kind, names, ...(amount ? { least: 0 } : {}) }]
  })

/** A fact of a place as it crosses a wire. */
export interface PlaceFact {
  readonly name: string
  readonly of: 'person' | 'family'
  readonly kind: Fact['kind']
  readonly names: Names
}

/** Those of a vocabulary that only its place knows. */
export const placeFactsIn = (facts: Iterable<Fact>): readonly PlaceFact[] =>
  [...facts].flatMap(({ name, of, kind, names }) =>
    names && of !== 'case' ? [{ name, of, kind, names: { id: names.id, en: names.en } }] : [],
  )

/** The fact that was written down so. */
export const factFrom = ({ name, of, kind, names }: PlaceFact): Fact => ({
  name,
  of,
  kind,
  names,
  ...(takenBy(name) === null ? {} : { codes: takings }),
  ...(kind === 'count' || kind === 'quantity' ? { least: 0 } : {}),
})
