import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { rowsOf, sql } from '../../../platform/db/sql.ts'
import type { DbRow } from '../../../platform/ledger/codec.ts'

export interface PlaceRow {
  readonly code: string
  readonly name: string
  readonly level: string
}

/** Every province and district, and of what lies below the places with these codes, or these letters in their names. */
export function selectNamedPlaces(
  pool: Pool,
  codes: readonly string[],
  letters: readonly string[],
): Promise<readonly PlaceRow[]> {
  return rowsOf<PlaceRow>(
    pool,
    // Apart, so that each part takes its own index: in one condition every place of the country was spelled anew.
    sql`select code, name, level from place where level in ('nation', 'province', 'district') and valid_to is null
      union select code, name, level from place where code = any(${[...codes]}::text[]) and valid_to is null
      union select code, name, level from place
        where regexp_replace(lower(name), '[^a-z0-9]', '', 'g') = any(${[...letters]}::text[]) and valid_to is null`,
  )
}

/** Everybody who holds or held a post at one of these offices, and those with these ids. */
export async function selectPeople(
  pool: Pool,
  offices: readonly string[],
  ids: readonly string[],
): Promise<{ readonly staff: readonly DbRow[]; readonly posts: readonly DbRow[] }> {
  const staff = await rowsOf<DbRow>(
    pool,
    sql`select * from staff s where s.id = any(${[...ids]}::uuid[])
      or exists (select 1 from post t where t.staff = s.id and t.office = any(${[...offices]}::uuid[]))`,
  )
  const found = staff.map((row) => String(row['id']))
  const posts = await rowsOf<DbRow>(
    pool,
    sql`select * from post where staff = any(${found}::uuid[]) order by valid_from, id`,
  )
  return { staff, posts }
}

export interface UninvitedRow {
  readonly id: string
  readonly name: string
  readonly office: string
  readonly role: string
}

/** Staff under a place who have neither a sign-in nor a link that still works, in the order of their ids. */
export function selectUninvited(
  pool: Pool,
  place: PlaceCode,
  after: string | null,
  most: number,
): Promise<readonly UninvitedRow[]> {
  const { from, to } = rangeOf(place)
  return rowsOf<UninvitedRow>(
    pool,
    sql`select s.id, s.name, p.office, p.role from staff s
      join lateral (select o.name as office, t.role from post t join office o on o.id = t.office
        where t.staff = s.id and o.place >= ${from} and o.place < ${to} and (t.valid_until is null or t.valid_until > now())
        order by t.valid_from, t.id limit 1) p on true
      where s.active and (${after}::uuid is null or s.id > ${after}::uuid)
        and not exists (select 1 from credential c where c.staff = s.id)
        and not exists (select 1 from service_key k where k.staff = s.id)
        and not exists (select 1 from invitation i where i.staff = s.id and i.used_at is null and i.expires_at > now())
      order by s.id limit ${most}`,
  )
}

export interface HeldRow {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly office: string
}

/** Every role that somebody holds now under a place, in the order of the offices. */
export function selectHeld(pool: Pool, place: PlaceCode, most: number): Promise<readonly HeldRow[]> {
  const { from, to } = rangeOf(place)
  return rowsOf<HeldRow>(
    pool,
    sql`select s.id, s.name, t.role, t.office from post t join office o on o.id = t.office join staff s on s.id = t.staff
      where o.place >= ${from} and o.place < ${to} and s.active and (t.valid_until is null or t.valid_until > now())
      order by o.place, o.name, s.name, s.id, t.role limit ${most}`,
  )
}
