import type { Right } from '../access/permission.ts'
import type { CaseKind, CaseStatus } from './case.ts'

/** What a move does to a clock: begin anew, go on, or be held. `end` is held for good unless the case comes back. */
export type ClockAct = 'start' | 'run' | 'pause' | 'end' | 'keep'

export interface CaseRule {
  readonly from: readonly CaseStatus[]
  /** `same` stays; `before` is where the case stood before it was returned or merged. */
  readonly to: CaseStatus | 'same' | 'before'
  readonly by: readonly Right[]
  readonly note: 'required' | 'optional'
  readonly hop: ClockAct
  readonly total: ClockAct
  /** `here`: staff must act from the office where the case lies. `seen`: seeing the case is enough. */
  readonly where: 'here' | 'seen'
  readonly kinds?: readonly CaseKind[]
}

const open = ['registered', 'handling', 'returned', 'recommended', 'answered'] as const satisfies readonly CaseStatus[]
const living = [...open, 'closed'] as const satisfies readonly CaseStatus[]

/** CASE-1 to CASE-23: the only place that says what may follow what, and which right it takes. `register` starts a case. */
export const caseMoves = {
  // CASE-1
  settle: {
    from: ['registered'],
    to: 'closed',
    by: ['case.settle'],
    note: 'optional',
    hop: 'end',
    total: 'end',
    where: 'here',
    kinds: ['service', 'question'],
  },
  // CASE-2
  take: {
    from: ['registered', 'handling'],
    to: 'handling',
    by: ['case.handle'],
    note: 'optional',
    hop: 'run',
    total: 'run',
    where: 'here',
  },
  // CASE-3
  assign: {
    from: ['registered', 'handling', 'recommended'],
    to: 'same',
    by: ['case.assign'],
    note: 'optional',
    hop: 'run',
    total: 'run',
    where: 'here',
  },
  // CASE-4
  return: {
    from: ['registered', 'handling'],
    to: 'returned',
    by: ['case.handle'],
    note: 'required',
    hop: 'pause',
    total: 'pause',
    where: 'here',
  },
  // CASE-5
  complete: {
    from: ['returned'],
    to: 'before',
    by: ['citizen', 'case.register'],
    note: 'required',
    hop: 'run',
    total: 'run',
    where: 'seen',
  },
  // CASE-6
  expire: {
    from: ['returned'],
    to: 'closed',
    by: ['clock'],
    note: 'optional',
    hop: 'end',
    total: 'end',
    where: 'seen',
  },
  // CASE-7
  recommend: {
    from: ['handling'],
    to: 'recommended',
    by: ['case.recommend'],
    note: 'required',
    hop: 'run',
    total: 'run',
    where: 'here',
  },
  // CASE-8
  approve: {
    from: ['recommended'],
    to: 'handling',
    by: ['case.decide'],
    note: 'optional',
    hop: 'run',
    total: 'run',
    where: 'here',
  },
  // CASE-9
  'send-back': {
    from: ['recommended'],
    to: 'handling',
    by: ['case.decide'],
    note: 'required',
    hop: 'run',
    total: 'run',
    where: 'here',
  },
  // CASE-10
  reject: {
    from: ['recommended', 'handling'],
    to: 'answered',
    by: ['case.decide'],
    note: 'required',
    hop: 'end',
    total: 'pause',
    where: 'here',
  },
  // CASE-11
  escalate: {
    from: ['registered', 'handling'],
    to: 'registered',
    by: ['case.escalate', 'clock'],
    note: 'required',
    hop: 'start',
    total: 'run',
    where: 'here',
  },
  // CASE-12
  'hand-down': {
    from: ['registered', 'handling'],
    to: 'registered',
    by: ['case.escalate'],
    note: 'required',
    hop: 'start',
    total: 'run',
    where: 'here',
  },
  // CASE-13
  answer: {
    from: ['handling'],
    to: 'answered',
    by: ['case.answer'],
    note: 'required',
    hop: 'end',
    total: 'pause',
    where: 'here',
  },
  // CASE-14
  confirm: {
    from: ['answered'],
    to: 'closed',
    by: ['citizen', 'case.register'],
    note: 'optional',
    hop: 'end',
    total: 'end',
    where: 'seen',
  },
  // CASE-15
  dispute: {
    from: ['answered'],
    to: 'handling',
    by: ['citizen', 'case.register'],
    note: 'required',
    hop: 'start',
    total: 'run',
    where: 'seen',
  },
  // CASE-16
  lapse: { from: ['answered'], to: 'closed', by: ['clock'], note: 'optional', hop: 'end', total: 'end', where: 'seen' },
  // CASE-17
  appeal: {
    from: ['answered', 'closed'],
    to: 'registered',
    by: ['citizen', 'case.register'],
    note: 'required',
    hop: 'start',
    total: 'run',
    where: 'seen',
  },
  // CASE-18
  reopen: {
    from: ['closed'],
    to: 'handling',
    by: ['citizen', 'case.decide'],
    note: 'required',
    hop: 'start',
    total: 'run',
    where: 'here',
  },
  // CASE-19
  merge: {
    from: ['registered', 'handling'],
    to: 'duplicate',
    by: ['case.handle'],
    note: 'optional',
    hop: 'end',
    total: 'end',
    where: 'here',
  },
  // CASE-20
  unmerge: {
    from: ['duplicate'],
    to: 'before',
    by: ['case.decide'],
    note: 'required',
    hop: 'run',
    total: 'run',
    where: 'here',
  },
  // CASE-21
  cancel: {
    from: open,
    to: 'cancelled',
    by: ['citizen', 'case.decide'],
    note: 'required',
    hop: 'end',
    total: 'end',
    where: 'here',
  },
  // CASE-22
  note: { from: living, to: 'same', by: ['case.handle'], note: 'required', hop: 'keep', total: 'keep', where: 'here' },
  attach: {
    from: living,
    to: 'same',
    by: ['case.handle', 'case.register', 'citizen'],
    note: 'optional',
    hop: 'keep',
    total: 'keep',
    where: 'here',
  },
  share: { from: living, to: 'same', by: ['case.handle'], note: 'required', hop: 'keep', total: 'keep', where: 'here' },
  restrict: {
    from: living,
    to: 'same',
    by: ['case.handle'],
    note: 'required',
    hop: 'keep',
    total: 'keep',
    where: 'here',
  },
} as const satisfies Record<string, CaseRule>

export type CaseAction = keyof typeof caseMoves
export const caseActions = Object.keys(caseMoves) as readonly CaseAction[]

/** The rule of a move, without its literal types. */
export const caseRule = (action: CaseAction): CaseRule => caseMoves[action]

/** Statuses in which somebody still has to act: they fill queues and may breach a time limit. */
export const activeStatuses: readonly CaseStatus[] = ['registered', 'handling', 'returned', 'recommended']
/** Statuses after which nothing more is expected of anyone. */
export const endedStatuses: readonly CaseStatus[] = ['closed', 'duplicate', 'cancelled']
