import type { Client } from 'pg'
import type { Manifest } from './manifest.ts'

/** What a backup says about the database that it is of. */
export type Facts = Pick<Manifest, 'postgres' | 'migrations' | 'heads'>

export async function readFacts(owner: Client): Promise<Facts> {
  const version = await owner.query<{ postgres: string }>("select current_setting('server_version') as postgres")
  const migrations = await owner.query<{ name: string }>('select name from migration order by name')
  const heads = await owner.query<Manifest['heads'][number]>(
    "select district, seq, encode(hash, 'hex') as hash from district_head where seq > 0 order by district",
  )
  return {
    postgres: version.rows[0]?.postgres ?? '',
    migrations: migrations.rows.map(({ name }) => name),
    heads: heads.rows,
  }
}

/** BACKUP-5 Ledgers of which something is not there that was acknowledged before the backup began. */
export async function missingHeads(owner: Client, heads: Manifest['heads']): Promise<readonly string[]> {
  const missing: string[] = []
  for (const { district, seq, hash } of heads) {
    const { rowCount } = await owner.query(
      "select 1 from ledger where district = $1 and seq = $2 and hash = decode($3, 'hex')",
      [district, seq, hash],
    )
    if (rowCount === 0) missing.push(district)
  }
  return missing
}
