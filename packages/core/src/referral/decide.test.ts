import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { caseStatuses } from '../case/case.ts'
import type { LawRefusal } from '../case/refusal.ts'
import type { ReferralMove } from '../contract/referral.ts'
import { addWorking } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import { aCase, aGrant, aReferral } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { referralMove } from '../testing/moves.ts'
import type { CaseFile } from './decide.ts'
import { decideReferral, referralOffers } from './decide.ts'
import type { ReferralStep } from './moves.ts'
import { openReferral, redirectFrom, referralRule, referralSteps } from './moves.ts'
import type { ReferralRow, ReferralStatus } from './referral.ts'
import { referralStatuses } from './referral.ts'

const now = monday + 2 * hourMs
const approved = aCase('handling', { decision: 'approved' })
const waiting = { ...approved, version: 5, openReferrals: 1, waitingOffice: offices.hospital.id }
const fileWith = (own: Partial<ReferralRow> = {}): CaseFile => ({
  case: waiting,
  referrals: [aReferral(own)],
  grants: [aGrant()],
})
const idle: CaseFile = { case: approved, referrals: [], grants: [] }

const asker = staff('bo')
const owner = staff('provider', offices.hospital)
const sideOf = (step: ReferralStep): Actor => (referralRule(step).side === 'owner' ? owner : asker)

const move = referralMove
const decide = (file: CaseFile, asked: ReferralMove, actor: Actor) => decideReferral(file, asked, actor, aPolicy(now))

function yes(file: CaseFile, asked: ReferralMove, actor: Actor): Decision {
  const decided = decide(file, asked, actor)
  assert.ok(decided.ok, JSON.stringify(decided))
  return decided.value
}
function no(file: CaseFile, asked: ReferralMove, actor: Actor): LawRefusal {
  const decided = decide(file, asked, actor)
  assert.ok(!decided.ok, 'it was allowed')
  return decided.error
}
function part<Name extends Change['table']>(decision: Decision, table: Name, id?: string) {
  const found = decision.changes.find(
    (change): change is Extract<Change, { table: Name }> => change.table === table && (!id || change.id === id),
  )
  assert.ok(found, `the decision changes no ${table}`)
  return found
}

for (const step of referralSteps) {
  const rule = referralRule(step)
  for (const status of referralStatuses) {
    const allowed = rule.from.includes(status)
    test(`REF-1 ${step} of a referral that is ${status} is ${allowed ? 'allowed' : 'refused'}`, () => {
      const decided = decide(fileWith({ status }), move(step), sideOf(step))
      if (allowed) return assert.ok(decided.ok, JSON.stringify(decided))
      const error = { code: 'wrong-referral-status', status, allowedFrom: rule.from }
      assert.deepEqual(decided, { ok: false, error })
    })
  }

  test(`REF-1 ${step} leads to ${rule.to}`, () => {
    const [status] = rule.from
    assert.ok(status)
    const decision = yes(fileWith({ status }), move(step), sideOf(step))
    const { set, base } = part(decision, 'referral')
    assert.deepEqual([set.status, set.changedAt, base], [rule.to, now, 1])
    assert.equal(decision.action, `referral-${step}`)
  })

  test(`ACCESS-1 ${step} takes ${rule.by}, at the office of the ${rule.side}`, () => {
    const file = fileWith({ status: rule.from[0] ?? 'requested' })
    const office = rule.side === 'owner' ? offices.hospital : offices.village
    for (const actor of [staffLacking([rule.by], office), citizen(), clock, setup])
      assert.deepEqual(no(file, move(step), actor), { code: 'not-permitted', needs: [rule.by] }, actor.kind)
    const other = rule.side === 'owner' ? offices.village : offices.hospital
    assert.deepEqual(no(file, move(step), almighty(other)), { code: 'not-here', office: office.id })
  })

  test(`REF-10 ${step} leaves the case waiting exactly when the referral stays open`, () => {
    const decision = yes(fileWith({ status: rule.from[0] ?? 'requested' }), move(step), sideOf(step))
    const stays = openReferral.includes(rule.to)
    const { set, base } = part(decision, 'case')
    assert.deepEqual(
      [set.openReferrals, set.waitingOffice, base],
      [stays ? 1 : 0, stays ? offices.hospital.id : null, 5],
    )
    // REF-17: what is worked on stays visible to who works on it; what is over is closed to them.
    assert.deepEqual(part(decision, 'grant').set, stays ? { until: now + 90 * dayMs } : { withdrawnAt: now })
  })

  test(`REF-12 after ${step} there is ${rule.to === 'requested' ? 'a new' : 'no'} moment by which to accept`, () => {
    const { set } = part(yes(fileWith({ status: rule.from[0] ?? 'requested' }), move(step), sideOf(step)), 'referral')
    const days = new Map<string, number>([
      ['requested', 3],
      ['accepted', 3],
      ['in-progress', 14],
    ]).get(rule.to)
    assert.equal(set.dueAt, days ? addWorking(aCalendar(), now, days * 420) : null)
    assert.equal(set.endedAt, openReferral.includes(rule.to) ? null : now)
  })
}

test('REF-1 asking makes the referral, its grant and the wait of the case, all at once', () => {
  const decision = yes(idle, move('request'), asker)
  const referral = part(decision, 'referral')
  assert.deepEqual([referral.id, referral.base], [ids.referral(2), 0])
  const { fromOffice, toOffice, status, asked, partOf, dueAt, requestedAt } = referral.set
  assert.deepEqual(
    { fromOffice, toOffice, status, asked, partOf, dueAt, requestedAt },
    {
      fromOffice: offices.village.id,
      toOffice: offices.health.id,
      status: 'requested',
      asked: 'Sudah diperiksa.',
      partOf: null,
      dueAt: addWorking(aCalendar(), now, 3 * 420),
      requestedAt: now,
    },
  )
  const { office, fields, until, referral: of } = part(decision, 'grant').set
  assert.deepEqual(
    { office, fields, until, of },
    { office: offices.health.id, fields: ['story'], until: now + 90 * dayMs, of: ids.referral(2) },
  )
  const { openReferrals, waitingOffice } = part(decision, 'case').set
  assert.deepEqual({ openReferrals, waitingOffice }, { openReferrals: 1, waitingOffice: offices.health.id })
  assert.deepEqual(decision.say, { office: 'Dinas Kesehatan Sleman', referral: ids.referral(2) })
})

test('REF-1 several offices may be asked at once; the case waits until the last has answered', () => {
  const second = yes(fileWith(), move('request'), asker)
  assert.equal(part(second, 'case').set.openReferrals, 2)
  const both: CaseFile = {
    case: { ...waiting, openReferrals: 2 },
    referrals: [aReferral({ status: 'accepted' }), aReferral({ id: ids.referral(2), toOffice: offices.health.id })],
    grants: [aGrant(), aGrant({ id: ids.grant(2), referral: ids.referral(2), office: offices.health.id })],
  }
  const decision = yes(both, move('complete'), owner)
  const { openReferrals, waitingOffice } = part(decision, 'case').set
  assert.deepEqual({ openReferrals, waitingOffice }, { openReferrals: 1, waitingOffice: offices.health.id })
  assert.equal(part(decision, 'grant').id, ids.grant(1))
})

for (const status of caseStatuses) {
  const allowed = status === 'handling'
  test(`REF-1 another office is ${allowed ? 'asked' : 'not asked'} while the case is ${status}`, () => {
    const decided = decide({ ...idle, case: aCase(status, { decision: 'approved' }) }, move('request'), asker)
    const error = { code: 'wrong-status', status, allowedFrom: ['handling'] }
    if (allowed) assert.ok(decided.ok)
    else assert.deepEqual(decided, { ok: false, error })
  })
}

test('REF-1 nothing leaves the house before it was approved', () => {
  const undecided = { ...idle, case: aCase('handling') }
  assert.deepEqual(no(undecided, move('request'), asker), { code: 'decision-missing' })
})

test('REF-1 only the office where the case lies asks', () => {
  assert.deepEqual(no(idle, move('request'), staff('bo', offices.otherVillage)), {
    code: 'not-here',
    office: offices.village.id,
  })
  assert.deepEqual(no(idle, move('request'), citizen()), { code: 'not-permitted', needs: ['referral.request'] })
})

test('REF-1, OFFICE-5 the asked office exists, works, and is another', () => {
  assert.deepEqual(no(idle, move('request', { to: ids.office(99) }), asker), { code: 'unknown-office' })
  assert.deepEqual(no(idle, move('request', { to: offices.closed.id }), asker), { code: 'office-not-active' })
  assert.deepEqual(no(idle, move('request', { to: offices.village.id }), asker), { code: 'same-office' })
})

test('REF-3, REF-8, REF-9 a no says why, from the list of its kind', () => {
  const off = { reason: 'made-up' }
  assert.deepEqual(no(fileWith(), move('reject', off), owner), { code: 'unknown-reason' })
  assert.deepEqual(no(fileWith({ status: 'accepted' }), move('fail', off), owner), { code: 'unknown-reason' })
  assert.deepEqual(no(fileWith(), move('cancel', off), asker), { code: 'unknown-reason' })
  assert.deepEqual(no(fileWith(), move('reject', { reason: 'withdrawn' }), owner), { code: 'unknown-reason' })
  const { reason, result } = part(yes(fileWith(), move('reject'), owner), 'referral').set
  assert.deepEqual({ reason, result }, { reason: 'capacity-full', result: 'Sudah diperiksa.' })
})

test('REF-7 a completed referral has an outcome from the list, and words', () => {
  const taken = fileWith({ status: 'in-progress' })
  assert.deepEqual(no(taken, move('complete', { outcome: 'made-up' }), owner), { code: 'unknown-outcome' })
  const decision = yes(taken, move('complete'), owner)
  const { outcome, result } = part(decision, 'referral').set
  assert.deepEqual({ outcome, result }, { outcome: 'granted', result: 'Sudah diperiksa.' })
  assert.equal(decision.say['office'], 'RSUD Sleman')
})

test('REF-5, REF-6 what is needed stands on the referral until it was sent', () => {
  const held = part(yes(fileWith(), move('hold'), owner), 'referral').set
  assert.deepEqual([held.status, held.result], ['on-hold', 'Sudah diperiksa.'])
  const supplied = part(yes(fileWith({ status: 'on-hold', result: 'Foto KTP' }), move('supply'), asker), 'referral').set
  assert.deepEqual([supplied.status, supplied.result, supplied.reason], ['requested', null, null])
})

for (const status of referralStatuses) {
  const allowed = redirectFrom.includes(status)
  test(`REF-11 a referral that is ${status} is ${allowed ? 'turned to another office' : 'not redirected'}`, () => {
    const wasOpen = openReferral.includes(status)
    const file = wasOpen ? fileWith({ status }) : { case: approved, referrals: [aReferral({ status })], grants: [] }
    if (!allowed) {
      const error = { code: 'wrong-referral-status', status, allowedFrom: redirectFrom }
      return assert.deepEqual(no(file, move('redirect'), asker), error)
    }
    const decision = yes(file, move('redirect'), asker)
    assert.equal(part(decision, 'referral', ids.referral(2)).set.partOf, ids.referral(1))
    const { openReferrals, waitingOffice } = part(decision, 'case').set
    assert.deepEqual({ openReferrals, waitingOffice }, { openReferrals: 1, waitingOffice: offices.health.id })
    const ended = decision.changes.filter(({ id }) => id === ids.referral(1) || id === ids.grant(1))
    assert.equal(ended.length, wasOpen ? 2 : 0)
    if (!wasOpen) return undefined
    const old = part(decision, 'referral', ids.referral(1)).set
    assert.deepEqual([old.status, old.reason, old.endedAt], ['cancelled', 'redirected', now])
    return assert.deepEqual(part(decision, 'grant', ids.grant(1)).set, { withdrawnAt: now })
  })
}

test('REF-11 the history of a redirect names both offices', () => {
  const { say, action } = yes(fileWith(), move('redirect'), asker)
  assert.equal(action, 'redirect')
  assert.deepEqual(say, { office: 'Dinas Kesehatan Sleman', referral: ids.referral(2), from: 'RSUD Sleman' })
})

test('REF-11 redirecting needs what asking needs', () => {
  assert.deepEqual(no(fileWith(), move('redirect', { to: offices.closed.id }), asker), { code: 'office-not-active' })
  assert.deepEqual(no(fileWith(), move('redirect'), owner), { code: 'not-permitted', needs: ['referral.request'] })
  const undecided = { ...fileWith(), case: { ...waiting, decision: null } }
  assert.deepEqual(no(undecided, move('redirect'), asker), { code: 'decision-missing' })
})

test('REF-13 a case that was taken up by an appeal can be freed by its new office, and still by the old one', () => {
  const moved: CaseFile = { ...fileWith(), case: { ...waiting, office: offices.district.id } }
  assert.equal(part(yes(moved, move('cancel'), staff('manager', offices.district)), 'case').set.openReferrals, 0)
  assert.equal(part(yes(moved, move('cancel'), asker), 'case').set.openReferrals, 0)
  const elsewhere = almighty(offices.otherVillage)
  assert.deepEqual(no(moved, move('cancel'), elsewhere), { code: 'not-here', office: offices.village.id })
})

test('REF-14 a step of a referral that the case does not have is refused', () => {
  assert.deepEqual(no(idle, move('accept'), owner), { code: 'unknown-referral' })
  assert.deepEqual(no(idle, move('redirect'), asker), { code: 'unknown-referral' })
})

test('REF-15 a screen is told every step, and for each that is closed the reason', () => {
  const open = (status: ReferralStatus, actor: Actor) =>
    referralOffers(waiting, aReferral({ status }), actor)
      .filter(({ refusal }) => refusal === null)
      .map(({ action }) => action)
  assert.deepEqual(open('requested', owner), ['accept', 'reject', 'hold'])
  assert.deepEqual(open('in-progress', owner), ['hold', 'complete', 'fail'])
  assert.deepEqual(open('requested', asker), ['cancel', 'mark-error', 'redirect', 'give-link'])
  assert.deepEqual(open('on-hold', asker), ['supply', 'cancel', 'mark-error', 'redirect', 'give-link'])
  assert.deepEqual(open('completed', asker), [])
  const [accept] = referralOffers(waiting, aReferral(), asker)
  assert.deepEqual(accept, { action: 'accept', refusal: { code: 'not-permitted', needs: ['referral.answer'] } })
})
