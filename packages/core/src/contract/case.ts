import { z } from 'zod'
import { restrictedKind } from '../access/permission.ts'
import { caseKind, contactWays, erasureBasis, grantField, relations } from '../case/case.ts'
import { attachmentId, caseId, grantId, officeId, staffId } from '../kernel/id.ts'
import { contactCares, identityChecks } from '../notice/contact.ts'
import { villageCode } from '../place/code.ts'
import { consentBasis } from '../referral/consent.ts'
import { mostUploadBytes, uploadType } from './upload-limits.ts'

/**
 * Free text as people type it: trimmed, bounded, no control characters but tabs and line breaks. A form that is posted
 * without a script ends its lines with CR LF; one spelling is kept. Half of a sign of two (an emoji that was cut) becomes
 * the sign for what can't be read, as the database would make it: row and ledger must hold the same.
 */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .overwrite((typed) => whole(typed.replace(/\r\n?/g, '\n')))
    .max(most)
    .regex(/^(?:\P{Cc}|[\t\n])*$/u)
/** Text of one line: not even tabs and line breaks. */
export const lineText = (most: number) =>
  z
    .string()
    .trim()
    .overwrite(whole)
    .max(most)
    .regex(/^\P{Cc}*$/u)
export function whole(typed: string): string {
  return typed.replace(/\p{Cs}/gu, '\uFFFD')
}
export const note = text(4000)
export const shortText = text(200)
export const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
export const nikText = z.string().regex(/^\d{16}$/)
export const phoneText = z.string().regex(/^\+?[0-9 ()-]{6,20}$/)
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/)

/** The number of a paper form as it is printed. */
export const blankText = z.string().regex(/^F\d{4}-\d{2}-\d{3,6}-\d{2}$/)

export const client = z.strictObject({
  name: shortText,
  nik: nikText.nullable(),
  kk: nikText.nullable(),
  phone: phoneText.nullable(),
  address: text(300),
})

export const reporter = z.strictObject({
  name: shortText.nullable(),
  phone: phoneText.nullable(),
  relation: z.enum(relations),
  anonymous: z.boolean(),
})

export const contactCare = z.enum(contactCares)
export const consent = z.strictObject({ basis: consentBasis, words: shortText })

/** What is known of a file before it comes. */
export const expectedFields = { sha256: sha256Text, size: z.int().min(1).max(mostUploadBytes), type: uploadType }
export const expectedFile = z.strictObject({ id: attachmentId, name: shortText.min(1), ...expectedFields })
export type ExpectedFile = z.infer<typeof expectedFile>

/** What a case begins with: taken in at a desk, or sent from home. */
export const registerData = z.strictObject({
  kind: caseKind,
  category: code,
  channel: code,
  red: z.boolean(),
  place: villageCode,
  summary: shortText.min(3),
  story: note,
  client,
  reporter,
  contactVia: z.enum(contactWays),
  /** Left out by who does not know of it yet. */
  contactCare: z.array(contactCare).max(3).optional(),
  restricted: restrictedKind.nullable(),
  /** By what right an office that is no desk of the citizen's tells of them. */
  consent: consent.optional(),
  /** BLANK-3 The number of the paper form that it is typed from. */
  form: blankText.optional(),
  /** INBOUND-6 Messages that it is made of. `done`: they hold no other report, and leave the waiting list with this one. */
  messages: z.strictObject({ ids: z.array(z.uuid()).min(1).max(20), done: z.boolean() }).optional(),
  /** FIELD-14 Pictures that a phone took and sends after it. */
  files: z.array(expectedFile).max(12).optional(),
})
export type RegisterData = z.infer<typeof registerData>

const words = z.strictObject({ note })
const need = z.strictObject({ note: note.min(1) })

/** What each move of a case carries. A move that is not here does not exist. */
export const caseMoveData = {
  settle: z.strictObject({ outcome: code, note }),
  take: words,
  // Nobody: the case goes back to those of the office that nobody holds.
  assign: z.strictObject({ assignee: staffId.nullable(), note }),
  return: z.strictObject({ reason: code, note: note.min(1) }),
  complete: need,
  expire: words,
  recommend: need,
  approve: words,
  'send-back': need,
  reject: z.strictObject({ reason: code, note: note.min(1) }),
  escalate: z.strictObject({ reason: code, note: note.min(1) }),
  'hand-down': z.strictObject({ office: officeId, note: note.min(1) }),
  'take-back': words,
  'review-pass': words,
  'review-return': need,
  // What was wrong is said anew; what is left out stays as it was.
  'review-mend': z.strictObject({ note: note.min(1), summary: shortText.min(3).optional(), story: note.optional() }),
  'review-hand': z.strictObject({ assignee: staffId, note }),
  'review-lapse': words,
  remind: words,
  overdue: words,
  'set-red': z.strictObject({ red: z.boolean(), note: note.min(1) }),
  answer: z.strictObject({ outcome: code, note: note.min(1), openReferrals: note }),
  confirm: z.strictObject({ satisfaction: z.int().min(1).max(5).nullable(), how: code.nullable(), note }),
  dispute: need,
  lapse: words,
  visit: z.strictObject({ became: code, note: note.min(1) }),
  appeal: need,
  reopen: need,
  merge: z.strictObject({ into: caseId, note }),
  unmerge: need,
  cancel: z.strictObject({ reason: code, note: note.min(1) }),
  note: need,
  attach: z.strictObject({ attachment: attachmentId, sha256: sha256Text, name: shortText.min(1), note }),
  share: z.strictObject({
    grant: grantId,
    office: officeId,
    fields: z.array(grantField).min(1).max(6),
    note: note.min(1),
  }),
  restrict: z.strictObject({ restricted: restrictedKind.nullable(), note: note.min(1) }),
  'set-contact': z.strictObject({
    contactVia: z.enum(contactWays),
    contactCare: z.array(contactCare).max(3),
    note,
  }),
  // How it was seen that the right person asks, and in words what was shown.
  'renew-secret': z.strictObject({ check: z.enum(identityChecks), note: note.min(1) }),
  'ask-erasure': z.strictObject({ basis: erasureBasis, note: note.min(1) }),
  'decline-erasure': need,
  // Its entry outlives what it erases: no words, in which a name could stand.
  erase: z.strictObject({ note: text(0) }),
} as const

export type CaseMoveData = { readonly [Action in keyof typeof caseMoveData]: z.infer<(typeof caseMoveData)[Action]> }
/** One move, or any of several, and what it carries. */
export type CaseMoveOf<Actions extends keyof CaseMoveData> = {
  [Action in Actions]: { readonly action: Action; readonly data: CaseMoveData[Action] }
}[Actions]
export type CaseMove = CaseMoveOf<keyof CaseMoveData>
