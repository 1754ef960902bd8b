import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { mayPass, type Problem } from '../api/problem.ts'
import { answered, type Entry, mostAtOnce, type Why, waitingEntry } from '../outbox/entry.ts'
import type { Answers } from '../outbox/outbox.ts'
import type { Kept } from './journal.ts'
import type { SyncPorts } from './sync-ports.ts'

/**
 * SYNC-26 After a restored backup: what another database had accepted is sent again in its order, before anything new. What
 * this one has already is answered as before; what it refuses now goes to the person's list. Gives how many were answered.
 */
export async function replay(ports: SyncPorts): Promise<Result<number, Problem>> {
  let most = mostAtOnce
  let answers = 0
  for (;;) {
    const lost = lostOf(ports).slice(0, most)
    if (lost.length === 0) return ok(answers)
    const said = await ports.line.post(lost.map(({ command }) => command))
    if (!said.ok && mayPass(said.error.code)) return said
    // One of them makes the whole request unreadable: sent one by one, only that one is refused.
    if (!said.ok && lost.length > 1) most = 1
    else {
      const entries = lost.map((one) => (said.ok ? after(one, said.value, ports.now()) : refusedFor(one, said.error)))
      const stopped = await settle(ports, entries)
      if (stopped) return no(stopped)
      answers += entries.length
    }
  }
}

/** What was accepted by a database that is gone. */
const lostOf = ({ journal, replica }: SyncPorts): readonly Kept[] => {
  const { epoch } = replica.state()
  return journal.all().filter((one) => one.epoch !== epoch)
}

const after = ({ command }: Kept, answers: Answers, now: number): Entry =>
  answered(
    waitingEntry(command),
    answers.find(({ id }) => id === command.id),
    now,
  )

const refusedFor = ({ command }: Kept, { code, message, details }: Problem): Entry => ({
  state: 'refused',
  command,
  why: { code, message, details },
})

/** Writes down what became of them; gives why the rest must wait, if it must. */
async function settle({ journal, shelf, replica }: SyncPorts, entries: readonly Entry[]): Promise<Problem | null> {
  const epoch = replica.state().epoch ?? ''
  for (const entry of entries) {
    if (entry.state === 'waiting') return passing(entry.why)
    // In this order: what is dropped here lies on the person's list already.
    if (entry.state === 'accepted') await journal.keep({ command: entry.command, seq: entry.outcome.seq, epoch })
    else {
      await shelf.put(entry)
      await journal.drop(entry.command.id)
    }
  }
  return null
}

const passing = (why: Why | null): Problem => ({
  code: 'unavailable',
  message: '',
  details: {},
  ...why,
  requestId: null,
})
