import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import type { Codec, DbRow } from './codec.ts'
import * as codecs from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { keyedDigest, keyOf, seal, unseal } from './seal.ts'

function keysOf(fill: number): DistrictKeys {
  const secret = keyOf(Buffer.alloc(32, fill))
  return {
    seal: (plain, about) => seal({ id: 1, secret }, plain, about),
    open: (sealed, about) => unseal(() => secret, sealed, about),
    index: (purpose, value) => keyedDigest(secret, purpose, value),
  }
}
const keys = keysOf(1)

/** What the database gives back of a value that was written: moments as dates, JSON as what it says. */
function stored({ cells }: Codec, value: unknown, column = 'field'): DbRow {
  const asRead = (type: string, written: unknown): unknown => {
    if (type === 'timestamptz' && typeof written === 'string') return new Date(written)
    return type === 'jsonb' ? JSON.parse(String(written)) : written
  }
  return Object.fromEntries(cells.map(({ suffix, type, of }) => [`${column}${suffix}`, asRead(type, of(value, keys))]))
}
const again = (codec: Codec, value: unknown, by: DistrictKeys | null = keys): unknown =>
  codec.decode(stored(codec, value), 'field', by)

const nullable = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null })
const words = fc.string({ unit: 'grapheme' })
const moment = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) - 1 })
const kinds: readonly (readonly [what: string, codec: Codec, values: fc.Arbitrary<unknown>])[] = [
  ['a text', codecs.text, nullable(words)],
  ['texts', codecs.texts, fc.array(words)],
  ['a number', codecs.int, nullable(fc.integer())],
  ['yes or no', codecs.bool, fc.boolean()],
  ['a name', codecs.name, words],
  ['what has several parts', codecs.json, fc.jsonValue({ noUnicodeString: true })],
  ['a moment', codecs.time, nullable(moment)],
  ['a sealed text', codecs.sealed, nullable(words)],
  ['a sealed text that is searched for', codecs.found('nik'), nullable(words)],
  ['a digest', codecs.digest, nullable(fc.stringMatching(/^([0-9a-f]{2}){1,32}$/))],
  [
    'a clock',
    codecs.clock,
    fc.record({ startedAt: moment, dueAt: nullable(moment), left: nullable(fc.integer()) }).map((one) => ({ ...one })),
  ],
]
for (const [what, codec, values] of kinds)
  property(`LEDGER-5 ${what} is read back as it was written, whatever it is`, values, (value) => {
    assert.deepEqual(again(codec, value), value ?? null)
  })

property(
  'CASE-28 of a sealed text nothing can be read in the table, without keys or with another district’s',
  words,
  (text) => {
    for (const codec of [codecs.sealed, codecs.found('nik')]) {
      assert.equal(again(codec, text, null), null)
      assert.throws(() => again(codec, text, keysOf(2)))
      const { field } = stored(codec, text)
      assert.ok(Buffer.isBuffer(field) && (text.length < 4 || !field.includes(text)))
    }
  },
)

test('CASE-28 equal values are found by one digest, for one purpose, in the spelling that counts', () => {
  const digits = (value: string): string => value.replaceAll(/\D/g, '')
  const digest = (value: unknown, purpose = 'phone', by = keys) =>
    codecs.digestCell(codecs.found(purpose, digits))?.of(value, by)
  assert.deepEqual(digest('0812-3456'), digest('0812 3456'))
  assert.notDeepEqual(digest('0812 3456'), digest('0812 3457'))
  assert.notDeepEqual(digest('0812 3456'), digest('0812 3456', 'nik'))
  assert.notDeepEqual(digest('0812 3456'), digest('0812 3456', 'phone', keysOf(2)))
  assert.equal(digest(null), null)
})

test('SEAL-6 which columns are sealed anew under a new key is told by their codec, and who has a digest', () => {
  const { sealed, found, text, name, json, digest, clock, time } = codecs
  for (const codec of [sealed, found('nik')]) assert.ok(codecs.isSealed(codec))
  for (const codec of [text, name, json, digest, clock, time]) {
    assert.equal(codecs.isSealed(codec), false)
    assert.equal(codecs.digestCell(codec), undefined)
  }
  assert.equal(codecs.digestCell(sealed), undefined)
  assert.equal(codecs.digestCell(found('nik'))?.suffix, '_index')
})

test('CASE-28 what was sealed as one thing does not open as another', () => {
  const { field } = stored(codecs.sealed, '3404070101010001')
  const elsewhere = { field: keys.seal(Buffer.from('3404070101010001'), 'file x') }
  assert.equal(codecs.sealed.decode({ field }, 'field', keys), '3404070101010001')
  assert.throws(() => codecs.sealed.decode(elsewhere, 'field', keys))
  assert.equal(codecs.sealed.decode({ field: null }, 'field', keys), null)
})

test('CLOCK-4 a clock that never was held says nothing of what is left, and one that stands nothing of its end', () => {
  const row = stored(codecs.clock, { startedAt: 0, dueAt: 60_000, left: null }, 'hop')
  assert.deepEqual(Object.keys(row), ['hop_started_at', 'hop_due_at', 'hop_left'])
  assert.deepEqual(codecs.clock.decode(row, 'hop', null), { startedAt: 0, dueAt: 60_000, left: null })
  assert.deepEqual(codecs.clock.decode({ hop_started_at: new Date(0) }, 'hop', null), {
    startedAt: 0,
    dueAt: null,
    left: null,
  })
})
