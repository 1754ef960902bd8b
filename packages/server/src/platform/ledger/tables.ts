import type { Rows, Table } from '@openslrt/core/ledger/entry.ts'
import { phoneKey } from '@openslrt/core/person/mask.ts'
import type { Codec, DbRow } from './codec.ts'
import { bool, clock, day, digest, found, int, json, name, sealed, text, texts, time, uuid } from './codec.ts'
import type { DistrictKeys } from './keys.ts'

/** How a table of the ledger lies in the database: every field of core's row has its codec, or this does not compile. */
type Fields<Row> = { readonly [Field in Exclude<keyof Row, 'id' | 'version' | 'district'>]: Codec }
interface Spec<Row> {
  readonly sqlName: string
  readonly fields: Fields<Row>
}

export const specs: { readonly [T in Table]: Spec<Rows[T]> } = {
  case: {
    sqlName: 'cases',
    fields: {
      number: text,
      kind: text,
      category: text,
      channel: text,
      priority: text,
      place: text,
      office: uuid,
      registeredOffice: uuid,
      openedBy: uuid,
      consent: text,
      consentWords: text,
      assignee: uuid,
      status: text,
      statusBefore: text,
      decision: text,
      summary: text,
      story: text,
      clientName: name,
      clientNik: found('nik'),
      clientKk: found('kk'),
      clientPhone: found('phone', phoneKey),
      clientAddress: text,
      reporterName: text,
      reporterPhone: sealed,
      reporterRelation: text,
      anonymous: bool,
      contactVia: text,
      contactCare: texts,
      restricted: text,
      missing: text,
      outcome: text,
      result: text,
      closure: text,
      satisfaction: int,
      duplicateOf: uuid,
      appeals: texts,
      openReferrals: int,
      waitingOffice: uuid,
      hop: clock,
      total: clock,
      passed: json,
      remindAt: time,
      remindedAt: time,
      overdueSince: time,
      nudges: int,
      visitAt: time,
      visits: int,
      became: text,
      becameAt: time,
      registeredAt: time,
      changedAt: time,
      answeredAt: time,
      closedAt: time,
      doorShort: digest,
      doorLong: digest,
      erasureAskedBy: uuid,
      erasureAskedAt: time,
      erasureBasis: text,
    },
  },
  referral: {
    sqlName: 'referral',
    fields: {
      caseId: uuid,
      fromOffice: uuid,
      toOffice: uuid,
      status: text,
      asked: text,
      partOf: uuid,
      reason: text,
      outcome: text,
      result: text,
      consent: text,
      consentWords: text,
      requestedAt: time,
      dueAt: time,
      heldLeft: int,
      remindAt: time,
      overdueSince: time,
      takenAt: time,
      takeMinutes: int,
      workMinutes: int,
      changedAt: time,
      endedAt: time,
      link: uuid,
      linkUntil: time,
      linkShort: digest,
      linkLong: digest,
    },
  },
  grant: {
    sqlName: 'case_grant',
    fields: { caseId: uuid, office: uuid, referral: uuid, fields: texts, until: time, withdrawnAt: time },
  },
  attachment: {
    sqlName: 'attachment',
    fields: { caseId: uuid, name: text, type: text, size: int, sha256: text, addedBy: text, addedAt: time },
  },
  letter: {
    sqlName: 'letter',
    fields: {
      caseId: uuid,
      kind: text,
      office: uuid,
      status: text,
      purpose: text,
      fields: sealed,
      drafter: uuid,
      chain: json,
      marks: json,
      note: sealed,
      number: text,
      serial: int,
      issuedAt: time,
      content: sealed,
      contentDigest: digest,
      holder: text,
      door: digest,
      handedAt: time,
      handedTo: sealed,
      replaces: uuid,
      replacedBy: uuid,
      draftedAt: time,
      changedAt: time,
    },
  },
  batch: {
    sqlName: 'form_batch',
    fields: { number: text, serial: int, office: uuid, size: int, issuedBy: uuid, issuedAt: time },
  },
  blank: {
    sqlName: 'paper_form',
    fields: {
      batch: uuid,
      sheet: int,
      office: uuid,
      status: text,
      caseId: uuid,
      note: sealed,
      changedAt: time,
      doorShort: digest,
      doorLong: digest,
    },
  },
  office: {
    sqlName: 'office',
    fields: {
      name: text,
      kind: text,
      level: text,
      place: text,
      parent: uuid,
      active: bool,
      address: text,
      phone: text,
      openedAt: time,
    },
  },
  staff: { sqlName: 'staff', fields: { name: text, active: bool } },
  post: { sqlName: 'post', fields: { staff: uuid, office: uuid, role: text, from: time, until: time } },
  leave: {
    sqlName: 'leave',
    fields: { staff: uuid, post: uuid, office: uuid, standIn: uuid, standInPost: uuid, from: time, until: time },
  },
  duty: { sqlName: 'duty', fields: { office: uuid, staff: uuid, from: time, until: time } },
  area: { sqlName: 'post_area', fields: { villages: texts } },
  officeWeek: { sqlName: 'office_week', fields: { office: uuid, from: day, week: json } },
  listItem: {
    sqlName: 'list_change',
    fields: { list: text, code: text, names: json, data: json, from: day, says: text },
  },
  calendarDay: { sqlName: 'calendar_change', fields: { day, closed: bool, name: text, basis: text } },
  officeHours: { sqlName: 'hours_change', fields: { from: day, week: json, basis: text } },
  joint: {
    sqlName: 'joint_programme',
    fields: {
      name: text,
      purpose: text,
      lead: uuid,
      status: text,
      agreement: text,
      agreedOn: day,
      validUntil: day,
      offices: texts,
      startedAt: time,
      changedAt: time,
      endedAt: time,
    },
  },
  jointPartner: {
    sqlName: 'joint_partner',
    fields: {
      joint: uuid,
      kind: text,
      office: uuid,
      name: text,
      contact: sealed,
      fields: texts,
      joinedAt: time,
      leftAt: time,
    },
  },
  jointTask: {
    sqlName: 'joint_task',
    fields: { joint: uuid, partner: uuid, what: text, dueOn: day, status: text, note: sealed, changedAt: time },
  },
  jointTarget: {
    sqlName: 'joint_target',
    fields: {
      joint: uuid,
      caseId: uuid,
      place: text,
      name: sealed,
      nik: found('nik'),
      phone: sealed,
      address: sealed,
      need: sealed,
      status: text,
      partner: uuid,
      result: sealed,
      listedAt: time,
      changedAt: time,
    },
  },
  meeting: {
    sqlName: 'meeting',
    fields: {
      kind: text,
      office: uuid,
      offices: texts,
      caller: uuid,
      status: text,
      startsAt: time,
      lasts: int,
      venue: sealed,
      agenda: sealed,
      cases: texts,
      attendance: sealed,
      minutes: sealed,
      series: uuid,
      nth: int,
      follows: uuid,
      carried: texts,
      note: sealed,
      calledAt: time,
      changedAt: time,
      heldAt: time,
      closedAt: time,
    },
  },
  meetingTask: {
    sqlName: 'meeting_task',
    fields: {
      meeting: uuid,
      series: uuid,
      point: text,
      caseDistrict: text,
      caseId: uuid,
      caseNumber: text,
      office: uuid,
      person: uuid,
      offices: texts,
      text: sealed,
      dueDay: day,
      dueAt: time,
      remindAt: time,
      overdueSince: time,
      status: text,
      note: sealed,
      madeAt: time,
      settledAt: time,
      changedAt: time,
    },
  },
}

const columnNames = new Map([
  ['post.from', 'valid_from'],
  ['post.until', 'valid_until'],
  ['leave.from', 'valid_from'],
  ['leave.until', 'valid_until'],
  ['duty.from', 'valid_from'],
  ['duty.until', 'valid_until'],
  ['officeWeek.from', 'valid_from'],
  ['listItem.from', 'valid_from'],
  ['officeHours.from', 'valid_from'],
])

/** The column of a field: its name in snake case, but for the few that SQL reserves. Asked for every field of every write. */
export function columnOf(table: Table, field: string): string {
  const key = `${table}.${field}`
  const known = columnNames.get(key)
  if (known) return known
  const made = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columnNames.set(key, made)
  return made
}

/** The codec of a field; throws for a field that the table does not have, because an entry must not name one. */
export function codecOf(table: Table, field: string): Codec {
  const fields: Readonly<Record<string, Codec>> = specs[table].fields
  const codec = fields[field]
  if (!codec) throw new RangeError(`the table ${table} has no field ${field}`)
  return codec
}

/** Reads a row of the database as core's row. Sealed fields are opened, or stay null where no keys are given: deciding needs none. */
export function rowOf<T extends Table>(table: T, row: DbRow, keys: DistrictKeys | null): Rows[T] {
  const fields = Object.entries<Codec>(specs[table].fields).map(([field, codec]) => [
    field,
    codec.decode(row, columnOf(table, field), keys) ?? null,
  ])
  const { district, id, version } = row
  return { district, id, version, ...Object.fromEntries(fields) } as Rows[T]
}
