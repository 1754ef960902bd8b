import { z } from 'zod'
import type { ChallengeId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** Where a challenge stands. The table of moves says what may follow what. */
export const challengeStatuses = ['reported', 'taken', 'answered', 'closed', 'withdrawn'] as const
export const challengeStatus = z.enum(challengeStatuses)
export type ChallengeStatus = z.infer<typeof challengeStatus>

/** Of whom help is asked: whatever office is next above, or one further up at once. */
export const asksOf = ['above', 'district', 'province', 'nation'] as const
export const askOf = z.enum(asksOf)
export type AskOf = z.infer<typeof askOf>

/** Whether the answer helped, as the one says who asked. */
export const helpedWords = ['yes', 'partly', 'no'] as const
export const helpedWord = z.enum(helpedWords)
export type Helped = z.infer<typeof helpedWord>

/** A challenge (kendala): what hinders an office, of whom it asks help, and what came of it. It names no citizen. */
export type ChallengeRow = {
  readonly id: ChallengeId
  readonly district: LedgerCode
  readonly version: number
  readonly kind: string
  readonly words: string
  readonly since: Day
  /** How many villages, or citizens, wait for it; null where it was not said. */
  readonly villages: number | null
  readonly citizens: number | null
  /** The office that reported it, its place, and who did. */
  readonly reportedBy: OfficeId
  readonly place: PlaceCode
  readonly reporter: StaffId
  readonly asks: AskOf
  /** Where it lies now, and who took it there. */
  readonly office: OfficeId
  readonly owner: StaffId | null
  readonly status: ChallengeStatus
  readonly answer: string | null
  /** The day on which what was answered is done, or was. */
  readonly answerDay: Day | null
  readonly helped: Helped | null
  /** What happened, step by step, as JSON. */
  readonly course: string
  readonly reportedAt: Instant
  /** When it came to the office where it lies, and until when that one answers; null where no answer is owed. */
  readonly reachedAt: Instant
  readonly dueAt: Instant | null
  /** How many limits went by without an answer, and since when the last one has. */
  readonly missed: number
  readonly lateSince: Instant | null
  readonly answeredAt: Instant | null
  readonly endedAt: Instant | null
  readonly changedAt: Instant
}

const step = z.object({
  act: z.string(),
  at: z.number(),
  by: z.string(),
  office: z.string(),
  to: z.string().nullable(),
  note: z.string(),
})
/** A step of a challenge's way: which act, when, by whom (nobody: by time), from which office, to which, and in what words. */
export type ChallengeStep = z.infer<typeof step>

/** The way so far, read back. */
export const courseOf = ({ course }: Pick<ChallengeRow, 'course'>): readonly ChallengeStep[] =>
  course === '' ? [] : z.array(step).parse(JSON.parse(course))
