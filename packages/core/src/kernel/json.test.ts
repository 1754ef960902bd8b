import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { canonical } from './json.ts'

test('LEDGER-11 one value has one spelling: keys sorted, no white space, nothing undefined', () => {
  assert.equal(canonical({ b: 1, a: [true, null, 'x'], c: undefined }), '{"a":[true,null,"x"],"b":1}')
  assert.equal(canonical({ z: { y: 1, x: 2 } }), '{"z":{"x":2,"y":1}}')
})

test('LEDGER-11 what JSON cannot say is refused before it is digested', () => {
  assert.throws(() => canonical({ left: Number.NaN }), TypeError)
  assert.throws(() => canonical([Number.POSITIVE_INFINITY]), TypeError)
})

test('LEDGER-11 keys are ordered by their characters, not by a language', () => {
  assert.equal(canonical({ b: 1, B: 2, ä: 3, a: 4 }), '{"B":2,"a":4,"b":1,"ä":3}')
})

const shuffle = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffle)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffle(member)]),
  )
}

property('LEDGER-11 the order in which members were written does not matter', fc.jsonValue(), (value) => {
  assert.equal(canonical(shuffle(value)), canonical(value))
})

property('LEDGER-11 the spelling is JSON and says the same', fc.jsonValue(), (value) => {
  assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)))
})
