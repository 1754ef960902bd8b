import { z } from 'zod'
import { erasureUntil } from '../case/erasure.ts'
import type { Retention } from '../case/policy.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayMs } from '../kernel/instant.ts'
import type { PpksStatus } from '../ppks/ppks.ts'
import type { PsksStatus } from '../psks/psks.ts'
import type { AffectedStatus } from '../surge/surge.ts'
import { affectedStatuses } from '../surge/surge.ts'
import { endedVisit } from '../visit/moves.ts'
import type { VisitStatus } from '../visit/visit.ts'

/** PRIVACY-10 What the clock forgets: nobody of the registry stands behind it, and no case, who could be asked about. */
export const clockKept = ['ppks', 'visit', 'psks', 'affected'] as const
export const keptByClock = z.enum(clockKept)
export type KeptByClock = z.infer<typeof keptByClock>

/** How each of these has come to its end. */
export const endedAs = {
  ppks: ['ended'] satisfies readonly PpksStatus[],
  visit: endedVisit satisfies readonly VisitStatus[],
  psks: ['ended'] satisfies readonly PsksStatus[],
  // A list that is closed has ended for everybody on it.
  affected: affectedStatuses satisfies readonly AffectedStatus[],
} as const satisfies Record<KeptByClock, readonly string[]>

/** What must be known of a row to say until when it is kept. */
export interface Aging {
  readonly of: KeptByClock
  readonly status: string
  readonly changedAt: Instant
  /** Whether a person or family of the registry is named: then it goes with them. */
  readonly isNamed: boolean
  /** Whether it goes with a case. */
  readonly hasCase: boolean
  /** When its affected list was closed; null while it is open, and for what stands on none. */
  readonly closedAt: Instant | null
}

/** PRIVACY-10 Until when it is kept; null for what goes with somebody else, or has not ended. SQL repeats this, a test binds the two. */
export function keptOf(row: Aging, retention: Retention): Instant | null {
  const { of, status, changedAt, closedAt } = row
  const isEnded = endedAs[of].some((ended) => ended === status) && (of !== 'affected' || closedAt !== null)
  if (row.isNamed || row.hasCase || !isEnded) return null
  return erasureUntil(Math.max(changedAt, closedAt ?? changedAt), retention[of])
}

/** For so long it stands on a list that people read before the clock forgets it. */
export const toldDays = 30

/** PRIVACY-11 When it is forgotten: once its years are over, and not before it was told for 30 days. */
export const forgetsAt = (keptUntil: Instant, listedAt: Instant): Instant =>
  Math.max(keptUntil, listedAt + toldDays * dayMs)
