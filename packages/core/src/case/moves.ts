import type { Right } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { CaseKind, CaseStatus, ReviewState } from './case.ts'

/** What a move does to a clock: begin anew, go on, or be held. `end` is held for good unless the case comes back. */
export type ClockAct = 'start' | 'run' | 'pause' | 'end' | 'keep'

export interface CaseRule {
  readonly from: readonly CaseStatus[]
  /** `same` stays; `before` is where the case stood before it was returned, merged or passed up. */
  readonly to: CaseStatus | 'same' | 'before'
  /** The move whose status `before` is before. */
  readonly undoes?: 'return' | 'merge' | 'escalate'
  readonly by: readonly Right[]
  readonly note: 'required' | 'optional'
  /** `as-before`: the clock of the hop that is taken up again. */
  readonly hop: ClockAct | 'as-before'
  readonly total: Exclude<ClockAct, 'start'>
  /** `here`: staff must act from the office where the case lies. `seen`: seeing the case is enough. */
  readonly where: 'here' | 'seen'
  readonly kinds?: readonly CaseKind[]
  /** The turns of a review in which it is made, and only there; `any`: under review and without. Left out: not under review. */
  readonly review?: readonly ReviewState[] | 'any'
}

const open = ['registered', 'handling', 'returned', 'recommended', 'answered'] as const satisfies readonly CaseStatus[]
const ended = ['closed', 'duplicate', 'cancelled'] as const satisfies readonly CaseStatus[]
const living = [...open, 'closed'] as const satisfies readonly CaseStatus[]

// The columns of the table: where it is done, whether it takes a note, and what it does to (hop, total).
const here = { where: 'here' } as const
const seen = { where: 'seen' } as const
const says = { note: 'required' } as const
const maySay = { note: 'optional' } as const
const runs = { hop: 'run', total: 'run' } as const
const waits = { hop: 'pause', total: 'pause' } as const
const ends = { hop: 'end', total: 'end' } as const
const awaitsWord = { hop: 'end', total: 'pause' } as const
const newHop = { hop: 'start', total: 'run' } as const
const goesOn = { hop: 'as-before', total: 'run' } as const
const always = { review: 'any' } as const
const keeps = { hop: 'keep', total: 'keep' } as const

const quick = ['service', 'question'] as const
const atDesk = ['citizen', 'case.register'] as const
const handles = ['case.handle'] as const
const decides = ['case.decide'] as const
const passes = ['case.escalate'] as const
const erases = ['case.erase'] as const
const reviews = ['case.review'] as const
const taken = ['registered', 'handling'] as const
const pressed = ['registered', 'handling', 'recommended'] as const

/** CASE-1 to CASE-23, CASE-33 to CASE-35, CASE-37 to CASE-40, SUPER-2: the only place that says what may follow what, and which right it takes. `register` starts a case. */
export const caseMoves = {
  // CASE-1: the desk solves it at once
  settle: { from: ['registered'], to: 'closed', by: ['case.settle'], ...here, ...maySay, ...ends, kinds: quick },
  // SUPER-2, SUPER-5: what a facilitator brings is looked at first; the clock lets through what nobody looked at
  'review-pass': {
    from: ['registered'],
    to: 'same',
    by: reviews,
    ...seen,
    ...maySay,
    ...newHop,
    review: ['waiting', 'returned'],
  },
  'review-return': { from: ['registered'], to: 'same', by: reviews, ...seen, ...says, ...newHop, review: ['waiting'] },
  'review-mend': {
    from: ['registered'],
    to: 'same',
    by: ['case.register'],
    ...seen,
    ...says,
    ...newHop,
    review: ['returned'],
  },
  // SUPER-6: whoever was to mend it is away
  'review-hand': {
    from: ['registered'],
    to: 'same',
    by: reviews,
    ...seen,
    ...maySay,
    ...keeps,
    review: ['waiting', 'returned'],
  },
  'review-lapse': {
    from: ['registered'],
    to: 'same',
    by: ['clock'],
    ...seen,
    ...maySay,
    ...newHop,
    review: ['waiting', 'returned'],
  },
  // CASE-2, CASE-3: who has it at the office
  take: { from: taken, to: 'handling', by: handles, ...here, ...maySay, ...runs },
  assign: { from: [...taken, 'recommended'], to: 'same', by: ['case.assign'], ...here, ...maySay, ...runs },
  // CASE-4 to CASE-6: something is missing
  return: { from: taken, to: 'returned', by: handles, ...here, ...says, ...waits },
  complete: { from: ['returned'], to: 'before', undoes: 'return', by: atDesk, ...seen, ...says, ...runs },
  expire: { from: ['returned'], to: 'closed', by: ['clock'], ...seen, ...maySay, ...ends },
  // CASE-7 to CASE-10: recommendation and decision
  recommend: { from: ['handling'], to: 'recommended', by: ['case.recommend'], ...here, ...says, ...runs },
  approve: { from: ['recommended'], to: 'handling', by: decides, ...here, ...maySay, ...runs },
  'send-back': { from: ['recommended'], to: 'handling', by: decides, ...here, ...says, ...runs },
  reject: { from: ['recommended', 'handling'], to: 'answered', by: decides, ...here, ...says, ...awaitsWord },
  // CASE-11, CASE-12: to the office above or below
  escalate: { from: taken, to: 'registered', by: ['case.escalate', 'clock'], ...here, ...says, ...newHop },
  'hand-down': { from: taken, to: 'registered', by: passes, ...here, ...says, ...newHop },
  // CASE-37: passed up by mistake
  'take-back': { from: ['registered'], to: 'before', undoes: 'escalate', by: passes, ...seen, ...maySay, ...goesOn },
  // CASE-13 to CASE-16: the answer, and the citizen's word on it
  // CASE-38 to CASE-40: the clock reminds, and says when time is over; what is urgent gets time of its own
  remind: { from: pressed, to: 'same', by: ['clock'], ...seen, ...maySay, ...keeps },
  overdue: { from: pressed, to: 'same', by: ['clock'], ...seen, ...maySay, ...keeps },
  'set-red': { from: pressed, to: 'same', by: handles, ...here, ...says, ...newHop, ...always },
  answer: { from: ['handling'], to: 'answered', by: ['case.answer'], ...here, ...says, ...awaitsWord },
  confirm: { from: ['answered'], to: 'closed', by: atDesk, ...seen, ...maySay, ...ends },
  dispute: { from: ['answered'], to: 'handling', by: atDesk, ...seen, ...says, ...newHop },
  lapse: { from: ['answered'], to: 'closed', by: ['clock'], ...seen, ...maySay, ...ends },
  // CASE-17, CASE-18: it begins again
  appeal: { from: ['answered', 'closed'], to: 'registered', by: atDesk, ...seen, ...says, ...newHop },
  // OUTCOME-2: what became of the family
  visit: { from: ['closed'], to: 'same', by: [...handles, 'case.register'], ...seen, ...says, ...keeps },
  reopen: { from: ['closed'], to: 'handling', by: ['citizen', 'case.decide'], ...here, ...says, ...newHop },
  // CASE-19 to CASE-21: it should not have been a case of its own
  merge: { from: taken, to: 'duplicate', by: handles, ...here, ...maySay, ...ends },
  unmerge: { from: ['duplicate'], to: 'before', undoes: 'merge', by: decides, ...here, ...says, ...runs },
  cancel: { from: open, to: 'cancelled', by: ['citizen', 'case.decide'], ...here, ...says, ...ends, ...always },
  // CASE-22: what is told and filed with it
  note: { from: living, to: 'same', by: handles, ...here, ...says, ...keeps, ...always },
  attach: { from: living, to: 'same', by: [...handles, ...atDesk], ...here, ...maySay, ...keeps, ...always },
  // CASE-23: who else may see it
  share: { from: living, to: 'same', by: handles, ...here, ...says, ...keeps },
  restrict: { from: living, to: 'same', by: handles, ...here, ...says, ...keeps, ...always },
  // NOTICE-4, NOTICE-18: how the citizen is reached, and a lost secret issued anew
  'set-contact': {
    from: living,
    to: 'same',
    by: ['case.register', ...handles],
    ...seen,
    ...maySay,
    ...keeps,
    ...always,
  },
  'renew-secret': { from: living, to: 'same', by: ['case.register'], ...seen, ...says, ...keeps, ...always },
  // CASE-33 to CASE-35: what is to be forgotten is asked for by one person and erased by another
  'ask-erasure': { from: ended, to: 'same', by: decides, ...seen, ...says, ...keeps },
  'decline-erasure': { from: ended, to: 'same', by: erases, ...seen, ...says, ...keeps },
  erase: { from: ended, to: 'erased', by: erases, ...seen, ...maySay, ...keeps },
} as const satisfies Record<string, CaseRule>

/** CASE-0, OPEN-1 Who begins a case: a desk, an asked office that meets somebody in need, the citizen. */
export const registerRights: readonly Right[] = ['case.register', 'case.open', 'citizen']

export type CaseAction = keyof typeof caseMoves
export const caseActions = keysOf(caseMoves)

/** The rule of a move, without its literal types. */
export const caseRule = (action: CaseAction): CaseRule => caseMoves[action]

/** Statuses in which somebody still has to act: they fill queues and may breach a time limit. */
export const activeStatuses: readonly CaseStatus[] = ['registered', 'handling', 'returned', 'recommended']
/** Statuses after which nothing more is expected of anyone. */
export const endedStatuses: readonly CaseStatus[] = [...ended, 'erased']
/** Statuses in which the next word is the citizen's: to complete what is missing, or to say whether it is solved. */
export const awaitingCitizen: readonly CaseStatus[] = ['returned', 'answered']
/** Statuses of cases that should not have been cases of their own: figures of work done leave them out. */
export const withdrawnStatuses: readonly CaseStatus[] = ['duplicate', 'cancelled']
