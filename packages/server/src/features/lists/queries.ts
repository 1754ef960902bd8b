import { activeStatuses } from '@openslrt/core/case/moves.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, levelOf, rangeOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** What a place itself said of an item. */
export const selectOwnItems = (
  client: PoolClient,
  place: string,
  list: string,
  code: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select district, id, version, list, code, names, data, valid_from::text, says from list_change where district = ${place} and list = ${list} and code = ${code} order by valid_from`,
  )

/** What a place itself said of a day. */
export async function selectOwnDay(client: PoolClient, place: string, day: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select district, id, version, day::text, closed, name, basis from calendar_change where district = ${place} and day = ${day}::date`,
  )
  return rows[0] ?? null
}

/** The hours that a place set from a day on. */
export async function selectOwnHours(client: PoolClient, place: string, day: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select district, id, version, valid_from::text, week, basis from hours_change where district = ${place} and valid_from = ${day}::date`,
  )
  return rows[0] ?? null
}

export interface UseRow {
  readonly code: string
  readonly open: number
  readonly all: number
}

// The lists whose code stands in a column of its own; reasons lie sealed in the ledger, and nobody counts them.
const columnOf: Readonly<Record<string, Fragment>> = {
  category: sql`c.category`,
  channel: sql`c.channel`,
  outcome: sql`c.outcome`,
}

/**
 * LISTS-17 How many cases of a place carry each item of a list; null where that is not counted. Restricted cases are left
 * out, as in all figures of readers of figures alone: in a village one such case is a person.
 */
export async function selectUses(
  client: PoolClient,
  list: string,
  place: PlaceCode,
): Promise<readonly UseRow[] | null> {
  const column = columnOf[list]
  // Over many districts every item is counted by itself, when somebody asks: all at once would be read at each look.
  if (!column || levelOf(place) === 'province' || levelOf(place) === 'nation') return null
  const { from, to } = rangeOf(place)
  return rowsOf<UseRow>(
    client,
    sql`select ${column} as code, count(*) filter (where c.status = any(${[...activeStatuses]}::text[]))::int as open, count(*)::int as "all"
      from cases c where c.district = ${ledgerOf(place)} and c.place >= ${from} and c.place < ${to} and c.restricted is null and ${column} is not null group by 1`,
  )
}

export interface WideUse {
  readonly open: number
  readonly all: number
  readonly districts: number
}

/** LISTS-17 The same of one item, wherever a place reaches: a nation's item is used in many districts. */
export async function selectUse(
  client: PoolClient,
  list: string,
  code: string,
  place: PlaceCode,
): Promise<WideUse | null> {
  const column = columnOf[list]
  if (!column) return null
  const { from, to } = rangeOf(place)
  const rows = await rowsOf<WideUse>(
    client,
    sql`select count(*) filter (where c.status = any(${[...activeStatuses]}::text[]))::int as open, count(*)::int as "all", count(distinct c.district)::int as districts
      from cases c where c.district >= ${from.slice(0, 5)} and c.district < ${to} and c.place >= ${from} and c.place < ${to} and c.restricted is null and ${column} = ${code}`,
  )
  return rows[0] ?? null
}
