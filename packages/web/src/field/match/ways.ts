import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { Fact, Vocabulary } from '@openslrt/core/programme/fact.ts'
import type { Missing } from '@openslrt/core/programme/pending.ts'
import { takenBy } from '@openslrt/core/programme/place-facts.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import { keyOf } from '@openslrt/core/programme/programme.ts'
import { chaptersOf } from '@openslrt/core/registry/questionnaire.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import type { Household } from './household.ts'

/** FIELD-22 How what is missing can be found out here: by a question, by an answer, by saying what somebody has. */
export type WayToKnow =
  | { readonly kind: 'ask' | 'told' | 'member'; readonly href: string }
  | {
      readonly kind: 'answer'
      readonly of: Holder
      readonly id: string
      readonly version: number
      readonly ask: string
    }

export interface Around {
  readonly household: Household
  readonly vocabulary: Vocabulary
  readonly programmes: readonly Pick<ProgrammeRow, 'id' | 'code'>[]
  readonly local: readonly Variable[]
  readonly day: Day
  /** The member whose programme it is; null where it is the family's. */
  readonly member: number | null
}

/** Null where nobody at the door can tell: a desil comes from outside. */
export function wayToKnow(missing: Missing, around: Around): WayToKnow | null {
  const { household, member } = around
  if (missing.kind === 'members')
    return household.family && { kind: 'member', href: `/tanya/baru/${household.family.id}` }
  if (missing.kind === 'fact') return wayOfFact(missing.fact, missing.member, around)
  const found = holderOf(around, missing.member ?? member)
  return found && { kind: 'answer', of: found.of, id: found.row.id, version: found.row.version, ask: missing.ask }
}

function holderOf({ household }: Around, nth: number | null) {
  if (nth === null) return household.family && { of: 'family' as const, row: household.family }
  const person = household.members[nth]
  return person ? { of: 'person' as const, row: person } : null
}

function wayOfFact(name: string, nth: number | null, around: Around): WayToKnow | null {
  const fact = around.vocabulary.get(name)
  const found = fact ? holderOf(around, whoseOf(fact, nth, around)) : null
  if (!found) return null
  const taken = takenBy(name)
  if (taken !== null) {
    const programme = around.programmes.find((one) => keyOf(one) === taken)
    return programme ? { kind: 'told', href: `/penerimaan/${found.row.id}?program=${programme.id}` } : null
  }
  const { of, row } = found
  if (!isAsked(name, { of, said: row.said }, around)) return null
  return { kind: 'ask', href: `/tanya/${of === 'family' ? 'keluarga' : 'warga'}/${row.id}?tanya=${name}` }
}

const whoseOf = ({ of }: Fact, nth: number | null, { member }: Around): number | null =>
  of === 'person' ? (nth ?? member) : null

/** Whether the questionnaire asks it of them: not everything is a question, and age or another answer may leave it idle. */
const isAsked = (
  name: string,
  holder: { readonly of: Holder; readonly said: Household['members'][number]['said'] },
  { day, local }: Around,
): boolean =>
  chaptersOf({ ...holder, day, local, also: [name] }, { typed: {}, passed: [] }).some(({ questions }) =>
    questions.some(({ variable }) => variable.name === name),
  )
