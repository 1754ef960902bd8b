import { z } from 'zod'
import { standings } from '../joint/agreement.ts'
import { jointField, jointStatuses, jointTaskStatus, partnerKind, targetStatus } from '../joint/joint.ts'
import { caseId, jointId, jointPartnerId, jointTargetId, jointTaskId, officeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { officeKinds, officeLevels } from '../office/office.ts'
import { ledgerCode } from '../place/code.ts'
import { shortText, text } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const at = { district: ledgerCode }
const figures = { targets: z.int(), reached: z.int(), tasks: z.int(), done: z.int(), late: z.int() }
const share = z.object({
  partner: jointPartnerId.nullable(),
  tasks: z.int(),
  done: z.int(),
  late: z.int(),
  reached: z.int(),
})

const programme = {
  id: jointId,
  ...at,
  version: z.int(),
  name: z.string(),
  status: z.enum(jointStatuses),
  lead: officeId,
  leadName: z.string(),
  /** Whether the acting office leads it. */
  leads: z.boolean(),
  standing: z.enum(standings),
  validUntil: wireDay.nullable(),
}
/** A programme in the list of those that the acting office leads or takes part in. */
export const jointLine = z.object({ ...programme, partners: z.int(), ...figures })
export type JointLine = z.infer<typeof jointLine>

export const jointPartnerLine = z.object({
  id: jointPartnerId,
  version: z.int(),
  kind: partnerKind,
  office: officeId.nullable(),
  name: z.string(),
  contact: z.string(),
  fields: z.array(jointField),
  left: z.boolean(),
  /** Whether it is the acting office. */
  own: z.boolean(),
})
export type JointPartnerLine = z.infer<typeof jointPartnerLine>

export const jointTaskLine = z.object({
  id: jointTaskId,
  version: z.int(),
  partner: jointPartnerId.nullable(),
  what: z.string(),
  dueOn: wireDay,
  status: jointTaskStatus,
  late: z.boolean(),
  note: z.string(),
  /** What the acting office may do with it now. */
  acts: z.array(z.string()),
})
export type JointTaskLine = z.infer<typeof jointTaskLine>

export const jointCard = z.object({
  ...programme,
  /** Whether anything may still be done in it. */
  runs: z.boolean(),
  today: wireDay,
  purpose: z.string(),
  agreement: z.string(),
  agreedOn: wireDay.nullable(),
  partners: z.array(jointPartnerLine),
  tasks: z.array(jointTaskLine),
  progress: z.object({ ...figures, shares: z.array(share) }),
  /** What the acting office may be told of the people on the list. */
  fields: z.array(jointField),
})
export type JointCard = z.infer<typeof jointCard>

export const jointTargetLine = z.object({
  id: jointTargetId,
  version: z.int(),
  caseId: caseId.nullable(),
  placeName: z.string(),
  /** Masked; null where the acting office may not be told. */
  name: z.string().nullable(),
  status: targetStatus,
  partnerName: z.string(),
  acts: z.array(z.string()),
})
export type JointTargetLine = z.infer<typeof jointTargetLine>

export const jointShows = ['running', 'ending', 'ended'] as const
export type JointShow = (typeof jointShows)[number]
export const tableForms = ['csv', 'xlsx'] as const
/** Heads of the columns of such a file. */
export type TableHead = z.infer<typeof jointField> | 'village' | 'status' | 'by'

/** What is asked about joint programmes, by whoever acts from an office that leads or takes part. */
export const jointRoutes = {
  list: row({
    method: 'GET',
    path: '/api/joint',
    summary: 'Joint programmes that the acting office leads or takes part in',
    allow: 'joint.join',
    audit: 'JOINT_LISTED',
    query: z.strictObject({ show: z.enum(jointShows).default('running'), page: pageNumber }),
    body: nothing,
    reply: page(jointLine),
  }),
  card: row({
    method: 'GET',
    path: '/api/joint/card',
    summary: 'A joint programme with its partners, tasks and progress',
    allow: 'joint.join',
    audit: 'JOINT_READ',
    query: z.strictObject({ ...at, id: jointId }),
    body: nothing,
    reply: jointCard,
  }),
  targets: row({
    method: 'GET',
    path: '/api/joint/targets',
    summary: 'Targets of a joint programme, names masked',
    allow: 'joint.join',
    audit: 'JOINT_TARGETS_READ',
    query: z.strictObject({ ...at, id: jointId, status: targetStatus.default('listed'), page: pageNumber }),
    body: nothing,
    reply: page(jointTargetLine),
  }),
  offices: row({
    method: 'GET',
    path: '/api/joint/offices',
    summary: 'Offices that could be partners, by the words of their name',
    allow: 'joint.lead',
    audit: 'JOINT_OFFICES_READ',
    query: z.strictObject({ q: text(60) }),
    body: nothing,
    reply: z.object({
      items: z.array(
        z.object({
          id: officeId,
          name: z.string(),
          kind: z.enum(officeKinds),
          level: z.enum(officeLevels),
          placeName: z.string(),
        }),
      ),
    }),
  }),
  reveal: row({
    method: 'POST',
    path: '/api/joint/reveal',
    summary: 'What the agreement lets the acting office know of one target, with the reason on record',
    allow: 'joint.join',
    audit: 'JOINT_TARGET_REVEALED',
    query: nothing,
    body: z.strictObject({ ...at, id: jointId, target: jointTargetId, reason: shortText.min(5) }),
    reply: z.object({
      name: z.string().nullable(),
      nik: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
      need: z.string().nullable(),
      result: z.string().nullable(),
    }),
  }),
  table: row({
    method: 'POST',
    path: '/api/joint/table',
    summary: 'The target list of a joint programme as a file, with the reason on record',
    allow: 'joint.join',
    audit: 'JOINT_TABLE_TAKEN',
    query: nothing,
    body: z.strictObject({ ...at, id: jointId, form: z.enum(tableForms), reason: shortText.min(5) }),
    reply: z.object({ name: z.string(), type: z.string(), content: z.string() }),
  }),
} as const
