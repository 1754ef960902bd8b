import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { button, heading, link, say } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, enter } = await setScene()
const page = await enter({ cookie: sleman.admin.cookie })
const chosen = page.locator('input[type=file]')
const choose = (name: string, rows: readonly (readonly string[])[]): Promise<void> =>
  chosen.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csvOf(rows)) })
/** Takes the file away that was read, so that another can be chosen. */
const takeAway = (): Promise<void> => button(page, 'Hapus berkas').click()
async function downloaded(press: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download')
  await press()
  return textIn(await coming)
}

const offices = [
  ['Nama kantor', 'Jenis kantor', 'Kode wilayah', 'Desa', 'Alamat'],
  ['Puskesos Condongcatur', 'Puskesos', '34.04.07.2003', '', 'Jl. Candi Gebang 1'],
  ['Puskesos Sinduadi', 'Puskesos', '', 'Sinduadi', ''],
  ['Puskesos Caturtunggal', 'Puskesos', '34.04.07.2001', '', 'Jl. Kaliurang 5'],
  ['Puskesos Tanpa Nama', 'Puskesos', '', 'Tidakada', ''],
]

test('IMPORT-4 an administrator looks at a file of offices before anything is saved', async () => {
  await page.goto('/meja/kantor')
  await button(page, say('import.title')).click()
  await heading(page, say('import.offices.title')).waitFor()
  await checkScreen(page, 'import-offices')
  const table = await downloaded(() => button(page, say('import.table')).click())
  assert.match(table, /^\uFEFFnama kantor;jenis kantor;kode wilayah;/)
  await choose('kantor.csv', offices)
  await page.getByText(say('import.wrong', { count: 1 })).waitFor()
  await page.getByText('Tidak ada wilayah “Tidakada”').waitFor()
  await page.getByText('Jl. Kaliurang 5').waitFor()
  await checkScreen(page, 'import-plan')
})

test('IMPORT-9 the rows that can not be taken come as a file with the reason behind each', async () => {
  const text = await downloaded(() => button(page, say('import.reasons')).click())
  assert.match(text, /Puskesos Tanpa Nama;Puskesos;;Tidakada;;Desa;Tidak ada wilayah/)
})

test('IMPORT-12 rows are saved, the offices are in the list, and the same file has nothing left to save', async () => {
  await button(page, say('import.send', { count: 3 })).click()
  await page.getByText(say('import.done', { count: 3 })).waitFor()
  await checkScreen(page, 'import-done')
  await page
    .getByRole('main')
    .getByRole('button', { name: say('import.offices.back') })
    .click()
  await link(page, 'Puskesos Condongcatur').waitFor()
  await page.goBack()
  await button(page, say('import.again')).click()
  await choose('kantor.csv', offices.slice(0, 4))
  await page.getByText(say('import.nothing')).waitFor()
  await page.goto('/meja/kantor?cari=Sinduadi')
  await link(page, 'Puskesos Sinduadi').waitFor()
})

test('IMPORT-10 what is no table, and one without its columns, is told in a sentence', async () => {
  await page.goto('/meja/muat/kantor')
  await chosen.setInputFiles({ name: 'foto.xlsx', mimeType: '', buffer: Buffer.from([0xff, 0xd8, 0, 1]) })
  await page.getByText(say('refusal.no-table')).waitFor()
  await takeAway()
  await choose('kantor.csv', [
    ['Nama kantor', 'Warna'],
    ['Puskesos A', 'biru'],
  ])
  await page.getByText(/Kolom ini belum ada di berkas: jenis kantor, kode wilayah/).waitFor()
})

test('IMPORT-13 staff come from a file, and their links are downloaded once', async () => {
  await page.goto('/meja/petugas')
  await button(page, say('import.title')).click()
  await heading(page, say('import.staff.title')).waitFor()
  await choose('petugas.csv', [
    ['Nama petugas', 'Peran', 'Kantor'],
    ['Rina Astuti', 'FO', 'Puskesos Condongcatur'],
    ['Rina Astuti', 'BO', 'Puskesos Condongcatur'],
    ['Budi Santoso', 'Koordinator Puskesos', 'Puskesos Sinduadi'],
  ])
  await button(page, say('import.send', { count: 3 })).click()
  await page.getByText(say('import.done', { count: 3 })).waitFor()
  const text = await downloaded(() => button(page, say('import.links.make')).click())
  assert.match(text, /Rina Astuti;Puskesos Condongcatur;[^;]+;http[^;]+\/meja\/tautan#t=[\w-]{20,};/)
  assert.match(text, /Budi Santoso;Puskesos Sinduadi;Koordinator Puskesos;/)
  await checkScreen(page, 'import-links')
  await button(page, say('import.links.make')).click()
  await page.getByText(say('import.links.none')).waitFor()
})

test('IMPORT-12 no page failed on the way', () => assert.deepEqual(faults, []))
