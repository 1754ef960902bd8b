import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
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

test('CARD-4 every move that carries a reason or an outcome has a list that names it', () => {
  for (const [action, list] of Object.entries(reasons))
    assert.deepEqual(factsOf({ action, say: { reason: 'x' } }), [{ name: 'reason', list, value: 'x' }], action)
  assert.deepEqual(factsOf({ action: 'confirm', say: { how: 'phone', satisfaction: '5' } }), [
    { name: 'how', list: 'how', value: 'phone' },
    { name: 'satisfaction', list: null, value: '5' },
  ])
})

const reasons = {
  return: 'return',
  reject: 'reject',
  escalate: 'escalate',
  cancel: 'cancel',
  'referral-reject': 'decline',
  'referral-fail': 'unmet',
  'referral-cancel': 'cancel',
}

test('CARD-4 lists that name facts are ones that the law ships', () => {
  for (const list of Object.values(reasons)) assert.ok(shipped.has(list), list)
})

const shipped: ReadonlySet<string> = new Set(shippedLists.items.map(({ list }) => list))

test('CARD-4 what is no text in an entry is not shown as one', () => {
  for (const odd of [null, undefined, {}, [], true])
    assert.deepEqual(factsOf({ action: 'answer', say: { outcome: odd } }), [])
  assert.equal(fileOf({ say: { attachment: 7 } }), null)
})

test('NOTICE-13 the way of a case says what came of telling, how an identity was checked, and how one is reached', () => {
  assert.deepEqual(factsOf({ action: 'tell', say: { result: 'not-found', how: 'phone' } }), [
    { name: 'result', list: null, value: 'not-found', words: 'tell-result' },
    { name: 'how', list: 'how', value: 'phone' },
  ])
  assert.deepEqual(factsOf({ action: 'renew-secret', say: { check: 'id-card' } }), [
    { name: 'check', list: null, value: 'id-card', words: 'check' },
  ])
  assert.deepEqual(factsOf({ action: 'set-contact', say: { contactVia: 'sms', contactCare: '' } }), [
    { name: 'contact', list: null, value: 'sms', words: 'contact' },
  ])
})
