import { createHash } from 'node:crypto'
import type { CaseAction } from '@openslrt/core/case/moves.ts'
import type { CaseId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Handled, Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'

/** What time does to a case, and the moment that made it do so. */
interface ClockMove {
  readonly district: string
  readonly case: CaseId
  /** `case.<action>` unless another capability is named. */
  readonly capability?: 'case' | 'referral'
  readonly action: CaseAction
  readonly since: number
  /** What tells two moves of one case and moment apart. */
  readonly of?: string
  readonly data: unknown
}

/** Sends a move as the clock. The same move of the same moment is the same command: one that comes twice is done once. */
export async function actAsClock(handle: Handler, move: ClockMove, now: number): Promise<Handled | null> {
  const order = readClockOrder(`${move.capability ?? 'case'}.${move.action}`, {
    id: idOf(move),
    v: 1,
    district: move.district,
    subject: move.case,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: move.data,
  })
  return order.ok ? handle(order.value, { kind: 'clock', case: move.case }, now) : null
}

const idOf = ({ district, case: subject, capability, action, since, of }: ClockMove): string =>
  clockCommandId([district, subject, action, since, ...(capability ? [capability, of] : [])])

/** The id of what time does: made of what it is, so that two workers who do it at once send one command. */
export function clockCommandId(of: readonly unknown[]): string {
  const hex = createHash('sha256').update(of.join('\n')).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
