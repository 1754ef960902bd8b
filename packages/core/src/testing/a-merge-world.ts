import assert from 'node:assert/strict'
import fc from 'fast-check'
import { familyId, personId } from '../kernel/id.ts'
import { canonical } from '../kernel/json.ts'
import type { AnyRow, Decision } from '../ledger/entry.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { placeCode } from '../place/code.ts'
import { decideMerge } from '../registry/merge.ts'
import { compareFields } from '../registry/merge-fields.ts'
import type { MergeRefusal, Two } from '../registry/merge-parts.ts'
import type { PairRow } from '../registry/merge-row.ts'
import type { FamilyRow, PersonRow } from '../registry/registry.ts'
import { decideUnmerge } from '../registry/unmerge.ts'
import { aFamily, aPerson, aRecord } from './a-family.ts'
import { staff } from './actors.ts'

// Several people and families of one ledger that are made one and parted again, one after the other.
const start = Date.parse('2026-11-22T02:00:00Z')
const actor = staff('coordinator')
export const look = (nth: number) => ({ now: start + nth * 1000, day: '2026-11-22', actor })
const nth = (kind: string, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const pairNth = (n: number): string => nth('c', n)
export const people = [1, 2, 3, 4].map((n) => personId.parse(nth('a', n)))
const homes = [1, 2, 3].map((n) => familyId.parse(nth('b', n)))
export const villages = ['34.04.07.2001', '34.04.07.2002'].map((code) => placeCode.parse(code))

const somePerson = fc.record({
  name: fc.constantFrom('Siti', 'Siti Aminah', ''),
  nik: fc.constantFrom<(string | null)[]>(null, '3404074506800001', '3404074506800002'),
  phone: fc.constantFrom(null, '0812', '0813'),
  place: fc.constantFrom(...villages),
  family: fc.constantFrom(null, ...homes),
  complete: fc.constantFrom(10, 40, 70),
  values: fc.dictionary(fc.constantFrom('status_kawin', 'agama'), fc.constantFrom('1', '2', null), {
    noNullPrototype: true,
  }),
})
export const world = fc.tuple(
  fc.array(somePerson, { minLength: 4, maxLength: 4 }),
  fc.array(fc.constantFrom(...villages), { minLength: 3, maxLength: 3 }),
)
export type MadeWorld = typeof world extends fc.Arbitrary<infer Value> ? Value : never

export function begun([made, places]: MadeWorld): World {
  const from = emptyWorld()
  for (const [n, own] of made.entries()) {
    const id = people[n] ?? assert.fail()
    // Members live where their family lives.
    const place = own.family === null ? own.place : (places[homes.indexOf(own.family)] ?? own.place)
    from.rows.person.set(id, { ...aPerson, ...own, id, place })
    const record = { ...aRecord, id: nth('d', n), holder: id }
    from.rows.registryRecord.set(record.id, record as never)
  }
  for (const [n, place] of places.entries()) {
    const id = homes[n] ?? assert.fail()
    from.rows.family.set(id, { ...aFamily, id, kk: `340407010110000${n}`, place })
  }
  return from
}

export const rows = <Row>(
  from: World,
  table: 'person' | 'family' | 'registryRecord' | 'registryPair',
): readonly Row[] => [...from.rows[table].values()] as unknown as readonly Row[]
export function tell(to: World, decision: Decision): void {
  evolve(to, '34.04', payloadOf(decision))
}

/** Two of the world as a machine would load them: with everything that names whoever goes. */
export function twoOf(from: World, of: Two['of'], kept: string, gone: string): Two {
  const at = (id: string): PersonRow | FamilyRow => {
    const all: readonly (PersonRow | FamilyRow)[] =
      of === 'person' ? rows<PersonRow>(from, 'person') : rows<FamilyRow>(from, 'family')
    return all.find((row) => row.id === id) ?? assert.fail(id)
  }
  const records = rows<AnyRow>(from, 'registryRecord').filter((row) => row['holder'] === gone)
  const members = of === 'family' ? rows<AnyRow>(from, 'person').filter((row) => row['family'] === gone) : []
  return {
    of,
    kept: at(kept),
    gone: at(gone),
    named: [
      ...records.map((row) => ({ table: 'registryRecord' as const, field: 'holder', row })),
      ...members.map((row) => ({ table: 'person' as const, field: 'family', row })),
    ],
    members: of === 'family' ? rows<AnyRow>(from, 'person').filter((row) => row['family'] === kept) : [],
  }
}
const pairOf = (from: World, id: string): PairRow =>
  rows<PairRow>(from, 'registryPair').find((pair) => pair.id === id) ?? assert.fail(id)

/** What follows back: of the rows that moved, those that still name whoever stands on. */
function partOf(from: World, pair: PairRow): Two {
  const two = twoOf(from, pair.of, pair.kept, pair.gone)
  const moved = new Set((pair.moved as readonly { readonly id: string }[]).map(({ id }) => id))
  const back = twoOf(from, pair.of, pair.gone, pair.kept).named.filter(({ row }) => moved.has(row.id))
  const members = (two.members ?? []).filter(({ id }) => !moved.has(id))
  const later = rows<PairRow>(from, 'registryPair')
    .filter(({ verdict, at }) => verdict === 'merged' && at > pair.at)
    .toSorted((one, other) => one.at - other.at)
  return { ...two, named: back, members, homes: rows<FamilyRow>(from, 'family'), later }
}

export interface Step {
  readonly of: Two['of']
  readonly kept: number
  readonly gone: number
  readonly take: readonly boolean[]
}
export const step: fc.Arbitrary<Step> = fc.record({
  of: fc.constantFrom('person', 'person', 'family'),
  kept: fc.nat(3),
  gone: fc.nat(3),
  take: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
})
export const steps = fc.array(step, { minLength: 1, maxLength: 5 })
export const idsOf = ({ of, kept, gone }: Step): readonly [string, string] => {
  const all: readonly string[] = of === 'person' ? people : homes
  return [all[kept % all.length] ?? '', all[gone % all.length] ?? '']
}

export function merge(into: World, one: Step, n: number): MergeRefusal['code'] | null {
  const [kept, gone] = idsOf(one)
  const two = twoOf(into, one.of, kept, gone)
  const take = compareFields(one.of, two.kept, two.gone).flatMap(({ field }, at) => (one.take[at] ? [field] : []))
  const answer = decideMerge(pairNth(n), two, take, look(n))
  if (!answer.ok) return answer.error.code
  tell(into, answer.value)
  return null
}
export function part(from: World, n: number): MergeRefusal['code'] | null {
  const pair = pairOf(from, pairNth(n))
  const answer = decideUnmerge(pair, partOf(from, pair), look(100 + n))
  if (!answer.ok) return answer.error.code
  tell(from, answer.value)
  return null
}
/** People and families as they stand, but for what every change moves. */
export const standing = (from: World): string =>
  canonical(
    [...rows<PersonRow>(from, 'person'), ...rows<FamilyRow>(from, 'family')]
      .map((row) => JSON.parse(JSON.stringify({ ...row, version: 0, changedAt: 0 })))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
