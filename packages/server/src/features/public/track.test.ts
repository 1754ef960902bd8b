import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

let house: TestHouse
let offices: DistrictOffices
before(async () => {
  house = await startTestHouse()
  offices = await aDistrictOffice(house)
})
after(() => house.close())

const aCase = async () => aCaseBy(await house.staffAt(offices.caturtunggal, 'fo'))

async function open(number: string, secret: string) {
  const browser = plainBrowser(house.door)
  await browser.open('/lacak')
  await browser.press('/lacak', { number, secret })
  return browser
}

test('TRACK-1 number and secret open a case however they are typed, and stand in no address', async () => {
  const { number, receipt } = await aCase()
  const typed = [
    [number, receipt.short],
    [number.replaceAll('-', ' '), receipt.short.toUpperCase()],
    [` ${number.replaceAll('-', '')} `, `${receipt.short.slice(0, 4)} - ${receipt.short.slice(4)}`],
  ] as const
  for (const [as, secret] of typed) {
    const page = (await open(as, secret)).page()
    assert.equal(page.path, '/lacak/kasus')
    assert.match(page.text, /Laporan Anda sudah diterima Puskesos Caturtunggal pada .* Jawaban paling lambat/)
  }
})

test('TRACK-1 words that no form of ours kept are let go, and the case opens all the same', async () => {
  const { number, receipt } = await aCase()
  for (const kept of ['{', 'null', '[]', '{"act":"terbang","note":"x","satisfaction":""}', 'kata-kata']) {
    const browser = plainBrowser(house.door)
    await browser.open('/lacak')
    const page = await browser.press('/lacak', { number, secret: receipt.short, kept })
    assert.deepEqual([page.status, page.path], [200, '/lacak/kasus'], kept)
  }
})

test('TRACK-2 the long key of a QR code opens its case alone', async () => {
  const { number, receipt } = await aCase()
  const browser = plainBrowser(house.door)
  await browser.open('/lacak')
  const page = await browser.press('/lacak', { key: receipt.long })
  assert.ok(page.text.includes(number))
})

test('TRACK-3 wrong guesses are answered alike for a case and for no case, and soon with a wait', async () => {
  const { number } = await aCase()
  const answers: string[] = []
  for (let guess = 0; guess < 5; guess++) {
    const page = (await open(number, 'aaaabbbb')).page()
    assert.equal(page.status, 403)
    answers.push(page.text)
  }
  const none = (await open('3404-26-999999', 'aaaabbbb')).page()
  assert.equal(none.text.replace('3404-26-999999', number), answers[0])
  const locked = (await open(number, 'aaaabbbb')).page()
  assert.equal(locked.status, 429)
  assert.match(locked.text, /Sudah terlalu banyak percobaan yang gagal.*Tunggu \d+ detik/)
  assert.match(locked.headers['retry-after'] ?? '', /^\d+$/)
  assert.match(locked.html, new RegExp(`value="${number}"`))
  await house.owner('delete from lock_out')
})

test('TRACK-4 guesses at many cases from one source meet a wait, and even the right secret then has to wait', async () => {
  const { number, receipt } = await aCase()
  for (let guess = 0; guess < 50; guess++) await open(`3404-26-8888${String(guess).padStart(2, '0')}`, 'aaaabbbb')
  assert.equal((await open(number, receipt.short)).page().status, 429)
  await house.owner('delete from lock_out')
  assert.equal((await open(number, receipt.short)).page().path, '/lacak/kasus')
})

test('TRACK-5 what is missing is said beside its field, and the secret is never sent back', async () => {
  const browser = plainBrowser(house.door)
  await browser.open('/lacak')
  const page = await browser.press('/lacak', { number: '12', secret: 'abcd2345' })
  assert.equal(page.status, 422)
  assert.match(page.text, /Isi nomor laporan seperti di tanda terima/)
  assert.ok(!page.html.includes('abcd2345'))
})

test('TRACK-6 the page of a case shows the public projection: no NIK, phone, name, story or officer', async () => {
  const { number, receipt } = await aCase()
  const { html } = (await open(number, receipt.short)).page()
  for (const word of [
    '3404075203600001',
    '3404070101100001',
    '081234567890',
    'Sumarni',
    'Ditolak saat berobat',
    'Petugas',
  ])
    assert.ok(!new RegExp(`${word}\\b(?! (memeriksa|menangani|berhenti|melanjutkan))`).test(html), word)
  assert.match(html, /BPJS PBI tidak aktif sejak Februari/)
})

test('TRACK-7 without a session there is no case, and leaving ends it', async () => {
  const { number, receipt } = await aCase()
  const stranger = plainBrowser(house.door)
  assert.equal((await stranger.open('/lacak/kasus')).path, '/lacak')
  assert.equal((await stranger.open('/lapor/tanda-terima')).path, '/lacak')
  const browser = await open(number, receipt.short)
  const cookie = browser.cookies()
  await browser.press('/lacak/tutup', {})
  assert.equal((await browser.open('/lacak/kasus')).path, '/lacak')
  const kept = await house.door({ method: 'GET', path: '/lacak/kasus', headers: { cookie } })
  assert.equal(kept.status, 303)
})

test('TRACK-8 a page of a case is kept by no browser, and its cookie is out of reach of scripts', async () => {
  const { number, receipt } = await aCase()
  const page = (await open(number, receipt.short)).page()
  assert.equal(page.headers['cache-control'], 'no-store')
  const opened = await house.door({
    method: 'POST',
    path: '/lacak',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ number, secret: receipt.short }).toString(),
  })
  assert.equal(opened.headers.location, '/lacak/kasus')
  assert.match(opened.headers['set-cookie'] ?? '', /^warga=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('TRACK-9 a session that is over opens nothing', async () => {
  const { number, receipt } = await aCase()
  const browser = await open(number, receipt.short)
  await house.owner("update citizen_session set expires_at = now() - interval '1 second'")
  assert.equal((await browser.open('/lacak/kasus')).path, '/lacak')
})

test('TRACK-10, TRACK-12 card, page and message tell one outlook: in time, likely late, late; and of a red card the hour', async () => {
  const bo = await house.staffAt(offices.caturtunggal, 'bo')
  const { id, number, receipt } = await aCaseBy(bo)
  const browser = await open(number, receipt.short)
  const told = async (set: string) => {
    await house.owner(`update cases set ${set} where id = $1`, [id])
    const { outlook, short } = await bo.read(caseRoutes.card, { query: { district: '34.04', id } })
    await browser.open('/lacak/kasus')
    return { outlook, short: short ?? '', page: browser.page().text }
  }
  const calm = await told("total_due_at = now() + interval '9 days'")
  assert.equal(calm.outlook, 'in-time')
  assert.match(calm.page, /Jawaban paling lambat \d+ \w+\./)
  assert.match(calm.short, /Jawaban paling lambat/)
  const risk = await told("hop_due_at = now() + interval '1 minute'")
  assert.equal(risk.outlook, 'at-risk')
  assert.match(risk.page, /dijanjikan paling lambat \d+ \w+, tetapi kemungkinan besar terlambat/)
  assert.match(risk.short, /kemungkinan besar terlambat\.$/)
  const behind = await told("hop_due_at = now() - interval '1 minute'")
  assert.equal(behind.outlook, 'late')
  assert.match(behind.page, /terlambat menangani laporan Anda\. Kami mohon maaf\. Jawaban tetap dijanjikan/)
  assert.match(behind.short, /Terlambat, kami mohon maaf\. Janji jawaban/)
  const late = await told("hop_due_at = now() + interval '3 days', total_due_at = now() - interval '1 day'")
  assert.equal(late.outlook, 'late')
  assert.match(late.page, /Batas waktu menjawab, .*, sudah lewat\. Kami mohon maaf\./)
  assert.match(late.short, /sudah lewat, kami mohon maaf\.$/)
  const red = await told(
    "priority = 'red', hop_due_at = now() + interval '20 hours', total_due_at = now() + interval '9 days'",
  )
  assert.equal(red.outlook, 'in-time')
  assert.match(red.page, /Jawaban paling lambat \d+ \w+ \d\d\.\d\d\. ?Laporan ini mendesak: dikerjakan siang dan malam/)
  assert.match(red.short, /paling lambat \w+ \d+ \w+ \d\d\.\d\d\.$/)
})
