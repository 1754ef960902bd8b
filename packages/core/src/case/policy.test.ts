import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeLevel } from '../office/office.ts'
import { officeLevels } from '../office/office.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Category, Policy } from './policy.ts'
import { hopTime, listNames, onList, otherOffice, totalLimit } from './policy.ts'

const day = 420
const short: Category = {
  code: 'pendek',
  sector: 'social',
  kinds: ['service'],
  hopDays: { village: 2, district: 5 },
  totalDays: 7,
  steps: { take: 20, decide: 30 },
  rises: true,
  basis: 'uji',
}
const hopLimit = (policy: Policy, category: string, level: OfficeLevel): number =>
  hopTime(policy, { category, priority: 'normal' }, level).limit
const policy = aPolicy(monday, { categories: new Map([[short.code, short]]) })

test('CLOCK-5 a hop has the days that its category gives the level, counted in working days of the calendar', () => {
  assert.equal(hopLimit(policy, 'pendek', 'village'), 2 * day)
  assert.equal(hopLimit(policy, 'pendek', 'district'), 5 * day)
  assert.equal(totalLimit(policy, 'pendek'), 7 * day)
})

test('CLOCK-5 a level for which a category says nothing has three days, as the first answer of SP4N-LAPOR', () => {
  for (const level of ['subdistrict', 'province', 'nation'] as const)
    assert.equal(hopLimit(policy, 'pendek', level), 3 * day, level)
})

test('CLOCK-5 a category that its list no longer has keeps its cases moving: three days a hop, fourteen in all', () => {
  for (const level of officeLevels) assert.equal(hopLimit(policy, 'sudah-dihapus', level), 3 * day, level)
  assert.equal(totalLimit(policy, 'sudah-dihapus'), 14 * day)
})

test('CLOCK-5 a district with longer days gives as many days, and so more minutes', () => {
  const week = [null, [480, 960], [480, 960], [480, 960], [480, 960], [480, 960], null] as const
  const long = { ...policy, calendar: { ...policy.calendar, week } }
  assert.equal(hopLimit(long, 'pendek', 'village'), 2 * 480)
})

test('CASE-27 a code stands on a list, or on none: another list does not help', () => {
  assert.equal(onList(policy, 'outcome', 'granted'), true)
  assert.equal(onList(policy, 'return', 'granted'), false)
  assert.equal(onList(policy, 'outcome', 'GRANTED'), false)
  assert.equal(onList({ ...policy, reasons: new Map() }, 'outcome', 'granted'), false)
})

test('LISTS-2 the law reads these lists, each under its own name', () => {
  assert.deepEqual(listNames, [
    'channel',
    'outcome',
    'how',
    'return',
    'reject',
    'escalate',
    'cancel',
    'decline',
    'unmet',
    'became',
    'aside',
    'visit-trigger',
    'visit-result',
    'visit-missed',
    'surge-kind',
    'need',
    'need-unmet',
    'need-stopped',
  ])
})

test('OFFICE-5 whatever is sent goes to an office that exists, is another, and works, in this order of reasons', () => {
  const to = (office: Parameters<typeof otherOffice>[0], from = offices.village.id) => otherOffice(office, from, policy)
  assert.deepEqual(to(offices.hospital.id), { ok: true, value: offices.hospital })
  assert.deepEqual(to(ids.office(99)), { ok: false, error: { code: 'unknown-office' } })
  assert.deepEqual(to(ids.office(99), ids.office(99)), { ok: false, error: { code: 'unknown-office' } })
  assert.deepEqual(to(offices.village.id), { ok: false, error: { code: 'same-office' } })
  assert.deepEqual(to(offices.closed.id), { ok: false, error: { code: 'office-not-active' } })
  assert.deepEqual(to(offices.closed.id, offices.closed.id), { ok: false, error: { code: 'same-office' } })
})
