import type { LoadCounts } from '@openslrt/core/load/load.ts'
import type { Pool, PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

export async function selectLoad(client: PoolClient | Pool, district: string, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(client, sql`select * from load where district = ${district} and id = ${id}::uuid`)
  return rows[0] ?? null
}

export interface LoadShown extends DbRow {
  readonly opened_by_name: string
  readonly progress: LoadCounts | null
}

const shown = sql`l.*, s.name as opened_by_name, case when w.ended_at is null then w.progress end as progress
  from load l join staff s on s.id = l.opened_by left join load_work w on w.district = l.district and w.load = l.id`

/** A page of a district's loads, the newest first. */
export const selectLoads = (
  client: PoolClient,
  district: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly (LoadShown & { readonly total: number })[]> =>
  rowsOf(
    client,
    sql`select count(*) over ()::int as total, ${shown} where l.district = ${district}
      order by l.opened_at desc, l.id limit ${limit} offset ${offset}`,
  )

export async function selectLoadShown(client: PoolClient, district: string, id: string): Promise<LoadShown | null> {
  const rows = await rowsOf<LoadShown>(
    client,
    sql`select ${shown} where l.district = ${district} and l.id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

/** LOAD-2 What the columns of such a file meant when one was loaded last. */
export async function selectMapping(
  client: PoolClient,
  district: string,
  headDigest: string,
): Promise<Readonly<Record<string, number>> | null> {
  const rows = await rowsOf<{ mapping: Readonly<Record<string, number>> }>(
    client,
    sql`select mapping from load where district = ${district} and head_digest = ${headDigest} order by opened_at desc limit 1`,
  )
  return rows[0]?.mapping ?? null
}

/** A file that was sent to be loaded. */
export interface FileRow {
  readonly id: string
  readonly name: string
  readonly digest: string
  readonly size: number
  readonly encoding: string
  readonly head: readonly string[]
  readonly pieces: readonly string[]
}

export const insertFile = (
  client: PoolClient,
  district: string,
  by: { readonly staff: string; readonly office: string },
  { id, name, digest, size, encoding, head, pieces }: FileRow,
): Promise<unknown> =>
  rowsOf(
    client,
    sql`insert into load_file (district, id, staff, office, name, digest, size, encoding, head, pieces, sent_at)
      values (${district}, ${id}::uuid, ${by.staff}::uuid, ${by.office}::uuid, ${name}, ${digest}, ${size}, ${encoding},
        ${JSON.stringify(head)}::jsonb, ${[...pieces]}::text[], now())`,
  )

const file = sql`f.id, f.name, f.digest, f.size, f.encoding, f.head, f.pieces from load_file f`

export async function selectFile(client: PoolClient, district: string, id: string): Promise<FileRow | null> {
  const rows = await rowsOf<FileRow>(client, sql`select ${file} where f.district = ${district} and f.id = ${id}::uuid`)
  return rows[0] ?? null
}

/** The file that a load reads, as it was sent last; null where it is no longer kept. */
export async function selectFileOf(
  client: PoolClient | Pool,
  district: string,
  digest: string,
): Promise<FileRow | null> {
  const rows = await rowsOf<FileRow>(
    client,
    sql`select ${file} where f.district = ${district} and f.digest = ${digest} order by f.sent_at desc limit 1`,
  )
  return rows[0] ?? null
}

/** Villages of a district with the names of their sub-districts. */
export const selectVillages = (
  client: PoolClient | Pool,
  district: string,
): Promise<readonly { readonly code: string; readonly name: string; readonly subdistrict: string }[]> =>
  rowsOf(
    client,
    sql`select v.code, v.name, s.name as subdistrict from place v join place s on s.code = left(v.code, 8)
      where v.level = 'village' and v.code >= ${district} and v.code < ${`${district}/`}`,
  )
