import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { providerRoutes } from '@openslrt/core/contract/provider.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { isPassword } from '../../platform/auth/password.ts'
import type { Identity } from '../../platform/auth/provider.ts'
import { forgive, takeGuess } from '../../platform/auth/queries.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { noteEvent } from './log.ts'
import { meOf } from './me.ts'
import type { AccountParts } from './parts.ts'
import { attemptsOf } from './provider-attempt.ts'
import { findPasswordOf } from './queries.ts'
import { connect, connectedSince, deleteIdentities, findConnected } from './queries-provider.ts'

const retryAfter = 30

type Finished = z.infer<typeof providerRoutes.finish.reply>

/** ACCOUNT-19 The doors by way of an identity provider. Without one in the configuration they lead nowhere. */
export function providerRoutesOf(parts: AccountParts): readonly Route[] {
  const { pool, sessions, provider } = parts
  const attempts = attemptsOf(parts.keys, parts.secure)
  const begin = async (response: FastifyReply, staff: string | null): Promise<Result<{ address: string }, Refusal>> => {
    if (!provider) return no({ code: 'not-found' })
    // The provider's own fault: it is away, or was set up wrongly; the log says which.
    const made = await provider.begin().catch(parts.onProviderFault)
    if (!made) return no({ code: 'unavailable', retryAfter })
    await attempts.keep(response, { ...made.begun, staff })
    return ok({ address: made.address })
  }
  return [
    route(providerRoutes.begin, ({ response }) => begin(response, null)),
    route(providerRoutes.connect, async ({ request, response, body }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      const refusal = await wrongPassword(parts, own.staff, body.password)
      return refusal ? no(refusal) : begin(response, own.staff)
    }),
    route(providerRoutes.finish, async ({ request, response, body }) => {
      const attempt = await attempts.take(request, response)
      const identity = attempt && provider ? await provider.finish(body.search, attempt) : null
      if (!attempt || !identity) return no({ code: 'provider-failed' })
      if (attempt.staff !== null) return connectOwn(parts, request, attempt.staff, identity)
      return signInAs(parts, request, response, identity)
    }),
    route(providerRoutes.own, async ({ request }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      const since = provider && (await connectedSince(pool, provider.issuer, own.staff))
      return ok({ name: provider?.name ?? null, since: since?.getTime() ?? null })
    }),
    route(providerRoutes.leave, async ({ request }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      if (await deleteIdentities(pool, own.staff)) await noteEvent(pool, request, own.staff, 'provider-left')
      return ok({})
    }),
  ]
}

/** Only who began in this session connects: an open screen alone must not hand the account to somebody else's identity. */
async function connectOwn(
  parts: AccountParts,
  request: FastifyRequest,
  staff: string,
  identity: Identity,
): Promise<Result<Finished, Refusal>> {
  const own = await parts.sessions.own(request)
  if (own?.staff !== staff) return no({ code: 'provider-failed' })
  if (!(await connect(parts.pool, identity, staff, new Date()))) return no({ code: 'provider-taken' })
  await noteEvent(parts.pool, request, staff, 'provider-connected')
  return ok({ next: 'connected', me: null })
}

/** An identity is as good as a password, and no better: a second factor of ours is still asked for. */
async function signInAs(
  parts: AccountParts,
  request: FastifyRequest,
  response: FastifyReply,
  identity: Identity,
): Promise<Result<Finished, Refusal>> {
  const staff = await findConnected(parts.pool, identity)
  if (staff === null) return no({ code: 'provider-unknown' })
  const { next, person } = await parts.sessions.begin(request, response, staff, { second: false, via: 'provider' })
  if (!person) return no({ code: 'provider-unknown' })
  if (next !== 'in') return ok({ next, me: null })
  await noteEvent(parts.pool, request, staff, 'in-by-provider')
  return ok({ next, me: meOf(parts, person) })
}

async function wrongPassword({ pool }: AccountParts, staff: string, password: string): Promise<Refusal | null> {
  const now = Date.now()
  const key = `password:${staff}`
  const until = await takeGuess(pool, [key], now)
  if (until !== null) return { code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) }
  const kept = await findPasswordOf(pool, staff)
  if (kept === null || !(await isPassword(password, kept))) return { code: 'wrong-password' }
  await forgive(pool, [key])
  return null
}
