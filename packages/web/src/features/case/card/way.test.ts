import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses } from '@openslrt/core/case/case.ts'
import { endedStatuses } from '@openslrt/core/case/moves.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { stepsAhead } from './way.ts'

type Card = Parameters<typeof stepsAhead>[0]
const aCard = (status: Card['line']['status'], change: Partial<Card> = {}): Card => ({
  line: { status, review: null },
  decision: null,
  referrals: [],
  ...change,
})

test('CARD-3 a new case has its whole way ahead', () => {
  assert.deepEqual(stepsAhead(aCard('registered')), ['take', 'recommend', 'decide', 'answer', 'word'])
})

test('CARD-3 after the decision only the answer and the word of the citizen are ahead', () => {
  assert.deepEqual(stepsAhead(aCard('handling', { decision: 'approved' })), ['answer', 'word'])
})

test('CARD-3 an open referral has to come back first', () => {
  const referrals = [{ endedAt: null }] as unknown as Card['referrals']
  assert.deepEqual(stepsAhead(aCard('handling', { decision: 'approved', referrals })), ['result', 'answer', 'word'])
})

test('SUPER-7 a case that is checked first waits for that before everything else', () => {
  for (const [review, step] of [
    ['waiting', 'check'],
    ['returned', 'mend'],
  ] as const) {
    const [now, ...coming] = stepsAhead(aCard('registered', { line: { status: 'registered', review } }))
    assert.equal(now, step)
    assert.deepEqual(coming, stepsAhead(aCard('registered')))
  }
})

test('CARD-3 an ended case has nothing ahead', () => {
  assert.deepEqual(stepsAhead(aCard('closed')), [])
})

test('CARD-3 what lies ahead of each status is a way that the card has words for, and ends with the citizen', () => {
  for (const status of caseStatuses) {
    const steps = stepsAhead(aCard(status))
    for (const step of steps) {
      assert.ok(isMessageKey(`case.now.${step}`), step)
      assert.ok(isMessageKey(`case.coming.${step}`), step)
    }
    assert.equal(steps.length === 0, endedStatuses.includes(status), status)
    if (steps.length > 0) assert.equal(steps.at(-1), 'word', status)
  }
})

test('CARD-3 a referral that has come back is waited for no more, and one on an ended case never', () => {
  const ended = [{ endedAt: 5 }] as unknown as Card['referrals']
  assert.deepEqual(stepsAhead(aCard('handling', { decision: 'approved', referrals: ended })), ['answer', 'word'])
  const open = [{ endedAt: 5 }, { endedAt: null }] as unknown as Card['referrals']
  assert.deepEqual(stepsAhead(aCard('closed', { referrals: open })), [])
  assert.deepEqual(stepsAhead(aCard('answered', { referrals: open })), ['word'])
})

test('CARD-3 a case that was sent back for papers waits for them first', () => {
  assert.equal(stepsAhead(aCard('returned', { decision: 'approved' }))[0], 'supply')
})
