import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, say, typedDay } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { addStaff } from './sleman.ts'

const { house, sleman, faults, enter, sit } = await setScene()
const page = await enter({ cookie: sleman.admin.cookie })
const dialog = dialogOf(page)
const today = dayIn('Asia/Jakarta', Date.now())
const row = (name: string) => page.getByRole('row').filter({ hasText: name })
const gone = (): Promise<void> => dialog.waitFor({ state: 'detached' })

test('LISTS-11 an administrator adds a reason from today, and finds it again', async () => {
  await page.goto('/meja/daftar?daftar=return')
  await heading(page, say('lists.title')).waitFor()
  await button(page, say('lists.add')).click()
  await button(dialog, say('lists.form.send')).click()
  await dialog.getByText(say('lists.form.name.missing')).first().waitFor()
  await checkScreen(page, 'list-item-wrong')
  await field(dialog, say('lists.form.name.id')).fill('Surat RT belum ada')
  await field(dialog, say('lists.form.name.en')).fill('No letter of the neighbourhood')
  await button(dialog, say('lists.form.send')).click()
  await gone()
  await row('Surat RT belum ada').getByText(say('lists.state.holds')).waitFor()
  await link(page, 'Surat RT belum ada').click()
  // Its code is of use to whoever edits the list as a file, and is shown nowhere else.
  await dialog.getByText(say('lists.form.code.is', { code: 'surat-rt-belum-ada' })).waitFor()
  await page.keyboard.press('Escape')
  await gone()
})

test('DRAFT-14 what was typed into a dialog and never sent comes back with a word about it, and goes with one press', async () => {
  const words = 'Berkas sobek'
  const name = field(dialog, say('lists.form.name.id'))
  await page.goto('/meja/daftar?daftar=return&buka=baru')
  await name.fill(words)
  await page.keyboard.press('Escape')
  await gone()
  await button(page, say('lists.add')).click()
  await dialog.getByText(say('act.restored')).waitFor()
  assert.equal(await name.inputValue(), words)
  await checkScreen(page, 'list-item-restored')
  await button(dialog, say('act.clear')).click()
  assert.equal(await name.inputValue(), '')
  assert.equal(await dialog.getByText(say('act.restored')).count(), 0)
})

test('LISTS-14 a planned change of a category is told in the list, and taken back', async () => {
  await page.goto('/meja/daftar')
  await row('LPG 3 kg').waitFor()
  await checkScreen(page, 'lists')
  await link(page, 'LPG 3 kg').click()
  await field(dialog, say('lists.form.name.id')).fill('Gas LPG 3 kg')
  await dialog.getByLabel(say('lists.form.from')).fill(typedDay(addDays(today, 30)))
  await checkScreen(page, 'list-item')
  await button(dialog, say('lists.form.send')).click()
  await gone()
  await row('LPG 3 kg')
    .getByText(/Berubah/)
    .waitFor()
  await link(page, 'LPG 3 kg').click()
  await button(dialog, /^Batalkan rencana/).click()
  await gone()
  await row('LPG 3 kg').getByText(say('lists.state.holds')).waitFor()
})

test('LISTS-17 whoever ends an item is told first what is known of its use', async () => {
  await page.goto('/meja/daftar?buka=lpg')
  await button(dialog, say('lists.end')).click()
  await dialog.getByText(say('lists.end.uses.wide', { open: 0, all: 0, districts: 0 })).waitFor()
  await checkScreen(page, 'list-end')
  await button(dialog, say('lists.end')).click()
  await gone()
  await row('LPG 3 kg').getByText(say('lists.state.ended')).waitFor()
})

test('LISTS-16 a list is downloaded, read again with one change, and lines that cannot be taken say why', async () => {
  await page.goto('/meja/daftar?daftar=cancel&berkas=1')
  const coming = page.waitForEvent('download')
  await button(dialog, say('lists.file.download')).click()
  const text = await textIn(await coming)
  const lines = text.trimEnd().split('\r\n')
  const changed = [...lines, 'dobel-lapor;Sudah dilaporkan;Reported already;;', 'KODE SALAH;Salah;Wrong;;'].join('\r\n')
  const file = { name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) }
  await dialog.getByLabel(say('lists.file.choose')).setInputFiles(file)
  await dialog.getByText(say('lists.file.sum', { changes: 1, same: lines.length - 1, wrong: 1 })).waitFor()
  await dialog.getByText(/kode/).first().waitFor()
  await checkScreen(page, 'list-file')
  await button(dialog, say('lists.file.send', { count: 1 })).click()
  await page.getByText(say('lists.file.done', { count: 1 })).waitFor()
  await row('Sudah dilaporkan').waitFor()
})

test('LISTS-12 who may only look at a list opens what is said of each, and finds nothing to press', async () => {
  const { admin, offices } = sleman
  const office = offices.secretariat
  const seat = { name: 'Wahyu Nugroho', signInName: 'wahyu.sleman', office, role: 'admin' } as const
  const reader = await sit(await addStaff(house, admin, seat))
  await reader.goto('/meja/daftar?daftar=sector')
  await reader.getByText(say('lists.locked.nation-only')).waitFor()
  assert.equal(await button(reader, say('lists.add')).count(), 0)
  await checkScreen(reader, 'lists-locked')
  await reader.locator('[data-row-link]').first().click()
  const shown = dialogOf(reader)
  await shown.getByText(say('lists.history'), { exact: true }).waitFor()
  await checkScreen(reader, 'list-item-locked')
  for (const press of ['lists.form.send', 'lists.end'] as const)
    assert.equal(await button(shown, say(press)).count(), 0, press)
  assert.equal(await shown.getByLabel(say('lists.form.from')).count(), 0)
  for (const box of await shown.getByRole('textbox').all()) assert.equal(await box.isEditable(), false)
  await button(shown, say('dialog.close')).last().click()
  await shown.waitFor({ state: 'detached' })
  await reader.context().close()
})

test('LISTS-15 a district closes a day, opens a national holiday, and sets its hours', async () => {
  const year = String(Number(today.slice(0, 4)) + 1)
  await page.goto(`/meja/kalender?tahun=${year}`)
  await button(page, say('calendar.close')).click()
  await dialog.getByLabel(say('calendar.day')).fill(typedDay(`${year}-05-15`))
  await field(dialog, say('calendar.name')).fill('Hari jadi Sleman')
  await button(dialog, say('lists.form.send')).click()
  await gone()
  const line = page.getByRole('listitem').filter({ hasText: 'Hari jadi Sleman' })
  await line.waitFor()
  await checkScreen(page, 'calendar')
  await button(line, say('calendar.open.of', { day: `15 Mei ${year}` })).click()
  await button(dialog, say('calendar.open')).click()
  await gone()
  await line.getByText(say('calendar.opened')).waitFor()
  await button(page, say('calendar.hours.change')).click()
  await dialog.getByLabel(say('calendar.hours.closes', { day: 'Jumat' })).fill('11:30')
  await checkScreen(page, 'calendar-hours')
  await button(dialog, say('lists.form.send')).click()
  await gone()
  await page.getByText('08.00 – 11.30').waitFor()
})

test('SCREEN-3 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
