import type { Result } from '@openslrt/core/kernel/result.ts'
import { no } from '@openslrt/core/kernel/result.ts'
import type { Problem } from '../api/problem.ts'
import { retryAfterMs } from '../outbox/entry.ts'
import { makeOutbox } from '../outbox/outbox.ts'
import { compare } from './compare.ts'
import type { Checked } from './phone-db.ts'
import { lyingOn, pullOn, pullPage, spokenBy } from './pull.ts'
import { replay } from './replay.ts'
import { ownProblem, type SyncPorts } from './sync-ports.ts'

export type Synced = Result<Checked, Problem>

/**
 * One sync: who is signed in, one page (which tells of which database it is), what a lost database had accepted, what waits,
 * the rest of the rows, and the count on both sides. Wherever the line drops, all that came before is kept, and the next
 * sync goes on from there.
 */
export async function syncOnce(ports: SyncPorts): Promise<Synced> {
  let said: Synced = no(ownProblem('not-kept'))
  const once = async (): Promise<void> => {
    said = await orWiped(ports)
  }
  // A store that fails, or a browser that gives no turn: whoever asks is told, and asks again.
  await ports.alone(once).catch(() => undefined)
  return said
}

/**
 * SYNC-29 The secretariat's order to forget: what waits is sent a last time, then rows and what was accepted go. What could
 * not be sent stays: sealed under a key that this phone forgets with the vault, and its person brings with them.
 */
async function orWiped(ports: SyncPorts): Promise<Synced> {
  const said = await inOrder(ports)
  if (said.ok || said.error.code !== 'wiped') return said
  await flush(ports)
  const { cursor } = ports.replica.state()
  await ports.replica.empty()
  await ports.journal.clear()
  const left = await lyingOn(ports.shelf)
  // SYNC-58 The secretariat sees what is left there now, not what waited before; where the line drops it sees that.
  await ports.line.pull({ ...spokenBy(ports.bearer), cursor, waiting: left, held: 0 })
  return no(ownProblem('wiped', { left }))
}

async function inOrder(ports: SyncPorts): Promise<Synced> {
  await ports.replica.reload()
  const who = await ports.line.who()
  if (!who.ok) return who
  // SYNC-28 Nothing of one person goes out as another's.
  if (who.value !== ports.bearer.staff) return no(ownProblem('of-another'))
  const first = await pullPage(ports)
  if (!first.ok) return first
  const replayed = await replay(ports)
  if (!replayed.ok) return replayed
  const wrote = (await flush(ports)) || replayed.value > 0
  const last = first.value.done && !wrote ? first : await pullOn(ports)
  return last.ok ? compare(ports) : last
}

/**
 * Sends what waits, and tells whether any of it was answered. The epoch was told a moment ago: what is accepted now is this
 * database's.
 */
async function flush({ shelf, now, line }: SyncPorts): Promise<boolean> {
  const outbox = makeOutbox({ shelf, now, post: line.post, alone: (work) => work() })
  let wrote = false
  outbox.onAnswered(() => {
    wrote = true
  })
  await outbox.flush(true)
  return wrote
}

/** Facilitators look at their phone between two houses; the server expects about so many. */
export const syncEveryMs = 15 * 60_000

/** SYNC-23 When the next sync is due by itself: later and later while the line fails, and not before somebody signs in. */
export function nextSyncAt(said: Synced, tries: number, now: number): number | null {
  if (said.ok) return now + syncEveryMs
  return ['wiped', 'of-another', 'unauthenticated', 'device-of-another', 'not-permitted'].includes(said.error.code)
    ? null
    : now + retryAfterMs(tries)
}

/** SYNC-55 Whether somebody who comes back to the app is to see a sync at once: when it is due, and after one that failed. */
export const isDueOnReturn = (dueAt: number | null, said: Synced | null, now: number): boolean =>
  dueAt !== null && (dueAt <= now || said?.ok === false)
