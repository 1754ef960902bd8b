import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { DutyCommandData } from '../contract/duty.ts'
import { dutyId } from '../kernel/id.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { citizen, clock, setup, staff, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { DutyLook, DutyMove } from './decide.ts'
import { decideDuty } from './decide.ts'
import type { DutyRow } from './duty.ts'
import { unmanned } from './duty.ts'

const [village, coordinator] = [offices.village, staff('coordinator')]
const id = dutyId.parse('0192f000-0000-7000-8000-0000000000bb')
const [siti, budi] = [ids.staff(5), ids.staff(6)]
/** Midnight of a day of that week in Sleman. */
const midnight = (day: number): number => Date.parse('2026-11-02T00:00:00+07:00') + (day - 2) * dayMs
const row: DutyRow = {
  id,
  district: ledgerCode.parse('34.04'),
  version: 3,
  office: village.id,
  staff: siti,
  from: midnight(4),
  until: midnight(6),
}
const look = (own: Partial<DutyLook> = {}): DutyLook => ({
  now: monday,
  day: '2026-11-02',
  zone: 'Asia/Jakarta',
  office: village,
  duty: null,
  turns: [],
  workers: new Map([
    [siti, 'Siti Aminah'],
    [budi, 'Budi Santoso'],
  ]),
  leaves: [],
  ...own,
})
const naming = (own: Partial<DutyCommandData['duty.name']> = {}): DutyMove => ({
  kind: 'duty.name',
  subject: id,
  data: { office: village.id, staff: siti, from: '2026-11-04', until: '2026-11-05', ...own },
})
const ending: DutyMove = { kind: 'duty.end', subject: id, data: {} }

function yes(move: DutyMove, at = look(), actor: Actor = coordinator) {
  const decided = decideDuty(move, actor, at)
  assert.ok(decided.ok, JSON.stringify(decided))
  return decided.value
}
function no(move: DutyMove, at = look(), actor: Actor = coordinator) {
  const decided = decideDuty(move, actor, at)
  assert.ok(!decided.ok, 'it was allowed')
  return decided.error
}
const setOf = (move: DutyMove, at = look()) => {
  const [change] = yes(move, at).changes
  assert.ok(change?.table === 'duty')
  return change
}

test('DUTY-1, DUTY-3 a turn lasts whole days of the office, from the first minute of its first to the last of its last', () => {
  const { id: _id, version: _version, ...set } = row
  assert.deepEqual(yes(naming()), {
    action: 'name',
    note: '',
    say: { office: 'Puskesos Caturtunggal', staff: 'Siti Aminah', from: '2026-11-04', until: '2026-11-05' },
    day: '2026-11-02',
    changes: [{ table: 'duty', id, base: 0, set }],
    jobs: [],
  })
  const east = setOf(naming(), look({ zone: 'Asia/Jayapura' }))
  assert.deepEqual([east.set.from, east.set.until], [midnight(4) - 2 * hourMs, midnight(6) - 2 * hourMs])
})

test('DUTY-3 nobody was on duty before they were named; days that are over or end before they begin are no turn', () => {
  assert.equal(setOf(naming({ from: '2026-10-30' })).set.from, monday)
  assert.equal(setOf(naming({ from: '2026-11-02', until: '2026-11-02' })).set.until, midnight(3))
  for (const days of [
    { from: '2026-10-30', until: '2026-11-01' },
    { from: '2026-11-05', until: '2026-11-04' },
  ])
    assert.deepEqual(no(naming(days)), { code: 'duty-days' })
})

test('DUTY-4 of one office no two turns share a moment; they follow each other, and one that never was is in nobody’s way', () => {
  for (const [from, until] of [
    ['2026-11-03', '2026-11-04'],
    ['2026-11-05', '2026-11-05'],
    ['2026-11-01', '2026-11-30'],
  ] as const)
    assert.deepEqual(no(naming({ staff: budi, from, until }), look({ turns: [row] })), { code: 'duty-twice' })
  const beside = look({ turns: [row, { from: midnight(7), until: midnight(7) }] })
  assert.ok(yes(naming({ from: '2026-11-03', until: '2026-11-03' }), beside))
  assert.ok(yes(naming({ from: '2026-11-06', until: '2026-11-09' }), beside))
})

test('DUTY-3 only somebody who works on cases there and is not on leave on those days is named, at an office that is open', () => {
  assert.deepEqual(no(naming({ staff: ids.staff(9) })), { code: 'duty-not-here' })
  const leave = { from: midnight(5), until: midnight(9) }
  assert.deepEqual(no(naming(), look({ leaves: [leave] })), { code: 'duty-away' })
  assert.ok(yes(naming({ until: '2026-11-04' }), look({ leaves: [leave] })), 'the leave begins the day after')
  assert.deepEqual(no(naming(), look({ office: null })), { code: 'unknown-office' })
  assert.deepEqual(no(naming(), look({ office: { ...village, active: false } })), { code: 'office-not-active' })
})

test('DUTY-5 a turn ends at once, one that has not begun never was, and neither ends twice', () => {
  const during = look({ duty: row, now: midnight(4) + hourMs })
  assert.deepEqual(setOf(ending, during), { table: 'duty', id, base: 3, set: { until: midnight(4) + hourMs } })
  assert.deepEqual(yes(ending, during).say, { office: 'Puskesos Caturtunggal' })
  assert.deepEqual(setOf(ending, look({ duty: row })).set, { until: row.from })
  assert.deepEqual(no(ending, look({ duty: { ...row, until: row.from } })), { code: 'already-so' })
  assert.deepEqual(no(ending, look({ duty: row, now: row.until })), { code: 'already-so' })
  assert.deepEqual(no(ending), { code: 'not-found' })
})

test('DUTY-2 who hands work over names for their own office, an administrator for every office of their place', () => {
  const needs = ['case.assign', 'staff.manage']
  for (const actor of [staff('bo'), staff('fo'), citizen(), clock])
    assert.deepEqual(no(naming(), look(), actor), { code: 'not-permitted', needs })
  assert.ok(yes(naming(), look(), setup))
  const manager = staff('manager', offices.district)
  assert.deepEqual(no(naming(), look(), manager), { code: 'not-here', office: village.id })
  assert.ok(yes(naming({ office: offices.district.id }), look({ office: offices.district }), manager))
  assert.ok(yes(naming(), look(), staff('admin', offices.district)))
  assert.deepEqual(no(naming(), look(), staff('admin', offices.otherVillage)), { code: 'wrong-place' })
  const both = staffWith({ permissions: ['case.assign', 'staff.manage'], restricted: [], sees: 'place' })
  assert.deepEqual(no(naming(), look({ office: offices.otherVillage }), both), { code: 'wrong-place' })
  assert.deepEqual(no(ending, look({ duty: row }), staff('bo')), { code: 'not-permitted', needs })
})

test('DUTY-7 a gap is where nobody is named, or who is has left, or is away with nobody in their place', () => {
  const week = { from: monday, until: midnight(9) }
  const turn = { from: midnight(3), until: midnight(8), here: true, leaves: [] }
  const before = { from: monday, until: midnight(3) }
  const after = { from: midnight(8), until: midnight(9) }
  assert.deepEqual(unmanned([], week), [week])
  assert.deepEqual(unmanned([turn], week), [before, after])
  assert.deepEqual(unmanned([{ ...turn, here: false }], week), [week])
  const away = { from: midnight(4), until: midnight(6) }
  assert.deepEqual(unmanned([{ ...turn, leaves: [{ ...away, covered: true }] }], week), [before, after])
  assert.deepEqual(unmanned([{ ...turn, leaves: [{ ...away, covered: false }] }], week), [before, away, after])
})
