import type { Permission } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { AffectedStatus, SurgeStatus } from './surge.ts'

interface EventRule {
  readonly from: readonly SurgeStatus[]
  readonly to: SurgeStatus
}
interface AffectedRule {
  readonly from: readonly AffectedStatus[]
  readonly to: AffectedStatus
  readonly by: readonly Permission[]
}

/** SURGE-1: what may follow what for an event. */
export const surgeMoves = {
  change: { from: ['open'], to: 'open' },
  list: { from: ['open'], to: 'open' },
  arrange: { from: ['open'], to: 'open' },
  open: { from: ['open'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
} as const satisfies Record<string, EventRule>

const runs: readonly Permission[] = ['surge.manage']
const receives: readonly Permission[] = ['case.register', 'case.handle']

/** SURGE-2: the same for one of those who are affected. Whoever did not come gets another slot. */
export const affectedMoves = {
  done: { from: ['queued', 'absent'], to: 'done', by: receives },
  absent: { from: ['queued'], to: 'absent', by: receives },
  again: { from: ['absent'], to: 'listed', by: receives },
  drop: { from: ['listed', 'queued', 'absent'], to: 'dropped', by: receives },
} as const satisfies Record<string, AffectedRule>

export type SurgeStep = keyof typeof surgeMoves
export type AffectedStep = keyof typeof affectedMoves
export const surgeSteps = keysOf(surgeMoves)
export const affectedSteps = keysOf(affectedMoves)
export const surgeRule = (step: SurgeStep): EventRule => surgeMoves[step]
export const affectedRule = (step: AffectedStep): AffectedRule => affectedMoves[step]

export const startedSurge: SurgeStatus = 'open'
/** Who waits for a slot, and who has one. */
export const unplaced: AffectedStatus = 'listed'
export const placed: AffectedStatus = 'queued'
export const helped: AffectedStatus = affectedMoves.done.to
/** Whose case is to be opened: everybody who was not taken off. */
export const standing: readonly AffectedStatus[] = ['listed', 'queued', 'done', 'absent']

/** The right that each command asks for. */
export const surgeRights = {
  start: runs,
  change: runs,
  close: runs,
  list: runs,
  arrange: runs,
  open: runs,
  done: receives,
  absent: receives,
  again: receives,
  drop: receives,
} as const satisfies Record<'start' | SurgeStep | AffectedStep, readonly Permission[]>
