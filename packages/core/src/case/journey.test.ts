import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { CaseMoveOf } from '../contract/case.ts'
import type { ReferralMove } from '../contract/referral.ts'
import { workingBetween } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import { decideReferral } from '../referral/decide.ts'
import { registration } from '../testing/a-case.ts'
import { aCalendar, aPolicy } from '../testing/a-policy.ts'
import { citizen, clock, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, referralMove, surroundings } from '../testing/moves.ts'
import type { Walk } from '../testing/walk.ts'
import { apply, newWalk } from '../testing/walk.ts'
import type { CaseRow } from './case.ts'
import { decideCase } from './decide.ts'
import type { CaseAction } from './moves.ts'
import type { LawRefusal } from './refusal.ts'
import { registerCase } from './register.ts'

const id = ids.case(1)
const [fo, bo, coordinator] = [staff('fo'), staff('bo'), staff('coordinator')]
const hospital = staff('provider', offices.hospital)
const manager = staff('manager', offices.district)

/** Somebody's way through the law, told move by move; each must be allowed. */
class Journey {
  readonly walk: Walk = newWalk()

  static begin(kind: CaseRow['kind'] = 'complaint', actor: Actor = fo): Journey {
    const journey = new Journey()
    const policy = aPolicy(journey.walk.now)
    journey.settle(registerCase(id, registration({ kind }), actor, { short: 's', long: 'l' }, policy))
    return journey
  }

  get case(): CaseRow {
    const kase = this.walk.cases.get(id)
    assert.ok(kase)
    return kase
  }

  wait(ms: number): this {
    this.walk.now += ms
    return this
  }

  tries(actor: Actor, move: CaseMoveOf<CaseAction>): Result<Decision, LawRefusal> {
    return decideCase(this.case, move, actor, aPolicy(this.walk.now), surroundings)
  }

  does(actor: Actor, move: CaseMoveOf<CaseAction>): this {
    return this.settle(this.tries(actor, move))
  }

  refers(actor: Actor, move: ReferralMove): this {
    const file = {
      case: this.case,
      referrals: [...this.walk.referrals.values()],
      grants: [...this.walk.grants.values()],
    }
    return this.settle(decideReferral(file, move, actor, aPolicy(this.walk.now)))
  }

  story(): readonly string[] {
    return this.walk.done.map(({ action }) => action)
  }

  private settle(decided: Result<Decision, LawRefusal>): this {
    assert.ok(decided.ok, JSON.stringify(decided))
    apply(this.walk, decided.value)
    return this
  }
}

const toHospital = referralMove('request', { referral: ids.referral(1), to: offices.hospital.id, grant: ids.grant(1) })

test('CASE-30 the main job: from the desk of a Puskesos over the hospital to a citizen who confirms', () => {
  const journey = Journey.begin()
    .does(bo, caseMove('take'))
    .does(bo, caseMove('note'))
    .does(bo, caseMove('attach'))
    .does(bo, caseMove('recommend'))
    .does(coordinator, caseMove('approve'))
    .refers(bo, toHospital)
  assert.equal(journey.case.waitingOffice, offices.hospital.id)
  journey.refers(hospital, referralMove('accept')).refers(hospital, referralMove('complete'))
  assert.equal(journey.case.waitingOffice, null)
  journey.does(bo, caseMove('answer')).does(citizen(), caseMove('confirm'))
  const { status, closure, outcome, satisfaction, version, number } = journey.case
  assert.deepEqual(
    { status, closure, outcome, satisfaction, version, number },
    {
      status: 'closed',
      closure: 'confirmed',
      outcome: 'granted',
      satisfaction: 5,
      version: 11,
      number: '3404-26-000001',
    },
  )
  const [grant] = journey.walk.grants.values()
  assert.equal(grant?.withdrawnAt, journey.walk.now)
  assert.deepEqual(journey.story().slice(-5), ['refer', 'referral-accept', 'referral-complete', 'answer', 'confirm'])
})

test('CASE-30 the quick way: a question is answered and closed by the front office alone', () => {
  const { status, closure, outcome } = Journey.begin('question').does(fo, caseMove('settle')).case
  assert.deepEqual({ status, closure, outcome }, { status: 'closed', closure: 'settled', outcome: 'informed' })
})

test('CASE-30 what is missing: the wait for the citizen costs the office no time', () => {
  const journey = Journey.begin().wait(hourMs).does(bo, caseMove('return'))
  const left = journey.case.total.left ?? 0
  assert.equal(left, 14 * 420 - 60)
  journey.wait(9 * dayMs).does(citizen(), caseMove('complete'))
  const { status, total } = journey.case
  assert.equal(status, 'registered')
  assert.equal(workingBetween(aCalendar(), journey.walk.now, total.dueAt ?? 0), left)
})

test('CASE-30 nobody completes it: time closes it, and the citizen may still object', () => {
  const journey = Journey.begin()
    .does(bo, caseMove('return'))
    .wait(10 * dayMs)
    .does(clock, caseMove('expire'))
  assert.equal(journey.case.closure, 'not-completed')
  journey.does(citizen(), caseMove('appeal'))
  assert.deepEqual([journey.case.status, journey.case.office], ['registered', offices.district.id])
})

test('CASE-30 up and down again: each tier has its own time, the whole goes on', () => {
  const journey = Journey.begin().wait(hourMs).does(bo, caseMove('take')).does(bo, caseMove('escalate'))
  const { office, assignee, hop, total } = journey.case
  assert.deepEqual([office, assignee, hop.startedAt], [offices.district.id, null, journey.walk.now])
  const whole = total.dueAt
  journey.wait(hourMs).does(manager, caseMove('take')).does(manager, caseMove('hand-down'))
  assert.equal(journey.case.office, offices.village.id)
  assert.equal(journey.case.total.dueAt, whole)
})

test('CASE-30 not solved: a dispute brings it back with a higher priority, and it can be answered again', () => {
  const journey = Journey.begin().does(bo, caseMove('take')).does(bo, caseMove('answer'))
  journey.does(citizen(), caseMove('dispute'))
  const { status, priority, result } = journey.case
  assert.deepEqual({ status, priority, result }, { status: 'handling', priority: 'raised', result: null })
  journey
    .does(bo, caseMove('answer'))
    .wait(10 * dayMs)
    .does(clock, caseMove('lapse'))
  assert.equal(journey.case.closure, 'no-word')
})

test('CASE-30 the hospital declines: the case is turned to another office without losing the thread', () => {
  const journey = Journey.begin().does(bo, caseMove('take')).does(bo, caseMove('recommend'))
  journey.does(coordinator, caseMove('approve')).refers(bo, toHospital).refers(hospital, referralMove('reject'))
  assert.equal(journey.case.openReferrals, 0)
  journey.refers(bo, referralMove('redirect'))
  assert.equal(journey.walk.referrals.get(ids.referral(2))?.partOf, ids.referral(1))
  assert.equal(journey.case.waitingOffice, offices.health.id)
})

test('CASE-30 an answer does not overtake a referral unless it says why', () => {
  const journey = Journey.begin().does(bo, caseMove('take')).does(bo, caseMove('recommend'))
  journey.does(coordinator, caseMove('approve')).refers(bo, toHospital)
  assert.deepEqual(journey.tries(bo, caseMove('answer')), { ok: false, error: { code: 'referral-open', count: 1 } })
  journey.does(bo, caseMove('answer', { openReferrals: 'RSUD menyusul.' })).does(citizen(), caseMove('appeal'))
  assert.equal(journey.case.office, offices.district.id)
  journey.refers(manager, referralMove('cancel', { referral: ids.referral(1) }))
  assert.equal(journey.case.openReferrals, 0)
})

test('CASE-30 two cases of one need: merged, and parted again where it was wrong', () => {
  const journey = Journey.begin().does(bo, caseMove('take')).does(bo, caseMove('merge'))
  assert.deepEqual([journey.case.status, journey.case.duplicateOf], ['duplicate', ids.case(2)])
  journey.does(coordinator, caseMove('unmerge'))
  assert.deepEqual([journey.case.status, journey.case.duplicateOf], ['handling', null])
  assert.ok(journey.case.hop.dueAt !== null)
})

test('CASE-30 a citizen takes it back', () => {
  const journey = Journey.begin('complaint', citizen()).does(citizen(), caseMove('cancel'))
  assert.equal(journey.case.status, 'cancelled')
  for (const action of ['take', 'note', 'reopen', 'appeal'] as const) {
    const actor = action === 'appeal' ? citizen() : coordinator
    assert.equal(journey.tries(actor, caseMove(action)).ok, false, action)
  }
})
