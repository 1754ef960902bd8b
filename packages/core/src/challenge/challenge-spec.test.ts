import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import { permissions } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { OfficeRow } from '../office/office.ts'
import { aChallenge, challengeData } from '../testing/a-challenge.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import type { ChallengeStatus } from './challenge.ts'
import { challengeStatuses, courseOf } from './challenge.ts'
import type { ChallengeMove } from './decide.ts'
import { decideAsClock, decideChallenge, mayStep } from './decide.ts'
import type { ChallengeAct, ChallengeStepName } from './moves.ts'
import { challengeActs, challengeRule, challengeSteps } from './moves.ts'

type Side = 'where it lies' | 'who asked' | 'time'
const open: readonly ChallengeStatus[] = ['reported', 'taken']

/** CHALLENGE-1 as the specification writes it, apart from the table. */
const spec: Readonly<
  Record<ChallengeAct, readonly [from: readonly ChallengeStatus[], to: string, by: string, at: Side]>
> = {
  take: [open, 'taken', 'challenge.answer', 'where it lies'],
  answer: [['taken'], 'answered', 'challenge.answer', 'where it lies'],
  'pass-up': [open, 'reported', 'challenge.answer', 'where it lies'],
  'pass-down': [open, 'reported', 'challenge.answer', 'where it lies'],
  close: [['answered'], 'closed', 'challenge.report', 'who asked'],
  reopen: [['answered'], 'taken', 'challenge.report', 'who asked'],
  withdraw: [[...open, 'answered'], 'withdrawn', 'challenge.report', 'who asked'],
  rise: [open, 'reported', 'clock', 'time'],
  overdue: [open, 'same', 'clock', 'time'],
}
const policy = aPolicy()
const officeOf = (act: ChallengeAct): OfficeRow => (spec[act][3] === 'who asked' ? offices.village : offices.district)
const whoOf = (act: ChallengeStepName, office = officeOf(act)): StaffActor => almighty(office, 9)
const moveOf = (act: ChallengeStepName): ChallengeMove => {
  const kind = `challenge.${act}` as const
  return { kind, subject: aChallenge().id, data: challengeData[kind] } as ChallengeMove
}
const staffed = new Set([offices.district.id, offices.province.id, offices.nation.id])
const look = (own: Parameters<typeof aChallenge>[0]) => ({
  challenge: aChallenge(own),
  kinds: new Set(['devices']),
  staffed,
})
const codeOf = (result: ReturnType<typeof decideChallenge>): string => (result.ok ? 'done' : result.error.code)
const setOf = (result: ReturnType<typeof decideChallenge>) => {
  const [change] = result.ok ? result.value.changes : []
  return change?.table === 'challenge' ? change.set : {}
}

test('CHALLENGE-1 the acts are these, seven of people and two of time', () => {
  assert.deepEqual([...challengeActs].toSorted(), Object.keys(spec).toSorted())
  assert.deepEqual(
    challengeSteps.toSorted(),
    keysOf(spec)
      .filter((act) => spec[act][2] !== 'clock')
      .toSorted(),
  )
  for (const act of challengeActs) assert.deepEqual(challengeRule(act).by, spec[act][2], act)
})

for (const act of challengeSteps) {
  const [from, to, by] = spec[act]
  test(`CHALLENGE-1 a challenge goes by ${act} to ${to}, from ${from.join(' or ')} and from nowhere else`, () => {
    // One at the province has an office above it, and one below.
    const lies = act.startsWith('pass') ? offices.province : offices.district
    const who = whoOf(act, officeOf(act) === offices.village ? offices.village : lies)
    for (const status of challengeStatuses) {
      const result = decideChallenge(moveOf(act), who, look({ status, version: 3, office: lies.id }), policy)
      assert.equal(codeOf(result), from.includes(status) ? 'done' : 'challenge-step', status)
      if (result.ok) assert.equal(setOf(result).status, to)
    }
  })

  test(`CHALLENGE-5 ${act} takes the right to ${by}, and the office that it belongs to`, () => {
    const status = from[0] ?? 'reported'
    const at = officeOf(act)
    const mayNot = staffLacking([by], at)
    assert.deepEqual(decideChallenge(moveOf(act), mayNot, look({ status }), policy), {
      ok: false,
      error: { code: 'not-permitted', needs: [by] },
    })
    assert.deepEqual(mayStep(aChallenge({ status }), act, mayNot), { code: 'not-permitted', needs: [by] })
    for (const office of Object.values(offices)) {
      const own = act.startsWith('pass') ? offices.province : at
      const elsewhere = mayStep(aChallenge({ status, office: offices.district.id }), act, whoOf(act, office))
      assert.equal(elsewhere?.code ?? 'done', office.id === at.id ? 'done' : 'not-here', `${office.name} ${own.name}`)
    }
    for (const nobody of [clock, citizen()])
      assert.equal(codeOf(decideChallenge(moveOf(act), nobody, look({ status }), policy)), 'not-permitted')
  })
}

test('CHALLENGE-1 time knows two acts alone, from what waits for an answer', () => {
  for (const act of ['rise', 'overdue'] as const)
    for (const status of challengeStatuses) {
      const result = decideAsClock(act, look({ status, dueAt: monday }), policy)
      assert.equal(codeOf(result), open.includes(status) ? 'done' : 'already-so', `${act} ${status}`)
      if (result.ok) assert.equal(setOf(result).status, act === 'rise' ? 'reported' : status)
    }
})

test('CHALLENGE-1 of what is not there nothing is done, and what is there is not reported again', () => {
  const none = { challenge: null, kinds: new Set(['devices']), staffed }
  for (const act of challengeSteps)
    assert.equal(codeOf(decideChallenge(moveOf(act), whoOf(act), none, policy)), 'challenge-unknown', act)
  assert.equal(codeOf(decideAsClock('rise', none, policy)), 'challenge-unknown')
  const again = { kind: 'challenge.report', subject: aChallenge().id, data: challengeData['challenge.report'] } as const
  assert.equal(codeOf(decideChallenge(again, almighty(), look({}), policy)), 'already-so')
})

test('CHALLENGE-1 each step is written down: what, by whom, from which office, in which words', () => {
  const result = decideChallenge(moveOf('answer'), whoOf('answer'), look({ status: 'taken' }), policy)
  assert.ok(result.ok)
  const [step] = courseOf({ course: String(setOf(result).course) })
  assert.deepEqual(step, {
    act: 'answer',
    at: monday,
    by: whoOf('answer').staff,
    office: offices.district.id,
    to: null,
    note: challengeData['challenge.answer'].note,
  })
  const { action, note, day } = result.value
  assert.deepEqual([action, note, day], ['challenge-answer', challengeData['challenge.answer'].note, policy.day])
})

test('CHALLENGE-2 coordinators and managers report, and they, provinces and the nation answer; nobody else does either', () => {
  const right = (role: Parameters<typeof staff>[0]) =>
    permissions.filter((one) => one.startsWith('challenge.') && staff(role).permissions.has(one))
  assert.deepEqual(right('coordinator'), ['challenge.report', 'challenge.answer'])
  assert.deepEqual(right('manager'), ['challenge.report', 'challenge.answer'])
  for (const role of ['province', 'national'] as const) assert.deepEqual(right(role), ['challenge.answer'])
  for (const role of ['fo', 'bo', 'facilitator', 'supervisor', 'provider', 'planner', 'leader', 'admin'] as const)
    assert.deepEqual(right(role), [], role)
})
