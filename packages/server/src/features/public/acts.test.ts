import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { Made } from '../../testing/a-registration.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import type { PlainBrowser } from '../../testing/plain-browser.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

let house: TestHouse
let offices: DistrictOffices
let desk: Client
before(async () => {
  house = await startTestHouse()
  offices = await aDistrictOffice(house)
  desk = await house.staffAt(offices.caturtunggal, 'coordinator')
})
after(() => house.close())

const page = '/lacak/kasus'
const answer = { outcome: 'granted', note: 'Kartu Anda sudah aktif.', openReferrals: '' }

async function open({ number, receipt }: Made): Promise<PlainBrowser> {
  const browser = plainBrowser(house.door)
  await browser.open('/lacak')
  await browser.press('/lacak', { number, secret: receipt.short })
  return browser
}

/** A case that went through these moves at its desk, and its citizen's browser. */
async function aCaseAfter(moves: readonly (readonly [string, object])[]) {
  const made = await aCaseBy(desk)
  for (const [action, data] of moves) await desk.does(`case.${action}`, { subject: made.id, data })
  return { made, browser: await open(made) }
}

const taken = [['take', { note: '' }]] as const
const answered = [...taken, ['answer', answer]] as const
const returned = [...taken, ['return', { reason: 'papers-missing', note: 'Fotokopi KK' }]] as const

const statusOf = async ({ id }: Made): Promise<string | undefined> =>
  (await house.owner<{ status: string }>('select status from cases where id = $1', [id]))[0]?.status

test('ACT-1 an answer is read first, then confirmed with a grade, and the case is closed by its citizen', async () => {
  const { made, browser } = await aCaseAfter(answered)
  assert.match(
    browser.page().text,
    /sudah menjawab laporan Anda.*Kartu Anda sudah aktif\..*Apakah masalah Anda selesai\?/,
  )
  const done = await browser.press(page, { satisfaction: '4', note: 'Terima kasih' }, { act: 'confirm' })
  assert.match(done.text, /Laporan Anda ditutup karena masalahnya selesai.*Anda menyatakan masalahnya sudah beres/)
  const rows = await house.owner(
    "select c.closure, c.satisfaction, l.actor from cases c join ledger l on l.subject = c.id and l.kind = 'case.confirm' where c.id = $1",
    [made.id],
  )
  assert.deepEqual(rows, [{ closure: 'confirmed', satisfaction: 4, actor: `citizen:${made.id}` }])
})

test('ACT-2 pressing twice acts once, and both presses are answered alike', async () => {
  const { made, browser } = await aCaseAfter(answered)
  await browser.press(page, {}, { act: 'confirm' })
  const again = await browser.again()
  assert.match(again.text, /Laporan Anda ditutup karena masalahnya selesai/)
  const entries = await house.owner("select 1 from ledger where subject = $1 and kind = 'case.confirm'", [made.id])
  assert.equal(entries.length, 1)
})

test('ACT-3 a dispute needs words: without them the page says so, with them the case goes back and comes first', async () => {
  const { made, browser } = await aCaseAfter(answered)
  const bare = await browser.press(page, { note: ' ' }, { act: 'dispute' })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /<details[^>]*open[^>]*><summary>Belum, masalah saya belum selesai/)
  assert.match(bare.text, /Tulis dulu dengan kalimat Anda sendiri/)
  const done = await browser.press(page, { note: 'Kartu masih ditolak' }, { act: 'dispute' })
  assert.match(done.text, /kembali ditangani dan didahulukan/)
  assert.equal(await statusOf(made), 'handling')
})

test('ACT-4 a returned case says what is missing, takes it, and goes on', async () => {
  const { made, browser } = await aCaseAfter(returned)
  assert.match(browser.page().text, /memerlukan tambahan keterangan dari Anda.*Yang masih diperlukan Fotokopi KK/)
  await browser.press(page, { note: 'Sudah saya antar ke kantor' }, { act: 'complete' })
  assert.equal(await statusOf(made), 'handling')
})

test('ACT-5 an act that the case no longer allows is refused in a sentence, and the words are still on the page', async () => {
  const { made, browser } = await aCaseAfter(returned)
  await desk.does('case.complete', { subject: made.id, data: { note: 'Diterima di meja' } })
  const refused = await browser.press(page, { note: 'Ini KK saya' }, { act: 'complete' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Petugas baru saja mengubah laporan Anda.*Yang Anda tulis Ini KK saya/)
  assert.match(refused.text, /Laporan Anda sekarang ditangani/)
})

test('ACT-6 a form from before a change is held back, and goes through after a look', async () => {
  const { made, browser } = await aCaseAfter(taken)
  await desk.does('case.note', { subject: made.id, data: { note: 'Catatan' } })
  const held = await browser.press(page, { note: 'Sudah tidak perlu' }, { act: 'cancel' })
  assert.equal(held.status, 409)
  assert.match(held.html, /Sudah tidak perlu<\/textarea>/)
  const done = await browser.press(page, {}, { act: 'cancel' })
  assert.match(done.text, /Laporan Anda sudah ditarik/)
  assert.equal(await statusOf(made), 'cancelled')
})

test('ACT-7 a closed case is opened again, or goes to the office above', async () => {
  const { made, browser } = await aCaseAfter(answered)
  await browser.press(page, {}, { act: 'confirm' })
  await browser.press(page, { note: 'Mati lagi' }, { act: 'reopen' })
  assert.equal(await statusOf(made), 'handling')
  await desk.does('case.answer', { subject: made.id, data: answer })
  await browser.open(page)
  const appealed = await browser.press(page, { note: 'Tidak adil' }, { act: 'appeal' })
  assert.match(appealed.text, /diteruskan ke kantor di atasnya.*Laporan Anda sudah diterima Sekretariat SLRT Sleman/)
})

test('ACT-8 the session of one case acts on no other', async () => {
  const { made: other } = await aCaseAfter(answered)
  const { made: own, browser } = await aCaseAfter(answered)
  const { html } = browser.page()
  assert.ok(!html.includes(other.id) && !html.includes(own.id), 'no id stands in the page')
  await browser.press(page, { subject: other.id, case: other.id, district: '34.04' }, { act: 'confirm' })
  assert.deepEqual([await statusOf(other), await statusOf(own)], ['answered', 'closed'])
})

test('ACT-9 words outlive the session that they were written in', async () => {
  const { made, browser } = await aCaseAfter(answered)
  await house.owner("update citizen_session set expires_at = now() - interval '1 second'")
  const closed = await browser.press(page, { note: 'Kartu masih ditolak' }, { act: 'dispute' })
  assert.equal(closed.status, 401)
  assert.match(closed.text, /Yang Anda tulis tadi masih ada/)
  const opened = await browser.press('/lacak', { number: made.number, secret: made.receipt.short })
  assert.match(opened.html, /Kartu masih ditolak<\/textarea>/)
  await browser.press(page, {}, { act: 'dispute' })
  assert.equal(await statusOf(made), 'handling')
})

test('ACT-10 a case at another office is said to be there, in both languages', async () => {
  const made = await aCaseBy(desk)
  const moves = [
    ['take', { note: '' }],
    ['recommend', { note: 'Perlu' }],
    ['approve', { note: '' }],
  ] as const
  for (const [action, data] of moves) await desk.does(`case.${action}`, { subject: made.id, data })
  const asked = {
    referral: randomUUID(),
    to: offices.rsud,
    grant: randomUUID(),
    fields: ['story'],
    note: 'Mohon dibantu',
  }
  await desk.does('referral.request', { subject: made.id, data: asked })
  const browser = await open(made)
  assert.match(browser.page().text, /Laporan Anda sekarang di RSUD Sleman, sejak \d+ \w+/)
  assert.match(browser.page().text, /Dirujuk ke RSUD Sleman/)
  assert.doesNotMatch(browser.page().text, /Tarik laporan ini/)
  assert.match((await browser.open(`${page}?bahasa=en`)).text, /Your report is now with RSUD Sleman, since/)
})
