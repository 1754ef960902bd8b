import { pageSize } from '@openslrt/core/contract/route.ts'
import { sessionRoutes } from '@openslrt/core/contract/session.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { deviceOf } from '@openslrt/core/staff/device.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { AccountParts } from './parts.ts'
import { countEvents, endOtherSessions, endSessionById, selectEvents, selectSessions } from './queries-sessions.ts'

/** ACCOUNT-17 Where one is signed in and what was tried at one's own account. */
export function ownSessionRoutesOf({ pool, sessions, logDays }: AccountParts): readonly Route[] {
  return [
    route(sessionRoutes.list, async ({ request }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      const rows = await selectSessions(pool, own.staff, own.id, new Date())
      const items = rows.map(({ id, agent, source, created_at, seen_at, own: isOwn }) => ({
        id,
        ...deviceOf(agent),
        source,
        since: created_at.getTime(),
        seenAt: seen_at.getTime(),
        own: isOwn,
      }))
      return ok({ items })
    }),
    route(sessionRoutes.end, async ({ request, body }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      if (!(await endSessionById(pool, own.staff, body.id))) return no({ code: 'not-found' })
      sessions.forget()
      return ok({})
    }),
    route(sessionRoutes.endOthers, async ({ request }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      await endOtherSessions(pool, own.staff, own.id)
      sessions.forget()
      return ok({})
    }),
    route(sessionRoutes.log, async ({ request, query }) => {
      const own = await sessions.own(request)
      if (!own) return no({ code: 'unauthenticated' })
      const rows = await selectEvents(pool, own.staff, query.page)
      const items = rows.map(({ id, at, event, source, agent }) => ({
        id,
        at: at.getTime(),
        event,
        source,
        ...deviceOf(agent),
      }))
      return ok({ items, total: await countEvents(pool, own.staff), page: query.page, size: pageSize, days: logDays })
    }),
  ]
}
