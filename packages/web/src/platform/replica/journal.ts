import { z } from 'zod'
import type { Command } from '../outbox/entry.ts'
import type { Seal } from '../outbox/seal.ts'
import { commandShape } from '../outbox/sealed-shelf.ts'
import type { AcceptedBox, PhoneDb } from './phone-db.ts'

/** What the server accepted: by which database, and as which entry of its ledger. */
export interface Kept {
  readonly command: Command
  readonly seq: number
  readonly epoch: string
}

/** Accepted commands, in the order in which they were, until they lie in a backup (SYNC-25). */
export interface Journal {
  readonly all: () => readonly Kept[]
  keep(kept: Kept): Promise<void>
  /** Drops one that a person looks at now. */
  drop(id: string): Promise<void>
  /** Forgets what lies in a backup of this database. */
  forget(epoch: string, backedUp: number, district: string): Promise<void>
  clear(): Promise<void>
}

/** More than a facilitator does in a year of days without a backup; the oldest go first. */
export const mostKept = 5_000

/** Sealed under the person's own key, as what waits is: a forgotten PIN takes nothing of it. */
export async function openJournal(db: PhoneDb, seal: Seal, most = mostKept): Promise<Journal> {
  let held = await openAll(db, seal)
  const drop = async (gone: (one: Kept) => boolean): Promise<void> => {
    const ids = held.filter(gone).map(({ command }) => command.id)
    if (ids.length === 0) return
    await db.accepted.where('id').anyOf(ids).delete()
    held = held.filter((one) => !gone(one))
  }
  return {
    all: () => held,
    async keep(kept) {
      const { id } = kept.command
      const sealed = await seal.close(placeOf(id), kept)
      await db.db.transaction('rw', db.accepted, async () => {
        const before = await db.accepted.get({ id })
        if (before?.n === undefined) await db.accepted.add({ id, ...sealed })
        else await db.accepted.update(before.n, { ...sealed })
      })
      const known = held.some(({ command }) => command.id === id)
      held = known ? held.map((one) => (one.command.id === id ? kept : one)) : [...held, kept]
      const old = new Set(held.slice(0, -most).map(({ command }) => command.id))
      await drop(({ command }) => old.has(command.id))
    },
    drop: (id) => drop(({ command }) => command.id === id),
    forget: (epoch, backedUp, district) =>
      drop((one) => one.epoch === epoch && one.seq <= backedUp && one.command.district === district),
    async clear() {
      await db.accepted.clear()
      held = []
    },
  }
}

const placeOf = (id: string): string => `accepted:${id}`
const shape: z.ZodType<Kept> = z.object({ command: commandShape, seq: z.number(), epoch: z.string() })

async function openAll(db: PhoneDb, seal: Seal): Promise<readonly Kept[]> {
  const boxes: readonly AcceptedBox[] = await db.accepted.orderBy('n').toArray()
  const values = await Promise.all(boxes.map((box) => seal.open(placeOf(box.id), box)))
  return values.flatMap((value) => {
    const read = shape.safeParse(value)
    return read.success ? [read.data] : []
  })
}
