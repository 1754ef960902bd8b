import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialogOf } from './case-card.ts'
import { button, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, enter } = await setScene()
const page = await enter({ cookie: sleman.admin.cookie })

const turn = (name: string) => button(page, say('office.tree.below', { name }))
const branch = (name: string) => page.getByRole('list', { name: say('office.tree.below', { name }) })

test('ADMIN-13 the tree of offices opens branch by branch, by keys alone, and says what lies below', async () => {
  await page.goto('/meja/kantor')
  await link(page, say('office.view.tree')).click()
  await turn('Sekretariat SLRT Sleman').waitFor()
  assert.equal(new URL(page.url()).searchParams.get('tampilan'), 'pohon')
  assert.equal(await branch('Sekretariat SLRT Sleman').count(), 0, 'nothing is asked for before it is opened')
  await turn('Sekretariat SLRT Sleman').focus()
  await page.keyboard.press('Enter')
  await link(branch('Sekretariat SLRT Sleman'), 'Puskesos Caturtunggal').waitFor()
  assert.equal(await turn('Sekretariat SLRT Sleman').getAttribute('aria-expanded'), 'true')
  await page.getByText(say('office.tree.count', { count: 3 }), { exact: false }).waitFor()
  await checkScreen(page, 'office-tree')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const first = await branch('Sekretariat SLRT Sleman').getByRole('link').first().textContent()
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), first)
  await turn('Sekretariat SLRT Sleman').focus()
  await page.keyboard.press('Space')
  await branch('Sekretariat SLRT Sleman').waitFor({ state: 'detached' })
})

test('ADMIN-13 an office is changed from the tree, which stays, and marks it as one that takes no cases', async () => {
  await page.goto('/meja/kantor?tampilan=pohon')
  await turn('Sekretariat SLRT Sleman').click()
  await link(page, 'Puskesos Caturtunggal').click()
  const dialog = dialogOf(page)
  await dialog.getByText('Sekretariat SLRT Sleman').first().waitFor()
  await dialog.getByRole('checkbox', { name: say('office.form.active') }).uncheck()
  await button(dialog, say('office.form.saved')).click()
  await page.getByText(say('office.done.changed', { name: 'Puskesos Caturtunggal' })).waitFor()
  await branch('Sekretariat SLRT Sleman').getByText(say('office.inactive')).waitFor()
  await page.getByText(say('office.tree.inactive', { count: 1 }), { exact: false }).waitFor()
  await link(page, 'Puskesos Caturtunggal').click()
  await dialogOf(page)
    .getByRole('checkbox', { name: say('office.form.active') })
    .check()
  await button(dialogOf(page), say('office.form.saved')).click()
  await branch('Sekretariat SLRT Sleman').getByText(say('office.inactive')).waitFor({ state: 'detached' })
  await page.goto('/meja/kantor?tampilan=pohon&buka=00000000-0000-4000-8000-000000000000')
  await turn('Sekretariat SLRT Sleman').waitFor()
  assert.equal(await dialogOf(page).count(), 0, 'an office that is none opens nothing')
})

test('ADMIN-14 an office gets hours of its own, which its citizens read at once, and goes back to its district’s', async () => {
  await page.goto('/meja/kantor')
  await link(page, 'Puskesos Caturtunggal').click()
  await link(dialogOf(page), say('office.hours')).click()
  const dialog = dialogOf(page)
  await dialog.getByText(say('office.hours.title', { name: 'Puskesos Caturtunggal' })).waitFor()
  await checkScreen(page, 'office-hours-district')
  await dialog.getByRole('radio', { name: say('office.hours.own') }).check()
  for (const day of ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']) {
    await dialog.getByLabel(say('calendar.hours.opens', { day })).fill('00:00')
    await dialog.getByLabel(say('calendar.hours.closes', { day })).fill('23:59')
  }
  await checkScreen(page, 'office-hours-own')
  await dialog.getByLabel(say('calendar.hours.closes', { day: 'Senin' })).fill('')
  await button(dialog, say('office.form.saved')).click()
  await dialog.getByText(say('calendar.hours.wrong')).first().waitFor()
  await dialog.getByLabel(say('calendar.hours.closes', { day: 'Senin' })).fill('23:59')
  await button(dialog, say('office.form.saved')).click()
  await page.getByText(say('office.hours.done', { name: 'Puskesos Caturtunggal' })).waitFor()
  const citizen = await enter({ phone: true })
  await citizen.goto('/puskesos?cari=caturtunggal')
  await citizen.getByText('Senin–Minggu 00.00–23.59', { exact: false }).waitFor()
  await checkScreen(citizen, 'office-hours-public')
  await citizen.context().close()
})

test('ADMIN-14 of two who set an office’s hours at once the later sees what the other has set, and keeps what was typed', async () => {
  const other = await enter({ cookie: sleman.admin.cookie })
  const [mine, theirs] = [await openHours(page), await openHours(other)]
  await theirs.getByLabel(say('calendar.hours.opens', { day: 'Senin' })).fill('07:00')
  await mine.getByRole('radio', { name: say('office.hours.district') }).check()
  await button(mine, say('office.form.saved')).click()
  await page.getByText(say('office.hours.done', { name: 'Puskesos Caturtunggal' })).waitFor()
  await button(theirs, say('office.form.saved')).click()
  await theirs.getByText(say('act.stale.title')).waitFor()
  await theirs.getByText(/Sekarang tertulis mulai/).waitFor()
  assert.equal(await theirs.getByLabel(say('calendar.hours.opens', { day: 'Senin' })).inputValue(), '07.00')
  await checkScreen(other, 'office-hours-meanwhile')
  await button(theirs, say('office.form.saved')).click()
  await other.getByText(say('office.hours.done', { name: 'Puskesos Caturtunggal' })).waitFor()
  await other.context().close()
})

async function openHours(at: typeof page) {
  await at.goto('/meja/kantor')
  await link(at, 'Puskesos Caturtunggal').click()
  await link(dialogOf(at), say('office.hours')).click()
  const dialog = dialogOf(at)
  await dialog.getByRole('radio', { name: say('office.hours.own') }).waitFor()
  return dialog
}

test('ADMIN-13 nothing failed in the browser meanwhile', () => {
  assert.deepEqual(faults, [])
})
