import type { Pool, PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

export interface Blob {
  readonly sha256: string
  readonly type: string
  readonly size: number
}

/** A file that was taken, held until this transaction ends: it can't be swept before a case names it. */
export async function holdBlob(client: PoolClient, district: string, sha256: string): Promise<Blob | null> {
  const rows = await rowsOf<Blob>(
    client,
    sql`select sha256, type, size from file_blob where district = ${district} and sha256 = ${sha256} for key share`,
  )
  return rows[0] ?? null
}

/**
 * Notes a file that is about to be stored, before it is: what was noted is found by the sweep, whatever becomes of it.
 * The same content sent twice is one file, and young again.
 */
export async function saveBlob(
  pool: Pool,
  { district, sha256, type, size, letterhead }: Blob & { district: string; letterhead: boolean },
): Promise<void> {
  await rowsOf(
    pool,
    sql`insert into file_blob (district, sha256, type, size, stored_at, letterhead) values (${district}, ${sha256}, ${type}, ${size}, now(), ${letterhead})
      on conflict (district, sha256) do update set stored_at = excluded.stored_at, letterhead = file_blob.letterhead or excluded.letterhead`,
  )
}

// LETTER-33 A letterhead is kept for good: letters that carry it are printed for years, and what they say is sealed.
const unnamed = sql`not b.letterhead
      and not exists (select 1 from attachment a where a.district = b.district and a.sha256 = b.sha256)
      and not exists (select 1 from visit_photo p where p.district = b.district and p.sha256 = b.sha256)
      and not exists (select 1 from proposal p where p.district = b.district and p.file = b.sha256)
      and not exists (select 1 from proposal p where p.district = b.district and p.photos @> array[b.sha256])
      and not exists (select 1 from village_minutes m where m.district = b.district and m.file = b.sha256)
      and not exists (select 1 from load_file l where l.district = b.district and l.pieces @> array[b.sha256])
      and not exists (select 1 from upload u where u.district = b.district and u.pieces @> array[b.sha256])
      and not exists (select 1 from registry_export x where x.district = b.district and x.pieces @> array[b.sha256])`

/** Forgets the files among these that no case names any more, and gives their digests. */
export async function deleteUnnamedBlobs(
  client: PoolClient,
  district: string,
  digests: readonly string[],
): Promise<readonly string[]> {
  // Two statements: the first waits for who is naming one of them just now, and only the second sees that they did.
  await rowsOf(
    client,
    sql`select 1 from file_blob where district = ${district} and sha256 = any(${[...digests]}::text[]) order by sha256 for update`,
  )
  const rows = await rowsOf<{ sha256: string }>(
    client,
    sql`delete from file_blob b where b.district = ${district} and b.sha256 = any(${[...digests]}::text[])
      and ${unnamed} returning b.sha256`,
  )
  return rows.map(({ sha256 }) => sha256)
}

export async function districtsWithFiles(pool: Pool): Promise<readonly string[]> {
  const rows = await rowsOf<{ district: string }>(pool, sql`select distinct district from file_blob order by 1`)
  return rows.map(({ district }) => district)
}

const mostAtOnce = 50

/**
 * Files of a district that were last sent before a moment and that no case names, some at a time. They are held: who
 * sends one of them again waits until it is decided.
 */
export async function holdStaleBlobs(client: PoolClient, district: string, before: Date): Promise<readonly string[]> {
  const rows = await rowsOf<{ sha256: string }>(
    client,
    sql`select b.sha256 from file_blob b where b.district = ${district} and b.stored_at < ${before}
        and ${unnamed}
      order by b.sha256 limit ${mostAtOnce} for update of b`,
  )
  return rows.map(({ sha256 }) => sha256)
}
