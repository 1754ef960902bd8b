import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { Page } from 'playwright-core'
import { openBrowser, openWindow, pictureFailures } from './browser.ts'
import { button, choosePassword, field, heading, link, lookUp, say, setUpFactor, signIn, signOut } from './desk.ts'
import { startHouse } from './house.ts'
import { checkScreen } from './screen.ts'

const house = await startHouse([], { from: 'nothing' })
after(() => house.stop())
const browser = await openBrowser()
after(() => browser.close())
pictureFailures(browser)
const faults: string[] = []
const enter = (): Promise<Page> => openWindow(browser, house, { faults })
const admin = await enter()

test('FIRST-1 a new installation has no account: its one-time link makes the first administrator, once', async () => {
  await admin.goto(house.adminLink)
  await heading(admin, say('account.link.title')).waitFor()
  await button(admin, say('account.link.save')).click()
  await admin.getByText(say('account.link.name.missing')).waitFor()
  await checkScreen(admin, 'link')
  await field(admin, say('account.link.name')).fill('Dewi Anggraini')
  await choosePassword(admin, 'dewi.admin')
  await heading(admin, say('factor.set-up.title')).waitFor()
  await checkScreen(admin, 'set-up-factor')
  await setUpFactor(admin)
  await checkScreen(admin, 'recovery-codes')
  await button(admin, say('factor.codes.done')).click()
  await link(admin, say('office.title')).click()
  await heading(admin, say('office.title')).waitFor()
  assert.doesNotMatch(admin.url(), /#t=/, 'the used token has left the address')

  const late = await enter()
  await late.goto(house.adminLink)
  await late.getByText(say('account.link.broken.title')).waitFor()
  await checkScreen(late, 'link-used')
  await late.context().close()
})

interface Opening {
  readonly name: string
  readonly kind: MessageKey
  readonly search: string
  readonly place: RegExp
  readonly parent?: string
}

const openings: readonly Opening[] = [
  {
    name: 'Sekretariat SLRT Sleman',
    kind: 'office-kind.secretariat',
    search: 'Sleman',
    place: /^(Kab(\.|upaten) )?Sleman, D/,
  },
  {
    name: 'Puskesos Caturtunggal',
    kind: 'office-kind.puskesos',
    search: 'Caturtunggal',
    place: /^Caturtunggal, Depok/,
    parent: 'Sekretariat SLRT Sleman',
  },
  { name: 'RSUD Sleman', kind: 'office-kind.provider', search: 'Sleman', place: /^(Kab(\.|upaten) )?Sleman, D/ },
]

test('FIRST-2 the administrator opens a secretariat, a Puskesos under it, and a hospital', async () => {
  for (const opening of openings) {
    await button(admin, say('office.open')).first().click()
    const dialog = admin.getByRole('dialog')
    await field(dialog, say('office.form.name')).fill(opening.name)
    await dialog.getByLabel(say('office.kind')).selectOption({ label: say(opening.kind) })
    await lookUp(dialog, say('office.form.place'), opening.search, opening.place)
    if (opening.parent) await lookUp(dialog, say('office.form.parent'), opening.parent, new RegExp(opening.parent))
    await checkScreen(admin, 'office-form')
    await button(dialog, say('office.form.opened')).click()
    await admin.getByText(say('office.done.opened', { name: opening.name })).waitFor()
    await dialog.waitFor({ state: 'detached' })
    await link(admin, opening.name).waitFor()
  }
  await checkScreen(admin, 'offices')
})

interface Joining {
  readonly name: string
  readonly signInName: string
  readonly office: string
  readonly role: MessageKey
  /** The heading of the screen that this role begins at. */
  readonly begins: MessageKey
}

const joinings: readonly Joining[] = [
  {
    name: 'Sari Wulandari',
    signInName: 'sari.depok',
    office: 'Puskesos Caturtunggal',
    role: 'role.fo',
    begins: 'case.queue.title',
  },
  {
    name: 'Bagus Prasetyo',
    signInName: 'bagus.depok',
    office: 'Puskesos Caturtunggal',
    role: 'role.bo',
    begins: 'case.queue.title',
  },
  {
    name: 'Kartini Lestari',
    signInName: 'kartini.depok',
    office: 'Puskesos Caturtunggal',
    role: 'role.coordinator',
    begins: 'case.queue.title',
  },
  {
    name: 'Maryanto Hadi',
    signInName: 'maryanto',
    office: 'Sekretariat SLRT Sleman',
    role: 'role.manager',
    begins: 'workload.title',
  },
  {
    name: 'Ratna Dewi',
    signInName: 'ratna.rsud',
    office: 'RSUD Sleman',
    role: 'role.provider',
    begins: 'referral.inbox.title',
  },
]

test('FIRST-3 the administrator adds people, and each sets their own password by the link they are given', async () => {
  await link(admin, say('staff.title')).click()
  for (const joining of joinings) {
    const address = await addPerson(joining)
    const page = await enter()
    await page.goto(address)
    await page.getByText(say('account.link.invite', { name: joining.name })).waitFor()
    await choosePassword(page, joining.signInName)
    await heading(page, say(joining.begins)).waitFor()
    await page.getByText(joining.office).first().waitFor()
    await page.context().close()
  }
  await admin.getByText(say('staff.has-account')).first().waitFor()
  await checkScreen(admin, 'staff')
})

/** By hand, as the administrator does it; gives the link that the page shows. */
async function addPerson({ name, office, role }: Joining): Promise<string> {
  await button(admin, say('staff.add')).first().click()
  const dialog = admin.getByRole('dialog')
  await field(dialog, say('staff.form.name')).fill(name)
  await lookUp(dialog, say('staff.form.office'), office, new RegExp(`^${office}`))
  await dialog.getByLabel(say('staff.form.role')).selectOption({ label: say(role) })
  await checkScreen(admin, 'staff-form')
  await button(dialog, say('staff.form.add')).click()
  await heading(admin, say('staff.done.added', { name })).waitFor()
  const address = await dialog.getByText('/meja/tautan#t=').innerText()
  await checkScreen(admin, 'staff-link')
  await button(dialog, say('staff.close')).last().click()
  await link(admin, name).waitFor()
  return address
}

test('FIRST-4 a person signs in with name and password, is told of a slip, and leaves again', async () => {
  const page = await enter()
  await page.goto('/meja/antrean')
  await heading(page, say('account.title')).waitFor()
  await checkScreen(page, 'sign-in')
  await signIn(page, 'sari.depok', 'bukan kata sandinya')
  await page.getByText(say('refusal.sign-in-failed')).waitFor()
  await signIn(page, 'sari.depok')
  await heading(page, say('case.queue.title')).waitFor()
  await signOut(page, 'Sari Wulandari')
  await heading(page, say('account.title')).waitFor()
  await page.goto('/meja/antrean')
  await heading(page, say('account.title')).waitFor()
})

test('FIRST-5 who has no right to a screen is told what it takes', async () => {
  const page = await enter()
  await page.goto('/meja/kantor')
  await signIn(page, 'sari.depok')
  await heading(page, say('account.no-right.title')).waitFor()
  await checkScreen(page, 'no-right')
  await page.goto('/meja/tidak-ada')
  await heading(page, say('shell.not-found.title')).waitFor()
  await checkScreen(page, 'not-found')
})

test('FIRST-6 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
