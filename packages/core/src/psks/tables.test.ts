import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import { psksPostingId, psksReportId } from '../kernel/id.ts'
import { shippedLists } from '../lists/shipped.ts'
import { covers, placeCode, villageCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { aPosting, aPsks, aReport, psksData, welfareNth } from '../testing/a-welfare.ts'
import { almighty } from '../testing/actors.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { coverOf } from './coverage.ts'
import type { PsksLook, PsksMove } from './decide.ts'
import { decidePsks } from './decide.ts'
import { dueBefore, dueOn, isDue } from './due.ts'
import { wrongField } from './fields.ts'
import { psksKindData } from './kinds.ts'
import type { PsksStep } from './moves.ts'
import { psksSteps } from './moves.ts'
import type { PsksStatus, ReportStatus } from './psks.ts'

const kinds = new Map(
  shippedLists.items
    .filter(({ list }) => list === 'psks-kind')
    .map(({ code, data }) => [code, psksKindData.parse(data)]),
)
const place = (code: string) => placeCode.parse(code)
const elsewhere = anOffice({ place: place('34.02'), level: 'district', id: offices.health.id })
/** Whoever acts, by where their office lies; nobody of them wrote anything that the examples hold. */
const actors = {
  village: almighty(offices.village, 9),
  neighbour: almighty(offices.otherVillage, 9),
  subdistrict: almighty(offices.subdistrict, 9),
  district: almighty(offices.district, 9),
  province: almighty(offices.province, 9),
  'other district': almighty(elsewhere, 9),
} as const satisfies Readonly<Record<string, StaffActor>>
type Who = keyof typeof actors

const look = (own: Partial<PsksLook> = {}): PsksLook => ({
  now: monday,
  day: '2026-11-02',
  psks: aPsks(),
  reports: [aReport()],
  postings: [aPosting({ village: place('34.04.07.2009') })],
  kind: (code) => kinds.get(code) ?? null,
  knowsPlace: () => true,
  caseNumber: null,
  knowsVisit: false,
  knowsStaff: true,
  ...own,
})
function said(kind: PsksMove['kind'], own: object, seen: Partial<PsksLook>, by: StaffActor): string {
  const move = { kind, subject: aPsks().id, data: { ...psksData[kind], ...own } } as PsksMove
  const decided = decidePsks(move, by, look(seen))
  return decided.ok ? 'done' : decided.error.code
}

/** From where each step goes, and what its report has to be. */
const stands: Readonly<Partial<Record<PsksStep, readonly [status: PsksStatus, report?: ReportStatus]>>> = {
  verify: ['registered'],
  'send-back': ['registered'],
  reopen: ['ended'],
  report: ['verified', 'returned'],
}
/** Which offices may take which step with somebody of Caturtunggal. */
const everywhere: readonly Who[] = ['village', 'neighbour', 'subdistrict', 'district', 'province', 'other district']
const above: readonly Who[] = ['village', 'subdistrict', 'district', 'province']
const judges: readonly Who[] = ['district', 'province']
const may: Readonly<Record<PsksStep, readonly Who[]>> = {
  change: above,
  verify: judges,
  'send-back': judges,
  renew: above,
  end: above,
  reopen: above,
  report: above,
  'accept-report': above,
  'return-report': above,
  'add-event': above,
  'set-user': above,
  post: above,
  'end-posting': everywhere,
}
for (const step of psksSteps)
  for (const who of everywhere)
    test(`PSKS-3, PSKS-10 ${step} by an office of the ${who} is ${may[step].includes(who) ? 'done' : 'refused'}`, () => {
      const [status, report = 'sent'] = stands[step] ?? ['verified']
      const seen = { psks: aPsks({ status }), reports: [aReport({ status: report })] }
      const code = said(`psks.${step}`, {}, seen, actors[who])
      assert.equal(code === 'done', may[step].includes(who), code)
      if (code !== 'done') assert.ok(['wrong-place', 'psks-district', 'psks-serves'].includes(code), code)
    })

/** Registering somebody: where they sit, whom they serve, and by whom. */
const registering: readonly (readonly [sits: string, serves: readonly string[], who: Who, code: string])[] = [
  ['34.04.07.2001', ['34.04.07.2001'], 'village', 'done'],
  ['34.04.07.2001', [], 'village', 'done'],
  ['34.04.07.2001', ['34.04.07.2002'], 'village', 'psks-serves'],
  ['34.04.07.2001', ['34.04.07'], 'village', 'psks-serves'],
  ['34.04.07.2001', ['34.04.07'], 'subdistrict', 'done'],
  ['34.04.07.2001', ['34.04'], 'subdistrict', 'psks-serves'],
  ['34.04.07.2001', ['34.04'], 'district', 'done'],
  ['34.04.07.2001', ['34.04.07.2001', '34.04.07.2001'], 'village', 'done'],
  ['34.04.07', ['34.04.07'], 'village', 'wrong-place'],
  ['34.04.07', ['34.04.07'], 'subdistrict', 'done'],
  ['34.04', ['34.04'], 'district', 'done'],
  ['34', ['34'], 'province', 'wrong-place'],
  ['34.04.07.2001', ['34.02.01.2001'], 'province', 'psks-serves'],
  ['34.04.07.2001', ['34'], 'province', 'psks-serves'],
  ['34.02.01.2001', ['34.02.01.2001'], 'district', 'wrong-place'],
  ['34.04.07.2002', ['34.04.07.2002'], 'village', 'wrong-place'],
]
for (const [sits, serves, who, code] of registering)
  test(`PSKS-4 somebody of ${sits} for ${serves.join(', ') || 'nobody'}, by an office of the ${who}: ${code}`, () => {
    const own = { place: place(sits), serves: serves.map(place) }
    assert.equal(said('psks.register', own, { psks: null }, actors[who]), code)
  })

/** A report of a month: what stands there already, and what is sent now. */
const [mine, another] = [12, 99].map((n) => psksReportId.parse(welfareNth(n)))
const reports: readonly (readonly [
  month: string,
  stands: readonly (readonly [string, ReportStatus])[],
  id: string | undefined,
  code: string,
])[] = [
  ['2026-11', [], mine, 'done'],
  ['2026-12', [], mine, 'psks-month'],
  ['2027-01', [], mine, 'psks-month'],
  ['2025-12', [], mine, 'done'],
  ['2026-10', [['2026-10', 'returned']], mine, 'done'],
  ['2026-10', [['2026-10', 'returned']], another, 'psks-report'],
  ['2026-10', [['2026-10', 'sent']], mine, 'psks-report'],
  ['2026-10', [['2026-10', 'accepted']], mine, 'psks-report'],
  ['2026-09', [['2026-10', 'returned']], mine, 'psks-report'],
  ['2026-09', [['2026-10', 'accepted']], another, 'done'],
]
for (const [month, known, report, code] of reports)
  test(`PSKS-5 a report of ${month} beside ${known.map((one) => one.join(' ')).join(', ') || 'none'}${report === mine ? '' : ', by another id'}: ${code}`, () => {
    const stood = known.map(([of, status]) => aReport({ month: of, status }))
    assert.equal(said('psks.report', { month, report }, { reports: stood }, actors.village), code)
  })

test('PSKS-5 nobody judges their own report, and a judged one is judged no more', () => {
  for (const step of ['psks.accept-report', 'psks.return-report'] as const) {
    assert.equal(said(step, {}, { reports: [aReport({ sentBy: ids.staff(9) })] }, actors.district), 'psks-own')
    assert.equal(said(step, {}, { reports: [] }, actors.district), 'psks-report')
    for (const status of ['accepted', 'returned'] as const)
      assert.equal(said(step, {}, { reports: [aReport({ status })] }, actors.district), 'psks-report', status)
  }
  assert.equal(said('psks.return-report', { note: '' }, {}, actors.district), 'note-missing')
})

/** A task in a village: beside which others, from when to when. */
const there = villageCode.parse('34.04.07.2001')
const tasks: readonly (readonly [what: string, own: object, seen: Partial<PsksLook>, code: string])[] = [
  ['of one day', { from: '2026-11-02', until: '2026-11-02' }, {}, 'done'],
  ['that ends before it begins', { from: '2026-11-02', until: '2026-11-01' }, {}, 'psks-day'],
  ['without an end', { until: null }, {}, 'done'],
  ['that runs already', {}, { postings: [aPosting({ village: there })] }, 'psks-posted'],
  ['that ran and ended', {}, { postings: [aPosting({ village: there, endedOn: '2026-11-01' })] }, 'done'],
  ['beside one of another village', {}, { postings: [aPosting({ village: place('34.04.07.2002') })] }, 'done'],
  ['for a village that there is not', {}, { knowsPlace: () => false }, 'psks-serves'],
  ['for whom serves nobody', {}, { psks: aPsks({ serves: [] }) }, 'psks-serves'],
  ['for whom serves the sub-district', {}, { psks: aPsks({ serves: [place('34.04.07')] }) }, 'done'],
  ['for who is not verified', {}, { psks: aPsks({ status: 'registered' }) }, 'psks-step'],
  ['for who ended', {}, { psks: aPsks({ status: 'ended' }) }, 'psks-step'],
  ['about nothing', { village: null }, {}, 'psks-posting'],
]
for (const [what, own, seen, code] of tasks)
  test(`PSKS-7 a task ${what}: ${code}`, () => {
    const data = { target: 'village', village: there, case: null, visit: null, ...own }
    assert.equal(said('psks.post', data, { postings: [], ...seen }, actors.village), code)
  })

test('PSKS-7 a task ends once, and one of nobody not at all', () => {
  const running = aPosting({ village: there })
  const end = (postings: PsksLook['postings'], posting = running.id) =>
    said('psks.end-posting', { posting, note: 'Selesai.' }, { postings }, actors.district)
  assert.deepEqual(
    [end([running]), end([{ ...running, endedOn: '2026-11-02' }]), end([])],
    ['done', 'psks-posting', 'psks-posting'],
  )
  assert.equal(end([running], psksPostingId.parse(welfareNth(77))), 'psks-posting')
})

/** Days on which somebody was last looked at, and when that is due again. */
const dues: readonly (readonly [checked: string, due: string])[] = [
  ['2026-01-01', '2027-01-01'],
  ['2026-12-31', '2027-12-31'],
  ['2026-02-28', '2027-02-28'],
  ['2027-02-28', '2028-02-28'],
  ['2028-02-29', '2029-03-01'],
  ['2028-03-01', '2029-03-01'],
]
for (const [checked, due] of dues)
  test(`PSKS-6 what held on ${checked} is asked again on ${due}, and not the day before`, () => {
    const eve = new Date(Date.parse(due) - 86_400_000).toISOString().slice(0, 10)
    const row = { checkedOn: checked, status: 'verified' } as const
    assert.equal(dueOn(row), due)
    assert.deepEqual([isDue(row, eve), isDue(row, due)], [false, true])
    assert.ok(checked <= dueBefore(due))
  })

/** What a field takes by its kind. An empty one was not said. */
const values: readonly (readonly [kind: 'text' | 'count' | 'day' | 'yes-no' | 'sex', takes: string, not: string])[] = [
  ['text', 'apa saja|1|-|', ''],
  ['count', '0|7|0012|9999999|', '-1|1,5|1.5|10000000|dua| 7|1e3|'],
  ['day', '2026-11-02|2024-02-29|', '2026-02-29|02-11-2026|2026-11|kemarin'],
  ['yes-no', 'yes|no|', 'ya|YES|true|1'],
  ['sex', 'L|P|', 'l|p|1|2|perempuan'],
]
for (const [kind, takes, not] of values)
  test(`PSKS-4 a field for a ${kind} takes ${takes.replaceAll('|', ' ')}and not ${not.replaceAll('|', ' ')}`, () => {
    const own = { number: 1, who: 'person', fields: [{ code: 'uji', kind, id: 'Uji', en: 'Test' }] } as const
    const kindOf = psksKindData.parse(own)
    for (const value of takes.split('|')) assert.equal(wrongField(kindOf, { uji: value }), null, value)
    for (const value of not.split('|').filter((one) => one !== ''))
      assert.equal(wrongField(kindOf, { uji: value }), 'uji', value)
    assert.equal(wrongField(kindOf, { lain: '' }), 'lain', 'a field that it does not have, though nothing is said')
  })

const codes = ['34.04', '34.04.07', '34.04.07.2001', '34.04.07.2002', '34.04.08.2001', '34.02.01.2001'].map(place)
const villages = codes.filter((code) => code.length === 13)
const serving = fc.array(fc.record({ kind: fc.constantFrom('a', 'b'), serves: fc.subarray(codes) }), { maxLength: 6 })
property(
  'PSKS-8 whoever names a village twice over, by itself and by a place above it, serves it once',
  serving,
  (all) => {
    for (const { village, kinds: by, total } of coverOf(villages, all)) {
      const whoever = all.filter(({ serves }) => serves.some((one) => covers(one, village)))
      assert.equal(total, whoever.length)
      for (const kind of ['a', 'b']) assert.equal(by[kind] ?? 0, whoever.filter((one) => one.kind === kind).length)
    }
    assert.deepEqual(coverOf(villages, all.toReversed()), coverOf(villages, all), 'in whatever order')
  },
)
