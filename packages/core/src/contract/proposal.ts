import { z } from 'zod'
import { caseId, familyId, personId, proposalId } from '../kernel/id.ts'
import { wireDay, wireInstant } from '../kernel/instant.ts'
import { placeCode } from '../place/code.ts'
import { month } from '../proposal/cut-off.ts'
import { proposalKind } from '../proposal/kinds.ts'
import { meetingKinds } from '../proposal/proposal.ts'
import { code, expectedFile, nikText, note, sha256Text, shortText, text } from './case.ts'

/** The registry has 38 official variables and 19 counts; a proposal asks for a few of them. */
export const mostAsked = 60
/** As many as one command writes down within a second; a larger month goes into its batch in several parts. */
export const mostExported = 200
export const mostVerdicts = 200

const fieldName = z.string().regex(/^[A-Za-z][A-Za-z_]{1,59}$/)
const value = text(200).nullable()
const whom = {
  person: personId.nullable(),
  family: familyId.nullable(),
  name: shortText.min(1),
  nik: nikText.nullable(),
  kk: nikText.nullable(),
  programme: code.nullable(),
  asked: z.array(z.strictObject({ name: fieldName, before: value, after: value })).max(mostAsked),
  reason: code,
  note,
}
const scan = { file: sha256Text, fileName: shortText.min(1) }
/** Photos of one proposal: all sides of a house, and what is inside. */
export const mostPhotos = 6
/** Where a device stood, or what was typed off a map: then nobody knows how sure it is. */
const spot = z.strictObject({
  lat: z.number().min(-90).max(90),
  long: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(100_000).nullable(),
})
const count = z.int().min(0).max(100_000)

/** What each act of a proposal carries. */
export const proposalMoveData = {
  draft: z.strictObject({
    ...whom,
    kind: proposalKind,
    place: placeCode,
    case: caseId.nullable(),
    visit: z.uuid().nullable(),
    capturedAt: wireInstant,
  }),
  // Numbers are shown masked: what is not typed anew stays as it is.
  change: z.strictObject({ ...whom, nik: whom.nik.optional(), kk: whom.kk.optional() }),
  // Without photos those that are there stay: nobody has to send them again for a place.
  evidence: z.strictObject({ photos: z.array(sha256Text).max(mostPhotos).nullable(), spot: spot.nullable() }),
  back: z.strictObject(scan),
  resend: z.strictObject({ note }),
  // Which time counts, where the one of the device cannot be.
  verify: z.strictObject({ note, capture: z.enum(['trusted', 'received']).nullable() }),
  return: z.strictObject({ reason: code, note }),
  approve: z.strictObject({ note }),
  'send-back': z.strictObject({ reason: code, note }),
  withdraw: z.strictObject({ note: note.min(1) }),
  tick: z.strictObject({ target: code, fields: z.array(fieldName).max(mostAsked), done: z.boolean() }),
  accept: z.strictObject({ answeredOn: wireDay, note }),
  reject: z.strictObject({ answeredOn: wireDay, reason: code, note }),
} as const

/** What each act of the minutes of a village meeting carries. Their subject is the minutes. */
export const minutesMoveData = {
  meet: z.strictObject({ kind: z.enum(meetingKinds), place: placeCode, day: wireDay, venue: shortText.min(3) }),
  minute: z.strictObject({
    venue: shortText.min(3),
    leader: shortText,
    attendance: z.array(z.strictObject({ name: shortText.min(1), post: shortText })).max(200),
    counts: z.strictObject({
      notFound: count,
      wellOff: count,
      moved: count,
      corrected: count,
      prelist: count,
      fresh: count,
    }),
    decisions: note,
    verdicts: z.array(z.strictObject({ proposal: proposalId, agreed: z.boolean(), note: shortText })).max(mostVerdicts),
    /** FIELD-31 The signed sheet, as a phone photographed it and sends it after. Left out, what was named before stays. */
    files: z.array(expectedFile).max(1).optional(),
  }),
  sign: z.strictObject(scan),
  'call-off': z.strictObject({ note: note.min(1) }),
} as const

/** What is taken out together. The subject is the batch that it makes. */
export const proposalBatchData = {
  export: z.strictObject({ month, proposals: z.array(proposalId).min(1).max(mostExported) }),
} as const

export const proposalCommandData = { ...proposalMoveData, ...minutesMoveData, ...proposalBatchData } as const

export type ProposalAction = keyof typeof proposalCommandData
export type ProposalData = { readonly [Action in ProposalAction]: z.infer<(typeof proposalCommandData)[Action]> }
/** One act, or any of several, and what it carries. */
export type ProposalActOf<Actions extends ProposalAction> = {
  [Action in Actions]: { readonly action: Action; readonly data: ProposalData[Action] }
}[Actions]
export type ProposalMove = ProposalActOf<keyof typeof proposalMoveData>
export type MinutesMove = ProposalActOf<keyof typeof minutesMoveData>

/** What the clock does with an objection. */
export const proposalClockData = z.strictObject({})
