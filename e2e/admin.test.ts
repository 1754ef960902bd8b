import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, choosePassword, field, heading, link, lookUp, say, signIn } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit, enter } = await setScene()
const { admin, offices, people } = sleman
const page = await enter({ cookie: admin.cookie })

const search = (): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)
const names = (): Promise<string[]> => page.locator('[data-row-link]').allInnerTexts()
const row = (name: string) => page.getByRole('row').filter({ hasText: name })
const gone = (): Promise<void> => dialogOf(page).waitFor({ state: 'detached' })

test('ADMIN-1 offices are found by their name and kind; the address says how, and outlives a reload', async () => {
  await page.goto('/meja/kantor')
  await row('RSUD Sleman').waitFor()
  await field(page, say('office.search')).fill('sleman')
  await row('Puskesos Caturtunggal').waitFor({ state: 'detached' })
  assert.deepEqual(search(), { cari: 'sleman' })
  await page.getByLabel(say('office.kind')).selectOption({ label: say('office-kind.provider') })
  await row('Dinas Sosial Sleman').waitFor({ state: 'detached' })
  await page.reload()
  await row('RSUD Sleman').waitFor()
  assert.deepEqual(await names(), ['RSUD Sleman'])
  assert.equal(await field(page, say('office.search')).inputValue(), 'sleman')
})

test('ADMIN-1 what fits nothing says so, and one press shows all again', async () => {
  await page.goto('/meja/kantor?cari=tidak+ada+yang+begini')
  await heading(page, say('office.none-found.title')).waitFor()
  await checkScreen(page, 'offices-none')
  await button(page, say('office.filters.clear')).click()
  await row('RSUD Sleman').waitFor()
  assert.equal(await field(page, say('office.search')).inputValue(), '')
})

test('ADMIN-2 a form names what is missing at each field, keeps what was typed, and opens one office', async () => {
  await page.goto('/meja/kantor?buka=baru')
  const dialog = dialogOf(page)
  await button(dialog, say('office.form.opened')).click()
  for (const fault of ['office.form.name.missing', 'office.form.kind.missing', 'office.form.place.missing'] as const)
    await dialog.getByText(say(fault)).waitFor()
  await field(dialog, say('office.form.name')).fill('Puskesos Condongcatur')
  await field(dialog, say('office.form.phone')).fill('tanya pak lurah')
  await dialog.getByText(say('office.form.phone.wrong')).waitFor()
  await checkScreen(page, 'office-form-wrong')
  await page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await page.reload()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('dialog input')?.value === 'Puskesos Condongcatur',
  )
  await field(dialog, say('office.form.phone')).fill('+62 274 868405')
  await dialog.getByLabel(say('office.kind')).selectOption({ label: say('office-kind.puskesos') })
  await lookUp(dialog, say('office.form.place'), 'condongcatur', /^Condongcatur, Depok/)
  await dialog.getByText(say('office.form.level', { level: say('level.village') })).waitFor()
  await lookUp(dialog, say('office.form.parent'), 'sekretariat', /^Sekretariat SLRT Sleman/)
  await button(dialog, say('office.form.opened')).click()
  await page.getByText(say('office.done.opened', { name: 'Puskesos Condongcatur' })).waitFor()
  await gone()
  assert.deepEqual((await names()).filter((name) => name === 'Puskesos Condongcatur').length, 1)
  await button(page, say('office.open')).first().click()
  assert.equal(await field(dialog, say('office.form.name')).inputValue(), '')
  await page.keyboard.press('Escape')
})

test('ADMIN-3 an office that no longer takes cases is marked, and its village goes to the office above', async () => {
  await page.goto('/meja/kantor')
  await link(page, 'Puskesos Condongcatur').click()
  const dialog = dialogOf(page)
  assert.equal(await field(dialog, say('office.form.phone')).inputValue(), '+62 274 868405')
  await dialog.getByRole('checkbox', { name: say('office.form.active') }).uncheck()
  await button(dialog, say('office.form.saved')).click()
  await page.getByText(say('office.done.changed', { name: 'Puskesos Condongcatur' })).waitFor()
  await row('Puskesos Condongcatur').getByText(say('office.inactive')).waitFor()
  const citizen = await enter({ phone: true, javaScript: false })
  await citizen.goto('/puskesos?cari=condongcatur')
  await heading(citizen, 'Sekretariat SLRT Sleman').waitFor()
  await citizen.getByText(say('public.offices.above')).waitFor()
  await citizen.context().close()
})

test('ADMIN-4 who changes what somebody else has just changed is told, and loses nothing', async () => {
  await page.goto('/meja/kantor')
  await link(page, 'Dinas Sosial Sleman').click()
  const dialog = dialogOf(page)
  await field(dialog, say('office.form.address')).fill('Jl. Parasamya 1')
  const data = { name: 'Dinas Sosial Sleman', kind: 'agency', level: 'district', place: '34.04', parent: null }
  await admin.does('office.change', {
    subject: offices.dinsos,
    base: 1,
    data: { ...data, address: 'Beran', phone: '', active: true },
  })
  await button(dialog, say('office.form.saved')).click()
  await dialog.getByText(say('act.stale.title')).waitFor()
  await checkScreen(page, 'office-stale')
  assert.equal(await field(dialog, say('office.form.address')).inputValue(), 'Jl. Parasamya 1')
  await button(dialog, say('office.form.saved')).click()
  await page.getByText(say('office.done.changed', { name: 'Dinas Sosial Sleman' })).waitFor()
})

/** Opens the dialog of a person out of the list. */
async function open(name: string) {
  await page.goto(`/meja/petugas?cari=${encodeURIComponent(name)}`)
  await link(page, name).click()
  await dialogOf(page).waitFor()
  return dialogOf(page)
}

test('ADMIN-5 people are found by name and by office, from the office’s own line', async () => {
  await page.goto('/meja/kantor')
  await link(row('RSUD Sleman'), say('office.staff', { count: 1 })).click()
  await row('Ratna Dewi').waitFor()
  assert.deepEqual(search(), { kantor: offices.rsud })
  assert.deepEqual(await names(), ['Ratna Dewi'])
  await page.goto('/meja/petugas')
  // Else nobody is gone, because nobody has come yet.
  await row('Sari Wulandari').waitFor()
  await field(page, say('staff.search')).fill('kartini')
  await row('Sari Wulandari').waitFor({ state: 'detached' })
  assert.deepEqual(await names(), ['Kartini Lestari'])
  await field(page, say('staff.search')).fill('tidak ada')
  await heading(page, say('staff.none-found.title')).waitFor()
  await checkScreen(page, 'staff-none')
})

test('ADMIN-6 a new person needs a name, an office and a role; two presses add one', async () => {
  await page.goto('/meja/petugas?buka=baru')
  const dialog = dialogOf(page)
  await button(dialog, say('staff.form.add')).click()
  await dialog.getByText(say('staff.form.name.missing')).waitFor()
  await dialog.getByText(say('staff.form.role.missing')).waitFor()
  await field(dialog, say('staff.form.name')).fill('Wahyu Utami')
  await lookUp(dialog, say('staff.form.office'), 'caturtunggal', /^Puskesos Caturtunggal/)
  await dialog.getByLabel(say('staff.form.role')).selectOption({ label: say('role.fo') })
  await button(dialog, say('staff.form.add')).dblclick()
  await heading(page, say('staff.done.added', { name: 'Wahyu Utami' })).waitFor()
  await dialog.getByText('/meja/tautan#t=').waitFor()
  await button(dialog, say('staff.close')).last().click()
  await page.goto('/meja/petugas?cari=wahyu')
  await row('Wahyu Utami').getByText(say('staff.no-account')).waitFor()
  assert.deepEqual(await names(), ['Wahyu Utami'])
})

test('ADMIN-7 a new link voids the one before; a link that was used opens nothing more', async () => {
  const dialog = await open('Wahyu Utami')
  const make = async () => {
    await button(dialog, say('staff.link.new')).click()
    return dialog.getByText('/meja/tautan#t=').innerText()
  }
  const first = await make()
  await page.reload()
  await dialogOf(page).waitFor()
  const second = await make()
  const newcomer = await enter()
  await newcomer.goto(first)
  await newcomer.getByText(say('account.link.broken.title')).waitFor()
  await newcomer.goto(second)
  await newcomer.reload()
  await newcomer.getByText(say('account.link.invite', { name: 'Wahyu Utami' })).waitFor()
  await choosePassword(newcomer, 'sari.depok')
  await newcomer.getByText(say('refusal.name-taken')).waitFor()
  await checkScreen(newcomer, 'link-name-taken')
  await choosePassword(newcomer, 'wahyu.depok')
  await heading(newcomer, say('case.queue.title')).waitFor()
  await newcomer.context().close()
  await page.keyboard.press('Escape')
})

test('ADMIN-7 whoever forgot a password gets a link for a new one; the old one holds until it is used', async () => {
  const dialog = await open('Wahyu Utami')
  await dialog.getByText(say('staff.account.name', { name: 'wahyu.depok' })).waitFor()
  await button(dialog, say('staff.link.reset')).click()
  const address = await dialog.getByText('/meja/tautan#t=').innerText()
  await checkScreen(page, 'staff-reset')
  const person = await enter()
  await person.goto('/meja/')
  await signIn(person, 'wahyu.depok')
  await heading(person, say('case.queue.title')).waitFor()
  const elsewhere = await enter()
  await elsewhere.goto(address)
  await elsewhere.getByLabel(say('account.password'), { exact: true }).fill('payung becak merapi sore')
  await elsewhere.getByLabel(say('account.link.repeat'), { exact: true }).fill('payung becak merapi sore')
  await button(elsewhere, say('account.link.save')).click()
  await heading(elsewhere, say('case.queue.title')).waitFor()
  await person.reload()
  await heading(person, say('account.title')).waitFor()
  await person.context().close()
  await elsewhere.context().close()
  await page.keyboard.press('Escape')
})

test('ADMIN-8 a name is corrected and said as saved; an empty one is not taken', async () => {
  const dialog = await open('Wahyu Utami')
  await field(dialog, say('staff.form.name')).fill('W')
  await button(dialog, say('staff.save')).click()
  await dialog.getByText(say('staff.form.name.missing')).waitFor()
  await field(dialog, say('staff.form.name')).fill('Wahyu Utami Ningsih')
  await button(dialog, say('staff.save')).click()
  await dialog.getByText(say('staff.saved')).waitFor()
  await heading(dialog, 'Wahyu Utami Ningsih').waitFor()
  await page.keyboard.press('Escape')
  await row('Wahyu Utami Ningsih').waitFor()
})

test('ADMIN-9 another post is given, and one is ended after being asked; both hold at once', async () => {
  const dialog = await open('Wahyu Utami Ningsih')
  await button(dialog, say('staff.post.give')).click()
  await button(dialog, say('staff.post.given')).click()
  await dialog.getByText(say('staff.form.office.missing')).waitFor()
  await lookUp(dialog, say('staff.form.office'), 'sekretariat sleman', /^Sekretariat SLRT Sleman/).catch(() =>
    lookUp(dialog, say('staff.form.office'), 'Sekretariat SLRT', /^Sekretariat SLRT Sleman/),
  )
  await dialog.getByLabel(say('staff.form.role')).selectOption({ label: say('role.bo') })
  await checkScreen(page, 'staff-give-post')
  await button(dialog, say('staff.post.given')).click()
  const held = (role: string, office: string) => dialog.getByText(say('staff.post', { role, office }))
  await held(say('role.bo'), 'Sekretariat SLRT Sleman').waitFor()
  const ending = say('staff.post.end.label', { role: say('role.fo'), office: 'Puskesos Caturtunggal' })
  await button(dialog, ending).click()
  await dialog.getByText(say('staff.post.end.title')).waitFor()
  await checkScreen(page, 'staff-end-post')
  await button(dialog.getByRole('alert'), say('dialog.cancel')).click()
  await button(dialog, ending).click()
  await button(dialog, say('staff.post.end.confirm')).click()
  await held(say('role.fo'), 'Puskesos Caturtunggal').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await row('Wahyu Utami Ningsih').getByText('Sekretariat SLRT Sleman').waitFor()
})

const inside = (person: Page) => heading(person, say('case.queue.title')).waitFor()

test('ADMIN-10 who is suspended is out at once and stays out, until they are let in again', async () => {
  const person = await sit(people.bo)
  await person.goto('/meja/antrean')
  await inside(person)
  const dialog = await open(people.bo.name)
  await button(dialog, say('staff.suspend')).click()
  await dialog.getByText(say('staff.suspend.title', { name: people.bo.name })).waitFor()
  await checkScreen(page, 'staff-suspend')
  await button(dialog.getByRole('alert'), say('dialog.cancel')).click()
  await person.reload()
  await inside(person)
  await button(dialog, say('staff.suspend')).click()
  await button(dialog.getByRole('alert'), say('staff.suspend')).click()
  await dialog.getByText(say('staff.suspended')).waitFor()
  assert.equal(await button(dialog, say('staff.link.reset')).count(), 0, 'no link for who is shut out')
  await person.reload()
  await heading(person, say('account.title')).waitFor()
  await signIn(person, people.bo.signInName)
  await person.getByText(say('refusal.sign-in-failed')).waitFor()
  await button(dialog, say('staff.resume')).click()
  await dialog.getByText(say('staff.has-account')).waitFor()
  await signIn(person, people.bo.signInName)
  await inside(person)
  await person.context().close()
  await page.keyboard.press('Escape')
})

test('ADMIN-11 who lost the last post is told so, and finds no screen behind any address', async () => {
  const [staff, post] = [randomUUID(), randomUUID()]
  await admin.does('staff.add', {
    subject: staff,
    data: { name: 'Agus Salim', post, office: offices.puskesos, role: 'fo' },
  })
  await page.goto('/meja/petugas?cari=agus')
  await link(page, 'Agus Salim').click()
  await button(dialogOf(page), say('staff.link.new')).click()
  const address = await dialogOf(page).getByText('/meja/tautan#t=').innerText()
  await admin.does('post.end', { subject: post, base: 1, data: {} })
  const person = await enter()
  await person.goto(address)
  await choosePassword(person, 'agus.depok')
  await heading(person, say('account.no-post.title')).waitFor()
  await checkScreen(person, 'no-post')
  await person.goto('/meja/antrean')
  await heading(person, say('account.no-post.title')).waitFor()
  await person.context().close()
  await page.keyboard.press('Escape')
})

test('ADMIN-12 after all of this the chain is whole, and nothing went wrong without being shown', async () => {
  const { code, said } = await house.slrt('verify')
  assert.equal(code, 0, said)
  assert.deepEqual(faults, [])
})
