import { z } from 'zod'
import type { CaseId, JointId, JointPartnerId, JointTargetId, JointTaskId, OfficeId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** A programme that several offices and bodies carry together (program bersama), led by one of them. */
export type JointRow = {
  readonly id: JointId
  readonly district: LedgerCode
  readonly version: number
  readonly name: string
  readonly purpose: string
  readonly lead: OfficeId
  readonly status: JointStatus
  /** The agreement (PKS, MoU): empty where there is none yet. */
  readonly agreement: string
  readonly agreedOn: Day | null
  readonly validUntil: Day | null
  /** The lead and every office that takes part now: whoever acts from one of them sees the programme. */
  readonly offices: readonly OfficeId[]
  readonly startedAt: Instant
  readonly changedAt: Instant
  readonly endedAt: Instant | null
}

export const jointStatuses = ['running', 'ended'] as const
export type JointStatus = (typeof jointStatuses)[number]

export const partnerKinds = ['agency', 'ministry', 'village', 'non-government'] as const
export const partnerKind = z.enum(partnerKinds)
export type PartnerKind = z.infer<typeof partnerKind>

/** What a partner may be shown of each target, besides its village and whether it was reached. */
export const jointFields = ['name', 'address', 'phone', 'nik', 'need'] as const
export const jointField = z.enum(jointFields)
export type JointField = z.infer<typeof jointField>

/** One who takes part: an office of the installation, or a body outside that only has a name. */
export type JointPartnerRow = {
  readonly id: JointPartnerId
  readonly district: LedgerCode
  readonly version: number
  readonly joint: JointId
  readonly kind: PartnerKind
  readonly office: OfficeId | null
  readonly name: string
  readonly contact: string
  readonly fields: readonly JointField[]
  readonly joinedAt: Instant
  readonly leftAt: Instant | null
}

export const jointTaskStatuses = ['planned', 'under-way', 'done', 'dropped'] as const
export const jointTaskStatus = z.enum(jointTaskStatuses)
export type JointTaskStatus = z.infer<typeof jointTaskStatus>

/** What one partner does until a day; without a partner it is the lead's. */
export type JointTaskRow = {
  readonly id: JointTaskId
  readonly district: LedgerCode
  readonly version: number
  readonly joint: JointId
  readonly partner: JointPartnerId | null
  readonly what: string
  readonly dueOn: Day
  readonly status: JointTaskStatus
  readonly note: string
  readonly changedAt: Instant
}

export const targetStatuses = ['listed', 'reached', 'dropped'] as const
export const targetStatus = z.enum(targetStatuses)
export type TargetStatus = z.infer<typeof targetStatus>

/** A family or person that the programme is for: a case of the lead's place, or somebody named with their village. */
export type JointTargetRow = {
  readonly id: JointTargetId
  readonly district: LedgerCode
  readonly version: number
  readonly joint: JointId
  /** A case is not copied: what it says of its person is read there, and forgotten there. */
  readonly caseId: CaseId | null
  readonly place: PlaceCode
  readonly name: string | null
  readonly nik: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly need: string | null
  readonly status: TargetStatus
  /** Who reached it, where it was not the lead. */
  readonly partner: JointPartnerId | null
  readonly result: string | null
  readonly listedAt: Instant
  readonly changedAt: Instant
}
