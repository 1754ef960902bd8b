import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyId, personId } from '../kernel/id.ts'
import { canonical } from '../kernel/json.ts'
import type { AnyRow, Decision } from '../ledger/entry.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { placeCode } from '../place/code.ts'
import { aFamily, aPerson, aRecord } from '../testing/a-family.ts'
import { staff } from '../testing/actors.ts'
import { property } from '../testing/property.ts'
import type { MergeRefusal, Two } from './merge.ts'
import { decideDistinct, decideMerge, decideUnmerge } from './merge.ts'
import { compareFields } from './merge-fields.ts'
import { following } from './merge-refs.ts'
import type { PairRow } from './merge-row.ts'
import { recordIdOf } from './merge-row.ts'
import type { FamilyRow, PersonRow } from './registry.ts'

// Several people and families of one ledger that are made one and parted again, one after the other.
const start = Date.parse('2026-11-22T02:00:00Z')
const actor = staff('coordinator')
const look = (nth: number) => ({ now: start + nth * 1000, day: '2026-11-22', actor })
const nth = (kind: string, n: number): string => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const pairNth = (n: number): string => nth('c', n)
const people = [1, 2, 3, 4].map((n) => personId.parse(nth('a', n)))
const homes = [1, 2, 3].map((n) => familyId.parse(nth('b', n)))
const villages = ['34.04.07.2001', '34.04.07.2002'].map((code) => placeCode.parse(code))

const somePerson = fc.record({
  name: fc.constantFrom('Siti', 'Siti Aminah', ''),
  nik: fc.constantFrom(null, '3404074506800001', '3404074506800002'),
  phone: fc.constantFrom(null, '0812', '0813'),
  place: fc.constantFrom(...villages),
  family: fc.constantFrom(null, ...homes),
  values: fc.dictionary(fc.constantFrom('status_kawin', 'agama'), fc.constantFrom('1', '2', null), {
    noNullPrototype: true,
  }),
})
const world = fc.tuple(
  fc.array(somePerson, { minLength: 4, maxLength: 4 }),
  fc.array(fc.constantFrom(...villages), { minLength: 3, maxLength: 3 }),
)
type Made = typeof world extends fc.Arbitrary<infer Value> ? Value : never

function begun([made, places]: Made): World {
  const from = emptyWorld()
  for (const [n, own] of made.entries()) {
    const id = people[n] ?? assert.fail()
    from.rows.person.set(id, { ...aPerson, ...own, id })
    const record = { ...aRecord, id: nth('d', n), holder: id }
    from.rows.registryRecord.set(record.id, record as never)
  }
  for (const [n, place] of places.entries()) {
    const id = homes[n] ?? assert.fail()
    from.rows.family.set(id, { ...aFamily, id, kk: `340407010110000${n}`, place })
  }
  return from
}

const rows = <Row>(from: World, table: 'person' | 'family' | 'registryRecord' | 'registryPair'): readonly Row[] =>
  [...from.rows[table].values()] as unknown as readonly Row[]
function tell(to: World, decision: Decision): void {
  evolve(to, '34.04', payloadOf(decision))
}

/** Two of the world as a machine would load them: with everything that names whoever goes. */
function twoOf(from: World, of: Two['of'], kept: string, gone: string): Two {
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
  return { ...two, named: back, members, homes: rows<FamilyRow>(from, 'family') }
}

interface Step {
  readonly of: Two['of']
  readonly kept: number
  readonly gone: number
  readonly take: readonly boolean[]
}
const step: fc.Arbitrary<Step> = fc.record({
  of: fc.constantFrom('person', 'person', 'family'),
  kept: fc.nat(3),
  gone: fc.nat(3),
  take: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
})
const steps = fc.array(step, { minLength: 1, maxLength: 5 })
const idsOf = ({ of, kept, gone }: Step): readonly [string, string] => {
  const all: readonly string[] = of === 'person' ? people : homes
  return [all[kept % all.length] ?? '', all[gone % all.length] ?? '']
}

function merge(into: World, one: Step, n: number): MergeRefusal['code'] | null {
  const [kept, gone] = idsOf(one)
  const two = twoOf(into, one.of, kept, gone)
  const take = compareFields(one.of, two.kept, two.gone).flatMap(({ field }, at) => (one.take[at] ? [field] : []))
  const answer = decideMerge(pairNth(n), two, take, look(n))
  if (!answer.ok) return answer.error.code
  tell(into, answer.value)
  return null
}
function part(from: World, n: number): MergeRefusal['code'] | null {
  const pair = pairOf(from, pairNth(n))
  const answer = decideUnmerge(pair, partOf(from, pair), look(100 + n))
  if (!answer.ok) return answer.error.code
  tell(from, answer.value)
  return null
}
/** People and families as they stand, but for what every change moves. */
const standing = (from: World): string =>
  canonical(
    [...rows<PersonRow>(from, 'person'), ...rows<FamilyRow>(from, 'family')]
      .map((row) => JSON.parse(JSON.stringify({ ...row, version: 0, changedAt: 0 })))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )

property(
  'DOUBLE-7 however many become one, parted in the order back everything is as it was',
  fc.tuple(world, steps),
  ([made, all]) => {
    const now = begun(made)
    const before = standing(now)
    const done = all.flatMap((one, n) => (merge(now, one, n) === null ? [n] : []))
    for (const n of done.toReversed()) assert.equal(part(now, n), null, `merge ${n} could not be undone`)
    assert.equal(standing(now), before)
    for (const n of done) assert.equal(part(now, n), 'pair-over', 'each is undone once')
  },
  120,
)

property(
  'DOUBLE-6 whoever went names whoever stands on, and is nobody to be merged again',
  fc.tuple(world, steps),
  ([made, all]) => {
    const now = begun(made)
    for (const [n, one] of all.entries()) {
      const [kept, gone] = idsOf(one)
      const stood = [...rows<PersonRow>(now, 'person'), ...rows<FamilyRow>(now, 'family')]
      const isMerged = (id: string): boolean => stood.find((row) => row.id === id)?.status === 'merged'
      const code = merge(now, one, n)
      if (kept === gone) assert.equal(code, 'pair-same')
      else assert.equal(code, isMerged(kept) || isMerged(gone) ? 'pair-merged' : null)
    }
    const holders = [...rows<PersonRow>(now, 'person'), ...rows<FamilyRow>(now, 'family')]
    for (const row of holders) assert.equal(row.status === 'merged', row.mergedInto !== null)
    // From whoever went one comes to whoever stands, in as many steps as there were merges at most.
    for (const row of holders) {
      let [at, left] = [row, all.length]
      while (at.mergedInto !== null && left-- > 0) at = holders.find(({ id }) => id === at.mergedInto) ?? assert.fail()
      assert.notEqual(at.status, 'merged')
    }
  },
  120,
)

property(
  'DOUBLE-7 while two are one, nothing names the one that went: neither records nor members',
  fc.tuple(world, steps),
  ([made, all]) => {
    const now = begun(made)
    for (const [n, one] of all.entries()) merge(now, one, n)
    const gone = new Set(
      [...rows<PersonRow>(now, 'person'), ...rows<FamilyRow>(now, 'family')]
        .filter(({ status }) => status === 'merged')
        .map(({ id }): string => id),
    )
    for (const { holder } of rows<{ readonly holder: string }>(now, 'registryRecord'))
      assert.ok(!gone.has(holder), holder)
    for (const { family, status } of rows<PersonRow>(now, 'person'))
      if (status !== 'merged') assert.ok(family === null || !gone.has(family))
  },
  120,
)

test('DOUBLE-7 who went into somebody who went on is parted from them last', () => {
  const now = begun([
    people.map((_id, n) => ({
      name: n % 2 === 0 ? ('Siti' as const) : ('Siti Aminah' as const),
      nik: null,
      phone: null,
      place: villages[0] ?? assert.fail(),
      family: null,
      values: {},
    })),
    [villages[0] ?? assert.fail()],
  ])
  const none = { of: 'person', take: [] } as const
  assert.equal(merge(now, { ...none, kept: 1, gone: 0 }, 0), null)
  assert.equal(merge(now, { ...none, kept: 2, gone: 1 }, 1), null)
  assert.equal(part(now, 0), 'pair-later')
  assert.equal(part(now, 1), null)
  assert.equal(part(now, 0), null)
})

test('DOUBLE-8 that two are not one is said of them and changes nobody', () => {
  const now = begun([
    people.map(() => ({
      name: 'Siti',
      nik: null,
      phone: null,
      place: villages[0] ?? assert.fail(),
      family: null,
      values: {},
    })),
    [],
  ])
  const [one, other] = people
  const before = standing(now)
  const two = twoOf(now, 'person', one ?? '', other ?? '')
  const answer = decideDistinct(pairNth(9), two, look(0))
  assert.ok(answer.ok)
  assert.deepEqual(
    answer.value.changes.map(({ table }) => table),
    ['registryPair'],
  )
  tell(now, answer.value)
  assert.equal(standing(now), before)
  assert.equal(part(now, 9), null)
  assert.equal(part(now, 9), 'pair-over')
  assert.equal(standing(now), before)
  const same = decideDistinct(pairNth(8), { ...two, gone: two.kept }, look(0))
  assert.equal(same.ok ? '' : same.error.code, 'pair-same')
})

/** Rows of which there may be one only for each: whose follow. */
const row = (id: string, own: object = {}): AnyRow => ({ id, version: 1, ...own })
const once: readonly (readonly [what: string, gone: readonly AnyRow[], kept: readonly AnyRow[], follow: string])[] = [
  ['nothing', [], [], ''],
  ['what the other has not', [row('a', { programme: 'p' })], [], 'a'],
  ['what both have', [row('a', { programme: 'p' })], [row('b', { programme: 'p' })], ''],
  [
    'one of two that both have',
    [row('a', { programme: 'p' }), row('c', { programme: 'q' })],
    [row('b', { programme: 'p' })],
    'c',
  ],
  ['what the other had', [row('a', { programme: 'p' })], [row('b', { programme: 'p', status: 'ended' })], 'a'],
  ['what the one had', [row('a', { programme: 'p', status: 'ended' })], [row('b', { programme: 'p' })], 'a'],
]
for (const [what, gone, kept, follow] of once)
  test(`DOUBLE-7 of ${what}, ${follow || 'nothing'} follows`, () => {
    const found = following({ of: 'person', oncePer: 'programme', unless: 'ended' }, gone, kept)
    assert.equal(found.map(({ id }) => id).join(), follow)
    assert.deepEqual(following({ of: 'person' }, gone, kept), gone, 'where there may be many, all follow')
  })

test('DOUBLE-6 the record of a merge and that of its undoing are two, the same whenever they are made', () => {
  const pair = pairNth(1)
  const [made, undone] = [recordIdOf(pair, 'merge'), recordIdOf(pair, 'undo')]
  assert.notEqual(made, undone)
  assert.deepEqual([recordIdOf(pair, 'merge'), recordIdOf(pair, 'undo')], [made, undone])
  assert.equal(
    new Set([1, 2, 3].flatMap((n) => [recordIdOf(pairNth(n), 'merge'), recordIdOf(pairNth(n), 'undo')])).size,
    6,
  )
})
