import type { Carried } from '@openslrt/core/contract/carried.ts'
import type { ListItem } from '@openslrt/core/contract/reference-queries.ts'
import type { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import type { Census } from '@openslrt/core/replica/census.ts'
import type { Cursor } from '@openslrt/core/replica/round.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { z } from 'zod'
import type { DeviceStore } from '../outbox/device-store.ts'
import { openShape } from '../outbox/open-shape.ts'
import type { Sealed } from '../outbox/seal.ts'

export interface RowBox extends Sealed {
  readonly table: ReplicaTable
  readonly id: string
}

/** What was accepted, until it lies in a backup. `n` is the order in which it was. */
export interface AcceptedBox extends Sealed {
  readonly n?: number
  readonly id: string
}

export interface Village {
  readonly code: string
  readonly name: string
}

/** How the last look at both sides ended: when, how many rows each held, and the tables that differed. */
export interface Checked {
  readonly at: number
  readonly held: number
  readonly there: number
  readonly unlike: readonly ReplicaTable[]
}

/** How far a phone has come. Nothing here names anybody: it lies open. */
export interface PhoneState {
  /** One more with every change: another window sees by it that its rows are old. */
  readonly rev: number
  readonly epoch: string | null
  readonly backedUp: number
  readonly cursor: Cursor | null
  readonly villages: readonly Village[]
  /** What the phone should hold at a point of a cursor, as the server said it there. */
  readonly there: { readonly stamp: string; readonly census: Census } | null
  readonly checked: Checked | null
}

export interface KeptLists {
  readonly id: 'lists'
  readonly at: number
  readonly lists: Readonly<Record<string, readonly ListItem[]>>
}

/** Code lists of the registry and what the place asks itself, kept beside those lists. */
export interface KeptChoices {
  readonly id: 'choices'
  readonly at: number
  readonly choices: Choices
}
export type Choices = z.infer<typeof registryRoutes.choices.reply>

/** Programmes of the places of this phone, and the stamp by which the server knows whether they are still so. */
export interface KeptProgrammes {
  readonly id: 'programmes'
  readonly at: number
  readonly stamp: string
  readonly carried: Carried
}

/** What one person's work on one phone lies in: what waits, what was accepted, and the rows of their places. */
export interface PhoneDb extends DeviceStore {
  readonly rows: Table<RowBox, [string, string]>
  readonly accepted: Table<AcceptedBox, number>
  readonly state: Table<PhoneState & { readonly id: 'state' }, string>
  /** Lists that forms choose from, as they were asked for last; they name nobody. */
  readonly lists: Table<KeptLists | KeptChoices | KeptProgrammes, string>
}

/** Where it lies: apart for each person, who is not named by it. */
export const phoneDbName = (owner: string): string => `openslrt-lapangan-${owner}`

/** Opens it, and brings what an older release left to today's shape. `engine` is a browser's own, or a test's. */
export async function openPhoneDb(name: string, engine: DexieOptions = {}): Promise<PhoneDb> {
  // Strict: told as kept only when it is on the disk, so that a flat battery takes no word away.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...engine })
  // Released shapes are never edited: a new one is `db.version(2)...upgrade()`, with a dump of it that released.test.ts opens.
  db.version(1).stores({
    entry: '++seq, &id, [owner+seq]',
    draft: '[owner+key], keptAt',
    row: '[table+id]',
    accepted: '++n, &id',
    state: 'id',
    lists: 'id',
  })
  await openShape(db)
  return {
    db,
    entries: db.table('entry'),
    drafts: db.table('draft'),
    rows: db.table('row'),
    accepted: db.table('accepted'),
    state: db.table('state'),
    lists: db.table('lists'),
  }
}
