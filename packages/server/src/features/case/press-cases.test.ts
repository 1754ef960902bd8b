import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { readOrder } from '../../platform/http/order.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { envelopeOf } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { caseHandler } from './commands.ts'
import { pressCases } from './press-cases.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const { ledger, reference, pools } = house.parts
const handle = caseHandler({ ledger, reference })
const note = 'Sudah diperiksa.'

const press = (after: number): Promise<number> =>
  pressCases({ pool: pools.worker, reference }, handle, Date.now() + after)
const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
const acts = async (id: string): Promise<readonly string[]> =>
  (await house.owner<{ kind: string }>('select kind from ledger where subject = $1 order by seq', [id])).map(
    ({ kind }) => kind.replace('case.', ''),
  )

test('CASE-38, CASE-39 as days go by the office is reminded, then the case goes up, then it is said that nobody is above', async () => {
  const { id } = await aCaseBy(fo, { category: 'pbi-inactive' })
  assert.equal(await press(0), 0)
  const { hop, stepDueAt } = await cardOf(bo, id)
  assert.ok(hop.dueAt !== null && stepDueAt !== null)
  const at = (moment: number) => press(moment - Date.now() + 1)
  assert.equal(await at(stepDueAt), 1)
  assert.equal(await at(stepDueAt), 0, 'once')
  assert.equal((await cardOf(bo, id)).line.office, offices.caturtunggal)
  assert.equal(await at(hop.dueAt), 1)
  const above = await cardOf(manager, id)
  assert.deepEqual([above.line.office, above.line.status], [offices.secretariat, 'registered'])
  assert.equal(above.history.at(-1)?.say['reason'], 'time-over')
  const next = above.hop.dueAt
  assert.ok(next !== null)
  assert.equal(await at(next), 1)
  assert.equal((await cardOf(manager, id)).overdueSince !== null, true)
  assert.deepEqual(await acts(id), ['register', 'remind', 'escalate', 'overdue'])
  await assertVerified(house)
})

test('CASE-39 what awaits a decision or another office stays, and is told to be late; two workers at once say it once', async () => {
  const { id } = await aCaseBy(fo, { category: 'pbi-inactive' })
  await bo.does('case.take', { subject: id, data: { note } })
  await bo.does('case.recommend', { subject: id, data: { note } })
  const said = await Promise.all([press(9 * dayMs), press(9 * dayMs)])
  assert.ok(said.some((done) => done > 0))
  const card = await cardOf(bo, id)
  assert.deepEqual([card.line.office, card.line.status], [offices.caturtunggal, 'recommended'])
  assert.deepEqual((await acts(id)).slice(3), ['overdue'])
})

test('CASE-32 a form that was opened before the clock reminded is taken all the same', async () => {
  const { id } = await aCaseBy(fo, { category: 'pbi-inactive' })
  const { line, stepDueAt } = await cardOf(bo, id)
  assert.ok(stepDueAt !== null)
  await press(stepDueAt - Date.now() + 1)
  assert.ok((await acts(id)).includes('remind'))
  await bo.does('case.take', { subject: id, base: line.version, data: { note } })
})

test('CASE-40 a red card has until the same hour of the next day, whatever day that is, and comes first', async () => {
  await aCaseBy(fo)
  const { id } = await aCaseBy(fo, { red: true })
  const { hop, hopDayMinutes, hopLimit } = await cardOf(bo, id)
  assert.equal((hop.dueAt ?? 0) - hop.startedAt, dayMs)
  assert.deepEqual([hopDayMinutes, hopLimit], [1440, 1440])
  const [first] = (await bo.read(caseRoutes.queue)).items
  assert.equal(first?.id, id)
})

/** Where a report from home comes to lie. */
async function reportFrom(place: string): Promise<string | undefined> {
  const subject = randomUUID()
  const data = registration({ place: villageCode.parse(place) })
  const order = readOrder('case.register', envelopeOf({ subject, data }, null, '34.04'))
  assert.ok(order.ok)
  const reply = await handle(order.value, { kind: 'citizen', case: caseId.parse(subject) }, Date.now())
  assert.equal(reply.status, 'accepted')
  const [row] = await house.owner<{ office: string }>('select office from cases where id = $1', [subject])
  return row?.office
}

test('OFFICE-1, OFFICE-3 where nobody works now, a report from home and a case that goes up pass on to the next office', async () => {
  const village = '34.04.07.2002'
  assert.equal(await reportFrom(village), offices.secretariat)
  const officer = await house.staffAt(offices.maguwoharjo, 'bo')
  assert.equal(await reportFrom(village), offices.maguwoharjo)
  await house.owner(
    "insert into leave (district, id, version, seq, staff, post, office, valid_from, valid_until) select '34.04', gen_random_uuid(), 1, 1, staff, id, office, now() - interval '1 day', now() + interval '1 day' from post where staff = $1",
    [officer.staff],
  )
  assert.equal(await reportFrom(village), offices.secretariat, 'who is away takes nothing in')
})

test('CASE-42 a case that fails keeps the clock from no other one, and is said when all are done', async () => {
  const cases = [await aCaseBy(fo), await aCaseBy(fo), await aCaseBy(fo)]
  const ids = cases.map(({ id }) => id)
  const [broken] = ids
  const failing: typeof handle = (order, actor, at) =>
    order.envelope.subject === broken ? Promise.reject(new Error('a broken row')) : handle(order, actor, at)
  const later = Date.now() + 400 * dayMs
  await assert.rejects(pressCases({ pool: pools.worker, reference }, failing, later), /a broken row/)
  const now = await house.owner<{ id: string; office: string }>(
    'select id, office from cases where id = any($1::uuid[])',
    [ids],
  )
  assert.deepEqual(
    now.filter(({ office }) => office === offices.caturtunggal).map(({ id }) => id),
    [broken],
  )
  await pressCases({ pool: pools.worker, reference }, handle, later)
  assert.notEqual((await cardOf(manager, broken ?? '')).line.office, offices.caturtunggal)
})
