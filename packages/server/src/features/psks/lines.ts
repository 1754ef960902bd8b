import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type {
  PostedPsks,
  PsksCard,
  PsksLine,
  PsksPostingLine,
  PsksReportLine,
} from '@openslrt/core/contract/psks-queries.ts'
import { officeId, psksPostingId } from '@openslrt/core/kernel/id.ts'
import { wireDay } from '@openslrt/core/kernel/instant.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import { covers, levelOf } from '@openslrt/core/place/code.ts'
import { dueOn, isDue } from '@openslrt/core/psks/due.ts'
import { psksKindList } from '@openslrt/core/psks/kinds.ts'
import type { PsksStep } from '@openslrt/core/psks/moves.ts'
import { psksRule, psksSteps, reportRule, reportSteps } from '@openslrt/core/psks/moves.ts'
import type { PsksEventRow, PsksPostingRow, PsksReportRow, PsksRow } from '@openslrt/core/psks/psks.ts'
import { fieldsOf } from '@openslrt/core/psks/psks.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { fieldAbout } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { namesOn, todayIn } from '../reference/index.ts'
import { kindsOn } from './lists.ts'

export interface Reading {
  readonly reader: StaffActor
  readonly reference: Reference
  readonly places: ReadonlyMap<string, string>
}

/** A PSKS in a list. */
export function psksLineOf(psks: PsksRow, { reference, places }: Reading): PsksLine {
  const { district, id, kind, name, place, serves, status } = psks
  const today = todayIn(reference, district)
  return {
    district,
    id,
    kindNames: namesOn(reference, psksKindList, district, today, kind),
    name,
    placeName: places.get(place) ?? place,
    serves: serves.map((code) => places.get(code) ?? code),
    status,
    dueOn: dueOn(psks),
    due: isDue(psks, today),
  }
}

export interface Whole {
  readonly psks: PsksRow
  readonly reports: readonly PsksReportRow[]
  readonly events: readonly PsksEventRow[]
  readonly postings: readonly PsksPostingRow[]
  readonly staff: ReadonlyMap<string, string>
  readonly cases: ReadonlySet<string>
}

/** A PSKS with everything that is kept of them; how to reach them only for those who look after them or are served. */
export function psksCardOf({ psks, reports, events, postings, staff, cases }: Whole, about: Reading): PsksCard {
  const { reader, reference, places } = about
  const today = todayIn(reference, psks.district)
  const kind = kindsOn(reference, psks.district, today).find(({ code }) => code === psks.kind)
  const manages = reader.permissions.has('psks.manage')
  const nameOf = (id: string | null): string | null => id && (staff.get(id) ?? '')
  return {
    ...psksLineOf(psks, about),
    version: psks.version,
    kind: psks.kind,
    who: psks.who,
    place: psks.place,
    served: psks.serves.map((code) => ({ code, name: places.get(code) ?? code })),
    nik: maskNumber(psks.nik),
    phone: psks.phone,
    email: psks.email,
    address: psks.address,
    fields: { ...fieldsOf(psks) },
    asks: (kind?.fields ?? []).map((field) => ({ ...field })),
    note: psks.note,
    officeName: officeName(reference, psks.office),
    registeredBy: nameOf(psks.registeredBy) ?? '',
    verifiedBy: nameOf(psks.verifiedBy),
    checkedOn: psks.checkedOn,
    reports: reports.map((report) => reportLineOf(report, psks, reader, nameOf)),
    events: events.map(({ id, what, title, onDay, hours, result }) => ({ id, what, title, onDay, hours, result })),
    postings: postings.map((posting) => postingLineOf(posting, about, cases)),
    user: psks.staff && { id: psks.staff, name: nameOf(psks.staff) ?? '' },
    today,
    acts: manages ? psksSteps.filter((step) => mayStep(step, psks, reader)) : [],
  }
}

/** What the law will let this reader do, as far as it can be told beforehand. */
function mayStep(step: PsksStep, psks: PsksRow, reader: StaffActor): boolean {
  const { from, by } = psksRule(step)
  if (!from.includes(psks.status)) return false
  if (by === 'anybody') return true
  if (!covers(reader.place, psks.place)) return false
  if (by === 'home') return true
  return !['village', 'subdistrict'].includes(levelOf(reader.place)) && psks.registeredBy !== reader.staff
}

function reportLineOf(
  report: PsksReportRow,
  psks: PsksRow,
  reader: StaffActor,
  nameOf: (id: string | null) => string | null,
): PsksReportLine {
  const own = report.sentBy === reader.staff
  const may = (step: (typeof reportSteps)[number]): boolean =>
    reader.permissions.has('psks.manage') &&
    mayStep(step, psks, reader) &&
    reportRule(step).from.includes(report.status) &&
    (step === 'report' || !own)
  return {
    id: report.id,
    month: report.month,
    activities: report.activities,
    days: report.days,
    people: report.people,
    status: report.status,
    note: report.note ?? '',
    sentBy: nameOf(report.sentBy) ?? '',
    sentAt: report.sentAt,
    judgedBy: nameOf(report.judgedBy),
    judgedAt: report.judgedAt,
    acts: reportSteps.filter(may),
  }
}

function postingLineOf(
  posting: PsksPostingRow,
  { reference, places }: Reading,
  cases: ReadonlySet<string>,
): PsksPostingLine {
  const { id, target, caseId, caseNumber, visit, village, task, fromDay, untilDay, endedOn, result } = posting
  return {
    id,
    target,
    case: caseId && { id: caseId, number: caseNumber ?? '', opens: cases.has(caseId) },
    visit,
    villageName: village && (places.get(village) ?? village),
    officeName: officeName(reference, posting.office),
    task,
    fromDay,
    untilDay,
    endedOn,
    result: result ?? '',
  }
}

/** A row of who was posted somewhere, as the card of that place, case or visit shows it. */
export function postedLineOf(row: DbRow, reference: Reference, keys: DistrictKeys): PostedPsks {
  const psks = rowOf('psks', row, null)
  const task = row['posting_task']
  return {
    district: psks.district,
    id: psks.id,
    name: psks.name,
    kindNames: namesOn(reference, psksKindList, psks.district, todayIn(reference, psks.district), psks.kind),
    posting: psksPostingId.parse(row['posting_id']),
    task: task instanceof Buffer ? keys.open(task, fieldAbout).toString() : '',
    fromDay: wireDay.parse(row['posting_from']),
    untilDay: wireDay.nullable().parse(row['posting_until']),
    ended: row['posting_ended'] !== null,
  }
}

const officeName = ({ offices }: Reference, id: string): string => offices().get(officeId.parse(id))?.name ?? ''
