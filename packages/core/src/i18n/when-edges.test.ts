import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayIn, dayMs, hourMs, minuteMs, zones } from '../kernel/instant.ts'
import { property } from '../testing/property.ts'
import { sayNumber, sayShare, saySize } from './amount.ts'
import { monthName } from './say-month.ts'
import { sayOpen } from './say-open.ts'
import { calendarNames, sayDate, sayDay, sayDue, sayExact, sayMoment, sayTime, zoneNames } from './when.ts'

const jakarta = 'Asia/Jakarta'
const at = (wire: string): number => Date.parse(wire)
const now = at('2026-11-23T10:00:00+07:00') // a Monday

/** Moments as they are said beside others on Monday 23 November 2026 at ten. */
const moments: readonly (readonly [wire: string, id: string, en: string])[] = [
  ['2026-11-23T00:00:00+07:00', 'hari ini 00.00', 'today 00:00'],
  ['2026-11-23T23:59:59+07:00', 'hari ini 23.59', 'today 23:59'],
  ['2026-11-22T23:59:59+07:00', 'kemarin 23.59', 'yesterday 23:59'],
  ['2026-11-22T00:00:00+07:00', 'kemarin 00.00', 'yesterday 00:00'],
  ['2026-11-21T23:59:59+07:00', '21 Nov 23.59', '21 Nov 23:59'],
  ['2026-11-24T23:59:59+07:00', 'besok 23.59', 'tomorrow 23:59'],
  ['2026-11-25T00:00:00+07:00', '25 Nov 00.00', '25 Nov 00:00'],
  ['2026-01-01T00:00:00+07:00', '1 Jan 00.00', '1 Jan 00:00'],
  ['2025-12-31T23:59:00+07:00', '31 Des 2025 23.59', '31 Dec 2025 23:59'],
  ['2027-01-01T00:00:00+07:00', '1 Jan 2027 00.00', '1 Jan 2027 00:00'],
  ['2028-02-29T12:00:00+07:00', '29 Feb 2028 12.00', '29 Feb 2028 12:00'],
  ['1970-03-12T08:00:00+07:00', '12 Mar 1970 08.00', '12 Mar 1970 08:00'],
]
for (const [wire, id, en] of moments)
  test(`WHEN-4 ${wire} is said “${id}”`, () => {
    assert.deepEqual([sayMoment(at(wire), now, jakarta, 'id'), sayMoment(at(wire), now, jakarta, 'en')], [id, en])
  })

test('WHEN-4 yesterday and tomorrow are so at the turn of a year, too', () => {
  const newYear = at('2027-01-01T00:30:00+07:00')
  assert.equal(sayMoment(at('2026-12-31T23:30:00+07:00'), newYear, jakarta, 'id'), 'kemarin 23.30')
  assert.equal(sayMoment(newYear, at('2026-12-31T23:30:00+07:00'), jakarta, 'id'), 'besok 00.30')
})

test('WHEN-2 the same moment is today in one zone and tomorrow in another', () => {
  const late = at('2026-11-23T15:30:00Z') // 22.30 in Jakarta, half past midnight in Jayapura
  const said = zones.map((zone) => sayMoment(late, now, zone, 'id'))
  assert.deepEqual(said, ['hari ini 22.30', 'hari ini 23.30', 'besok 00.30'])
})

/** Due moments seen on Monday at ten, with working days left where they were counted. */
const dues: readonly (readonly [wire: string, left: number | undefined, said: string])[] = [
  ['2026-11-23T10:00:00+07:00', 0, 'jatuh tempo hari ini 10.00'],
  ['2026-11-23T09:59:59+07:00', 0, 'terlambat sejak hari ini 09.59'],
  ['2026-11-23T09:59:59+07:00', undefined, 'terlambat sejak hari ini 09.59'],
  ['2026-11-22T00:00:00+07:00', 0, 'terlambat sejak kemarin 00.00'],
  ['2026-11-22T00:00:00+07:00', -1, 'terlambat 1 hari kerja'],
  ['2026-11-21T23:59:00+07:00', 0, 'terlambat 2 hari'],
  ['2026-11-20T16:00:00+07:00', undefined, 'terlambat 3 hari'],
  ['2025-11-23T10:00:00+07:00', undefined, 'terlambat 365 hari'],
  ['2026-11-23T23:59:59+07:00', 1, 'jatuh tempo hari ini 23.59'],
  ['2026-11-24T00:00:00+07:00', 0, 'jatuh tempo besok (Sel 24 Nov, 00.00)'],
  ['2026-11-25T00:00:00+07:00', 2, '2 hari kerja lagi (Rab 25 Nov, 00.00)'],
  ['2026-11-29T12:00:00+07:00', 0, 'jatuh tempo Min 29 Nov, 12.00'],
]
for (const [wire, left, said] of dues)
  test(`WHEN-5, WHEN-6 due at ${wire} with ${left ?? 'no'} days counted is said “${said}”`, () => {
    assert.equal(sayDue(at(wire), now, jakarta, 'id', left), said)
  })

const anyMoment = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2199, 11, 30) })
const anyZone = fc.constantFrom(...zones)
const anyLang = fc.constantFrom('id' as const, 'en' as const)

property(
  'WHEN-1, WHEN-2 the day that is said is the day of the district, and the clock on its wall',
  fc.tuple(anyMoment, anyZone, anyLang),
  ([moment, zone, lang]) => {
    // Before 1964 the zones were others than today's: a date of birth is a day, and has none.
    const when = Math.max(moment, Date.UTC(1964, 0, 2))
    const [year, month, day] = dayIn(zone, when).split('-').map(Number)
    assert.equal(sayDate(when, zone, lang), `${day} ${calendarNames[lang].months[(month ?? 0) - 1]} ${year}`)
    assert.match(sayTime(when, zone, lang), lang === 'id' ? /^([01]\d|2[0-3])\.[0-5]\d$/ : /^([01]\d|2[0-3]):[0-5]\d$/)
  },
)

property(
  'WHEN-3 the exact time holds the date, the time and the zone in full',
  fc.tuple(anyMoment, anyZone, anyLang),
  ([moment, zone, lang]) => {
    const exact = sayExact(moment, zone, lang)
    for (const part of [sayDate(moment, zone, lang), sayTime(moment, zone, lang), zoneNames[zone] ?? '?'])
      assert.ok(exact.includes(part), `${exact} without ${part}`)
    assert.ok(calendarNames[lang].weekdays.some((weekday) => exact.startsWith(weekday)))
  },
)

property(
  'WHEN-4, WHEN-5 whatever moment is said, it is said whole: no hole, nothing undefined',
  fc.tuple(anyMoment, anyMoment, anyZone, anyLang),
  ([moment, seen, zone, lang]) => {
    const told = [
      sayMoment(moment, seen, zone, lang),
      sayDue(moment, seen, zone, lang),
      sayDay(moment, seen, zone, lang),
    ]
    for (const said of told) assert.doesNotMatch(said, /undefined|NaN|[{}]|\s\s|^\s|\s$/)
    assert.ok(told.every((said) => said !== ''))
  },
)

property(
  'WHEN-5, WHEN-6 what is due is either ahead or gone by, as the clock says',
  fc.tuple(anyMoment, fc.integer({ min: -30 * 24, max: 30 * 24 })),
  ([moment, hours]) => {
    const said = sayDue(moment + hours * hourMs, moment, jakarta, 'id')
    assert.equal(said.startsWith('terlambat'), hours < 0, said)
  },
)

test('WHEN-1 every month and every weekday has a name of its own in both languages, and three letters that tell it', () => {
  for (const { months, weekdays } of Object.values(calendarNames)) {
    assert.deepEqual([months.length, weekdays.length], [12, 7])
    for (const all of [months, weekdays]) {
      assert.equal(new Set(all).size, all.length)
      assert.equal(new Set(all.map((name) => name.slice(0, 3))).size, all.length)
    }
  }
})

/** A month of the calendar in words. */
const months: readonly (readonly [month: string, id: string, en: string])[] = [
  ['2026-01', 'Januari 2026', 'January 2026'],
  ['2026-05', 'Mei 2026', 'May 2026'],
  ['2026-08', 'Agustus 2026', 'August 2026'],
  ['2026-12', 'Desember 2026', 'December 2026'],
  ['1900-02', 'Februari 1900', 'February 1900'],
]
for (const [month, id, en] of months)
  test(`WHEN-1 ${month} is ${id}`, () => {
    assert.deepEqual([monthName(month, 'id'), monthName(month, 'en')], [id, en])
  })

/** When an office that is shut opens again, seen on Monday at ten. */
const openings: readonly (readonly [wire: string, said: string])[] = [
  ['2026-11-23T13:00:00+07:00', 'hari ini 13.00'],
  ['2026-11-24T07:30:00+07:00', 'besok 07.30'],
  ['2026-11-25T07:30:00+07:00', 'Rabu 07.30'],
  ['2026-11-29T07:30:00+07:00', 'Minggu 07.30'],
  ['2026-11-30T07:30:00+07:00', 'Senin 30 November 2026 07.30'],
  ['2027-01-04T07:30:00+07:00', 'Senin 4 Januari 2027 07.30'],
]
for (const [wire, said] of openings)
  test(`WHEN-4 an office that opens at ${wire} opens “${said}”`, () => {
    const told = sayOpen('id', { open: false, next: at(wire) }, now, jakarta)
    assert.ok(told.includes(said), told)
  })

/** Amounts in both languages. */
const amounts: readonly (readonly [value: number, id: string, en: string])[] = [
  [0, '0', '0'],
  [999, '999', '999'],
  [1234, '1.234', '1,234'],
  [1_000_000, '1.000.000', '1,000,000'],
  [-1234, '-1.234', '-1,234'],
]
for (const [value, id, en] of amounts)
  test(`I18N-1 ${value} is written ${id}, in English ${en}`, () => {
    assert.deepEqual([sayNumber(value, 'id'), sayNumber(value, 'en')], [id, en])
  })

/** Shares and sizes. */
const shares: readonly (readonly [share: number, id: string])[] = [
  [0, '0%'],
  [0.001, '0,1%'],
  [0.0999, '10%'],
  [0.1, '10%'],
  [0.874, '87%'],
  [0.875, '88%'],
  [1, '100%'],
]
for (const [share, id] of shares)
  test(`I18N-1 a share of ${share} is written ${id}`, () => {
    assert.equal(sayShare(share, 'id'), id)
  })

const sizes: readonly (readonly [bytes: number, id: string])[] = [
  [0, '0\u00a0KB'],
  [1, '1\u00a0KB'],
  [1000, '1\u00a0KB'],
  [1001, '2\u00a0KB'],
  [820_000, '820\u00a0KB'],
  [1_000_000, '1\u00a0MB'],
  [1_240_000, '1,2\u00a0MB'],
  [15_000_000, '15\u00a0MB'],
]
for (const [bytes, id] of sizes)
  test(`I18N-1 a file of ${bytes} bytes is ${id}`, () => {
    assert.equal(saySize(bytes, 'id'), id)
  })

test('WHEN-2 a day has as many minutes as it has, in each zone', () => {
  for (const zone of zones) {
    const said = new Set(
      Array.from({ length: dayMs / (30 * minuteMs) }, (_, n) => sayTime(now + n * 30 * minuteMs, zone, 'id')),
    )
    assert.equal(said.size, 48, zone)
  }
})
