import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicCase, ToldCase } from '../contract/public-case.ts'
import { dayMs, hourMs, minuteMs } from '../kernel/instant.ts'
import { aCalendar, monday } from '../testing/a-policy.ts'
import { aPublicCase } from '../testing/a-public-case.ts'
import { sayNumber, sayShare, saySize } from './amount.ts'
import { sayRefusal } from './refusal.ts'
import { sayHours, sayNearDate, sayStanding, sayStep } from './say-standing.ts'
import { sayIn, translate } from './translate.ts'
import { calendarNames, sayDate, sayDay, sayDue, sayExact, sayMoment, sayTime } from './when.ts'

const zone = 'Asia/Jakarta'
const at = (wire: string): number => Date.parse(wire)
const now = at('2026-11-23T10:00:00+07:00') // a Monday
const space = '\u00a0'

test('AMOUNT-2 a share below ten in the hundred has a digit behind the comma, from ten on none', () => {
  const id = [0, 0.0004, 0.0999, 0.1, 0.105, 1].map((share) => sayShare(share, 'id'))
  assert.deepEqual(
    id,
    ['0', '0', '10', '10', '11', '100'].map((n) => `${n}%`),
  )
  assert.equal(sayShare(0.099, 'en'), '9.9%')
})

test('AMOUNT-3 a file is said in KB up to a million bytes, rounded up, and from there in MB', () => {
  const id = [0, 1, 999, 1_001, 999_999, 1_000_000, 5_242_880].map((bytes) => saySize(bytes, 'id'))
  assert.deepEqual(
    id,
    ['0 KB', '1 KB', '1 KB', '2 KB', '1.000 KB', '1 MB', '5,2 MB'].map((text) => text.replace(' ', space)),
  )
  assert.equal(saySize(5_242_880, 'en'), `5.2${space}MB`)
  assert.deepEqual([sayNumber(999, 'id'), sayNumber(-1_234_567, 'id')], ['999', '-1.234.567'])
})

test('WHEN-1 every month and weekday has its name in both languages', () => {
  const said = (lang: 'id' | 'en') => Array.from({ length: 12 }, (_, n) => sayDate(Date.UTC(2026, n, 15), zone, lang))
  assert.deepEqual(
    said('id').map((text) => text.split(' ')[1]),
    [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ],
  )
  assert.deepEqual(
    said('en').map((text) => text.split(' ')[1]),
    [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  )
  const days = (lang: 'id' | 'en') =>
    Array.from({ length: 7 }, (_, n) => sayExact(Date.UTC(2026, 10, 1 + n, 3), zone, lang).split(',')[0])
  assert.deepEqual(days('id'), ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'])
  assert.deepEqual(days('en'), ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
  assert.deepEqual(calendarNames.id.weekdays, days('id'))
})

test('WHEN-3 each zone of Indonesia has its name, and another one keeps its own', () => {
  const names = (['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC'] as const).map((of) =>
    sayExact(now, of, 'id').split(' ').at(-1),
  )
  assert.deepEqual(names, ['WIB', 'WITA', 'WIT', 'UTC'])
})

test('WHEN-2 hours and minutes have two digits, and midnight is zero', () => {
  assert.equal(sayTime(at('2026-11-23T00:00:00+07:00'), zone, 'id'), '00.00')
  assert.equal(sayTime(at('2026-11-23T23:59:59+07:00'), zone, 'id'), '23.59')
  assert.equal(sayTime(at('2026-11-23T09:05:00+07:00'), zone, 'en'), '09:05')
})

test('WHEN-4 today, yesterday and tomorrow are days of the zone, the day after is a date', () => {
  const say = (wire: string, lang: 'id' | 'en' = 'id') => sayMoment(at(wire), now, zone, lang)
  assert.equal(say('2026-11-24T23:59:00+07:00'), 'besok 23.59')
  assert.equal(say('2026-11-25T00:00:00+07:00'), '25 Nov 00.00')
  assert.equal(say('2026-11-21T23:59:00+07:00'), '21 Nov 23.59')
  assert.equal(say('2026-11-22T00:00:00+07:00', 'en'), 'yesterday 00:00')
  assert.equal(say('2027-01-01T08:00:00+07:00', 'en'), '1 Jan 2027 08:00')
})

test('WHEN-5 a due moment at this very minute is due, a minute ago it was over', () => {
  assert.equal(sayDue(now, now, zone, 'id', 0), 'jatuh tempo hari ini 10.00')
  assert.equal(sayDue(now - minuteMs, now, zone, 'id', 0), 'terlambat sejak hari ini 09.59')
  assert.equal(sayDue(now - 1, now, zone, 'id', -1), 'terlambat 1 hari kerja')
})

test('WHEN-5 near days are said as such even where working days are known, later ones by these', () => {
  const due = (days: number) => now + days * dayMs
  assert.equal(sayDue(due(0), now, zone, 'id', 5), 'jatuh tempo hari ini 10.00')
  assert.equal(sayDue(due(1), now, zone, 'id', 5), 'jatuh tempo besok (Sel 24 Nov, 10.00)')
  assert.equal(sayDue(due(2), now, zone, 'id', 2), '2 hari kerja lagi (Rab 25 Nov, 10.00)')
  assert.equal(sayDue(due(4), now, zone, 'id', 1), '1 hari kerja lagi (Jum 27 Nov, 10.00)')
  assert.equal(sayDue(due(2), now, zone, 'id', 0), 'jatuh tempo Rab 25 Nov, 10.00')
  assert.equal(sayDue(due(-1), now, zone, 'en'), 'overdue since yesterday 10:00')
})

test('WHEN-1 a short day is weekday, day and month, and its year when that is another one', () => {
  assert.equal(sayDay(now, now, zone, 'id'), 'Sen 23 Nov')
  assert.equal(sayDay(at('2025-12-31T12:00:00+07:00'), now, zone, 'en'), 'Wed 31 Dec 2025')
})

const phases: readonly (readonly [what: string, own: Partial<PublicCase>, day: string])[] = [
  ['registered: since it lies there', { status: 'registered', hopStartedAt: monday + dayMs }, '3 November'],
  ['handling: since it lies there', { status: 'handling', hopStartedAt: monday + 2 * dayMs }, '4 November'],
  ['answered: since it was answered', { status: 'answered', answeredAt: monday + 3 * dayMs }, '5 November'],
  [
    'closed: since it was closed',
    { status: 'closed', closure: 'confirmed', closedAt: monday + 4 * dayMs },
    '6 November',
  ],
]

for (const [what, own, day] of phases) {
  test(`CITIZEN-6 a case says since when it stands where it stands: ${what}`, () => {
    const [sentence] = sayStanding('id', aPublicCase(own), zone, monday + 10 * dayMs)
    assert.match(sentence ?? '', new RegExp(`\\b${day}\\b`))
  })
}

test('CITIZEN-6 a returned case says since its last step, as nothing else tells when it was returned', () => {
  const steps = [
    { kind: 'case.register', at: monday, officeName: null },
    { kind: 'case.return', at: monday + 3 * dayMs, officeName: null },
  ]
  const [sentence] = sayStanding(
    'id',
    aPublicCase({ status: 'returned', closedAt: null, steps }),
    zone,
    monday + 4 * dayMs,
  )
  assert.match(sentence ?? '', /5 November/)
})

test('CITIZEN-6 a case that was merged names the one that lives on, a waiting one the office that was asked', () => {
  const merged = aPublicCase({ status: 'duplicate', livesOnAs: '3404-26-000009' })
  assert.match(sayStanding('id', merged, zone, monday).join(' '), /3404-26-000009/)
  const waiting = aPublicCase({ status: 'handling', waitingOffice: 'RSUD Sleman' })
  assert.match(sayStanding('id', waiting, zone, monday).join(' '), /RSUD Sleman/)
})

test('CITIZEN-6 a case that waits says since the newest referral to that office', () => {
  const asked = (officeName: string, days: number) => ({
    officeName,
    status: 'requested' as const,
    requestedAt: monday + days * dayMs,
    changedAt: monday,
    dueAt: null,
  })
  const referrals = [asked('RSUD Sleman', 1), asked('RSUD Sleman', 3), asked('Dinas Kesehatan', 4)]
  const kase = aPublicCase({ status: 'handling', waitingOffice: 'RSUD Sleman', referrals })
  assert.match(sayStanding('id', kase, zone, monday + 5 * dayMs)[0] ?? '', /5 November/)
})

test('CITIZEN-8 a promise is said while the clock runs: to the minute in time, after it late, held not at all', () => {
  const second = (totalDueAt: number | null, outlook: ToldCase['outlook'], own: Partial<ToldCase> = {}) =>
    sayStanding('id', aPublicCase({ status: 'handling', totalDueAt, outlook, ...own }), zone, monday)[1] ?? ''
  assert.deepEqual([second(null, 'in-time'), second(monday, null)], ['', ''])
  assert.match(second(monday, 'in-time'), /^Jawaban paling lambat 2 November/)
  assert.match(second(monday, 'late'), /sudah lewat/)
  assert.match(second(monday + 1, 'late'), /tetap dijanjikan/)
  assert.match(second(monday - 1, 'late'), /2 November/)
  assert.doesNotMatch(second(monday - 1, 'late', { officePhone: '' }), /0274/)
  assert.match(second(monday - 1, 'late', { officePhone: '' }), /Puskesos Caturtunggal/)
})

test('CITIZEN-9 a day of this year stands without it, one of another year with it', () => {
  assert.equal(sayNearDate(monday, monday, zone, 'id'), '2 November')
  assert.equal(sayNearDate(at('2025-11-02T12:00:00+07:00'), monday, zone, 'id'), '2 November 2025')
  assert.equal(sayNearDate(at('2026-12-31T20:00:00Z'), monday, zone, 'id'), '1 Januari 2027')
})

test('CITIZEN-10 a step of the way is said in words, and a referral by its own moment only', () => {
  const kase = aPublicCase()
  const step = (kind: string) => sayStep('id', { kind, at: monday + hourMs, officeName: null }, kase)
  assert.equal(step('case.register'), translate('id', 'public.did.case.register'))
  assert.equal(step('case.answer'), translate('id', 'public.did.case.answer'))
  assert.notEqual(step('case.answer'), step('case.register'))
})

test('CITIZEN-11 a week of one kind is one run, days apart are runs of their own, a Sunday comes last', () => {
  const hours = (week: ReturnType<typeof aCalendar>['week']) => sayHours('id', { ...aCalendar(), week })
  const day = [480, 900] as const
  assert.equal(hours([day, day, day, day, day, day, day]), 'Senin–Minggu 08.00–15.00')
  assert.equal(hours([null, day, null, day, null, null, null]), 'Senin 08.00–15.00, Rabu 08.00–15.00')
  assert.equal(hours([[545, 600], null, null, null, null, null, day]), 'Sabtu 08.00–15.00, Minggu 09.05–10.00')
  assert.equal(hours([null, null, null, null, null, null, null]), '')
})

test('R7 waits are said in seconds up to a minute and a half, then in minutes, then in hours', () => {
  const wait = (retryAfter: number) =>
    /Tunggu (\d+ \S+?)[,. ]/.exec(sayRefusal('id', { code: 'rate-limited', retryAfter }))?.[1]
  assert.deepEqual([1, 90, 90.5, 5400, 5401].map(wait), ['1 detik', '90 detik', '2 menit', '90 menit', '2 jam'])
})

test('I18N-1 a language that was chosen once is spoken by every key, with what is put into it', () => {
  assert.equal(sayIn('en')('list.range', { from: 1, to: 2, total: 3 }), '1–2 of 3')
  assert.equal(sayIn('id')('list.range'), '{from}–{to} dari {total}')
  assert.equal(translate('id', 'list.range', { from: 0, to: 0, total: 0 }), '0–0 dari 0')
})
