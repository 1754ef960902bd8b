import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dutyCommandData } from '../contract/duty.ts'
import { dutyId } from '../kernel/id.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import type { Span } from '../kernel/span.ts'
import { monday } from '../testing/a-policy.ts'
import { citizen, clock, setup, staff, staffLacking, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { dutyData } from '../testing/duty-data.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { DutyLook, DutyMove } from './decide.ts'
import { decideDuty } from './decide.ts'
import type { DutyRow } from './duty.ts'
import { unmanned } from './duty.ts'

const id = dutyId.parse('0192f000-0000-7000-8000-0000000000cc')
const siti = ids.staff(5)
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
const dayAt = (n: number): string => new Date(Date.parse('2026-11-02') + n * dayMs).toISOString().slice(0, 10)
const look = (own: Partial<DutyLook> = {}): DutyLook => ({
  now: monday,
  day: '2026-11-02',
  zone: 'Asia/Jakarta',
  office: offices.village,
  duty: null,
  turns: [],
  workers: new Map([[siti, 'Siti Aminah']]),
  leaves: [],
  ...own,
})
const naming = (from: string, until: string): DutyMove => ({
  kind: 'duty.name',
  subject: id,
  data: { office: offices.village.id, staff: siti, from, until },
})
function turnOf(move: DutyMove, at: DutyLook): Span | string {
  const answer = decideDuty(move, setup, at)
  if (!answer.ok) return answer.error.code
  const [change] = answer.value.changes
  assert.ok(change?.table === 'duty' && answer.value.changes.length === 1)
  const { from, until } = change.set
  return { from: from ?? -1, until: until ?? -1 }
}

const asked = fc.array(fc.tuple(fc.integer({ min: -3, max: 20 }), fc.integer({ min: -1, max: 6 })), { maxLength: 12 })
property(
  'DUTY-3, DUTY-4 whatever days are named one after another, turns share no moment, lie ahead, and end at a midnight of the office',
  fc.tuple(asked, fc.constantFrom(...zones), fc.nat(23)),
  ([all, zone, hour]) => {
    const now = monday + hour * hourMs
    const turns: Span[] = []
    for (const [first, long] of all) {
      const turn = turnOf(naming(dayAt(first), dayAt(first + long)), look({ now, zone, turns: [...turns] }))
      if (typeof turn === 'string') assert.ok(['duty-days', 'duty-twice'].includes(turn), turn)
      else turns.push(turn)
    }
    const clockIn = (at: number): string => new Date(at).toLocaleTimeString('id-ID', { timeZone: zone, hour12: false })
    for (const [at, { from, until }] of turns.entries()) {
      assert.ok(from >= now && until > from)
      assert.match(clockIn(until), /^(?:00|24)\.00\.00$/)
      assert.ok(from === now || /^(?:00|24)\.00\.00$/.test(clockIn(from)))
      for (const other of turns.slice(at + 1)) assert.ok(other.until <= from || until <= other.from)
    }
  },
)

property(
  'DUTY-5 a turn that ends is shorter or none, and its day is free again for somebody else',
  fc.tuple(fc.integer({ min: -2, max: 5 }), fc.nat(4), fc.integer({ min: -72, max: 200 })),
  ([first, long, hours]) => {
    const turn = turnOf(naming(dayAt(first), dayAt(first + long)), look())
    if (typeof turn === 'string') return
    const now = Math.max(monday, monday + hours * hourMs)
    const row: DutyRow = {
      id,
      district: offices.village.district,
      version: 1,
      office: ids.office(1),
      staff: siti,
      ...turn,
    }
    const ended = decideDuty({ kind: 'duty.end', subject: id, data: {} }, setup, look({ now, duty: row }))
    if (!ended.ok) return assert.ok(now >= turn.until, ended.error.code)
    const [change] = ended.value.changes
    assert.ok(change?.table === 'duty' && change.base === 1)
    const until = change.set.until ?? -1
    assert.ok(until < turn.until && until >= turn.from && (until === turn.from || until === now))
    const again = decideDuty(
      { kind: 'duty.end', subject: id, data: {} },
      setup,
      look({ now, duty: { ...row, version: 2, until } }),
    )
    assert.deepEqual(again, { ok: false, error: { code: 'already-so' } })
    const free = turnOf(naming(dayAt(first), dayAt(first + long)), look({ now, turns: [{ from: row.from, until }] }))
    assert.ok(typeof free !== 'string' && free.until === turn.until)
  },
)

/** Leaves beside a turn of 4 and 5 November, by hours from its first midnight, and whether they are in its way. */
const first = Date.parse('2026-11-04T00:00:00+07:00')
const leaves: readonly (readonly [from: number, until: number, away: boolean])[] = [
  [-48, 0, false],
  [-48, 1, true],
  [0, 48, true],
  [47, 60, true],
  [48, 60, false],
  [20, 20, false],
  [-100, 100, true],
]
for (const [from, until, away] of leaves)
  test(`DUTY-3 a leave from hour ${from} to hour ${until} of a turn of 48 hours is ${away ? '' : 'not '}in its way`, () => {
    const leave = { from: first + from * hourMs, until: first + until * hourMs }
    const turn = turnOf(naming('2026-11-04', '2026-11-05'), look({ leaves: [leave] }))
    assert.equal(turn === 'duty-away', away)
  })

const both = { permissions: ['case.assign', 'staff.manage'], restricted: [], sees: 'place' } as const
const needs = 'not-permitted'
/** Who names and ends at which office: the same for both. */
const who: readonly (readonly [who: string, actor: Parameters<typeof decideDuty>[1], code: string])[] = [
  ['who hands work over at the office', staff('coordinator'), 'done'],
  ['who hands work over at the next village', staff('coordinator', offices.otherVillage), 'not-here'],
  [
    'who hands work over at the district',
    staffWith({ ...both, permissions: ['case.assign'] }, offices.district),
    'not-here',
  ],
  ['who administers the district', staff('admin', offices.district), 'done'],
  ['who administers the province', staffWith({ ...both, permissions: ['staff.manage'] }, offices.province), 'done'],
  [
    'who administers the next village',
    staffWith({ ...both, permissions: ['staff.manage'] }, offices.otherVillage),
    'wrong-place',
  ],
  ['who does both at the next village', staffWith(both, offices.otherVillage), 'wrong-place'],
  ['who holds all other rights there', staffLacking(['case.assign', 'staff.manage']), needs],
  ['a citizen', citizen(), needs],
  ['the clock', clock, needs],
  ['the set-up', setup, 'done'],
]
const row: DutyRow = {
  id,
  district: offices.village.district,
  version: 3,
  office: offices.village.id,
  staff: siti,
  from: first,
  until: first + 2 * dayMs,
}
for (const [name, actor, code] of who)
  test(`DUTY-2 ${name} names and ends at a Puskesos: ${code}`, () => {
    for (const move of [naming('2026-11-08', '2026-11-08'), { kind: 'duty.end', subject: id, data: {} } as const]) {
      const answer = decideDuty(move, actor, look({ duty: row }))
      assert.equal(answer.ok ? 'done' : answer.error.code, code, move.kind)
    }
  })

const aTurn = fc.record({
  from: fc.nat(40),
  long: fc.nat(12),
  here: fc.boolean(),
  away: fc.option(fc.record({ from: fc.nat(45), long: fc.nat(12), covered: fc.boolean() })),
})
property(
  'DUTY-7 hour by hour a gap is where no turn of somebody who is there, or stood in for, holds it',
  fc.array(aTurn, { maxLength: 6 }),
  (drawn) => {
    const turns = drawn.map(({ from, long, here, away }) => ({
      from,
      until: from + long,
      here,
      leaves: away ? [{ from: away.from, until: away.from + away.long, covered: away.covered }] : [],
    }))
    const gaps = unmanned(turns, { from: 0, until: 48 })
    const holds = (at: number) => (span: Span) => span.from <= at && at < span.until
    for (let at = 0; at < 48; at++) {
      const manned = turns.some(
        (turn) => turn.here && holds(at)(turn) && !turn.leaves.some((leave) => !leave.covered && holds(at)(leave)),
      )
      assert.equal(gaps.some(holds(at)), !manned, String(at))
    }
  },
)

/** Days that a roster is asked with. */
const days: readonly (readonly [own: object, taken: boolean])[] = [
  [{}, true],
  [{ from: '2026-11-31' }, false],
  [{ from: '02/11/2026' }, false],
  [{ until: '' }, false],
  [{ until: null }, false],
  [{ from: 1 }, false],
  [{ staff: 'Siti' }, false],
  [{ office: null }, false],
  [{ note: 'malam saja' }, false],
]
for (const [own, taken] of days)
  test(`WIRE-8 a turn asked with ${JSON.stringify(own)} is ${taken ? 'read' : 'turned away'}`, () => {
    const { data } = dutyCommandData['duty.name']
    assert.equal(data.safeParse({ ...dutyData['duty.name'], ...own }).success, taken)
  })
