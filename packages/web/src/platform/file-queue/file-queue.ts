import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { retryAfterMs } from '../outbox/entry.ts'
import type { Seal } from '../outbox/seal.ts'
import type { ByteSeal } from './byte-seal.ts'
import type { FileStore } from './file-store.ts'
import { type KeptFile, keptFile, newFile, type TakenFile } from './kept-file.ts'
import { type FileLine, type Sent, sendFile } from './send-file.ts'
import { type Ground, nextFile, settled, spare } from './settle.ts'

export interface QueueWorld {
  readonly staff: string
  readonly store: FileStore
  readonly seal: Seal
  readonly byteSeal: ByteSeal
  readonly line: FileLine
  readonly now: () => number
  /** One at a time, over all windows of this person. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
}

/** Files of one person on one phone, until the server holds them. */
export interface FileQueue {
  readonly all: () => readonly KeptFile[]
  /** Keeps what was taken; `full` where the phone has no room. */
  keep(taken: TakenFile, bytes: Uint8Array<ArrayBuffer>): Promise<Result<KeptFile, 'full' | 'not-kept'>>
  read(file: KeptFile): Promise<Uint8Array<ArrayBuffer> | null>
  remove(id: string): Promise<void>
  /** Looks through all files by what became of their entries. */
  settle(ground: Ground): Promise<void>
  /** Sends what is due; gives when the next is, or null. */
  run(ground: () => Promise<Ground>): Promise<number | null>
  watch(hear: () => void): () => void
  close(): void
}

export async function openFileQueue(world: QueueWorld): Promise<FileQueue> {
  const { store, seal, byteSeal } = world
  let held = await openAll(world)
  const listeners = new Set<() => void>()
  const set = (files: readonly KeptFile[]): void => {
    held = files
    for (const hear of listeners) hear()
  }
  const put = async (file: KeptFile): Promise<void> => {
    await store.files.put({ id: file.id, ...(await seal.close(placeOf(file.id), file)) })
    set([...held.filter(({ id }) => id !== file.id), file].toSorted((one, other) => one.at - other.at))
  }
  const remove = async (id: string): Promise<void> => {
    await store.db.transaction('rw', store.files, store.bytes, async () => {
      await store.files.delete(id)
      await store.bytes.delete(id)
    })
    set(held.filter((file) => file.id !== id))
  }
  const read = async ({ id }: KeptFile) => {
    const box = await store.bytes.get(id)
    return box ? byteSeal.open(id, box) : null
  }
  // Another window may have written since.
  const reload = async (): Promise<void> => set(await openAll(world))
  const clearSpare = async (most?: number): Promise<void> => {
    for (const { id } of spare(held, most)) await remove(id)
  }
  const write = async (file: KeptFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    // Sealed before the transaction: the browser ends one that waits for anything else.
    const known = { id: file.id, ...(await seal.close(placeOf(file.id), file)) }
    const box = { id: file.id, ...(await byteSeal.close(file.id, bytes)) }
    await store.db.transaction('rw', store.files, store.bytes, async () => {
      await store.bytes.put(box)
      await store.files.put(known)
    })
    set([...held, file])
  }
  const settle = async (ground: Ground): Promise<void> => {
    for (const file of held) {
      const after = settled(file, ground)
      if (after === 'gone') await remove(file.id)
      else if (after !== file) await put(after)
    }
    await clearSpare()
  }
  return {
    all: () => held,
    keep: (taken, bytes) => keepWith({ held: () => held, write, clearSpare }, newFile(taken), bytes),
    read,
    remove,
    settle,
    run: (ground) => sendAll(world, { held: () => held, reload, put, read, settle }, ground),
    watch(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    close: () => store.db.close(),
  }
}

interface Keeping {
  readonly held: () => readonly KeptFile[]
  readonly write: (file: KeptFile, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly clearSpare: (most?: number) => Promise<void>
}

/** SYNC-46 What the server holds makes room for what it does not. */
async function keepWith({ held, write, clearSpare }: Keeping, file: KeptFile, bytes: Uint8Array<ArrayBuffer>) {
  const tried = () => write(file, bytes).then(() => ok(file), failure)
  const kept = await tried()
  if (kept.ok || kept.error !== 'full' || spare(held(), 0).length === 0) return kept
  await clearSpare(0)
  return tried()
}

const failure = (error: unknown): Result<never, 'full' | 'not-kept'> => no(isFull(error) ? 'full' : 'not-kept')

/** SYNC-46 A store that is full says so by this name, at times wrapped. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const inner: unknown = 'inner' in error ? error.inner : error.cause
  return error.name === 'QuotaExceededError' || isFull(inner)
}

const placeOf = (id: string): string => `file:${id}`

/** What can't be opened stays where it is: it is not ours to throw away. */
async function openAll({ store, seal }: QueueWorld): Promise<readonly KeptFile[]> {
  const boxes = await store.files.toArray()
  const values = await Promise.all(boxes.map((box) => seal.open(placeOf(box.id), box)))
  const files = values.flatMap((value) => {
    const read = keptFile.safeParse(value)
    return read.success ? [read.data] : []
  })
  return files.toSorted((one, other) => one.at - other.at)
}

interface Desk extends Pick<FileQueue, 'read' | 'settle'> {
  readonly reload: () => Promise<void>
  readonly held: () => readonly KeptFile[]
  readonly put: (file: KeptFile) => Promise<void>
}

/** One after the other until nothing is due, or the line fails. */
async function sendAll(world: QueueWorld, desk: Desk, groundOf: () => Promise<Ground>): Promise<number | null> {
  await world.alone(async () => {
    await desk.reload()
    for (;;) {
      const ground = await groundOf()
      await desk.settle(ground)
      const file = nextFile(desk.held(), ground.entries, world.now())
      if (!file || !(await isOwn(world))) return
      const sent = await sendOne(world, desk, file)
      if (sent.kind === 'later') return
      // Its epoch is that of the sync before: another database is told by the next one.
      await desk.put(after(file, sent, ground.epoch))
    }
  })
  return dueAt(desk.held())
}

/** SYNC-28 Nothing of one person goes out as another's. */
async function isOwn({ line, staff }: QueueWorld): Promise<boolean> {
  const who = await line.who()
  return who.ok && who.value === staff
}

async function sendOne({ line, now }: QueueWorld, { read, put }: Desk, file: KeptFile): Promise<Sent> {
  const bytes = await read(file)
  if (!bytes) return { kind: 'broken' }
  let at = file
  const sent = await sendFile(line, file, bytes, async (have) => {
    // A part that went through is a new beginning: the wait is short again.
    at = { ...at, have, tries: have > at.have ? 0 : at.tries }
    await put(at)
  })
  if (sent.kind === 'later') {
    const tries = at.tries + 1
    const asked = Number(sent.why?.details['retryAfter'] ?? 0) * 1_000
    await put({ ...at, tries, nextAt: now() + Math.max(retryAfterMs(tries), Math.min(asked || 0, 300_000)) })
  }
  return sent
}

function after(file: KeptFile, sent: Exclude<Sent, { kind: 'later' }>, epoch: string): KeptFile {
  switch (sent.kind) {
    case 'whole':
      return { ...file, state: 'sent', have: file.size, tries: 0, nextAt: 0, head: sent.head, epoch }
    case 'broken':
      // SYNC-43 Once more from the beginning, and then a person looks at it.
      return file.broken === 0
        ? { ...file, have: 0, broken: 1 }
        : { ...file, have: 0, broken: file.broken + 1, state: 'stopped', why: 'broken' }
    case 'unfit':
      return { ...file, have: 0, state: 'stopped', why: 'unfit', words: sent.why.message }
  }
}

/** Only of what was tried: the rest waits for its entry, and goes when that was accepted. */
const dueAt = (files: readonly KeptFile[]): number | null => {
  const waits = files.filter(({ state, nextAt }) => state === 'waiting' && nextAt > 0).map(({ nextAt }) => nextAt)
  return waits.length === 0 ? null : Math.min(...waits)
}
