import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { readClockOrder } from '../../platform/http/order.ts'
import { aNation, challengesOf, peopleOf } from '../../testing/challenges.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { pressChallenges } from './index.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aNation(house)
const { coordinator, manager, province, nation } = await peopleOf(house, offices)
const { did, reported, card, press, told, handle } = challengesOf(house)
const kinds = async (id: string) =>
  (await house.owner('select kind, actor from ledger where subject = $1 order by seq', [id])).map(
    ({ kind, actor }) => `${String(kind)} ${String(actor).split(':')[0]}`,
  )

test('CHALLENGE-8 what nobody answered in time goes up office by office, and is told to be late at the last, once', async () => {
  const id = await reported(coordinator)
  assert.equal(await press(1), 0, 'its days are not over')
  assert.equal(await press(40), 1)
  const there = await card(province, id)
  assert.deepEqual(
    [there.officeName, there.status, there.missed, there.late],
    ['Dinas Sosial DIY', 'reported', 1, true],
  )
  assert.deepEqual(await told(id, coordinator), ['challenge-moved'])
  assert.deepEqual(await told(id, province), ['challenge-here'])
  assert.equal(await press(120), 1)
  assert.equal((await card(nation, id)).officeName, 'Sekretariat Nasional')
  assert.equal(await press(300), 1)
  assert.equal(await press(400), 0, 'said once')
  const late = await card(nation, id)
  assert.deepEqual([late.missed, late.acts], [3, ['take', 'pass-down']])
  assert.ok((await told(id, nation)).includes('challenge-late'))
  assert.deepEqual(await kinds(id), [
    'challenge.report staff',
    'challenge.rise clock',
    'challenge.rise clock',
    'challenge.overdue clock',
  ])
})

test('CHALLENGE-8 who answers late answers all the same, and one that is answered stands still', async () => {
  const id = await reported(coordinator)
  await did(manager, 'take', id)
  await did(manager, 'answer', id)
  assert.equal(await press(500), 0)
  assert.equal((await card(coordinator, id)).missed, 0)
  await did(coordinator, 'reopen', id)
  assert.equal(await press(500), 1, 'opened again it has its time again')
})

test('CHALLENGE-8 what two workers do at once is done once', async () => {
  const id = await reported(coordinator)
  const done = await Promise.all([1, 2, 3].map(() => press(45)))
  assert.ok(done.some((n) => n > 0))
  assert.deepEqual(await kinds(id), ['challenge.report staff', 'challenge.rise clock'])
})

test('CHALLENGE-8 one that can not be moved keeps no other back, and is there again at the next look', async () => {
  const [one, other] = [await reported(coordinator), await reported(coordinator)]
  const tripping: typeof handle = (order, actor, at) =>
    order.envelope.subject === one ? Promise.reject(new Error('this one can not be moved')) : handle(order, actor, at)
  const at = Date.now() + 60 * 86_400_000
  await assert.rejects(pressChallenges(house.parts.pools.worker, tripping, at), /this one can not be moved/)
  assert.equal((await card(province, other)).officeName, 'Dinas Sosial DIY')
  assert.equal((await card(province, one)).officeName, 'Sekretariat SLRT Sleman')
  await press(60)
  assert.equal((await card(province, one)).officeName, 'Dinas Sosial DIY')
})

test('CHALLENGE-1 time moves none before its day, and nobody sends a command as the clock', async () => {
  const id = await reported(coordinator)
  const rise = () =>
    readClockOrder('challenge.rise', {
      id: randomUUID(),
      v: 1,
      district: '34.04',
      subject: id,
      office: null,
      doneAt: new Date().toISOString(),
      base: null,
      data: {},
    })
  for (const [actor, code] of [
    [{ kind: 'clock', challenge: (await card(coordinator, id)).id }, 'already-so'],
    [{ kind: 'clock' }, 'not-found'],
    [{ kind: 'setup' }, 'not-permitted'],
  ] as const) {
    const order = rise()
    assert.ok(order.ok)
    const reply = await handle(order.value, actor, Date.now())
    assert.equal(reply.status === 'refused' ? reply.refusal.code : 'done', code)
  }
  for (const act of ['rise', 'overdue']) {
    const answer = await manager.raw({ method: 'POST', path: `/api/challenges/${act}`, body: '{}' })
    assert.equal(answer.status, 404, act)
  }
  await assertVerified(house)
})
