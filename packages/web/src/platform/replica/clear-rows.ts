import type { DexieOptions } from 'dexie'
import { openPhoneDb, phoneDbName } from './phone-db.ts'

/**
 * SYNC-59 Takes the rows that a key is gone for: nobody could read them, and they take room. What waits and what was accepted
 * stays, sealed; gives how much of what was typed that is. Whoever else uses this phone has a store of their own.
 */
export async function clearRows(owner: string, engine?: DexieOptions): Promise<number> {
  const { db, rows, state, entries } = await openPhoneDb(phoneDbName(owner), engine)
  await db.transaction('rw', [rows, state], async () => {
    await rows.clear()
    await state.clear()
  })
  const left = await entries.count()
  db.close()
  return left
}
