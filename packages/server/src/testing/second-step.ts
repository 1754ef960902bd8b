import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { codeAt, secretOfKey } from '../platform/auth/totp.ts'
import { clientAt } from './client.ts'
import type { Answer, Door } from './door.ts'

/** Somebody who is in: their cookie, who they are, and what they set up on the way. */
export interface Entered {
  readonly cookie: string
  readonly me: Me
  /** What their app holds; null when no role of theirs asked for it. */
  readonly secret: Uint8Array | null
  readonly codes: readonly string[]
}

/** From the answer at the door to the inside: who must set up a second factor does, as their app would. */
export async function walkIn(door: Door, answer: Answer): Promise<Entered> {
  const { next, me } = accountRoutes.accept.reply.parse(answer.body)
  const cookie = cookieIn(answer)
  if (me) return { cookie, me, secret: null, codes: [] }
  if (next !== 'set-up') throw new Error(`a code of the app is asked for, and this person has none: ${answer.text}`)
  return setUpFactor(door, cookie)
}

/** Sets a second factor up, or a new one in its place, which takes a code of the one that holds. */
export async function setUpFactor(door: Door, cookie: string, code?: string): Promise<Entered> {
  const own = clientAt(door, { staff: '', office: '', cookie })
  const { key } = await own.read(secondFactorRoutes.begin, { body: code === undefined ? {} : { code } })
  const secret = secretOfKey(key)
  const answer = await own.ask(secondFactorRoutes.confirm, { body: { code: codeAt(secret, Date.now()) } })
  if (answer.status !== 200) throw new Error(`the second factor was not taken: ${answer.text}`)
  const { me, codes } = secondFactorRoutes.confirm.reply.parse(answer.body)
  return { cookie: cookieIn(answer), me, secret, codes }
}

/** The cookie that an answer sets, as the next request sends it. */
export const cookieIn = ({ headers }: Answer): string => headers['set-cookie']?.split(';')[0] ?? ''
