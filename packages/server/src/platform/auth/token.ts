import { createHash, randomBytes } from 'node:crypto'

/** A token for a cookie or a link: 256 random bits as text. The database keeps only its digest. */
export interface Token {
  readonly text: string
  readonly digest: Buffer
}

/** Makes a new token. */
export function newToken(): Token {
  const text = randomBytes(32).toString('base64url')
  return { text, digest: digestOf(text) }
}

/** The digest by which a token is found again. Tokens are random, so a plain digest is enough. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

// No 0/o, 1/l/i, u/v pairs: letters that people mix up when reading a slip aloud.
const readable = '23456789abcdefghjkmnpqrstwxyz'

/** Eight letters and digits that are easy to read and say: about 39 bits out of bytes that are already secret. */
export function readableSecret(bytes: Buffer, length = 8): string {
  return Array.from(bytes.subarray(0, length * 2))
    .reduce<number[]>(
      (pairs, byte, at) =>
        at % 2 === 0 ? [...pairs, byte] : [...pairs.slice(0, -1), (pairs.at(-1) ?? 0) * 256 + byte],
      [],
    )
    .map((value) => readable[value % readable.length])
    .join('')
}
