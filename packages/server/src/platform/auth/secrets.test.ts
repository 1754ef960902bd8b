import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { hashPassword, isPassword } from './password.ts'
import { digestOf, newToken, readableSecret } from './token.ts'

test('ACCOUNT-7 a password is hashed with what it cost, and known again; another one is not', async () => {
  const stored = await hashPassword('kopi-tubruk-tanpa-gula')
  assert.match(stored, /^argon2id\$19456\$2\$1\$[\w-]{22}\$[\w-]{43}$/)
  assert.equal(await isPassword('kopi-tubruk-tanpa-gula', stored), true)
  for (const wrong of ['', 'kopi-tubruk-tanpa-gul', 'Kopi-tubruk-tanpa-gula', 'kopi-tubruk-tanpa-gula '])
    assert.equal(await isPassword(wrong, stored), false, wrong)
})

test('ACCOUNT-7 the same password is never hashed to the same text', async () => {
  assert.notEqual(await hashPassword('teh-poci-gula-batu'), await hashPassword('teh-poci-gula-batu'))
})

test('ACCOUNT-7 a hash that names another cost is checked at that cost: the cost can be raised without new passwords', async () => {
  const [kind, memory, passes, lanes] = (await hashPassword('teh-poci-gula-batu')).split('$')
  assert.deepEqual([kind, memory, passes, lanes], ['argon2id', '19456', '2', '1'])
  const salt = Buffer.alloc(16, 1)
  const cheap = await import('node:crypto').then(({ argon2Sync }) =>
    argon2Sync('argon2id', { message: 'lama', nonce: salt, memory: 8, passes: 1, parallelism: 1, tagLength: 16 }),
  )
  const stored = ['argon2id', 8, 1, 1, salt.toString('base64url'), cheap.toString('base64url')].join('$')
  assert.equal(await isPassword('lama', stored), true)
  assert.equal(await isPassword('baru', stored), false)
})

test('ACCOUNT-7 what is no hash of ours is no password, and no fault', async () => {
  for (const stored of ['', 'x', 'argon2id', 'argon2i$8$1$1$AAAA$AAAA', 'argon2id$8$1$1$$AAAA', 'argon2id$8$1$1$AAAA$'])
    assert.equal(await isPassword('apa saja', stored), false, stored)
})

test('ACCOUNT-8 a token has 256 bits as text, is kept by its digest, and is made anew each time', () => {
  const many = Array.from({ length: 200 }, () => newToken())
  assert.equal(new Set(many.map(({ text }) => text)).size, 200)
  for (const { text, digest } of many) {
    assert.match(text, /^[\w-]{43}$/)
    assert.deepEqual(digest, createHash('sha256').update(text).digest())
    assert.deepEqual(digest, digestOf(text))
  }
})

property(
  'TRACK-1 a secret that is read aloud has eight signs without those that people mix up, and follows from its bytes',
  fc.uint8Array({ minLength: 16, maxLength: 32 }),
  (bytes) => {
    const secret = readableSecret(Buffer.from(bytes))
    assert.match(secret, /^[23456789abcdefghjkmnpqrstwxyz]{8}$/)
    assert.equal(secret, readableSecret(Buffer.from(bytes)))
  },
)

test('TRACK-1 a secret is as long as it is asked to be, and each sign comes from two bytes of its own', () => {
  const bytes = randomBytes(32)
  assert.equal(readableSecret(bytes, 12).length, 12)
  assert.equal(readableSecret(bytes, 12).slice(0, 8), readableSecret(bytes))
  assert.equal(readableSecret(Buffer.alloc(16)), '22222222')
  assert.equal(readableSecret(Buffer.from([0, 28, 0, 29, 1, 0])), 'z2t')
})

test('TRACK-1 every sign is drawn about as often as any other', () => {
  const counts = new Map<string, number>()
  for (let n = 0; n < 2_000; n++)
    for (const sign of readableSecret(createHash('sha256').update(String(n)).digest()))
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
  assert.equal(counts.size, 29)
  for (const [sign, n] of counts) assert.ok(n > 400 && n < 720, `${sign} ${n}`)
})
