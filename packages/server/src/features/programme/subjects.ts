import type { Beside } from '@openslrt/core/programme/beside-facts.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { comparisonsIn } from '@openslrt/core/programme/criterion.ts'
import type { FactSet } from '@openslrt/core/programme/fact-set.ts'
import { factsFrom } from '@openslrt/core/programme/facts-of.ts'
import { takenBy } from '@openslrt/core/programme/place-facts.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { besideOf } from './beside.ts'
import type { Around } from './match.ts'
import { selectFamilies, selectMembers, selectSlice } from './queries-people.ts'

/** Somebody, or a family, whom a rule is held against. */
export interface Subject {
  readonly name: string
  readonly members: readonly string[]
  readonly facts: FactSet
}

/** What a rule asks that its rows do not say. */
export interface Asking {
  readonly rule: Criterion
  readonly catalogue: readonly ProgrammeRow[]
}

interface Slice {
  readonly after: string | null
  readonly limit: number
}

/** A slice of the subjects that a reader sees, and the id of the last. */
export interface Subjects {
  readonly subjects: readonly Subject[]
  readonly ids: readonly string[]
}

export async function familiesIn(around: Around, asking: Asking, slice: Slice): Promise<Subjects> {
  const { client, actor, district } = around
  const rows = await selectSlice(client, actor, district, 'family', slice)
  const families = rows.map((row) => rowOf('family', row, null))
  const members = await membersOf(
    around,
    families.map(({ id }) => id),
  )
  const beside = await besideAll(around, asking, families, [...members.values()].flat())
  const subjects = families.map((family) => {
    const people = members.get(family.id) ?? []
    const head = people.find(({ values }) => values['status_hubungan_keluarga'] === '1') ?? people[0]
    const facts = factsFrom({ family, members: people, beside: beside(family, people) })
    return { name: head?.name ?? family.address, members: people.map(({ name }) => name), facts }
  })
  return { subjects, ids: families.map(({ id }) => id) }
}

export async function peopleIn(around: Around, asking: Asking, slice: Slice): Promise<Subjects> {
  const { client, actor, district } = around
  const rows = await selectSlice(client, actor, district, 'person', slice)
  const people = rows.map((row) => rowOf('person', row, null))
  const wanted = [...new Set(people.flatMap(({ family }) => family ?? []))]
  const families = (await selectFamilies(client, actor, district, wanted)).map((row) => rowOf('family', row, null))
  const byId = new Map<string | null, FamilyRow>(families.map((family) => [family.id, family]))
  const members = await membersOf(around, wanted)
  const beside = await besideAll(around, asking, families, [...people, ...[...members.values()].flat()])
  const subjects = people.map((person) => {
    const family = byId.get(person.family) ?? null
    const household = (person.family && members.get(person.family)) || [person]
    const facts = factsFrom({ family, members: household, beside: beside(family, household) })
    const own = facts.members[household.findIndex(({ id }) => id === person.id)] ?? {}
    return {
      name: person.name,
      members: household.map(({ name }) => name),
      facts: { ...facts, person: own, said: own },
    }
  })
  return { subjects, ids: people.map(({ id }) => id) }
}

async function membersOf(
  { client, actor, district }: Around,
  families: readonly string[],
): Promise<ReadonlyMap<string | null, readonly PersonRow[]>> {
  const rows = await selectMembers(client, actor, district, families)
  return Map.groupBy(
    rows.map((row) => rowOf('person', row, null)),
    ({ family }) => family,
  )
}

type BesideOf = (family: FamilyRow | null, people: readonly PersonRow[]) => Beside

/** What is known beside the rows of many households, told apart by whose it is. Most rules ask for nothing of it. */
async function besideAll(
  { client, actor, district }: Around,
  { rule, catalogue }: Asking,
  families: readonly FamilyRow[],
  people: readonly PersonRow[],
): Promise<BesideOf> {
  const asks = [...comparisonsIn(rule)].some(({ fact }) => takenBy(fact) !== null || fact === 'jenis_ppks')
  if (!asks) return () => ({ taken: [], welfare: [], programmes: [] })
  const ids = { district, families: families.map(({ id }) => id), people: people.map(({ id }) => id) }
  const { taken, welfare, programmes } = await besideOf(client, actor, ids, catalogue)
  const [takenBySome, welfareOfSome] = [byHolder(taken), byHolder(welfare)]
  return (family, members) => {
    const holders = [...(family ? [family.id] : []), ...members.map(({ id }) => id)]
    return { taken: takenBySome(holders), welfare: welfareOfSome(holders), programmes }
  }
}

interface Held {
  readonly person: string | null
  readonly family: string | null
}

/** Rows of any of these holders, each row once. */
function byHolder<Row extends Held>(rows: readonly Row[]): (holders: readonly string[]) => readonly Row[] {
  const byPerson = Map.groupBy(rows, ({ person }) => person)
  const byFamily = Map.groupBy(rows, ({ family }) => family)
  return (holders) => [...new Set(holders.flatMap((id) => [...(byPerson.get(id) ?? []), ...(byFamily.get(id) ?? [])]))]
}
