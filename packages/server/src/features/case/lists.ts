import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CaseFilter } from '@openslrt/core/contract/case-queries.ts'
import { countedQueues } from '@openslrt/core/contract/case-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { lineOf } from './lines.ts'
import { countLines, selectLines } from './queries.ts'
import type { FilterLook } from './queries-filter.ts'
import { everyRow, filterConditions, inAnyTab, orders, queueConditions } from './queries-filter.ts'
import { searchCondition } from './queries-search.ts'

/** A page of a queue, with how much waits in each of its tabs. */
export async function queuePage(client: PoolClient, filter: CaseFilter, look: FilterLook) {
  const { actor } = look
  const where = filterConditions(filter, look)
  const rows = await selectLines(client, actor, {
    where,
    order: orders[filter.sort],
    limit: pageSize,
    offset: (filter.page - 1) * pageSize,
  })
  const [total] = await countLines(client, actor, where, [everyRow])
  const tabs = queueConditions(actor, look.now)
  const counted = await countLines(
    client,
    actor,
    [inAnyTab(tabs)],
    countedQueues.map((queue) => tabs[queue]),
  )
  const counts = tableOf(countedQueues, (_queue, at) => counted[at] ?? 0)
  return { items: rows.map(lineOf), total: total ?? 0, page: filter.page, size: pageSize, counts }
}

/** One box for everything: a number of ours, sixteen digits, a phone, or a name. */
export async function searchPage(
  client: PoolClient,
  actor: StaffActor,
  text: string,
  page: number,
  keys: DistrictKeys,
) {
  const where = [searchCondition(text, actor, keys)]
  const rows = await selectLines(client, actor, {
    where,
    order: orders.newest,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  const [total] = await countLines(client, actor, where, [everyRow])
  return { items: rows.map(lineOf), total: total ?? 0, page, size: pageSize }
}
