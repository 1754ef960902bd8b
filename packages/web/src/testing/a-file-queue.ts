import { randomBytes, randomUUID } from 'node:crypto'
import { digestOf, makeByteSeal } from '../platform/file-queue/byte-seal.ts'
import { type FileQueue, openFileQueue } from '../platform/file-queue/file-queue.ts'
import { openFileStore } from '../platform/file-queue/file-store.ts'
import type { KeptFile, TakenFile } from '../platform/file-queue/kept-file.ts'
import type { Ground } from '../platform/file-queue/settle.ts'
import { type Command, waitingEntry } from '../platform/outbox/entry.ts'
import { makeSeal } from '../platform/outbox/seal.ts'
import { aCommand } from './a-command.ts'
import { type Hardware, newHardware, oneAtATime, person } from './a-field-phone.ts'
import type { FileServer } from './a-file-server.ts'

/** Files of a phone on its own store; opened again on the same one they are the same. `now` may be turned on. */
export async function aFileQueue(server: FileServer, engine: Hardware = newHardware(), own: { key?: string } = {}) {
  const clock = { now: Date.parse('2026-11-23T08:00:00Z') }
  const key = own.key ?? person.outboxKey
  const store = await openFileStore('berkas-uji', engine)
  const queue: FileQueue = await openFileQueue({
    staff: person.staff,
    store,
    seal: await makeSeal(key),
    byteSeal: await makeByteSeal(key),
    line: server.lineOf(),
    now: () => clock.now,
    alone: oneAtATime(),
  })
  return { queue, clock, store, engine }
}

/** A photo as it was just taken. */
export async function taken(size = 150_000, own: Partial<TakenFile> = {}) {
  const bytes = new Uint8Array(randomBytes(size))
  const file: TakenFile = {
    id: randomUUID(),
    form: 'kunjungan',
    kind: 'front',
    sha256: await digestOf(bytes),
    size,
    type: 'image/jpeg',
    at: Date.parse('2026-11-23T07:00:00Z'),
    ...own,
  }
  return { file, bytes }
}

/** What a visit's result is that names these. */
export const naming = (...files: readonly Pick<KeptFile, 'id'>[]): Command =>
  aCommand(randomUUID(), { data: { photos: files.map(({ id }) => ({ id })) } })

export const ground = (own: Partial<Ground> = {}): Ground => ({
  entries: [],
  accepted: [],
  epoch: 'satu',
  backedUp: 0,
  district: aCommand('x').district,
  now: Date.parse('2026-11-23T08:00:00Z'),
  ...own,
})

export const waits = (command: Command): Partial<Ground> => ({ entries: [waitingEntry(command)] })
export const isAccepted = (command: Command): Partial<Ground> => ({ accepted: [command] })
export const isRefused = (command: Command): Partial<Ground> => ({
  entries: [{ state: 'refused', command, why: { code: 'stale', message: '', details: {} } }],
})
