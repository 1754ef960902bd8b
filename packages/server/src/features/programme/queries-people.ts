import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import { noPpks, openPpks } from '@openslrt/core/ppks/moves.ts'
import type { TakenRow, WelfareRow } from '@openslrt/core/programme/beside-facts.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import { seenWhole, withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Nobody who has died or moved away is matched with anything. */
const here = 'known'

export async function selectFamily(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select p.* from family p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
  )
  return rows[0] ?? null
}

export async function selectPerson(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select p.* from person p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
  )
  return rows[0] ?? null
}

/** The person whom a case is about, by the number of their card; their village must be one that the reader sees. */
export async function selectClient(
  client: PoolClient,
  actor: Actor,
  district: string,
  nik: Buffer,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select p.* from person p where p.nik_index = ${nik} and p.district = ${district} and p.status = ${here} and ${withinRegistry(actor)} limit 1`,
  )
  return rows[0] ?? null
}

/** The people of families, the oldest first. */
export const selectMembers = (
  client: PoolClient,
  actor: Actor,
  district: string,
  families: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from person p where p.district = ${district} and p.family = any(${[...families]}::uuid[]) and p.status = ${here}
      and ${withinRegistry(actor)} order by p.birth_date nulls last, p.id`,
  )

/** A slice of the families or people of a district that a reader sees, in the order of their ids. */
export const selectSlice = (
  client: PoolClient,
  actor: Actor,
  district: string,
  table: 'family' | 'person',
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from ${sql.table(table)} p where p.district = ${district} and p.status = ${here} and ${withinRegistry(actor)}
      and p.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000'::uuid) order by p.id limit ${limit}`,
  )

export const selectFamilies = (
  client: PoolClient,
  actor: Actor,
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from family p where p.district = ${district} and p.id = any(${[...ids]}::uuid[]) and ${withinRegistry(actor)}`,
  )

/** Whose rows are asked for, all at once. */
export interface Households {
  readonly district: string
  readonly families: readonly string[]
  readonly people: readonly string[]
}

/**
 * What households were said to have of programmes: of the whole family, or of one of its people. PROG-22 What was said of a
 * case alone is theirs by the number of the client's card, where the reader sees the case whole.
 */
export const selectTaken = (
  client: PoolClient,
  actor: StaffActor,
  { district, families, people }: Households,
): Promise<readonly TakenRow[]> =>
  rowsOf<TakenRow & DbRow>(
    client,
    sql`select p.person, p.family, p.programme, p.status from participation p where p.district = ${district}
      and (p.family = any(${[...families]}::uuid[]) or p.person = any(${[...people]}::uuid[])) and ${withinRegistry(actor)}
    union all
    select m.id, case when m.id is null then f.id end, p.programme, p.status from cases c
      join participation p on p.district = c.district and p.case_id = c.id
      left join person m on m.district = c.district and m.nik_index = c.client_nik_index and m.id = any(${[...people]}::uuid[])
      left join family f on f.district = c.district and f.kk_index = c.client_kk_index and f.id = any(${[...families]}::uuid[])
      where c.district = ${district} and p.person is null and p.family is null and (m.id is not null or f.id is not null)
      and (c.client_nik_index = any(array(select n.nik_index from person n where n.district = ${district} and n.id = any(${[...people]}::uuid[])))
        or c.client_kk_index = any(array(select k.kk_index from family k where k.district = ${district} and k.id = any(${[...families]}::uuid[]))))
      and ${withinRegistry(actor)} and ${withinScope(actor)} and ${seenWhole(actor)}`,
  )

/** As which PPKS they are cared for, or that they are none; restricted types for roles that name them alone (PPKS-10). */
export const selectWelfare = (
  client: PoolClient,
  actor: StaffActor,
  { district, families, people }: Households,
): Promise<readonly WelfareRow[]> =>
  rowsOf<WelfareRow & DbRow>(
    client,
    sql`select p.person, p.family, case when p.status = any(${[...openPpks]}::text[]) then p.type end as type from ppks p
      where p.district = ${district} and (p.status = any(${[...openPpks]}::text[]) or p.outcome = ${noPpks})
      and (p.person = any(${[...people]}::uuid[]) or (p.person is null and p.family = any(${[...families]}::uuid[])))
      and (p.restricted is null or p.restricted = any(${[...actor.restricted]}::text[])) and ${withinRegistry(actor)}`,
  )

/** The quotas of programmes in a district. */
export const selectQuotas = (
  client: PoolClient,
  district: string,
  programmes: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select q.* from quota q where q.district = ${district} and q.programme = any(${[...programmes]}::uuid[])`,
  )
