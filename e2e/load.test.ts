import assert from 'node:assert/strict'
import { test } from 'node:test'
import { button, field, heading, reloadUntil, say } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const page = await sit(sleman.people.manager)

const rows = [
  'NIK,Nama Lengkap,No KK,tgl_lahir,JK,kode_kelurahan_desa,desil_nasional',
  '3404074506800001,Siti Aminah,3404070101100001,05/06/1980,2,3404072001,2',
  '3404070101750002,Budi Santoso,3404070101100001,01/01/1975,1,3404072001,2',
  '3.40407E+15,Ngatini,3404070101100002,05/06/1950,2,3404072001,1',
]
const file = { name: 'dtsen-caturtunggal.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }

test('LOAD-6 a manager sends an extract, and its columns are found by their names', async () => {
  await page.goto('/meja/pemuatan')
  await page.getByText(say('load.empty.title')).waitFor()
  await checkScreen(page, 'loads-empty')
  await button(page, say('load.new')).first().click()
  await heading(page, say('load.new')).waitFor()
  await page.locator('input[type=file]').setInputFiles(file)
  await heading(page, say('load.columns')).waitFor()
  assert.equal(await page.getByLabel('NIK', { exact: true }).inputValue(), 'person.nomor_induk_kependudukan')
  assert.equal(await page.getByLabel('desil_nasional', { exact: true }).inputValue(), 'family.desil')
  await page.getByText('3404**********01').first().waitFor()
  await checkScreen(page, 'load-columns')
})

test('LOAD-13 the file is tried before anything is written', async () => {
  await button(page, say('load.check')).click()
  await page.getByText(say('load.snapshot.missing')).waitFor()
  await field(page, say('load.snapshot')).fill('10/07/2026')
  await page.keyboard.press('Escape')
  await button(page, say('load.check')).click()
  await reloadUntil(page, page.getByText(say('load.now.checked')))
  await page.getByText(say('load.counts.trial', { rows: 3 })).waitFor()
  await page.getByText(say('load.wrong.in', { line: 4, column: 'NIK' })).waitFor()
  await checkScreen(page, 'load-checked')
})

test('LOAD-15 the rows to mend come as a file with the reason beside each', async () => {
  const coming = page.waitForEvent('download')
  await button(page, say('load.wrong.csv')).click()
  assert.match(await textIn(await coming), /4;NIK;.*3\.40407E\+15;Ngatini/)
})

test('LOAD-12 it is loaded by the server, and the hand-over record is kept with it', async () => {
  await button(page, say('load.start')).click()
  await reloadUntil(page, page.getByText(say('load.now.done')))
  await button(page, say('load.bast.fill')).click()
  await field(page, say('load.bast.number')).fill('400/12/BAST/2026')
  await button(page, say('load.bast.save')).click()
  await page.getByText('400/12/BAST/2026').waitFor()
  await checkScreen(page, 'load-done')
  await page.goto('/meja/pemuatan')
  await page.getByText('DTSEN · 10/07/2026').waitFor()
  await checkScreen(page, 'loads')
  assert.deepEqual(faults, [])
})

test('LOAD-16 people are taken out as a file, with a reason that is asked for', async () => {
  await button(page, say('export-data.new')).click()
  await page.getByText(say('export-data.empty.title')).waitFor()
  await checkScreen(page, 'exports-empty')
  await button(page, say('export-data.new')).first().click()
  await page.getByRole('radio', { name: say('export-data.form.csv') }).check()
  await page.getByRole('checkbox', { name: say('export-data.desil.one', { n: 2 }), exact: true }).check()
  await button(page, say('export-data.send')).click()
  await page.getByText(say('export-data.reason.short')).waitFor()
  await checkScreen(page, 'export-form')
  await field(page, say('export-data.reason')).fill('Verifikasi lapangan triwulan IV')
  await button(page, say('export-data.send')).click()
  await reloadUntil(page, page.getByText(say('export-data.stands.ready')))
  await checkScreen(page, 'exports')
})

test('LOAD-18 the file carries a mark on each row, by which the log tells who took it', async () => {
  const coming = page.waitForEvent('download')
  await button(page, say('export-data.fetch')).click()
  const text = await textIn(await coming)
  const [head = '', ...rows] = text.trim().split('\r\n')
  const mark = rows[0]?.split(';').at(-1) ?? ''
  assert.match(head, /^nomor_induk_kependudukan;nama;nomor_kartu_keluarga;.*;tanda_ekspor$/)
  assert.equal(rows.length, 2)
  for (const row of rows) assert.match(row, new RegExp(`^3404\\*{10}0[12];.*;${mark}$`))
  await field(page, say('export-data.find')).fill(mark.toLowerCase())
  await button(page, say('export-data.find.act')).click()
  await page.getByText('Verifikasi lapangan triwulan IV').waitFor()
  await page.getByText(say('export-data.fetched.times', { n: 1 })).waitFor()
  await checkScreen(page, 'export-found')
  assert.deepEqual(faults, [])
})
