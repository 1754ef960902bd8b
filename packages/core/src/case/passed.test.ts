import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { hourMs } from '../kernel/instant.ts'
import { aCase } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, clock, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import type { CaseRow } from './case.ts'
import { decideCase, openMoves } from './decide.ts'
import type { CaseAction } from './moves.ts'

const above = almighty(offices.district)
const below = almighty(offices.village)

function after(kase: CaseRow, action: CaseAction, actor: Actor, hours: number): CaseRow {
  const decided = decideCase(kase, caseMove(action), actor, aPolicy(monday + hours * hourMs), surroundings)
  assert.ok(decided.ok, `${action}: ${JSON.stringify(decided)}`)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'case')
  return { ...kase, ...own.set, version: kase.version + 1 }
}

const refusalOf = (kase: CaseRow, actor: Actor) => {
  const decided = decideCase(kase, caseMove('take-back'), actor, aPolicy(monday + 4 * hourMs), surroundings)
  return decided.ok ? null : decided.error.code
}

test('CASE-37 taken back it lies, stands and is held as before, and its clock runs on from when it began here', () => {
  for (const kase of [aCase('registered'), aCase('handling')]) {
    const back = after(after(kase, 'escalate', below, 2), 'take-back', below, 4)
    assert.deepEqual({ ...back, version: kase.version, changedAt: kase.changedAt, remindAt: null }, kase)
  }
})

test('CASE-37 a clock that was late when it was passed up is late when it is taken back: no time is won by it', () => {
  const late = aCase('handling', { hop: { startedAt: monday, dueAt: monday + hourMs, left: null } })
  const back = after(after(late, 'escalate', below, 5), 'take-back', below, 50)
  assert.deepEqual(back.hop, late.hop)
})

test('CASE-37 once the office above has done something with it, it stays there; a note and a file do nothing with it', () => {
  const passed = after(aCase('handling'), 'escalate', below, 1)
  for (const action of ['note', 'attach'] as const)
    assert.equal(refusalOf(after(passed, action, above, 2), below), null)
  assert.equal(refusalOf(after(passed, 'assign', above, 2), below), 'not-passed-up')
  assert.equal(refusalOf(after(passed, 'take', above, 2), below), 'wrong-status')
  const sentBack = after(passed, 'return', above, 2)
  assert.equal(refusalOf(after(sentBack, 'complete', staff('fo'), 3), below), 'not-passed-up')
})

test('CASE-37 what went on to the next office above is taken back by that one and no other', () => {
  const twice = after(after(aCase('handling'), 'escalate', below, 1), 'escalate', above, 2)
  assert.equal(refusalOf(twice, below), 'not-passed-up')
  const back = after(twice, 'take-back', above, 3)
  assert.equal(back.office, offices.district.id)
  assert.equal(refusalOf(back, below), 'not-passed-up', 'taking it back was doing something with it')
})

test('CASE-37 what the clock passed up is not taken back: it was no mistake', () => {
  const late = aCase('handling', { hop: { startedAt: monday, dueAt: monday, left: null } })
  assert.equal(refusalOf(after(late, 'escalate', clock, 1), below), 'not-passed-up')
})

test('CASE-37 a screen is told who may take it back', () => {
  const told = (kase: CaseRow, actor: Actor) =>
    openMoves(kase, actor).find(({ action }) => action === 'take-back')?.refusal?.code ?? null
  const passed = after(aCase('handling'), 'escalate', below, 1)
  assert.equal(told(passed, below), null)
  assert.equal(told(passed, above), 'not-passed-up')
  assert.equal(told(passed, staff('fo')), 'not-permitted')
  assert.equal(told(aCase('registered'), below), 'not-passed-up')
})
