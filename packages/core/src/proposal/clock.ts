import type { Instant } from '../kernel/instant.ts'
import { dayMs } from '../kernel/instant.ts'
import { kindLaw } from './kinds.ts'
import type { ProposalClockAct } from './moves.ts'
import { awaitsVerifying, proposalClockActs, proposalRule } from './moves.ts'
import type { ProposalRow } from './proposal.ts'

/**
 * PROPOSAL-22 After how many days time speaks of an objection: a word to the officers, one to those above them, and the end of
 * the fourteen days, after which the national channel counts it as not accepted.
 */
export const objectionDays = [7, 12, 14] as const

type Running = Pick<ProposalRow, 'dueAt' | 'pressed' | 'pressAt'>

/** PROPOSAL-22 The clock of a new proposal: it runs for objections, from the moment that counts. */
export const clockFor = (kind: ProposalRow['kind'], from: Instant): Running =>
  kindLaw(kind).clock
    ? { dueAt: from + objectionDays[2] * dayMs, pressed: 0, pressAt: pressedAt(from + objectionDays[2] * dayMs, 0) }
    : stopped

export const stopped: Running = { dueAt: null, pressed: 0, pressAt: null }

/** When time speaks next, when it has spoken so often. */
export function pressedAt(dueAt: Instant, pressed: number): Instant | null {
  const days = objectionDays[pressed]
  return days === undefined ? null : dueAt - (objectionDays[2] - days) * dayMs
}

/** PROPOSAL-22 What the clock wants of a proposal now, the latest first: a worker that comes back late says the last word alone. */
export function clockWants(
  proposal: Pick<ProposalRow, 'status' | 'dueAt' | 'pressed'>,
  now: Instant,
): ProposalClockAct | null {
  const { status, dueAt, pressed } = proposal
  if (dueAt === null || !awaitsVerifying.includes(status)) return null
  const reached = proposalClockActs.filter((act, nth) => {
    const at = pressedAt(dueAt, nth)
    return nth >= pressed && at !== null && at <= now && proposalRule(act).from.includes(status)
  })
  return reached.at(-1) ?? null
}
