import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { begin, dialogOf, openCase, rowOf, told, write } from './case-card.ts'
import { button, field, heading, optional, say, signIn, signOut } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, enter, sit } = await setScene()
const { people } = sleman

const note = 'Warga sudah dihubungi, menunggu surat dari puskesmas.'

async function aCase(summary: string) {
  const id = randomUUID()
  const { number } = await people.fo.does('case.register', { subject: id, data: registration({ summary }) })
  await people.bo.does('case.take', { subject: id, data: { note: '' } })
  return { id, number }
}

/** Types a whole complaint, and stops before sending it. */
async function typeCase(page: Page, summary: string): Promise<void> {
  await field(page, say('case.register.name')).fill('Ngatinem')
  await page.getByRole('radio', { name: say('kind.complaint'), exact: true }).check()
  const category = page.getByRole('combobox', { name: say('case.field.category'), exact: true })
  await category.fill('tidak aktif')
  await page.getByRole('option', { name: /^PBI-JKN \(BPJS\/KIS\) tidak aktif/ }).click()
  await field(page, optional(say('case.register.summary'))).fill(summary)
}

/** The page asks before it is left while a letter is not kept yet: when it would not ask, all is kept. */
const keptOnDevice = (page: Page) =>
  page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

const light = (page: Page, count: number) => button(page, say('outbox.light.waiting', { count }))

/** How many cases the desk finds under these words. */
async function timesRegistered(summary: string): Promise<number> {
  const found = await people.fo.asks('/api/cases', { queue: 'all', sort: 'newest' })
  return JSON.stringify(found).split(summary).length - 1
}

test('OUTBOX-1 what was typed is there again after the page was loaded anew', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/catat')
  await typeCase(fo, 'Ditulis sebelum halaman dimuat ulang')
  await keptOnDevice(fo)
  await fo.reload()
  await fo.getByText(say('act.restored')).waitFor()
  assert.equal(await field(fo, say('case.register.name')).inputValue(), 'Ngatinem')
  const summary = field(fo, optional(say('case.register.summary')))
  assert.equal(await summary.inputValue(), 'Ditulis sebelum halaman dimuat ulang')
  await checkScreen(fo, 'register-restored')
  await fo.context().close()
})

test('OUTBOX-2 the server goes away while somebody writes: it waits on the device, and is sent exactly once', async () => {
  const summary = 'Dikirim saat server tidak ada'
  const fo = await sit(people.fo)
  await fo.goto('/meja/catat')
  await typeCase(fo, summary)
  await house.halt()
  await button(fo, say('case.register.send')).click()
  await heading(fo, say('case.kept.title')).waitFor()
  await light(fo, 1).click()
  await dialogOf(fo).getByText(say('outbox.waiting')).waitFor()
  await dialogOf(fo).getByText(summary).waitFor()
  await checkScreen(fo, 'outbox-waiting')
  await house.resume()
  await button(dialogOf(fo), say('outbox.retry')).click()
  await fo.getByText(say('outbox.empty')).waitFor()
  await button(dialogOf(fo), say('outbox.close')).last().click()
  await light(fo, 1).waitFor({ state: 'detached' })
  await fo.goto('/meja/antrean')
  await rowOf(fo, summary).waitFor()
  assert.equal(await timesRegistered(summary), 1)
  await fo.context().close()
})

test('OUTBOX-3 what waits outlives the page: it goes by itself when the desk is opened again, exactly once', async () => {
  const summary = 'Menunggu sampai besok pagi'
  const fo = await sit(people.fo)
  await fo.goto('/meja/catat')
  await typeCase(fo, summary)
  await house.halt()
  await button(fo, say('case.register.send')).click()
  await heading(fo, say('case.kept.title')).waitFor()
  await light(fo, 1).waitFor()
  await fo.close()
  await house.resume()
  const later = await fo.context().newPage()
  await later.goto('/meja/antrean')
  await rowOf(later, summary).waitFor()
  await light(later, 1).waitFor({ state: 'detached' })
  assert.equal(await timesRegistered(summary), 1)
  await fo.context().close()
})

test('OUTBOX-4 a session that ended asks to sign in over the page, and what was typed goes on from there', async () => {
  const bo = await sit(people.bo)
  await openCase(bo, await aCase('Waktu masuk habis di tengah jalan'))
  await begin(bo, 'move.recommend')
  await write(dialogOf(bo), say('case.form.recommend.note'), note)
  await bo.context().clearCookies()
  await button(dialogOf(bo), say('move.recommend')).click()
  await heading(bo, say('account.again.title')).waitFor()
  await checkScreen(bo, 'sign-in-again')
  await signIn(bo.getByRole('dialog').filter({ hasText: say('account.again.title') }), people.bo.signInName)
  await told(bo, 'did.recommend')
  await bo.getByText(note).first().waitFor()
  await bo.context().close()
})

test('OUTBOX-5 a form that was overtaken says so and keeps what was typed', async () => {
  const kase = await aCase('Dua petugas sekaligus')
  const bo = await sit(people.bo)
  await openCase(bo, kase)
  await begin(bo, 'move.recommend')
  await write(dialogOf(bo), say('case.form.recommend.note'), note)
  const data = { assignee: people.bo.staff, note: '' }
  await people.coordinator.does('case.assign', { subject: kase.id, data })
  await button(dialogOf(bo), say('move.recommend')).click()
  await bo.getByText(say('act.stale.title')).waitFor()
  assert.equal(await field(dialogOf(bo), say('case.form.recommend.note')).inputValue(), note)
  await checkScreen(bo, 'case-stale')
  await button(dialogOf(bo), say('move.recommend')).click()
  await told(bo, 'did.recommend')
  await bo.context().close()
})

test('OUTBOX-6 at the same desk nobody sees, sends or loses what waits for somebody else', async () => {
  const summary = 'Milik petugas yang pertama'
  const desk = await enter()
  await desk.goto('/meja/catat')
  await signIn(desk, people.fo.signInName)
  await heading(desk, say('case.register.title')).waitFor()
  await desk.route('**/api/commands', (route) => route.abort())
  await typeCase(desk, summary)
  await button(desk, say('case.register.send')).click()
  await heading(desk, say('case.kept.title')).waitFor()
  await light(desk, 1).waitFor()
  await signOut(desk, people.fo.name)
  await heading(desk, say('account.leave.waiting.title')).waitFor()
  await checkScreen(desk, 'leave-waiting')
  await button(desk, say('account.leave.anyway')).click()
  await heading(desk, say('account.title')).waitFor()
  await desk.unroute('**/api/commands')

  await signIn(desk, people.bo.signInName)
  await heading(desk, say('case.queue.title')).waitFor()
  await desk.goto('/meja/antrean?queue=all')
  await rowOf(desk, 'Dua petugas sekaligus').waitFor()
  assert.equal(await light(desk, 1).count(), 0)
  assert.equal(await desk.getByText(summary).count(), 0)
  assert.equal(await timesRegistered(summary), 0)
  await signOut(desk, people.bo.name)

  await signIn(desk, people.fo.signInName)
  await heading(desk, say('case.queue.title')).waitFor()
  await desk.goto('/meja/antrean')
  await rowOf(desk, summary).waitFor()
  assert.equal(await timesRegistered(summary), 1)
  await desk.context().close()
})

test('OUTBOX-7 without a line the bar says so, and says what was kept', async () => {
  const bo = await sit(people.bo)
  await openCase(bo, await aCase('Tidak ada sinyal di balai desa'))
  await bo.context().setOffline(true)
  await field(bo, say('case.note')).fill(note)
  await button(bo, say('case.note.send')).click()
  const without = button(bo, say('outbox.light.offline', { count: 1 }))
  await without.waitFor()
  await bo.getByText(say('act.waiting')).waitFor()
  await bo.context().setOffline(false)
  await without.waitFor({ state: 'detached' })
  await bo.getByText(note).first().waitFor()
  await bo.context().close()
})

test('OUTBOX-8 after all of this the chain is whole, and state and counters equal a rebuild', async () => {
  const { code, said } = await house.slrt('verify')
  assert.equal(code, 0, said)
  assert.deepEqual(faults, [])
})
