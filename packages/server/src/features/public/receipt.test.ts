import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { publicCase } from '@openslrt/core/contract/public-case.ts'
import { create } from 'qrcode'
import { digestOf } from '../../platform/auth/token.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import type { PlainBrowser } from '../../testing/plain-browser.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { namedByKey } from './door.ts'

const home = 'https://slrt.slemankab.go.id'
let house: TestHouse
let offices: DistrictOffices
before(async () => {
  house = await startTestHouse({ env: { PUBLIC_URL: home } })
  offices = await aDistrictOffice(house)
})

interface Taken {
  readonly number: string
  readonly secret: string
  /** The text that WhatsApp would send. */
  readonly message: string
  readonly html: string
}

const next = { go: 'next' }

async function report(browser: PlainBrowser, summary = 'Kartu saya tidak aktif'): Promise<Taken> {
  await browser.open('/lapor?jenis=pengaduan')
  await browser.press('/lapor', { category: 'pbi-inactive', summary, story: 'Ditolak saat berobat' }, next)
  await browser.press('/lapor', { search: 'caturtunggal' }, { go: 'search' })
  await browser.press('/lapor', { village: sleman.caturtunggal }, next)
  const who = { forWhom: 'self', name: 'Sumarni', phone: '0812 3456 7890', contactVia: 'whatsapp' }
  await browser.press('/lapor', who, next)
  return taken(browser)
}

function taken(browser: PlainBrowser): Taken {
  const { html, text, path } = browser.page()
  assert.equal(path, '/lapor/tanda-terima')
  const [, number = ''] = /(3404-\d\d-\d{6})/.exec(text) ?? []
  const [, secret = ''] = /([2-9a-z]{4}-[2-9a-z]{4})/.exec(text) ?? []
  const message = decodeURIComponent(/wa\.me\/\?text=([^"]*)/.exec(html)?.[1] ?? '')
  return { number, secret, message, html }
}

/** The dark modules of the code on a page, in the order of lines. */
function darkOf(html: string): readonly string[] {
  const path = /<path d="([^"]*)" fill="#000"/.exec(html)?.[1] ?? ''
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_, at) => `${Number(x) + at},${y}`),
  )
}

function darkFor(text: string): readonly string[] {
  const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules
  return Array.from(data).flatMap((dark, at) => (dark === 1 ? [`${at % size},${Math.floor(at / size)}`] : []))
}

/** The long key of the report that was made last, made again as the house makes it. */
async function longKeyOf(number: string): Promise<string> {
  const [row] = await house.owner<{ command: string }>(
    "select l.command_id as command from ledger l join cases c on c.id = l.subject where c.number = $1 and l.kind = 'case.register'",
    [number],
  )
  const secret = house.parts.ledger.keys.derive('receipt link', `34.04\n${row?.command}`)
  return `3404.${secret.subarray(0, 24).toString('base64url')}`
}

test('RECEIPT-4 the message for WhatsApp holds number, secret and where to ask, and no long key', async () => {
  const { number, secret, message } = await report(plainBrowser(house.door))
  assert.match(number, /^3404-\d\d-\d{6}$/)
  for (const word of [number, secret, `${home}/lacak`]) assert.ok(message.includes(word), word)
  assert.ok(!message.includes('#k='), 'what opens the case alone is sent through nobody')
})

test('RECEIPT-2 the code on the receipt holds the address with the long key behind the sign that no server sees', async () => {
  const { number, html } = await report(plainBrowser(house.door))
  const key = await longKeyOf(number)
  assert.ok(!html.includes(key), 'the key stands in the code alone')
  assert.deepEqual(darkOf(html), darkFor(`${home}/lacak#k=${key}`))
  assert.equal(namedByKey(key)?.district, '34.04')
})

test('RECEIPT-4 what the receipt shows opens its case and no other, by each of its two secrets', async () => {
  const first = await report(plainBrowser(house.door), 'Kartu pertama')
  const second = await report(plainBrowser(house.door), 'Kartu kedua')
  const opened = async (fields: Readonly<Record<string, string>>) => {
    const browser = plainBrowser(house.door)
    await browser.open('/lacak')
    return (await browser.press('/lacak', fields)).text
  }
  assert.match(await opened({ number: first.number, secret: first.secret }), /Kartu pertama/)
  assert.match(await opened({ key: await longKeyOf(second.number) }), /Kartu kedua/)
  assert.doesNotMatch(await opened({ number: first.number, secret: second.secret }), /Kartu/)
  assert.doesNotMatch(await opened({ key: (await longKeyOf(second.number)).replace('3404.', '3401.') }), /Kartu/)
})

test('RECEIPT-4 a receipt is shown again as long as its browser is open, the same each time, in either language', async () => {
  const browser = plainBrowser(house.door)
  const shown = await report(browser)
  await browser.open('/lapor/tanda-terima')
  assert.deepEqual(taken(browser), shown)
  await browser.open('/lapor/tanda-terima?bahasa=en')
  const english = taken(browser)
  assert.deepEqual([english.number, english.secret], [shown.number, shown.secret])
  assert.deepEqual(darkOf(english.html), darkOf(shown.html))
  assert.match(browser.page().html, /<html[^>]* lang="en"/)
  assert.equal(browser.page().headers['cache-control'], 'no-store')
})

test('RECEIPT-4 who opened a case with its secret gets no receipt of it, nor does the browser that made another report', async () => {
  const { number, secret } = await report(plainBrowser(house.door))
  const reader = plainBrowser(house.door)
  await reader.open('/lacak')
  assert.match((await reader.press('/lacak', { number, secret })).text, new RegExp(number))
  assert.equal((await reader.open('/lapor/tanda-terima')).path, '/lacak')
  const twice = plainBrowser(house.door)
  const first = await report(twice, 'Kartu pertama')
  const second = await report(twice, 'Kartu kedua')
  assert.notEqual(first.number, second.number)
  assert.ok(!(await twice.open('/lapor/tanda-terima')).text.includes(first.number))
  assert.match((await twice.open('/lacak/kasus')).text, /Kartu kedua/)
})

test('RECEIPT-4 the secrets of a receipt are kept nowhere: neither in a row, nor in the ledger, nor in the log', async () => {
  const { number, secret } = await report(plainBrowser(house.door))
  const bare = secret.replace('-', '')
  const key = await longKeyOf(number)
  const kept = await house.owner<{ all: string }>(
    `select coalesce(string_agg(x, ' '), '') as all from (
      select cases::text as x from cases union all select ledger::text from ledger
      union all select citizen_session::text from citizen_session union all select command_outcome::text from command_outcome) as rows`,
  )
  const text = kept[0]?.all ?? ''
  assert.ok(text.includes(number), 'the rows that are searched are those of the case')
  for (const word of [bare, secret, key, key.slice(5)]) {
    assert.ok(!text.includes(word), word)
    assert.ok(!text.includes(Buffer.from(word).toString('hex')), `${word} in bytes`)
    assert.ok(!house.logged.some((line) => line.includes(word)), word)
  }
})

/** The session row behind a browser's cookie. */
async function sessionOf(browser: PlainBrowser) {
  const token = /warga=([^;]+)/.exec(browser.cookies())?.[1] ?? ''
  const rows = await house.owner<{ case_id: string; left: number; token: string }>(
    "select case_id, round(extract(epoch from expires_at - now()))::int as left, encode(token, 'hex') as token from citizen_session where token = $1",
    [digestOf(token)],
  )
  return { text: token, row: rows[0] }
}

test("TRACK-9 a citizen's session lasts half an hour from its last page, and the next one that begins sweeps those that are over", async () => {
  const browser = plainBrowser(house.door)
  await report(browser)
  const { row, text } = await sessionOf(browser)
  assert.ok(row && row.left > 1750 && row.left <= 1800, String(row?.left))
  assert.ok(!row.token.includes(text), 'a digest of the cookie is kept, not the cookie')
  await house.owner("update citizen_session set expires_at = now() + interval '1 minute'")
  await browser.open('/lacak/kasus')
  assert.ok(((await sessionOf(browser)).row?.left ?? 0) > 1750)
  await house.owner("update citizen_session set expires_at = now() - interval '1 second'")
  await report(plainBrowser(house.door))
  assert.equal((await sessionOf(browser)).row, undefined)
  assert.equal((await house.owner('select 1 from citizen_session')).length, 1)
})

test('TRACK-8 over TLS the cookie of a case goes over TLS only, and leaving takes it back', async () => {
  const { number, receipt } = await aCaseBy(await house.staffAt(offices.caturtunggal, 'fo'))
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ number, secret: receipt.short }).toString()
  const opened = await house.door({ method: 'POST', path: '/lacak', headers, body })
  const set = opened.headers['set-cookie'] ?? ''
  assert.match(set, /^warga=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const cookie = set.split(';')[0] ?? ''
  const left = await house.door({ method: 'POST', path: '/lacak/tutup', headers: { ...headers, cookie }, body: '' })
  assert.equal(left.headers.location, '/')
  assert.match(left.headers['set-cookie'] ?? '', /^warga=; .*Expires=Thu, 01 Jan 1970/)
  assert.equal((await house.door({ method: 'GET', path: '/lacak/kasus', headers: { cookie } })).status, 303)
  const again = await house.door({ method: 'POST', path: '/lacak/tutup', headers, body: '' })
  assert.equal(again.status, 303, 'who has nothing open may leave as well')
})

test('TRACK-6 the door gives the public projection and nothing else, and nothing at all for a proof of another case', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const [one, other] = [await aCaseBy(officer), await aCaseBy(officer)]
  const { keys } = house.parts.ledger
  const found = async (key: string, secret: string, district = '34.04') => {
    const proof = keys.doorDigest(secret)
    const sql = 'select public_case($1, $2, $3) as found'
    const { rows } = await house.parts.pools.door.query<{ found: unknown }>(sql, [district, key, proof])
    return rows[0]?.found ?? null
  }
  const shown = await found(one.number, one.receipt.short)
  assert.deepEqual(publicCase.parse(shown), shown, 'every field is one of the projection')
  assert.equal(publicCase.parse(await found('', one.receipt.long)).number, one.number)
  assert.equal(await found(one.number, other.receipt.short), null)
  assert.equal(await found(other.number, one.receipt.long), null)
  assert.equal(await found('', one.receipt.short), null, 'a short secret opens nothing without its number')
  assert.equal(await found(one.number, one.receipt.short, '34.01'), null)
})
