import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { AffectedLine, SurgeLine, SurgePage } from '@openslrt/core/contract/surge-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { maskNumber } from '@openslrt/core/person/mask.ts'
import { covers } from '@openslrt/core/place/code.ts'
import { mayReceive } from '@openslrt/core/surge/decide.ts'
import { affectedRule, affectedSteps, startedSurge } from '@openslrt/core/surge/moves.ts'
import type { AffectedRow, SurgeRow } from '@openslrt/core/surge/surge.ts'
import type { Reference } from '../reference/index.ts'
import type { Counts } from './queries.ts'

/** A list among others. */
export function surgeLineOf(
  { district, id, name, kind, day, status }: SurgeRow,
  { total, done }: Pick<Counts, 'total' | 'done'>,
  placeName: string,
  reference: Reference,
): SurgeLine {
  const today = dayIn(reference.zoneOf(district), Date.now())
  const said = [...reference.list('surge-kind', district, today), ...reference.past('surge-kind', district, today)]
  const kindNames = said.find((item) => item.code === kind)?.names ?? { id: kind, en: kind }
  return { district, id, name, kindNames: { ...kindNames }, placeName, day, status, total, done }
}

/** A list as its page shows it. */
export function surgePageOf(
  surge: SurgeRow,
  counts: Counts,
  work: SurgePage['work'],
  { reader, placeName, reference }: { reader: StaffActor; placeName: string; reference: Reference },
): SurgePage {
  const { listed, queued, done, absent, opened, matched } = counts
  return {
    ...surgeLineOf(surge, counts, placeName, reference),
    edition: surge.edition,
    rules: surge.rules.map((rule) => ({ ...rule })),
    offices: surge.offices.map((id) => ({ id, name: reference.offices().get(id)?.name ?? '' })),
    days: [...surge.days],
    perDay: surge.perDay,
    isPublic: surge.isPublic,
    note: surge.note,
    counts: { listed, queued, done, absent, opened, matched },
    work,
    runs: surge.status === startedSurge && reader.permissions.has('surge.manage') && covers(reader.place, surge.place),
  }
}

/** Somebody on a list, as officers call them. */
export function affectedLineOf(
  row: AffectedRow,
  { placeName, number }: { readonly placeName: string; readonly number: string | null },
  surge: SurgeRow,
  { reader, reference }: { readonly reader: StaffActor; readonly reference: Reference },
): AffectedLine {
  const may =
    surge.status === startedSurge &&
    mayReceive(row, surge, reader) &&
    (reader.permissions.has('case.register') || reader.permissions.has('case.handle'))
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    nikMasked: maskNumber(row.nik),
    phone: row.phone,
    placeName,
    class: row.class,
    why: row.why,
    officeName: row.office && (reference.offices().get(row.office)?.name ?? ''),
    slotDay: row.slotDay,
    slotNth: row.slotNth,
    status: row.status,
    case: number === null ? null : { id: row.caseId, number },
    note: row.note,
    acts: may ? affectedSteps.filter((step) => affectedRule(step).from.includes(row.status)) : [],
  }
}
