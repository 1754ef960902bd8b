import { createHmac } from 'node:crypto'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { runMigrations } from 'graphile-worker'
import { loadLists } from './db/seed/load-lists.ts'
import { loadPlaces } from './db/seed/load-places.ts'
import { migrate } from './platform/db/migrate.ts'
import { urlAs, withOwner } from './platform/db/pools.ts'
import type { RolePasswords } from './platform/db/roles.ts'
import { ensureRoles, roleNames } from './platform/db/roles.ts'
import { assertMasterFits } from './platform/ledger/master.ts'
import { makeHeads } from './platform/ledger/queries.ts'

/** The passwords of the application's own database roles, made from the master key: nothing more to keep or lose. */
export function rolePasswords(master: Buffer): RolePasswords {
  return tableOf(roleNames, (role) => createHmac('sha256', master).update(`database role ${role}`).digest('base64url'))
}

/**
 * Brings a database to where the application can run on it: roles, schema, job queue, places and lists. Safe to repeat.
 * Web and worker may start at the same moment: one prepares, the others wait and find everything there.
 */
export function prepareDatabase(ownerUrl: string, master: Buffer, say: (line: string) => void): Promise<void> {
  return withOwner(ownerUrl, async (first) => {
    await first.query('select pg_advisory_lock(7237112)')
    await prepare(ownerUrl, master, say)
  })
}

/** The same as far as a schema of before: roles, queue, and only the migrations that are named. No places, no lists. */
export async function prepareSchema(ownerUrl: string, master: Buffer, migrations: readonly string[]): Promise<void> {
  const passwords = rolePasswords(master)
  await withOwner(ownerUrl, (owner) => ensureRoles(owner, passwords))
  await runMigrations({ connectionString: urlAs(ownerUrl, 'openslrt_worker', passwords.openslrt_worker) })
  await withOwner(ownerUrl, (owner) => migrate(owner, new Set(migrations)))
}

async function prepare(ownerUrl: string, master: Buffer, say: (line: string) => void): Promise<void> {
  const passwords = rolePasswords(master)
  await withOwner(ownerUrl, async (owner) => {
    await assertMasterFits(master, owner)
    await ensureRoles(owner, passwords)
  })
  // The queue's tables belong to the worker: row-level security keeps everyone else out of them.
  await runMigrations({ connectionString: urlAs(ownerUrl, 'openslrt_worker', passwords.openslrt_worker) })
  await withOwner(ownerUrl, async (owner) => {
    const ran = await migrate(owner)
    if (ran.length > 0) say(`Database brought up to date: ${ran.length} migrations.`)
    const loaded = await loadPlaces(owner)
    if (loaded > 0) say(`Places of Indonesia loaded: ${loaded}.`)
    await makeHeads(owner)
    await loadLists(owner)
  })
}
