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
  const iv = freshBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv)
  cipher.setAAD(boundTo(about))
  const sealed = cipher.update(plain)
  // Of this cipher nothing is left over at its end; only then is there a tag.
  cipher.final()
  const all = Buffer.allocUnsafe(headBytes + ivBytes + tagBytes + sealed.length)
  all.writeUInt8(format, 0)
  all.writeUInt32BE(key.id, 1)
  iv.copy(all, headBytes)
  cipher.getAuthTag().copy(all, headBytes + ivBytes)
  sealed.copy(all, headBytes + ivBytes + tagBytes)
  return all
}

// Thousands of values one behind the other are fields.
let [lastAbout, lastBound] = ['', Buffer.alloc(0)]
function boundTo(about: string): Buffer {
  if (about !== lastAbout) [lastAbout, lastBound] = [about, Buffer.from(about)]
  return lastBound
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

const blockBytes = 64
const roomBytes = 512

/**
 * The same for many short values under one key: the key is mixed into two blocks once (HMAC, RFC 2104), and each digest is
 * then two plain ones, without an object for each. A third of the time: of a load, digests of numbers were a tenth.
 */
export function keyedDigests(key: KeyObject): (purpose: string, value: string) => Buffer {
  const secret = key.export()
  if (secret.length > blockBytes) return (purpose, value) => keyedDigest(key, purpose, value)
  const block = (mask: number, room: number): Buffer =>
    Buffer.concat([
      Buffer.from(Array.from({ length: blockBytes }, (_, at) => (secret[at] ?? 0) ^ mask)),
      Buffer.alloc(room),
    ])
  const [inner, outer] = [block(0x36, roomBytes), block(0x5c, 32)]
  return (purpose, value) => {
    const said = `${purpose}\n${value}`
    // A sign has three bytes at most, or two signs four.
    if (said.length * 3 > roomBytes) return keyedDigest(key, purpose, value)
    const end = blockBytes + inner.write(said, blockBytes)
    outer.write(hash('sha256', inner.subarray(0, end), 'hex'), blockBytes, 'hex')
    return Buffer.from(hash('sha256', outer, 'hex'), 'hex')
  }
}

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer =>
  hash(
    'sha256',
    parts.length === 1 ? (parts[0] ?? '') : Buffer.concat(parts.map((part) => Buffer.from(part))),
    'buffer',
  )
