import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ids } from '../testing/ids.ts'
import { chainBefore } from './chain.ts'

const one = { id: ids.referral(1), partOf: null }
const two = { id: ids.referral(2), partOf: one.id }
const three = { id: ids.referral(3), partOf: two.id }
const other = { id: ids.referral(4), partOf: null }

test('REF-30 a referral that was turned elsewhere tells its whole way, the first office first', () => {
  assert.deepEqual(chainBefore(three, [three, other, two, one]), [one, two])
  assert.deepEqual(chainBefore(two, [three, other, two, one]), [one])
  assert.deepEqual(chainBefore(other, [three, other, two, one]), [])
})

test('REF-30 where the first one is out of sight the chain begins with what is seen, and a ring ends', () => {
  assert.deepEqual(chainBefore(three, [three, two]), [two])
  const ring = { id: ids.referral(5), partOf: ids.referral(6) }
  const back = { id: ids.referral(6), partOf: ids.referral(5) }
  assert.equal(chainBefore(ring, [ring, back]).length, 2)
})
