import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { NetworkLine } from '@openslrt/core/contract/network-queries.ts'
import { networkRoutes, networkShows } from '@openslrt/core/contract/network-queries.ts'
import { networkData } from '@openslrt/core/testing/a-network.ts'
import { inScope } from '../../platform/db/scope.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const { secretariat, caturtunggal, maguwoharjo } = offices
const bantul = await openOffice(house, { name: 'Sekretariat SLRT Bantul', kind: 'secretariat', place: '34.02' })
const klaten = await openOffice(house, { name: 'Sekretariat SLRT Klaten', kind: 'secretariat', place: '33.10' })
const dinas = await openOffice(house, {
  name: 'Dinas Sosial DIY',
  kind: 'province-office',
  level: 'province',
  place: '34',
})
const pusat = await openOffice(house, { name: 'Pusat', kind: 'national-office', level: 'nation', place: '00' })
const manager = await house.staffAt(secretariat, 'manager')
const ofBantul = await house.staffAt(bantul, 'manager')
const coordinator = await house.staffAt(caturtunggal, 'coordinator')
const province = await house.staffAt(dinas, 'province')
const ministry = await house.staffAt(pusat, 'ministry')

const say = (by: Client, act: keyof typeof networkData, subject: string, own: object = {}) =>
  by.does(`network.${act}`, { subject, data: { ...networkData[act], fact: randomUUID(), ...own } })
await say(manager, 'activate', secretariat)
await say(manager, 'grown', secretariat)
await say(manager, 'connection', secretariat, { connection: 'fixed' })
await say(manager, 'plan', caturtunggal)
await say(manager, 'grown', caturtunggal, { year: 2020, on: null, cohort: 2020, initiator: 'village' })
await say(ofBantul, 'grow', bantul)
await say(ofBantul, 'connection', bantul)

type Query = Record<string, string | number>
const listed = (who: Client, query: Query = {}) => who.read(networkRoutes.list, { query })
const idsOf = (items: readonly NetworkLine[]): readonly string[] => items.map(({ id }) => id)
const found = async (who: Client, query: Query = {}) => idsOf((await listed(who, query)).items)

test('NETWORK-7 everybody sees the offices of their own place, a district before its villages', async () => {
  assert.deepEqual(await found(manager), [secretariat, caturtunggal, maguwoharjo])
  assert.deepEqual(await found(coordinator), [caturtunggal])
  assert.deepEqual(await found(province), [bantul, secretariat, caturtunggal, maguwoharjo])
  assert.deepEqual(await found(ministry), [klaten, bantul, secretariat, caturtunggal, maguwoharjo])
})

test('NETWORK-7 a line says where the office lies and stands, and an office of which nothing was said stands there too', async () => {
  const { items, placeName, total } = await listed(manager)
  assert.deepEqual([placeName, total], ['Kabupaten Sleman', 3])
  assert.deepEqual(
    items.map(({ kind, placeName: at, within, state, stateOn }) => [kind, at, within, state, stateOn]),
    [
      ['secretariat', 'Kabupaten Sleman', 'Daerah Istimewa Yogyakarta', 'active', '2026-11-01'],
      ['puskesos', 'Caturtunggal', 'Depok, Kabupaten Sleman', 'planned', '2026-11-01'],
      ['puskesos', 'Maguwoharjo', 'Depok, Kabupaten Sleman', null, null],
    ],
  )
  assert.deepEqual(
    items.map(({ grownYear, cohort, initiator, connection }) => [grownYear, cohort, initiator, connection]),
    [
      [2018, 2018, 'ministry', 'fixed'],
      [2020, 2020, 'village', null],
      [null, null, null, null],
    ],
  )
})

const filters: readonly (readonly [query: Query, ids: readonly string[]])[] = [
  [{ show: 'active' }, [secretariat]],
  [{ show: 'unsaid' }, [klaten, maguwoharjo]],
  [{ show: 'lapsed' }, []],
  [{ kind: 'puskesos' }, [caturtunggal, maguwoharjo]],
  [{ kind: 'secretariat', show: 'growing' }, [bantul]],
  [{ cohort: 2018 }, [secretariat]],
  [{ initiator: 'village' }, [caturtunggal]],
  [{ connection: '4g' }, [bantul]],
  [{ place: '34.04' }, [secretariat, caturtunggal, maguwoharjo]],
  [{ place: '34.04.07.2002' }, [maguwoharjo]],
  [{ place: '12' }, []],
  [{ q: 'slrt ban' }, [bantul]],
  [{ q: "100%_'\\" }, []],
  [{ q: 'dinas' }, []],
  [{ q: 'caturtunggal', cohort: 2020, show: 'planned' }, [caturtunggal]],
]
for (const [query, ids] of filters)
  test(`NETWORK-7 the list by ${JSON.stringify(query)} has ${ids.length}, and its counts agree`, async () => {
    const { items, total, counts } = await listed(ministry, query)
    assert.deepEqual(idsOf(items), ids)
    assert.equal(total, ids.length)
    const { show: _show, ...others } = query
    const all = await listed(ministry, others)
    assert.deepEqual(all.counts, counts, 'how many there are of each state does not hang on the state that is shown')
    for (const show of networkShows)
      assert.equal(counts[show], all.items.filter(({ state }) => (state ?? 'unsaid') === show).length, show)
  })

test('NETWORK-7 nobody looks beyond their own place, and odd filters are refused', async () => {
  for (const [who, place] of [
    [manager, '34.02'],
    [manager, '34'],
    [coordinator, '34.04'],
    [province, '33.10'],
  ] as const)
    for (const row of [networkRoutes.list, networkRoutes.table])
      assert.equal((await who.ask(row, { query: { place } })).body['code'], 'wrong-place')
  for (const query of [
    { show: 'open' },
    { cohort: '20x8' },
    { cohort: 1900 },
    { kind: 'agency' },
    { page: 0 },
    { x: 1 },
  ])
    assert.equal((await manager.ask(networkRoutes.list, { query })).status, 400, JSON.stringify(query))
  assert.deepEqual((await listed(manager, { page: 9 })).items, [])
})

test('NETWORK-8 a file takes the same offices in the same order, and goes on where the last part ended', async () => {
  for (const [who, query] of [
    [ministry, {}],
    [province, { kind: 'puskesos' }],
    [manager, { show: 'unsaid' }],
  ] as const) {
    const { items, next } = await who.read(networkRoutes.table, { query })
    assert.deepEqual([idsOf(items), next], [await found(who, query), null])
    for (const [nth, { id }] of items.entries()) {
      const rest = await who.read(networkRoutes.table, { query: { ...query, after: id } })
      assert.deepEqual(idsOf(rest.items), idsOf(items).slice(nth + 1))
    }
  }
  const lost = await ministry.read(networkRoutes.table, { query: { after: randomUUID() } })
  assert.deepEqual(lost.items, [], 'after an office that is not there nothing follows')
})

test('NETWORK-4 the second wall says the same: rows are read in the range of a district, and written in their ledger alone', async () => {
  const count = (scope: object): Promise<readonly number[]> =>
    inScope(house.parts.pools.api, scope, async (client) => {
      const of = async (table: string): Promise<number> =>
        (await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1
      return [await of('network_office'), await of('network_fact')]
    })
  assert.deepEqual(await count({}), [0, 0])
  assert.deepEqual(await count({ ledger: '34.04' }), [0, 0])
  assert.deepEqual(await count({ figuresFrom: '34.04', figuresTo: '34.04/' }), [2, 5])
  assert.deepEqual(await count({ figuresFrom: '34.04.07.2001', figuresTo: '34.04.07.2001/' }), [2, 5])
  assert.deepEqual(await count({ figuresFrom: '34', figuresTo: '34/' }), [3, 7])
  assert.deepEqual(await count({ figuresFrom: '0', figuresTo: ':' }), [3, 7])
  const write = (district: string) =>
    inScope(house.parts.pools.api, { ledger: '34.04', figuresFrom: '34', figuresTo: '34/' }, (client) =>
      client.query(
        `insert into network_office (district, id, version, seq, facts, changed_at) values ($1, $2, 1, 1, '[]', now())`,
        [district, maguwoharjo],
      ),
    )
  await assert.rejects(write('34.02'), /row-level security/)
})
