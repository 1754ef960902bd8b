import { randomBytes } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { cannotHandOut } from '@openslrt/core/office/reach.ts'
import { nation } from '@openslrt/core/place/code.ts'
import { forgive, giveBack, takeGuess } from '../../platform/auth/queries.ts'
import { readableSecret } from '../../platform/auth/token.ts'
import { newTotpSecret, shownSecret, stepOf } from '../../platform/auth/totp.ts'
import { postsOf } from '../reference/index.ts'
import type { AccountParts } from './parts.ts'
import { endSessionsOf, findPerson, findSignInName } from './queries.ts'
import {
  confirmPending,
  deleteFactor,
  findFactor,
  replaceRecoveryCodes,
  savePending,
  spendRecoveryCode,
  spendStep,
} from './queries-factor.ts'

const codeCount = 10
const codeLength = 10

/** ACCOUNT-13 Whether a code is this person's, now and for the first time. Guesses are limited as those of passwords are. */
export async function provesFactor(
  parts: AccountParts,
  staff: string,
  code: string,
  source: string,
): Promise<Result<'app' | 'recovery', Refusal>> {
  const now = Date.now()
  const [own, from] = [`code:${staff}`, `source:${source}`]
  const until = await takeGuess(parts.pool, [own, from], now)
  if (until !== null) return no({ code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) })
  const isApp = /^\d{6}$/.test(code)
  const right = isApp ? await isAppCode(parts, staff, code, now) : await isRecoveryCode(parts, staff, code, now)
  if (!right) return no({ code: 'wrong-code' })
  await forgive(parts.pool, [own])
  await giveBack(parts.pool, from)
  return ok(isApp ? 'app' : 'recovery')
}

async function isAppCode(parts: AccountParts, staff: string, code: string, now: number): Promise<boolean> {
  const factor = await findFactor(parts.pool, staff)
  if (!factor?.secret) return false
  const step = stepOf(await opened(parts, staff, factor.secret), code, now)
  return step !== null && spendStep(parts.pool, staff, step)
}

const isRecoveryCode = (parts: AccountParts, staff: string, code: string, now: number): Promise<boolean> =>
  spendRecoveryCode(parts.pool, staff, digestOfCode(parts, staff, code), new Date(now))

/** A new secret, shown to its owner, that counts once a code confirms it. Who has one shows first that they hold it. */
export async function beginFactor(
  parts: AccountParts,
  staff: string,
  code: string | undefined,
  source: string,
): Promise<Result<{ key: string; address: string }, Refusal>> {
  const factor = await findFactor(parts.pool, staff)
  if (factor?.secret) {
    if (code === undefined) return no({ code: 'wrong-code' })
    const proved = await provesFactor(parts, staff, code, source)
    if (!proved.ok) return proved
  }
  const secret = newTotpSecret()
  const keys = await parts.keys.forDistrict(nation)
  await savePending(parts.pool, staff, keys.seal(secret, about(staff)))
  return ok(shownSecret(secret, await nameOf(parts, staff)))
}

/** Puts the new secret in force by a first code of it; gives the recovery codes, in the open for this once. */
export async function confirmFactor(
  parts: AccountParts,
  staff: string,
  code: string,
): Promise<Result<string[], Refusal>> {
  const now = Date.now()
  const key = `set-up:${staff}`
  const until = await takeGuess(parts.pool, [key], now)
  if (until !== null) return no({ code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) })
  const pending = (await findFactor(parts.pool, staff))?.pending
  const step = pending ? stepOf(await opened(parts, staff, pending), code, now) : null
  if (!pending || step === null) return no({ code: 'wrong-code' })
  const codes = newCodes()
  const digests = codes.map((one) => digestOfCode(parts, staff, bare(one)))
  if (!(await confirmPending(parts.pool, staff, { pending, step, digests, now: new Date(now) })))
    return no({ code: 'wrong-code' })
  await forgive(parts.pool, [key])
  return ok(codes)
}

/** Recovery codes anew; those from before open nothing any more. */
export async function renewCodes(parts: AccountParts, staff: string): Promise<string[]> {
  const codes = newCodes()
  await replaceRecoveryCodes(
    parts.pool,
    staff,
    codes.map((one) => digestOfCode(parts, staff, bare(one))),
  )
  return codes
}

/**
 * ACCOUNT-14 Takes a lost second factor away, by whoever could hand out a link to the account: both together are the
 * whole key. One's own is not taken away without a code: an open screen would be enough to do it.
 */
export async function resetFactor(
  parts: AccountParts,
  staff: string,
  actor: StaffActor,
): Promise<Result<boolean, Refusal>> {
  const { pool, reference } = parts
  if (staff === actor.staff) return no({ code: 'own-second-factor' })
  const posts = await postsOf(pool, staff)
  if (posts.length === 0) return no({ code: 'unknown-staff' })
  const look = { now: Date.now(), offices: reference.offices(), roles: reference.roles }
  const refusal = cannotHandOut(actor, staff, posts, look)
  if (refusal) return no(refusal)
  const had = await deleteFactor(pool, staff)
  await endSessionsOf(pool, staff)
  parts.sessions.forget()
  return ok(had)
}

// Ten letters and digits without those that people mix up: 48 bits, in two halves to be written down.
const newCodes = (): string[] =>
  Array.from({ length: codeCount }, () =>
    (readableSecret(randomBytes(codeLength * 2), codeLength).match(/.{5}/g) ?? []).join('-'),
  )
const bare = (code: string): string => code.replaceAll('-', '')

const digestOfCode = ({ keys }: AccountParts, staff: string, code: string): Buffer =>
  keys.derive('recovery-code', `${staff} ${code}`)

const about = (staff: string): string => `second-factor ${staff}`

async function opened({ keys }: AccountParts, staff: string, sealed: Buffer): Promise<Buffer> {
  return (await keys.forDistrict(nation)).open(sealed, about(staff))
}

async function nameOf({ pool }: AccountParts, staff: string): Promise<string> {
  return (await findSignInName(pool, staff)) ?? (await findPerson(pool, staff, new Date()))?.name ?? staff
}
