import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses, priorities } from '@openslrt/core/case/case.ts'
import { endedStatuses } from '@openslrt/core/case/moves.ts'
import { openReferral } from '@openslrt/core/referral/moves.ts'
import { referralStatuses } from '@openslrt/core/referral/referral.ts'
import { referralTone } from '../referral/status-look.ts'
import { caseTone, edgeOf, isUrgent } from './status-look.ts'

test('STATUS-2 what has ended looks ended, and nothing else does', () => {
  const still = new Set(['done', 'stopped'])
  for (const status of caseStatuses) assert.equal(still.has(caseTone[status]), endedStatuses.includes(status), status)
  for (const status of referralStatuses)
    assert.equal(still.has(referralTone[status]), !openReferral.includes(status), status)
})

test('STATUS-2 what waits for a decision stands out, and what waits for the citizen does not', () => {
  assert.deepEqual([caseTone.recommended, caseTone.returned, caseTone.answered], ['attention', 'waiting', 'waiting'])
})

test('STATUS-3 a red card is urgent, a raised case wants attention, an ordinary one has no edge', () => {
  assert.deepEqual(priorities.map(edgeOf), [undefined, 'attention', 'urgent'])
  assert.deepEqual(priorities.filter(isUrgent), ['red'])
})
