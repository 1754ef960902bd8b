import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Payload } from '@openslrt/core/ledger/entry.ts'
import type { MeetingRow, MeetingTaskRow } from '@openslrt/core/meeting/meeting.ts'
import { meetingNoticesOf } from '@openslrt/core/notice/tell-meeting.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { NoticeParts } from './parts.ts'
import type { EntryRow } from './queries-dispatch.ts'
import { selectMeetings, selectMeetingTasks } from './queries-dispatch.ts'
import { openEntry, staleDays, toldOf } from './told-of.ts'
import { writeNotices } from './write.ts'

interface Batch {
  readonly district: string
  readonly entries: readonly EntryRow[]
  readonly keys: DistrictKeys
  readonly now: number
}

/** MEET-19 Tells those who take part in meetings what these entries of their ledger say. */
export async function tellOfMeetings(
  parts: NoticeParts,
  client: PoolClient,
  { district, entries, keys, now }: Batch,
): Promise<void> {
  const toTell = entries.filter(
    ({ kind, received_at: at }) => kind.startsWith('meeting.') && now - at.getTime() <= staleDays * dayMs,
  )
  if (toTell.length === 0) return
  const ids = [...new Set(toTell.map(({ subject }) => subject))]
  const meetings = (await selectMeetings(client, district, ids)).map((row) => rowOf('meeting', row, null))
  const tasks = (await selectMeetingTasks(client, district, ids)).map((row) => rowOf('meetingTask', row, null))
  for (const entry of toTell) {
    const meeting = meetings.find(({ id }) => id === entry.subject)
    const said = openEntry(entry, keys)
    if (meeting && said) await tellOf(parts, client, { entry, meeting, said, task: taskIn(said, tasks), now })
  }
}

const taskIn = ({ changes }: Payload, tasks: readonly MeetingTaskRow[]): MeetingTaskRow | null => {
  const changed = changes.find(({ table }) => table === 'meetingTask')
  return tasks.find(({ id }) => id === changed?.id) ?? null
}

interface Scene {
  readonly entry: EntryRow
  readonly meeting: MeetingRow
  readonly said: Payload
  readonly task: MeetingTaskRow | null
  readonly now: number
}

async function tellOf(
  parts: NoticeParts,
  client: PoolClient,
  { entry, meeting, said, task, now }: Scene,
): Promise<void> {
  const place = parts.reference.offices().get(meeting.office)?.place
  if (!place) return
  const about = {
    district: meeting.district,
    id: null,
    about: { kind: 'meeting' as const, id: meeting.id },
    number: '',
    place,
    restricted: null,
  }
  const notices = meetingNoticesOf(toldOf(entry, said), meeting, task)
  await writeNotices(parts, client, { kase: about, contact: null, notices, mark: entry.seq, actor: entry.actor, now })
}
