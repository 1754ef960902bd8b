import { forgetRoutes } from '@openslrt/core/contract/retention.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { selectSoon } from './queries.ts'

/** The door through which it is read what the clock is about to forget. */
export const forgetRoutesOf = ({ ledger, reference }: CaseParts): readonly Route[] => [
  route(forgetRoutes.soon, async ({ query: { page }, actor }) => {
    const reader = actor()
    const rows = await inScope(ledger.pool, scopeOf(reader, null), (client) =>
      selectSoon(client, reader, { limit: pageSize, offset: (page - 1) * pageSize }),
    )
    const items = rows.map(({ district, of, subject, place, count, kept_until, forgets_at }) => ({
      district: ledgerCode.parse(district),
      of,
      subject,
      count,
      placeName: reference.placeName(placeCode.parse(place)),
      keptUntil: kept_until.getTime(),
      forgetsAt: forgets_at.getTime(),
    }))
    return ok({ items, total: rows[0]?.n ?? 0, page, size: pageSize })
  }),
]
