import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import type { MeetingKind } from '@openslrt/core/meeting/kinds.ts'
import { meetingKindData, meetingList } from '@openslrt/core/meeting/kinds.ts'
import type { MeetingRow, MeetingTaskRow, NamedCase } from '@openslrt/core/meeting/meeting.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { selectAgendaCases, selectMeeting, selectTasks } from './queries.ts'

/** A meeting that an office takes part in, opened; one that it does not is not told from one that does not exist. */
export async function findMeeting(
  client: PoolClient,
  office: string,
  district: string,
  id: string,
  keys: DistrictKeys,
): Promise<MeetingRow | null> {
  const row = await selectMeeting(client, office, district, id)
  return row ? rowOf('meeting', row, keys) : null
}

export const tasksIn = (rows: readonly DbRow[], keys: DistrictKeys): readonly MeetingTaskRow[] =>
  rows.map((row) => rowOf('meetingTask', row, keys))

export const tasksOf = async (
  client: PoolClient,
  { district, id }: MeetingRow,
  keys: DistrictKeys,
): Promise<readonly MeetingTaskRow[]> => tasksIn(await selectTasks(client, district, id), keys)

/** The cases that somebody puts on an agenda, as far as they see them. */
export async function agendaCases(
  client: PoolClient,
  actor: StaffActor,
  points: readonly { readonly case: { readonly district: string; readonly id: string } | null }[],
): Promise<ReadonlyMap<string, NamedCase>> {
  const asked = points.flatMap((point) => point.case ?? [])
  if (asked.length === 0) return new Map()
  const rows = await selectAgendaCases(client, actor, asked)
  return new Map(
    rows.map(({ key, district, id, number }) => [
      key,
      { district: ledgerCode.parse(district), id: caseId.parse(id), number },
    ]),
  )
}

/** A kind of meeting as its list says it in a district on a day. */
export function kindOn(reference: Reference, district: string, day: string, code: string): MeetingKind | null {
  const said = reference.list(meetingList, district, day).find((item) => item.code === code)
  return meetingKindData.safeParse(said?.data).data ?? null
}

/** What a kind is called, also when its list has it no more. */
export function kindNames(reference: Reference, district: string, day: string, code: string) {
  const said = [...reference.list(meetingList, district, day), ...reference.past(meetingList, district, day)]
  return said.find((item) => item.code === code)?.names ?? { id: code, en: code }
}
