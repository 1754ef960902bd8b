import type { ProviderActor } from '@openslrt/core/access/actor.ts'
import type { PublicReply } from '@openslrt/core/contract/reply.ts'
import { publicReply } from '@openslrt/core/contract/reply.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { digestOf, newToken } from '../../platform/auth/token.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { logOpening } from '../../platform/ledger/access-log.ts'
import type { PublicParts } from './parts.ts'
import { endReplySession, findPublicReply, saveReplySession, touchReplySession } from './queries-reply.ts'

/** Somebody who showed the secret of one reply link. `proof` opens the door again at every page. */
export interface Holder {
  readonly district: string
  readonly referral: string
  readonly proof: Buffer
}

const cookieName = 'rujukan'
/** An hour without use closes the referral in this browser: a counter is busier than a citizen's phone. */
const lifeMs = 60 * 60_000

const cookieOf = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

/** REF-20 Asks the door for a referral: nothing without the right proof, once the link was revoked, or after its time. */
export async function knockForReply(
  { pools }: Pick<PublicParts, 'pools'>,
  district: string,
  key: string,
  proof: Buffer,
): Promise<PublicReply | null> {
  const found = await findPublicReply(pools.door, district, key, proof)
  return found === null ? null : publicReply.parse(found)
}

/** Begins a visit through a link: a random token in the cookie, its digest in the database. */
export async function beginHolder(
  { pools, secure }: Pick<PublicParts, 'pools' | 'secure'>,
  reply: FastifyReply,
  holder: Holder,
): Promise<void> {
  const token = newToken()
  const now = Date.now()
  await saveReplySession(pools.api, token.digest, holder, new Date(now), new Date(now + lifeMs))
  reply.setCookie(cookieName, token.text, cookieOf(secure))
}

/** Whose referral is open in this browser, if any. */
export async function whoseReferral(
  { pools }: Pick<PublicParts, 'pools'>,
  request: FastifyRequest,
): Promise<Holder | null> {
  const text = request.cookies[cookieName]
  const now = Date.now()
  return text ? touchReplySession(pools.api, digestOf(text), new Date(now), new Date(now + lifeMs)) : null
}

/** Closes the referral in this browser. */
export async function endHolder(
  { pools, secure }: Pick<PublicParts, 'pools' | 'secure'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const text = request.cookies[cookieName]
  if (text) await endReplySession(pools.api, digestOf(text))
  reply.clearCookie(cookieName, cookieOf(secure))
}

/** As whom the holder of a link acts and looks. */
export const actorOf = ({ id, caseId, toOffice }: PublicReply): ProviderActor => ({
  kind: 'provider',
  referral: id,
  case: caseId,
  office: toOffice,
})

/** REF-20 Writes down that the referral was looked at, under the name of its link. */
export async function noteLook({ pools }: Pick<PublicParts, 'pools'>, referral: PublicReply): Promise<void> {
  const actor = actorOf(referral)
  const { district, caseId: subject } = referral
  await inScope(pools.api, scopeOf(actor, district), (client) =>
    logOpening(client, actor, { district, action: 'open', subject, now: Date.now() }),
  )
}
