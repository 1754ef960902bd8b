import { z } from 'zod'
import { caseId, meetingId, meetingTaskId, officeId, staffId } from '../kernel/id.ts'
import { wireInstant } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { code, note, shortText, text } from './case.ts'

const point = z.strictObject({
  id: z.uuid(),
  case: z.strictObject({ district: ledgerCode, id: caseId }).nullable(),
  title: shortText,
})
const link = text(500).refine((typed) => typed === '' || /^https:\/\/\S+$/.test(typed))
/** Few lines of a meeting are more than a long day holds. */
export const mostPoints = 40
export const mostOffices = 60

const sitting = {
  offices: z.array(officeId).max(mostOffices),
  startsAt: wireInstant,
  lasts: z.int().min(15).max(600),
  place: shortText,
  link,
  points: z.array(point).min(1).max(mostPoints),
}
const seats = z.array(z.strictObject({ office: officeId, present: z.boolean(), names: text(500) })).max(mostOffices + 1)
const which = { task: meetingTaskId }

/** What each act of a meeting carries. The subject of all of them is the meeting, of its tasks too. */
export const meetingCommandData = {
  call: z.strictObject({ ...sitting, kind: code, follows: meetingId.nullable() }),
  change: z.strictObject(sitting),
  cancel: z.strictObject({ note: note.min(1) }),
  hold: z.strictObject({ seats }),
  minute: z.strictObject({
    seats,
    minutes: z.array(z.strictObject({ point: z.uuid(), text: note })).max(mostPoints),
  }),
  decide: z.strictObject({
    ...which,
    point: z.uuid().nullable(),
    office: officeId,
    person: staffId.nullable(),
    text: text(1000).min(3),
    days: z.int().min(1).max(250),
  }),
  close: z.strictObject({}),
  'task-done': z.strictObject({ ...which, note }),
  'task-fail': z.strictObject({ ...which, note: note.min(1) }),
  'task-reopen': z.strictObject({ ...which, note: note.min(1) }),
} as const

/** What the clock does with a task. */
export const taskClockData = z.strictObject(which)

export type MeetingAction = keyof typeof meetingCommandData
export type MeetingData = { readonly [Action in MeetingAction]: z.infer<(typeof meetingCommandData)[Action]> }
/** One act of a meeting, or any of several, and what it carries. */
export type MeetingMoveOf<Actions extends MeetingAction> = {
  [Action in Actions]: { readonly action: Action; readonly data: MeetingData[Action] }
}[Actions]
export type MeetingMove = MeetingMoveOf<MeetingAction>
