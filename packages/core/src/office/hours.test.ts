import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sayOpen } from '../i18n/say-open.ts'
import { addWorking } from '../kernel/calendar.ts'
import { dayIn, dayMs } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { aCalendar, monday } from '../testing/a-policy.ts'
import { anOffice } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { type OwnWeek, openAt, setWeek, versionOn, weekOn } from './hours.ts'
import type { OfficeWeekRow } from './office.ts'

const mornings = [null, [480, 720], [480, 720], [480, 720], [480, 720], null, [540, 600]] as const
const office = anOffice()
const row = (from: string, week: OfficeWeekRow['week'], nth = 1): OfficeWeekRow => ({
  id: ids.case(nth),
  district: ledgerCode.parse('34.04'),
  version: nth,
  office: office.id,
  from,
  week,
})
const set = (said: OwnWeek, own: readonly OfficeWeekRow[] = []) => setWeek(ids.case(9), office, said, own, '2026-11-02')

test('OFFICE-17 an office says its hours from today or a later day on, and the past stays as it was', () => {
  const made = set({ from: '2026-11-02', week: mornings })
  assert.ok(made.ok)
  assert.deepEqual(made.value, {
    table: 'officeWeek',
    id: ids.case(9),
    base: 0,
    set: { district: '34.04', office: office.id, from: '2026-11-02', week: mornings },
  })
  assert.deepEqual(set({ from: '2026-11-01', week: mornings }), {
    ok: false,
    error: { code: 'day-past', earliest: '2026-11-02' },
  })
})

test('OFFICE-17 what was said for the same day is said anew in its place', () => {
  const said = set({ from: '2026-11-05', week: null }, [row('2026-11-05', mornings, 3)])
  assert.ok(said.ok)
  assert.deepEqual(said.value, { table: 'officeWeek', id: ids.case(3), base: 3, set: { week: null } })
})

test('OFFICE-17 hours that hold already are not said once more, its own or its district’s', () => {
  const again = { ok: false, error: { code: 'already-so' } }
  assert.deepEqual(set({ from: '2026-11-05', week: null }), again)
  assert.deepEqual(set({ from: '2026-11-05', week: mornings }, [row('2026-11-03', mornings)]), again)
  assert.ok(set({ from: '2026-11-05', week: null }, [row('2026-11-03', mornings)]).ok)
})

test('OFFICE-17 of what an office said the last that has begun holds, and nothing means its district’s', () => {
  const own = [row('2026-11-09', null, 2), row('2026-11-03', mornings)]
  const on = (day: string) => weekOn(own, day)
  assert.deepEqual(['2026-11-02', '2026-11-03', '2026-11-08', '2026-11-09'].map(on), [null, mornings, mornings, null])
})

const at = (text: string): number => Date.parse(`${text}:00+07:00`)
const own = [row('2026-11-02', mornings)]

test('OFFICE-17 open until it closes, and closed until it opens next, by its own hours on its district’s days', () => {
  const calendar = { ...aCalendar(), closed: new Set(['2026-11-03']) }
  const now = (text: string) => openAt(own, calendar, at(text))
  assert.deepEqual(now('2026-11-02T08:00'), { open: true, until: at('2026-11-02T12:00') })
  assert.deepEqual(now('2026-11-02T07:59'), { open: false, next: at('2026-11-02T08:00') })
  assert.deepEqual(now('2026-11-02T12:00'), { open: false, next: at('2026-11-04T08:00') }, 'over the closed day')
  assert.deepEqual(now('2026-11-06T10:00'), { open: false, next: at('2026-11-07T09:00') }, 'shut on Friday')
  assert.deepEqual(openAt([], calendar, at('2026-11-06T10:00')), { open: true, until: at('2026-11-06T14:30') })
})

test('OFFICE-17 hours of a later day are looked at on that day, and an office that is never open says no day', () => {
  const planned = [row('2026-11-03', [null, null, [600, 660], null, null, null, null])]
  assert.deepEqual(openAt(planned, aCalendar(), at('2026-11-02T16:00')), { open: false, next: at('2026-11-03T10:00') })
  const never = { ...aCalendar(), week: Array.from({ length: 7 }, () => null) }
  assert.deepEqual(openAt([], never, monday), { open: false, next: null })
})

property(
  'OFFICE-17 without hours of its own an office is open exactly while its district’s clocks run',
  fc.integer({ min: monday, max: monday + 300 * dayMs }),
  (now) => {
    const calendar = aCalendar()
    const said = openAt([], calendar, now)
    const worksAt = addWorking(calendar, now, 1) - 60_000
    if (said.open) assert.ok(worksAt <= now || dayIn(calendar.zone, said.until) === dayIn(calendar.zone, now))
    else assert.equal(said.next, worksAt)
  },
)

test('OFFICE-17 open or closed is said as people say it: today, tomorrow, a weekday, and a date beyond a week', () => {
  const now = at('2026-11-02T10:00')
  const say = (next: string | null) => sayOpen('id', { open: false, next: next ? at(next) : null }, now, 'Asia/Jakarta')
  assert.equal(
    sayOpen('id', { open: true, until: at('2026-11-02T15:00') }, now, 'Asia/Jakarta'),
    'Buka sekarang, sampai 15.00',
  )
  assert.deepEqual(['2026-11-02T13:00', '2026-11-03T08:00', '2026-11-06T08:00', '2026-11-12T08:00', null].map(say), [
    'Tutup, buka lagi hari ini 13.00',
    'Tutup, buka lagi besok 08.00',
    'Tutup, buka lagi Jumat 08.00',
    'Tutup, buka lagi Kamis 12 November 2026 08.00',
    'Tutup',
  ])
  assert.equal(
    sayOpen('en', { open: true, until: at('2026-11-02T15:00') }, now, 'Asia/Jakarta'),
    'Open now, until 15:00',
  )
})

test('OFFICE-17 a form for a day was filled on what was said for that very day, or on nothing', () => {
  const said = [row('2026-11-03', mornings, 2), row('2026-11-05', null, 3)]
  assert.deepEqual(
    ['2026-11-03', '2026-11-04', '2026-11-05'].map((day) => versionOn(said, day)),
    [2, 0, 3],
  )
})
