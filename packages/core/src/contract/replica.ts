import { z } from 'zod'
import { caseKind, caseStatuses, priorities, reviewStates } from '../case/case.ts'
import {
  applicationId,
  caseId,
  familyId,
  needId,
  officeId,
  participationId,
  personId,
  ppksId,
  programmeId,
  proposalId,
  staffId,
  visitId,
} from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { answer, applicationStatus, needStatus, participationStatus, sayer } from '../need/need.ts'
import { villageCode } from '../place/code.ts'
import { proposalKind } from '../proposal/kinds.ts'
import { proposalStatus } from '../proposal/proposal.ts'
import { familyStatus, personStatus } from '../registry/registry.ts'
import { cursor } from '../replica/round.ts'
import type { ReplicaTable } from '../replica/tables.ts'
import { replicaTables } from '../replica/tables.ts'
import { fit, visitStatus } from '../visit/visit.ts'
import { shown } from './registry-queries.ts'
import { nothing, row } from './route.ts'

const instant = z.int()
const about = { person: personId.nullable(), family: familyId.nullable(), caseId: caseId.nullable() }

/** What every row of a replica carries: its version, and the number of the entry that wrote it last. */
const kept = { version: z.int(), seq: z.int(), place: z.string() }

/** SYNC-10 Rows as a phone holds them: no more of anybody than whoever visits them needs, numbers masked. */
export const replicaRow = {
  family: z.object({ id: familyId, ...kept, said: shown, status: familyStatus, mergedInto: familyId.nullable() }),
  person: z.object({
    id: personId,
    ...kept,
    family: familyId.nullable(),
    said: shown,
    status: personStatus,
    mergedInto: personId.nullable(),
  }),
  case: z.object({
    id: caseId,
    ...kept,
    number: z.string(),
    kind: caseKind,
    category: z.string(),
    priority: z.enum(priorities),
    status: z.enum(caseStatuses),
    office: officeId,
    assignee: staffId.nullable(),
    summary: z.string(),
    clientName: z.string(),
    clientAddress: z.string(),
    /** What the citizen was asked to bring, while the case is returned; what the facilitator is to mend, under review. */
    missing: z.string().nullable(),
    /** Whose turn a review is, and who answers for what was sent into it. */
    review: z.enum(reviewStates).nullable(),
    sentBy: staffId.nullable(),
    /** When the family is to be visited next, to see what became of it. */
    visitAt: instant.nullable(),
    /** FIELD-32 What the family was told at the end, and when, while a visit is due for it; and which visit that is. */
    promised: z
      .object({ outcome: z.string(), words: z.string(), closedAt: instant, nth: z.int() })
      .nullable()
      .default(null),
    dueAt: instant.nullable(),
    registeredAt: instant,
    changedAt: instant,
  }),
  visit: z.object({
    id: visitId,
    ...kept,
    caseId: caseId.nullable(),
    caseNumber: z.string().nullable(),
    family: familyId.nullable(),
    person: personId.nullable(),
    name: z.string(),
    address: z.string(),
    phone: z.string().nullable(),
    trigger: z.string(),
    ask: z.string(),
    plannedFor: wireDay,
    dueAt: instant,
    office: officeId,
    assignee: staffId.nullable(),
    status: visitStatus,
    result: z.string().nullable(),
    fit: fit.nullable(),
    tries: z.int(),
    changedAt: instant,
  }),
  need: z.object({
    id: needId,
    ...kept,
    ...about,
    kind: z.string(),
    text: z.string(),
    status: needStatus,
    programme: programmeId.nullable(),
    changedAt: instant,
  }),
  participation: z.object({
    id: participationId,
    ...kept,
    ...about,
    programme: programmeId,
    programmeName: z.string(),
    status: participationStatus,
    since: wireDay.nullable(),
    until: wireDay.nullable(),
    reason: z.string().nullable(),
    amountRight: answer,
    onTime: answer,
    useful: answer,
    saidBy: sayer,
    saidOn: wireDay,
  }),
  /** SYNC-47 As which PPKS somebody is cared for; null where an assessment found none. */
  ppks: z.object({
    id: ppksId,
    ...kept,
    person: personId.nullable(),
    family: familyId.nullable(),
    type: z.string().nullable(),
  }),
  application: z.object({
    id: applicationId,
    ...kept,
    ...about,
    need: needId,
    programme: programmeId,
    programmeName: z.string(),
    status: applicationStatus,
    reason: z.string().nullable(),
    changedAt: instant,
  }),
  proposal: z.object({
    id: proposalId,
    ...kept,
    person: personId.nullable(),
    family: familyId.nullable(),
    kind: proposalKind,
    status: proposalStatus,
    name: z.string(),
    why: z.string().nullable(),
    words: z.string().nullable(),
  }),
} as const satisfies Record<ReplicaTable, z.ZodType>
export type ReplicaRow = { readonly [Table in ReplicaTable]: z.infer<(typeof replicaRow)[Table]> }

const rowsOf = <Row extends z.ZodType>(one: Row) => z.array(one)
const replicaRows = z.object({
  family: rowsOf(replicaRow.family),
  person: rowsOf(replicaRow.person),
  case: rowsOf(replicaRow.case),
  visit: rowsOf(replicaRow.visit),
  need: rowsOf(replicaRow.need),
  participation: rowsOf(replicaRow.participation),
  ppks: rowsOf(replicaRow.ppks),
  application: rowsOf(replicaRow.application),
  proposal: rowsOf(replicaRow.proposal),
})
export type ReplicaRows = z.infer<typeof replicaRows>

const tally = z.object({ count: z.int(), sum: z.int() })
const census = z.object({
  family: tally,
  person: tally,
  case: tally,
  visit: tally,
  need: tally,
  participation: tally,
  ppks: tally,
  application: tally,
  proposal: tally,
})

/** What the secretariat wants of a phone that comes: nothing, or that it forgets all that it holds. */
export const deviceOrders = ['none', 'wipe'] as const
export const deviceOrder = z.enum(deviceOrders)
export type DeviceOrder = z.infer<typeof deviceOrder>

/** A page of a round: what to keep, and how far it brought. */
export const replicaPage = z.object({
  /** Of this database, until it is restored from a backup. */
  epoch: z.uuid(),
  /** The last entry that lies in a backup: until then the phone keeps what was accepted. */
  backedUp: z.int(),
  order: deviceOrder,
  villages: z.array(z.object({ code: villageCode, name: z.string() })),
  rows: replicaRows,
  cursor,
  /** Whether the round is over. */
  done: z.boolean(),
  /** What the phone should hold now; only where nothing was written while the round went on. */
  census: census.nullable(),
})
export type ReplicaPage = z.infer<typeof replicaPage>

/** Rows of one page of a replica, and ids of one page of marks. */
export const mostPulled = 1000
export const mostMarks = 20_000

/** SYNC-11 ... SYNC-14 What a field phone asks. */
export const replicaRoutes = {
  pull: row({
    method: 'POST',
    path: '/api/replica/pull',
    summary: 'Rows of one’s villages and visits that changed since a cursor, and what the phone should hold',
    allow: 'visit.do',
    audit: 'REPLICA_PULLED',
    query: nothing,
    body: z.strictObject({
      device: z.uuid(),
      /** The release of the app, and how it calls the phone. */
      app: z.string().max(60),
      name: z.string().max(60),
      cursor: cursor.nullable(),
      /** What waits there to be sent, and how many rows it holds: what supervisors see. */
      waiting: z.int().min(0).max(1_000_000),
      held: z.int().min(0).max(1_000_000),
    }),
    reply: replicaPage,
  }),
  marks: row({
    method: 'POST',
    path: '/api/replica/marks',
    summary: 'Which rows of a table a phone should hold, where it holds others',
    allow: 'visit.do',
    audit: 'REPLICA_MARKED',
    query: nothing,
    body: z.strictObject({ table: z.enum(replicaTables), after: z.uuid().nullable() }),
    reply: z.object({ marks: z.array(z.tuple([z.uuid(), z.int()])), more: z.boolean() }),
  }),
} as const
