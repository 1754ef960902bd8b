import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { Page } from 'playwright-core'
import { rowOf } from './case-card.ts'
import { acceptLink, clerkAt, post as postJson } from './clerk.ts'
import { button, field, heading, link, lookUp, openOwnMenu, optional, say, signIn } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit } = await setScene()
const { people, admin, offices } = sleman

const english = sayIn('en')

/** Somebody at the front desk, before an empty form. */
async function atTheForm(person = people.fo): Promise<Page> {
  const page = await sit(person)
  await page.goto('/meja/catat')
  await heading(page, say('case.register.title')).waitFor()
  return page
}

const kind = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const category = (page: Page) => page.getByRole('combobox', { name: say('case.field.category'), exact: true })
const summary = (page: Page) => field(page, optional(say('case.register.summary')))
const send = (page: Page) => button(page, say('case.register.send')).click()

async function choose(page: Page, words: string): Promise<void> {
  await category(page).fill(words)
  await page.getByRole('listbox').getByRole('option').first().click()
}

/** A whole complaint, one step before it is sent. */
async function fill(page: Page, words: string): Promise<void> {
  await field(page, say('case.register.name')).fill('Ngatinem')
  await kind(page, say('kind.complaint')).check()
  await choose(page, 'tidak aktif')
  await summary(page).fill(words)
}

/** What was typed lies on the device: the page could be left without a question. */
const kept = (page: Page) =>
  page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

async function timesRegistered(words: string): Promise<number> {
  const found = await people.fo.asks('/api/cases', { queue: 'all', sort: 'newest' })
  return JSON.stringify(found).split(words).length - 1
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

test('INTAKE-1 what is missing is summed up where reading goes on, and each line leads to its field', async () => {
  const fo = await atTheForm()
  await send(fo)
  const summaryOf = fo.locator('.aksel-error-summary')
  await summaryOf.waitFor()
  await fo.waitForFunction(() => document.activeElement?.closest('.aksel-error-summary') !== null)
  const lines = await summaryOf.getByRole('link').allInnerTexts()
  assert.deepEqual(lines, [say('case.wrong.name'), say('case.wrong.kind'), say('case.wrong.category')])
  for (const [key, id] of [
    ['case.wrong.name', 'register-name'],
    ['case.wrong.kind', 'register-kind'],
    ['case.wrong.category', 'register-category'],
  ] as const) {
    await link(summaryOf, say(key)).click()
    assert.equal(await focusedId(fo), id)
  }
  assert.equal(await field(fo, say('case.register.name')).getAttribute('aria-invalid'), 'true')
  await checkScreen(fo, 'register-missing')
  await fo.context().close()
})

test('INTAKE-1 a fault goes as soon as it is mended, and the last one takes the summary along', async () => {
  const fo = await atTheForm()
  await field(fo, optional(say('case.field.nik'))).fill('3404')
  await send(fo)
  await fo.getByText(say('case.wrong.nik')).first().waitFor()
  await field(fo, optional(say('case.field.nik'))).fill('3404 0752 0360 0001')
  await fo.getByText(say('case.wrong.nik')).first().waitFor({ state: 'detached' })
  await field(fo, say('case.register.name')).fill('Ngatinem')
  await kind(fo, say('kind.complaint')).check()
  assert.deepEqual(await fo.locator('.aksel-error-summary').getByRole('link').allInnerTexts(), [
    say('case.wrong.category'),
  ])
  await choose(fo, 'tidak aktif')
  await fo.locator('.aksel-error-summary').waitFor({ state: 'detached' })
  await fo.context().close()
})

test('INTAKE-9 a slip in the number of somebody who is no longer asked for holds nothing up', async () => {
  const words = 'Dicatat oleh tetangga, ternyata warganya sendiri'
  const fo = await atTheForm()
  await fill(fo, words)
  const relation = fo.getByLabel(say('case.register.relation'))
  await relation.selectOption({ label: say('relation.neighbour') })
  await field(fo, optional(say('case.register.reporter-phone'))).fill('lupa')
  await send(fo)
  await link(fo, say('case.wrong.phone')).waitFor()
  await relation.selectOption({ label: say('relation.self') })
  await send(fo)
  await heading(fo, say('case.receipt.title')).waitFor()
  assert.equal(await timesRegistered(words), 1)
  await fo.context().close()
})

test('INTAKE-2 what was typed survives going elsewhere and back, a reload, and another language', async () => {
  const words = 'Ditulis sambil melayani orang lain'
  const fo = await atTheForm()
  await fill(fo, words)
  await link(fo, new RegExp(`^${say('case.queue.title')}`))
    .first()
    .click()
  await heading(fo, say('case.queue.title')).waitFor()
  await fo.goBack()
  await fo.getByText(say('act.restored')).waitFor()
  assert.equal(await summary(fo).inputValue(), words)
  assert.equal(await category(fo).inputValue(), 'PBI-JKN (BPJS/KIS) tidak aktif')
  await openOwnMenu(fo, people.fo.name)
  await button(fo, say('shell.language.other')).click()
  const inEnglish = english('act.optional', { label: english('case.register.summary') })
  assert.equal(await field(fo, inEnglish).inputValue(), words)
  await fo
    .locator('summary')
    .filter({ hasText: english('account.menu', { name: people.fo.name }) })
    .click()
  await button(fo, english('shell.language.other')).click()
  await kept(fo)
  await fo.reload()
  await fo.getByText(say('act.restored')).waitFor()
  assert.equal(await summary(fo).inputValue(), words)
  await button(fo, say('act.clear')).click()
  assert.equal(await summary(fo).inputValue(), '')
  await fo.reload()
  await heading(fo, say('case.register.title')).waitFor()
  assert.equal(await field(fo, say('case.register.name')).inputValue(), '')
  assert.equal(await fo.getByText(say('act.restored')).count(), 0)
  await fo.context().close()
})

test('INTAKE-3 a session that ends while somebody writes costs no word, and the case is registered once', async () => {
  const words = 'Waktu masuk habis saat mencatat'
  const fo = await atTheForm()
  await fill(fo, words)
  await fo.context().clearCookies()
  await send(fo)
  const again = fo.getByRole('dialog').filter({ hasText: say('account.again.title') })
  await again.waitFor()
  await signIn(again, people.fo.signInName, 'bukan kata sandinya')
  await again.getByText(say('refusal.sign-in-failed')).waitFor()
  await fo.keyboard.press('Escape')
  await again.waitFor()
  await signIn(again, people.fo.signInName)
  await heading(fo, say('case.receipt.title')).waitFor()
  assert.equal(await timesRegistered(words), 1)
  await fo.context().close()
})

test('INTAKE-3 who signs in instead of them finds an empty form, and the first one finds theirs again', async () => {
  const words = 'Ditinggal di meja depan'
  const desk = await atTheForm()
  await fill(desk, words)
  await kept(desk)
  await desk.context().clearCookies()
  const again = desk.getByRole('dialog').filter({ hasText: say('account.again.title') })
  // A question that the page asks by itself may find out before, and put its dialog over the button.
  await button(desk, say('case.register.send'))
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  await again.waitFor()
  await signIn(again, people.bo.signInName)
  await heading(desk, say('case.queue.title')).waitFor()
  await desk.goto('/meja/catat')
  await heading(desk, say('case.register.title')).waitFor()
  assert.equal(await field(desk, say('case.register.name')).inputValue(), '')
  assert.equal(await timesRegistered(words), 0)
  await desk.context().close()
})

/** Somebody new at the front desk of the Puskesos, whose posts this test may take away. */
async function aNewOfficer(name: string, signInName: string) {
  const [staff, post] = [crypto.randomUUID(), crypto.randomUUID()]
  await admin.does('staff.add', { subject: staff, data: { name, post, office: offices.puskesos, role: 'fo' } })
  return { post, ...(await clerkOf(staff, name, signInName)) }
}

async function clerkOf(staff: string, name: string, signInName: string) {
  const headers = { cookie: `openslrt=${admin.cookie}`, 'x-office': admin.office }
  const { path } = await postJson<{ path: string }>(house, '/api/staff/invite', { headers, body: { staff } })
  const { cookie } = await acceptLink(house, path, name, signInName)
  return { ...clerkAt(house, cookie, offices.puskesos), staff, name, signInName }
}

test('INTAKE-4 a case that is refused is said so beside the button, with every word still there', async () => {
  const words = 'Dicatat oleh petugas yang tidak bertugas lagi'
  const wati = await aNewOfficer('Wati Lestari', 'wati.depok')
  const page = await atTheForm(wati)
  await fill(page, words)
  await admin.does('post.end', { subject: wati.post, base: 1, data: {} })
  await send(page)
  await page
    .getByRole('alert')
    .filter({ hasText: say('act.refused.title') })
    .waitFor()
  await checkScreen(page, 'register-refused')
  assert.equal(await summary(page).inputValue(), words)
  assert.equal(await timesRegistered(words), 0)
  assert.equal(await button(page, new RegExp(say('outbox.light.look', { count: 1 }))).count(), 0, 'it was seen here')
  await page.context().close()
})

test('INTAKE-5 who wants no name gives none: the fields go, what stood in them is not sent, and the card says it', async () => {
  const words = 'Pungutan di balai desa'
  const fo = await atTheForm()
  await fill(fo, words)
  await field(fo, optional(say('case.field.phone'))).fill('0812 3456 7890')
  await fo.getByRole('checkbox', { name: say('case.register.anonymous') }).check()
  await fo.getByText(say('case.register.hidden')).waitFor()
  for (const label of [say('case.register.name'), optional(say('case.field.nik')), optional(say('case.field.phone'))])
    assert.equal(await field(fo, label).count(), 0, label)
  await checkScreen(fo, 'register-anonymous')
  await send(fo)
  await heading(fo, say('case.receipt.title')).waitFor()
  await button(fo, say('case.receipt.open')).click()
  await fo.getByText(say('case.reporter.anonymous')).first().waitFor()
  const card = await fo.locator('main').innerText()
  assert.ok(!card.includes('Ngatinem') && !card.includes('7890'))
  await fo.context().close()
})

test('INTAKE-6 what needs shelter is offered it, and is then opened by those only whose role names it', async () => {
  const fo = await atTheForm()
  await field(fo, say('case.register.name')).fill('Warga yang dilindungi')
  await kind(fo, say('kind.complaint')).check()
  assert.equal(await fo.getByLabel(say('case.register.restricted')).count(), 0)
  await choose(fo, 'kekerasan perempuan')
  const shelter = fo.getByLabel(say('case.register.restricted'))
  await shelter.waitFor()
  assert.notEqual(await shelter.inputValue(), '')
  await summary(fo).fill('Perlu tempat aman')
  await checkScreen(fo, 'register-restricted')
  await send(fo)
  await heading(fo, say('case.receipt.title')).waitFor()
  await button(fo, say('case.receipt.open')).click()
  await heading(fo, say('case.card.none.title')).waitFor()
  await checkScreen(fo, 'case-none')
  const coordinator = await sit(people.coordinator)
  await coordinator.goto('/meja/antrean')
  await link(rowOf(coordinator, 'Perlu tempat aman'), 'Perlu tempat aman').click()
  await coordinator
    .getByText(/^Dibatasi/)
    .first()
    .waitFor()
  await coordinator.context().close()
  await fo.context().close()
})

test('INTAKE-7 the kind narrows the categories, and another kind takes away what does not fit it', async () => {
  const fo = await atTheForm()
  await kind(fo, say('kind.question')).check()
  await choose(fo, 'cek desil')
  await fo.getByRole('radio', { name: say('case.register.outcome.none') }).waitFor()
  await kind(fo, say('kind.complaint')).check()
  assert.equal(await category(fo).inputValue(), '')
  await fo.getByText(say('case.register.settle')).waitFor({ state: 'detached' })
  await category(fo).fill('cek desil')
  await fo.getByText(say('case.category.none')).waitFor()
  await fo.context().close()
})

test('INTAKE-8 the village of the office stands there by itself, and another one is found by typing', async () => {
  const fo = await atTheForm()
  await fo
    .getByText(/^Caturtunggal/)
    .first()
    .waitFor()
  await fill(fo, 'Warga dari kalurahan sebelah')
  await lookUp(fo, say('case.register.place'), 'condong', /^Condongcatur, Depok/)
  await send(fo)
  await heading(fo, say('case.receipt.title')).waitFor()
  await button(fo, say('case.receipt.open')).click()
  await fo.getByText('Condongcatur').first().waitFor()
  await fo.context().close()
})

test('SLIP-1 it is shown once: a reload keeps it, going on forgets it, and the next case begins empty', async () => {
  const fo = await atTheForm()
  await fill(fo, 'Tanda terima sekali saja')
  await field(fo, optional(say('case.field.phone'))).fill('0812 3456 7890')
  await send(fo)
  const slip = fo.getByRole('region', { name: say('case.receipt.slip') })
  const secret = await slip.locator('.slip__secret').innerText()
  const whatsapp = (await button(fo, say('case.receipt.whatsapp')).getAttribute('href')) ?? ''
  assert.match(whatsapp, /^https:\/\/wa\.me\/6281234567890\?text=/)
  const message = new URL(whatsapp).searchParams.get('text') ?? ''
  assert.ok(message.includes(secret) && message.includes(await slip.locator('.slip__number').innerText()))
  await fo.reload()
  await slip.getByText(secret).waitFor()
  await button(fo, say('case.receipt.again')).click()
  await heading(fo, say('case.register.title')).waitFor()
  assert.equal(await field(fo, say('case.register.name')).inputValue(), '')
  await fo.reload()
  await heading(fo, say('case.register.title')).waitFor()
  assert.ok(!(await fo.locator('body').innerText()).includes(secret))
  await fo.context().close()
})

test('SLIP-1 who looks at something else in between does not find it again either', async () => {
  const fo = await atTheForm()
  await fill(fo, 'Tanda terima ditinggal')
  await send(fo)
  const secret = await fo.locator('.slip__secret').innerText()
  await link(fo, new RegExp(`^${say('case.queue.title')}`))
    .first()
    .click()
  await rowOf(fo, 'Tanda terima ditinggal').waitFor()
  await fo.goto('/meja/catat')
  await heading(fo, say('case.register.title')).waitFor()
  assert.ok(!(await fo.locator('body').innerText()).includes(secret))
  await fo.context().close()
})

test('SLIP-2 on paper stands the slip and nothing else', async () => {
  const fo = await atTheForm()
  await fill(fo, 'Dicetak untuk warga')
  await send(fo)
  await heading(fo, say('case.receipt.title')).waitFor()
  await fo.emulateMedia({ media: 'print' })
  assert.equal(await fo.getByRole('region', { name: say('case.receipt.slip') }).isVisible(), true)
  for (const gone of [
    button(fo, say('case.receipt.print')),
    fo.getByRole('navigation').first(),
    heading(fo, say('case.receipt.title')),
  ])
    assert.equal(await gone.isVisible(), false)
  await fo.context().close()
})

test('DESK-6 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
