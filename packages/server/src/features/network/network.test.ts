import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { networkRoutes } from '@openslrt/core/contract/network-queries.ts'
import { networkData } from '@openslrt/core/testing/a-network.ts'
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
const manager = await house.staffAt(offices.secretariat, 'manager')
const supervisor = await house.staffAt(offices.secretariat, 'supervisor')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const elsewhere = await house.staffAt(bantul, 'manager', '34.04')
const province = await house.staffAt(dinas, 'province', '34.04')
const planner = await house.staffAt(offices.dinsos, 'planner')

type Act = keyof typeof networkData
const dataOf = (act: Act, own: object = {}) => ({ ...networkData[act], fact: randomUUID(), ...own })
const say = (by: Client, act: Act, subject: string, own: object = {}, base: number | null = null) =>
  by.send(`network.${act}`, { subject, base, data: dataOf(act, own) })
const codeOf = async (...asked: Parameters<typeof say>): Promise<string> => {
  const { status, body } = await say(...asked)
  return status === 200 ? 'done' : String(body['code'])
}
const cardOf = (who: Client, id: string, district = '34.04') => who.read(networkRoutes.one, { query: { district, id } })

/** A Puskesos of its own, in a village of its own. */
let villages = 2
async function aPuskesos(): Promise<string> {
  villages += 1
  const place = `34.04.07.200${villages % 3 === 0 ? 3 : 1}`
  return openOffice(house, { name: `Puskesos ${villages}`, kind: 'puskesos', level: 'village', place })
}

test('NETWORK-1 what is said of a Puskesos stands on its card, and all that was said before with it', async () => {
  const { caturtunggal: id } = offices
  const bare = await cardOf(coordinator, id)
  assert.deepEqual(
    [bare.version, bare.state, bare.facts, bare.history, bare.says, bare.acts],
    [0, null, [], [], true, []],
  )
  for (const about of ['legal', 'grown', 'funding', 'premises', 'devices', 'connection', 'site'] as const)
    assert.equal(await codeOf(coordinator, about, id), 'done', about)
  await manager.does('network.connection', {
    subject: id,
    base: 7,
    data: dataOf('connection', { connection: 'fixed', from: '2026-11-02' }),
  })
  const card = await cardOf(coordinator, id)
  assert.deepEqual(
    [card.version, card.cohort, card.grownYear, card.initiator, card.connection],
    [8, 2018, 2018, 'ministry', 'fixed'],
  )
  assert.deepEqual(
    card.facts.map(({ said }) => said.about),
    ['connection', 'devices', 'funding', 'grown', 'legal', 'premises', 'site'],
  )
  assert.deepEqual(
    card.history.slice(0, 2).map(({ about, fromDay, said, saidBy }) => [about, fromDay, said, saidBy]),
    [
      ['connection', '2026-11-02', { about: 'connection', connection: 'fixed' }, 'Petugas manager'],
      ['site', '2026-11-01', { about: 'site', spot: { lat: -7.7705, long: 110.4089 } }, 'Petugas coordinator'],
    ],
  )
  assert.equal(card.history.length, 8)
})

test('NETWORK-2 what held long ago is added to the history, and what holds today stays', async () => {
  const id = await aPuskesos()
  await manager.does('network.connection', {
    subject: id,
    data: dataOf('connection', { connection: '4g', from: '2026-10-01' }),
  })
  await manager.does('network.connection', {
    subject: id,
    data: dataOf('connection', { connection: '2g', from: '2019-01-01' }),
  })
  const { connection, history, facts } = await cardOf(manager, id)
  assert.deepEqual([connection, history.length, facts.length], ['4g', 2, 1])
})

test('NETWORK-2 no fact is written over: not under its own number, and not past the doors', async () => {
  const id = await aPuskesos()
  const fact = randomUUID()
  assert.equal(await codeOf(manager, 'connection', id, { fact }), 'done')
  const again = await say(manager, 'connection', id, { fact, connection: 'none' })
  assert.notEqual(again.status, 200)
  assert.equal((await cardOf(manager, id)).connection, '4g')
  const written = inScope(
    house.parts.pools.api,
    { ledger: '34.04', figuresFrom: '34.04', figuresTo: '34.04/' },
    (client) => client.query("update network_fact set reason = 'x' where id = $1", [fact]),
  )
  await assert.rejects(written, /permission denied/)
})

test('NETWORK-3 a Puskesos goes its way by its secretariat, and the card offers what comes next', async () => {
  const id = await aPuskesos()
  const actsOf = async (who: Client) => (await cardOf(who, id)).acts
  assert.deepEqual(await actsOf(manager), ['plan', 'grow', 'activate'])
  for (const [step, next] of [
    ['plan', ['grow']],
    ['grow', ['activate', 'lapse']],
    ['activate', ['release', 'lapse']],
    ['release', ['lapse']],
    ['lapse', ['revive']],
    ['revive', ['release', 'lapse']],
  ] as const) {
    assert.equal(await codeOf(manager, step, id), 'done', step)
    assert.deepEqual(await actsOf(manager), next, step)
    for (const reader of [supervisor, province, planner]) assert.deepEqual(await actsOf(reader), [], step)
  }
  const { history, state, stateOn } = await cardOf(manager, id)
  assert.deepEqual([state, stateOn], ['active', '2026-11-01'])
  assert.deepEqual(
    history.map((told) => told.state),
    ['active', 'lapsed', 'independent', 'active', 'growing', 'planned'],
  )
  assert.ok(history.every(({ reason }) => reason === 'Sesuai hasil rapat 1 November.'))
})

test('NETWORK-3 that a secretariat is independent its province says, and nobody else', async () => {
  const id = offices.secretariat
  for (const by of [manager, province])
    assert.equal(await codeOf(by, 'release', id), by === manager ? 'network-level' : 'network-step')
  assert.equal(await codeOf(province, 'activate', id), 'network-level')
  assert.equal(await codeOf(manager, 'activate', id), 'done')
  assert.deepEqual((await cardOf(manager, id)).acts, ['lapse'])
  assert.deepEqual((await cardOf(province, id)).acts, ['release'])
  assert.equal(await codeOf(province, 'release', id), 'done')
  assert.equal((await cardOf(manager, id)).state, 'independent')
  const far = await openOffice(house, { name: 'Sekretariat Klaten', kind: 'secretariat', place: '33.10' })
  const sent = { district: '33.10', subject: far, data: dataOf('release') }
  assert.equal((await province.send('network.release', sent)).body['code'], 'wrong-place')
})

test('NETWORK-4 whoever reads only is refused, the next Puskesos too, and a wrong ledger is told', async () => {
  const id = await aPuskesos()
  for (const by of [supervisor, planner]) assert.equal(await codeOf(by, 'site', id), 'not-permitted')
  for (const by of [neighbour, elsewhere, province]) {
    assert.equal(await codeOf(by, 'site', id), 'wrong-place')
    assert.equal(await codeOf(by, 'plan', id), by === province ? 'network-level' : 'wrong-place')
  }
  assert.equal(await codeOf(manager, 'site', offices.rsud), 'network-unknown')
  assert.equal(await codeOf(manager, 'site', randomUUID()), 'network-unknown')
  assert.equal(await codeOf(manager, 'plan', bantul), 'wrong-district')
  assert.equal((await cardOf(manager, id)).version, 0, 'nothing was written')
})

test('NETWORK-4 a card is opened by whoever reads figures of its place; others do not learn that it is there', async () => {
  const id = await aPuskesos()
  for (const who of [manager, supervisor, province, planner]) assert.equal((await cardOf(who, id)).id, id)
  for (const who of [neighbour, elsewhere])
    assert.equal((await who.ask(networkRoutes.one, { query: { district: '34.04', id } })).status, 404)
  assert.equal((await manager.ask(networkRoutes.one, { query: { district: '34.04', id: offices.rsud } })).status, 404)
  assert.equal((await house.stranger().ask(networkRoutes.one, { query: { district: '34.04', id } })).status, 401)
  const provider = await house.staffAt(offices.rsud, 'provider')
  assert.equal((await provider.ask(networkRoutes.list)).status, 403)
})

test('NETWORK-5 of two who say where it stands at once one does, and whoever looked at an older card is told', async () => {
  const id = await aPuskesos()
  const both = await Promise.all([codeOf(manager, 'plan', id, {}, 0), codeOf(manager, 'grow', id, {}, 0)])
  assert.deepEqual(both.toSorted(), ['done', 'stale'])
  const { version } = await cardOf(manager, id)
  assert.equal(await codeOf(manager, 'site', id, {}, version - 1), 'stale')
  const four = await Promise.all(
    ['2g', '3g', '4g', 'fixed'].map((connection) => codeOf(manager, 'connection', id, { connection })),
  )
  assert.deepEqual(
    four,
    ['done', 'done', 'done', 'done'],
    'facts that were typed without looking all stand in the history',
  )
  assert.equal((await cardOf(manager, id)).history.length, 5)
})

const odd: readonly (readonly [act: Act, own: object])[] = [
  ['legal', { number: '' }],
  ['legal', { number: 'a\nb' }],
  ['legal', { form: 'uu' }],
  ['grown', { year: 1999 }],
  ['grown', { cohort: '2018' }],
  ['funding', { amount: -1 }],
  ['funding', { amount: 1e14 }],
  ['devices', { laptop: 1.5 }],
  ['connection', { connection: '5g' }],
  ['site', { spot: { lat: 52, long: 110 } }],
  ['site', { spot: { lat: -7, long: '110' } }],
  ['premises', { words: 'x'.repeat(201) }],
  ['plan', { from: '2026-02-30' }],
  ['lapse', { reason: '  ' }],
  ['release', { reason: 'ok' }],
  ['site', { fact: 'x' }],
]
for (const [act, own] of odd)
  test(`NETWORK-1 ${act} with ${JSON.stringify(own).slice(0, 40)} is refused by name`, async () => {
    const answer = await say(manager, act, offices.maguwoharjo, own)
    assert.equal(answer.status, 400, answer.text)
  })

test('NETWORK-9 the card tells whether the office is open to citizens and how many hold each role', async () => {
  const { posts, open, says } = await cardOf(manager, offices.caturtunggal)
  assert.deepEqual(
    posts.map(({ role, people, names }) => [role, people, names.id]),
    [['coordinator', 1, 'Koordinator Puskesos']],
  )
  assert.deepEqual([open, says], [true, true])
})

test('NETWORK-1 the ledger proves what was said and writes it anew', async () => {
  const kept = async () => [
    await house.owner('select * from network_office order by id'),
    await house.owner('select * from network_fact order by id'),
  ]
  const before = await kept()
  assert.ok((before[1]?.length ?? 0) > 20)
  await house.owner("update network_office set state = 'lapsed', facts = '[]'")
  await house.owner('delete from network_fact')
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, offices.district))
  assert.deepEqual(await kept(), before)
  await assertVerified(house)
})
