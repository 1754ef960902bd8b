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

test('AMOUNT-3 sizes of files and stores are said in KB, MB and GB', () => {
  assert.equal(saySize(819_400, 'id'), '820\u00a0KB')
  assert.equal(saySize(1_240_000, 'id'), '1,2\u00a0MB')
  assert.equal(saySize(999_900_000, 'id'), '999,9\u00a0MB')
  assert.deepEqual([saySize(999_950_000, 'id'), saySize(5_371_800_000, 'id')], ['1\u00a0GB', '5,4\u00a0GB'])
  assert.equal(saySize(1_234_000_000_000, 'en'), '1,234\u00a0GB')
})
