import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'
import { seenWhole, withinReach } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Something that is to be told by mouth or by hand, with the case as it is now. */
export interface TellRow extends DbRow {
  readonly id: string
  readonly district: string
  readonly case: string
  readonly number: string
  readonly client_name: string
  readonly place_name: string
  readonly what: string
  readonly says: unknown
  readonly since: number
  readonly state: string
  readonly kase: DbRow
}

const columns = sql`d.id, d.district, d.case_id as case, c.number, c.client_name, p.name as place_name, n.what, n.says,
  ${ms('d.made_at')} as since, d.state`
const joined = (conditions: Fragment): Fragment => sql`from notice_delivery d
  join cases c on c.district = d.district and c.id = d.case_id
  join notice n on n.district = d.district and n.id = d.notice
  join place p on p.code = c.place where d.way = 'tell' and ${conditions}`

/** Who is told where by whom is a matter of those who see the case whole. */
const mine = (actor: StaffActor): Fragment => sql`${withinReach(actor)} and ${seenWhole(actor)}`

export const selectTellings = (
  client: PoolClient,
  actor: StaffActor,
  { state, limit, offset }: { readonly state: string; readonly limit: number; readonly offset: number },
): Promise<readonly TellRow[]> =>
  rowsOf<TellRow>(
    client,
    sql`select ${columns} ${joined(sql`d.state = ${state} and ${mine(actor)}`)} order by d.made_at, d.id limit ${limit} offset ${offset}`,
  )

/** How many of them stand how. */
export async function countTellings(client: PoolClient, actor: StaffActor): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ state: string; n: number }>(
    client,
    sql`select d.state, count(*)::int as n ${joined(mine(actor))} group by d.state`,
  )
  return new Map(rows.map(({ state, n }) => [state, n]))
}

/** One of them, held until the transaction ends. */
export async function holdTelling(
  client: PoolClient,
  district: string,
  id: string,
  caseId: string,
): Promise<string | null> {
  const rows = await rowsOf<{ state: string }>(
    client,
    sql`select state from notice_delivery where district = ${district} and id = ${id}::uuid and case_id = ${caseId}::uuid and way = 'tell' for update`,
  )
  return rows[0]?.state ?? null
}

export const noteTold = (
  client: PoolClient,
  { district, id }: { readonly district: string; readonly id: string },
  state: string,
  by: string | null,
  now: Date,
): Promise<unknown> =>
  rowsOf(
    client,
    sql`update notice_delivery set state = ${state}, changed_at = ${now}, told_by = ${by}::uuid where district = ${district} and id = ${id}::uuid`,
  )

/** One of them within scope, with its case's id. */
export async function selectTelling(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<TellRow | null> {
  const rows = await rowsOf<TellRow>(
    client,
    sql`select ${columns} ${joined(sql`d.district = ${district} and d.id = ${id}::uuid and ${mine(actor)}`)}`,
  )
  return rows[0] ?? null
}

/** What waits to be told to the citizen of one case. */
export async function selectTellingOf(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  caseId: string,
): Promise<TellRow | null> {
  const rows = await rowsOf<TellRow>(
    client,
    sql`select ${columns} ${joined(sql`d.district = ${district} and d.case_id = ${caseId}::uuid and d.state in ('waiting', 'not-found') and ${mine(actor)}`)}
      order by d.made_at desc limit 1`,
  )
  return rows[0] ?? null
}

/** What the citizen of a case was told, the newest first. */
export const selectSent = (
  client: PoolClient,
  district: string,
  caseId: string,
  limit: number,
): Promise<readonly { id: string; what: string; way: string; state: string; at: number }[]> =>
  rowsOf(
    client,
    sql`select d.id, n.what, d.way, d.state, ${ms('d.changed_at')} as at from notice_delivery d
      join notice n on n.district = d.district and n.id = d.notice
      where d.district = ${district} and d.case_id = ${caseId}::uuid and n.whom = 'citizen' and d.state <> 'void'
      order by d.made_at desc, d.id limit ${limit}`,
  )
