import type { CaseId, LinkId, OfficeId, ReferralId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import type { ConsentBasis } from './consent.ts'

/** The states of FHIR R4 Task that a referral uses. */
export const referralStatuses = [
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
] as const
export type ReferralStatus = (typeof referralStatuses)[number]

/** One referral (rujukan) from an office to an office, part of a case. */
export type ReferralRow = {
  readonly id: ReferralId
  readonly district: LedgerCode
  readonly version: number
  readonly caseId: CaseId
  readonly fromOffice: OfficeId
  readonly toOffice: OfficeId
  readonly status: ReferralStatus
  readonly asked: string
  readonly partOf: ReferralId | null
  readonly reason: string | null
  readonly outcome: string | null
  readonly result: string | null
  /** By what right the asked office is told, and the words that go with it; null where a program said nothing of it. */
  readonly consent: ConsentBasis | null
  readonly consentWords: string | null
  readonly requestedAt: Instant
  readonly dueAt: Instant | null
  /** Working minutes that were left for the work when it was put on hold; null otherwise. */
  readonly heldLeft: number | null
  /** When the clock reminds the asked office of the step that it owes; null once it did. */
  readonly remindAt: Instant | null
  /** Since when the time of that step is over. */
  readonly overdueSince: Instant | null
  /** When the asked office took it on, and the working minutes until then and of its work since; null where nobody measured. */
  readonly takenAt: Instant | null
  readonly takeMinutes: number | null
  readonly workMinutes: number | null
  readonly changedAt: Instant
  readonly endedAt: Instant | null
  /** The reply link by which the asked office answers without an account; null where there is none. */
  readonly link: LinkId | null
  readonly linkUntil: Instant | null
  /** Keyed digests of its two secrets, in hexadecimal: a short one to type, a long one to scan. */
  readonly linkShort: string | null
  readonly linkLong: string | null
}
