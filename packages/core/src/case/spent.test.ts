import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { workingBetween } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { aCase, registration } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, staff } from '../testing/actors.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import type { CaseRow } from './case.ts'
import { letterClosing } from './closing.ts'
import { decideCase } from './decide.ts'
import { registerCase } from './register.ts'

const at = monday + dayMs + hourMs
const waited = Math.round(workingBetween(aCalendar(), monday, at))
const fresh = aCase('registered', { promised: 5880, registeredAt: monday })

function after(kase: CaseRow, move: Parameters<typeof decideCase>[1], by: Actor = almighty(), now = at): CaseRow {
  const decided = decideCase(kase, move, by, aPolicy(now), surroundings)
  assert.ok(decided.ok, JSON.stringify(decided))
  const [change] = decided.value.changes
  assert.ok(change?.table === 'case')
  return { ...kase, ...change.set }
}

test('INDICATOR-1 what is promised to the citizen is kept with the case: the working time of its category', () => {
  const decided = registerCase(ids.case(1), registration(), staff('fo'), { short: 'short', long: 'long' }, aPolicy())
  assert.ok(decided.ok)
  const [change] = decided.value.changes
  assert.ok(change?.table === 'case')
  const { promised, total, firstMinutes } = change.set
  assert.equal(promised, Math.round(workingBetween(aCalendar(), monday, total?.dueAt ?? 0)))
  assert.equal(firstMinutes, undefined, 'nobody has acted yet')
})

test('INDICATOR-1 what was promised less what is left at the answer is how long it took, waiting for the citizen left out', () => {
  const registered = { ...fresh, total: { startedAt: monday, dueAt: monday + 30 * dayMs, left: null } }
  const promised = Math.round(workingBetween(aCalendar(), monday, monday + 30 * dayMs))
  const taken = after(registered, caseMove('take'), almighty(), monday + hourMs)
  const returned = after(taken, caseMove('return'), almighty(), monday + 2 * hourMs)
  const back = after(returned, caseMove('complete'), almighty(), monday + 7 * dayMs)
  const answered = after(back, caseMove('answer'), almighty(), monday + 7 * dayMs + hourMs)
  // Two hours before it was returned, and one after it came back.
  assert.equal(promised - (answered.total.left ?? 0), 180)
})

test('INDICATOR-1 the first act of an officer that changes where a case stands ends the waiting, once', () => {
  const taken = after(fresh, caseMove('take'))
  assert.equal(taken.firstMinutes, waited)
  assert.equal(after(taken, caseMove('return'), almighty(), at + dayMs).firstMinutes, waited)
  assert.equal(after(fresh, caseMove('return')).firstMinutes, waited)
  assert.equal(after({ ...fresh, kind: 'service' }, caseMove('settle')).firstMinutes, waited)
})

test('INDICATOR-1 a note, a file, passing it on, the clock and the citizen are no answer', () => {
  for (const action of ['note', 'assign', 'escalate', 'set-red'] as const)
    assert.equal(after(fresh, caseMove(action)).firstMinutes, null, action)
  const late = { ...fresh, hop: { startedAt: monday, dueAt: monday + hourMs, left: null } }
  assert.equal(after(late, caseMove('escalate'), clock).firstMinutes, null)
  assert.equal(after(fresh, caseMove('cancel'), citizen()).firstMinutes, null)
})

test('INDICATOR-1 a letter that is handed over at the desk answers too', () => {
  assert.equal(letterClosing(fresh, aPolicy(at), '470/1').firstMinutes, waited)
  assert.ok(!('firstMinutes' in letterClosing({ ...fresh, firstMinutes: 7 }, aPolicy(at), '470/1')))
})

test('INDICATOR-1 a case that was registered before this was kept stays unmeasured', () => {
  assert.equal(after(aCase('registered'), caseMove('take')).firstMinutes, null)
})
