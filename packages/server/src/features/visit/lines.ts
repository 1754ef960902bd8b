import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { VisitLine, VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { mayVisit } from '@openslrt/core/visit/decide.ts'
import { madeVisit, openVisit, visitActs } from '@openslrt/core/visit/moves.ts'
import type { VisitRow } from '@openslrt/core/visit/visit.ts'
import { isOddTime, reportOf, spotOf, whomOf } from '@openslrt/core/visit/visit.ts'
import type { Reference } from '../reference/index.ts'
import type { ShownPhoto } from './load.ts'

/** Who reads, when, and what people and places are called. */
export interface Reading {
  readonly reader: StaffActor
  readonly reference: Reference
  readonly names: ReadonlyMap<string, string>
  readonly placeName: string
  readonly now: number
}

/** A visit in a list. */
export function visitLineOf(visit: VisitRow, { reference, names, placeName, now }: Reading): VisitLine {
  const { name, address } = whomOf(visit)
  return {
    id: visit.id,
    district: visit.district,
    name,
    address,
    place: villageCode.parse(visit.place),
    placeName,
    triggerNames: saidAs(reference, visit, now, 'visit-trigger', visit.trigger),
    plannedFor: visit.plannedFor,
    late: openVisit.includes(visit.status) && visit.dueAt <= now,
    officeName: reference.offices().get(visit.office)?.name ?? '',
    // Once it was made, whoever made it is meant.
    assigneeName: names.get((visit.status === madeVisit ? visit.visitor : visit.assignee) ?? '') ?? null,
    status: visit.status,
    fit: visit.fit,
  }
}

/** A visit as its page shows it. */
export function visitPageOf(
  visit: VisitRow,
  photos: readonly ShownPhoto[],
  opensCase: boolean,
  about: Reading,
): VisitPage {
  const { reader, reference, names, now } = about
  const { caseId, caseNumber, result, reason } = visit
  return {
    ...visitLineOf(visit, about),
    version: visit.version,
    case: caseId && caseNumber ? { id: caseId, number: caseNumber, opens: opensCase } : null,
    family: visit.family,
    person: visit.person,
    whom: shownWhom(visit),
    ask: visit.ask,
    proposal: visit.proposal,
    office: visit.office,
    assignee: visit.assignee,
    resultNames: result === null ? null : saidAs(reference, visit, now, 'visit-result', result),
    report: copyOf(reportOf(visit)),
    spot: spotOf(visit),
    visitorName: visit.visitor && (names.get(visit.visitor) ?? null),
    capturedAt: visit.capturedAt,
    receivedAt: visit.receivedAt,
    oddTime: isOddTime(visit),
    reasonNames: reason === null ? null : saidAs(reference, visit, now, 'visit-missed', reason),
    note: visit.note,
    tries: visit.tries,
    plannerName: names.get(visit.plannedBy) ?? '',
    plannedAt: visit.plannedAt,
    photos: photos.map(({ id, kind, capturedAt, addedAt, arrived }) => ({ id, kind, capturedAt, addedAt, arrived })),
    acts: visitActs.filter((act) => mayVisit(visit, act, reader) === null),
  }
}

/** Numbers stay masked; a phone is there to be called from the road. */
function shownWhom(visit: VisitRow): VisitPage['whom'] {
  const { nik, kk, ...whom } = whomOf(visit)
  return { ...whom, nikMasked: maskNumber(nik), kkMasked: maskNumber(kk) }
}

const copyOf = (report: ReturnType<typeof reportOf>): VisitPage['report'] =>
  report && { ...report, papers: [...report.papers], signer: report.signer ?? '', unsigned: report.unsigned ?? '' }

/** What a code of a list is called in the district, also when its list has it no more. */
function saidAs(reference: Reference, { district }: VisitRow, now: number, list: string, code: string) {
  const day = dayIn(reference.zoneOf(district), now)
  const said = [...reference.list(list, district, day), ...reference.past(list, district, day)]
  return { ...(said.find((item) => item.code === code)?.names ?? { id: code, en: code }) }
}
