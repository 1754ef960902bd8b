import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { FastifyRequest } from 'fastify'
import { sourceOf } from '../../platform/http/address.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { noteEvent } from './log.ts'
import { meOf } from './me.ts'
import type { AccountParts } from './parts.ts'
import { endSessionsOf } from './queries.ts'
import { countRecoveryCodes, deleteFactor, findFactor } from './queries-factor.ts'
import { beginFactor, confirmFactor, provesFactor, renewCodes, resetFactor } from './second-factor.ts'

/** The doors to a second factor. */
export const factorRoutesOf = (parts: AccountParts): readonly Route[] => [
  ...stepRoutes(parts),
  ...ownFactorRoutes(parts),
]

/** The steps by which somebody gets in: setting a second factor up, and showing it. */
function stepRoutes(parts: AccountParts): readonly Route[] {
  const { pool, sessions } = parts
  return [
    route(secondFactorRoutes.enter, async ({ request, response, body }) => {
      const knocking = await sessions.at(request, ['code'])
      if (!knocking) return no({ code: 'unauthenticated' })
      const proved = await proves(parts, request, knocking.staff, body.code)
      if (!proved.ok) return proved
      await sessions.end(request, response)
      const { person } = await sessions.begin(request, response, knocking.staff, { second: true, via: knocking.via })
      if (!person) return no({ code: 'sign-in-failed' })
      await noteEvent(pool, request, knocking.staff, knocking.via === 'provider' ? 'in-by-provider' : 'in')
      return ok(meOf(parts, person))
    }),
    route(secondFactorRoutes.begin, async ({ request, body }) => {
      const owner = (await sessions.own(request)) ?? (await sessions.at(request, ['set-up']))
      if (!owner) return no({ code: 'unauthenticated' })
      return beginFactor(parts, owner.staff, body.code, sourceOf(request))
    }),
    route(secondFactorRoutes.confirm, async ({ request, response, body }) => {
      const owner = (await sessions.own(request)) ?? (await sessions.at(request, ['set-up']))
      if (!owner) return no({ code: 'unauthenticated' })
      const codes = await confirmFactor(parts, owner.staff, body.code)
      if (!codes.ok) return codes
      // Sessions from before did not pass it: this one begins anew, all others end.
      await endSessionsOf(pool, owner.staff)
      sessions.forget()
      const { person } = await sessions.begin(request, response, owner.staff, { second: true, via: owner.via })
      if (!person) return no({ code: 'sign-in-failed' })
      await noteEvent(pool, request, owner.staff, 'factor-set')
      return ok({ codes: codes.value, me: meOf(parts, person) })
    }),
  ]
}

/** What somebody who is in does with their second factor, and an administrator with another's. */
function ownFactorRoutes(parts: AccountParts): readonly Route[] {
  const { pool, sessions } = parts
  return [
    route(secondFactorRoutes.state, async ({ request }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      const since = (await findFactor(pool, own.staff))?.confirmed_at?.getTime() ?? null
      return ok({ since, codesLeft: await countRecoveryCodes(pool, own.staff), required: sessions.needsFactor(own) })
    }),
    route(secondFactorRoutes.codes, async ({ request, body }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      const proved = await proves(parts, request, own.staff, body.code)
      if (!proved.ok) return proved
      await noteEvent(pool, request, own.staff, 'codes-made')
      return ok({ codes: await renewCodes(parts, own.staff) })
    }),
    route(secondFactorRoutes.end, async ({ request, body }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      if (sessions.needsFactor(own)) return no({ code: 'second-factor-needed' })
      const proved = await proves(parts, request, own.staff, body.code)
      if (!proved.ok) return proved
      await deleteFactor(pool, own.staff)
      await noteEvent(pool, request, own.staff, 'factor-ended')
      return ok({})
    }),
    route(secondFactorRoutes.reset, async ({ request, body, actor }) => {
      const had = await resetFactor(parts, body.staff, actor())
      if (!had.ok) return had
      if (had.value) await noteEvent(pool, request, body.staff, 'factor-reset')
      return ok({})
    }),
  ]
}

/** A code, with what came of it in the log of its owner. */
async function proves(
  parts: AccountParts,
  request: FastifyRequest,
  staff: string,
  code: string,
): Promise<Result<'app' | 'recovery', Refusal>> {
  const proved = await provesFactor(parts, staff, code, sourceOf(request))
  if (proved.ok && proved.value === 'recovery') await noteEvent(parts.pool, request, staff, 'recovery-code')
  if (!proved.ok && proved.error.code === 'wrong-code') await noteEvent(parts.pool, request, staff, 'wrong-code')
  return proved
}
