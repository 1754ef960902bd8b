import assert from 'node:assert/strict'
import { test } from 'node:test'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { aNation, cameTo, challengesOf, peopleOf } from '../../testing/challenges.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aNation(house)
const people = await peopleOf(house, offices)
const { coordinator, neighbour, manager, bantul, province, nation } = people
const { did, reported, list, press } = challengesOf(house)
const leader = await house.staffAt(offices.province, 'leader', '34.04')

/** What is there: of Caturtunggal three, of Maguwoharjo one, of the secretariat one; answered, closed, withdrawn, and open. */
const ids = {
  answered: await reported(coordinator, { kind: 'budget', words: 'Anggaran pulsa belum cair tahun ini' }),
  closed: await reported(coordinator, { kind: 'budget', words: 'Honor pendamping 100% tertunda' }),
  open: await reported(coordinator, { kind: 'devices' }),
  withdrawn: await reported(neighbour, { kind: 'people' }),
  own: await reported(manager, { kind: 'regulation' }),
}
for (const id of [ids.answered, ids.closed]) {
  await did(manager, 'take', id)
  await did(manager, 'answer', id)
}
await did(coordinator, 'close', ids.closed)
await did(neighbour, 'withdraw', ids.withdrawn)

const idsIn = async (who: Client, query: Readonly<Record<string, string | number>>) =>
  (await list(who, query)).items.map(({ id }) => id).toSorted()
const sorted = (...names: readonly (keyof typeof ids)[]) => names.map((name) => ids[name]).toSorted()
const today = dayIn('Asia/Jakarta', Date.now())
const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)

const narrowed: readonly (readonly [
  what: string,
  query: Record<string, string>,
  names: readonly (keyof typeof ids)[],
])[] = [
  ['what waits for an answer', { show: 'open' }, ['open', 'own']],
  ['what waits here', { show: 'here' }, ['open']],
  ['what was asked from here', { show: 'asked' }, ['own']],
  ['what was answered', { show: 'answered' }, ['answered']],
  ['what was closed', { show: 'closed' }, ['closed']],
  ['what was withdrawn', { show: 'withdrawn' }, ['withdrawn']],
  ['a kind', { kind: 'budget' }, ['answered', 'closed']],
  ['a kind that none has', { kind: 'premises' }, []],
  ['a village', { place: '34.04.07.2001' }, ['answered', 'closed', 'open']],
  ['a sub-district', { place: '34.04.07' }, ['answered', 'closed', 'open', 'withdrawn']],
  ['another district', { place: '34.02' }, []],
  ['what lies at the province', { level: 'province' }, ['own']],
  ['what lies at the district', { level: 'district' }, ['answered', 'closed', 'open', 'withdrawn']],
  ['words, whatever their size', { q: 'PULSA' }, ['answered']],
  ['words with a sign that stands for all', { q: '100%' }, ['closed']],
  ['a sign alone', { q: '_' }, ['answered', 'closed', 'open', 'withdrawn', 'own']],
  ['what was reported since today', { from: today }, ['answered', 'closed', 'open', 'withdrawn', 'own']],
  ['what was reported since tomorrow', { from: tomorrow }, []],
]
for (const [what, query, names] of narrowed)
  test(`CHALLENGE-13 the list narrowed to ${what} holds these and no others`, async () => {
    assert.deepEqual(await idsIn(manager, query), sorted(...names))
    const table = await manager.read(challengeRoutes.table, { query: { show: 'all', ...query } })
    assert.deepEqual(table.items.map(({ id }) => id).toSorted(), sorted(...names))
    assert.equal(table.total, names.length)
  })

test('CHALLENGE-13 each worklist says how many it holds, for each reader as they see it', async () => {
  assert.deepEqual((await list(manager)).counts, { open: 2, here: 1, asked: 1, late: 0 })
  assert.deepEqual((await list(coordinator)).counts, { open: 1, here: 0, asked: 3, late: 0 })
  assert.deepEqual((await list(province)).counts, { open: 2, here: 1, asked: 0, late: 0 })
  assert.deepEqual((await list(bantul)).counts, { open: 0, here: 0, asked: 0, late: 0 })
})

test('CHALLENGE-13 what is owed first stands first, and what is owed no more behind it', async () => {
  const { items } = await list(manager)
  assert.deepEqual(
    items.slice(0, 2).map(({ id }) => id),
    [ids.open, ids.own],
  )
  assert.ok(items.slice(2).every(({ dueAt, status }) => dueAt === null || status === 'withdrawn'))
})

test('CHALLENGE-13 a question that no list knows is refused by name', async () => {
  for (const query of [{ show: 'lost' }, { level: 'street' }, { place: 'Sleman' }, { from: 'kemarin' }])
    assert.equal(cameTo(await manager.ask(challengeRoutes.list, { query })), 'invalid', JSON.stringify(query))
})

const countsOf = (who: Client, query: Record<string, string> = {}) => who.read(challengeRoutes.counts, { query })

test('CHALLENGE-11 figures of a district: kind by kind, and by what lies right below, the secretariat’s own under the district', async () => {
  const { all, kinds, places, above } = await countsOf(manager)
  assert.deepEqual({ ...all, days: 0 }, { n: 5, open: 2, late: 0, answered: 2, within: 2, days: 0 })
  const budget = kinds.find(({ kind }) => kind === 'budget')
  assert.deepEqual([budget?.n, budget?.open, budget?.answered], [2, 0, 2])
  assert.deepEqual(
    places.map(({ place, n, open }) => [place, n, open]),
    [
      ['34.04', 1, 1],
      ['34.04.07', 4, 1],
    ],
  )
  assert.equal(above, null, 'nothing above their own')
})

test('CHALLENGE-11 each number is as many as the list behind it', async () => {
  for (const reader of [manager, province, nation]) {
    const { all, kinds, places } = await countsOf(reader)
    const total = async (query: Record<string, string>) => (await list(reader, query)).total
    assert.deepEqual(
      [all.n, all.open, all.late],
      [await total({}), await total({ show: 'open' }), await total({ show: 'late' })],
    )
    for (const { kind, n, open } of kinds)
      assert.deepEqual([n, open], [await total({ kind }), await total({ kind, show: 'open' })], kind)
    // The list of a place holds what lies below it too; its own office's alone are counted under it.
    for (const { place, n } of places.filter(({ place }) => place.length > 5))
      assert.equal(n, await total({ place }), place)
  }
})

test('CHALLENGE-11 of one kind the places are counted anew, and a day leaves out what came before it', async () => {
  const { places, all } = await countsOf(province, { kind: 'budget' })
  assert.deepEqual(
    places.map(({ place, name, n }) => [place, name, n]),
    [['34.04', 'Kabupaten Sleman', 2]],
  )
  assert.equal(all.n, 5, 'the sum of all kinds stays beside it')
  assert.equal((await countsOf(province, { from: tomorrow })).all.n, 0)
  assert.deepEqual(
    (await countsOf(nation)).places.map(({ place }) => place),
    ['34'],
  )
})

test('CHALLENGE-11, CHALLENGE-12 a reader of figures counts their own place, and none beside it', async () => {
  const { all, above } = await countsOf(leader)
  assert.deepEqual([all.n, above], [5, null])
  assert.equal((await countsOf(leader, { place: '34.04' })).above, '34')
  for (const [who, place] of [
    [leader, '33'],
    [leader, '00'],
    [manager, '34.02'],
    [manager, '34'],
    [coordinator, '34.04.07.2002'],
  ] as const)
    assert.equal((await who.ask(challengeRoutes.counts, { query: { place } })).status, 404, place)
  assert.equal((await countsOf(bantul)).all.n, 0)
})

test('CHALLENGE-8 what went up by time is late in the list and in the figures, until it is answered', async () => {
  assert.equal(await press(60), 2)
  const late = await list(manager, { show: 'late' })
  assert.deepEqual(
    late.items.map(({ id, late: is }) => [id, is]).toSorted(),
    [
      [ids.open, true],
      [ids.own, true],
    ].toSorted(),
  )
  assert.deepEqual([(await countsOf(manager)).all.late, late.counts.late], [2, 2])
  await did(province, 'take', ids.open)
  await did(province, 'answer', ids.open)
  const { all, kinds } = await countsOf(manager)
  assert.deepEqual([all.late, all.answered, all.within], [1, 3, 2])
  assert.equal(kinds.find(({ kind }) => kind === 'devices')?.within, 0)
})
