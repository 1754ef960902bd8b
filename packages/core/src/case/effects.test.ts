import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { CaseMoveOf } from '../contract/case.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import type { Decision } from '../ledger/entry.ts'
import { aCase } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import type { CaseRow } from './case.ts'
import { decideCase } from './decide.ts'
import { nothingAround } from './effects.ts'
import type { CaseAction } from './moves.ts'
import type { LawRefusal } from './refusal.ts'

const now = monday + 2 * hourMs
const answerTo = (kase: CaseRow, move: CaseMoveOf<CaseAction>, actor: Actor, around = surroundings, at = now) =>
  decideCase(kase, move, actor, aPolicy(at), around)

function yes(kase: CaseRow, move: CaseMoveOf<CaseAction>, actor: Actor = almighty()): Decision {
  const decided = answerTo(kase, move, actor)
  assert.ok(decided.ok, JSON.stringify(decided))
  return decided.value
}
function setOf(kase: CaseRow, move: CaseMoveOf<CaseAction>, actor: Actor = almighty()): Partial<CaseRow> {
  const [own] = yes(kase, move, actor).changes
  assert.ok(own?.table === 'case')
  return own.set
}
function no(kase: CaseRow, move: CaseMoveOf<CaseAction>, actor: Actor = almighty(), around = surroundings): LawRefusal {
  const decided = answerTo(kase, move, actor, around)
  assert.ok(!decided.ok, 'it was allowed')
  return decided.error
}
const waiting = { openReferrals: 1, waitingOffice: offices.hospital.id }

test('CASE-1 settling at the desk is answer and closing in one', () => {
  const set = setOf(aCase('registered', { kind: 'question' }), caseMove('settle'), staff('fo'))
  const { outcome, result, closure, answeredAt, closedAt } = set
  assert.deepEqual(
    { outcome, result, closure, answeredAt, closedAt },
    { outcome: 'informed', result: 'Sudah diperiksa.', closure: 'settled', answeredAt: now, closedAt: now },
  )
})

test('CASE-1 a complaint is not settled at the desk', () => {
  const error = no(aCase('registered'), caseMove('settle'), staff('fo'))
  assert.deepEqual(error, { code: 'wrong-kind', kind: 'complaint', allowed: ['service', 'question'] })
})

test('CASE-2 who takes a case has it, and may take it from a colleague', () => {
  assert.equal(setOf(aCase('registered'), caseMove('take'), staff('bo')).assignee, ids.staff(1))
  const theirs = aCase('handling', { assignee: ids.staff(2) })
  assert.equal(setOf(theirs, caseMove('take'), staff('bo')).assignee, ids.staff(1))
})

test('CASE-3 a case is given only to somebody who works at its office', () => {
  const decision = yes(aCase('handling'), caseMove('assign'))
  assert.deepEqual(decision.say, { assignee: ids.staff(2) })
  const stranger = caseMove('assign', { assignee: ids.staff(99) })
  assert.deepEqual(no(aCase('handling'), stranger), { code: 'assignee-not-here' })
})

test('CASE-3 a case that was given is taken back from whoever has it, and then nobody has it', () => {
  const held = aCase('handling', { assignee: ids.staff(2) })
  assert.equal(setOf(held, caseMove('assign', { assignee: null })).assignee, null)
})

test('CASE-6, CASE-16 what closes by itself says why', () => {
  assert.equal(setOf(aCase('returned'), caseMove('expire'), clock).closure, 'not-completed')
  assert.equal(setOf(aCase('answered'), caseMove('lapse'), clock).closure, 'no-word')
})

test('CASE-8, CASE-9, CASE-10 the decision stands until it is taken back', () => {
  assert.equal(setOf(aCase('recommended'), caseMove('approve')).decision, 'approved')
  assert.equal(setOf(aCase('recommended', { decision: 'approved' }), caseMove('send-back')).decision, null)
  const rejected = setOf(aCase('handling', { decision: 'approved' }), caseMove('reject'))
  assert.deepEqual([rejected.decision, rejected.outcome, rejected.result], [null, 'not-granted', 'Sudah diperiksa.'])
})

test('CASE-11 a case goes up to the nearest active office, and leaves its officer and decision behind', () => {
  const kase = aCase('handling', { decision: 'approved' })
  const { office, assignee, decision } = setOf(kase, caseMove('escalate'))
  assert.deepEqual({ office, assignee, decision }, { office: offices.district.id, assignee: null, decision: null })
  assert.deepEqual(yes(kase, caseMove('escalate')).say, {
    office: 'Sekretariat SLRT Sleman',
    reason: 'beyond-authority',
  })
})

test('CASE-11 a time limit escalates by itself, from wherever the case lies', () => {
  const move = caseMove('escalate', { reason: 'time-over' })
  const late = aCase('registered', { hop: { startedAt: monday - dayMs, dueAt: monday, left: null } })
  assert.equal(setOf(late, move, clock).office, offices.district.id)
  const inTime = aCase('registered', { hop: { startedAt: monday, dueAt: monday + 9 * dayMs, left: null } })
  assert.deepEqual(no(inTime, move, clock), { code: 'too-early', until: monday + 9 * dayMs })
})

test('CASE-11 there is nothing above the nation', () => {
  const kase = aCase('handling', { office: offices.nation.id })
  assert.deepEqual(no(kase, caseMove('escalate'), almighty(offices.nation)), { code: 'no-office-above' })
})

test('CASE-12 a case goes down only to an office below that serves its place', () => {
  const kase = aCase('handling', { office: offices.district.id })
  const at = almighty(offices.district)
  assert.equal(setOf(kase, caseMove('hand-down'), at).office, offices.village.id)
  const to = (office: keyof typeof offices) => no(kase, caseMove('hand-down', { office: offices[office].id }), at)
  assert.deepEqual(to('otherVillage'), { code: 'not-below' })
  assert.deepEqual(to('province'), { code: 'not-below' })
  assert.deepEqual(to('hospital'), { code: 'not-below' })
  assert.deepEqual(to('district'), { code: 'same-office' })
  assert.deepEqual(to('subdistrict'), { code: 'office-not-active' })
  assert.deepEqual(no(kase, caseMove('hand-down', { office: ids.office(99) }), at), { code: 'unknown-office' })
})

test('REF-10 what takes a case away from under an open referral waits for it', () => {
  const open = { code: 'referral-open', count: 1 }
  for (const action of ['answer', 'reject', 'escalate', 'merge', 'cancel'] as const)
    assert.deepEqual(no(aCase('handling', waiting), caseMove(action)), open, action)
  assert.deepEqual(no(aCase('registered', { ...waiting, kind: 'service' }), caseMove('settle')), open)
  const above = aCase('handling', { ...waiting, office: offices.district.id })
  assert.deepEqual(no(above, caseMove('hand-down'), almighty(offices.district)), open)
})

test('CASE-13 an answer with an open referral says why', () => {
  const move = caseMove('answer', { openReferrals: 'RSUD menyusul dengan surat.' })
  const decision = yes(aCase('handling', waiting), move)
  assert.equal(decision.say['openReferrals'], 'RSUD menyusul dengan surat.')
})

test('CASE-14 an officer who confirms names how; a citizen need not', () => {
  const kase = aCase('answered')
  assert.deepEqual(no(kase, caseMove('confirm', { how: null }), staff('fo')), { code: 'how-missing' })
  assert.deepEqual(no(kase, caseMove('confirm', { how: 'by-dream' }), staff('fo')), { code: 'unknown-reason' })
  const byOfficer = yes(kase, caseMove('confirm'), staff('fo'))
  assert.deepEqual(byOfficer.say, { how: 'phone', satisfaction: 5 })
  const byCitizen = yes(kase, caseMove('confirm', { how: 'phone' }), citizen())
  assert.deepEqual(byCitizen.say, { how: null, satisfaction: 5 })
})

test('CASE-14 a confirmed case keeps the satisfaction, where it was told', () => {
  const told = setOf(aCase('answered'), caseMove('confirm'), citizen())
  assert.deepEqual([told.closure, told.satisfaction], ['confirmed', 5])
  assert.equal(setOf(aCase('answered'), caseMove('confirm', { satisfaction: null }), citizen()).satisfaction, null)
})

test('CASE-15 a dispute raises the priority and never lowers it', () => {
  const after = (priority: CaseRow['priority']) =>
    setOf(aCase('answered', { priority }), caseMove('dispute'), citizen()).priority
  assert.deepEqual([after('normal'), after('raised'), after('red')], ['raised', 'raised', 'red'])
})

test('CASE-15, CASE-17, CASE-18 what begins again has no answer yet', () => {
  const nothing = { outcome: null, result: null, answeredAt: null }
  for (const [action, status] of [
    ['dispute', 'answered'],
    ['appeal', 'answered'],
    ['reopen', 'closed'],
  ] as const) {
    const { outcome, result, answeredAt } = setOf(aCase(status), caseMove(action), citizen())
    assert.deepEqual({ outcome, result, answeredAt }, nothing, action)
  }
})

test('CASE-17 a citizen objects once per tier, and the case goes up', () => {
  const { office, appeals, assignee } = setOf(aCase('answered'), caseMove('appeal'), citizen())
  assert.deepEqual({ office, appeals, assignee }, { office: offices.district.id, appeals: ['village'], assignee: null })
  const again = aCase('answered', { appeals: ['village'] })
  assert.deepEqual(no(again, caseMove('appeal'), citizen()), { code: 'appeal-used' })
  const above = aCase('answered', { appeals: ['village'], office: offices.district.id })
  assert.deepEqual(setOf(above, caseMove('appeal'), citizen()).appeals, ['village', 'district'])
  const atTop = aCase('answered', { office: offices.nation.id })
  assert.deepEqual(no(atTop, caseMove('appeal'), citizen()), { code: 'no-office-above' })
})

test('CASE-18 a citizen opens a closed case again within the window; who decides may do so later', () => {
  const kase = aCase('closed')
  const until = monday + 30 * dayMs
  const lastMoment = answerTo(kase, caseMove('reopen'), citizen(), nothingAround, until)
  assert.ok(lastMoment.ok)
  const tooLate = answerTo(kase, caseMove('reopen'), citizen(), nothingAround, until + 1)
  assert.deepEqual(tooLate, { ok: false, error: { code: 'window-over', until } })
  assert.ok(answerTo(kase, caseMove('reopen'), staff('coordinator'), nothingAround, until + 90 * dayMs).ok)
})

test('CASE-19 a case is merged into another of its district that still lives', () => {
  const decision = yes(aCase('handling'), caseMove('merge'))
  assert.deepEqual(decision.say, { into: '3404-26-000002' })
  assert.equal(setOf(aCase('handling'), caseMove('merge')).duplicateOf, ids.case(2))
  const into = (target: CaseRow | null) =>
    no(aCase('handling'), caseMove('merge'), almighty(), { ...nothingAround, target }).code
  assert.equal(into(null), 'merge-target')
  for (const status of ['closed', 'duplicate', 'cancelled'] as const)
    assert.equal(into(aCase(status, { id: ids.case(2) })), 'merge-target')
  const elsewhere = aCase('handling', { id: ids.case(2), district: offices.province.district })
  assert.equal(into(elsewhere), 'merge-target')
  assert.equal(no(aCase('handling'), caseMove('merge', { into: ids.case(1) })).code, 'merge-self')
})

test('CASE-20 an undone merge leaves no trace on the case', () => {
  const { status, statusBefore, duplicateOf } = setOf(aCase('duplicate'), caseMove('unmerge'))
  assert.deepEqual({ status, statusBefore, duplicateOf }, { status: 'handling', statusBefore: null, duplicateOf: null })
})

test('CASE-22 a file is attached as what it was proven to be, whatever its name says', () => {
  const decision = yes(aCase('handling'), caseMove('attach', { name: 'foto.jpg' }), citizen())
  const [, attachment] = decision.changes
  assert.ok(attachment?.table === 'attachment')
  const { name, type, size, addedBy } = attachment.set
  assert.deepEqual(
    { name, type, size, addedBy },
    { name: 'foto.jpg', type: 'application/pdf', size: 1000, addedBy: 'citizen' },
  )
  const [, byStaff] = yes(aCase('handling'), caseMove('attach')).changes
  assert.ok(byStaff?.table === 'attachment')
  assert.equal(byStaff.set.addedBy, 'staff')
})

test('CASE-22 a file that did not arrive, or is another, is not attached', () => {
  assert.deepEqual(no(aCase('handling'), caseMove('attach'), almighty(), nothingAround), { code: 'unknown-file' })
  const other = caseMove('attach', { sha256: 'b'.repeat(64) })
  assert.deepEqual(no(aCase('handling'), other), { code: 'unknown-file' })
})

test('CASE-23 a case is shared with an office that works, field by field, until a day', () => {
  const decision = yes(aCase('handling'), caseMove('share'))
  const [, grant] = decision.changes
  assert.ok(grant?.table === 'grant')
  const { office, fields, until, referral } = grant.set
  assert.deepEqual(
    { office, fields, until, referral },
    { office: offices.health.id, fields: ['story'], until: now + 90 * dayMs, referral: null },
  )
  const withOffice = (name: keyof typeof offices) =>
    no(aCase('handling'), caseMove('share', { office: offices[name].id })).code
  assert.equal(withOffice('closed'), 'office-not-active')
  assert.equal(withOffice('village'), 'same-office')
})

test('CASE-23 a restriction is set and lifted, and setting it twice changes nothing', () => {
  assert.equal(setOf(aCase('handling'), caseMove('restrict')).restricted, 'violence')
  const restricted = aCase('handling', { restricted: 'violence' })
  assert.equal(setOf(restricted, caseMove('restrict', { restricted: null })).restricted, null)
  assert.deepEqual(no(restricted, caseMove('restrict')), { code: 'already-so' })
})

test('CASE-27 a code that is not on its list today is refused', () => {
  const off = 'made-up'
  const handling = aCase('handling')
  assert.equal(
    no(aCase('registered', { kind: 'service' }), caseMove('settle', { outcome: off })).code,
    'unknown-outcome',
  )
  assert.equal(no(handling, caseMove('answer', { outcome: off })).code, 'unknown-outcome')
  for (const action of ['return', 'reject', 'escalate', 'cancel'] as const)
    assert.equal(no(handling, caseMove(action, { reason: off })).code, 'unknown-reason', action)
})
