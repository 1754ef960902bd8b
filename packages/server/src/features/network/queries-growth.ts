import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { among, standing } from './queries.ts'

/** What was said last of a year, in one ledger. */
export async function selectLastTarget(
  client: PoolClient,
  { district, year, of }: { readonly district: string; readonly year: number; readonly of: string },
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select g.* from network_target g where g.district = ${district} and g.year = ${year} and g.counted = ${of} order by g.turn desc limit 1`,
  )
  return rows[0] ?? null
}

export interface TargetRow {
  readonly id: string
  readonly district: string
  readonly place_name: string
  readonly year: number
  readonly of: string
  readonly count: number
  readonly from_day: string
  readonly reason: string
  readonly turn: number
  readonly said_by: string
  readonly said_at: number
}

/** NETWORK-11 All that was said of targets in these ledgers, each year's last word first: some years of two numbers each. */
export const selectTargets = (client: PoolClient, districts: readonly string[]): Promise<readonly TargetRow[]> =>
  rowsOf<TargetRow>(
    client,
    sql`select g.id, g.district, p.name as place_name, g.year, g.counted as of, g.count, to_char(g.from_day, 'YYYY-MM-DD') as from_day, g.reason, g.turn,
        coalesce(s.name, '') as said_by, ${ms('g.said_at')} as said_at
      from network_target g join place p on p.code = g.district left join staff s on s.id = g.said_by
      where g.district = any(${[...districts]}::text[]) order by g.district, g.year, g.counted, g.turn desc limit 1000`,
  )

export interface GrownRow {
  readonly kind: string
  readonly state: string | null
  readonly grown_year: number | null
  readonly n: number
}

/** NETWORK-12 How many offices of each kind stand how, by the year in which they grew. */
export const countGrown = (client: PoolClient, place: PlaceCode): Promise<readonly GrownRow[]> =>
  rowsOf<GrownRow>(
    client,
    sql`select o.kind, n.state, n.grown_year, count(*)::int as n from office o ${standing} where ${among(place, {})} group by 1, 2, 3`,
  )
