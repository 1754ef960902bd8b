import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { envelope } from '@openslrt/core/contract/envelope.ts'
import { figureRoutes } from '@openslrt/core/contract/figures.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { blankData } from '@openslrt/core/testing/blank-data.ts'
import { dutyData } from '@openslrt/core/testing/duty-data.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { loadData } from '@openslrt/core/testing/load-data.ts'
import { caseData, referralData } from '@openslrt/core/testing/moves.ts'
import { noticeData } from '@openslrt/core/testing/notice-data.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import { registryData } from '@openslrt/core/testing/registry-data.ts'
import fc from 'fast-check'
import { z } from 'zod'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { envelopeOf } from '../../testing/client.ts'
import type { Asked } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { oddBody, oddFields, oddForm, oddJson, oddQuery, oddText } from '../../testing/odd.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { assertAnswered } from '../../testing/problem.ts'
import { allRouteRows } from '../../testing/registry.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const officer = await house.staffAt(offices.secretariat, 'manager')
for (const role of ['fo', 'provider', 'admin'])
  await house.setUp('post.give', { data: { staff: officer.staff, office: offices.secretariat, role } })
const kase = await aCaseBy(officer)
const rows = await allRouteRows()
// The case is open to its citizen in the same browser.
const citizen = plainBrowser(house.door)
await citizen.open(publicPaths.track)
await citizen.press(publicPaths.track, { number: kase.number, secret: kase.receipt.short })

const days = ['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '10000-01-01', '-001-01-01']
const noDays = ['2026-02-30', '2026-13-01', '26-1-1', '2026-01-01T00:00', 'kemarin', '\0', '']

test('WIRE-8 a day that no calendar of ours can hold is refused by the name of its field', async () => {
  const listing = [caseRoutes.queue, figureRoutes.district, figureRoutes.region]
  for (const row of listing)
    for (const field of ['from', 'to'])
      for (const day of [...days, ...noDays]) {
        const measure = row === caseRoutes.queue ? { measure: 'registered' } : {}
        const answer = await officer.ask(row, { query: { ...measure, [field]: day } })
        const about = `${row.path} ${field}=${day}`
        assert.deepEqual([answer.status, answer.body.details], [400, { fields: [field] }], about)
      }
})

test('WIRE-8 the first and the last day that may be asked for are counted with, and the days around them', async () => {
  for (const [from, to] of [
    ['1900-01-01', '1900-01-02'],
    ['2199-12-30', '2199-12-31'],
  ] as const) {
    const found = await officer.read(caseRoutes.queue, { query: { queue: 'all', measure: 'referred', from, to } })
    assert.equal(found.total, 0)
    const figures = await officer.read(figureRoutes.district, { query: { from, to } })
    assert.deepEqual([figures.period, figures.strip[0]?.n], [{ from, to }, 0])
  }
})

test('WIRE-8 a moment that no calendar of ours can hold is refused by its name; a clock that is wrong is none', async () => {
  const register = (doneAt: string) => officer.send('case.register', { doneAt, data: registration() })
  for (const year of ['0000', '0001', '1899', '2200', '9999']) {
    const answer = await register(`${year}-06-01T00:00:00Z`)
    assert.deepEqual([answer.status, answer.body.details], [400, { fields: ['doneAt'] }], year)
  }
  assert.equal((await register('9999-12-31T23:59:59-23:59')).status, 400)
  for (const doneAt of ['1970-01-01T00:00:00.000Z', '2199-12-31T23:59:59Z', '1900-01-01T07:00:00+07:00'])
    assert.equal((await register(doneAt)).status, 200, doneAt)
})

test('WIRE-8 a list of days that end before they begin is refused, and not shown as empty', async () => {
  const query = { measure: 'registered', from: '2026-05-02', to: '2026-05-01' }
  const answer = await officer.ask(caseRoutes.queue, { query })
  assert.deepEqual([answer.status, answer.body.details], [400, { fields: ['to'] }])
  assert.equal((await officer.ask(caseRoutes.queue, { query: { ...query, to: '2026-05-02' } })).status, 200)
})

test('WIRE-8 pages are counted from 1 to 10,000; anything else is refused by name', async () => {
  const paged = [caseRoutes.queue, caseRoutes.inbox, referenceRoutes.offices, referenceRoutes.staff]
  const bad = ['0', '-1', '1.5', '10001', '999999999', '1e99', 'NaN', 'Infinity', '', ' ', '0x10', '1e3', 'dua', '\0']
  for (const row of paged) {
    for (const page of bad) {
      const answer = await officer.ask(row, { query: { page } })
      assert.deepEqual([answer.status, answer.body.details], [400, { fields: ['page'] }], `${row.path} page=${page}`)
    }
    const twice = await officer.raw({ method: 'GET', path: `${row.path}?page=1&page=2` })
    assert.deepEqual([twice.status, twice.body.details], [400, { fields: ['page'] }])
    assert.equal((await officer.ask(row, { query: { page: 10_000 } })).status, 200)
  }
  for (const page of [0, -1, 1.5, 10_001, 1e300, true, null, [2], {}, 'dua']) {
    const answer = await officer.ask(caseRoutes.search, { body: { text: 'Sumarni', page } })
    assert.deepEqual([answer.status, answer.body.details], [400, { fields: ['page'] }], JSON.stringify(page))
  }
})

/** Asks many odd things in a row: never a fault of ours, always our shape. The seed that FC_SEED takes is told. */
function oddly(name: string, asked: fc.Arbitrary<Asked>, runs: number): void {
  test(name, async (context) => {
    context.diagnostic(`FC_SEED=${seed}`)
    const holds = fc.asyncProperty(asked, fc.boolean(), async (one, reads) => {
      const cookie = `${officer.cookie}; ${citizen.cookies()}`
      const headers = { ...one.headers, cookie, accept: reads ? 'text/html' : 'application/json' }
      assertAnswered(await officer.raw({ ...one, headers }), one.path, reads, JSON.stringify(one).slice(0, 2_000))
    })
    await fc.assert(holds, { seed, numRuns: runs * Number(process.env['FC_RUNS'] ?? 1), endOnFailure: true })
  })
}

// What each field may hold, so that most questions come past the door with one odd thing in them.
const right = {
  district: '34.04',
  place: sleman.caturtunggal,
  id: kase.id,
  case: kase.id,
  attachment: kase.id,
  staff: officer.staff,
  office: offices.caturtunggal,
  text: 'Sumarni',
  reason: 'Mencocokkan dengan kartu',
  name: 'Sumarni',
  nik: '3404075203600001',
  kk: null,
  phone: '081234567890',
  category: 'pbi-inactive',
  password: 'kopi-tubruk-pagi',
  signInName: 'sumarni',
  token: 'a'.repeat(43),
  q: 'depok',
  measure: 'registered',
}

const asking = (path: string, query: z.ZodType): fc.Arbitrary<Asked> =>
  oddQuery(query, right).map((words) => ({ method: 'GET', path: `${path}?${words}` }))
const posting = (path: string, what: fc.Arbitrary<{ type: string; body: string }>): fc.Arbitrary<Asked> =>
  what.map(({ type, body }) => ({ method: 'POST', path, headers: { 'content-type': type }, body }))
const nameOf = ({ method, path }: RouteRow): string => `${method} ${path}`

// To sign out is to end the session with which all the others are asked.
for (const row of rows.filter(({ path }) => path !== '/api/sign-out'))
  oddly(
    `WIRE-9 ${nameOf(row)} takes whatever is asked without a fault`,
    row.method === 'GET' ? asking(row.path, row.query) : posting(row.path, oddBody(row.body, right)),
    4,
  )

const file = z.object({ district: z.string(), case: z.string(), attachment: z.string() })
oddly('WIRE-9 files are asked for oddly without a fault', asking('/api/files', file), 8)

const upload = fc
  .tuple(oddText, oddText, fc.constantFrom('application/pdf', 'text/html', ''))
  .map(
    ([name, content, type]) =>
      `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n%PDF-1.4${content}\r\n--x--\r\n`,
  )
const bodies = fc.record({ type: fc.constant('multipart/form-data; boundary=x'), body: fc.oneof(upload, oddText) })
oddly('WIRE-9 files are sent oddly without a fault', posting('/api/files?district=34.04', bodies), 8)

function exampleOf(kind: string): Readonly<Record<string, unknown>> {
  const [capability, action = ''] = kind.split('.')
  const examples = new Map<string, object>(Object.entries(capability === 'referral' ? referralData : caseData))
  const own = {
    ...right,
    referral: randomUUID(),
    note: 'Sudah diperiksa.',
    role: 'fo',
    active: true,
    post: randomUUID(),
  }
  const said = new Map<string, object>(
    Object.entries({ ...listData, ...noticeData, ...blankData, ...dutyData, ...registryData, ...loadData }),
  ).get(kind)
  if (said) return { ...said }
  return kind === 'case.register' ? { ...registration() } : { ...own, ...examples.get(action) }
}

/** A command with one or two things in it that nobody of ours would send. */
const oddOrder = fc.constantFrom(...commandRows).chain((row) =>
  fc
    .tuple(oddFields(row.data, oddJson, exampleOf(row.kind)), fc.oneof(fc.constant({}), oddFields(envelope, oddJson)))
    .map(([data, outside]) => ({
      row,
      body: { ...envelopeOf({ subject: kase.id, data }, officer.office, '34.04'), ...outside },
    })),
)
const inJson = (path: string, body: object): Asked => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
oddly(
  'WIRE-9 commands are given oddly without a fault',
  oddOrder.map(({ row, body }) => inJson(row.path, body)),
  40,
)
const line = fc.oneof({ weight: 6, arbitrary: oddOrder.map(({ row, body }) => ({ kind: row.kind, ...body })) }, oddJson)
oddly(
  'WIRE-9 batches are sent oddly without a fault',
  fc.array(line, { maxLength: 3 }).map((commands) => inJson('/api/commands', { commands })),
  12,
)

const words = z.object({ jenis: z.string(), cari: z.string(), pesan: z.string(), bahasa: z.enum(['id', 'en']) })
for (const path of [...Object.values(publicPaths), '/api/docs', '/api/openapi.json', '/healthz', '/readyz'])
  oddly(`WIRE-9 ${path} is opened oddly without a fault`, asking(path, words), 3)

const report = {
  command: randomUUID(),
  case: randomUUID(),
  startedAt: '2026-11-22T00:00:00.000Z',
  kind: 'pengaduan',
  step: 'who',
  go: 'next',
  category: 'pbi-inactive',
  otherCategory: '',
  summary: 'Beras',
  story: '',
  search: 'Depok',
  village: sleman.caturtunggal,
  address: '',
  anonymous: '',
  forWhom: 'self',
  name: 'Budi',
  person: '',
  relation: 'family',
  nik: '',
  phone: '',
  contactVia: 'none',
}
oddly('WIRE-9 reports are posted oddly without a fault', posting(publicPaths.report, oddForm(report)), 20)

const secret = { number: kase.number, secret: kase.receipt.short, key: '', kept: '{"act":"cancel","note":"x"}' }
oddly('WIRE-9 the door of a case is tried oddly without a fault', posting(publicPaths.track, oddForm(secret)), 15)

const act = { act: 'cancel', command: randomUUID(), at: '2026-11-22T00:00:00Z', base: '1', note: 'x', satisfaction: '' }
oddly('WIRE-9 a citizen acts oddly without a fault', posting(publicPaths.standing, oddForm(act)), 15)
oddly('WIRE-9 a case is closed oddly without a fault', posting(publicPaths.leave, oddForm({ ya: '1' })), 3)

test('WIRE-9 of all that was asked here, nothing was logged as a fault', async () => {
  assert.equal((await officer.ask(caseRoutes.queue)).status, 200)
  assert.deepEqual(
    house.logged.filter((line) => /"level":(50|60)/.test(line)),
    [],
  )
})
