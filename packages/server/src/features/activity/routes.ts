import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { payStatus } from '@openslrt/core/activity/pay.ts'
import { activityRoutes } from '@openslrt/core/contract/activity.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { Month } from '@openslrt/core/figures/month.ts'
import { daysOfMonth, monthOf, monthsBefore } from '@openslrt/core/figures/month.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, isRegion, ledgerOf, rangeOf, villageCode } from '@openslrt/core/place/code.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import type { Reference } from '../reference/index.ts'
import { goingRoles, visitingRoles } from '../visit/index.ts'
import type { LineRow, Look } from './queries.ts'
import { countPeople, selectLines } from './queries.ts'
import type { Coverage } from './queries-coverage.ts'
import { countVillages, selectVillages } from './queries-coverage.ts'
import { countsOf, reportOf } from './report.ts'

/** The doors to what was done in the field, and where nobody was. */
export const activityRoutesOf = (parts: CaseParts): readonly Route[] => [...ofPeople(parts), ofVillages(parts)]

function ofPeople(parts: CaseParts): readonly Route[] {
  const { reference } = parts
  const { pool } = parts.ledger
  return [
    route(activityRoutes.list, async ({ query: { month, village = null, q = '', page }, actor }) => {
      const reader = actor()
      if (isRegion(reader.place) || (village !== null && !covers(reader.place, village)))
        return no({ code: 'wrong-place' })
      const look = lookOf(reference, reader, month, { village, q, staff: null })
      return inScope(pool, withPhones(reader), async (client) => {
        const items = (await selectLines(client, look, page)).map(lineOf)
        const total = await countPeople(client, look)
        const all = reader.permissions.has('visit.plan')
        return ok({ items, total, page, size: pageSize, month: monthOf(look.period.from), all })
      })
    }),
    route(activityRoutes.report, async ({ query: { month, staff }, actor }) => {
      const reader = actor()
      if (isRegion(reader.place)) return no({ code: 'wrong-place' })
      const look = lookOf(reference, reader, month, { village: null, q: '', staff: staff ?? reader.staff })
      return inScope(pool, withPhones(reader), async (client) => {
        const [row] = await selectLines(client, look, 1)
        return row ? ok(await reportOf(parts, client, look, row)) : no({ code: 'not-found' })
      })
    }),
  ]
}

function ofVillages({ ledger: { pool }, reference }: CaseParts): Route {
  return route(activityRoutes.coverage, async ({ query: { show, months, sort, q = '', page }, actor }) => {
    const reader = actor()
    if (isRegion(reader.place)) return no({ code: 'wrong-place' })
    const zone = reference.zoneOf(ledgerOf(reader.place))
    const since = monthsBefore(dayIn(zone, Date.now()), Number(months))
    const look: Coverage = { reader, show, zone, q, since, going: goingRoles(reference, reader.place) }
    return inScope(pool, scopeOf(reader, null), async (client) => {
      const rows = await selectVillages(client, look, { sort, page })
      const of = (one: Coverage['show']): Promise<number> => countVillages(client, { ...look, show: one })
      const counts = { unserved: await of('unserved'), unvisited: await of('unvisited') }
      const items = rows.map(({ last_visit, code, ...row }) => ({
        ...row,
        code: villageCode.parse(code),
        lastVisit: last_visit,
      }))
      return ok({ items, total: counts[show], page, size: pageSize, ...counts })
    })
  })
}

function lookOf(
  reference: Reference,
  reader: StaffActor,
  month: Month | undefined,
  asked: Pick<Look, 'village' | 'q' | 'staff'>,
): Look {
  const zone = reference.zoneOf(ledgerOf(reader.place))
  const now = Date.now()
  const period = daysOfMonth(month ?? monthOf(dayIn(zone, now)))
  const visiting = visitingRoles(reference, reader.place)
  return { ...asked, reader, zone, now, period, visiting, going: goingRoles(reference, reader.place) }
}

/** SUPER-10 What the reader sees, with the phones of those whom they lead, or their own. */
function withPhones(reader: StaffActor): Scope {
  const own = { ...scopeOf(reader, null), staff: reader.staff }
  if (!reader.permissions.has('visit.plan') || reader.sees !== 'place') return own
  const { from, to } = rangeOf(reader.place)
  return { ...own, devicesFrom: from, devicesTo: to }
}

const lineOf = (row: LineRow) => ({
  staff: staffId.parse(row.staff),
  name: row.name,
  offices: row.offices,
  counts: countsOf(row),
  syncedAt: row.synced_at,
  pay: row.pay === null ? null : payStatus.parse(row.pay),
})
