import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { mayCall } from '@openslrt/core/meeting/decide.ts'
import { meetingKindData, meetingList } from '@openslrt/core/meeting/kinds.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { officeLevels } from '@openslrt/core/office/office.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import type { Reference } from '../reference/index.ts'

/** MEET-7 The kinds of meetings that somebody may call where they act. */
export function kindsFor(reference: Reference, reader: StaffActor, now: number) {
  const district = ledgerOf(reader.place)
  const own = reference.offices().get(reader.office)
  return reference
    .list(meetingList, district, dayIn(reference.zoneOf(district), now))
    .flatMap(({ code, names, data }) => {
      const kind = meetingKindData.safeParse(data).data ?? null
      return kind && mayCall(kind, reader, own) ? [{ code, names: { ...names }, months: kind.months }] : []
    })
}

/** What somebody chooses from who calls a meeting. */
export function choicesFor(reference: Reference, reader: StaffActor, now: number) {
  const own = reference.offices().get(reader.office)
  const offices = [...reference.offices().values()].filter((office) => own !== undefined && isNear(own, office))
  return {
    kinds: kindsFor(reference, reader, now),
    offices: offices
      .toSorted((one, other) => one.name.localeCompare(other.name, 'id'))
      .map(({ id, name, place, kind }) => ({ id, name, placeName: reference.placeName(place), kind })),
    zone: reference.zoneOf(ledgerOf(reader.place)),
  }
}

/** Offices that somebody would invite: those of the same ledger, those above, and of those below the next level. */
function isNear(own: OfficeRow, { id, active, district, place, level }: OfficeRow): boolean {
  if (!active || id === own.id) return false
  const below = officeLevels.indexOf(own.level) - officeLevels.indexOf(level)
  return district === own.district || covers(place, own.place) || (covers(own.place, place) && below === 1)
}
