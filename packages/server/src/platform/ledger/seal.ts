import type { KeyObject } from 'node:crypto'
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, randomBytes } from 'node:crypto'

/** A key with the number that is written on every value it sealed. */
export interface DataKey {
  readonly id: number
  readonly secret: KeyObject
}

/** Keys are turned into the form that the cipher takes once: doing it for every value took 7 % of the server's time. */
export const keyOf = (bytes: Buffer): KeyObject => createSecretKey(bytes)

const format = 1
const ivBytes = 12
const tagBytes = 16
const headBytes = 5

/**
 * Seals text or bytes with AES-256-GCM. Layout: format (1 byte), key id (4), nonce (12), tag (16), sealed bytes.
 * `about` is bound in, so that a value cannot be moved to another place and still open.
 */
export function seal(key: DataKey, plain: Buffer, about: string): Buffer {
  const head = sealHead(key.id)
  const iv = freshBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv)
  cipher.setAAD(Buffer.from(about))
  const [sealed, rest] = [cipher.update(plain), cipher.final()]
  return Buffer.concat([head, iv, cipher.getAuthTag(), sealed, rest])
}

/** What every value begins with that a key sealed: by it old values are found without opening any. */
export function sealHead(keyId: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(format, 0)
  head.writeUInt32BE(keyId, 1)
  return head
}

/** The number of the key that sealed a value which begins so. */
export const sealedWith = (begins: Buffer): number => begins.readUInt32BE(1)

// Random bytes are fetched a page at a time: asking the system for twelve of them took longer than sealing with them.
let pool = randomBytes(4096)
let used = 0

/** Random bytes that were never given before, for nonces and salts. */
export function freshBytes(length: number): Buffer {
  if (used + length > pool.length) {
    pool = randomBytes(4096)
    used = 0
  }
  used += length
  return pool.subarray(used - length, used)
}

/** Opens what `seal` sealed. Throws when the bytes were changed, or were sealed for something else. */
export function unseal(keys: (id: number) => KeyObject, sealed: Buffer, about: string): Buffer {
  if (sealed.readUInt8(0) !== format) throw new Error('sealed value of an unknown format')
  const secret = keys(sealed.readUInt32BE(1))
  const iv = sealed.subarray(headBytes, headBytes + ivBytes)
  const decipher = createDecipheriv('aes-256-gcm', secret, iv)
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(headBytes + ivBytes, headBytes + ivBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(headBytes + ivBytes + tagBytes)), decipher.final()])
}

/** A keyed digest for exact search of a sealed value: equal values give equal digests, and nobody without the key can guess. */
export const keyedDigest = (key: KeyObject, purpose: string, value: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n${value}`).digest()

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer =>
  hash(
    'sha256',
    parts.length === 1 ? (parts[0] ?? '') : Buffer.concat(parts.map((part) => Buffer.from(part))),
    'buffer',
  )
