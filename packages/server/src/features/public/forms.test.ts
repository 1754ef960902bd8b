import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { assertPageProblem } from '../../testing/problem.ts'
import { readings } from './places.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const kase = await aCaseBy(desk)
const citizen = plainBrowser(house.door)
await citizen.open(publicPaths.track)
await citizen.press(publicPaths.track, { number: kase.number, secret: kase.receipt.short })

const urlencoded = 'application/x-www-form-urlencoded'
type Form = Readonly<Record<string, string>>

function post(path: string, body: string, type = urlencoded): Promise<Answer> {
  const headers = { accept: 'text/html', cookie: citizen.cookies(), 'content-type': type }
  return house.door({ method: 'POST', path, headers, body })
}
const send = (path: string, form: Form): Promise<Answer> => post(path, new URLSearchParams(form).toString())

const aReport = (): Form => ({
  command: randomUUID(),
  case: randomUUID(),
  startedAt: new Date().toISOString(),
  kind: 'pengaduan',
  step: 'who',
  go: 'next',
  category: 'pbi-inactive',
  otherCategory: '',
  summary: 'Kartu mati',
  story: 'Lama',
  search: 'Caturtunggal',
  village: sleman.caturtunggal,
  address: 'RT 4',
  anonymous: '',
  forWhom: 'other',
  name: 'Budi',
  person: 'Mbah Sastro',
  relation: 'neighbour',
  nik: '3404075203600001',
  phone: '081234567890',
  contactVia: 'whatsapp',
})
const anAct = (): Form => ({
  act: 'cancel',
  command: randomUUID(),
  at: new Date().toISOString(),
  base: '1',
  note: 'Sudah teratasi',
  satisfaction: '',
})
const aKey = (): Form => ({ number: kase.number, secret: kase.receipt.short, key: '', kept: '' })
const forms = [
  { path: publicPaths.report, form: aReport },
  { path: publicPaths.track, form: aKey },
  { path: publicPaths.standing, form: anAct },
] as const

/** How many cases there are, and how many entries of this one: what a refused form leaves as it was. */
async function written(): Promise<unknown> {
  const [row] = await house.owner(
    "select (select count(*) from cases) as cases, (select count(*) from ledger where subject = $1) as entries, (select count(*) from command_outcome where reply ->> 'status' = 'accepted') as accepted",
    [kase.id],
  )
  return row
}

/** Sends forms that must do nothing: each is answered with a page that says no, and nothing was written. */
async function assertRefused(ways: readonly (readonly [about: string, send: () => Promise<Answer>])[]): Promise<void> {
  const before = await written()
  for (const [about, way] of ways) {
    const answer = await way()
    assert.ok(answer.status >= 400 && answer.status < 500, `${about}: ${answer.status}`)
    assertPageProblem(answer, about)
  }
  assert.deepEqual(await written(), before)
}

for (const { path, form } of forms) {
  test(`PAGE-8 ${path}: a form in another dress, or none, is answered with a page and does nothing`, async () => {
    const dressed = Object.entries(form())
      .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('')
    await assertRefused([
      ['multipart', () => post(path, `${dressed}--x--\r\n`, 'multipart/form-data; boundary=x')],
      ['multipart cut off', () => post(path, dressed.slice(0, 50), 'multipart/form-data; boundary=x')],
      ['multipart without a boundary', () => post(path, dressed, 'multipart/form-data')],
      ['text', () => post(path, new URLSearchParams(form()).toString(), 'text/plain')],
      ['xml', () => post(path, '<a/>', 'text/xml')],
      ['no type', () => post(path, 'a=1', ';;;')],
      ['JSON that is cut', () => post(path, '{"a":', 'application/json')],
      ['a list', () => post(path, '[1]', 'application/json')],
      ['null', () => post(path, 'null', 'application/json')],
      ['numbers', () => post(path, '{"number":1,"act":1,"step":1}', 'application/json')],
      ['nothing', () => post(path, '')],
      ['no body', () => house.door({ method: 'POST', path, headers: { accept: 'text/html' } })],
      ['too much', () => post(path, `number=${'1'.repeat(2_000_000)}`)],
      [
        'one field too long',
        () =>
          send(path, { ...form(), number: '1'.repeat(20_001), note: 'a'.repeat(20_001), story: 'a'.repeat(20_001) }),
      ],
    ])
  })

  test(`PAGE-8 ${path}: a field that is sent twice is not guessed at`, async () => {
    for (const name of Object.keys(form()))
      await assertRefused([[name, () => post(path, `${new URLSearchParams(form())}&${name}=2`)]])
  })
}

test('PAGE-8 a report without what it needs is refused, field by field', async () => {
  const optional = new Set(['go', 'otherCategory', 'story', 'search', 'address', 'anonymous', 'nik'])
  for (const name of Object.keys(aReport()).filter((field) => !optional.has(field))) {
    const { [name]: _, ...rest } = aReport()
    await assertRefused([[name, () => send(publicPaths.report, rest)]])
  }
})

test('PAGE-8 signs that no database keeps are said beside the field that they stand in', async () => {
  for (const name of [
    'summary',
    'story',
    'address',
    'person',
    'nik',
    'name',
    'phone',
    'village',
    'category',
    'relation',
  ])
    await assertRefused([[name, () => send(publicPaths.report, { ...aReport(), anonymous: '', [name]: 'a\0bc' })]])
  await assertRefused([['note', () => send(publicPaths.standing, { ...anAct(), note: 'a\0b' })]])
})

test('PAGE-8 ids and times that no form of ours makes are refused', async () => {
  for (const [name, value] of [
    ['command', 'bukan-id'],
    ['case', '0'],
    ['startedAt', 'kemarin'],
    ['startedAt', '2026-11-22'],
    ['startedAt', '0000-01-01T00:00:00Z'],
    ['startedAt', '9999-12-31T23:59:59.999Z'],
    ['kind', 'lain'],
    ['step', '__proto__'],
    ['go', 'pergi'],
    ['bahasa', 'fr'],
  ] as const)
    await assertRefused([[`${name}=${value}`, () => send(publicPaths.report, { ...aReport(), [name]: value })]])
  for (const [name, value] of [
    ['command', ''],
    ['at', '0'],
    ['at', '0000-01-01T00:00:00Z'],
    ['at', '9999-12-31T23:59:59.999Z'],
    ['base', '-1'],
    ['base', '1.5'],
    ['base', 'satu'],
    ['act', 'take'],
    ['act', 'toString'],
  ] as const)
    await assertRefused([[`${name}=${value}`, () => send(publicPaths.standing, { ...anAct(), [name]: value })]])
})

test('PAGE-8 a number of thousands of digits is none, and one that could be is counted like any wrong guess', async () => {
  const digits = Array.from({ length: 15_000 }, () => randomInt(10)).join('')
  await assertRefused([['long', () => send(publicPaths.track, { ...aKey(), number: `3404-26-${digits}` })]])
  const wrong = await send(publicPaths.track, { ...aKey(), number: '3404-26-999999999999' })
  assert.equal(wrong.status, 403)
})

test('PAGE-8 a search of thousands of words is answered, and not by thousands of queries', async () => {
  for (const search of ['a '.repeat(9_000), 'a,'.repeat(9_000), 'depok\0'.repeat(900)]) {
    const page = await send(publicPaths.report, { ...aReport(), step: 'where', village: '', search })
    assert.ok(page.status === 200 || page.status === 422, String(page.status))
    const cari = new URLSearchParams({ cari: search.slice(0, 6_000) })
    const found = await house.door({ method: 'GET', path: `${publicPaths.offices}?${cari}` })
    assert.equal(found.status, 200)
    const tried = readings(search)
    assert.ok(tried.length <= 12 && tried.every(({ within }) => within.length <= 12))
  }
})

test('ACT-2 five presses at once act once, and all are led to the same page', async () => {
  const { id } = kase
  const act = anAct()
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(publicPaths.standing, act)))
  for (const answer of answers)
    assert.deepEqual([answer.status, answer.headers['location']], [303, '/lacak/kasus?pesan=cancel'])
  const entries = await house.owner("select 1 from ledger where subject = $1 and kind = 'case.cancel'", [id])
  assert.equal(entries.length, 1)
})

test('WIRE-3 a sign-in name with a sign that no database keeps is refused by name', async () => {
  const answer = await house.stranger().ask(accountRoutes.signIn, { body: { name: 'ri\0na', password: 'kopi-tubruk' } })
  assert.deepEqual([answer.status, answer.body.details], [400, { fields: ['name'] }])
})

test('PAGE-8 of all that was sent here, nothing was a fault', () => {
  assert.deepEqual(
    house.logged.filter((line) => /"level":(50|60)/.test(line)),
    [],
  )
})
