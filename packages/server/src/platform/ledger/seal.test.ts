import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import type { DataKey } from './seal.ts'
import { keyedDigest, keyedDigests, keyOf, seal, sha256, unseal } from './seal.ts'

const key = (id: number, fill: number): DataKey => ({ id, secret: keyOf(Buffer.alloc(32, fill)) })
const one = key(1, 1)
const opens = (sealed: Buffer, about: string, by: DataKey = one): Buffer => unseal(() => by.secret, sealed, about)

property(
  'SEAL-1 whatever was sealed is opened again, byte for byte, under its own key and place only',
  fc.record({ plain: fc.uint8Array({ maxLength: 300 }), about: fc.string({ maxLength: 40 }) }),
  ({ plain, about }) => {
    const sealed = seal(one, Buffer.from(plain), about)
    assert.deepEqual(opens(sealed, about), Buffer.from(plain))
    assert.throws(() => opens(sealed, `${about}.`))
    assert.throws(() => opens(sealed, about, key(1, 2)))
  },
)

property(
  'SEAL-1 a sealed value of which one bit was changed anywhere does not open',
  fc.record({ at: fc.nat({ max: 1000 }), bit: fc.nat({ max: 7 }) }),
  ({ at, bit }) => {
    const sealed = seal(one, Buffer.from('3404075203600001'), 'field')
    const changed = Buffer.from(sealed)
    const place = at % changed.length
    changed[place] = (changed[place] ?? 0) ^ (1 << bit)
    // The number of the key stands in the open: whoever changes it asks for another key.
    const keys = (id: number) => (id === 1 ? one.secret : key(id, 3).secret)
    assert.throws(() => unseal(keys, changed, 'field'))
  },
)

test('SEAL-1 a value that was cut short does not open', () => {
  const sealed = seal(one, Buffer.from('081234567890'), 'field')
  for (let length = 1; length < sealed.length; length++)
    assert.throws(() => opens(sealed.subarray(0, length), 'field'), `${length} bytes`)
})

test('SEAL-2 the number of its key stands on every value, so that an old key opens what it sealed', () => {
  const asked: number[] = []
  const sealed = seal(key(70_000, 5), Buffer.from('x'), 'field')
  unseal(
    (id) => {
      asked.push(id)
      return key(id, 5).secret
    },
    sealed,
    'field',
  )
  assert.deepEqual(asked, [70_000])
})

test('SEAL-2 a value of a format that this release does not know is refused before any key is asked for', () => {
  const sealed = seal(one, Buffer.from('x'), 'field')
  sealed.writeUInt8(2, 0)
  const nobody = (): never => {
    throw new Error('a key was asked for')
  }
  assert.throws(() => unseal(nobody, sealed, 'field'), /sealed value of an unknown format/)
})

test('SEAL-3 the same value never looks the same twice, and no nonce is used a second time', () => {
  const many = Array.from({ length: 5_000 }, () => seal(one, Buffer.from('3404075203600001'), 'field'))
  assert.equal(new Set(many.map((sealed) => sealed.toString('base64'))).size, many.length)
  assert.equal(new Set(many.map((sealed) => sealed.subarray(5, 17).toString('hex'))).size, many.length)
})

test('SEAL-3 nothing of a value can be read in its seal', () => {
  const sealed = seal(one, Buffer.from('3404075203600001'), 'field')
  assert.equal(sealed.includes('34040752'), false)
  assert.equal(sealed.length, 1 + 4 + 12 + 16 + 16)
})

test('SEAL-4 equal values have equal digests under one key and purpose, and others under any other', () => {
  const digest = (fill: number, purpose: string, value: string) =>
    keyedDigest(keyOf(Buffer.alloc(32, fill)), purpose, value).toString('hex')
  const nik = digest(1, 'nik', '3404075203600001')
  assert.equal(nik, digest(1, 'nik', '3404075203600001'))
  assert.equal(nik, createHmac('sha256', Buffer.alloc(32, 1)).update('nik\n3404075203600001').digest('hex'))
  const others = [
    digest(2, 'nik', '3404075203600001'),
    digest(1, 'kk', '3404075203600001'),
    digest(1, 'nik', '3404075203600002'),
    digest(1, 'nik\n3404', '075203600001'),
  ]
  assert.equal(new Set([nik, ...others]).size, 5)
})

property(
  'SEAL-4 a digest of parts is the digest of what they make together',
  fc.array(fc.oneof(fc.string(), fc.uint8Array()), { minLength: 1, maxLength: 4 }),
  (parts) => {
    const given = parts.map((part) => (typeof part === 'string' ? part : Buffer.from(part)))
    const whole = Buffer.concat(given.map((part) => Buffer.from(part)))
    assert.deepEqual(sha256(...given), createHash('sha256').update(whole).digest())
  },
)

test('SEAL-4 digests that are made many at once are those that are made one by one', () => {
  const key = keyOf(randomBytes(32))
  const many = keyedDigests(key)
  const values = ['', '3404070101800001', 'ñ–𝄞', 'x'.repeat(150), 'ä'.repeat(170), 'é'.repeat(5_000), '\ud800']
  for (const value of values) assert.deepEqual(many('nik', value), keyedDigest(key, 'nik', value), value.slice(0, 9))
  const [one, other] = [many('nik', '1'), many('nik', '2')]
  assert.notDeepEqual(one, other)
  assert.deepEqual(one, keyedDigest(key, 'nik', '1'), 'a digest that was given is not written over')
})
