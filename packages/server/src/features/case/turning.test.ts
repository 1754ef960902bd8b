import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { caseHandler } from './commands.ts'
import { pressCases } from './press-cases.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'bo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const note = 'Sudah diperiksa.'
const { ledger, reference, pools } = house.parts
const handle = caseHandler({ ledger, reference })

const codeOf = ({ status, body }: Answer) => [status, body.code]
const move = (client: Client, id: string, action: keyof typeof caseData, own: object = {}) =>
  client.send(`case.${action}`, { subject: id, data: { ...caseData[action], ...own } })
const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
const kindsOf = async (id: string) =>
  (await house.owner<{ kind: string }>('select kind from ledger where subject = $1 order by seq', [id])).map(
    ({ kind }) => kind.replace('case.', ''),
  )
const accepted = async (answer: Promise<Answer>): Promise<void> => {
  const { status, text } = await answer
  assert.equal(status, 200, text)
}

/** A case that ended with an outcome, of which the citizen said that it is solved. */
async function anEnded(outcome: string, own: Parameters<typeof aCaseBy>[1] = {}): Promise<string> {
  const { id } = await aCaseBy(coordinator, own)
  await accepted(move(coordinator, id, 'take'))
  await accepted(move(coordinator, id, 'answer', { outcome }))
  await accepted(move(coordinator, id, 'confirm'))
  return id
}
const visit = (client: Client, id: string, became = 'better') => move(client, id, 'visit', { became })

test('OUTCOME-1 a visit is planned where help was given, and nowhere else; opening the case again ends it', async () => {
  for (const [outcome, planned] of [
    ['granted', true],
    ['partly-granted', true],
    ['data-corrected', true],
    ['informed', false],
  ] as const) {
    const id = await anEnded(outcome)
    assert.equal((await cardOf(coordinator, id)).visitAt !== null, planned, outcome)
    if (!planned) assert.deepEqual(codeOf(await visit(facilitator, id)), [409, 'already-so'], outcome)
  }
  const id = await anEnded('granted')
  await accepted(move(coordinator, id, 'reopen'))
  assert.equal((await cardOf(coordinator, id)).visitAt, null)
  assert.deepEqual(codeOf(await visit(facilitator, id)), [409, 'wrong-status'])
  await accepted(move(coordinator, id, 'answer'))
  await accepted(move(coordinator, id, 'confirm'))
  assert.notEqual((await cardOf(coordinator, id)).visitAt, null, 'and closing it plans the visit anew')
})

test('OUTCOME-2 nobody at home is tried again after a week; after two visits, or where nobody is left, there is no next', async () => {
  const id = await anEnded('granted')
  await accepted(visit(facilitator, id, 'not-met'))
  const again = await cardOf(facilitator, id)
  assert.ok(Math.abs((again.visitAt ?? 0) - Date.now() - 7 * dayMs) < 600_000)
  assert.equal(again.became, null)
  await accepted(visit(facilitator, id, 'same'))
  await accepted(visit(facilitator, id, 'better'))
  const done = await cardOf(facilitator, id)
  assert.deepEqual([done.became, done.visitAt], ['better', null])
  assert.deepEqual(codeOf(await visit(facilitator, id)), [409, 'already-so'])
  for (const last of ['moved', 'died']) {
    const gone = await anEnded('granted')
    await accepted(visit(facilitator, gone, last))
    assert.equal((await cardOf(facilitator, gone)).visitAt, null, last)
  }
})

test('OUTCOME-2 a visit without words, with a result that is on no list, or by somebody from elsewhere is none', async () => {
  const id = await anEnded('granted')
  const { version } = (await cardOf(coordinator, id)).line
  assert.deepEqual(codeOf(await visit(facilitator, id, 'rich')), [422, 'unknown-reason'])
  for (const data of [
    { became: 'better' },
    { became: 'better', note: '' },
    { note },
    { became: '', note },
    { became: 1, note },
  ])
    assert.equal((await facilitator.send('case.visit', { subject: id, data })).status, 400, JSON.stringify(data))
  assert.deepEqual(codeOf(await visit(neighbour, id)), [404, 'not-found'])
  assert.deepEqual(codeOf(await visit(house.stranger(), id)), [401, 'unauthenticated'])
  assert.equal((await cardOf(coordinator, id)).line.version, version)
})

test('OUTCOME-2 two facilitators who come on the same day write one visit each or are told; one sent twice counts once', async () => {
  const id = await anEnded('granted')
  const { version } = (await cardOf(facilitator, id)).line
  const second = await house.staffAt(offices.caturtunggal, 'facilitator')
  const both = await Promise.all(
    [facilitator, second].map((client) =>
      client.send('case.visit', { subject: id, base: version, data: caseData.visit }),
    ),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal(both.find(({ status }) => status === 409)?.body.code, 'stale')
  const other = await anEnded('granted')
  const sent = { id: randomUUID(), subject: other, doneAt: new Date().toISOString(), data: caseData.visit }
  const twice = [await facilitator.send('case.visit', sent), await facilitator.send('case.visit', sent)]
  assert.equal(twice[0]?.text, twice[1]?.text)
  assert.equal((await kindsOf(other)).filter((kind) => kind === 'visit').length, 1)
})

test('OUTCOME-3 a visit of a restricted case, and of one that was erased, stands in no list of who may not see it', async () => {
  const due = (id: string) => house.owner('update cases set visit_at = now() where id = $1', [id])
  const listOf = async (client: Client): Promise<readonly string[]> =>
    (await client.read(caseRoutes.queue, { query: { queue: 'visits' } })).items.map(({ id }) => id)
  const hidden = await anEnded('granted', { restricted: 'violence' })
  const open = await anEnded('granted')
  const [planned] = await house.owner<{ at: Date }>('select visit_at as at from cases where id = $1', [open])
  await due(hidden)
  await due(open)
  assert.deepEqual([(await listOf(bo)).includes(hidden), (await listOf(bo)).includes(open)], [false, true])
  assert.ok((await listOf(coordinator)).includes(hidden))
  assert.ok(!(await listOf(neighbour)).includes(open))
  // What the test set by hand must not stand beside the ledger.
  await house.owner('update cases set visit_at = $2 where id = $1', [open, planned?.at])
  await accepted(visit(coordinator, hidden))
  await accepted(move(coordinator, open, 'ask-erasure'))
  await accepted(move(manager, open, 'erase'))
  const [left] = await house.owner('select visit_at, became from cases where id = $1', [open])
  assert.deepEqual(left, { visit_at: null, became: null })
  assert.equal((await visit(facilitator, open)).status, 409)
  await assertVerified(house)
})

test('CASE-40 what becomes urgent gets a day from now, and its time anew when it no longer is; each needs its reason', async () => {
  const { id } = await aCaseBy(fo, { category: 'pbi-inactive' })
  const calm = await cardOf(bo, id)
  assert.equal((await bo.send('case.set-red', { subject: id, data: { red: true, note: '' } })).status, 400)
  assert.equal((await bo.send('case.set-red', { subject: id, data: { red: 'ya', note } })).status, 400)
  assert.deepEqual(codeOf(await move(bo, id, 'set-red', { red: false })), [409, 'already-so'])
  assert.deepEqual(codeOf(await move(fo, id, 'set-red')), [403, 'not-permitted'])
  assert.deepEqual(codeOf(await move(neighbour, id, 'set-red')), [404, 'not-found'])
  await accepted(move(bo, id, 'set-red'))
  const red = await cardOf(bo, id)
  assert.deepEqual([red.line.priority, (red.hop.dueAt ?? 0) - red.hop.startedAt], ['red', dayMs])
  assert.deepEqual(codeOf(await move(bo, id, 'set-red')), [409, 'already-so'])
  await accepted(move(bo, id, 'set-red', { red: false }))
  const again = await cardOf(bo, id)
  assert.notEqual(again.line.priority, 'red')
  assert.ok((again.hop.dueAt ?? 0) >= (calm.hop.dueAt ?? 0))
  await assertVerified(house)
})

test('CASE-39 a red card that nobody took goes up after its day, red as it is, and is then due within a day there', async () => {
  const { id } = await aCaseBy(fo, { red: true })
  const { hop } = await cardOf(bo, id)
  await pressCases({ pool: pools.worker, reference }, handle, (hop.dueAt ?? 0) + 1)
  const above = await cardOf(manager, id)
  assert.deepEqual([above.line.office, above.line.priority], [offices.secretariat, 'red'])
  assert.equal((above.hop.dueAt ?? 0) - above.hop.startedAt, dayMs)
  assert.ok((await kindsOf(id)).includes('escalate'))
  assert.equal((await move(bo, id, 'take')).status >= 400, true, 'the office below has lost it')
  await accepted(move(manager, id, 'take'))
})

test('CASE-38 what is settled, answered or taken back meanwhile is not reminded of; other districts are not touched', async () => {
  const settled = await aCaseBy(fo, { kind: 'question' })
  await accepted(move(fo, settled.id, 'settle'))
  const cancelled = await aCaseBy(fo)
  await accepted(move(coordinator, cancelled.id, 'cancel'))
  const before = [await kindsOf(settled.id), await kindsOf(cancelled.id)]
  await pressCases({ pool: pools.worker, reference }, handle, Date.now() + 40 * dayMs)
  assert.deepEqual([await kindsOf(settled.id), await kindsOf(cancelled.id)], before)
})

test('CASE-38, CASE-39 the moves of the clock have no door: nobody makes them by hand', async () => {
  const { id } = await aCaseBy(fo)
  for (const action of ['remind', 'overdue', 'expire', 'lapse']) {
    const answer = await manager.raw({
      method: 'POST',
      path: `/api/cases/${action}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subject: id, data: { note: '' } }),
    })
    assert.equal(answer.status, 404, action)
  }
  assert.deepEqual(await kindsOf(id), ['register'])
})

test('CASE-37 taking back is for the office that passed it up: once, not by others, and not what the clock passed up', async () => {
  const { id } = await aCaseBy(fo)
  assert.deepEqual(codeOf(await move(bo, id, 'take-back')), [409, 'not-passed-up'])
  await accepted(move(bo, id, 'take'))
  await accepted(move(bo, id, 'escalate'))
  assert.deepEqual(codeOf(await move(neighbour, id, 'take-back')), [404, 'not-found'])
  assert.equal((await move(fo, id, 'take-back')).body.code, 'not-permitted')
  const both = await Promise.all([move(bo, id, 'take-back'), move(manager, id, 'take')])
  assert.deepEqual(
    both.map(({ status }) => status < 400).toSorted(),
    [false, true],
    both.map(({ text }) => text).join(),
  )
  assert.equal((await move(bo, id, 'take-back')).status, 409)
  const late = await aCaseBy(fo, { category: 'pbi-inactive' })
  const { hop } = await cardOf(bo, late.id)
  await pressCases({ pool: pools.worker, reference }, handle, (hop.dueAt ?? 0) + 1)
  assert.equal((await cardOf(manager, late.id)).line.office, offices.secretariat)
  assert.deepEqual(codeOf(await move(bo, late.id, 'take-back')), [409, 'not-passed-up'])
})

test('LEDGER-14 visits, red cards, reminders and what was taken back are written anew as they were', async () => {
  const stored = () =>
    house.owner(
      'select id, status, office, priority, visit_at, visits, became, remind_at, hop_due_at, overdue_since, passed from cases order by id',
    )
  const before = await stored()
  const client = await house.ownerPool.connect()
  await client.query(
    "update cases set visit_at = null, visits = null, became = 'worse', remind_at = null, priority = 'high'",
  )
  await rebuildDistrict(client as unknown as Parameters<typeof rebuildDistrict>[0], ledger.keys, '34.04')
  client.release()
  assert.deepEqual(await stored(), before)
  await assertVerified(house)
})

test('LOG-1 visits, reminders and urgent cases leave no name and no words in the log', () => {
  assert.ok(house.logged.some((line) => line.includes('case.visit')))
  for (const word of ['Sumarni', '3404075203600001', '81234567890', note])
    assert.ok(!house.logged.some((line) => line.includes(word)), word)
})
