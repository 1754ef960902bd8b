import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AnyRow } from '../ledger/entry.ts'
import {
  begun,
  idsOf,
  look,
  merge,
  pairNth,
  part,
  people,
  rows,
  standing,
  steps,
  tell,
  twoOf,
  villages,
  world,
} from '../testing/a-merge-world.ts'
import { property } from '../testing/property.ts'
import { decideDistinct } from './merge.ts'
import { following } from './merge-refs.ts'
import { recordIdOf } from './merge-row.ts'
import type { FamilyRow, PersonRow } from './registry.ts'

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

property(
  'DOUBLE-10 whatever is taken when people and families become one and are parted in any order, everybody lives with their family',
  fc.tuple(world, steps, fc.array(fc.nat(4), { maxLength: 4 })),
  ([made, all, parted]) => {
    const now = begun(made)
    const houses = (): ReadonlyMap<string, string> =>
      new Map(rows<FamilyRow>(now, 'family').map(({ id, place }) => [id, place]))
    const assertHoused = (): void => {
      for (const { name, family, place } of rows<PersonRow>(now, 'person'))
        if (family !== null) assert.equal(place, houses().get(family), name)
    }
    const done = all.flatMap((one, n) => (merge(now, one, n) === null ? [n] : []))
    assertHoused()
    for (const n of parted.filter((one) => done.includes(one))) {
      part(now, n)
      assertHoused()
    }
  },
  200,
)

test('DOUBLE-7 who went into somebody who went on is parted from them last', () => {
  const now = begun([
    people.map((_id, n) => ({
      name: n % 2 === 0 ? ('Siti' as const) : ('Siti Aminah' as const),
      nik: null,
      phone: null,
      place: villages[0] ?? assert.fail(),
      family: null,
      complete: 10,
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
      complete: 10,
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
