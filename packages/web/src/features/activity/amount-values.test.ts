import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountOf, isAmount } from './amount-values.ts'

for (const [typed, amount] of [
  ['', null],
  ['  ', null],
  ['500000', 500_000],
  ['500.000', 500_000],
  ['Rp 1.250.000', 1_250_000],
] as const)
  test(`SUPER-18 "${typed}" is ${amount ?? 'no'} rupiah`, () => {
    assert.ok(isAmount(typed))
    assert.equal(amountOf(typed.trim()), amount)
  })

for (const typed of ['lima ratus', '-5', '0', '500,5', '2000000000', '5e5x'])
  test(`SUPER-18 "${typed}" is no amount`, () => assert.equal(isAmount(typed), false))
