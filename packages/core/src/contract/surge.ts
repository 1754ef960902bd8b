import { z } from 'zod'
import { affectedId, caseId, officeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { affectedFact, triageRule } from '../surge/surge.ts'
import { code, nikText, note, phoneText, shortText, text } from './case.ts'

/** How many rows one entry of the ledger may hold. */
export const mostInSlice = 200
const slots = {
  name: shortText.min(3),
  offices: z.array(officeId).min(1).max(200),
  days: z.array(wireDay).min(1).max(100),
  perDay: z.int().min(1).max(2_000),
  isPublic: z.boolean(),
}
const one = { row: affectedId, note }

/** What each act about an affected list carries. The subject of all of them is the event. */
export const surgeCommandData = {
  start: z.strictObject({
    ...slots,
    kind: code,
    place: placeCode,
    day: wireDay,
    category: code,
    rules: z.array(triageRule).min(1).max(7),
  }),
  change: z.strictObject(slots),
  close: z.strictObject({ note: note.min(1) }),
  /** Ids follow from what the file says of somebody: the same row twice is one person. */
  list: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          id: affectedId,
          case: caseId,
          place: villageCode,
          name: shortText.min(1),
          nik: nikText.nullable(),
          phone: phoneText.nullable(),
          address: text(300),
          birthDate: wireDay.nullable(),
          facts: z.array(affectedFact).max(4),
          line: z.int().min(0).max(1_000_000),
        }),
      )
      .min(1)
      .max(mostInSlice),
  }),
  arrange: z.strictObject({}),
  open: z.strictObject({ rows: z.array(affectedId).min(1).max(mostInSlice) }),
  done: z.strictObject(one),
  absent: z.strictObject(one),
  again: z.strictObject(one),
  drop: z.strictObject({ row: affectedId, note: note.min(1) }),
} as const

export type SurgeAction = keyof typeof surgeCommandData
export type SurgeData = { readonly [Action in SurgeAction]: z.infer<(typeof surgeCommandData)[Action]> }
/** One act, or any of several, and what it carries. */
export type SurgeMoveOf<Actions extends SurgeAction> = {
  [Action in Actions]: { readonly action: Action; readonly data: SurgeData[Action] }
}[Actions]
export type SurgeMove = SurgeMoveOf<SurgeAction>
