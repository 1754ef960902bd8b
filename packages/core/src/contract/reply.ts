import { z } from 'zod'
import { caseKind, contactWays, grantField } from '../case/case.ts'
import { caseId, officeId, referralId } from '../kernel/id.ts'
import { ledgerCode } from '../place/code.ts'
import { consentSaid } from '../referral/consent.ts'
import { referralStatuses } from '../referral/referral.ts'
import { replyActs } from '../referral/reply-acts.ts'
import { nothing, row } from './route.ts'

const instant = z.int()

/**
 * All that the pages behind a reply link ever read: what the database function `public_reply` gives for a right secret. What
 * the grant doesn't name is null; `phone`, `nik` and `kk` are still sealed here, in hexadecimal.
 */
export const publicReply = z.object({
  id: referralId,
  district: ledgerCode,
  version: z.int(),
  status: z.enum(referralStatuses),
  asked: z.string(),
  result: z.string().nullable(),
  requestedAt: instant,
  dueAt: instant.nullable(),
  changedAt: instant,
  linkUntil: instant,
  caseId,
  caseVersion: z.int(),
  number: z.string(),
  kind: caseKind,
  category: z.string(),
  summary: z.string(),
  consent: consentSaid.nullable(),
  placeName: z.string(),
  fromOffice: officeId,
  fromOfficeName: z.string(),
  fromOfficePhone: z.string(),
  toOffice: officeId,
  toOfficeName: z.string(),
  fields: z.array(grantField),
  story: z.string().nullable(),
  clientName: z.string().nullable(),
  address: z.string().nullable(),
  contactVia: z.enum(contactWays).nullable(),
  phone: z.string().nullable(),
  nik: z.string().nullable(),
  kk: z.string().nullable(),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int() })),
  steps: z.array(z.object({ kind: z.string(), at: instant, officeName: z.string().nullable() })),
})
export type PublicReply = z.infer<typeof publicReply>

const field = z.string().max(20_000).default('')

/** One step of the asked office. `command`, `at` and `base` are made when the form is shown: a double press acts once. */
export const replyForm = z.object({
  act: z.enum(replyActs),
  command: z.uuid(),
  at: z.iso.datetime(),
  base: z.coerce.number().int().min(1),
  note: field,
  reason: field,
  outcome: field,
})
export type ReplyForm = z.output<typeof replyForm>

/** Asking for the numbers of the person, with what they are needed for. */
export const revealForm = z.object({ act: z.literal('reveal'), note: field })

const key = z.strictObject({ district: ledgerCode, case: caseId, referral: referralId })

/** Questions about reply links. */
export const replyRoutes = {
  link: row({
    method: 'POST',
    path: '/api/referrals/link',
    summary: 'The secrets of the reply link of a referral, to be printed or sent by the office that asked',
    allow: 'referral.request',
    audit: 'REPLY_LINK_SHOWN',
    query: nothing,
    body: key,
    reply: z.object({ number: z.string(), short: z.string(), long: z.string(), until: instant }),
  }),
} as const
