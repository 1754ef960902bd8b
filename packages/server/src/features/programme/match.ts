import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CaseRow } from '@openslrt/core/case/case.ts'
import type { MatchAnswer } from '@openslrt/core/contract/programme-queries.ts'
import { factsFrom } from '@openslrt/core/programme/facts-of.ts'
import { matchFamily } from '@openslrt/core/programme/match.ts'
import { offeredAt } from '@openslrt/core/programme/programme.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { besideOf, roomsFor } from './beside.ts'
import { answerOf } from './lines.ts'
import { catalogueOf } from './load.ts'
import { selectClient, selectFamily, selectMembers, selectPerson } from './queries-people.ts'
import { vocabularyFor } from './vocabulary.ts'

/** Who programmes are held against, and the reader who may see them. */
export interface Around {
  readonly client: PoolClient
  readonly actor: StaffActor
  readonly district: string
}

/** A family with its people as far as they are seen. */
export interface Household {
  readonly family: FamilyRow | null
  readonly members: readonly PersonRow[]
}

export async function householdOfFamily(around: Around, id: string): Promise<Household | null> {
  const { client, actor, district } = around
  const row = await selectFamily(client, actor, district, id)
  if (!row) return null
  const members = await selectMembers(client, actor, district, [id])
  return { family: rowOf('family', row, null), members: members.map((member) => rowOf('person', member, null)) }
}

/** Somebody without a family is held against programmes alone. */
export async function householdOfPerson(around: Around, id: string): Promise<Household | null> {
  const row = await selectPerson(around.client, around.actor, around.district, id)
  return row ? householdOf(around, rowOf('person', row, null)) : null
}

async function householdOf(around: Around, person: PersonRow): Promise<Household> {
  const known = person.family === null ? null : await householdOfFamily(around, person.family)
  return known ?? { family: null, members: [person] }
}

export async function householdOfCase(around: Around, nik: Buffer): Promise<Household | null> {
  const row = await selectClient(around.client, around.actor, around.district, nik)
  return row ? householdOf(around, rowOf('person', row, null)) : null
}

/** MATCH-4 Holds the programmes of their village against a household, and against each of its people. */
export async function matchHousehold(
  parts: Pick<CaseParts, 'reference'>,
  { client, actor, district }: Around,
  household: Household | null,
  kase: CaseRow | null = null,
): Promise<MatchAnswer> {
  const { reference } = parts
  const { day, categories } = reference.policyFor(district, Date.now(), Date.now())
  const place = household ? placeOf(household) : null
  if (!household || !place) {
    const nobody = { family: null, members: [], facts: [], mayAnswer: false, groups: [] }
    return { today: day, known: false, ...nobody }
  }
  const asked = kase ? { case: { ...kase, sector: categories.get(kase.category)?.sector ?? null } } : {}
  const catalogue = await catalogueOf(client, place)
  const programmes = offeredAt(place, catalogue, day)
  const vocabulary = vocabularyFor(parts, actor, { place, day, catalogue })
  const rooms = await roomsFor(client, district, place, { day, programmes })
  const beside = await besideOf(client, actor, idsOf(household, district), catalogue)
  const groups = matchFamily(factsFrom({ ...household, ...asked, beside }), programmes, { vocabulary, day, rooms })
  const mayAnswer = actor.permissions.has('registry.edit')
  return answerOf({ today: day, vocabulary, mayAnswer }, household, groups)
}

const idsOf = ({ family, members }: Household, district: string) => ({
  district,
  families: family ? [family.id] : [],
  people: members.map(({ id }) => id),
})

const placeOf = ({ family, members }: Household) => family?.place ?? members[0]?.place ?? null
