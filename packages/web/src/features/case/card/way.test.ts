import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepsAhead } from './way.ts'

type Card = Parameters<typeof stepsAhead>[0]
const aCard = (status: Card['line']['status'], change: Partial<Card> = {}): Card => ({
  line: { status },
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

test('CARD-3 an ended case has nothing ahead', () => {
  assert.deepEqual(stepsAhead(aCard('closed')), [])
})
