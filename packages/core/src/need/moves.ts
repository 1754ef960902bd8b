import type { Permission } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { ApplicationRow, ApplicationStatus, NeedRow, NeedStatus } from './need.ts'

/** What may follow what for a need, and whether words are owed. `standing`: only while none of its applications stands. */
export interface NeedRule {
  readonly from: readonly NeedStatus[]
  readonly to: NeedStatus
  readonly note: boolean
  readonly idle: boolean
}

/** NEED-2 The only place that says what may follow what for a need. That it is applied for, its applications say. */
export const needMoves = {
  match: { from: ['recorded', 'matched', 'unmet'], to: 'matched', note: false, idle: true },
  meet: { from: ['recorded', 'matched', 'applied', 'unmet'], to: 'met', note: true, idle: false },
  fail: { from: ['recorded', 'matched'], to: 'unmet', note: false, idle: true },
  reopen: { from: ['met', 'unmet'], to: 'recorded', note: true, idle: true },
} as const satisfies Readonly<Record<string, NeedRule>>
export type NeedStep = keyof typeof needMoves
export const needSteps = keysOf(needMoves)
export const needRule = (step: NeedStep): NeedRule => needMoves[step]

/** Whose an act on an application is: the office's that asks, the one's that decides, or either's. */
export interface ApplicationRule {
  readonly from: readonly ApplicationStatus[]
  /** Null where it stays as it was. */
  readonly to: ApplicationStatus | null
  readonly by: 'asker' | 'decider' | 'either'
  readonly note: boolean
}

/** NEED-4 The only place that says what may follow what for an application. A grant may end in the line: the quota says. */
export const applicationMoves = {
  tick: { from: ['drafted', 'sent', 'waiting'], to: null, by: 'either', note: false },
  send: { from: ['drafted'], to: 'sent', by: 'asker', note: false },
  grant: { from: ['sent'], to: 'granted', by: 'decider', note: false },
  refuse: { from: ['sent', 'waiting'], to: 'refused', by: 'decider', note: false },
  withdraw: { from: ['drafted', 'sent', 'waiting'], to: 'withdrawn', by: 'asker', note: true },
  release: { from: ['granted'], to: 'withdrawn', by: 'either', note: true },
} as const satisfies Readonly<Record<string, ApplicationRule>>
export type ApplicationStep = keyof typeof applicationMoves
export const applicationSteps = keysOf(applicationMoves)
export const applicationRule = (step: ApplicationStep): ApplicationRule => applicationMoves[step]

/** NEED-6 What time says of an application that nobody has answered. */
export const applicationClockActs = ['remind', 'overdue'] as const
/** QUOTA-8 What time does with a quota: whoever waited for the one before comes into its line. */
export const quotaClockActs = ['carry'] as const
export type ApplicationClockAct = (typeof applicationClockActs)[number]

export const recordedNeed: NeedStatus = 'recorded'
export const appliedNeed: NeedStatus = 'applied'
export const matchedNeed: NeedStatus = 'matched'
export const draftedApplication: ApplicationStatus = 'drafted'
/** QUOTA-2 What a grant comes to where no place is free. */
export const waitingApplication: ApplicationStatus = 'waiting'

/** NEED-3 A need may be applied for until it is met; one that was told to be unmet as well. */
export const mayApply: readonly NeedStatus[] = ['recorded', 'matched', 'applied', 'unmet']

/** Applications that wait for the deciding office, that stand, and that are decided. */
export const toDecide: readonly ApplicationStatus[] = ['sent']
export const inLine: readonly ApplicationStatus[] = [waitingApplication]
export const standingApplication: readonly ApplicationStatus[] = ['sent', 'waiting', 'granted']
/** Those that a second one of the same need and programme would double. */
export const livingApplication: readonly ApplicationStatus[] = ['drafted', ...standingApplication]
export const decidedApplication: readonly ApplicationStatus[] = ['granted', 'refused', 'withdrawn']
export const grantedApplication: readonly ApplicationStatus[] = ['granted']
export const openNeed: readonly NeedStatus[] = ['recorded', 'matched', 'applied']
export const metNeed: NeedStatus = 'met'
export const unmetNeed: NeedStatus = 'unmet'
/** INDICATOR-3 Needs that somebody has in hand or has met: matched to a programme, applied for, met. */
export const ownedNeed: readonly NeedStatus[] = ['matched', 'applied', 'met']

export const stands = ({ status }: Pick<ApplicationRow, 'status'>): boolean => standingApplication.includes(status)
export const isWaiting = ({ status }: Pick<ApplicationRow, 'status'>): boolean => inLine.includes(status)
export const holdsPlace = ({ status }: Pick<ApplicationRow, 'status'>): boolean => status === 'granted'
export const isApplied = ({ status }: Pick<NeedRow, 'status'>): boolean => status === appliedNeed

/** Rights of which one is enough: to say what somebody needs, to decide on an application, to set a quota. */
export const needRights: readonly Permission[] = ['registry.edit']
export const decideRights: readonly Permission[] = ['programme.decide']
export const quotaRights: readonly Permission[] = ['programme.manage', 'programme.decide']
