import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { PlaceShow } from '@openslrt/core/contract/independence-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { AssessmentStatus } from '@openslrt/core/independence/assessment.ts'
import { assessmentMoves } from '@openslrt/core/independence/moves.ts'
import { isRegion, rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, rowsOfKnown, sql, withoutWildcards } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

const statusOf = {
  drafted: assessmentMoves.draft.to,
  submitted: assessmentMoves.submit.to,
  returned: assessmentMoves.return.to,
  verified: assessmentMoves.verify.to,
  signed: assessmentMoves.sign.to,
  withdrawn: assessmentMoves.withdraw.to,
} as const

/** INDEP-13 The first wall: assessments `i` of the reader's place. A draft is its district's own: a region sees what was handed in. */
export function withinIndependence({ place, permissions }: StaffActor): Fragment {
  if (!permissions.has('figures.read')) return sql`false`
  const { from, to } = rangeOf(place)
  const handed = isRegion(place) ? sql`(i.status <> ${statusOf.drafted} and i.submitted_at is not null)` : sql`true`
  return sql`i.district >= ${from} and i.district < ${to} and ${handed}`
}

export async function selectAssessment(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select i.* from independence i where i.district = ${district} and i.id = ${id}::uuid and ${withinIndependence(actor)}`,
  )
  return rows[0] ?? null
}

/** What a district has for a year, and was not withdrawn. */
export async function selectOfYear(client: PoolClient, district: string, year: number): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select i.* from independence i where i.district = ${district} and i.year = ${year} and i.status <> ${statusOf.withdrawn}`,
  )
  return rows[0] ?? null
}

/** All that a district has, the newest year first. */
export const selectOfDistrict = (client: PoolClient, actor: StaffActor, district: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select i.* from independence i where i.district = ${district} and ${withinIndependence(actor)}
      order by i.year desc, i.drafted_at desc limit 50`,
  )

/** INDEP-14 Earlier ones that were signed, the oldest first. */
export const selectTrend = (
  client: PoolClient,
  district: string,
  before: number,
): Promise<readonly { year: number; score: number | null }[]> =>
  rowsOf<{ year: number; score: number | null }>(
    client,
    sql`select year, score from independence where district = ${district} and status = ${statusOf.signed} and year < ${before} order by year`,
  )

export const selectInstruments = (client: Pool | PoolClient): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select id, district, version, seq, to_char(holds_from, 'YYYY-MM-DD') as holds_from, words from independence_instrument order by holds_from`,
  )

/** INDEP-15 The middle of these districts, of what was signed last in these two years: by what, from five on. */
export const selectMiddle = (
  client: PoolClient,
  districts: readonly string[],
  year: number,
): Promise<readonly { districts: number; what: string; share: number }[]> =>
  rowsOf<{ districts: number; what: string; share: number }>(
    client,
    sql`select districts, what, share from independence_middle(${[...districts]}::text[], ${year - 1}, ${year})`,
  )

export async function selectDistrictCodes(client: PoolClient): Promise<readonly string[]> {
  const rows = await rowsOf<{ code: string }>(
    client,
    sql`select code from place where level = 'district' and valid_to is null order by code`,
  )
  return rows.map(({ code }) => code)
}

export type PlaceRow = DbRow & {
  readonly place: string
  readonly place_name: string
  readonly province_name: string
  readonly id: string | null
}

export interface PlaceLook {
  readonly reader: StaffActor
  readonly year: number
  readonly q: string
  readonly show: PlaceShow
}

/** Of the region's list, which assessments a word of its filter holds. */
const shownBy: Readonly<Record<Exclude<PlaceShow, 'all' | 'none'>, readonly AssessmentStatus[]>> = {
  open: [statusOf.drafted, statusOf.returned],
  submitted: [statusOf.submitted],
  verified: [statusOf.verified],
  signed: [statusOf.signed],
}

function shown(show: PlaceShow): Fragment {
  if (show === 'all') return sql`true`
  if (show === 'none') return sql`i.id is null`
  return sql`i.status = any(${[...shownBy[show]]}::text[])`
}

/** INDEP-16 Districts of a region with what they have for the year; of a draft its state alone is told. */
const placesOf = ({ reader, year, q, show }: PlaceLook): Fragment => {
  const { from, to } = rangeOf(reader.place)
  return sql`place d join place v on v.code = d.parent and v.valid_to is null
    left join independence i on i.district = d.code and i.year = ${year} and i.status <> ${statusOf.withdrawn}
    where ${allOf([
      sql`d.level = 'district' and d.valid_to is null and d.code >= ${from} and d.code < ${to}`,
      sql`d.name ilike ${`%${withoutWildcards(q)}%`}`,
      shown(show),
    ])}`
}

export const selectPlaces = (client: PoolClient, look: PlaceLook, pageNumber: number): Promise<readonly PlaceRow[]> =>
  rowsOf<PlaceRow>(
    client,
    sql`select d.code as place, d.name as place_name, v.name as province_name, i.* from ${placesOf(look)}
      order by v.name, d.name, d.code limit ${pageSize} offset ${(pageNumber - 1) * pageSize}`,
  )

/** How many districts there are by each word of the filter. */
export async function countPlaces(client: PoolClient, look: PlaceLook): Promise<Record<PlaceShow, number>> {
  const rows = await rowsOf<Record<PlaceShow, number>>(
    client,
    sql`select count(*)::int as "all", count(*) filter (where ${shown('none')})::int as none, count(*) filter (where ${shown('open')})::int as open,
        count(*) filter (where ${shown('submitted')})::int as submitted, count(*) filter (where ${shown('verified')})::int as verified,
        count(*) filter (where ${shown('signed')})::int as signed
      from ${placesOf({ ...look, show: 'all' })}`,
  )
  return rows[0] ?? { all: 0, none: 0, open: 0, submitted: 0, verified: 0, signed: 0 }
}

export async function selectStaffNames(
  client: PoolClient,
  staff: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    client,
    sql`select id, name from staff where id = any(${[...staff]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
