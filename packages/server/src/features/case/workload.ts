import { dueEdges } from '@openslrt/core/case/due.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { OfficerLoad } from '@openslrt/core/contract/workload.ts'
import type { PoolClient } from 'pg'
import type { FilterLook } from './queries-filter.ts'
import { dueConditions } from './queries-filter.ts'
import type { Loads } from './queries-groups.ts'
import { selectOfficeLoads, selectOfficerLoads } from './queries-groups.ts'
import { measureCondition } from './queries-measure.ts'

/** WORKLOAD-1 What each officer of an office has in hand, counted by the conditions that a list opens with. */
export async function officerLoads(client: PoolClient, office: string, look: FilterLook): Promise<OfficerLoad[]> {
  return [...(await selectOfficerLoads(client, look.actor, office, loadsOf(look)))]
}

/** WORKLOAD-2 What lies at each office within sight. */
export async function officeLoads(client: PoolClient, page: number, look: FilterLook) {
  const rows = await selectOfficeLoads(client, look.actor, loadsOf(look), page)
  const items = rows.map(({ total: _total, ...load }) => load)
  return { items, total: rows[0]?.total ?? 0, page, size: pageSize }
}

const loadsOf = ({ zone, now, stale }: FilterLook): Loads => ({
  open: measureCondition('open', { from: undefined, to: undefined, zone, now, stale }),
  ...dueConditions(dueEdges(zone, now)),
})
