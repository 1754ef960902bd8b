import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { DoubleReason } from '@openslrt/core/registry/double-score.ts'
import type { Holder, Sex } from '@openslrt/core/registry/registry.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'

/** One side of two who may be one, as the comparison reads it. */
export interface Side {
  readonly id: string
  readonly place: string
  readonly name: string
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
  readonly birthDate: Day | null
  readonly sex: Sex | null
}

/** How far the worker has looked in a ledger. */
export interface Swept {
  readonly seq: number
  readonly last: string
}

/** Ledgers that wrote something since the worker last looked for doubles among their people, or their families. */
export const unsweptLedgers = (
  pool: Pool,
  of: Holder,
): Promise<readonly (Swept & { district: string; head: number })[]> =>
  rowsOf(
    pool,
    sql`select h.district, h.seq::int as head, coalesce(s.seq, 0)::int as seq, coalesce(s.last, '00000000-0000-0000-0000-000000000000')::text as last
      from district_head h left join double_sweep s on s.district = h.district and s.of = ${of} where h.seq > coalesce(s.seq, 0) order by h.district`,
  )

/** The next people that a ledger wrote after a place in it. */
export const writtenAfter = (
  pool: Pool,
  district: string,
  { seq, last }: Swept,
  most: number,
): Promise<readonly { id: string; seq: number }[]> =>
  rowsOf(
    pool,
    sql`select id, seq::int as seq from person where district = ${district} and (seq, id) > (${seq}, ${last}::uuid) order by seq, id limit ${most}`,
  )

/**
 * Those who may be the same as some of these people: of one NIK; born on one day with a word of the name that sounds alike;
 * or in one sub-district with all of the name that does.
 */
export const selectAlike = (
  pool: Pool,
  district: string,
  ids: readonly string[],
): Promise<readonly { a: Side; b: Side }[]> =>
  rowsOf(
    pool,
    sql`with n as materialized (select * from person where district = ${district} and id = any(${[...ids]}::uuid[]) and status <> 'merged'),
      hit as (
        select n.id as a, o.id as b from n join person o on o.nik_index = n.nik_index
          where o.district = ${district} and o.id <> n.id and o.status <> 'merged'
        union
        select n.id, o.id from n join person o on o.district = ${district} and o.birth_date = n.birth_date
          where o.id <> n.id and o.status <> 'merged'
            and string_to_array(o.name_sounds, '|') && string_to_array(n.name_sounds, '|')
        union
        select n.id, o.id from n cross join lateral (
          select p.id from person p where p.status <> 'merged' and n.name_sounds <> ''
            and person_sound_keys(p.place, p.name_sounds) @> sound_keys(left(n.place, 8), n.name_sounds) limit 300
        ) o where o.id <> n.id
      )
      select ${side('x', 'fx')} as a, ${side('y', 'fy')} as b from hit
        join person x on x.district = ${district} and x.id = hit.a left join family fx on fx.district = x.district and fx.id = x.family
        join person y on y.district = ${district} and y.id = hit.b left join family fy on fy.district = y.district and fy.id = y.family`,
  )

const side = (p: string, f: string) =>
  sql.raw(
    `json_build_object('id', ${p}.id, 'place', ${p}.place, 'name', ${p}.name, 'nik', encode(${p}.nik_index, 'hex'), 'kk', encode(${f}.kk_index, 'hex'), 'phone', encode(${p}.phone_index, 'hex'), 'birthDate', ${p}.birth_date, 'sex', ${p}.sex)`,
  )

export interface Pair {
  readonly first: string
  readonly second: string
  readonly low: string
  readonly high: string
  readonly score: number
  readonly reasons: readonly string[]
}

/** Puts what was found of some people or families in place of what was found of them before, and notes how far it was looked. */
export async function keepPairs(
  client: PoolClient,
  { district, of, ids }: { readonly district: string; readonly of: Holder; readonly ids: readonly string[] },
  pairs: readonly Pair[],
  { seq, last }: Swept,
): Promise<void> {
  await client.query(
    'delete from double_candidate where district = $1 and (first = any($2::uuid[]) or second = any($2::uuid[]))',
    [district, ids],
  )
  await client.query(
    `insert into double_candidate (district, id, "of", first, second, low, high, score, reasons)
      select $1, overlay(overlay(md5(p.first || p.second) placing '8' from 13) placing 'a' from 17)::uuid, $3, p.first::uuid, p.second::uuid, p.low, p.high, p.score, p.reasons
      from jsonb_to_recordset($2) as p(first text, second text, low text, high text, score int, reasons text[])
      on conflict (district, id) do update set score = excluded.score, reasons = excluded.reasons, low = excluded.low, high = excluded.high`,
    [district, JSON.stringify(pairs), of],
  )
  await client.query(
    'insert into double_sweep (district, "of", seq, last) values ($1, $2, $3, $4) on conflict (district, "of") do update set seq = excluded.seq, last = excluded.last',
    [district, of, seq, last],
  )
}

export interface ListedPair<Reason = DoubleReason> {
  readonly id: string
  readonly district: string
  readonly first: string
  readonly second: string
  readonly score: number
  readonly reasons: Reason[]
}

/** No more are counted than this: nobody works through ten thousand by leafing. */
const mostCounted = 1_000
const open = sql`not exists (
  select 1 from registry_pair r where r.district = d.district and r.verdict = 'distinct'
    and ((r.kept = d.first and r.gone = d.second) or (r.kept = d.second and r.gone = d.first)))
  and not exists (
    select 1 from registry_pair r where r.district = d.district and r.verdict = 'merged' and r.gone in (d.first, d.second))`

/** DOUBLE-3 Likely doubles within scope, without those of whom somebody said that they are two. */
export const selectPairs = <Reason = DoubleReason>(
  client: PoolClient,
  of: Holder,
  { place }: StaffActor,
  limit: number,
  offset: number,
): Promise<readonly ListedPair<Reason>[]> =>
  rowsOf<ListedPair<Reason>>(
    client,
    sql`select d.id, d.district, d.first, d.second, d.score, d.reasons from double_candidate d
      where d.district = ${place.slice(0, 5)} and d.of = ${of} and ${open} order by d.score desc, d.id limit ${limit} offset ${offset}`,
  )

export async function countPairs(client: PoolClient, of: Holder, { place }: StaffActor): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    client,
    sql`select count(*) as n from (select 1 from double_candidate d where d.district = ${place.slice(0, 5)} and d.of = ${of} and ${open} limit ${mostCounted}) c`,
  )
  return row?.n ?? 0
}

export interface MergedPair {
  readonly id: string
  readonly district: string
  readonly version: number
  readonly of: 'person' | 'family'
  readonly kept_name: string
  readonly gone_name: string
  readonly place_name: string
  readonly by_name: string
  readonly at: number
}

// Its head, or else whoever of it is known; the one who went has nobody left and is called by its address.
const familyName = (family: string): Fragment => sql`coalesce(
  (select m.name from person m where m.district = r.district and m.family = ${sql.raw(family)}.id and m.status = 'known'
    order by (m.said->>'status_hubungan_keluarga') nulls last, m.id limit 1), ${sql.raw(family)}.address, '')`

/** What was made one of two in a district, within scope, the newest first; a family is called by its head, or its address. */
export const selectMerged = (
  client: PoolClient,
  { place }: StaffActor,
  limit: number,
  offset: number,
): Promise<readonly MergedPair[]> =>
  rowsOf<MergedPair>(
    client,
    sql`select r.id, r.district, r.version, r.of, coalesce(k.name, ${familyName('fk')}) as kept_name, coalesce(g.name, ${familyName('fg')}) as gone_name,
        coalesce(pl.name, r.place) as place_name, coalesce(s.name, '') as by_name, ${ms('r.at')} as at
      from registry_pair r
        left join person k on k.district = r.district and k.id = r.kept left join person g on g.district = r.district and g.id = r.gone
        left join family fk on fk.district = r.district and fk.id = r.kept left join family fg on fg.district = r.district and fg.id = r.gone
        left join place pl on pl.code = r.place left join staff s on 'staff:' || s.id = r.by
      where r.district = ${place.slice(0, 5)} and r.verdict = 'merged' order by r.at desc, r.id limit ${limit} offset ${offset}`,
  )
export async function countMerged(client: PoolClient, { place }: StaffActor): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    client,
    sql`select count(*) as n from (select 1 from registry_pair r where r.district = ${place.slice(0, 5)} and r.verdict = 'merged' limit ${mostCounted}) c`,
  )
  return row?.n ?? 0
}
