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

/** The rule of one spelling, written down a second time and as plainly as can be. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const sorted = members.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${sorted.map(([key, member]) => `${JSON.stringify(key)}:${plainly(member)}`).join(',')}}`
}

const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('10', '9', '1a', '-1', '__proto__', 'constructor', 'toJSON', 'a', 'B', 'é', '\n', 'a\nb', ''),
)
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, true, false, 0, -0, 1e21, 1e-7, 0.1, '', '\ud800', '\u2028', '"\\', 'ä'),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((members) => Object.fromEntries(members)),
  ),
})).value

property(
  'LEDGER-11 the spelling is the one that is written down here, whatever the keys are called',
  anything,
  (value) => assert.equal(canonical(value), plainly(value)),
)

test('LEDGER-11 keys that begin alike, or are joined alike, do not take each other for the same', () => {
  const pairs = [
    [
      { 'a\nb': 1, c: 2 },
      { a: 1, 'b\nc': 2 },
    ],
    [
      { b: 1, a: 2 },
      { b: 1, a: undefined },
    ],
  ]
  for (const pair of pairs) for (const value of [...pair, ...pair]) assert.equal(canonical(value), plainly(value))
})
