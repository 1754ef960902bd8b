import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { meetingShows, taskShows } from '@openslrt/core/contract/meeting-queries.ts'
import { meetingRoutes } from '@openslrt/core/contract/meeting-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { MeetingRow, MeetingTaskRow } from '@openslrt/core/meeting/meeting.ts'
import { pointsOf } from '@openslrt/core/meeting/meeting.ts'
import { comingMeeting, openTask, pastMeeting, settledTask } from '@openslrt/core/meeting/moves.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { choicesFor, kindsFor } from './choices.ts'
import { caseOfTask, meetingLineOf, meetingPageOf, type Reading, taskLineOf } from './lines.ts'
import { findMeeting, tasksIn, tasksOf } from './load.ts'
import type { TaskQuery } from './queries.ts'
import {
  countOwned,
  isFollowed,
  selectMeetings,
  selectNames,
  selectOwned,
  selectPeople,
  selectSeries,
  selectTasksOfCase,
} from './queries.ts'
import { sightOf } from './sight.ts'

/** The doors through which meetings and their tasks are read. */
export const meetingRoutesOf = (parts: CaseParts): readonly Route[] => [...listRoutes(parts), ...ofOne(parts)]

function listRoutes(parts: CaseParts): readonly Route[] {
  const { pool } = parts.ledger
  return [
    route(meetingRoutes.list, ({ query: { show, page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const asked = { ...shows[show], limit: pageSize, offset: (page - 1) * pageSize }
        const { rows, total } = await selectMeetings(client, reader.office, asked)
        const about = { reference: parts.reference, now: Date.now() }
        const items = []
        for (const row of rows) {
          const meeting = rowOf('meeting', row, await parts.ledger.keys.forDistrict(row.district))
          items.push(meetingLineOf(meeting, row.open_tasks, about))
        }
        return ok({ items, total, page, size: pageSize })
      })
    }),
    route(meetingRoutes.tasks, ({ query: { show, page }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const asked = taskQuery(show, reader)
        const rows = await selectOwned(client, reader, { ...asked, limit: pageSize, offset: (page - 1) * pageSize })
        const total = await countOwned(client, reader, asked)
        const late = await countOwned(client, reader, taskQuery('late', reader))
        return ok({ items: await taskLines(parts, client, reader, rows), total, page, size: pageSize, late })
      })
    }),
    route(meetingRoutes.choices, ({ actor }) => Promise.resolve(ok(choicesFor(parts.reference, actor(), Date.now())))),
  ]
}

function ofOne(parts: CaseParts): readonly Route[] {
  const { pool, keys } = parts.ledger
  return [
    route(meetingRoutes.one, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const own = await keys.forDistrict(district)
        const meeting = await findMeeting(client, reader.office, district, id, own)
        if (!meeting) return no({ code: 'not-found' })
        const tasks = await tasksOf(client, meeting, own)
        const series = tasksIn(await selectSeries(client, district, meeting.series), own)
        const carried = series.filter((task) => meeting.carried.includes(task.id))
        const about = await readingOf(parts, client, reader, [...tasks, ...carried], meeting)
        const followed = await isFollowed(client, district, id)
        const people = await selectPeople(client, meeting.offices)
        return ok(meetingPageOf({ meeting, tasks, carried, followed, people }, about))
      })
    }),
    route(meetingRoutes.ofCase, ({ query: { district, id }, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const kase = await findCase(client, reader, district, id, null)
        if (!kase) return no({ code: 'not-found' })
        const whole = seesWhole(kase, reader, await grantsOf(client, district, id, null))
        const rows = await selectTasksOfCase(client, { district, id }, whole ? null : reader.office)
        const tasks = await taskLines(parts, client, reader, rows)
        return ok({ tasks, mayCall: kindsFor(parts.reference, reader, Date.now()).length > 0 })
      })
    }),
  ]
}

const shows = {
  coming: { statuses: comingMeeting, newest: false },
  past: { statuses: pastMeeting, newest: true },
} as const satisfies Record<(typeof meetingShows)[number], object>

function taskQuery(
  show: (typeof taskShows)[number],
  { staff }: StaffActor,
): Pick<TaskQuery, 'statuses' | 'person' | 'before' | 'newest'> {
  const settled = show === 'settled'
  return {
    statuses: settled ? settledTask : openTask,
    person: show === 'mine' ? staff : null,
    before: show === 'late' ? new Date() : null,
    newest: settled,
  }
}

/** Tasks of several meetings, each opened with its district's key. */
async function taskLines(parts: CaseParts, client: PoolClient, reader: StaffActor, rows: readonly DbRow[]) {
  const tasks: MeetingTaskRow[] = []
  for (const row of rows)
    tasks.push(rowOf('meetingTask', row, await parts.ledger.keys.forDistrict(String(row['district']))))
  const about = await readingOf(parts, client, reader, tasks, null)
  return tasks.map((task) => taskLineOf(task, null, about))
}

async function readingOf(
  { reference }: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  tasks: readonly MeetingTaskRow[],
  meeting: MeetingRow | null,
): Promise<Reading> {
  const agenda = meeting ? pointsOf(meeting).flatMap((point) => point.case ?? []) : []
  const sight = await sightOf(client, reader, [...agenda, ...tasks.flatMap((task) => caseOfTask(task) ?? [])])
  const people = [...(meeting ? [meeting.caller] : []), ...tasks.flatMap(({ person }) => person ?? [])]
  const names = await selectNames(client, people)
  return { reader, reference, sight, names, now: Date.now() }
}
