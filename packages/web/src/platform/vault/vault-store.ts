import { Dexie, type DexieOptions, type Table } from 'dexie'
import { openShape } from '../outbox/open-shape.ts'
import type { Sealed } from '../outbox/seal.ts'

/** A person's own drawer on a phone: their keys, wrapped. Their name lies open, so that they find themselves. */
export interface Drawer extends Sealed {
  readonly staff: string
  readonly name: string
  /** Where their rows lie: what goes with the drawer. */
  readonly owner: string
  /** The number of this phone for them: the same after a forgotten PIN. */
  readonly device: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
  /** Wrong PINs since the last right one, counted before they are tried; and until when nobody may. */
  readonly tries: number
  readonly nextAt: number
  readonly idleMinutes: number
}

export interface DeviceKey {
  readonly id: 'device'
  readonly key: CryptoKey
}
/** The number of this phone for somebody whose drawer was emptied: it opens nothing. */
export interface KeptNumber {
  readonly id: `number:${string}`
  readonly number: string
}

export interface VaultStore {
  readonly db: Dexie
  readonly drawers: Table<Drawer, string>
  /** A key that never leaves the browser: a copy of what lies here is of no use without it. */
  readonly device: Table<DeviceKey | KeptNumber, string>
}

export async function openVaultStore(engine: DexieOptions = {}): Promise<VaultStore> {
  const db = new Dexie('openslrt-brankas', { chromeTransactionDurability: 'strict', ...engine })
  db.version(1).stores({ drawer: 'staff', device: 'id' })
  await openShape(db)
  return { db, drawers: db.table('drawer'), device: db.table('device') }
}
