import type { Policy, Windows } from '../case/policy.ts'
import type { Instant } from '../kernel/instant.ts'
import { taskTimes } from '../meeting/days.ts'
import type { OfficeLevel } from '../office/office.ts'
import type { ChallengeRow } from './challenge.ts'
import type { ChallengeClockAct } from './moves.ts'
import { challengeClockActs, openChallenge } from './moves.ts'

const windowOf: Readonly<Record<OfficeLevel, keyof Windows>> = {
  // Nothing is asked of a Puskesos; should one ever hold a challenge, it has the time of the level above.
  village: 'challengeSubdistrictDays',
  subdistrict: 'challengeSubdistrictDays',
  district: 'challengeDistrictDays',
  province: 'challengeProvinceDays',
  nation: 'challengeNationDays',
}

/** CHALLENGE-7 How many working days an office of a level has. */
export const daysAtLevel = ({ windows }: Pick<Policy, 'windows'>, level: OfficeLevel): number =>
  windows[windowOf[level]]

/** CHALLENGE-7 Until when an office of a level answers: the end of its n-th working day, from now on. */
export const dueAtLevel = (policy: Policy, level: OfficeLevel): Instant =>
  taskTimes(policy.calendar, policy.now, daysAtLevel(policy, level)).dueAt

type Running = Pick<ChallengeRow, 'status' | 'dueAt' | 'lateSince'>

/** CHALLENGE-8 Whether its office has let the day go by, told or not yet. */
export const isOver = ({ status, dueAt }: Running, now: Instant): boolean =>
  openChallenge.includes(status) && dueAt !== null && dueAt <= now

/** CHALLENGE-8 What the clock may try now, one after the other: nothing where it spoke already. */
export const clockMay = (challenge: Running, now: Instant): readonly ChallengeClockAct[] =>
  isOver(challenge, now) && challenge.lateSince === null ? challengeClockActs : []
