import { z } from 'zod'
import { caseKind, caseStatuses, closures } from '../case/case.ts'
import type { Outlook } from '../case/pressing.ts'
import { caseId, officeId } from '../kernel/id.ts'
import { officeLevels } from '../office/office.ts'
import { ledgerCode } from '../place/code.ts'
import { referralStatuses } from '../referral/referral.ts'

const instant = z.int()

/** One thing that was done with a case, as its citizen sees it: by which office, never by whom. */
const publicStep = z.object({ kind: z.string(), at: instant, officeName: z.string().nullable() })
export type PublicStep = z.infer<typeof publicStep>

const publicReferral = z.object({
  officeName: z.string(),
  status: z.enum(referralStatuses),
  requestedAt: instant,
  changedAt: instant,
  dueAt: instant.nullable(),
})
export type PublicReferral = z.infer<typeof publicReferral>

/** All that a citizen's pages ever read of a case: what the database function `public_case` gives for a right secret. */
export const publicCase = z.object({
  id: caseId,
  district: ledgerCode,
  version: z.int(),
  number: z.string(),
  kind: caseKind,
  category: z.string(),
  status: z.enum(caseStatuses),
  /** Whether what a facilitator wrote down is still checked, before the office works on it. */
  inReview: z.boolean(),
  /** Whether it is a red card: its office has a day of 24 hours, holidays too. */
  red: z.boolean(),
  summary: z.string(),
  placeName: z.string(),
  /** Where it lies: so that the page can say when it is open. */
  office: officeId,
  officeName: z.string(),
  officePhone: z.string(),
  level: z.enum(officeLevels),
  waitingOffice: z.string().nullable(),
  anonymous: z.boolean(),
  missing: z.string().nullable(),
  outcome: z.string().nullable(),
  result: z.string().nullable(),
  closure: z.enum(closures).nullable(),
  satisfaction: z.int().nullable(),
  registeredAt: instant,
  hopStartedAt: instant,
  dueAt: instant.nullable(),
  totalDueAt: instant.nullable(),
  answeredAt: instant.nullable(),
  closedAt: instant.nullable(),
  livesOnAs: z.string().nullable(),
  appeals: z.array(z.enum(officeLevels)),
  steps: z.array(publicStep),
  referrals: z.array(publicReferral),
})
export type PublicCase = z.infer<typeof publicCase>

/** A case with how it looks in time, as the law tells it. */
export interface ToldCase extends PublicCase {
  readonly outlook: Outlook | null
}
