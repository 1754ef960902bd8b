import type { NoticeLine } from '@openslrt/core/contract/notice-queries.ts'
import { noticeLine, noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import type { Pool } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { NoticeRow } from './queries.ts'
import { countNotices, countUnread, markNotices, selectNotices } from './queries.ts'
import { says } from './says.ts'

/** NOTICE-9 The doors to one's own notices. */
export function noticeRoutesOf({ pool }: { readonly pool: Pool }): readonly Route[] {
  return [
    route(noticeRoutes.list, async ({ query: { show, page }, person }) => {
      const { staff } = person()
      return inScope(pool, { staff }, async (client) => {
        const unread = show === 'unread'
        const rows = await selectNotices(client, staff, { unread, limit: pageSize, offset: (page - 1) * pageSize })
        const counts = await countNotices(client, staff)
        const total = unread ? counts.unread : counts.all
        return ok({ items: rows.map(lineOf), total, page, size: pageSize, unread: counts.unread })
      })
    }),
    route(noticeRoutes.count, async ({ person }) => {
      const { staff } = person()
      return ok({ unread: await inScope(pool, { staff }, (client) => countUnread(client, staff)) })
    }),
    route(noticeRoutes.read, async ({ body, person }) => {
      const { staff } = person()
      return inScope(pool, { staff }, async (client) => {
        await markNotices(client, staff, body.ids, body.read ? new Date() : null)
        return ok({ unread: await countUnread(client, staff) })
      })
    }),
  ]
}

const lineOf = ({ says: facts, ...row }: NoticeRow): NoticeLine => noticeLine.parse({ ...row, ...says.parse(facts) })
