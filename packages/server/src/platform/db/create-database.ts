import { escapeIdentifier } from 'pg'
import { withOwner } from './pools.ts'

/** Makes a database where it is not there yet. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withOwner(adminUrl, async (owner) => {
    const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await owner.query(`create database ${escapeIdentifier(name)}`)
  })
}
