import type { UploadType } from '@openslrt/core/contract/upload-limits.ts'
import type { Pool, PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** What somebody says that they will send. */
export interface Announced {
  readonly district: string
  readonly id: string
  readonly sha256: string
  readonly type: UploadType
  readonly size: number
}

/** A file that is half here. */
export interface UploadRow extends Announced {
  readonly have: number
  readonly pieces: readonly string[]
}

const columns = sql`district, id, sha256, type, size, have, pieces`

/** A half file, if it is one of whoever asks: row-level security shows nobody else's. */
export async function findUpload(client: PoolClient, district: string, id: string): Promise<UploadRow | null> {
  const rows = await rowsOf<{ [column: string]: unknown } & UploadRow>(
    client,
    sql`select ${columns} from upload where district = ${district} and id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

/** Writes down what is to come, once; false where the id is somebody else's. */
export async function insertUpload(
  client: PoolClient,
  staff: string,
  { district, id, sha256, type, size }: Announced,
): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`insert into upload (district, id, staff, sha256, type, size, made_at, touched_at)
      values (${district}, ${id}::uuid, ${staff}::uuid, ${sha256}, ${type}, ${size}, now(), now())
      on conflict (district, id) do nothing returning id`,
  )
  return rows.length > 0
}

/** How many half files of this person there are in the ledger in hand. */
export async function countUploads(client: PoolClient): Promise<number> {
  const rows = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from upload`)
  return rows[0]?.n ?? 0
}

/** Takes a part as the next, where nobody took one there meanwhile. */
export async function addPiece(
  client: PoolClient,
  { district, id, have }: UploadRow,
  piece: { readonly name: string; readonly size: number },
): Promise<void> {
  await rowsOf(
    client,
    sql`update upload set have = have + ${piece.size}, pieces = array_append(pieces, ${piece.name}::text), touched_at = now()
      where district = ${district} and id = ${id}::uuid and have = ${have} returning id`,
  )
}

/** What came is not what was said: it is forgotten, and comes anew. */
export async function restartUpload(client: PoolClient, { district, id, have }: UploadRow): Promise<void> {
  await rowsOf(
    client,
    sql`update upload set have = 0, pieces = '{}', touched_at = now() where district = ${district} and id = ${id}::uuid and have = ${have} returning id`,
  )
}

export async function endUpload(client: PoolClient, { district, id }: Announced): Promise<void> {
  await rowsOf(client, sql`delete from upload where district = ${district} and id = ${id}::uuid returning id`)
}

/** The last entry of a ledger: a backup that reaches beyond it holds what is there now. */
export async function selectHead(client: PoolClient, district: string): Promise<number> {
  const rows = await rowsOf<{ seq: number }>(
    client,
    sql`select seq::float8 as seq from district_head where district = ${district}`,
  )
  return rows[0]?.seq ?? 0
}

/** Half files that nobody went on with since a moment; gives those that no whole file stands behind. */
export async function deleteStaleUploads(
  pool: Pool,
  before: Date,
): Promise<readonly { readonly district: string; readonly sha256: string; readonly known: boolean }[]> {
  return rowsOf<{ district: string; sha256: string; known: boolean }>(
    pool,
    sql`delete from upload u where u.touched_at < ${before}
      returning u.district, u.sha256, exists (select 1 from file_blob b where b.district = u.district and b.sha256 = u.sha256) as known`,
  )
}
