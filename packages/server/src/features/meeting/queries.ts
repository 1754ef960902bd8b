import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { caseRule } from '@openslrt/core/case/moves.ts'
import type { MeetingStatus, TaskStatus } from '@openslrt/core/meeting/meeting.ts'
import { openTask } from '@openslrt/core/meeting/moves.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, rowsOfKnown, sql } from '../../platform/db/sql.ts'
import { withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** MEET-17 Meetings that an office takes part in. It stands in every query over `meeting m`; row-level security says it again. */
const attended = (office: string): Fragment => sql`m.offices @> array[${office}]::text[]`

/** One meeting that an office takes part in. */
export async function selectMeeting(
  client: PoolClient,
  office: string,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select m.* from meeting m where m.district = ${district} and m.id = ${id}::uuid and ${attended(office)}`,
  )
  return rows[0] ?? null
}

/** Whether a sitting has a next one already. */
export async function isFollowed(client: PoolClient, district: string, id: string): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from meeting m where m.district = ${district} and m.follows = ${id}::uuid limit 1`,
  )
  return rows.length > 0
}

export type MeetingListRow = DbRow & { readonly district: string; readonly open_tasks: number }

/** A page of the meetings of an office: what comes next first, or what was last. */
export async function selectMeetings(
  client: PoolClient,
  office: string,
  {
    statuses,
    newest,
    limit,
    offset,
  }: {
    readonly statuses: readonly MeetingStatus[]
    readonly newest: boolean
    readonly limit: number
    readonly offset: number
  },
): Promise<{ readonly rows: readonly MeetingListRow[]; readonly total: number }> {
  const where = sql`${attended(office)} and m.status = any(${[...statuses]}::text[])`
  const rows = await rowsOf<MeetingListRow>(
    client,
    sql`select m.*, (select count(*)::int from meeting_task t where t.district = m.district and t.meeting = m.id
        and t.status = any(${[...openTask]}::text[])) as open_tasks
      from meeting m where ${where} order by m.starts_at ${newest ? sql`desc` : sql`asc`}, m.id limit ${limit} offset ${offset}`,
  )
  const [count] = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from meeting m where ${where}`)
  return { rows, total: count?.n ?? 0 }
}

const inMeeting = (district: string, meeting: string): Fragment =>
  sql`t.district = ${district} and t.meeting = ${meeting}::uuid`

/** The tasks of one meeting, in the order in which they were decided. */
export const selectTasks = (client: PoolClient, district: string, meeting: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select t.* from meeting_task t where ${inMeeting(district, meeting)} order by t.made_at, t.id`,
  )

/** Tasks of a standing meeting, from whichever sitting. */
export const selectSeries = (client: PoolClient, district: string, series: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select t.* from meeting_task t where t.district = ${district} and t.series = ${series}::uuid order by t.due_at, t.id`,
  )

export interface TaskQuery {
  readonly statuses: readonly TaskStatus[]
  readonly person: string | null
  /** Only what was due before this moment. */
  readonly before: Date | null
  readonly newest: boolean
  readonly limit: number
  readonly offset: number
}

const owned = ({ office }: StaffActor, { statuses, person, before }: Omit<TaskQuery, 'limit' | 'offset' | 'newest'>) =>
  sql`t.office = ${office}::uuid and t.status = any(${[...statuses]}::text[])
    and ${person === null ? sql`true` : sql`t.person = ${person}::uuid`} and ${before === null ? sql`true` : sql`t.due_at < ${before}`}`

/** A page of the tasks that an office owns, what is due first. */
export const selectOwned = (client: PoolClient, actor: StaffActor, query: TaskQuery): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select t.* from meeting_task t where ${owned(actor, query)}
      order by ${query.newest ? sql`t.settled_at desc` : sql`t.due_at`}, t.id limit ${query.limit} offset ${query.offset}`,
  )

export async function countOwned(
  client: PoolClient,
  actor: StaffActor,
  query: Pick<TaskQuery, 'statuses' | 'person' | 'before'>,
): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from meeting_task t where ${owned(actor, query)}`,
  )
  return rows[0]?.n ?? 0
}

/**
 * What meetings decided about a case: in its own ledger, its province's or the nation's. Whoever does not see the case whole
 * is told of those meetings only that their office took part in.
 */
export const selectTasksOfCase = (
  client: PoolClient,
  { district, id }: { readonly district: string; readonly id: string },
  office: string | null,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select t.* from meeting_task t where t.case_district = ${district} and t.case_id = ${id}::uuid
      and t.district = any(array[${district}, ${district.slice(0, 2)}, '00'])
      and ${office === null ? sql`true` : sql`t.offices @> array[${office}]::text[]`} order by t.made_at desc, t.id`,
  )

const keyed = sql`c.district || '/' || c.id`
const erased = caseRule('erase').to

/** Those of these cases that the actor sees, with their numbers. */
export const selectAgendaCases = (
  client: PoolClient,
  actor: StaffActor,
  cases: readonly { readonly district: string; readonly id: string }[],
): Promise<readonly { key: string; district: string; id: string; number: string }[]> =>
  rowsOf(
    client,
    sql`select ${keyed} as key, c.district, c.id, c.number from cases c
      where c.district = any(${cases.map(({ district }) => district)}::text[]) and c.id = any(${cases.map(({ id }) => id)}::uuid[])
        and c.status <> ${erased} and ${withinScope(actor)}`,
  )

/** MEET-18 Of these cases those that are still told of, and which of them before everybody who takes part. */
export const selectToldCases = (
  client: PoolClient,
  keys: readonly string[],
): Promise<readonly { key: string; open: boolean }[]> =>
  rowsOf(client, sql`select key, open from meeting_open_cases(${[...keys]}::text[])`)

/** People who hold a post at these offices now. */
export const selectPeople = (
  client: PoolClient,
  offices: readonly string[],
): Promise<readonly { staff: string; name: string; office: string }[]> =>
  rowsOf(
    client,
    sql`select distinct s.id as staff, s.name, p.office from post p join staff s on s.id = p.staff
      where p.office = any(${[...offices]}::uuid[]) and s.active and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())
      order by s.name, s.id limit 1000`,
  )

/** What members of staff are called. */
export async function selectNames(client: PoolClient, staff: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    client,
    sql`select id, name from staff where id = any(${[...staff]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
