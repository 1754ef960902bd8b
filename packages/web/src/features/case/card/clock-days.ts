import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'

export interface ClockDays {
  /** Working days: begun ones count as used. */
  readonly used: number
  readonly limit: number
  /** Whole working days to go; negative when the limit has gone by. */
  readonly left: number
  readonly paused: boolean
}

/** CARD-5 A clock of the card in working days; null for one that was never counted. */
export function clockDays(clock: CaseCard['hop'], limitMinutes: number, dayMinutes: number): ClockDays | null {
  if (clock.left === null || dayMinutes <= 0) return null
  const inDays = (minutes: number): number => minutes / dayMinutes
  const left = inDays(clock.left)
  return {
    used: Math.max(0, inDays(limitMinutes - clock.left)),
    limit: inDays(limitMinutes),
    left: left < 0 ? Math.floor(left) : Math.floor(left + 0.001),
    paused: clock.dueAt === null,
  }
}
