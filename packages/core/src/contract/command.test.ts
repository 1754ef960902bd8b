import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissions } from '../access/permission.ts'
import { caseActions, caseRule } from '../case/moves.ts'
import { keysOf } from '../kernel/keys.ts'
import { referralSteps } from '../referral/moves.ts'
import { ids } from '../testing/ids.ts'
import { payCommandData } from './activity-pay.ts'
import { blankCommandData } from './blank.ts'
import { challengeCommandData } from './challenge.ts'
import { commandRows } from './command.ts'
import { doubleCommandData } from './doubles.ts'
import { dutyCommandData } from './duty.ts'
import { batch, contractVersion, envelope, oldestContract, outcome } from './envelope.ts'
import { erasureCommandData } from './erasure.ts'
import { independenceCommandData } from './independence.ts'
import { jointCommandData } from './joint.ts'
import { letterMoveData } from './letter.ts'
import { listCommandData } from './lists.ts'
import { loadCommandData } from './load.ts'
import { meetingCommandData } from './meeting.ts'
import { needCommandData } from './need.ts'
import { networkCommandData, networkTargetCommandData } from './network.ts'
import { noticeCommandData } from './notice-tellings.ts'
import { officeCommandData } from './office.ts'
import { ppksCommandData } from './ppks.ts'
import { programmeCommandData } from './programme.ts'
import { proposalCommandData } from './proposal.ts'
import { psksCommandData } from './psks.ts'
import { registryCommandData } from './registry.ts'
import { surgeCommandData } from './surge.ts'
import { visitCommandData } from './visit.ts'

const kinds = commandRows.map(({ kind }) => kind)

test('WIRE-5 every move that a person may make is a command, and what only the clock does is none', () => {
  const byPeople = caseActions.filter((action) => !caseRule(action).by.every((right) => right === 'clock'))
  const expected = [
    'case.register',
    ...byPeople.map((action) => `case.${action}`),
    ...['request', 'redirect', 'give-link', 'revoke-link', ...referralSteps].map((step) => `referral.${step}`),
    ...keysOf(letterMoveData).map((action) => `letter.${action}`),
    ...keysOf(meetingCommandData).map((action) => `meeting.${action}`),
    ...keysOf(proposalCommandData).map((action) => `proposal.${action}`),
    ...keysOf(officeCommandData),
    ...keysOf(networkCommandData),
    ...keysOf(networkTargetCommandData),
    ...keysOf(dutyCommandData),
    ...keysOf(listCommandData),
    ...keysOf(noticeCommandData),
    ...keysOf(jointCommandData),
    ...keysOf(blankCommandData),
    ...keysOf(visitCommandData).map((action) => `visit.${action}`),
    ...keysOf(surgeCommandData).map((action) => `surge.${action}`),
    ...keysOf(registryCommandData),
    ...keysOf(doubleCommandData),
    ...keysOf(loadCommandData),
    ...keysOf(needCommandData),
    ...keysOf(programmeCommandData),
    ...keysOf(ppksCommandData),
    ...keysOf(psksCommandData),
    ...keysOf(payCommandData),
    ...keysOf(independenceCommandData),
    ...keysOf(challengeCommandData),
    ...keysOf(erasureCommandData),
  ]
  assert.deepEqual([...kinds].toSorted(), expected.toSorted())
  assert.equal(kinds.includes('case.expire') || kinds.includes('case.lapse'), false)
})

test('WIRE-5 each command has its own name and its own address', () => {
  assert.equal(new Set(kinds).size, kinds.length)
  assert.equal(new Set(commandRows.map(({ path }) => path)).size, kinds.length)
  for (const { path } of commandRows) assert.match(path, /^\/api(\/[a-z-]+)+$/, path)
})

test('WIRE-5 the registry asks for the rights that the law asks for', () => {
  for (const { kind, rights } of commandRows) {
    const action = caseActions.find((known) => kind === `case.${known}`)
    if (action) assert.deepEqual(rights, caseRule(action).by)
    assert.ok(rights.length > 0, kind)
    assert.ok(
      rights.every((right) => right === 'citizen' || right === 'clock' || permissions.includes(right)),
      kind,
    )
  }
})

const sent = {
  id: ids.case(7),
  v: contractVersion,
  district: '34.04',
  subject: ids.case(1),
  office: ids.office(1),
  doneAt: '2026-11-02T09:00:00.000+07:00',
  base: 3,
}

test('SYNC-1 an envelope names its command, subject, office, time and the version that was seen', () => {
  assert.ok(envelope.safeParse(sent).success)
  assert.ok(envelope.safeParse({ ...sent, office: null, base: null }).success)
  for (const key of keysOf(sent)) {
    const { [key]: _left, ...rest } = sent
    assert.equal(envelope.safeParse(rest).success, false, `without ${key}`)
  }
})

test('SYNC-1 an envelope lets nothing else in, and nothing that is not what it says', () => {
  const wrong = [
    { extra: 1 },
    { id: 'x' },
    { district: '34.04.07' },
    { doneAt: '2026-11-02' },
    { base: -1 },
    { v: 0 },
    { v: '1' },
  ]
  for (const part of wrong) assert.equal(envelope.safeParse({ ...sent, ...part }).success, false, JSON.stringify(part))
})

test('SYNC-1 a release understands itself', () => {
  assert.ok(oldestContract <= contractVersion)
})

test('SYNC-2 a batch holds one to two hundred commands', () => {
  const of = (n: number) =>
    batch.safeParse({ commands: Array.from({ length: n }, () => ({ kind: 'case.take' })) }).success
  assert.deepEqual([of(0), of(1), of(200), of(201)], [false, true, true, false])
})

test('SYNC-3 a command is accepted with its place in the ledger, or refused with a code and a sentence', () => {
  assert.ok(outcome.safeParse({ status: 'accepted', seq: 5, version: 2 }).success)
  assert.ok(outcome.safeParse({ status: 'refused', code: 'stale', message: 'Muat ulang.', details: {} }).success)
  assert.equal(outcome.safeParse({ status: 'refused', code: 'stale' }).success, false)
  assert.equal(outcome.safeParse({ status: 'maybe' }).success, false)
})
