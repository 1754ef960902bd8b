import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referralMoves, referralRule, referralSteps, type Side } from '@openslrt/core/referral/moves.ts'
import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import { referralStatuses } from '@openslrt/core/referral/referral.ts'
import { panelActs } from './panel-acts.ts'

const allowed = (actions: readonly string[]) => actions.map((action) => ({ action, refusal: null, message: null }))
const refused = (action: string) => ({ action, refusal: { code: 'not-permitted' }, message: 'Bukan tugas Anda.' })

/** What the law leaves open to one side in this state. */
const stepsOf = (side: Side, status: ReferralStatus) =>
  referralSteps.filter((step) => referralRule(step).side === side && referralRule(step).from.includes(status))

test('REF-15 every step that the law leaves open stands beside its referral, on either side, in every state', () => {
  for (const status of referralStatuses)
    for (const side of ['requester', 'owner'] as const) {
      const open = stepsOf(side, status)
      assert.deepEqual(panelActs(allowed(open)).toSorted(), open.toSorted(), `${side} ${status}`)
    }
})

test('REF-15 a step that is closed does not', () => {
  assert.deepEqual(panelActs([refused('accept'), ...allowed(['hold'])]), ['hold'])
  assert.deepEqual(panelActs([]), [])
})

test('REF-15 whoever waits for it comes first, and what ends the referral comes last', () => {
  assert.deepEqual(panelActs(allowed(['mark-error', 'cancel', 'redirect', 'supply'])), [
    'supply',
    'redirect',
    'cancel',
    'mark-error',
  ])
  assert.deepEqual(panelActs(allowed(['fail', 'hold', 'complete', 'start'])), ['start', 'complete', 'hold', 'fail'])
})

test('REF-15 no step of the law is without a place, and a redirect has one too', () => {
  const all = [...Object.keys(referralMoves), 'redirect', 'give-link', 'revoke-link']
  assert.deepEqual(panelActs(allowed(all)).toSorted(), all.toSorted())
})
