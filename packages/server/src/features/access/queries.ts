import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Look } from '@openslrt/core/contract/access-queries.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import { withinScope } from '../../platform/db/within-scope.ts'

export interface LookRow {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly staff: string | null
  readonly staff_name: string | null
  readonly office: string | null
  readonly office_name: string | null
  readonly district: string
  readonly case_id: string | null
  readonly number: string | null
  readonly reason: string
}

/** Which looks: those at one case, or those from one office. */
export interface Which {
  readonly where: readonly Fragment[]
  readonly newestFirst: boolean
  readonly limit: number
  readonly offset: number
}

/** ACCESS-16 Looks at one case. Whether the reader may know of them is decided before. */
export const ofCase = (district: string, subject: string): Fragment =>
  sql`a.district = ${district} and a.subject = ${subject}::uuid`

/** PRIVACY-9 Looks at a person and their family; whoever reads them sees these. */
export const ofSubjects = (district: string, subjects: readonly string[]): Fragment =>
  sql`a.district = ${district} and a.subject = any(${[...subjects]}::uuid[])`

export interface OfficeFilter {
  readonly look?: Look | undefined
  readonly staff?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** ACCESS-17 Looks from one office, on days of its zone. */
export function fromOffice(office: string, { look, staff, from, to }: OfficeFilter, zone: string): readonly Fragment[] {
  return [
    sql`a.office = ${office}::uuid`,
    ...(look ? [sql`a.action = ${look}`] : []),
    ...(staff ? [sql`a.actor = ${`staff:${staff}`}`] : []),
    ...(from ? [sql`a.at >= (${from}::date)::timestamp at time zone ${zone}`] : []),
    ...(to ? [sql`a.at < (${to}::date + 1)::timestamp at time zone ${zone}`] : []),
  ]
}

/**
 * ACCESS-17 Looks with who, from where and at what. A case that the reader does not see is not named, and the words that
 * somebody wrote about it are not shown: they often name the person.
 */
export function selectLooks(client: PoolClient, reader: StaffActor, which: Which): Promise<readonly LookRow[]> {
  const order = which.newestFirst ? sql`a.at desc, a.id` : sql`a.at, a.id`
  const shown = sql`c.district = a.district and c.id = a.subject and ${withinScope(reader)}`
  return rowsOf<LookRow>(
    client,
    sql`select a.id, a.at, a.action, s.id as staff, s.name as staff_name, a.office, o.name as office_name, a.district, c.id as case_id, c.number,
        case when a.subject is null or c.id is not null or p.id is not null then a.reason else '' end as reason
      from (select * from access_log a where ${allOf(which.where)} order by ${order} limit ${which.limit} offset ${which.offset}) a
      left join staff s on s.id = substring(a.actor from '^staff:(.*)$')::uuid left join office o on o.id = a.office left join cases c on ${shown}
      left join person p on p.district = a.district and p.id = a.subject and ${withinRegistry(reader)}
      order by ${order}`,
  )
}

export async function countLooks(client: PoolClient, where: readonly Fragment[]): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from access_log a where ${allOf(where)}`,
  )
  return rows[0]?.n ?? 0
}
