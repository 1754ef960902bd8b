import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorking } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import type { Decision } from '../ledger/entry.ts'
import { aCase, aGrant, aReferral } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { referralMove } from '../testing/moves.ts'
import { beginning } from './deadlines.ts'
import type { CaseFile } from './decide.ts'
import { decideReferral, mayAsk, referralOffers } from './decide.ts'
import type { ReferralStep } from './moves.ts'
import { askFrom, openReferral, redirectFrom, referralRule, referralSteps, referralsThat } from './moves.ts'
import type { ReferralRow } from './referral.ts'
import { referralStatuses } from './referral.ts'

const now = monday + 2 * hourMs
const note = 'Sudah diperiksa.'
const acceptBy = addWorking(aCalendar(), now, 3 * 420)
const case_ = aCase('handling', {
  decision: 'approved',
  version: 5,
  openReferrals: 1,
  waitingOffice: offices.hospital.id,
})
const fileOf = (own: Partial<ReferralRow>): CaseFile => ({
  case: case_,
  referrals: [aReferral({ version: 3, ...own })],
  grants: [
    aGrant({ version: 2 }),
    aGrant({ id: ids.grant(7), withdrawnAt: monday }),
    aGrant({ id: ids.grant(8), referral: ids.referral(8) }),
    aGrant({ id: ids.grant(9), referral: null }),
  ],
})

/** What a step writes on the referral besides its times, and what the history says beyond office and referral. */
interface Facts {
  readonly sets: Partial<ReferralRow>
  readonly says: { readonly [fact: string]: string }
}
const unsaid = { reason: null, result: null } as const

const facts: Readonly<Record<ReferralStep, Facts>> = {
  accept: { sets: { status: 'accepted', ...unsaid }, says: {} },
  reject: {
    sets: { status: 'rejected', reason: 'capacity-full', result: note },
    says: { reason: 'capacity-full', result: note },
  },
  start: { sets: { status: 'in-progress', ...unsaid }, says: {} },
  hold: { sets: { status: 'on-hold', reason: null, result: note }, says: { result: note } },
  supply: { sets: { status: 'requested', ...unsaid }, says: {} },
  complete: {
    sets: { status: 'completed', reason: null, outcome: 'granted', result: note },
    says: { outcome: 'granted', result: note },
  },
  fail: {
    sets: { status: 'failed', reason: 'citizen-absent', result: note },
    says: { reason: 'citizen-absent', result: note },
  },
  cancel: {
    sets: { status: 'cancelled', reason: 'no-longer-needed', result: note },
    says: { reason: 'no-longer-needed', result: note },
  },
  'mark-error': { sets: { status: 'entered-in-error', ...unsaid }, says: {} },
}

/** Two working hours have passed since it was asked. */
const waited = { takeMinutes: 120 } as const
const spent: Readonly<Partial<Record<ReferralStep, Partial<ReferralRow>>>> = {
  accept: { ...waited, takenAt: now, workMinutes: 0 },
  reject: waited,
  hold: waited,
  cancel: waited,
  'mark-error': waited,
}

function decided(step: ReferralStep): Decision {
  const { from, side } = referralRule(step)
  const office = side === 'owner' ? offices.hospital : offices.village
  const answer = decideReferral(
    fileOf({ status: from[0] ?? 'requested' }),
    referralMove(step),
    almighty(office),
    aPolicy(now),
  )
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}

for (const step of referralSteps) {
  const { to } = referralRule(step)
  const stays = openReferral.includes(to)

  test(`REF-10 ${step} changes the case, the referral and its own grant, each at its version, and nothing else`, () => {
    assert.deepEqual(decided(step).changes, [
      {
        table: 'case',
        id: ids.case(1),
        base: 5,
        set: {
          openReferrals: stays ? 1 : 0,
          waitingOffice: stays ? offices.hospital.id : null,
          changedAt: now,
        },
      },
      {
        table: 'referral',
        id: ids.referral(1),
        base: 3,
        set: {
          ...facts[step].sets,
          ...beginning(to, aPolicy(now)),
          ...spent[step],
          changedAt: now,
          endedAt: stays ? null : now,
        },
      },
      {
        table: 'grant',
        id: ids.grant(1),
        base: 2,
        set: stays ? { until: now + 90 * dayMs } : { withdrawnAt: now },
      },
    ])
  })

  test(`REF-1 the history of ${step} names the office, the referral and what was said`, () => {
    const { action, say, note: said, day, jobs } = decided(step)
    assert.deepEqual(say, { office: 'RSUD Sleman', referral: ids.referral(1), ...facts[step].says })
    assert.deepEqual([action, said, day, jobs], [`referral-${step}`, note, '2026-11-02', []])
  })
}

test('REF-1 an asked referral begins with nothing answered, and a grant of what was named', () => {
  const idle: CaseFile = { case: aCase('handling', { decision: 'approved' }), referrals: [], grants: [] }
  const answer = decideReferral(idle, referralMove('request'), almighty(), aPolicy(now))
  assert.ok(answer.ok)
  assert.deepEqual(answer.value.changes, [
    {
      table: 'case',
      id: ids.case(1),
      base: 1,
      set: { openReferrals: 1, waitingOffice: offices.health.id, changedAt: now },
    },
    {
      table: 'referral',
      id: ids.referral(2),
      base: 0,
      set: {
        district: '34.04',
        caseId: ids.case(1),
        fromOffice: offices.village.id,
        toOffice: offices.health.id,
        status: 'requested',
        asked: note,
        partOf: null,
        reason: null,
        outcome: null,
        result: null,
        consent: 'verbal',
        consentWords: 'Pak RT Suroto',
        requestedAt: now,
        dueAt: acceptBy,
        heldLeft: null,
        remindAt: addWorking(aCalendar(), acceptBy, -420),
        overdueSince: null,
        changedAt: now,
        endedAt: null,
        link: null,
        linkUntil: null,
        linkShort: null,
        linkLong: null,
      },
    },
    {
      table: 'grant',
      id: ids.grant(2),
      base: 0,
      set: {
        district: '34.04',
        caseId: ids.case(1),
        office: offices.health.id,
        referral: ids.referral(2),
        fields: ['story'],
        until: now + 90 * dayMs,
        withdrawnAt: null,
      },
    },
  ])
})

test('REF-11 a redirect of an ended referral adds one to what the case waits for, of an open one none', () => {
  const counted = (status: ReferralRow['status'], open: number): unknown => {
    const file = { ...fileOf({ status }), case: { ...case_, openReferrals: open } }
    const answer = decideReferral(file, referralMove('redirect'), almighty(), aPolicy(now))
    assert.ok(answer.ok)
    const [own] = answer.value.changes
    return own?.table === 'case' ? own.set.openReferrals : null
  }
  assert.deepEqual([counted('accepted', 1), counted('rejected', 0), counted('failed', 0)], [1, 1, 1])
})

test('REF-11 a case whose next office is asked waits for that one, whatever was asked before', () => {
  const file = { ...fileOf({}), referrals: [aReferral(), aReferral({ id: ids.referral(5), status: 'accepted' })] }
  const answer = decideReferral(file, referralMove('redirect'), almighty(), aPolicy(now))
  assert.ok(answer.ok)
  const [own] = answer.value.changes
  assert.deepEqual(own?.table === 'case' && own.set.waitingOffice, offices.health.id)
})

test('REF-10 when one of several referrals ends, the case waits for the newest that is still open', () => {
  const others = [
    aReferral(),
    aReferral({ id: ids.referral(3), toOffice: offices.health.id, status: 'completed' }),
    aReferral({ id: ids.referral(4), toOffice: offices.health.id, status: 'on-hold' }),
    aReferral({ id: ids.referral(5), toOffice: offices.district.id, status: 'failed' }),
  ]
  const file = { ...fileOf({}), case: { ...case_, openReferrals: 2 }, referrals: others }
  const answer = decideReferral(file, referralMove('reject'), almighty(offices.hospital), aPolicy(now))
  assert.ok(answer.ok)
  const [own] = answer.value.changes
  assert.deepEqual(own?.table === 'case' && [own.set.openReferrals, own.set.waitingOffice], [1, offices.health.id])
})

test('REF-10 a step that keeps the referral open leaves the case waiting for whom it waited', () => {
  const file = { ...fileOf({}), case: { ...case_, waitingOffice: offices.health.id } }
  const answer = decideReferral(file, referralMove('accept'), almighty(offices.hospital), aPolicy(now))
  assert.ok(answer.ok)
  const [own] = answer.value.changes
  assert.equal(own?.table === 'case' && own.set.waitingOffice, offices.health.id)
})

test('REF-1 an office that the lists no longer know is named by nothing, and does not stop the step', () => {
  const file = fileOf({ toOffice: ids.office(77) })
  const answer = decideReferral(file, referralMove('cancel'), almighty(), aPolicy(now))
  assert.ok(answer.ok)
  assert.equal(answer.value.say['office'], '')
})

test('REF-1 why another office may not be asked is told in this order: right, status, place, decision', () => {
  const undecided = aCase('handling')
  assert.equal(mayAsk(case_, almighty()), null)
  assert.deepEqual(mayAsk(undecided, almighty()), { code: 'decision-missing' })
  assert.deepEqual(mayAsk(undecided, almighty(offices.district)), { code: 'not-here', office: offices.village.id })
  assert.equal(mayAsk(aCase('answered'), almighty(offices.district))?.code, 'wrong-status')
  assert.equal(mayAsk(aCase('answered'), { kind: 'setup' })?.code, 'not-permitted')
})

test('REF-15 the offers of a referral are its nine steps, the redirect and its link, in the order of the law', () => {
  const offers = referralOffers(case_, aReferral(), almighty())
  assert.deepEqual(
    offers.map(({ action }) => action),
    [...referralSteps, 'redirect', 'give-link', 'revoke-link'],
  )
  const away = referralOffers(case_, aReferral(), almighty(offices.otherVillage))
  assert.ok(away.every(({ refusal }) => refusal?.code === 'not-here'))
})

test('REF-1 what figures ask of referrals: whether they stand, were taken, were done, were declined', () => {
  assert.deepEqual(referralsThat['were-taken'], ['accepted', 'in-progress', 'completed', 'failed'])
  assert.deepEqual(referralsThat['were-done'], ['completed'])
  assert.deepEqual(referralsThat['were-declined'], ['rejected'])
  assert.deepEqual([referralsThat['were-missed'], referralsThat['were-called-off']], [['failed'], ['cancelled']])
  assert.deepEqual(
    referralStatuses.filter((status) => !referralsThat.stand.includes(status)),
    ['entered-in-error'],
  )
})

test('REF-11 a referral is turned elsewhere while it is open, was declined, or failed; the case must be handled', () => {
  assert.deepEqual(openReferral, ['requested', 'accepted', 'in-progress', 'on-hold'])
  assert.deepEqual(redirectFrom, ['requested', 'accepted', 'in-progress', 'on-hold', 'rejected', 'failed'])
  assert.deepEqual(askFrom, ['handling'])
})
