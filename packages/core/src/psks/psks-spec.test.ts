import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseId, psksPostingId, psksReportId } from '../kernel/id.ts'
import { keysOf } from '../kernel/keys.ts'
import { shippedLists } from '../lists/shipped.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { aPosting, aPsks, aReport, psksData, welfareNth } from '../testing/a-welfare.ts'
import { almighty, citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { coverOf } from './coverage.ts'
import type { PsksLook, PsksMove } from './decide.ts'
import { decidePsks } from './decide.ts'
import { dueBefore, dueOn, isDue } from './due.ts'
import { psksKindData } from './kinds.ts'
import { psksSteps, reportSteps } from './moves.ts'
import type { PsksStatus, ReportStatus } from './psks.ts'
import { psksStatuses, reportStatuses } from './psks.ts'

const today = '2026-11-02'
const kinds = new Map(
  shippedLists.items
    .filter(({ list }) => list === 'psks-kind')
    .map(({ code, data }) => [code, psksKindData.parse(data)]),
)
// Neither wrote anything that the examples hold.
const judge = almighty(offices.district, 9)
const operator = staff('village-operator', offices.village, 8)
const look = (own: Partial<PsksLook> = {}): PsksLook => ({
  now: monday,
  day: today,
  psks: aPsks(),
  reports: [aReport()],
  postings: [aPosting({ village: placeCode.parse('34.04.07.2009') })],
  kind: (code) => kinds.get(code) ?? null,
  knowsPlace: () => true,
  caseNumber: null,
  knowsVisit: false,
  knowsStaff: true,
  ...own,
})
const move = (kind: PsksMove['kind'], own: object = {}): PsksMove =>
  ({ kind, subject: aPsks().id, data: { ...psksData[kind], ...own } }) as PsksMove
const decide = (kind: PsksMove['kind'], own: object = {}, seen: Partial<PsksLook> = {}, by = judge) =>
  decidePsks(move(kind, own), by, look({ ...(kind === 'psks.register' && { psks: null }), ...seen }))
const said = (kind: PsksMove['kind'], own: object = {}, seen: Partial<PsksLook> = {}, by = judge): string => {
  const decided = decide(kind, own, seen, by)
  return decided.ok ? 'yes' : decided.error.code
}

/** The law once more. */
const spec: Readonly<
  Record<(typeof psksSteps)[number], readonly [from: string, to: PsksStatus | 'same', report?: ReportStatus]>
> = {
  change: ['registered returned verified', 'registered'],
  verify: ['registered', 'verified'],
  'send-back': ['registered', 'returned'],
  renew: ['verified', 'verified'],
  end: ['registered returned verified', 'ended'],
  reopen: ['ended', 'registered'],
  report: ['verified', 'same', 'returned'],
  'accept-report': ['verified registered', 'same', 'sent'],
  'return-report': ['verified registered', 'same', 'sent'],
  'add-event': ['registered returned verified', 'same'],
  'set-user': ['registered returned verified', 'same'],
  post: ['verified', 'same'],
  'end-posting': ['registered returned verified', 'same'],
}
for (const step of psksSteps)
  for (const status of psksStatuses)
    test(`PSKS-2 ${step} of a PSKS that is ${status}`, () => {
      const [from, to, report] = spec[step]
      const seen = { psks: aPsks({ status }), reports: [aReport({ status: report ?? 'sent' })] }
      const decided = decide(`psks.${step}`, {}, seen)
      if (!from.split(' ').includes(status)) {
        assert.equal(!decided.ok && decided.error.code, 'psks-step')
        return
      }
      assert.ok(decided.ok, JSON.stringify(decided))
      const [own] = decided.value.changes
      assert.equal(own?.table === 'psks' && own.set.status, to === 'same' ? status : to)
    })

for (const step of reportSteps)
  for (const status of reportStatuses)
    test(`PSKS-5 ${step} of a report that is ${status}`, () => {
      const may = { report: ['returned'], 'accept-report': ['sent'], 'return-report': ['sent'] }
      const code = said(`psks.${step}`, {}, { reports: [aReport({ status })] })
      assert.equal(code, may[step].includes(status) ? 'yes' : 'psks-report')
    })

test('PSKS-1 the 12 kinds stand in the order of the ministry, each with its fields', () => {
  const all = [...kinds.values()]
  assert.deepEqual(
    all.map(({ number }) => number),
    Array.from({ length: 12 }, (_, nth) => nth + 1),
  )
  assert.ok(all.every(({ fields }) => fields.length > 2))
  const psm = kinds.get('community-worker')?.fields.map(({ code }) => code)
  assert.deepEqual(psm, ['sex', 'education', 'active-since', 'certificate'])
})

const other = placeCode.parse('34.04.07.2002')
const refusals: readonly (readonly [
  kind: PsksMove['kind'],
  own: object,
  seen: Partial<PsksLook>,
  code: string,
  by?: typeof judge,
])[] = [
  ['psks.register', { kind: 'none' }, {}, 'psks-kind'],
  ['psks.register', { place: other }, {}, 'wrong-place', operator],
  ['psks.register', { place: placeCode.parse('34') }, {}, 'wrong-place', almighty(offices.nation, 9)],
  ['psks.register', {}, { knowsPlace: () => false }, 'wrong-place'],
  ['psks.register', { serves: [other] }, {}, 'psks-serves', operator],
  ['psks.register', { serves: [placeCode.parse('34.02.01.2001')] }, {}, 'psks-serves', almighty(offices.nation, 9)],
  ['psks.register', { name: 'AB' }, {}, 'psks-name'],
  ['psks.register', { fields: { shoe: '42' } }, {}, 'psks-field'],
  ['psks.register', { fields: { sex: 'x' } }, {}, 'psks-field'],
  ['psks.register', { fields: { 'active-since': 'kemarin' } }, {}, 'psks-field'],
  ['psks.register', { kind: 'youth', fields: { members: 'dua' } }, {}, 'psks-field'],
  ['psks.register', { kind: 'business', fields: { 'csr-forum': 'mungkin' } }, {}, 'psks-field'],
  ['psks.register', {}, { psks: aPsks() }, 'already-so'],
  ['psks.change', {}, { psks: null }, 'psks-unknown'],
  [
    'psks.change',
    { place: placeCode.parse('34.02.01.2001'), serves: [placeCode.parse('34.02.01.2001')] },
    {},
    'wrong-place',
    almighty(offices.nation, 9),
  ],
  [
    'psks.verify',
    {},
    { psks: aPsks({ status: 'registered' }) },
    'psks-district',
    staff('coordinator', offices.village, 7),
  ],
  ['psks.verify', {}, { psks: aPsks({ status: 'registered', registeredBy: ids.staff(9) }) }, 'psks-own'],
  ['psks.end', {}, { psks: aPsks({ place: other }) }, 'wrong-place', operator],
  ['psks.end', { note: '' }, {}, 'note-missing'],
  ['psks.report', { month: '2026-12' }, { reports: [] }, 'psks-month'],
  ['psks.report', { report: psksReportId.parse(welfareNth(80)) }, {}, 'psks-report'],
  ['psks.accept-report', {}, { reports: [aReport({ sentBy: ids.staff(9) })] }, 'psks-own'],
  ['psks.add-event', { onDay: '2026-12-01' }, {}, 'psks-day'],
  ['psks.post', { village: null }, {}, 'psks-posting'],
  ['psks.post', { case: caseId.parse(welfareNth(81)) }, {}, 'psks-posting'],
  ['psks.post', { target: 'case', case: caseId.parse(welfareNth(81)), village: null }, {}, 'psks-posting'],
  ['psks.post', { village: villageCode.parse(other) }, {}, 'psks-serves'],
  ['psks.post', { until: '2026-10-01' }, {}, 'psks-day'],
  ['psks.end-posting', {}, { postings: [aPosting({ endedOn: today })] }, 'psks-posting'],
  ['psks.end-posting', { posting: psksPostingId.parse(welfareNth(82)) }, {}, 'psks-posting'],
]
for (const [kind, own, seen, code, by] of refusals)
  test(`PSKS-3, PSKS-4, PSKS-5, PSKS-7 ${kind} with ${JSON.stringify(own)} is refused: ${code}`, () => {
    assert.equal(said(kind, own, seen, by ?? judge), code)
  })

test('PSKS-4 a body has no NIK, and every kind of field takes what it is for', () => {
  const decided = decide('psks.register', {
    kind: 'business',
    nik: '3404075203800002',
    fields: { 'csr-forum': 'yes', sector: 'Ritel', leader: '' },
  })
  assert.ok(decided.ok)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'psks')
  assert.deepEqual([own.set.nik, own.set.who, own.set.status], [null, 'institution', 'registered'])
  assert.equal(said('psks.register', { fields: { sex: 'P', 'active-since': '2019-01-01' } }), 'yes')
})

test('PSKS-3 whatever is changed has to be verified by somebody else anew', () => {
  const decided = decide('psks.change', {}, { psks: aPsks({ registeredBy: ids.staff(1) }) })
  assert.ok(decided.ok)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'psks')
  assert.deepEqual([own.set.status, own.set.verifiedBy, own.set.registeredBy], ['registered', null, judge.staff])
  assert.equal(own.set.nik, aPsks().nik, 'shown masked, said by nobody, and kept')
})

test('PSKS-6 a year after it was last said to hold, a verified PSKS is asked again', () => {
  assert.equal(dueOn({ checkedOn: '2026-01-05' }), '2027-01-05')
  assert.equal(dueOn({ checkedOn: '2024-02-29' }), '2025-03-01')
  assert.equal(dueOn({ checkedOn: null }), null)
  assert.equal(dueBefore('2027-01-05'), '2026-01-05')
  const row = aPsks({ checkedOn: '2026-01-05' })
  assert.deepEqual(
    [isDue(row, '2027-01-04'), isDue(row, '2027-01-05'), isDue({ ...row, status: 'ended' }, '2027-01-05')],
    [false, true, false],
  )
})

test('PSKS-7 a PSKS is posted to a case that the office sees, and told of by its number', () => {
  const own = { target: 'case', case: caseId.parse(welfareNth(81)), village: null }
  const decided = decide('psks.post', own, { caseNumber: '3404-26-000001' }, operator)
  assert.ok(decided.ok)
  const posting = decided.value.changes[1]
  assert.ok(posting?.table === 'psksPosting')
  assert.deepEqual([posting.set.caseNumber, posting.set.office], ['3404-26-000001', operator.office])
})

test('PSKS-8 a village is served by those who name it, its sub-district or its district, each once', () => {
  const [one, two, far] = ['34.04.07.2001', '34.04.07.2002', '34.04.08.2001'].map((code) => placeCode.parse(code))
  assert.ok(one && two && far)
  const serving = [
    { kind: 'community-worker', serves: [one] },
    { kind: 'subdistrict-worker', serves: [placeCode.parse('34.04.07'), one] },
  ]
  const cover = coverOf([one, two, far], serving)
  assert.deepEqual(
    cover.map(({ kinds: by, total }) => [by, total]),
    [
      [{ 'community-worker': 1, 'subdistrict-worker': 1 }, 2],
      [{ 'subdistrict-worker': 1 }, 1],
      [{}, 0],
    ],
  )
})

for (const kind of keysOf(psksData))
  test(`PSKS-10 ${kind} is not for citizens, clocks, set-up, or staff without the right`, () => {
    for (const by of [citizen(), clock, setup, staffLacking(['psks.manage'])])
      assert.deepEqual(decidePsks(move(kind), by, look()), {
        ok: false,
        error: { code: 'not-permitted', needs: ['psks.manage'] },
      })
  })
