import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { caseId, referralId } from '@openslrt/core/kernel/id.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const clinic = await openOffice(house, { name: 'Klinik Bina Sehat', kind: 'provider' })
const note = 'Sudah diperiksa.'
const page = '/rujukan/jawab'

async function asked() {
  const { id, number } = await aCaseBy(desk)
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  const referral = randomUUID()
  const data = { referral, to: clinic, grant: randomUUID(), fields: ['story'], note, link: randomUUID() }
  await desk.does('referral.request', { subject: id, data })
  const body = { district: '34.04', case: caseId.parse(id), referral: referralId.parse(referral) }
  const { short, long } = await desk.read(replyRoutes.link, { body })
  return { id, number, referral, short, long }
}

async function openBy(fields: Readonly<Record<string, string>>) {
  const browser = plainBrowser(house.door)
  await browser.open('/rujukan')
  await browser.press('/rujukan', fields)
  return browser
}
const opened = async () => {
  const made = await asked()
  return { ...made, browser: await openBy({ key: made.long }) }
}
const rowOf = async (referral: string) =>
  (await house.owner('select status, version from referral where id = $1', [referral]))[0]

/** A form as a hand might write it, past what the page offers. */
const post = (cookie: string, body: string, more: Readonly<Record<string, string>> = {}) =>
  house.stranger().raw({
    method: 'POST',
    path: page,
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost',
      cookie,
      ...more,
    },
    body,
  })
const form = (own: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    act: 'accept',
    command: randomUUID(),
    at: new Date().toISOString(),
    base: '1',
    ...own,
  }).toString()

test('REF-25 number and secret are asked for by name, and the secret never comes back into a page', async () => {
  const { number, short } = await asked()
  const cases: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{}, 422],
    [{ number }, 422],
    [{ secret: short }, 422],
    [{ number: '   ', secret: short }, 422],
    [{ number: '3404-26-999999', secret: short }, 403],
    [{ key: 'x' }, 403],
    [{ key: `3404.${'A'.repeat(32)}` }, 403],
  ]
  for (const [fields, status] of cases) {
    const shown = (await openBy(fields)).page()
    assert.equal(shown.status, status, JSON.stringify(fields))
    assert.ok(!shown.html.includes(short), JSON.stringify(fields))
    assert.equal(shown.headers['cache-control'], 'no-store')
  }
})

test('REF-25 the secret of one referral opens no other case, and the secret of a citizen none', async () => {
  const [one, other] = [await asked(), await asked()]
  assert.equal((await openBy({ number: other.number, secret: one.short })).page().status, 403)
  const made = await aCaseBy(desk)
  assert.equal((await openBy({ number: made.number, secret: made.receipt.short })).page().status, 403)
  assert.equal((await openBy({ key: made.receipt.long })).page().status, 403)
  const citizen = plainBrowser(house.door)
  await citizen.open('/lacak')
  assert.equal((await citizen.press('/lacak', { number: one.number, secret: one.short })).status, 403)
})

test('REF-20 what the page does not offer is refused, whoever writes the form, and changes nothing', async () => {
  const { id, referral, browser } = await opened()
  const before = await rowOf(referral)
  const { line } = await desk.read(caseRoutes.card, { query: { district: '34.04', id } })
  const base = String(line.version)
  const tried: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{ act: 'cancel' }, 400],
    [{ act: 'give-link' }, 400],
    [{ act: '' }, 400],
    [{ command: 'satu' }, 400],
    [{ at: 'kemarin' }, 400],
    [{ base: '0' }, 400],
    [{ base: 'x' }, 400],
    [{ act: 'hold', base }, 422],
    [{ act: 'hold', base, note: '   ' }, 422],
    [{ act: 'hold', base, note: 'x'.repeat(4001) }, 422],
    [{ act: 'reject', base, note }, 422],
    [{ act: 'reject', base, note, reason: 'hujan' }, 422],
    [{ act: 'complete', base, note, outcome: 'granted' }, 409],
    [{ act: 'start', base }, 409],
  ]
  for (const [fields, status] of tried) {
    const answer = await post(browser.cookies(), form(fields))
    assert.equal(answer.status, status, `${JSON.stringify(fields).slice(0, 80)} ${answer.text.slice(0, 300)}`)
    assert.deepEqual(await rowOf(referral), before)
  }
})

test('REF-20 without its cookie, with one that is made up, or from a foreign page nothing is answered', async () => {
  const { referral, browser } = await opened()
  const before = await rowOf(referral)
  for (const cookie of ['', 'rujukan=', `rujukan=${'A'.repeat(43)}`, browser.cookies().slice(0, -1)])
    assert.equal((await post(cookie, form())).status, 401, cookie)
  assert.equal((await post(browser.cookies(), form(), { origin: 'https://jahat.example' })).status, 403)
  assert.equal((await house.stranger().raw({ method: 'GET', path: page })).status, 303)
  for (const path of ['/rujukan/berkas', `/rujukan/berkas?nomor=${randomUUID()}`, '/rujukan/berkas?nomor=x'])
    assert.equal((await browser.open(path)).status, 404, path)
  assert.deepEqual(await rowOf(referral), before)
})

test('REF-22 a form that stood open while the case moved on is told how it stands, with the words kept', async () => {
  const { id, referral, long, browser } = await opened()
  const colleague = await openBy({ key: long })
  await colleague.press(page, { note: 'Datang Senin.' }, { act: 'accept' })
  const late = await browser.press(page, { note: 'Datang Selasa.' }, { act: 'accept' })
  assert.equal(late.status, 409)
  assert.ok(late.html.includes('Datang Selasa.'))
  const entries = await house.owner("select 1 from ledger where subject = $1 and kind = 'referral.accept'", [id])
  assert.equal(entries.length, 1)
  await browser.open(page)
  await browser.press(page, {}, { act: 'start' })
  assert.equal((await rowOf(referral))?.['status'], 'in-progress')
})

test('REF-22 two people behind one link answer at the same moment: one is heard', async () => {
  const { id, referral, long } = await asked()
  const [one, other] = [await openBy({ key: long }), await openBy({ key: long })]
  const said = await Promise.all([
    one.press(page, { note: 'Penuh.', reason: 'capacity-full' }, { act: 'reject' }),
    other.press(page, { note: 'Datang Senin.' }, { act: 'accept' }),
  ])
  assert.equal(said.filter(({ status }) => status === 200).length, 1, said.map(({ status }) => status).join())
  assert.ok(said.every(({ status }) => status < 500))
  const entries = await house.owner('select 1 from ledger where subject = $1 and actor = $2', [
    id,
    `provider:${referral}`,
  ])
  assert.equal(entries.length, 1)
})

test('REF-20 words that look like markup are words, on the page of the link and on the desk', async () => {
  const { id, referral, browser } = await opened()
  const words = '<script>alert(1)</script> & "kutip"'
  const shown = await browser.press(page, { note: words }, { act: 'hold' })
  assert.ok(!shown.html.includes('<script>alert(1)'))
  assert.ok(shown.text.includes('alert(1)'))
  const card = await desk.read(caseRoutes.card, { query: { district: '34.04', id } })
  const step = card.history.findLast(({ action }) => action === 'hold' || action === 'referral-hold')
  assert.equal(step?.note, words)
  assert.equal((await rowOf(referral))?.['status'], 'on-hold')
})

test('REF-20 the page is said in the language that is chosen, and leaving it closes the referral here only', async () => {
  const { long, browser } = await opened()
  const english = await browser.open(`${page}?bahasa=en`)
  assert.equal(english.status, 200)
  assert.match(english.html, /lang="en"/)
  const other = await openBy({ key: long })
  const sessions = () => house.owner<{ n: number }>('select count(*)::int as n from reply_session')
  const [before] = await sessions()
  await browser.press('/rujukan/tutup', {})
  const [after] = await sessions()
  assert.equal((before?.n ?? 0) - (after?.n ?? 0), 1)
  assert.equal((await browser.open(page)).path, '/rujukan')
  assert.equal((await other.open(page)).status, 200)
})

test('REF-23 a case that was erased or taken out of sight opens nothing through its link', async () => {
  const { id, referral, browser } = await opened()
  await desk.does('referral.cancel', { subject: id, data: { referral, note, reason: 'no-longer-needed' } })
  await desk.does('case.answer', { subject: id, data: { outcome: 'granted', note, openReferrals: '' } })
  await desk.does('case.confirm', { subject: id, data: { satisfaction: 5, how: 'phone', note: '' } })
  await desk.does('case.ask-erasure', { subject: id, data: { basis: 'request', note: 'Warga memintanya sendiri' } })
  const manager = await house.staffAt(offices.secretariat, 'manager')
  await manager.does('case.erase', { subject: id, data: { note: '' } })
  assert.equal((await browser.open(page)).status, 410)
  const [row] = await house.owner<{ asked: string | null; result: string | null }>(
    'select asked, result from referral where id = $1',
    [referral],
  )
  assert.ok(!row?.asked && !row?.result)
  await assertVerified(house)
})

test('LOG-1 who opens a referral by link, and guesses at one, leaves no secret and no name in the log', async () => {
  const { number, short, long } = await asked()
  await openBy({ key: long })
  await openBy({ number, secret: short })
  await openBy({ number, secret: 'salahsemua' })
  assert.ok(house.logged.length > 0)
  for (const word of [short, long, 'salahsemua', 'Sumarni', '3404075203600001', '81234567890', 'Datang Senin'])
    assert.ok(!house.logged.some((line) => line.includes(word)), word)
})
