import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOf, fileOf } from './step-facts.ts'

test('CARD-4 a reason is named by the list of its move', () => {
  assert.deepEqual(factsOf({ action: 'return', say: { reason: 'papers-missing' } }), [
    { name: 'reason', list: 'return', value: 'papers-missing' },
  ])
  assert.deepEqual(factsOf({ action: 'referral-reject', say: { reason: 'capacity-full', office: 'RSUD' } }), [
    { name: 'office', list: null, value: 'RSUD' },
    { name: 'reason', list: 'decline', value: 'capacity-full' },
  ])
})

test('CARD-4 empty facts and those of a later release are left out', () => {
  assert.deepEqual(factsOf({ action: 'answer', say: { outcome: 'granted', openReferrals: '', moon: 'full' } }), [
    { name: 'outcome', list: 'outcome', value: 'granted' },
  ])
  assert.deepEqual(factsOf({ action: 'later', say: { reason: 'x' } }), [])
})

test('CARD-4 the office where it was done is not told twice', () => {
  assert.deepEqual(factsOf({ action: 'register', say: { office: 'Puskesos' }, officeName: 'Puskesos' }), [])
})

test('CARD-4 an attached file is found by its id', () => {
  assert.equal(fileOf({ say: { attachment: 'f1' } }), 'f1')
  assert.equal(fileOf({ say: {} }), null)
})
