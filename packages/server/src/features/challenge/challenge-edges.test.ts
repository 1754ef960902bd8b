import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { challengeSteps } from '@openslrt/core/challenge/moves.ts'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { inScope } from '../../platform/db/scope.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import { aNation, cameTo, challengesOf, peopleOf, stepData } from '../../testing/challenges.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aNation(house)
const people = await peopleOf(house, offices)
const { coordinator, neighbour, manager, bantul, province, otherProvince, nation } = people
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const leader = await house.staffAt(offices.sleman, 'leader')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const { act, did, reported, card, list } = challengesOf(house)
const entries = async (id: string) => (await house.owner('select 1 from ledger where subject = $1', [id])).length
const query = (id: string) => ({ district: '34.04', id })

test('CHALLENGE-12 two districts, two Puskesos and two provinces never see each other’s challenges, by no door', async () => {
  const id = await reported(coordinator)
  const own = await reported(manager)
  for (const other of [bantul, otherProvince])
    for (const one of [id, own]) {
      assert.equal((await other.ask(challengeRoutes.one, { query: query(one) })).status, 404)
      assert.equal((await list(other)).total, 0)
      assert.deepEqual((await other.read(challengeRoutes.table, { query: { show: 'all' } })).items, [])
    }
  for (const one of [id, own])
    assert.equal((await neighbour.ask(challengeRoutes.one, { query: query(one) })).status, 404)
  assert.equal((await coordinator.ask(challengeRoutes.one, { query: query(own) })).status, 404, 'the secretariat’s own')
  for (const reader of [manager, province, nation]) assert.equal((await card(reader, id)).id, id)
})

test('CHALLENGE-12 whoever sees it not moves nothing, by no act and from no status', async () => {
  const id = await reported(coordinator)
  for (const stage of ['take', 'answer', 'close'] as const) {
    const before = await entries(id)
    for (const who of [bantul, otherProvince, neighbour])
      for (const step of challengeSteps) {
        const answer = await who.send(`challenge.${step}`, {
          subject: id,
          district: '34.04',
          data: stepData[`challenge.${step}`],
        })
        const code = cameTo(answer)
        assert.ok(['challenge-unknown', 'not-permitted'].includes(code), `${step}: ${code}`)
      }
    assert.equal(await entries(id), before)
    await did(stage === 'close' ? coordinator : manager, stage, id)
  }
})

test('CHALLENGE-12 who has neither right reads no words, and who reads figures alone reads numbers', async () => {
  const id = await reported(coordinator)
  for (const who of [fo, leader, facilitator]) {
    for (const [route, asked] of [
      [challengeRoutes.list, {}],
      [challengeRoutes.table, {}],
      [challengeRoutes.choices, {}],
      [challengeRoutes.one, query(id)],
    ] as const)
      assert.deepEqual(
        [(await who.ask(route, { query: asked })).status, cameTo(await who.ask(route, { query: asked }))],
        [403, 'not-permitted'],
        route.path,
      )
    assert.equal((await who.ask(challengeRoutes.counts)).status, 200)
    for (const step of ['report', ...challengeSteps])
      assert.equal(cameTo(await act(who, step, id)), 'not-permitted', step)
  }
  for (const route of Object.values(challengeRoutes))
    assert.equal((await house.stranger().ask(route)).status, 401, route.path)
})

test('CHALLENGE-12 the database itself shows none without the places of a reader, and none of another district', async () => {
  const id = await reported(coordinator)
  const count = (scope: object) =>
    inScope(
      house.parts.pools.api,
      scope,
      async (client) => (await client.query('select 1 from challenge where id = $1', [id])).rowCount,
    )
  assert.equal(await count({}), 0)
  assert.equal(await count({ challengesFrom: '34.04', challengesTo: '34.04/' }), 1)
  assert.equal(await count({ challengesFrom: '34.02', challengesTo: '34.02/' }), 0)
  assert.equal(
    await count({ placeFrom: '0', placeTo: ':', figuresFrom: '0', figuresTo: ':' }),
    0,
    'cases and figures are no key',
  )
  assert.equal(await count({ challenge: id }), 1)
})

test('CHALLENGE-5 what lies elsewhere is not acted on, whoever sees it: above it, below it, or where it was before', async () => {
  const id = await reported(coordinator)
  for (const who of [province, nation, coordinator]) assert.equal(cameTo(await act(who, 'take', id)), 'not-here')
  await did(manager, 'pass-up', id)
  for (const step of ['take', 'pass-up', 'pass-down'])
    assert.equal(cameTo(await act(manager, step, id)), 'not-here', step)
  await did(province, 'take', id)
  assert.equal(cameTo(await act(province, 'withdraw', id)), 'not-permitted', 'a province reports none')
  await did(province, 'answer', id)
  for (const step of ['close', 'reopen', 'withdraw'])
    assert.equal(cameTo(await act(manager, step, id)), 'not-here', step)
  const colleague = await house.staffAt(offices.caturtunggal, 'coordinator')
  await did(colleague, 'close', id)
})

const today = dayIn('Asia/Jakarta', Date.now())
const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)
const odd: readonly (readonly [what: string, own: object, code: string])[] = [
  ['a kind that no list has', { kind: 'weather' }, 'challenge-kind'],
  ['a day to come', { since: tomorrow }, 'challenge-day'],
  ['a day before SLRT', { since: '1999-01-01' }, 'challenge-day'],
  ['too few words', { words: 'Listrik' }, 'invalid'],
  ['words of blanks', { words: ' '.repeat(40) }, 'invalid'],
  ['no village', { villages: 0 }, 'invalid'],
  ['half a citizen', { citizens: 0.5 }, 'invalid'],
  ['more villages than there are', { villages: 100_001 }, 'invalid'],
  ['help of nobody', { asks: 'village' }, 'invalid'],
  ['a NIK', { words: 'Bu Siti 3404075203600001 tidak dilayani' }, 'challenge-names'],
  ['a NIK in groups', { words: 'Bu Siti 340407-520360-0001 tidak dilayani' }, 'challenge-names'],
  ['a phone', { words: 'Hubungi warga di 0812 3456 7890 ya' }, 'challenge-names'],
  ['another field', { name: 'Siti' }, 'unknown-field'],
]
for (const [what, own, code] of odd)
  test(`CHALLENGE-2, CHALLENGE-3 a report with ${what} is refused, and nothing is kept`, async () => {
    const subject = randomUUID()
    assert.equal(cameTo(await act(coordinator, 'report', subject, own)), code)
    assert.equal((await coordinator.ask(challengeRoutes.one, { query: query(subject) })).status, 404)
  })

test('CHALLENGE-3 what is refused for naming somebody says why, and keeps no number anywhere', async () => {
  const answer = await act(coordinator, 'report', randomUUID(), { words: 'Bu Siti 3404075203600009 tidak dilayani' })
  assert.match(String(answer.body['message']), /tidak menyebut warga/)
  const kept = await house.owner("select 1 from challenge where words like '%3404075203600009%'")
  assert.deepEqual(kept, [])
})

test('CHALLENGE-2 an office above the districts reports none, and nobody writes into another district’s ledger', async () => {
  const subject = randomUUID()
  const data = stepData['challenge.report']
  for (const who of [province, nation])
    assert.equal(cameTo(await who.send('challenge.report', { subject, district: '34.04', data })), 'not-permitted')
  for (const district of ['34.02', '34', '00'])
    assert.equal(
      cameTo(await manager.send('challenge.report', { subject, district, data })),
      'wrong-district',
      district,
    )
})

test('CHALLENGE-4 a sub-district is skipped until somebody works there who may answer', async () => {
  const post = await openOffice(house, {
    name: 'Pos Depok',
    kind: 'subdistrict-post',
    level: 'subdistrict',
    place: '34.04.07',
    parent: offices.sleman,
  })
  const village = await openOffice(house, {
    name: 'Puskesos Condongcatur',
    kind: 'puskesos',
    level: 'village',
    place: '34.04.07.2003',
    parent: post,
  })
  const there = await house.staffAt(village, 'coordinator')
  assert.equal((await card(there, await reported(there))).officeName, 'Sekretariat SLRT Sleman')
  const own = await house.staffAt(post, 'coordinator')
  const id = await reported(there)
  assert.equal((await card(there, id)).officeName, 'Pos Depok')
  await did(own, 'take', id)
  await did(own, 'pass-up', id)
  assert.deepEqual((await card(manager, id)).down, 'Pos Depok')
})

test('CHALLENGE-5 of two who take it at once one has it, and a form that is old is told so', async () => {
  const id = await reported(coordinator)
  const other = await house.staffAt(offices.sleman, 'manager')
  const came = await Promise.all([act(manager, 'take', id, {}, 1), act(other, 'take', id, {}, 1)])
  assert.deepEqual(came.map(cameTo).toSorted(), ['done', 'stale'])
  assert.equal(cameTo(await act(manager, 'answer', id, {}, 1)), 'stale')
  const answers = await Promise.all([1, 2, 3].map(() => act(manager, 'answer', id)))
  assert.deepEqual(answers.map(cameTo).toSorted(), ['challenge-step', 'challenge-step', 'done'])
})

test('WIRE-3 a report that is sent twice is one, and its words can not be changed under it', async () => {
  const [subject, sent] = [randomUUID(), randomUUID()]
  const again = { id: sent, subject, data: { ...stepData['challenge.report'], since: today } }
  const doneAt = new Date().toISOString()
  const first = await coordinator.send('challenge.report', { ...again, doneAt })
  assert.deepEqual((await coordinator.send('challenge.report', { ...again, doneAt })).body, first.body)
  assert.equal(await entries(subject), 1)
  assert.equal(cameTo(await act(coordinator, 'report', subject)), 'already-so')
})
