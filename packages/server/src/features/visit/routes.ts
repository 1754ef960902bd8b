import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { visitShows } from '@openslrt/core/contract/visit-queries.ts'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import { endedVisit, openVisit } from '@openslrt/core/visit/moves.ts'
import type { VisitRow } from '@openslrt/core/visit/visit.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase } from '../case/index.ts'
import { placeOf } from '../reference/index.ts'
import { visitLineOf, visitPageOf } from './lines.ts'
import { findVisit, officesWith, photosOf } from './load.ts'
import type { VisitListRow, VisitQuery } from './queries.ts'
import { countVisits, selectAbout, selectNames, selectVisits } from './queries.ts'

/** The doors through which visits are read. */
export const visitRoutesOf = (parts: CaseParts): readonly Route[] => [...listRoutes(parts), ...ofOne(parts)]

function listRoutes(parts: CaseParts): readonly Route[] {
  const { pool } = parts.ledger
  return [
    route(visitRoutes.list, ({ query: { show, village, page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const asked = queryOf(show, village ?? null, reader)
        const part = { limit: pageSize, offset: (page - 1) * pageSize }
        const { rows, total } = await selectVisits(client, reader, asked, part)
        const late = await countVisits(client, reader, queryOf('late', village ?? null, reader))
        return ok({ items: await linesOf(parts, client, reader, rows), total, page, size: pageSize, late })
      })
    }),
    route(visitRoutes.about, ({ query: { district, ...subject }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const rows = await selectAbout(client, reader, district, subject)
        const mayPlan = reader.permissions.has('visit.plan')
        return ok({ visits: await linesOf(parts, client, reader, rows), mayPlan })
      })
    }),
  ]
}

function ofOne(parts: CaseParts): readonly Route[] {
  const { reference } = parts
  const { pool, keys } = parts.ledger
  return [
    route(visitRoutes.one, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const visit = await findVisit(client, reader, district, id, await keys.forDistrict(district))
        if (!visit) return no({ code: 'not-found' })
        const kase = visit.caseId && (await findCase(client, reader, district, visit.caseId, null))
        const names = await namesOf(client, [visit])
        const placeName = (await placeOf(client, visit.place))?.name ?? visit.place
        const about = { reader, reference, names, placeName, now: Date.now() }
        return ok(visitPageOf(visit, await photosOf(client, visit), kase !== null, about))
      })
    }),
    route(visitRoutes.choices, ({ query: { village }, actor }) => {
      const reader = actor()
      if (!covers(reader.place, village)) return Promise.resolve(no({ code: 'visit-elsewhere' }))
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const today = dayIn(reference.zoneOf(ledgerOf(village)), Date.now())
        return ok({ today, offices: await officesWith(client, reference, village) })
      })
    }),
  ]
}

/** Visits of several districts, each opened with its district's key. */
async function linesOf(
  { ledger, reference }: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  rows: readonly VisitListRow[],
) {
  const visits: { readonly visit: VisitRow; readonly placeName: string }[] = []
  for (const row of rows)
    visits.push({
      visit: rowOf('visit', row, await ledger.keys.forDistrict(row.district)),
      placeName: row.place_name,
    })
  const names = await namesOf(
    client,
    visits.map(({ visit }) => visit),
  )
  const now = Date.now()
  return visits.map(({ visit, placeName }) => visitLineOf(visit, { reader, reference, names, placeName, now }))
}

const namesOf = (client: PoolClient, visits: readonly VisitRow[]): Promise<ReadonlyMap<string, string>> =>
  selectNames(
    client,
    visits.flatMap(({ assignee, visitor, plannedBy }) => [assignee, visitor, plannedBy]),
  )

/** What each tab asks for. */
function queryOf(show: (typeof visitShows)[number], village: string | null, { staff, office }: StaffActor): VisitQuery {
  const ended = show === 'ended'
  return {
    statuses: ended ? endedVisit : openVisit,
    assignee: show === 'mine' ? staff : null,
    // Who looks at one village looks at all that they see of it.
    office: show === 'office' && village === null ? office : null,
    before: show === 'late' ? new Date() : null,
    village,
    newest: ended,
  }
}
