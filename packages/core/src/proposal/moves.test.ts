import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposalCommandData } from '../contract/proposal.ts'
import { keysOf } from '../kernel/keys.ts'
import { kindLaw, proposalKinds } from './kinds.ts'
import {
  endedProposal,
  minutesRule,
  minutesSteps,
  proposalClockActs,
  proposalRights,
  proposalRule,
  proposalSteps,
  straightWay,
  waitingFor,
} from './moves.ts'
import { proposalStatuses } from './proposal.ts'

/** The law a second time, as the field tells it: from where, to where, by whom, who must be somebody else. */
const spec: Readonly<Record<string, readonly [from: string, to: string, by: string, apart: string]>> = {
  change: ['drafted returned', 'same', 'proposal.make', ''],
  evidence: ['drafted backed returned', 'same', 'proposal.make', ''],
  back: ['drafted', 'backed', 'proposal.make', ''],
  resend: ['returned', 'backed', 'proposal.make', ''],
  verify: ['backed', 'verified', 'proposal.verify', 'drafter'],
  return: ['backed', 'returned', 'proposal.verify', ''],
  approve: ['verified', 'approved', 'proposal.approve', 'drafter verifier'],
  'send-back': ['verified', 'returned', 'proposal.approve', ''],
  withdraw: ['drafted backed returned verified approved', 'withdrawn', 'proposal.make', ''],
  export: ['approved', 'exported', 'proposal.make proposal.verify', ''],
  tick: ['exported', 'same', 'proposal.make proposal.verify', ''],
  accept: ['exported', 'accepted', 'proposal.make proposal.verify', ''],
  reject: ['exported', 'rejected', 'proposal.make proposal.verify', ''],
  warn: ['drafted backed returned', 'same', 'clock', ''],
  escalate: ['drafted backed returned', 'same', 'clock', ''],
  overdue: ['drafted backed returned', 'same', 'clock', ''],
}

test('PROPOSAL-1 what may follow what is what the field does, and no more', () => {
  assert.deepEqual([...proposalSteps].toSorted(), Object.keys(spec).toSorted())
  for (const step of proposalSteps) {
    const { from, to, by, apart } = proposalRule(step)
    assert.deepEqual([from.join(' '), to, by.join(' '), apart.join(' ')], spec[step], step)
  }
})

test('PROPOSAL-1 every status can be reached, and what has ended goes nowhere', () => {
  const reached = new Set(proposalSteps.map((step) => proposalRule(step).to))
  for (const status of proposalStatuses) assert.ok(status === 'drafted' || reached.has(status), status)
  for (const step of proposalSteps)
    for (const ended of endedProposal) assert.ok(!proposalRule(step).from.includes(ended), `${step} from ${ended}`)
  assert.deepEqual(endedProposal, ['accepted', 'rejected', 'withdrawn'])
  assert.deepEqual(straightWay, ['drafted', 'backed', 'verified', 'approved', 'exported', 'accepted'])
})

test('PROPOSAL-1 sending back says why, withdrawing too; nothing else has to', () => {
  const required = proposalSteps.filter((step) => proposalRule(step).note === 'required')
  assert.deepEqual(required, ['return', 'send-back', 'withdraw'])
})

test('PROPOSAL-13 minutes are written until they are signed or called off', () => {
  assert.deepEqual(minutesSteps, ['minute', 'sign', 'call-off'])
  for (const step of minutesSteps) assert.deepEqual(minutesRule(step).from, ['open'])
  assert.deepEqual(
    minutesSteps.map((step) => minutesRule(step).to),
    ['open', 'signed', 'called-off'],
  )
})

test('PROPOSAL-1 every command asks for a right of proposals, and none for the right of time', () => {
  for (const action of keysOf(proposalCommandData)) {
    const rights = proposalRights(action)
    assert.ok(rights.length > 0 && rights.every((right) => right.startsWith('proposal.')), action)
    assert.ok(![...proposalClockActs].map(String).includes(action), action)
  }
})

test('PROPOSAL-17 each worklist names the statuses that wait for somebody', () => {
  assert.deepEqual(waitingFor, {
    'to-back': ['drafted'],
    'to-verify': ['backed'],
    'to-approve': ['verified'],
    'to-export': ['approved'],
    returned: ['returned'],
    unanswered: ['exported'],
  })
})

test('PROPOSAL-2 the kinds are the ten of the field, and only an objection has a clock', () => {
  assert.deepEqual(proposalKinds, [
    'new',
    'correction',
    'eligibility',
    'move',
    'death',
    'double',
    'not-found',
    'programme',
    'objection',
    'withdrawal',
  ])
  assert.deepEqual(
    proposalKinds.filter((kind) => kindLaw(kind).clock),
    ['objection'],
  )
})
