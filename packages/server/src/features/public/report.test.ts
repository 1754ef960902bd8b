import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import type { PlainBrowser } from '../../testing/plain-browser.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

let house: TestHouse
let offices: DistrictOffices
before(async () => {
  house = await startTestHouse()
  offices = await aDistrictOffice(house)
})
after(() => house.close())

const what = { category: 'pbi-inactive', summary: 'Kartu saya tidak aktif', story: 'Ditolak saat berobat' }
const self = { forWhom: 'self', name: 'Sumarni', phone: '0812 3456 7890', contactVia: 'whatsapp' }
const nik = '3404075203600001'
const next = { go: 'next' }

async function toWhere(browser: PlainBrowser): Promise<void> {
  await browser.open('/lapor?jenis=pengaduan')
  await browser.press('/lapor', what, next)
}

async function toWho(browser: PlainBrowser, village: string = sleman.caturtunggal): Promise<void> {
  await toWhere(browser)
  await browser.press('/lapor', { search: 'caturtunggal' }, { go: 'search' })
  await browser.press('/lapor', { village }, next)
}

const casesAt = async (office: string) => (await (await house.staffAt(office, 'fo')).read(caseRoutes.queue)).items

test('REPORT-1 a report in three steps lands in the queue of the Puskesos of its village, and gives a receipt', async () => {
  const browser = plainBrowser(house.door)
  await toWho(browser)
  assert.match(browser.page().text, /Puskesos Caturtunggal/)
  const receipt = await browser.press('/lapor', { ...self, nik: '3404 0752 0360 0001' }, next)
  assert.equal(receipt.path, '/lapor/tanda-terima')
  const [, number = ''] = /(3404-\d\d-\d{6})/.exec(receipt.text) ?? []
  assert.match(receipt.text, /Kode rahasia [2-9a-z]{4}-[2-9a-z]{4}/)
  const line = (await casesAt(offices.caturtunggal)).find((row) => row.number === number)
  assert.deepEqual([line?.summary, line?.clientMasked, line?.place], [what.summary, 'S***', sleman.caturtunggal])
})

test('REPORT-2 however often the last button is pressed, one case is registered, with one receipt', async () => {
  const browser = plainBrowser(house.door)
  await toWho(browser)
  const before = (await casesAt(offices.caturtunggal)).length
  const first = await browser.press('/lapor', self, next)
  const [second, third] = await Promise.all([browser.again(), browser.again()])
  const numbers = [first, second, third].map(({ text }) => /3404-\d\d-\d{6}/.exec(text)?.[0])
  assert.ok(numbers[0] && numbers.every((number) => number === numbers[0]), numbers.join())
  assert.equal((await casesAt(offices.caturtunggal)).length, before + 1)
})

test('REPORT-3 sending changed words under the same form does not change what was taken, and says so', async () => {
  const browser = plainBrowser(house.door)
  await toWho(browser)
  const form = browser.page()
  await browser.press('/lapor', self, next)
  const back = plainBrowser(async (asked) => (asked.method === 'GET' ? pageAs(form.html) : house.door(asked)))
  await back.open('/lapor')
  const again = await back.press('/lapor', { ...self, name: 'Orang lain' }, next)
  assert.equal(again.status, 409)
  assert.match(again.text, /sudah kami terima sebelumnya/)
  assert.match(again.html, /value="Orang lain"/)
})

const pageAs = (html: string) => ({ status: 200, headers: {}, body: {}, text: html, bytes: Buffer.from(html) })

test('REPORT-4 an anonymous report keeps no name, number or NIK, whatever was typed before', async () => {
  const browser = plainBrowser(house.door)
  await toWho(browser)
  const receipt = await browser.press('/lapor', { ...self, nik, anonymous: 'yes' }, next)
  const [number] = /3404-\d\d-\d{6}/.exec(receipt.text) ?? []
  const [row] = await house.owner(
    'select client_name, client_nik, client_phone, reporter_name, reporter_phone, anonymous, contact_via from cases where number = $1',
    [number],
  )
  assert.deepEqual(row, {
    client_name: '',
    client_nik: null,
    client_phone: null,
    reporter_name: null,
    reporter_phone: null,
    anonymous: true,
    contact_via: 'none',
  })
})

test('REPORT-5 who reports for somebody else stands apart from the person in need', async () => {
  const browser = plainBrowser(house.door)
  await toWho(browser)
  const other = { ...self, forWhom: 'other', person: 'Mbah Sastro', relation: 'neighbour', name: 'Budi' }
  const receipt = await browser.press('/lapor', other, next)
  const [number] = /3404-\d\d-\d{6}/.exec(receipt.text) ?? []
  const rows = await house.owner(
    'select client_name, reporter_name, reporter_relation, client_phone is null as no_phone, reporter_phone is not null as phone from cases where number = $1',
    [number],
  )
  assert.deepEqual(rows, [
    { client_name: 'Mbah Sastro', reporter_name: 'Budi', reporter_relation: 'neighbour', no_phone: true, phone: true },
  ])
})

test('REPORT-6 what is wrong is said beside the field and above the form, and what was typed stays', async () => {
  const browser = plainBrowser(house.door)
  await browser.open('/lapor?jenis=layanan')
  const page = await browser.press('/lapor', { summary: 'a', story: 'Cerita saya' }, next)
  assert.equal(page.status, 422)
  assert.match(page.html, /href="#isian-category"/)
  assert.match(page.html, /href="#isian-summary"/)
  assert.match(page.html, /Cerita saya<\/textarea>/)
  assert.match(page.text, /Pilih laporan ini tentang apa\..*Pilih laporan ini tentang apa\./)
})

test('REPORT-7 going back and on again loses nothing that was typed, nor does the other language', async () => {
  const browser = plainBrowser(house.door)
  await toWho(browser)
  await browser.press('/lapor', { name: 'Sumarni', forWhom: 'self' }, { go: 'back' })
  assert.match(browser.page().html, /Caturtunggal/)
  const first = await browser.press('/lapor', {}, { go: 'back' })
  assert.match(first.html, /value="Kartu saya tidak aktif"/)
  await browser.press('/lapor', {}, next)
  const third = await browser.press('/lapor', {}, next)
  assert.match(third.html, /value="Sumarni"/)
  const english = await browser.press('/lapor', {}, { bahasa: 'en' })
  assert.match(english.text, /Who needs help\?/)
  assert.match(english.html, /value="Sumarni"/)
  assert.match(browser.cookies(), /bahasa=en/)
})

test('REPORT-8 a village without a Puskesos is taken by the office above, and one without any office is told plainly', async () => {
  const browser = plainBrowser(house.door)
  await toWhere(browser)
  await browser.press('/lapor', { search: 'Sinduadi' }, { go: 'search' })
  assert.match(browser.page().text, /Diterima oleh Sekretariat SLRT Sleman, karena belum ada kantor yang lebih dekat/)
  await browser.press('/lapor', { search: 'Keude Bakongan' }, { go: 'search' })
  assert.match(browser.page().text, /Belum ada kantor SLRT yang buka di sini/)
  const page = await browser.press('/lapor', {}, next)
  assert.match(page.text, /Di Keude Bakongan belum ada kantor SLRT yang buka.*021-171/)
  assert.match(page.text, /Langkah 2 dari 3/)
})

test('REPORT-9 a category that only some roles may see makes the case one of that kind', async () => {
  const browser = plainBrowser(house.door)
  await browser.open('/lapor?jenis=pengaduan')
  await browser.press('/lapor', { ...what, category: 'lain', otherCategory: 'violence' }, next)
  await browser.press('/lapor', { search: 'caturtunggal' }, { go: 'search' })
  await browser.press('/lapor', { village: sleman.caturtunggal }, next)
  const receipt = await browser.press('/lapor', self, next)
  const [number] = /3404-\d\d-\d{6}/.exec(receipt.text) ?? []
  const rows = await house.owner('select restricted, category, channel from cases where number = $1', [number])
  assert.deepEqual(rows, [{ restricted: 'violence', category: 'violence', channel: 'web' }])
})

test('REPORT-10 nothing personal stands in an address or a log', async () => {
  const browser = plainBrowser(house.door)
  await toWho(browser)
  await browser.press('/lapor', { ...self, nik }, next)
  const log = house.logged.join('\n')
  for (const word of ['Sumarni', nik, '0812 3456', 'Ditolak saat berobat']) assert.ok(!log.includes(word), word)
  assert.doesNotMatch(browser.page().path, /\?/)
})

test('REPORT-11 a form that nobody could have been given is refused with a page, not with code', async () => {
  const browser = plainBrowser(house.door)
  await browser.open('/lapor?jenis=pengaduan')
  const page = await browser.press('/lapor', { command: 'x' }, next)
  assert.equal(page.status, 400)
  assert.match(page.text, /Isian ini tidak dapat kami baca.*Nomor gangguan: [0-9a-f-]{36}/)
})
