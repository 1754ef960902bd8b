import { makeByteSeal } from '../../platform/file-queue/byte-seal.ts'
import { type FileQueue, openFileQueue } from '../../platform/file-queue/file-queue.ts'
import { fileStoreName, openFileStore } from '../../platform/file-queue/file-store.ts'
import { httpFileLine } from '../../platform/file-queue/http-file-line.ts'
import type { KeptFile } from '../../platform/file-queue/kept-file.ts'
import type { Ground } from '../../platform/file-queue/settle.ts'
import { makeSeal } from '../../platform/outbox/seal.ts'
import type { Phone } from '../../platform/replica/open-phone.ts'
import type { Keys } from '../../platform/vault/vault.ts'

/** The files of an open phone, as screens have them. */
export interface OpenFiles {
  readonly files: readonly KeptFile[]
  readonly queue: FileQueue
  /** Sends what is due, now. */
  readonly send: () => void
}

/** SYNC-45 Opens the files of whoever is there, sends them behind what was done, and tells of every change; gives what ends it. */
export async function followFiles(
  { me }: Keys,
  phone: Phone,
  district: string,
  tell: (open: OpenFiles) => void,
): Promise<() => void> {
  const seal = await makeSeal(me.outboxKey)
  const name = fileStoreName(seal.owner)
  const [store, byteSeal] = await Promise.all([openFileStore(name), makeByteSeal(me.outboxKey)])
  const alone = async (work: () => Promise<void>): Promise<void> => navigator.locks.request(name, work)
  const queue = await openFileQueue({
    staff: me.staff,
    store,
    seal,
    byteSeal,
    line: httpFileLine,
    now: Date.now,
    alone,
  })
  const sending = sendInTurn(queue, () => groundOf(phone, district))
  const say = (): void => tell({ files: queue.all(), queue, send: sending.send })
  const stops = [queue.watch(say), phone.watch(() => void settle()), sending.stop, queue.close]
  // What fails here is tried with the next change: the files stay as they were.
  const settle = async (): Promise<void> => queue.settle(await groundOf(phone, district)).catch(() => undefined)
  say()
  sending.send()
  return () => {
    for (const stop of stops) stop()
  }
}

async function groundOf({ shelf, journal, replica }: Phone, district: string): Promise<Ground> {
  const { epoch, backedUp } = replica.state()
  const accepted = journal.all().map(({ command }) => command)
  return { entries: await shelf.all(), accepted, epoch: epoch ?? '', backedUp, district, now: Date.now() }
}

/** One run after the other, and by itself when the next is due. */
function sendInTurn(queue: FileQueue, ground: () => Promise<Ground>) {
  let running = false
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = (): void => {
    again = true
    if (!running) void run()
  }
  const run = async (): Promise<void> => {
    running = true
    clearTimeout(timer)
    let due: number | null = null
    while (again) {
      again = false
      due = await queue.run(ground).catch(() => null)
    }
    running = false
    if (due !== null) timer = setTimeout(send, Math.max(1_000, due - Date.now()))
  }
  return { send, stop: () => clearTimeout(timer) }
}
