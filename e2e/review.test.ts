import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { begin, dialogOf, finish, rowOf, told, write } from './case-card.ts'
import { button, field, heading, link, optional, say } from './desk.ts'
import { beginPhone, light } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { addStaff } from './sleman.ts'

const { house, sleman, faults, enter, sit } = await setScene()
const { admin, offices, people } = sleman
const joining = (name: string, signInName: string, office: string, role: 'facilitator' | 'supervisor') =>
  addStaff(house, admin, { name, signInName, office, role })
const tini = await joining('Tini Rahayu', 'tini.lapangan', offices.puskesos, 'facilitator')
const wawan = await joining('Wawan Setiawan', 'wawan.lapangan', offices.puskesos, 'facilitator')
const sulastri = await joining('Sulastri', 'sulastri.slrt', offices.secretariat, 'supervisor')

const [summary, mended] = ['Atap rumah bocor', 'Atap rumah bocor di RT 03 nomor 12']
const reason = 'Nomor rumah belum ada. Tanyakan RT dan nomornya.'
const supervisor = await sit(sulastri)
const dialog = dialogOf(supervisor)
let phone: Page

test('SUPER-1 the district switches the step on, with the days that it lasts and from when', async () => {
  const page = await sit(admin)
  await page.goto('/meja/daftar?daftar=window&buka=reviewDays')
  const form = dialogOf(page)
  await field(form, say('lists.form.days')).fill('2')
  await checkScreen(page, 'review-switch')
  await button(form, say('lists.form.send')).click()
  await form.waitFor({ state: 'detached' })
  await page.context().close()
})

test('SUPER-2 what a facilitator writes down at the door waits for the supervisor, who gives it back with a reason', async () => {
  phone = await enter({ phone: true })
  await beginPhone(phone, tini.signInName)
  await button(phone, say('field.new')).click()
  await field(phone, say('field.complaint.name')).fill('Sumarni')
  await phone.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await field(phone, say('field.complaint.summary')).fill(summary)
  await button(phone, say('field.complaint.save')).click()
  await light(phone, /sama dengan server|Semua terkirim/).waitFor()
  await supervisor.goto('/meja/antrean')
  await link(supervisor, new RegExp(`^${say('case.queue.review')}`)).click()
  await rowOf(supervisor, summary).waitFor()
  await checkScreen(supervisor, 'review-queue')
  await link(supervisor, summary).click()
  await button(supervisor, say('move.review-pass')).first().waitFor()
  await checkScreen(supervisor, 'review-card')
  await begin(supervisor, 'move.review-return')
  await write(dialog, say('case.form.review-return.note'), reason)
  await checkScreen(supervisor, 'review-return')
  await finish(supervisor, 'move.review-return', 'did.review-return')
  await supervisor.getByText(say('case.review.by', { name: tini.name })).waitFor()
  await checkScreen(supervisor, 'review-returned-card')
})

test('SUPER-8 the citizen’s page says that the report is checked first, and nothing of what was asked', async () => {
  const subject = randomUUID()
  const { number, receipt } = await tini.does('case.register', { subject, data: registration({}) })
  await sulastri.does('case.review-return', { subject, data: { note: reason } })
  const page = await enter()
  await page.goto('/lacak')
  await field(page, say('public.track.number')).fill(number)
  await field(page, say('public.track.secret')).fill(receipt.short)
  await button(page, say('public.track.send')).click()
  await page.getByText(say('public.case.in-review')).waitFor()
  assert.equal(await page.getByText(reason).count(), 0)
  await checkScreen(page, 'review-public')
  await page.context().close()
  await sulastri.does('case.review-pass', { subject, data: { note: '' } })
})

test('SUPER-9 today’s list shows what came back and why; it is put right on the phone without a signal, and sent again', async () => {
  await phone.reload()
  await phone.getByLabel(say('field.pin.label'), { exact: true }).fill('170845')
  await button(phone, say('field.pin.open')).click()
  await heading(phone, say('field.today.mend')).waitFor()
  await phone.getByText(reason).waitFor()
  await checkScreen(phone, 'review-today')
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await phone.context().setOffline(true)
  await link(phone, new RegExp(summary)).click()
  await heading(phone, summary).waitFor()
  await checkScreen(phone, 'review-field-case')
  await button(phone, say('work.mend.title')).click()
  await button(phone, say('work.mend.save')).click()
  await phone.getByText(say('work.mend.note.missing')).first().waitFor()
  await field(phone, say('field.complaint.summary')).fill(mended)
  await field(phone, say('work.mend.note')).fill('Sudah ditanyakan ke Pak RT.')
  await checkScreen(phone, 'review-field-mend')
  await button(phone, say('work.mend.save')).click()
  await phone.getByText(say('field.pending.waiting')).first().waitFor()
  await phone.context().setOffline(false)
  await light(phone, /sama dengan server|Semua terkirim/).waitFor()
  await heading(phone, say('field.today.mend')).waitFor({ state: 'detached' })
  await phone.context().close()
})

test('SUPER-6 the supervisor reads what was mended, hands it to a colleague, and passes it on; then the office takes it', async () => {
  await supervisor.goto('/meja/antrean?queue=review')
  await link(supervisor, mended).click()
  await begin(supervisor, 'move.review-hand')
  await dialog.getByRole('radio', { name: wawan.name }).check()
  await write(dialog, optional(say('case.form.review-hand.note')), 'Bu Tini cuti.')
  await checkScreen(supervisor, 'review-hand')
  await finish(supervisor, 'move.review-hand', 'did.review-hand')
  await begin(supervisor, 'move.review-pass')
  await checkScreen(supervisor, 'review-pass')
  await finish(supervisor, 'move.review-pass', 'did.review-pass')
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await link(bo, mended).click()
  await begin(bo, 'move.take')
  await told(bo, 'did.take')
  await bo.context().close()
})

test('SUPER-9 nothing went wrong in any page of this journey without being shown', () => {
  assert.deepEqual(faults, [])
})
