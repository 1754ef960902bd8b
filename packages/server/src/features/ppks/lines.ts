import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { PpksCard, PpksLine } from '@openslrt/core/contract/ppks-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { maskName, maskNumber } from '@openslrt/core/person/mask.ts'
import { covers } from '@openslrt/core/place/code.ts'
import { ppksRule, ppksSteps, serviceRule, serviceSteps } from '@openslrt/core/ppks/moves.ts'
import type { PpksRow, PpksServiceRow } from '@openslrt/core/ppks/ppks.ts'
import { courseOf } from '@openslrt/core/ppks/ppks.ts'
import { ppksTypeList } from '@openslrt/core/ppks/types.ts'
import type { Reference } from '../reference/index.ts'
import { namesOn, todayIn } from '../reference/index.ts'

export interface Reading {
  readonly reader: StaffActor
  readonly reference: Reference
  readonly places: ReadonlyMap<string, string>
}

/** A PPKS in a list: nobody is named there. */
export function ppksLineOf(ppks: PpksRow, { reference, places }: Reading): PpksLine {
  const { district, id, place, name, since, status, type } = ppks
  return {
    district,
    id,
    typeNames: namesOn(reference, ppksTypeList, district, todayIn(reference, district), type),
    placeName: places.get(place) ?? place,
    name: maskName(name),
    since,
    status,
  }
}

export interface Whole {
  readonly ppks: PpksRow
  readonly services: readonly PpksServiceRow[]
  readonly case: PpksCard['case']
  readonly staff: ReadonlyMap<string, string>
}

/** A PPKS with everything that is known of them; numbers masked. */
export function ppksCardOf({ ppks, services, case: kase, staff }: Whole, about: Reading): PpksCard {
  const { reader, reference } = about
  const { district, status, outcome } = ppks
  const today = todayIn(reference, district)
  const handles = reader.permissions.has('ppks.handle') && covers(reader.place, ppks.place)
  const named = (list: string, code: string) => namesOn(reference, list, district, today, code)
  return {
    ...ppksLineOf(ppks, about),
    // Whoever works with somebody knows them; others read the first letters.
    name: handles ? ppks.name : maskName(ppks.name),
    version: ppks.version,
    type: ppks.type,
    place: ppks.place,
    officeName: reference.offices().get(officeId.parse(ppks.office))?.name ?? '',
    nik: maskNumber(ppks.nik),
    restricted: ppks.restricted !== null,
    case: kase,
    findings: ppks.findings,
    risks: ppks.risks.map((risk) => named('ppks-risk', risk)),
    assessedOn: ppks.assessedOn,
    assessedBy: ppks.assessedBy && (staff.get(ppks.assessedBy) ?? ''),
    services: services.map((service) => ({
      id: service.id,
      what: service.what,
      provider: service.provider,
      fromDay: service.fromDay,
      untilDay: service.untilDay,
      status: service.status,
      note: service.note ?? '',
      acts: serviceSteps.filter(
        (step) => handles && ppksRule(step).from.includes(status) && serviceRule(step).from.includes(service.status),
      ),
    })),
    course: courseOf(ppks).map(({ act, at, by, on, note }) => ({ act, at, on, note, byName: staff.get(by) ?? '' })),
    outcome: outcome === null ? null : named('ppks-ending', outcome),
    endedOn: ppks.endedOn,
    today,
    acts: handles ? ppksSteps.filter((step) => ppksRule(step).from.includes(status)) : [],
  }
}

/** Whose names a card needs. */
export const staffIn = (ppks: PpksRow): readonly string[] => [
  ...(ppks.assessedBy ? [ppks.assessedBy] : []),
  ...courseOf(ppks).map(({ by }) => by),
]
