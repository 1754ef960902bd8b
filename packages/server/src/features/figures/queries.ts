import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Measure } from '@openslrt/core/case/counts.ts'
import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { activeStatuses } from '@openslrt/core/case/moves.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, levelOf, nationPlace, rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { seenWhole } from '../../platform/db/within-scope.ts'
import { measureCondition } from '../case/index.ts'

/** Which cases are counted: those of a place, as far as this reader may see them, or all where they see none. */
export interface Counted {
  readonly place: PlaceCode
  readonly zone: string
  readonly now: number
  readonly stale: number
  /** Null for those who read figures and no cases: the transaction's scope is then the only wall, see `countingScope`. */
  readonly reader: StaffActor | null
}

/** One figure: what is counted, in which days; without days for what holds now. */
export interface Ask {
  readonly measure: CaseMeasure
  readonly period: Period | null
}

/** Counts cases by several measures and periods in one pass, with the conditions that lists use. */
export async function countCases(
  client: PoolClient,
  counted: Counted,
  asks: readonly Ask[],
): Promise<readonly number[]> {
  const rows = await rowsOf<Record<string, number>>(
    client,
    sql`select ${columnsOf(counted, asks)} from cases c where ${allOf(casesOf(counted))}`,
  )
  return asks.map((_, at) => rows[0]?.[`n${at}`] ?? 0)
}

export interface BelowRow {
  readonly place: string
  readonly name: string
  readonly counts: readonly number[]
}

/** The same for each place right below, those without a case included: a village where nothing happens is a finding. */
export async function countBelow(
  client: PoolClient,
  counted: Counted,
  asks: readonly Ask[],
): Promise<readonly BelowRow[]> {
  const length = levelOf(counted.place) === 'district' ? 8 : 13
  const rows = await rowsOf<Record<string, number> & { code: string; name: string }>(
    client,
    sql`select p.code, p.name, x.* from place p
      left join (select left(c.place, ${length}::int) as part, ${columnsOf(counted, asks)} from cases c where ${allOf(casesOf(counted))} group by 1) x on x.part = p.code
      where p.parent = ${counted.place} and p.valid_to is null order by p.code`,
  )
  return rows.map((row) => ({ place: row.code, name: row.name, counts: asks.map((_, at) => row[`n${at}`] ?? 0) }))
}

export interface CategoryRow {
  readonly category: string
  readonly n: number
  readonly before: number
}

/**
 * The categories that most cases were registered under. Those that speak of restricted kinds are left out for readers
 * of figures alone: in a village, one such case is a person.
 */
export function selectCategories(
  client: PoolClient,
  counted: Counted,
  now: Period,
  before: Period,
): Promise<readonly CategoryRow[]> {
  const open = counted.reader ? [] : [sql`c.restricted is null`]
  const [inNow, inBefore] = [now, before].map((period) => conditionOf(counted, { measure: 'registered', period }))
  return rowsOf<CategoryRow>(
    client,
    sql`select c.category, count(*) filter (where ${inNow}) as n, count(*) filter (where ${inBefore}) as before
      from cases c where ${allOf([...casesOf(counted), ...open])} group by c.category
      having count(*) filter (where ${inNow}) > 0 order by n desc, c.category limit 10`,
  )
}

export interface PlaceRow {
  readonly code: string
  readonly name: string
}

export async function selectPlaces(pool: Pool, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<PlaceRow>(
    pool,
    sql`select code, name from place where code = any(${[...codes]}::text[]) and valid_to is null`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

const columnsOf = (counted: Counted, asks: readonly Ask[]): Fragment =>
  sql.join(asks.map((ask, at) => sql`count(*) filter (where ${conditionOf(counted, ask)}) as ${sql.ref(`n${at}`)}`))

const conditionOf = ({ zone, now, stale }: Counted, { measure, period }: Ask): Fragment =>
  measureCondition(measure, { from: period?.from, to: period?.to, zone, now, stale })

/** The cases that are counted, as conditions on `cases c`. */
export function casesOf({ place, reader }: Counted): readonly Fragment[] {
  const { from, to } = rangeOf(place)
  const here = sql`c.district = ${ledgerOf(place)} and c.place >= ${from} and c.place < ${to}`
  return [here, ...(reader ? [seenWhole(reader)] : [])]
}

export interface CounterRow {
  /** A place right below the region. */
  readonly part: string
  readonly measure: string
  /** Nought for the period before, then one for each part of the period. */
  readonly span: number
  readonly n: number
}

/**
 * LEDGER-19 Counters of a region by the places right below it, for the period before and each part of this one. The
 * nation's are read from the sums of its provinces, with what districts counted since they were last summed.
 */
export function selectCounts(
  client: PoolClient,
  place: PlaceCode,
  before: Period,
  parts: readonly Period[],
  measures: readonly Measure[],
): Promise<readonly CounterRow[]> {
  const last = parts.at(-1) ?? before
  const asked = sql`day >= ${before.from}::date and day <= ${last.to}::date and measure = any(${[...measures]}::text[])`
  const counters =
    place === nationPlace
      ? summed(asked)
      : sql`select ${partOf(place)} as part, day, measure, n from case_day_count where ${districtsIn(place)} and ${asked}`
  return rowsOf<CounterRow>(
    client,
    sql`select part, measure, width_bucket(day, ${[before, ...parts].map(({ from }) => from)}::date[]) - 1 as span, sum(n)::bigint as n
      from (${counters}) c group by 1, 2, 3`,
  )
}

const summed = (asked: Fragment): Fragment =>
  sql`select province as part, day, measure, n from province_day_count where ${asked}
    union all select left(m.district, 2), c.day, c.measure, c.n from (
      select h.district, coalesce(s.since, '-infinity') as since from district_head h left join counter_sum s using (district) where h.seq > coalesce(s.seq, 0)) m
    cross join lateral (
      select day, measure, n - summed as n from case_day_count d where d.district = m.district and d.day >= m.since and ${asked} and n <> summed) c`

/** How many cases still have to be worked on, by the places right below a region. */
export function selectOpen(client: PoolClient, place: PlaceCode): Promise<readonly { part: string; n: number }[]> {
  return rowsOf(
    client,
    sql`select ${partOf(place)} as part, sum(n)::bigint as n from case_state_count
      where ${districtsIn(place)} and split_part(state, '|', 1) = any(${[...activeStatuses]}::text[]) group by 1`,
  )
}

export function selectPartNames(client: PoolClient, place: PlaceCode): Promise<readonly PlaceRow[]> {
  return rowsOf<PlaceRow>(
    client,
    sql`select code, name from place where parent = ${place} and valid_to is null order by code`,
  )
}

const partOf = (place: PlaceCode): Fragment => sql`left(district, ${place === nationPlace ? 2 : 5}::int)`

function districtsIn(place: PlaceCode): Fragment {
  const { from, to } = rangeOf(place)
  return sql`district >= ${from} and district < ${to}`
}
