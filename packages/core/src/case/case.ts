import { z } from 'zod'
import type { RestrictedKind } from '../access/permission.ts'
import type { AttachmentId, CaseId, GrantId, OfficeId, ReferralId, StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ContactCare } from '../notice/contact.ts'
import type { OfficeLevel } from '../office/office.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import type { ConsentBasis } from '../referral/consent.ts'

/** layanan (a service at a desk), pengaduan (complaint), pertanyaan (question), saran (suggestion). */
export const caseKinds = ['service', 'complaint', 'question', 'suggestion'] as const
export const caseKind = z.enum(caseKinds)
export type CaseKind = z.infer<typeof caseKind>

export const caseStatuses = [
  'registered',
  'handling',
  'returned',
  'recommended',
  'answered',
  'closed',
  'duplicate',
  'cancelled',
  'erased',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** Why a closed case is closed. Handled, confirmed and silent are counted apart. */
export const closures = ['settled', 'confirmed', 'no-word', 'not-completed'] as const
export type Closure = (typeof closures)[number]

/** Whose turn it is while a case that a facilitator brought is looked at: the supervisor's, or the facilitator's again. */
export const reviewStates = ['waiting', 'returned'] as const
export type ReviewState = (typeof reviewStates)[number]

export const priorities = ['normal', 'raised', 'red'] as const
export type Priority = (typeof priorities)[number]

export const relations = ['self', 'family', 'neighbour', 'rt-rw', 'officer', 'volunteer', 'other'] as const
export const contactWays = ['none', 'whatsapp', 'phone', 'sms', 'visit'] as const

/** A clock in working time. `due` while it runs; `left` (working minutes, may be negative) while it is held. */
export type Clock = {
  readonly startedAt: Instant
  readonly dueAt: Instant | null
  readonly left: number | null
}

/** How a case stood when it was passed up: what taking it back restores. */
export type Passed = {
  readonly office: OfficeId
  readonly assignee: StaffId | null
  readonly status: 'registered' | 'handling'
  readonly decision: 'approved' | null
  readonly hop: Clock
}

/** One case (kasus) as it stands: a row of the table `cases`, and what folding its entries gives. */
export type CaseRow = {
  readonly id: CaseId
  readonly district: LedgerCode
  readonly version: number
  readonly number: string
  readonly kind: CaseKind
  readonly category: string
  readonly channel: string
  readonly priority: Priority
  readonly place: PlaceCode
  readonly office: OfficeId
  readonly registeredOffice: OfficeId
  /** The asked office (hospital, school, Baznas, ...) that brought it here, and by what right it told of the person. */
  readonly openedBy: OfficeId | null
  readonly consent: ConsentBasis | null
  readonly consentWords: string | null
  readonly assignee: StaffId | null
  readonly status: CaseStatus
  readonly statusBefore: CaseStatus | null
  readonly decision: 'approved' | null
  readonly summary: string
  readonly story: string
  readonly clientName: string
  readonly clientNik: string | null
  readonly clientKk: string | null
  readonly clientPhone: string | null
  readonly clientAddress: string
  readonly reporterName: string | null
  readonly reporterPhone: string | null
  readonly reporterRelation: (typeof relations)[number]
  readonly anonymous: boolean
  readonly contactVia: (typeof contactWays)[number]
  /** What must be minded when the citizen is reached. Null: nothing was said. */
  readonly contactCare: readonly ContactCare[] | null
  readonly restricted: RestrictedKind | null
  /** What the citizen was asked to bring, while the case is returned; what the facilitator is to mend, while it is under review. */
  readonly missing: string | null
  /** Under review before its office works on it, and who answers for what was sent in: another person looks at it. */
  readonly review: ReviewState | null
  readonly sentBy: StaffId | null
  readonly outcome: string | null
  readonly result: string | null
  readonly closure: Closure | null
  readonly satisfaction: number | null
  readonly duplicateOf: CaseId | null
  readonly appeals: readonly OfficeLevel[]
  readonly openReferrals: number
  readonly waitingOffice: OfficeId | null
  readonly hop: Clock
  readonly total: Clock
  /** Where it lay before an officer passed it up, as long as the office above has done nothing with it. */
  readonly passed: Passed | null
  /** When the clock will remind the office of the step that it is at; null once it did, and while the clock stands. */
  readonly remindAt: Instant | null
  readonly remindedAt: Instant | null
  /** Since when the time of this office is over without that the case could go up by itself. */
  readonly overdueSince: Instant | null
  /** How many of the newest versions are the clock's own words: a form that was filled before them is no staler for it. */
  readonly nudges: number | null
  /** Working minutes that its category promised from registration to answer; null where nobody kept them. */
  readonly promised: number | null
  /** Working minutes until an officer first acted on it; null until then. */
  readonly firstMinutes: number | null
  /** When the family is to be visited next, to see what became of it; null where no visit is planned. */
  readonly visitAt: Instant | null
  /** How many of those visits were made; null where none was ever planned. */
  readonly visits: number | null
  /** What the last visit found, and when. */
  readonly became: string | null
  readonly becameAt: Instant | null
  readonly registeredAt: Instant
  readonly changedAt: Instant
  readonly answeredAt: Instant | null
  readonly closedAt: Instant | null
  readonly doorShort: string | null
  readonly doorLong: string | null
  /** Who asked for it to be erased, when and why; another person decides. Null where nobody did. */
  readonly erasureAskedBy: StaffId | null
  readonly erasureAskedAt: Instant | null
  readonly erasureBasis: ErasureBasis | null
}

/** What one office lets another see of a case, until when. Written with a referral and withdrawn with it. */
export type GrantRow = {
  readonly id: GrantId
  readonly district: LedgerCode
  readonly version: number
  readonly caseId: CaseId
  readonly office: OfficeId
  readonly referral: ReferralId | null
  readonly fields: readonly GrantField[]
  readonly until: Instant
  readonly withdrawnAt: Instant | null
}

/** Why a case is forgotten: its years are over, or the person asked for it and somebody decided so. */
export const erasureBases = ['retention', 'request'] as const
export const erasureBasis = z.enum(erasureBases)
export type ErasureBasis = z.infer<typeof erasureBasis>

/** Parts of a case that a grant can name. What it does not name, its office does not see. */
export const grantFields = ['story', 'client', 'identity', 'contact', 'files', 'history'] as const
export const grantField = z.enum(grantFields)
export type GrantField = z.infer<typeof grantField>

export type AttachmentRow = {
  readonly id: AttachmentId
  readonly district: LedgerCode
  readonly version: number
  readonly caseId: CaseId
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly addedBy: string
  readonly addedAt: Instant
}
