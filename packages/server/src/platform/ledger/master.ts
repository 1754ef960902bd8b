import type { KeyObject } from 'node:crypto'
import { hkdfSync } from 'node:crypto'
import type { Client } from 'pg'
import type { DataKey } from './seal.ts'
import { keyOf, seal, unseal } from './seal.ts'

/** A key that follows from the master key, for one purpose and no other. */
export const derived = (master: Buffer, purpose: 'wrap' | 'index' | 'door'): KeyObject =>
  keyOf(Buffer.from(hkdfSync('sha256', master, '', `openslrt ${purpose}`, 32)))

/** What the keys of districts are sealed under. */
export const wrappingKey = (master: Buffer): DataKey => ({ id: 1, secret: derived(master, 'wrap') })

/** Something that only this master key opens: a backup carries it, so that the right key is told before anything is done. */
export const markOf = (master: Buffer): string =>
  seal(wrappingKey(master), Buffer.from('openslrt'), 'mark').toString('base64')

export const fitsMark = (master: Buffer, mark: string): boolean => opens(master, Buffer.from(mark, 'base64'), 'mark')

/** Whether a master key is this database's. One that holds no key yet fits every master. */
export async function fitsMaster(master: Buffer, owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ found: boolean }>("select to_regclass('public.data_key') is not null as found")
  if (!rows[0]?.found) return true
  const kept = await owner.query<{ district: string; wrapped: Buffer }>(
    'select district, wrapped from data_key limit 1',
  )
  const [key] = kept.rows
  return key === undefined || opens(master, key.wrapped, key.district)
}

/**
 * Refuses to go on with a master key that is not this database's: a new one would start without a word, and nothing
 * that was sealed before could be opened again.
 */
export async function assertMasterFits(master: Buffer, owner: Client): Promise<void> {
  if (!(await fitsMaster(master, owner)))
    throw new Error(
      'the master key is not the one that this database was sealed with. Put back the file master.key that belongs to it (see the README on backups); nothing was changed.',
    )
}

function opens(master: Buffer, sealed: Buffer, about: string): boolean {
  try {
    unseal(() => derived(master, 'wrap'), sealed, about)
    return true
  } catch {
    return false
  }
}
