import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayNumber, sayShare, saySize } from './amount.ts'

test('AMOUNT-1 numbers are grouped as each language does', () => {
  assert.equal(sayNumber(12_345, 'id'), '12.345')
  assert.equal(sayNumber(12_345, 'en'), '12,345')
})

test('AMOUNT-2 shares keep one digit only where it says more', () => {
  assert.equal(sayShare(0.874, 'id'), '87%')
  assert.equal(sayShare(0.0315, 'id'), '3,2%')
  assert.equal(sayShare(0, 'id'), '0%')
})

test('AMOUNT-3 sizes of files are said in KB and MB', () => {
  assert.equal(saySize(819_400, 'id'), '820\u00a0KB')
  assert.equal(saySize(1_240_000, 'id'), '1,2\u00a0MB')
})
