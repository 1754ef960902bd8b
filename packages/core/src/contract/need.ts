import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { caseId, familyId, needId, personId, programmeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { decideRights, needRights, quotaRights } from '../need/moves.ts'
import { answer, participationStatus, sayer } from '../need/need.ts'
import { placeCode } from '../place/code.ts'
import { code, note, shortText } from './case.ts'

/** Whose it is: one of the three at least. */
export const holder = z.strictObject({
  person: personId.nullable(),
  family: familyId.nullable(),
  case: caseId.nullable(),
})
export type HolderData = z.infer<typeof holder>

const programme = { programme: programmeId }
const words = z.strictObject({ note })
const owed = z.strictObject({ note: note.min(1) })
const papers = z.array(shortText.min(1)).max(30)
const either = [...needRights, ...decideRights]

/** Commands about needs and what becomes of them. The subject is the row that is made or changed. */
export const needCommandData = {
  'need.record': {
    path: '/api/needs',
    rights: needRights,
    data: z.strictObject({ holder, kind: code, text: note }),
  },
  'need.match': { path: '/api/needs/match', rights: needRights, data: z.strictObject(programme) },
  'need.meet': { path: '/api/needs/meet', rights: needRights, data: owed },
  'need.fail': { path: '/api/needs/fail', rights: needRights, data: z.strictObject({ reason: code, note }) },
  'need.reopen': { path: '/api/needs/reopen', rights: needRights, data: owed },
  'application.draft': {
    path: '/api/applications',
    rights: needRights,
    data: z.strictObject({ need: needId, ...programme, ticked: papers, note, send: z.boolean() }),
  },
  'application.tick': { path: '/api/applications/tick', rights: either, data: z.strictObject({ ticked: papers }) },
  'application.send': { path: '/api/applications/send', rights: needRights, data: words },
  'application.grant': { path: '/api/applications/grant', rights: decideRights, data: words },
  'application.refuse': {
    path: '/api/applications/refuse',
    rights: decideRights,
    data: z.strictObject({ reason: code, note }),
  },
  'application.withdraw': { path: '/api/applications/withdraw', rights: needRights, data: owed },
  'application.release': { path: '/api/applications/release', rights: either, data: owed },
  'participation.record': {
    path: '/api/participation',
    rights: needRights,
    data: z.strictObject({
      holder,
      ...programme,
      status: participationStatus,
      reason: code.nullable(),
      since: wireDay.nullable(),
      until: wireDay.nullable(),
      amountRight: answer,
      onTime: answer,
      useful: answer,
      saidBy: sayer,
      saidOn: wireDay,
      /** The need that is met by it. */
      need: needId.nullable(),
    }),
  },
  'quota.set': {
    path: '/api/quotas',
    rights: quotaRights,
    data: z.strictObject({
      ...programme,
      place: placeCode,
      from: wireDay,
      until: wireDay,
      places: z.int().min(0).max(3_000_000),
    }),
  },
} as const satisfies Record<string, { path: string; rights: readonly Permission[]; data: z.ZodType }>

/** What the clock does with an application. */
export const applicationClockData = z.strictObject({})

export type NeedCommand = keyof typeof needCommandData
export type NeedCommandData = { readonly [Kind in NeedCommand]: z.infer<(typeof needCommandData)[Kind]['data']> }
