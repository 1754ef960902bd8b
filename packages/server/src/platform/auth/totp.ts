import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const stepMs = 30_000
/** A phone's clock may be a step late or early; more would give guesses more room. */
const drift = 1

// 160 bits, six digits, half a minute, SHA-1: the only choice of RFC 6238 that every authenticator app knows.
const totpOf = (secret: Uint8Array): TOTP =>
  new TOTP({ secret: new Secret({ buffer: Uint8Array.from(secret).buffer }), digits: 6, period: stepMs / 1000 })

/** A new shared secret for an authenticator app. */
export const newTotpSecret = (): Buffer => randomBytes(20)

/** ACCOUNT-13 The step of time that a code belongs to, around now; null when it is wrong. */
export function stepOf(secret: Uint8Array, code: string, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: drift })
  return delta === null ? null : Math.floor(now / stepMs) + delta
}

/** The code that an app shows at a moment: for tests and set-ups that play the person. */
export const codeAt = (secret: Uint8Array, now: number): string => totpOf(secret).generate({ timestamp: now })

/** The secret as people type it, and as a QR code says it. */
export function shownSecret(secret: Uint8Array, name: string): { readonly key: string; readonly address: string } {
  const totp = totpOf(secret)
  const label = encodeURIComponent(`OpenSLRT:${name}`)
  const key = totp.secret.base32
  return {
    key: key.match(/.{1,4}/g)?.join(' ') ?? key,
    address: `otpauth://totp/${label}?secret=${key}&issuer=OpenSLRT&algorithm=SHA1&digits=6&period=30`,
  }
}

/** The secret behind a key as it was shown. */
export const secretOfKey = (key: string): Uint8Array => Secret.fromBase32(key.replace(/\s/g, '')).bytes
