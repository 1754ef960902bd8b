import { newId } from '../../platform/outbox/uuid.ts'
import { openPhoneDb, phoneDbName } from '../../platform/replica/phone-db.ts'
import { makeVault, type Vault } from '../../platform/vault/vault.ts'
import { openVaultStore } from '../../platform/vault/vault-store.ts'

let opened: Promise<Vault> | null = null

/** The vault of this phone, opened once. */
export function ownVault(): Promise<Vault> {
  opened ??= openVaultStore().then((store) => makeVault({ store, now: Date.now, newId }))
  return opened
}

/** Takes the rows that a key is gone for: nobody could read them, and they take room. What waits stays, sealed. */
export async function clearRows(owner: string): Promise<void> {
  const { db, rows, state } = await openPhoneDb(phoneDbName(owner))
  await db.transaction('rw', [rows, state], async () => {
    await rows.clear()
    await state.clear()
  })
  db.close()
}

export const forgetPerson = async (staff: string): Promise<void> => (await ownVault()).forget(staff)
