import { z } from 'zod'
import { permission } from '../access/permission.ts'
import { lineText } from '../contract/case.ts'
import { officeKinds } from '../office/office.ts'

/** The list of kinds of meetings: dated data of the nation, a province or a district, like every list. */
export const meetingList = 'meeting-kind'

const once = (all: readonly string[]): boolean => new Set(all).size === all.length
const caller = z.strictObject({
  rights: z.array(permission).min(1).max(5).refine(once),
  offices: z.array(z.enum(officeKinds)).min(1).max(officeKinds.length).refine(once),
})
/** MEET-7 Who may call a kind: whoever holds one of these rights at one of these offices. Every so many months; 0: once. */
export const meetingKindData = z.strictObject({
  callers: z.array(caller).min(1).max(5),
  months: z.int().min(0).max(12),
  basis: lineText(300),
})
export type MeetingKind = z.infer<typeof meetingKindData>
