import type { SignedIn } from '@openslrt/core/contract/account.ts'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashPassword, isPassword } from '../../platform/auth/password.ts'
import { forgive, giveBack, takeGuess } from '../../platform/auth/queries.ts'
import { sourceOf } from '../../platform/http/address.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { factorRoutesOf } from './factor-routes.ts'
import { keyRoutesOf } from './key-routes.ts'
import { acceptLink, giveLink, showLink } from './links.ts'
import { noteEvent } from './log.ts'
import { meOf } from './me.ts'
import { ownSessionRoutesOf } from './own-sessions.ts'
import type { AccountParts } from './parts.ts'
import { providerRoutesOf } from './provider-routes.ts'
import { findCredential } from './queries.ts'

// Hashing a password that nobody has takes as long as checking one, so that timing does not tell who exists.
const nobody = hashPassword('nobody signs in with this')

/** The doors to an account. */
export function accountRoutesOf(parts: AccountParts): readonly Route[] {
  const { sessions } = parts
  return [
    route(accountRoutes.door, async () => ok({ demo: parts.isDemo(), provider: parts.provider?.name ?? null })),
    route(accountRoutes.signIn, ({ body, request, response }) =>
      signIn(parts, body.name, body.password, request, response),
    ),
    route(accountRoutes.signOut, async ({ request, response }) => {
      await sessions.end(request, response)
      return ok({})
    }),
    route(accountRoutes.me, async ({ person }) => ok(meOf(parts, person()))),
    route(accountRoutes.link, ({ body }) => showLink(parts, body.token)),
    route(accountRoutes.accept, async ({ body, request, response }) => {
      const staff = await acceptLink(parts, body)
      if (!staff.ok) return staff
      await noteEvent(parts.pool, request, staff.value, 'password-set')
      return enter(parts, staff.value, request, response)
    }),
    route(accountRoutes.invite, ({ body, actor }) => giveLink(parts, body.staff, actor())),
    ...factorRoutesOf(parts),
    ...ownSessionRoutesOf(parts),
    ...keyRoutesOf(parts),
    ...providerRoutesOf(parts),
  ]
}

async function signIn(
  parts: AccountParts,
  name: string,
  password: string,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<Result<SignedIn, Refusal>> {
  const now = Date.now()
  const [own, source] = [`name:${name}`, `source:${sourceOf(request)}`]
  const until = await takeGuess(parts.pool, [own, source], now)
  if (until !== null) return no({ code: 'locked-out', retryAfter: Math.ceil((until - now) / 1000) })
  const credential = await findCredential(parts.pool, name)
  const right = await isPassword(password, credential?.password ?? (await nobody))
  if (credential && !right) await noteEvent(parts.pool, request, credential.staff, 'wrong-password')
  if (!credential?.active || !right) return no({ code: 'sign-in-failed' })
  await forgive(parts.pool, [own])
  await giveBack(parts.pool, source)
  return enter(parts, credential.staff, request, response)
}

/** A right password, or a link: leads in, or to the step that is left. */
async function enter(
  parts: AccountParts,
  staff: string,
  request: FastifyRequest,
  response: FastifyReply,
): Promise<Result<SignedIn, Refusal>> {
  const { next, person } = await parts.sessions.begin(request, response, staff, { second: false, via: 'password' })
  if (!person) return no({ code: 'sign-in-failed' })
  if (next !== 'in') return ok({ next, me: null })
  await noteEvent(parts.pool, request, staff, 'in')
  return ok({ next, me: meOf(parts, person) })
}
