import type { Outcome } from '@openslrt/core/contract/envelope.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { mayPass, type Problem } from '../api/problem.ts'
import {
  answered,
  type Command,
  type Entry,
  mostAtOnce,
  nextBatch,
  postponed,
  type Waiting,
  waitingEntry,
} from './entry.ts'
import type { Shelf } from './shelf.ts'

export type Answers = readonly (Outcome & { readonly id: string })[]

/** What the outbox needs of the world around it. */
export interface Ports {
  readonly shelf: Shelf
  readonly post: (commands: readonly Command[]) => Promise<Result<Answers, Problem>>
  readonly now: () => number
  /** Runs one at a time, over all windows of this person. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
}

export interface Outbox {
  readonly durable: boolean
  /** Keeps it, tries to send it and all before it, and tells what became of it. */
  send(command: Command): Promise<Entry>
  /** Tries what waits; before its time only when asked by a person or by a signal that came back. */
  flush(force: boolean): Promise<void>
  /** A person has seen why it was refused: it may go. */
  seen(id: string): Promise<void>
  watch(hear: (entries: readonly Entry[]) => void): () => void
  /** Hears whenever commands sent from this window were answered: what the screens show may be old now. */
  onAnswered(hear: () => void): () => void
}

/** R8, SYNC-1 ... SYNC-5: kept first, sent in order, gone only when accepted or seen. */
export function makeOutbox(ports: Ports): Outbox {
  const { shelf } = ports
  const listeners = new Set<() => void>()
  const flush = async (force: boolean): Promise<void> => {
    const answered = await sendAll(ports, force)
    if (answered > 0) for (const hear of listeners) hear()
  }
  return {
    durable: shelf.durable,
    async send(command) {
      const kept = await put(shelf, waitingEntry(command))
      if (!kept) return sendUnkept(ports, waitingEntry(command))
      await flush(true)
      const entry = await findEntry(shelf, command.id)
      if (entry?.state === 'accepted') await shelf.remove(command.id)
      return entry ?? waitingEntry(command)
    },
    flush,
    // What can't be removed was never kept, or is seen once more.
    seen: (id) => shelf.remove(id).catch(() => undefined),
    watch: (hear) => shelf.watch(hear),
    onAnswered(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

/** Whether it is kept now: the store may be full, or have been cleared while the page was open. */
const put = (shelf: Shelf, entry: Entry): Promise<boolean> =>
  shelf.put(entry).then(
    () => true,
    () => false,
  )

/** What could not be kept goes at once or not at all: nothing is told as waiting that would be gone with the page. */
async function sendUnkept(ports: Ports, entry: Waiting): Promise<Entry> {
  const after = settled(entry, await ports.post([entry.command]), ports.now())
  if (after.state !== 'waiting') return after
  return {
    state: 'refused',
    command: entry.command,
    why: after.why ?? { code: 'unavailable', message: '', details: {} },
  }
}

/** Sends batch after batch until nothing is due or the line fails; tells how many were answered. */
async function sendAll(ports: Ports, force: boolean): Promise<number> {
  let answers = 0
  await ports.alone(async () => {
    await sweep(ports)
    let most = mostAtOnce
    while (most > 0) {
      const batch = nextBatch(await ports.shelf.all(), ports.now(), force, most)
      const sent = await sendBatch(ports, batch)
      answers += sent.answers
      most = sent.go ? Math.min(most, sent.most) : 0
    }
  })
  return answers
}

/** What came of one request: whether to go on, and with how many commands at most. */
interface Sent {
  readonly answers: number
  readonly go: boolean
  readonly most: number
}

const stop = (answers: number): Sent => ({ answers, go: false, most: 0 })

async function sendBatch(ports: Ports, batch: readonly Waiting[]): Promise<Sent> {
  if (batch.length === 0) return stop(0)
  const said = await ports.post(batch.map(({ command }) => command))
  // One of them makes the whole request unreadable: sent one by one, only that one is refused.
  if (!said.ok && !mayPass(said.error.code) && batch.length > 1) return { answers: 0, go: true, most: 1 }
  const after = batch.map((entry) => settled(entry, said, ports.now()))
  for (const entry of after) await ports.shelf.put(entry)
  const answers = after.filter(({ state }) => state !== 'waiting').length
  return answers < after.length ? stop(answers) : { answers, go: true, most: mostAtOnce }
}

function settled(entry: Waiting, said: Result<Answers, Problem>, now: number): Entry {
  if (said.ok)
    return answered(
      entry,
      said.value.find(({ id }) => id === entry.command.id),
      now,
    )
  const { code, message, details } = said.error
  const why = { code, message, details }
  return mayPass(code) ? postponed(entry, why, now) : { state: 'refused', command: entry.command, why }
}

/** Accepted entries wait for the window that sent them; after a minute there is no such window any more. */
const sweepAfterMs = 60_000

async function sweep({ shelf, now }: Ports): Promise<void> {
  const old = (await shelf.all()).filter((entry) => entry.state === 'accepted' && entry.at < now() - sweepAfterMs)
  for (const { command } of old) await shelf.remove(command.id)
}

const findEntry = async (shelf: Shelf, id: string): Promise<Entry | undefined> =>
  (await shelf.all()).find(({ command }) => command.id === id)
