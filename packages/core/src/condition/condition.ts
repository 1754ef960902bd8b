import type { Day } from '../kernel/instant.ts'
import { receiving } from '../load/export.ts'
import { metNeed, unmetNeed } from '../need/moves.ts'
import type { NeedStatus, ParticipationStatus } from '../need/need.ts'
import type { Rule } from '../programme/evaluate.ts'
import { asMember, ready } from '../programme/evaluate.ts'
import type { FactSet } from '../programme/fact-set.ts'
import { factsFrom } from '../programme/facts-of.ts'
import { ageOf } from '../programme/sums.ts'
import type { Truth } from '../programme/truth.ts'
import { vocabulary } from '../programme/vocabulary.ts'
import type { FamilyRow, PersonRow } from '../registry/registry.ts'

/** CONDITION-1 What is counted of the registry, of whom, and what it may be. A snapshot is named by its quarter. */
export const faces = {
  desil: { of: 'family', values: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'unknown'] },
  snapshot: { of: 'family', values: null },
  house: { of: 'family', values: ['inadequate', 'adequate', 'unknown'] },
  programmes: { of: 'family', values: ['none', 'one', 'several'] },
  needs: { of: 'family', values: ['unmet', 'open', 'none'] },
  disability: { of: 'person', values: ['with', 'without', 'unknown'] },
  school: { of: 'pupil', values: ['out', 'in', 'unknown'] },
} as const
export type Face = keyof typeof faces
export const faceNames = [
  'desil',
  'snapshot',
  'house',
  'programmes',
  'needs',
  'disability',
  'school',
] as const satisfies readonly Face[]

/** One more of a value. */
export interface Mark {
  readonly face: Face
  readonly value: string
}

/** Those who live together as the registry has them; `family` is null of somebody whom no family holds. */
export interface Home {
  readonly family: Pick<FamilyRow, 'values' | 'desil' | 'desilOn'> | null
  readonly members: readonly Pick<PersonRow, 'values' | 'birthDate' | 'sex'>[]
  /** What the family and its members were said to have of programmes. */
  readonly taken: readonly {
    readonly programme: string
    readonly status: ParticipationStatus
    readonly until: Day | null
  }[]
  readonly needs: readonly { readonly status: NeedStatus }[]
}

/** CONDITION-2 Ages at which a child ought to be at school: twelve years of compulsory learning (UU 20/2003, PP 47/2008 and the programme of 2015). */
const schoolAge = { from: 7, to: 18 } as const
const atSchool = '2'

/** CONDITION-1 Makes the law ready for a day: it then says of home after home what there is to count. */
export function conditionsOn(day: Day): (home: Home) => readonly Mark[] {
  const house = ready({ fact: 'rumah_layak', is: 'eq', value: true }, vocabulary, day)
  const hard = ready({ fact: 'disabilitas', is: 'eq', value: true }, vocabulary, day)
  return (home) => {
    const facts = factsFrom({ family: home.family, members: home.members })
    const people = facts.members.flatMap((member) => ofMember(asMember(facts, member), hard, day))
    return home.family ? [...ofFamily(home, home.family, house(facts), day), ...people] : people
  }
}

function ofFamily(
  { taken, needs }: Home,
  family: NonNullable<Home['family']>,
  house: Truth,
  day: Day,
): readonly Mark[] {
  const programmes = new Set(taken.filter((one) => hasNow(one, day)).map(({ programme }) => programme)).size
  return [
    { face: 'desil', value: family.desil === null ? 'unknown' : String(family.desil) },
    {
      face: 'snapshot',
      value: family.desil === null || family.desilOn === null ? 'unknown' : quarterOf(family.desilOn),
    },
    { face: 'house', value: { met: 'adequate', 'not-met': 'inadequate', unknown: 'unknown' }[house] },
    { face: 'programmes', value: ['none', 'one'][programmes] ?? 'several' },
    { face: 'needs', value: standingOf(needs) },
  ]
}

function ofMember(facts: FactSet, hard: Rule, day: Day): readonly Mark[] {
  const age = ageOf(facts, day)
  const pupil = age !== undefined && age >= schoolAge.from && age <= schoolAge.to
  return [
    { face: 'disability', value: disabilityOf(facts, hard(facts)) },
    ...(pupil ? [{ face: 'school', value: schoolOf(facts) } as const] : []),
  ]
}

/** CONDITION-3 By the official variable or by what somebody finds hard; without one only where either was asked. */
function disabilityOf({ person }: FactSet, hard: Truth): string {
  const said = person['penyandang_disabilitas']
  if (hard === 'met' || (Array.isArray(said) && said.length > 0)) return 'with'
  return hard === 'not-met' || Array.isArray(said) ? 'without' : 'unknown'
}

function schoolOf({ person }: FactSet): string {
  const said = person['partisipasi_sekolah']
  if (typeof said !== 'string' || said === '') return 'unknown'
  return said === atSchool ? 'in' : 'out'
}

const hasNow = ({ status, until }: Home['taken'][number], day: Day): boolean =>
  status === receiving && (until === null || until >= day)

/** CONDITION-4 A need that was told to be unmet weighs more than one that is still being worked on. */
function standingOf(needs: Home['needs']): string {
  if (needs.some(({ status }) => status === unmetNeed)) return 'unmet'
  return needs.some(({ status }) => status !== metNeed) ? 'open' : 'none'
}

/** "2026-Q3": desil are given anew each quarter. */
const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
