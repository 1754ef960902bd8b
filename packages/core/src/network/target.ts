import type { Actor } from '../access/actor.ts'
import type { NetworkTargetData } from '../contract/network.ts'
import type { NetworkTargetId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import type { LedgerCode } from '../place/code.ts'
import { isRegion, ledgerOf } from '../place/code.ts'
import type { TargetOf } from './kinds.ts'
import { yearsAhead } from './kinds.ts'
import type { NetworkRefusal } from './refusal.ts'

/** NETWORK-10 How many there are to be by the end of a year, as it was said once: a later word stands beside it, never in its place. */
export type NetworkTargetRow = {
  readonly id: NetworkTargetId
  /** The ledger of the nation or of the province that set it. */
  readonly district: LedgerCode
  readonly version: number
  readonly year: number
  readonly of: TargetOf
  readonly count: number
  /** The day on which it was decided. */
  readonly fromDay: Day
  /** Why it differs from the one before; empty for the first. */
  readonly reason: string
  /** How many times it had been said before. */
  readonly turn: number
  readonly saidBy: StaffId
  readonly saidAt: Instant
}

export interface TargetLook {
  readonly now: Instant
  readonly day: Day
  /** What was said last of this year, by the same office's place. */
  readonly last: NetworkTargetRow | null
}

/** NETWORK-10 to NETWORK-11 Decides on a target. Pure, resolved whole. */
export function decideTarget(
  id: NetworkTargetId,
  data: NetworkTargetData,
  actor: Actor,
  { now, day, last }: TargetLook,
): Result<Decision, NetworkRefusal> {
  if (actor.kind !== 'staff' || !actor.permissions.has('network.target'))
    return no({ code: 'not-permitted', needs: ['network.target'] })
  if (!isRegion(actor.place)) return no({ code: 'wrong-place' })
  const refusal = unfit(data, day) ?? outdated(data, last)
  if (refusal) return no(refusal)
  const { from: fromDay, turn, year, of, count, reason } = data
  const set = {
    year,
    of,
    count,
    reason,
    fromDay,
    turn,
    district: ledgerOf(actor.place),
    saidBy: actor.staff,
    saidAt: now,
  }
  const changes = [{ table: 'networkTarget', id, base: 0, set }] as const
  return ok({ action: 'network-target', note: reason, say: { year, of, count }, day, changes, jobs: [] })
}

const unfit = ({ from, year }: NetworkTargetData, day: Day): NetworkRefusal | null => {
  if (from > day) return { code: 'network-day' }
  return year > Number(day.slice(0, 4)) + yearsAhead ? { code: 'network-year' } : null
}

/** NETWORK-11 Whoever revises a target saw the last one, says why, and decides no earlier than that was decided. */
function outdated(
  { turn, count, reason, from }: NetworkTargetData,
  last: NetworkTargetRow | null,
): NetworkRefusal | null {
  if (turn !== (last ? last.turn + 1 : 0)) return { code: 'network-target' }
  if (!last) return null
  if (last.count === count) return { code: 'already-so' }
  if (reason.length < leastReason) return { code: 'network-reason' }
  return from < last.fromDay ? { code: 'network-day' } : null
}
const leastReason = 3
