import type { Client } from 'pg'

/** How many ways into accounts were ended at once. */
export interface EndedDoors {
  readonly signIns: number
  readonly links: number
  readonly keys: number
}

/**
 * BACKUP-7 Ends every session, every open link and every key of a program in what a backup brought back: which of them
 * were ended after it was made is written nowhere any more.
 */
export async function endAllDoors(owner: Client): Promise<EndedDoors> {
  const { rowCount: signIns } = await owner.query('delete from sign_in_session')
  const { rowCount: links } = await owner.query('update invitation set used_at = now() where used_at is null')
  return { signIns: signIns ?? 0, links: links ?? 0, keys: await endKeys(owner) }
}

/** A backup from before programs had keys has no table of them. */
async function endKeys(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ found: boolean }>(
    "select to_regclass('public.service_key') is not null as found",
  )
  if (!rows[0]?.found) return 0
  const { rowCount } = await owner.query('update service_key set revoked_at = now() where revoked_at is null')
  return rowCount ?? 0
}
