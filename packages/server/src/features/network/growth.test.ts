import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { networkGrowthRoutes } from '@openslrt/core/contract/network-growth.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { networkData, networkTargetData } from '@openslrt/core/testing/a-network.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { inScope } from '../../platform/db/scope.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const dinas = await openOffice(house, {
  name: 'Dinas Sosial DIY',
  kind: 'province-office',
  level: 'province',
  place: '34',
})
const semarang = await openOffice(house, {
  name: 'Dinas Sosial Jateng',
  kind: 'province-office',
  level: 'province',
  place: '33',
})
const pusat = await openOffice(house, { name: 'Pusat', kind: 'national-office', level: 'nation', place: '00' })
const manager = await house.staffAt(offices.secretariat, 'manager')
const ofBantul = await house.staffAt(bantul, 'manager')
const ministry = await house.staffAt(pusat, 'ministry')
const province = await house.staffAt(dinas, 'province')
const beside = await house.staffAt(semarang, 'province')
const leader = await house.staffAt(pusat, 'leader')

const thisYear = Number(dayIn('Asia/Jakarta', Date.now()).slice(0, 4))
const say = (by: Client, act: keyof typeof networkData, subject: string, own: object = {}) =>
  by.does(`network.${act}`, { subject, data: { ...networkData[act], fact: randomUUID(), ...own } })
await say(manager, 'activate', offices.secretariat)
await say(manager, 'grown', offices.secretariat)
await say(manager, 'activate', offices.caturtunggal)
await say(ofBantul, 'plan', bantul)

const set = (by: Client, own: object = {}) =>
  by.send('network.target', { subject: randomUUID(), data: { ...networkTargetData, year: thisYear, ...own } })
const codeOf = async (...asked: Parameters<typeof set>): Promise<string> => {
  const { status, body } = await set(...asked)
  return status === 200 ? 'done' : String(body['code'])
}
const growth = (who: Client, query: Record<string, string> = {}) => who.read(networkGrowthRoutes.growth, { query })
const told = async (who: Client) =>
  (await growth(who)).targets.map(({ district, year, of, count, turn, own, last, reached }) => [
    district,
    year,
    of,
    count,
    turn,
    own,
    last,
    reached,
  ])

test('NETWORK-12 everybody is told how many are at work in their place, and since when', async () => {
  const of = async (who: Client, query: Record<string, string> = {}) => {
    const { now, undated, states, years, place } = await growth(who, query)
    const in2018 = years.find(({ year }) => year === 2018)
    const in2017 = years.find(({ year }) => year === 2017)
    return [
      place,
      now,
      undated,
      [states.district.planned, states.puskesos.unsaid],
      [in2017?.district, in2018?.district, in2018?.puskesos],
    ]
  }
  const one = { district: 1, puskesos: 1 }
  const missing = { district: 0, puskesos: 1 }
  assert.deepEqual(await of(manager), ['34.04', one, missing, [0, 1], [0, 1, 0]])
  assert.deepEqual(await of(province), ['34', one, missing, [1, 1], [0, 1, 0]])
  assert.deepEqual(await of(ministry), ['00', one, missing, [1, 1], [0, 1, 0]])
  assert.deepEqual(await of(province, { place: '34.02' }), [
    '34.02',
    { district: 0, puskesos: 0 },
    { district: 0, puskesos: 0 },
    [1, 0],
    [0, 0, 0],
  ])
  assert.deepEqual(await of(beside), [
    '33',
    { district: 0, puskesos: 0 },
    { district: 0, puskesos: 0 },
    [0, 0],
    [0, 0, 0],
  ])
  assert.equal((await province.ask(networkGrowthRoutes.growth, { query: { place: '33' } })).body['code'], 'wrong-place')
  assert.equal((await manager.ask(networkGrowthRoutes.growth, { query: { place: '34' } })).body['code'], 'wrong-place')
})

test('NETWORK-10, NETWORK-11 a target is set, revised with a reason, and all of it is told beside what there is', async () => {
  assert.equal((await growth(ministry)).sets, true)
  assert.equal(await codeOf(ministry, { count: 300, of: 'district', reason: '' }), 'done')
  assert.equal(await codeOf(ministry, { count: 400, of: 'district', turn: 0 }), 'network-target')
  assert.equal(await codeOf(ministry, { count: 400, of: 'district', turn: 1, reason: '' }), 'network-reason')
  assert.equal(await codeOf(ministry, { count: 300, of: 'district', turn: 1 }), 'already-so')
  assert.equal(await codeOf(ministry, { count: 400, of: 'district', turn: 1, reason: 'Anggaran bertambah.' }), 'done')
  assert.equal(await codeOf(province, { count: 5, of: 'district' }), 'done')
  const national = [
    ['00', thisYear, 'district', 400, 1, true, true, 1],
    ['00', thisYear, 'district', 300, 0, true, false, null],
  ]
  assert.deepEqual(await told(ministry), national)
  assert.deepEqual(await told(leader), national)
  const others = national.map((line) => [...line.slice(0, 5), false, line[6], null])
  assert.deepEqual(await told(province), [...others, ['34', thisYear, 'district', 5, 0, true, true, 1]])
  assert.deepEqual(await told(manager), [...others, ['34', thisYear, 'district', 5, 0, false, true, null]])
  assert.deepEqual(await told(beside), others, 'the targets of another province are not told')
  const [first] = (await growth(ministry)).targets
  assert.deepEqual(
    [first?.reason, first?.saidBy, first?.fromDay],
    ['Anggaran bertambah.', 'Petugas ministry', '2026-11-01'],
  )
})

test('NETWORK-10 districts set none, nobody sets another’s, and whoever only reads is told so', async () => {
  assert.equal(await codeOf(manager), 'not-permitted')
  assert.equal(await codeOf(leader), 'not-permitted')
  for (const who of [manager, leader]) assert.equal((await growth(who)).sets, false)
  const sent = { subject: randomUUID(), data: networkTargetData }
  for (const district of ['00', '33', '34.04'])
    assert.equal((await province.send('network.target', { ...sent, district })).body['code'], 'wrong-district')
  assert.equal(
    (await province.send('network.target', { ...sent, district: '34', subject: offices.secretariat })).status,
    200,
  )
  assert.equal((await growth(province, { place: '34.04' })).sets, false)
})

test('NETWORK-11 of many who set the same target at once one does, and the others are told to look again', async () => {
  const year = thisYear + 1
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, nth) => codeOf(ministry, { year, of: 'district', count: 450 + nth })),
  )
  assert.deepEqual(answers.toSorted(), ['done', ...Array.from({ length: 4 }, () => 'network-target')])
  const id = randomUUID()
  const subject = randomUUID()
  const words = { id, subject, doneAt: new Date().toISOString(), data: { ...networkTargetData, year: thisYear + 2 } }
  const first = await ministry.send('network.target', words)
  const again = await ministry.send('network.target', words)
  assert.deepEqual(
    [first.status, again.body['seq']],
    [200, first.body['seq']],
    'a repeat is answered as the first time',
  )
})

for (const odd of [
  { count: 0 },
  { count: 1.5 },
  { count: 200_000 },
  { year: 1999 },
  { of: 'province' },
  { turn: -1 },
  { from: 'besok' },
  { x: 1 },
])
  test(`NETWORK-10 a target with ${JSON.stringify(odd)} is refused by name`, async () => {
    assert.equal((await set(ministry, odd)).status, 400)
  })

test('NETWORK-11 no word is written over or in another ledger, whichever way it is tried', async () => {
  const write = (scope: object, words: string) => inScope(house.parts.pools.api, scope, (client) => client.query(words))
  const own = { ledger: '34', figuresFrom: '34', figuresTo: '34/' }
  await assert.rejects(write(own, 'update network_target set count = 1'), /permission denied/)
  await assert.rejects(write(own, 'delete from network_target'), /permission denied/)
  const insert = (district: string) =>
    `insert into network_target values ('${district}', '${randomUUID()}', 1, 1, 2030, 'district', 1, '2026-01-01', '', 0, '${randomUUID()}', now())`
  for (const district of ['00', '33', '34.04']) await assert.rejects(write(own, insert(district)), /row-level security/)
})

test('NETWORK-11 the second wall tells the targets of the nation and of the own province, and no others', async () => {
  const seen = (scope: object): Promise<readonly string[]> =>
    inScope(house.parts.pools.api, scope, async (client) => {
      const { rows } = await client.query<{ district: string }>(
        'select distinct district from network_target order by 1',
      )
      return rows.map(({ district }) => district)
    })
  assert.deepEqual(await seen({}), [])
  assert.deepEqual(await seen({ ledger: '34' }), [])
  assert.deepEqual(await seen({ figuresFrom: '34.04.07.2001', figuresTo: '34.04.07.2001/' }), ['00', '34'])
  assert.deepEqual(await seen({ figuresFrom: '33.10', figuresTo: '33.10/' }), ['00'])
  assert.deepEqual(await seen({ figuresFrom: '0', figuresTo: ':' }), ['00', '34'])
})

test('NETWORK-11 the ledgers prove targets and write them anew', async () => {
  const kept = () => house.owner('select * from network_target order by id')
  const before = await kept()
  assert.ok(before.length >= 5)
  await house.owner('delete from network_target')
  for (const district of ['00', '34'])
    await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
  assert.deepEqual(await kept(), before)
  for (const district of ['00', '34']) await assertVerified(house, district)
})
