import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorking, workingBetween } from '../kernel/calendar.ts'
import type { StaffId } from '../kernel/id.ts'
import { dayMs, hourMs, minuteMs } from '../kernel/instant.ts'
import { aCase } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, clock } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import { property } from '../testing/property.ts'
import type { CaseRow, CaseStatus } from './case.ts'
import { decideCase, isStale } from './decide.ts'
import type { Surroundings } from './effects.ts'
import type { CaseAction } from './moves.ts'
import { hopTime } from './policy.ts'
import { clockStands, clockWants, outlookOf, staleBefore, stepDueAt } from './pressing.ts'

const policyAt = (hours: number) => aPolicy(monday + hours * hourMs)
const start = (own: Partial<CaseRow> = {}): CaseRow => {
  const { calendar, limit } = hopTime(
    aPolicy(),
    { category: 'pbi-inactive', priority: own.priority ?? 'normal' },
    'village',
  )
  const hop = { startedAt: monday, dueAt: addWorking(calendar, monday, limit), left: null }
  return aCase('registered', { category: 'pbi-inactive', hop, ...own })
}

function after(kase: CaseRow, action: CaseAction, hours: number, by = almighty()): CaseRow {
  const actor = action === 'remind' || action === 'overdue' ? clock : by
  const decided = decideCase(kase, caseMove(action), actor, policyAt(hours), surroundings)
  assert.ok(decided.ok, `${action}: ${JSON.stringify(decided)}`)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'case')
  return { ...kase, ...own.set, version: kase.version + 1 }
}
const day = 420

test('CLOCK-11 a step may last until the steps after it have just their part of the time left', () => {
  const kase = start()
  const left = (status: CaseStatus): number => {
    const at = stepDueAt(status, kase, kase.hop, 'village', aPolicy())
    assert.ok(at !== null && kase.hop.dueAt !== null)
    return workingBetween(aCalendar(), at, kase.hop.dueAt)
  }
  assert.deepEqual([left('registered'), left('handling'), left('recommended')], [0.75 * day, 0.25 * day, 0.1 * day])
  assert.equal(stepDueAt('returned', kase, kase.hop, 'village', aPolicy()), null)
  assert.equal(stepDueAt('handling', kase, { ...kase.hop, dueAt: null }, 'village', aPolicy()), null)
})

test('CLOCK-11 a category says what part of the time its steps have', () => {
  const policy = aPolicy()
  const category = policy.categories.get('pbi-inactive')
  assert.ok(category)
  const own = { ...policy, categories: new Map([[category.code, { ...category, steps: { take: 10, decide: 50 } }]]) }
  const kase = start()
  const at = (status: CaseStatus) => stepDueAt(status, kase, kase.hop, 'village', own)
  assert.equal(at('registered'), monday + 0.1 * day * minuteMs)
  assert.equal(at('handling'), monday + 0.5 * day * minuteMs)
})

test('CLOCK-12 a new step has a reminder of its own, a clock that stands has none, and one that runs on gets it again', () => {
  const kase = start({ remindAt: monday + hourMs })
  const taken = after(kase, 'take', 1)
  assert.equal(taken.remindAt, monday + 0.75 * day * minuteMs)
  const returned = after(taken, 'return', 2)
  assert.deepEqual([returned.remindAt, returned.remindedAt], [null, null])
  const back = after(returned, 'complete', 26)
  assert.ok(back.hop.dueAt !== null && back.remindAt !== null)
  assert.equal(workingBetween(aCalendar(), back.remindAt, back.hop.dueAt), 0.25 * day)
  assert.equal(after(kase, 'note', 1).remindAt, kase.remindAt, 'words are no step')
})

test('CLOCK-10 a red card has a day of 24 hours at each office, nights and holidays too', () => {
  const friday = Date.parse('2026-12-25T14:00:00+07:00')
  const policy = aPolicy(friday)
  for (const level of ['village', 'district', 'nation'] as const) {
    const { calendar, limit } = hopTime(policy, { category: 'pbi-inactive', priority: 'red' }, level)
    assert.equal(addWorking(calendar, friday, limit), friday + dayMs)
  }
})

test('CASE-40 what becomes urgent begins its own time, what no longer is the usual time, and neither twice', () => {
  const red = after(start(), 'set-red', 1)
  assert.equal(red.hop.dueAt, monday + hourMs + dayMs)
  const again = decideCase(red, caseMove('set-red'), almighty(), policyAt(2), surroundings)
  assert.deepEqual(again, { ok: false, error: { code: 'already-so' } })
  const calm = decideCase(red, caseMove('set-red', { red: false }), almighty(), policyAt(2), surroundings)
  assert.ok(calm.ok)
  const [own] = calm.value.changes
  assert.ok(own?.table === 'case')
  assert.equal(own.set.priority, 'normal')
  assert.equal(own.set.hop?.dueAt, addWorking(aCalendar(), monday + 2 * hourMs, day))
})

test('CASE-41 a red card that goes up goes to who is on duty there, any other to nobody yet', () => {
  const around = { ...surroundings, duty: new Map([[offices.district.id, ids.staff(2)]]) }
  const assignee = (priority: CaseRow['priority']) => {
    const decided = decideCase(start({ priority }), caseMove('escalate'), almighty(), policyAt(1), around)
    assert.ok(decided.ok)
    const [own] = decided.value.changes
    assert.ok(own?.table === 'case')
    return own.set.assignee
  }
  assert.deepEqual([assignee('red'), assignee('normal')], [ids.staff(2), null])
})

test('CASE-41 what becomes red goes to who is on duty, unless somebody who is there works on it; without anybody it stays', () => {
  const duty = new Map([[offices.village.id, ids.staff(2)]])
  const assignee = (held: StaffId | null, own: Partial<Surroundings> = {}) => {
    const around = { ...surroundings, staffHere: new Set([ids.staff(3)]), duty, ...own }
    const decided = decideCase(start({ assignee: held }), caseMove('set-red'), almighty(), policyAt(1), around)
    assert.ok(decided.ok)
    const [change] = decided.value.changes
    assert.ok(change?.table === 'case')
    return 'assignee' in change.set ? change.set.assignee : 'as before'
  }
  assert.equal(assignee(null), ids.staff(2))
  assert.equal(assignee(ids.staff(3)), 'as before')
  assert.equal(assignee(ids.staff(4)), ids.staff(2), 'who is away lets go of it')
  assert.equal(assignee(ids.staff(4), { duty: new Map() }), 'as before')
  assert.equal(assignee(null, { duty: new Map() }), 'as before')
})

test('CASE-38 the clock reminds when a step should have ended, once, and changes nothing else', () => {
  const kase = start({ remindAt: monday + 2 * hourMs })
  assert.equal(clockWants(kase, policyAt(1.9)), null)
  assert.equal(clockWants(kase, policyAt(2)), 'remind')
  assert.deepEqual(clockStands(kase, 'remind', monday + hourMs), { code: 'too-early', until: monday + 2 * hourMs })
  const reminded = after(kase, 'remind', 2)
  assert.deepEqual({ ...reminded, version: 1, remindAt: kase.remindAt, remindedAt: null, nudges: null }, kase)
  assert.equal(clockWants(reminded, policyAt(3)), null)
  assert.deepEqual(clockStands(reminded, 'remind', monday + 3 * hourMs), { code: 'already-so' })
})

test('CASE-39 when time is over a case goes up; where it can not, that is said once, and it stays where it is', () => {
  const late = policyAt(24 * 3)
  const wants = (own: Partial<CaseRow>, status: CaseStatus = 'handling') => clockWants({ ...start(own), status }, late)
  assert.equal(wants({}), 'escalate')
  assert.equal(wants({}, 'registered'), 'escalate')
  assert.equal(wants({}, 'recommended'), 'overdue', 'a decision is awaited')
  assert.equal(wants({ openReferrals: 1 }), 'overdue', 'another office was asked')
  assert.equal(wants({ office: offices.nation.id }), 'overdue', 'nobody is above')
  const said = after({ ...start(), status: 'recommended' }, 'overdue', 72)
  assert.equal(said.overdueSince, monday + 72 * hourMs)
  assert.equal(clockWants(said, policyAt(99)), null)
  assert.deepEqual(clockStands(said, 'overdue', monday + 99 * hourMs), { code: 'already-so' })
  const decided = after(said, 'approve', 100)
  assert.equal(clockWants(decided, policyAt(101)), null, 'time that is over is said to be over once')
})

test('CASE-39 a category may say that its cases do not go up by themselves', () => {
  const policy = policyAt(72)
  const category = policy.categories.get('pbi-inactive')
  assert.ok(category)
  const stays = { ...policy, categories: new Map([[category.code, { ...category, rises: false }]]) }
  assert.equal(clockWants(start(), stays), 'overdue')
})

test('CASE-32 what the clock said since makes no form stale; what a person did does', () => {
  const kase = start({ remindAt: monday + hourMs, version: 4 })
  const reminded = after(kase, 'remind', 1)
  assert.equal(isStale(reminded, 'take', 4), false)
  assert.equal(isStale(reminded, 'take', 3), true)
  assert.equal(isStale(after(reminded, 'note', 2), 'take', 4), true)
})

test('CLOCK-13 the outlook: in time until the step should have ended, at risk until time is over, then late', () => {
  const kase = start()
  const told = [0, 1.7, 1.8, 23.9, 24].map((hours) => outlookOf(kase, 'village', policyAt(hours)))
  assert.deepEqual(told, ['in-time', 'in-time', 'at-risk', 'at-risk', 'late'])
  assert.equal(outlookOf(start({ hop: { startedAt: monday, dueAt: null, left: 10 } }), 'village', policyAt(9)), null)
  const promised = (hours: number) =>
    outlookOf(
      start({ total: { startedAt: monday, dueAt: monday + hours * hourMs, left: null } }),
      'village',
      policyAt(1),
    )
  assert.deepEqual(
    [promised(1), promised(2), promised(24)],
    ['late', 'at-risk', 'in-time'],
    'what was promised counts too',
  )
})

test('CLOCK-14 what nobody touched for five working days stands still: weekends and holidays are not counted', () => {
  const newYear = Date.parse('2027-01-06T10:00:00+07:00')
  const before = staleBefore(aPolicy(newYear))
  assert.equal(workingBetween(aCalendar(), before, newYear), 5 * day)
  assert.ok(newYear - before > 6 * dayMs)
})

const moments = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 12 })
property(
  'CASE-38, CASE-39 however often the clock looks, each reminder and each end of time is said once, in order',
  moments,
  (gaps) => {
    let kase = start({ remindAt: monday + hourMs, office: offices.nation.id })
    let now = 0
    const said: string[] = []
    for (const gap of gaps) {
      now += gap / 60
      const wish = clockWants(kase, policyAt(now))
      if (!wish) continue
      said.push(wish)
      kase = after(kase, wish, now)
    }
    assert.ok(['', 'remind', 'overdue', 'remind overdue'].includes(said.join(' ')), said.join(' '))
  },
)
