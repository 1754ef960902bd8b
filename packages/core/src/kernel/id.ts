import { z } from 'zod'

/** Ids are UUIDs made where a thing was first typed, so that they are final from birth (architecture section 4). */
export const commandId = z.uuid().brand<'command'>()
export const caseId = z.uuid().brand<'case'>()
export const referralId = z.uuid().brand<'referral'>()
export const grantId = z.uuid().brand<'grant'>()
export const attachmentId = z.uuid().brand<'attachment'>()
export const officeId = z.uuid().brand<'office'>()
export const staffId = z.uuid().brand<'staff'>()
export const postId = z.uuid().brand<'post'>()
export const leaveId = z.uuid().brand<'leave'>()
export const dutyId = z.uuid().brand<'duty'>()
export const letterId = z.uuid().brand<'letter'>()
export const jointId = z.uuid().brand<'joint'>()
export const jointPartnerId = z.uuid().brand<'joint-partner'>()
export const jointTaskId = z.uuid().brand<'joint-task'>()
export const jointTargetId = z.uuid().brand<'joint-target'>()
export const linkId = z.uuid().brand<'link'>()
export const meetingId = z.uuid().brand<'meeting'>()
export const meetingTaskId = z.uuid().brand<'meeting-task'>()
export const batchId = z.uuid().brand<'batch'>()
export const blankId = z.uuid().brand<'blank'>()

export type CommandId = z.infer<typeof commandId>
export type CaseId = z.infer<typeof caseId>
export type ReferralId = z.infer<typeof referralId>
export type GrantId = z.infer<typeof grantId>
export type AttachmentId = z.infer<typeof attachmentId>
export type OfficeId = z.infer<typeof officeId>
export type StaffId = z.infer<typeof staffId>
export type PostId = z.infer<typeof postId>
export type LeaveId = z.infer<typeof leaveId>
export type DutyId = z.infer<typeof dutyId>
export type LetterId = z.infer<typeof letterId>
export type JointId = z.infer<typeof jointId>
export type JointPartnerId = z.infer<typeof jointPartnerId>
export type JointTaskId = z.infer<typeof jointTaskId>
export type JointTargetId = z.infer<typeof jointTargetId>
export type LinkId = z.infer<typeof linkId>
export type MeetingId = z.infer<typeof meetingId>
export type MeetingTaskId = z.infer<typeof meetingTaskId>
export type BatchId = z.infer<typeof batchId>
export type BlankId = z.infer<typeof blankId>
