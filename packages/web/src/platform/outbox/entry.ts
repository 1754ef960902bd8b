import type { Outcome } from '@openslrt/core/contract/envelope.ts'
import { mayPass, type Problem } from '../api/problem.ts'

/** What was done, as it goes over the wire and as it is kept until it has arrived. */
export interface Command {
  readonly kind: string
  readonly id: string
  readonly v: number
  readonly district: string
  readonly subject: string
  readonly office: string | null
  readonly doneAt: string
  readonly base: number | null
  readonly data: unknown
}

export type Accepted = Extract<Outcome, { status: 'accepted' }>

/** Why something was refused, in the words that the server found for it. */
export type Why = Pick<Problem, 'code' | 'message' | 'details'>

/**
 * R8 What was typed is never lost: an entry leaves the device only when accepted, or refused and seen by a person.
 * A waiting one's `why` tells what came of its last try; an accepted one stays until the window that waits for it has heard.
 */
export type Entry =
  | {
      readonly state: 'waiting'
      readonly command: Command
      readonly tries: number
      readonly nextAt: number
      readonly why: Why | null
    }
  | { readonly state: 'accepted'; readonly command: Command; readonly outcome: Accepted; readonly at: number }
  | { readonly state: 'refused'; readonly command: Command; readonly why: Why }

export type Waiting = Extract<Entry, { state: 'waiting' }>

/** SYNC-4 The wait before the next try: doubling from two seconds, never more than five minutes. */
export const retryAfterMs = (tries: number): number => Math.min(300_000, 1_000 * 2 ** tries)

/** What was just done, before its first try. */
export const waitingEntry = (command: Command): Waiting => ({
  state: 'waiting',
  command,
  tries: 0,
  nextAt: 0,
  why: null,
})

/** What becomes of an entry when its command was answered. */
export function answered(entry: Waiting, outcome: Outcome | undefined, now: number): Entry {
  const { command } = entry
  if (!outcome) return postponed(entry, null, now)
  if (outcome.status === 'accepted') return { state: 'accepted', command, outcome, at: now }
  const { code, message, details } = outcome
  // The fault of the moment or of an old page, not of what was typed: it stays.
  return mayPass(code)
    ? postponed(entry, { code, message, details }, now)
    : { state: 'refused', command, why: { code, message, details } }
}

/** What becomes of an entry when the whole request was not answered with a yes. */
export function postponed(entry: Waiting, why: Why | null, now: number): Waiting {
  const tries = entry.tries + 1
  const asked = Number(why?.details['retryAfter'] ?? 0) * 1_000
  return { ...entry, tries, why, nextAt: now + Math.max(retryAfterMs(tries), Math.min(asked || 0, 300_000)) }
}

/** Few enough that a slow line carries them within one request's patience. */
export const mostAtOnce = 50
const mostCharacters = 400_000

/**
 * SYNC-2 What goes next, in the order in which it was done. Nothing overtakes: while the first waits for its next try,
 * so do the later ones, unless a person or a new signal asks to try now.
 */
export function nextBatch(
  entries: readonly Entry[],
  now: number,
  force: boolean,
  most = mostAtOnce,
): readonly Waiting[] {
  const waiting = entries.filter((entry) => entry.state === 'waiting')
  const due = force || waiting.some((entry) => entry.nextAt <= now)
  return due ? fitting(waiting.slice(0, most)) : []
}

function fitting(entries: readonly Waiting[]): readonly Waiting[] {
  let room = mostCharacters
  const fits = entries.findIndex(({ command }) => {
    room -= JSON.stringify(command).length
    return room < 0
  })
  return fits < 0 ? entries : entries.slice(0, Math.max(1, fits))
}

/** When the next try is due by itself; null when nothing waits. */
export function nextTryAt(entries: readonly Entry[]): number | null {
  const times = entries.flatMap((entry) => (entry.state === 'waiting' ? [entry.nextAt] : []))
  return times.length === 0 ? null : Math.min(...times)
}
