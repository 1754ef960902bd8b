import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Pool } from 'pg'

/**
 * LEDGER-7 Writes the number and hash of every ledger that has entries to a file outside the database, one line each
 * time. Whoever rewrites a ledger, its hashes and its head cannot rewrite what was written down elsewhere before.
 */
export async function anchorHeads(pool: Pool, file: string, at: Date): Promise<number> {
  const { rows } = await pool.query<{ district: string; seq: number; hash: string }>(
    "select district, seq, encode(hash, 'hex') as hash from district_head where seq > 0 order by district",
  )
  if (rows.length === 0) return 0
  await mkdir(dirname(file), { recursive: true })
  await appendFile(
    file,
    rows.map(({ district, seq, hash }) => `${at.toISOString()} ${district} ${seq} ${hash}\n`).join(''),
    { mode: 0o600 },
  )
  return rows.length
}
