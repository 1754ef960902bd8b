import type { Face, Home } from '@openslrt/core/condition/condition.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { isRegion, ledgerOf, levelOf, placeCode, rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** Nobody who has died or moved away lives there any more. */
const here = 'known'

/** Counting a district again takes no more than this part of the time. */
const restTimes = 200

/**
 * CONDITION-8 Districts whose registry is to be counted: those that never were, those whose ledger went on, the sooner the less
 * work they are, and once a week all of them, for children grow and programmes end without an entry.
 */
export const dueDistricts = (pool: Pool, now: number): Promise<readonly { district: string; seq: number }[]> =>
  rowsOf(
    pool,
    sql`select h.district, h.seq::int as seq from district_head h left join condition_counted c using (district)
      cross join (select to_timestamp(${now / 1000}) as now) t
      where length(h.district) = 5 and (c.district is null or c.at < t.now - interval '7 days'
        or (h.seq > c.seq and c.at < t.now - c.took_ms * ${restTimes}::int * interval '1 ms'))
      order by c.at nulls first, h.district`,
  )

export interface HomeRow extends Home {
  readonly id: string
  readonly place: PlaceCode
}

/** The next families of a district in the order of their ids, with their people, what these have and what they need. */
export const selectHomes = (pool: Pool, district: string, after: string, most: number): Promise<readonly HomeRow[]> =>
  rowsOf<HomeRow & { readonly [column: string]: unknown }>(
    pool,
    sql`with f as materialized (select * from family where district = ${district} and status = ${here} and id > ${after}::uuid order by id limit ${most}),
      m as materialized (select p.* from f join person p on p.district = f.district and p.family = f.id where p.status = ${here})
    select f.id, f.place, json_build_object('values', f.said, 'desil', f.desil, 'desilOn', f.desil_on) as family,
      array(select ${member('m')} from m where m.family = f.id) as members,
      array(select ${taken} from participation t where t.district = f.district and t.family = f.id
        union all select ${taken} from m join participation t on t.district = m.district and t.person = m.id and t.family is null where m.family = f.id) as taken,
      array(select ${needed} from need n where n.district = f.district and n.family = f.id
        union all select ${needed} from m join need n on n.district = m.district and n.person = m.id and n.family is null where m.family = f.id) as needs
    from f order by f.id`,
  )

/** The next people of a district whom no family holds. */
export const selectAlone = (pool: Pool, district: string, after: string, most: number): Promise<readonly HomeRow[]> =>
  rowsOf<HomeRow & { readonly [column: string]: unknown }>(
    pool,
    sql`select p.id, p.place, null as family, array[${member('p')}] as members, '{}'::jsonb[] as taken, '{}'::jsonb[] as needs
      from person p where p.district = ${district} and p.family is null and p.status = ${here} and p.id > ${after}::uuid order by p.id limit ${most}`,
  )

const member = (of: string): Fragment =>
  sql.raw(`jsonb_build_object('values', ${of}.said, 'birthDate', ${of}.birth_date, 'sex', ${of}.sex)`)
const taken = sql.raw("jsonb_build_object('programme', t.programme, 'status', t.status, 'until', t.until)")
const needed = sql.raw("jsonb_build_object('status', n.status)")

/** A number of a place. */
export interface ConditionRow {
  readonly place: string
  readonly face: Face
  readonly value: string
  readonly n: number
  readonly told: number
}

export const selectCounted = (client: PoolClient, district: string): Promise<readonly ConditionRow[]> =>
  rowsOf<ConditionRow & { readonly [column: string]: unknown }>(
    client,
    sql`select place, face, value, n, told from condition_count where district = ${district}`,
  )

/** One count of a district: of which day, up to which entry, when, and how many milliseconds it took. */
export interface Count {
  readonly district: string
  readonly day: Day
  readonly seq: number
  readonly now: number
  readonly took: number
}

/** Puts the numbers of a district in the place of those before; whoever counts it at the same time waits. */
export async function replaceCounts(
  client: PoolClient,
  { district, day, seq, now, took }: Count,
  rowsFor: (before: readonly ConditionRow[]) => readonly ConditionRow[],
): Promise<void> {
  await rowsOf(
    client,
    sql`insert into condition_counted (district, day, at, seq, took_ms) values (${district}, ${day}, to_timestamp(${now / 1000}), ${seq}, ${took})
      on conflict (district) do update set day = excluded.day, at = excluded.at, seq = excluded.seq, took_ms = excluded.took_ms`,
  )
  const rows = rowsFor(await selectCounted(client, district))
  await rowsOf(client, sql`delete from condition_count where district = ${district}`)
  await rowsOf(
    client,
    sql`insert into condition_count (district, place, face, value, n, told)
      select ${district}, * from unnest(${rows.map(({ place }) => place)}::text[], ${rows.map(({ face }) => face)}::text[],
        ${rows.map(({ value }) => value)}::text[], ${rows.map(({ n }) => n)}::int[], ${rows.map(({ told }) => told)}::int[])`,
  )
}

export interface SumRow {
  readonly face: Face
  readonly value: string
  readonly n: number
}
export type PartRow = SumRow & { readonly part: string }

/** CONDITION-7 What a place was counted to hold: a province and the nation add up their districts. */
export const selectSums = (client: PoolClient, place: PlaceCode, opens: boolean): Promise<readonly SumRow[]> =>
  rowsOf<SumRow & { readonly [column: string]: unknown }>(
    client,
    sql`select face, value, sum(${numberFor(opens)})::bigint as n from condition_count where ${wholeOf(place)} group by 1, 2`,
  )

/** The same of one face for each place right below. */
export const selectParts = (
  client: PoolClient,
  place: PlaceCode,
  face: Face,
  opens: boolean,
): Promise<readonly PartRow[]> =>
  rowsOf<PartRow & { readonly [column: string]: unknown }>(
    client,
    sql`select left(place, ${signsBelow[levelOf(place)]}::int) as part, face, value, sum(${numberFor(opens)})::bigint as n
      from condition_count where ${isRegion(place) ? wholeOf(place) : rightBelow(place)} and face = ${face} group by 1, 2, 3`,
  )

/** The day that the oldest count of a place is of, and how many of its districts were never counted. */
export async function selectCountedOn(
  client: PoolClient,
  place: PlaceCode,
): Promise<{ readonly day: Day | null; readonly uncounted: number }> {
  const { from, to } = rangeOf(isRegion(place) ? place : placeOfLedger(place))
  const rows = await rowsOf<{ day: Day | null; uncounted: number }>(
    client,
    sql`select min(c.day)::text as day, count(*) filter (where c.district is null)::int as uncounted
      from place p left join condition_counted c on c.district = p.code
      where p.code >= ${from} and p.code < ${to} and length(p.code) = 5 and p.valid_to is null`,
  )
  return rows[0] ?? { day: null, uncounted: 0 }
}

const numberFor = (opens: boolean): Fragment => sql.ref(opens ? 'n' : 'told')

function wholeOf(place: PlaceCode): Fragment {
  if (!isRegion(place)) return sql`district = ${ledgerOf(place)} and place = ${place}`
  const { from, to } = rangeOf(place)
  return sql`place = district and district >= ${from} and district < ${to}`
}

function rightBelow(place: PlaceCode): Fragment {
  const { from, to } = rangeOf(place)
  return sql`district = ${ledgerOf(place)} and place >= ${from} and place < ${to} and length(place) = ${signsBelow[levelOf(place)]}`
}

/** How many signs name a place right below one of a level. */
const signsBelow = { nation: 2, province: 5, district: 8, subdistrict: 13, village: 0 } as const
const placeOfLedger = (place: PlaceCode): PlaceCode => placeCode.parse(ledgerOf(place))
