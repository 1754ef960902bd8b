import { newId } from '../../platform/outbox/uuid.ts'
import { makeVault, type Vault } from '../../platform/vault/vault.ts'
import { openVaultStore } from '../../platform/vault/vault-store.ts'

let opened: Promise<Vault> | null = null

/** The vault of this phone, opened once. */
export function ownVault(): Promise<Vault> {
  opened ??= openVaultStore().then((store) => makeVault({ store, now: Date.now, newId }))
  return opened
}

export const forgetPerson = async (staff: string): Promise<void> => (await ownVault()).forget(staff)
