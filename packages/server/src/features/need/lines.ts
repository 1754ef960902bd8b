import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ApplicationLine, NeedLine, ParticipationLine, QuotaLine } from '@openslrt/core/contract/need-queries.ts'
import { applicationActs, needActs } from '@openslrt/core/need/acts.ts'
import { maySet } from '@openslrt/core/need/decide-quota.ts'
import { isWaiting, toDecide } from '@openslrt/core/need/moves.ts'
import type { ApplicationRow, NeedRow, ParticipationRow, QuotaRow } from '@openslrt/core/need/need.ts'
import { sharedOut } from '@openslrt/core/need/quota.ts'
import { maskName } from '@openslrt/core/person/mask.ts'
import type { PoolClient } from 'pg'
import { admitQuota } from '../../platform/db/scope.ts'
import type { Reference } from '../reference/index.ts'
import { placeNames, positionsIn } from './queries-lists.ts'

/** What lines are told with: names of places and offices, and where each application stands in its line. */
export interface Telling {
  readonly reader: StaffActor
  readonly reference: Reference
  readonly places: ReadonlyMap<string, string>
  readonly nth: ReadonlyMap<string, number>
  readonly now: number
}

/** Reads what lines are told with. It opens the lines of quotas for the rest of the transaction: nothing is read after it. */
export async function tellingOf(
  client: PoolClient,
  reader: StaffActor,
  reference: Reference,
  rows: readonly { readonly place: string }[],
  applications: readonly ApplicationRow[] = [],
): Promise<Telling> {
  const places = await placeNames(client, [...new Set(rows.map(({ place }) => place))])
  return { reader, reference, places, nth: await standingIn(client, applications.filter(isWaiting)), now: Date.now() }
}

async function standingIn(
  client: PoolClient,
  waiting: readonly ApplicationRow[],
): Promise<ReadonlyMap<string, number>> {
  const nth = new Map<string, number>()
  for (const quota of new Set(waiting.flatMap((one) => one.quota ?? []))) {
    const own = waiting.filter((one) => one.quota === quota)
    await admitQuota(client, quota)
    const at = await positionsIn(
      client,
      own[0]?.district ?? '',
      quota,
      own.map(({ id }) => id),
    )
    for (const { id } of own) nth.set(id, at.get(id) ?? 0)
  }
  return nth
}

/** An application in a list; who it is for stands there masked. */
export function applicationLineOf(
  row: ApplicationRow,
  { reader, reference, places, nth, now }: Telling,
): ApplicationLine {
  const officeName = (id: ApplicationRow['office']): string => reference.offices().get(id)?.name ?? ''
  const { id, district, version, need, caseId, kind, programme, programmeName, status, reason, sentAt, dueAt } = row
  return {
    id,
    district,
    version,
    need,
    caseId,
    kind,
    programme,
    programmeName,
    status,
    reason,
    sentAt,
    dueAt,
    decidedAt: row.decidedAt,
    name: maskName(row.name ?? ''),
    placeName: places.get(row.place) ?? '',
    fromName: officeName(row.from),
    officeName: officeName(row.office),
    papers: [...row.papers],
    ticked: [...row.ticked],
    nth: nth.get(id) ?? null,
    note: row.note ?? '',
    late: toDecide.includes(status) && dueAt !== null && dueAt < now,
    acts: [...applicationActs(reader, row)],
  }
}

/** A need in a list. */
export function needLineOf(row: NeedRow, name: string | null, { reader, places }: Telling): NeedLine {
  const { id, district, version, person, family, caseId, kind, status, reason, day } = row
  return {
    id,
    district,
    version,
    person,
    family,
    caseId,
    kind,
    status,
    reason,
    day,
    name: maskName(name ?? ''),
    placeName: places.get(row.place) ?? '',
    text: row.text ?? '',
    note: row.note ?? '',
    acts: [...needActs(reader, row)],
  }
}

export function participationLineOf(row: ParticipationRow): ParticipationLine {
  const { place: _place, by: _by, changedAt: _at, ...line } = row
  return line
}

export function quotaLineOf(row: QuotaRow, { reader, places }: Telling): QuotaLine {
  const { id, district, version, programme, programmeName, place, from, until, granted, waiting } = row
  const sets = reader.permissions.has('programme.manage') && maySet(reader, row, place)
  return {
    id,
    district,
    version,
    programme,
    programmeName,
    place,
    from,
    until,
    places: row.places,
    granted,
    shared: sharedOut(row),
    waiting,
    sets,
    placeName: places.get(place) ?? '',
  }
}
