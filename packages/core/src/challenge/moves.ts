import type { Permission } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { ChallengeStatus } from './challenge.ts'

export interface ChallengeRule {
  readonly from: readonly ChallengeStatus[]
  /** `same` stays where it is. */
  readonly to: ChallengeStatus | 'same'
  readonly by: Permission | 'clock'
  /** From which office: where it lies, or where it was reported. Time knows none. */
  readonly at: 'holder' | 'reporter' | 'anywhere'
}

/** CHALLENGE-1 What may follow what. Whatever was reported lies at an office that can help; whoever asked ends it. */
export const challengeMoves = {
  take: { from: ['reported', 'taken'], to: 'taken', by: 'challenge.answer', at: 'holder' },
  answer: { from: ['taken'], to: 'answered', by: 'challenge.answer', at: 'holder' },
  'pass-up': { from: ['reported', 'taken'], to: 'reported', by: 'challenge.answer', at: 'holder' },
  'pass-down': { from: ['reported', 'taken'], to: 'reported', by: 'challenge.answer', at: 'holder' },
  close: { from: ['answered'], to: 'closed', by: 'challenge.report', at: 'reporter' },
  reopen: { from: ['answered'], to: 'taken', by: 'challenge.report', at: 'reporter' },
  withdraw: { from: ['reported', 'taken', 'answered'], to: 'withdrawn', by: 'challenge.report', at: 'reporter' },
  rise: { from: ['reported', 'taken'], to: 'reported', by: 'clock', at: 'anywhere' },
  overdue: { from: ['reported', 'taken'], to: 'same', by: 'clock', at: 'anywhere' },
} as const satisfies Readonly<Record<string, ChallengeRule>>

export type ChallengeAct = keyof typeof challengeMoves
export const challengeActs = keysOf(challengeMoves)
export const challengeRule = (act: ChallengeAct): ChallengeRule => challengeMoves[act]

/** What time does by itself: what nobody answered goes up, and where nobody is above it is told to be late. */
export const challengeClockActs = ['rise', 'overdue'] as const
export type ChallengeClockAct = (typeof challengeClockActs)[number]
/** What people do with one that was reported. */
export type ChallengeStepName = Exclude<ChallengeAct, ChallengeClockAct>
export const challengeSteps: readonly ChallengeStepName[] = [
  'take',
  'answer',
  'pass-up',
  'pass-down',
  'close',
  'reopen',
  'withdraw',
]

/** Where a challenge begins. */
export const reportedChallenge: ChallengeStatus = 'reported'
/** Those that wait for an answer, and those that wait for a word of whoever asked. */
export const openChallenge: readonly ChallengeStatus[] = challengeMoves.overdue.from
export const answeredChallenge: ChallengeStatus = challengeMoves.answer.to
/** How one ended that was answered. */
export const closedChallenge: ChallengeStatus = challengeMoves.close.to
/** Where it came to its end. */
export const endedChallenge: readonly ChallengeStatus[] = [challengeMoves.close.to, challengeMoves.withdraw.to]
