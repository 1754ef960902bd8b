import { outcome } from '@openslrt/core/contract/envelope.ts'
import { Dexie, liveQuery } from 'dexie'
import { z } from 'zod'
import { type DeviceStore, type EntryRow, openDeviceStore } from './device-store.ts'
import type { Command, Entry } from './entry.ts'
import type { Seal } from './seal.ts'
import type { Shelf } from './shelf.ts'

/** The shelf in the browser's own store: sealed, in the order of doing, each person's apart from everyone else's. */
export async function sealedShelf(seal: Seal, store: Promise<DeviceStore> = openDeviceStore()): Promise<Shelf> {
  const { db, entries: rows } = await store
  const own = () => rows.where('[owner+seq]').between([seal.owner, Dexie.minKey], [seal.owner, Dexie.maxKey]).toArray()
  return {
    durable: true,
    async put(entry) {
      const { id } = entry.command
      // Sealed before the transaction: the browser ends one that waits for anything else.
      const sealed = await seal.close(id, entry)
      await db.transaction('rw', rows, async () => {
        const before = await rows.get({ id })
        if (before?.seq === undefined) await rows.add({ owner: seal.owner, id, ...sealed })
        else await rows.update(before.seq, { ...sealed })
      })
    },
    all: async () => opened(seal, await own()),
    async remove(id) {
      await rows.where({ id }).delete()
    },
    watch: (hear) => watchRows(seal, own, hear),
  }
}

/** Opening takes a moment, and a later change may be opened sooner: only the latest is told. */
function watchRows(seal: Seal, own: () => Promise<EntryRow[]>, hear: (entries: readonly Entry[]) => void): () => void {
  let latest = 0
  const tell = async (rows: readonly EntryRow[]): Promise<void> => {
    latest += 1
    const turn = latest
    const entries = await opened(seal, rows)
    if (turn === latest) hear(entries)
  }
  const watching = liveQuery(own).subscribe({
    // Nobody waits: what comes of it is told to `hear`.
    next: (rows) => void tell(rows),
    error: () => {},
  })
  return () => {
    latest += 1
    watching.unsubscribe()
  }
}

/** What can't be opened stays where it is: it is not ours to throw away. */
async function opened(seal: Seal, rows: readonly EntryRow[]): Promise<readonly Entry[]> {
  const values = await Promise.all(rows.map((row) => seal.open(row.id, row)))
  return values.flatMap((value) => {
    const read = entrySchema.safeParse(value)
    return read.success ? [read.data] : []
  })
}

/** What was done, as it lies in a store. */
export const commandShape: z.ZodType<Command> = z.object({
  kind: z.string(),
  id: z.string(),
  v: z.number(),
  district: z.string(),
  subject: z.string(),
  office: z.string().nullable(),
  doneAt: z.string(),
  base: z.number().nullable(),
  data: z.unknown(),
})
const why = z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) })
const entrySchema: z.ZodType<Entry> = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('waiting'),
    command: commandShape,
    tries: z.number(),
    nextAt: z.number(),
    why: why.nullable(),
  }),
  z.object({ state: z.literal('accepted'), command: commandShape, outcome: outcome.options[0], at: z.number() }),
  z.object({ state: z.literal('refused'), command: commandShape, why }),
])
