import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import type { ReferralRule, ReferralStep } from './moves.ts'
import { askFrom, openReferral, redirectFrom, referralRule, referralSteps } from './moves.ts'
import type { ReferralStatus } from './referral.ts'
import { referralStatuses } from './referral.ts'

const owner = { side: 'owner', by: 'referral.answer' } as const
const requester = { side: 'requester', by: 'referral.request' } as const
const open: readonly ReferralStatus[] = ['requested', 'accepted', 'in-progress', 'on-hold']

/** The law as the specification writes it: FHIR R4 Task's states, and whose side each step is on. */
const spec: Readonly<Record<ReferralStep, ReferralRule & { readonly rule: string }>> = {
  accept: { rule: 'REF-2', from: ['requested'], to: 'accepted', ...owner },
  reject: { rule: 'REF-3', from: ['requested'], to: 'rejected', ...owner },
  start: { rule: 'REF-4', from: ['accepted', 'on-hold'], to: 'in-progress', ...owner },
  hold: { rule: 'REF-5', from: ['requested', 'accepted', 'in-progress'], to: 'on-hold', ...owner },
  supply: { rule: 'REF-6', from: ['on-hold'], to: 'requested', ...requester },
  complete: { rule: 'REF-7', from: ['accepted', 'in-progress', 'on-hold'], to: 'completed', ...owner },
  fail: { rule: 'REF-8', from: ['accepted', 'in-progress', 'on-hold'], to: 'failed', ...owner },
  cancel: { rule: 'REF-9', from: open, to: 'cancelled', ...requester },
  'mark-error': { rule: 'REF-9', from: open, to: 'entered-in-error', ...requester },
}

/** The same law as the specification writes it from the other end: what may follow what. */
const followers: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  requested: ['accepted', 'rejected', 'on-hold', 'cancelled', 'entered-in-error'],
  accepted: ['in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error'],
  'in-progress': ['on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error'],
  'on-hold': ['requested', 'in-progress', 'completed', 'failed', 'cancelled', 'entered-in-error'],
  rejected: [],
  completed: [],
  failed: [],
  cancelled: [],
  'entered-in-error': [],
}

test('REF-1 the law knows exactly the steps of the specification', () => {
  assert.deepEqual([...referralSteps].toSorted(), [...keysOf(spec)].toSorted())
})

for (const step of keysOf(spec)) {
  const { rule, ...row } = spec[step]
  test(`${rule} ${step} stands in the table as it is specified`, () => {
    const { from, to, side, by } = referralRule(step)
    assert.deepEqual({ from: [...from].toSorted(), to, side, by }, { ...row, from: [...row.from].toSorted() })
  })
}

for (const status of referralStatuses) {
  test(`REF-1 after ${status} comes ${followers[status].join(', ') || 'nothing'}`, () => {
    const reached = referralSteps.map(referralRule).filter(({ from }) => from.includes(status))
    assert.deepEqual(new Set(reached.map(({ to }) => to)), new Set(followers[status]))
  })
}

test('REF-10 a referral is open as long as something may follow', () => {
  const living = referralStatuses.filter((status) => followers[status].length > 0)
  assert.deepEqual([...openReferral].toSorted(), living.toSorted())
})

test('REF-11 a referral is redirected while it is open, or when it was declined or not met', () => {
  assert.deepEqual([...redirectFrom].toSorted(), [...open, 'rejected', 'failed'].toSorted())
})

test('REF-1 an office asks another only while it handles the case', () => {
  assert.deepEqual(askFrom, ['handling'])
})
