import { Dexie, type DexieOptions, type Table } from 'dexie'
import { openShape } from './open-shape.ts'
import type { Sealed } from './seal.ts'

export interface EntryRow extends Sealed {
  readonly seq?: number
  readonly owner: string
  readonly id: string
}

export interface DraftRow extends Sealed {
  readonly owner: string
  readonly key: string
  readonly keptAt: number
}

/** What this browser keeps of ours: sealed, each person's apart from everyone else's. */
export interface DeviceStore {
  readonly db: Dexie
  readonly entries: Table<EntryRow, number>
  readonly drafts: Table<DraftRow, [string, string]>
}

let store: Promise<DeviceStore> | null = null

/** Opens the store once for the page. Fails where the browser lets nothing be kept. */
export function openDeviceStore(): Promise<DeviceStore> {
  store ??= openStoreIn()
  return store
}

/** `engine` is a browser's own, or a test's. */
export async function openStoreIn(engine: DexieOptions = {}): Promise<DeviceStore> {
  // Strict: told as kept only when it is on the disk, so that a flat battery takes no word away.
  const db = new Dexie('openslrt', { chromeTransactionDurability: 'strict', ...engine })
  db.version(1).stores({ entry: '++seq, &id, [owner+seq]', draft: '[owner+key], keptAt' })
  await openShape(db)
  return { db, entries: db.table('entry'), drafts: db.table('draft') }
}
