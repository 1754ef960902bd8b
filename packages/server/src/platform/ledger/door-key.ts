import type { KeyObject } from 'node:crypto'
import type { Client, Pool } from 'pg'
import { derived, wrappingKey } from './master.ts'
import { keyOf, seal, unseal } from './seal.ts'

const about = 'door'

/**
 * The key that secrets in people's hands are made with: a repeat hands out the same receipt, and a recovery code on paper
 * opens, whatever master key there is by now. It follows from the first master key, and is kept once that was changed.
 */
export async function readDoorKey(database: Pool | Client, master: Buffer): Promise<KeyObject> {
  // A backup from before there was such a table is opened too.
  const { rows } = await database.query<{ found: boolean }>(
    "select to_regclass('public.door_key') is not null as found",
  )
  if (!rows[0]?.found) return derived(master, 'door')
  const kept = await database.query<{ wrapped: Buffer }>('select wrapped from door_key')
  const [key] = kept.rows
  return key ? keyOf(unseal(() => wrappingKey(master).secret, key.wrapped, about)) : derived(master, 'door')
}

/** Keeps the key under another master key than the one that it followed from, or was kept under. */
export async function keepDoorKey(owner: Client, door: KeyObject, master: Buffer): Promise<void> {
  await owner.query(
    'insert into door_key (id, wrapped) values (1, $1) on conflict (id) do update set wrapped = excluded.wrapped',
    [seal(wrappingKey(master), door.export(), about)],
  )
}
