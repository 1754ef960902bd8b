import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { askOf, helpedWord } from '../challenge/challenge.ts'
import { wireDay } from '../kernel/instant.ts'
import { code, note } from './case.ts'

const said = note.min(3)
const many = (most: number) => z.int().min(1).max(most).nullable()
const noted = z.strictObject({ note: said })
const reports = { right: 'challenge.report' } as const
const answers = { right: 'challenge.answer' } as const

/** Commands about a challenge. Each is the subject of its own. */
export const challengeCommandData = {
  'challenge.report': {
    ...reports,
    path: '/api/challenges',
    data: z.strictObject({
      kind: code,
      words: note.min(10),
      since: wireDay,
      /** Of the nation's 84,000 villages and its people, no more than there are. */
      villages: many(100_000),
      citizens: many(300_000_000),
      asks: askOf,
    }),
  },
  'challenge.take': { ...answers, path: '/api/challenges/take', data: z.strictObject({}) },
  'challenge.answer': {
    ...answers,
    path: '/api/challenges/answer',
    data: z.strictObject({ note: note.min(10), on: wireDay }),
  },
  'challenge.pass-up': { ...answers, path: '/api/challenges/pass-up', data: noted },
  'challenge.pass-down': { ...answers, path: '/api/challenges/pass-down', data: noted },
  'challenge.close': {
    ...reports,
    path: '/api/challenges/close',
    data: z.strictObject({ helped: helpedWord, note }),
  },
  'challenge.reopen': { ...reports, path: '/api/challenges/reopen', data: noted },
  'challenge.withdraw': { ...reports, path: '/api/challenges/withdraw', data: noted },
} as const satisfies Record<string, { path: string; right: Permission; data: z.ZodType }>

export type ChallengeCommand = keyof typeof challengeCommandData
export type ChallengeCommandData = {
  readonly [Kind in ChallengeCommand]: z.infer<(typeof challengeCommandData)[Kind]['data']>
}

/** What the clock carries: nothing. */
export const challengeClockData = z.strictObject({})
