import type { FamilyAlike } from '@openslrt/core/registry/family-double.ts'
import { headCode } from '@openslrt/core/registry/family-double.ts'
import { erasedHolder, standing } from '@openslrt/core/registry/registry.ts'
import type { Pool, PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { Swept } from './queries-doubles.ts'

/** One side of two families who may be one. */
export interface FamilySide extends FamilyAlike {
  readonly id: string
}

/** The next families that a ledger wrote after a place in it, themselves or one of their people. A family may come twice. */
export const familiesWrittenAfter = (
  pool: Pool,
  district: string,
  { seq, last }: Swept,
  most: number,
): Promise<readonly { id: string; seq: number }[]> =>
  rowsOf(
    pool,
    sql`select id, seq::int as seq from (
        (select id, seq from family where district = ${district} and seq >= ${seq} and (seq, id) > (${seq}, ${last}::uuid)
          order by seq, id limit ${most})
        union
        (select distinct family, seq from person where district = ${district} and seq >= ${seq} and family is not null
          and (seq, family) > (${seq}, ${last}::uuid) order by seq, family limit ${most})
      ) w order by seq, id limit ${most}`,
  )

/**
 * Those who may be the same as some of these families: of one card; with a member who is likely one with one of theirs; or in
 * one village with a head whose name sounds alike. Members beyond the twentieth are not compared.
 */
export const selectAlikeFamilies = (
  pool: Pool,
  district: string,
  ids: readonly string[],
): Promise<readonly { a: FamilySide; b: FamilySide }[]> =>
  rowsOf(
    pool,
    sql`with n as materialized (select * from family where district = ${district} and id = any(${[...ids]}::uuid[]) and ${stands('family')}),
      m as materialized (select n.id as home, p.id, p.place, p.name_sounds, p.said from n join person p on p.district = ${district} and p.family = n.id
        where ${stands('p')}),
      hit as (
        select n.id as a, o.id as b from n join family o on o.kk_index = n.kk_index where o.district = ${district}
        union
        select m.home, o.family from m join double_candidate d on d.district = ${district} and d.first = m.id
          join person o on o.district = ${district} and o.id = d.second
        union
        select m.home, o.family from m join double_candidate d on d.district = ${district} and d.second = m.id
          join person o on o.district = ${district} and o.id = d.first
        union
        select m.home, o.family from m cross join lateral (
          select p.family from person p where ${stands('p')} and m.name_sounds <> ''
            and person_sound_keys(p.place, p.name_sounds) @> sound_keys(left(m.place, 8), m.name_sounds)
            and p.place = m.place and ${isHead('p')} limit 100
        ) o where ${isHead('m')}
      ),
      two as (select distinct a, b from hit where b is not null and b <> a)
      select ${side('x')} as a, ${side('y')} as b from two
        join family x on x.district = ${district} and x.id = two.a
        join family y on y.district = ${district} and y.id = two.b and ${stands('y')}`,
  )

const stands = (alias: string) => sql`${sql.raw(alias)}.status not in (${standing.merged}, ${erasedHolder})`
const isHead = (alias: string) =>
  sql`coalesce(${sql.raw(alias)}.said->>'status_hubungan_keluarga' = ${headCode}, false)`

const side = (family: string) => {
  const f = sql.raw(family)
  return sql`json_build_object('id', ${f}.id, 'place', ${f}.place, 'address', ${f}.address, 'kk', encode(${f}.kk_index, 'hex'), 'members', coalesce((
    select json_agg(json_build_object('name', q.name, 'nik', encode(q.nik_index, 'hex'), 'kk', null, 'phone', encode(q.phone_index, 'hex'),
      'birthDate', q.birth_date, 'sex', q.sex, 'place', q.place, 'isHead', ${isHead('q')}))
    from (select * from person p where p.district = ${f}.district and p.family = ${f}.id and ${stands('p')}
      order by p.said->>'status_hubungan_keluarga' nulls last, p.id limit 20) q), '[]'))`
}

/** A family as a list shows it: by its head, or whoever of it is known. */
export interface FamilyShort {
  readonly id: string
  readonly place_name: string
  readonly address: string
  readonly name: string | null
  readonly members: number
}

/** Families of a list, as far as their people lie within the reader's wall. */
export const selectFamilyShorts = (
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<readonly FamilyShort[]> =>
  rowsOf<FamilyShort>(
    client,
    sql`select f.id, coalesce(pl.name, f.place) as place_name, f.address, m.names[1] as name, coalesce(cardinality(m.names), 0) as members
      from family f left join place pl on pl.code = f.place
        left join lateral (select array_agg(p.name order by p.said->>'status_hubungan_keluarga' nulls last, p.birth_date, p.id) as names
          from person p where p.district = f.district and p.family = f.id and ${stands('p')}) m on true
      where f.district = ${district} and f.id = any(${[...ids]}::uuid[]) and ${stands('f')}`,
  )
