import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { Sealed } from '../outbox/seal.ts'

export interface FileBox extends Sealed {
  readonly id: string
}

/** Where the files of one person on one phone lie: what is known of each, and its bytes, each sealed. */
export interface FileStore {
  readonly db: Dexie
  readonly files: Table<FileBox, string>
  readonly bytes: Table<FileBox, string>
}

export const fileStoreName = (owner: string): string => `openslrt-berkas-${owner}`

/** Apart from what was typed: a store that is full of photos must not keep a word from being written. */
export async function openFileStore(name: string, engine: DexieOptions = {}): Promise<FileStore> {
  // Strict: told as kept only when it is on the disk, so that a flat battery takes no photo away.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...engine })
  db.version(1).stores({ file: 'id', bytes: 'id' })
  await db.open()
  return { db, files: db.table('file'), bytes: db.table('bytes') }
}
