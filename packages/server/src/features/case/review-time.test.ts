import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { cardOf, done, reviewMove as move, switchReview, tabOf } from '../../testing/a-review.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from '../notice/index.ts'
import { caseHandler } from './commands.ts'
import { pressCases } from './press-cases.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const second = await house.staffAt(offices.caturtunggal, 'facilitator')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'facilitator')
const supervisor = await house.staffAt(offices.secretariat, 'supervisor')
const admin = await house.staffAt(offices.secretariat, 'admin')
const { ledger, reference, pools } = house.parts
const handle = caseHandler({ ledger, reference })
const notices = noticePartsOf(house)
const reason = 'Nomor rumah belum ada.'
await switchReview(admin, 2)

const press = (at: number) => pressCases({ pool: pools.worker, reference }, handle, at)
const brought = () => aCaseBy(facilitator, { category: 'pbi-inactive' })
const dueOf = async (id: string): Promise<number> => (await cardOf(bo, id)).hop.dueAt ?? assert.fail('no time runs')
const actsOf = async (id: string) => (await cardOf(bo, id)).history.map(({ action }) => action)
const newsOf = async (client: Client, id: string): Promise<readonly string[]> => {
  await dispatchAll(notices, Date.now())
  const { items } = await client.read(noticeRoutes.list, { query: { show: 'all' } })
  return items.filter((item) => item.case === id).map(({ what }) => what)
}
const onPhone = async (client: Client, id: string) => {
  const phone = aPhone(client)
  const { rows } = await phone.sync()
  const row: ReplicaRow['case'] | undefined = rows.case.find((one) => one.id === id)
  return row && [row.review, row.sentBy, row.missing]
}

test('SUPER-5 a report that nobody looked at in time goes to its office by itself, and the office has its own time then', async () => {
  const { id } = await brought()
  const due = await dueOf(id)
  await press(due - 60_000)
  assert.deepEqual(await actsOf(id), ['register'], 'a review reminds nobody and passes nothing on before its time')
  await Promise.all([press(due + 1), press(due + 1)])
  assert.deepEqual(await actsOf(id), ['register', 'review-lapse'], 'two workers at once say it once')
  const card = await cardOf(bo, id)
  assert.deepEqual([card.line.review, card.line.office], [null, offices.caturtunggal])
  assert.ok((card.hop.dueAt ?? 0) > due)
  assert.deepEqual(await move(supervisor, id, 'review-return', { note: reason }), [409, 'not-in-review'])
  assert.deepEqual(await move(bo, id, 'take'), done)
})

test('SUPER-5 what a facilitator never mended goes to its office too; nobody makes the clock’s move by hand', async () => {
  const { id } = await brought()
  await move(supervisor, id, 'review-return', { note: reason })
  const answer = await supervisor.raw({
    method: 'POST',
    path: '/api/cases/review-lapse',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject: id, data: { note: '' } }),
  })
  assert.equal(answer.status, 404)
  await press((await dueOf(id)) + 1)
  const card = await cardOf(bo, id)
  assert.deepEqual([card.line.review, card.missing], [null, null])
  assert.deepEqual(await actsOf(id), ['register', 'review-return', 'review-lapse'])
  await assertVerified(house)
})

test('SUPER-4 switched off midway, what is brought now is the office’s, what waits is still looked at, what is mended goes on', async () => {
  const [waits, back, late] = [(await brought()).id, (await brought()).id, (await brought()).id]
  await move(supervisor, back, 'review-return', { note: reason })
  await switchReview(admin, 0)
  assert.equal((await cardOf(bo, (await brought()).id)).line.review, null)
  assert.deepEqual(await move(bo, waits, 'take'), [409, 'in-review'])
  assert.deepEqual(await move(supervisor, waits, 'review-pass'), done)
  assert.deepEqual(await move(facilitator, back, 'review-mend'), done)
  assert.equal((await cardOf(bo, back)).line.review, null)
  assert.deepEqual(await move(bo, back, 'take'), done)
  await press((await dueOf(late)) + 1)
  assert.equal((await cardOf(bo, late)).line.review, null)
  await switchReview(admin, 2)
  assert.equal((await cardOf(bo, (await brought()).id)).line.review, 'waiting')
})

test('SUPER-6 handed to a colleague it is theirs to mend, on desk and phone, and its time goes on; to nobody from elsewhere', async () => {
  const { id } = await brought()
  await move(supervisor, id, 'review-return', { note: reason })
  const due = await dueOf(id)
  const to = (assignee: unknown) => move(supervisor, id, 'review-hand', { assignee, note: '' })
  assert.deepEqual(await to(neighbour.staff), [422, 'assignee-not-here'])
  assert.deepEqual(await to(randomUUID()), [422, 'assignee-not-here'])
  assert.deepEqual(await to(facilitator.staff), [409, 'already-so'])
  assert.deepEqual(await to(second.staff), done)
  assert.deepEqual((await cardOf(supervisor, id)).sentBy, { id: second.staff, name: 'Petugas facilitator' })
  assert.equal(await dueOf(id), due)
  assert.deepEqual(
    [(await tabOf(facilitator, 'mend')).includes(id), (await tabOf(second, 'mend')).includes(id)],
    [false, true],
  )
  assert.deepEqual(await onPhone(second, id), ['returned', second.staff, reason])
  assert.deepEqual(await newsOf(second, id), ['review-returned'])
  assert.deepEqual(await move(second, id, 'review-mend'), done)
  assert.deepEqual(await move(supervisor, id, 'review-pass'), done)
})

test('SUPER-8 who has the turn is told: who looks, who is to mend, and the office only when it may begin', async () => {
  const { id } = await brought()
  assert.deepEqual(await newsOf(supervisor, id), ['to-review'])
  assert.deepEqual([await newsOf(bo, id), await newsOf(facilitator, id), await newsOf(neighbour, id)], [[], [], []])
  await move(supervisor, id, 'review-return', { note: reason })
  assert.deepEqual(await newsOf(facilitator, id), ['review-returned'])
  await move(facilitator, id, 'review-mend')
  assert.deepEqual(await newsOf(supervisor, id), ['to-review', 'to-review'])
  await move(supervisor, id, 'review-pass')
  assert.deepEqual(await newsOf(bo, id), ['arrived'])
})

test('SUPER-8 the citizen reads that the report is checked, in time and without what was asked of the facilitator', async () => {
  const { id, number, receipt } = await brought()
  await move(supervisor, id, 'review-return', { note: reason })
  const browser = plainBrowser(house.door)
  await browser.open('/lacak')
  await browser.press('/lacak', { number, secret: receipt.short })
  const { text } = browser.page()
  assert.match(text, /Isinya diperiksa dulu, lalu ditangani kantor/)
  for (const word of [reason, 'dikembalikan', 'Dikembalikan', 'Petugas facilitator', 'terlambat'])
    assert.ok(!text.includes(word), word)
  await move(supervisor, id, 'review-pass')
  await browser.open('/lacak/kasus')
  assert.ok(!browser.page().text.includes('Isinya diperiksa dulu'))
})

test('SUPER-9 a phone of the village learns whose turn it is; one of another village nothing', async () => {
  const { id } = await brought()
  assert.deepEqual(await onPhone(facilitator, id), ['waiting', facilitator.staff, null])
  await move(supervisor, id, 'review-return', { note: reason })
  assert.deepEqual(await onPhone(facilitator, id), ['returned', facilitator.staff, reason])
  assert.equal(await onPhone(neighbour, id), undefined)
  await move(supervisor, id, 'review-pass')
  assert.deepEqual(await onPhone(facilitator, id), [null, facilitator.staff, null])
  await assertVerified(house)
})
