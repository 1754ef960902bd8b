import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { aCase } from '../testing/a-case.ts'
import { almighty, citizen, clock, setup, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import * as wire from '../testing/wire-words.ts'
import type { CaseStatus } from './case.ts'
import { caseKinds, caseStatuses, closures, contactWays, grantFields, priorities, relations } from './case.ts'
import { measures } from './counts.ts'
import { clockJobs, isStale, openMoves } from './decide.ts'
import { caseMeasures } from './measures.ts'
import type { CaseAction } from './moves.ts'
import { activeStatuses, awaitingCitizen, caseActions, endedStatuses, withdrawnStatuses } from './moves.ts'

test('CASE-31 the words of a case are those that are written down, in the order in which screens list them', () => {
  assert.equal(caseKinds.join('|'), wire.kinds)
  assert.equal(caseStatuses.join('|'), wire.statuses)
  assert.equal(closures.join('|'), wire.closures)
  assert.equal(priorities.join('|'), wire.priorities)
  assert.equal(relations.join('|'), wire.relations)
  assert.equal(contactWays.join('|'), wire.contactWays)
  assert.equal(grantFields.join('|'), wire.grantFields)
  assert.equal(caseMeasures.join('|'), wire.measures)
})

test('CASE-31 a status says who has to act: an office, the citizen, or nobody any more', () => {
  assert.deepEqual(activeStatuses, ['registered', 'handling', 'returned', 'recommended'])
  assert.deepEqual(awaitingCitizen, ['returned', 'answered'])
  assert.deepEqual(endedStatuses, ['closed', 'duplicate', 'cancelled', 'erased'])
})

test('FIG-5 figures of work done leave out what should not have been a case of its own', () => {
  assert.deepEqual(withdrawnStatuses, ['duplicate', 'cancelled'])
  assert.ok(withdrawnStatuses.every((status) => endedStatuses.includes(status)))
})

test('LEDGER-6 the counters count these things, each with a name of its own', () => {
  assert.deepEqual(measures, [
    'registered',
    'answered',
    'confirmed',
    'settled',
    'no-word',
    'escalated',
    'disputed',
    'referred',
    'referral-completed',
  ])
})

test('CLOCK-6 three moves begin a wait for the citizen, each with its window and what ends it', () => {
  assert.deepEqual(clockJobs, {
    return: { action: 'expire', window: 'completeDays' },
    answer: { action: 'lapse', window: 'wordDays' },
    reject: { action: 'lapse', window: 'wordDays' },
  })
})

test('CASE-32 a form is stale when the case moved on, unless it only adds, or nobody looked', () => {
  const kase = aCase('handling', { version: 4 })
  const stale = (base: number | null): readonly CaseAction[] =>
    caseActions.filter((action) => isStale(kase, action, base))
  assert.deepEqual(stale(4), [])
  assert.deepEqual(stale(null), [])
  for (const base of [3, 5]) {
    assert.equal(stale(base).length, caseActions.length - 2, String(base))
    assert.equal(stale(base).includes('note') || stale(base).includes('attach'), false)
  }
})

/** Who may do what in each status, as the law leaves it open: the whole of it, person by person. */
const open = (status: CaseStatus, actor: Actor, own: object = {}): string =>
  openMoves(aCase(status, own), actor)
    .filter(({ refusal }) => refusal === null)
    .map(({ action }) => action)
    .join(' ')

const people: Readonly<Record<string, Actor>> = {
  'front office': staff('fo'),
  'back office': staff('bo'),
  coordinator: staff('coordinator'),
  citizen: citizen(),
}
const table: Readonly<Record<CaseStatus, Readonly<Record<string, string>>>> = {
  registered: {
    'front office': 'attach set-contact renew-secret',
    'back office': 'take return escalate hand-down set-red merge note attach share restrict set-contact renew-secret',
    coordinator:
      'take assign return escalate hand-down set-red merge cancel note attach share restrict set-contact renew-secret',
    citizen: 'cancel attach',
  },
  handling: {
    'front office': 'attach set-contact renew-secret',
    'back office':
      'take return recommend escalate hand-down set-red answer merge note attach share restrict set-contact renew-secret',
    coordinator:
      'take assign return recommend reject escalate hand-down set-red answer merge cancel note attach share restrict set-contact renew-secret',
    citizen: 'cancel attach',
  },
  returned: {
    'front office': 'complete attach set-contact renew-secret',
    'back office': 'complete note attach share restrict set-contact renew-secret',
    coordinator: 'complete cancel note attach share restrict set-contact renew-secret',
    citizen: 'complete cancel attach',
  },
  recommended: {
    'front office': 'attach set-contact renew-secret',
    'back office': 'set-red note attach share restrict set-contact renew-secret',
    coordinator: 'assign approve send-back reject set-red cancel note attach share restrict set-contact renew-secret',
    citizen: 'cancel attach',
  },
  answered: {
    'front office': 'confirm dispute appeal attach set-contact renew-secret',
    'back office': 'confirm dispute appeal note attach share restrict set-contact renew-secret',
    coordinator: 'confirm dispute appeal cancel note attach share restrict set-contact renew-secret',
    citizen: 'confirm dispute appeal cancel attach',
  },
  closed: {
    'front office': 'appeal visit attach set-contact renew-secret',
    'back office': 'appeal visit note attach share restrict set-contact renew-secret',
    coordinator: 'appeal visit reopen note attach share restrict set-contact renew-secret ask-erasure',
    citizen: 'appeal reopen attach',
  },
  duplicate: { 'front office': '', 'back office': '', coordinator: 'unmerge ask-erasure', citizen: '' },
  cancelled: { 'front office': '', 'back office': '', coordinator: 'ask-erasure', citizen: '' },
  erased: { 'front office': '', 'back office': '', coordinator: '', citizen: '' },
}

for (const status of caseStatuses) {
  test(`CASE-26 of a complaint that is ${status} each person is offered what is theirs, and nothing more`, () => {
    for (const [who, actor] of Object.entries(people)) assert.equal(open(status, actor), table[status][who], who)
  })
}

test('CASE-26 a question that nobody took yet can be settled by the desk, a complaint cannot', () => {
  assert.equal(open('registered', staff('fo'), { kind: 'question' }), 'settle attach set-contact renew-secret')
  assert.equal(open('registered', staff('fo'), { kind: 'service' }), 'settle attach set-contact renew-secret')
  assert.equal(open('handling', staff('fo'), { kind: 'question' }), 'attach set-contact renew-secret')
})

test('CASE-26 who works elsewhere is offered what knows no office, and a stranger nothing at all', () => {
  assert.equal(open('answered', almighty(offices.otherVillage)), 'confirm dispute appeal set-contact renew-secret')
  assert.equal(open('returned', almighty(offices.otherVillage)), 'complete set-contact renew-secret')
  for (const status of caseStatuses)
    for (const actor of [citizen(ids.case(2)), setup, staff('leader'), staff('admin'), staff('provider')])
      assert.equal(open(status, actor), '', `${status} ${actor.kind}`)
})

test('CASE-26 the clock is offered only what it shares with people: to send a case up', () => {
  for (const status of caseStatuses)
    assert.equal(open(status, clock), status === 'registered' || status === 'handling' ? 'escalate' : '', status)
})
