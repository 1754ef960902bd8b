import type { JointShow } from '@openslrt/core/contract/joint-queries.ts'
import type { JointRow, TargetStatus } from '@openslrt/core/joint/joint.ts'
import { jointStatuses } from '@openslrt/core/joint/joint.ts'
import { countedTargets, openTasks, targetRule, taskRule } from '@openslrt/core/joint/moves.ts'
import type { TargetCount } from '@openslrt/core/joint/progress.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

type Of = Pick<JointRow, 'district' | 'id'>

/** JOINT-11 The first wall: programmes `j` that an office leads or takes part in. Row-level security says the same again. */
const carriedBy = (office: string): Fragment => sql`j.offices @> array[${office}::text]`

export async function selectJoint(
  client: PoolClient,
  office: string,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select j.* from joint_programme j where j.district = ${district} and j.id = ${id}::uuid and ${carriedBy(office)}`,
  )
  return rows[0] ?? null
}

export const selectPartners = (client: PoolClient, { district, id }: Of): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from joint_partner where district = ${district} and joint = ${id}::uuid order by joined_at, id`,
  )

/** More tasks than anybody oversees. */
const mostTasks = 500

export const selectTasks = (client: PoolClient, { district, id }: Of): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from joint_task where district = ${district} and joint = ${id}::uuid order by due_on, id limit ${mostTasks}`,
  )

export async function selectTask(client: PoolClient, { district, id }: Of, task: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select * from joint_task where district = ${district} and joint = ${id}::uuid and id = ${task}::uuid`,
  )
  return rows[0] ?? null
}

export async function selectTarget(client: PoolClient, { district, id }: Of, target: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select * from joint_target where district = ${district} and joint = ${id}::uuid and id = ${target}::uuid`,
  )
  return rows[0] ?? null
}

/**
 * JOINT-6 Whether a person is on the list of a programme already: as this case, by this NIK, or by the NIK that a case says,
 * as far as the lead sees it.
 */
export async function isListed(
  client: PoolClient,
  { district, id }: Of,
  caseId: string | null,
  nik: Buffer | null,
): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`with said as (select coalesce((select client_nik_index from cases where district = ${district} and id = ${caseId}::uuid), ${nik}::bytea) as nik)
      select 1 from said, joint_target t left join cases c on c.district = t.district and c.id = t.case_id
      where t.district = ${district} and t.joint = ${id}::uuid and t.status = any(${[...countedTargets]}::text[])
        and (t.case_id = ${caseId}::uuid or t.nik_index = said.nik or c.client_nik_index = said.nik) limit 1`,
  )
  return rows.length > 0
}

export interface Shown {
  readonly limit: number
  readonly offset: number
}

export async function selectTargets(
  client: PoolClient,
  { district, id }: Of,
  statuses: readonly TargetStatus[],
  { limit, offset }: Shown,
): Promise<readonly DbRow[]> {
  return rowsOf<DbRow>(
    client,
    sql`select * from joint_target where district = ${district} and joint = ${id}::uuid and status = any(${[...statuses]}::text[])
      order by listed_at, id limit ${limit} offset ${offset}`,
  )
}

/** How many targets stand how, and who reached them. */
export const countTargets = (client: PoolClient, { district, id }: Of): Promise<readonly TargetCount[]> =>
  rowsOf<TargetCount & DbRow>(
    client,
    sql`select status, partner, count(*)::int as n from joint_target where district = ${district} and joint = ${id}::uuid group by status, partner`,
  )

export interface Person {
  readonly target: string
  readonly client_name: string
  readonly client_nik: Buffer | null
  readonly client_phone: Buffer | null
  readonly client_address: string
}

/** Whom the cases on the list are about; the database lets nobody ask who takes no part. */
export const selectPeople = (client: PoolClient, { district, id }: Of): Promise<readonly Person[]> =>
  rowsOf<Person & DbRow>(client, sql`select * from joint_people(${district}, ${id}::uuid)`)

/** What places are called. */
export async function selectPlaces(client: PoolClient, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ code: string; name: string }>(
    client,
    sql`select code, name from place where code = any(${[...codes]}::text[])`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export interface JointListRow {
  readonly district: string
  readonly id: string
  readonly version: number
  readonly name: string
  readonly status: string
  readonly lead: string
  readonly agreement: string
  readonly valid_until: string | null
  readonly partners: number
  readonly targets: number
  readonly reached: number
  readonly tasks: number
  readonly done: number
  readonly late: number
}

const [running, ended] = jointStatuses

const shows: Readonly<Record<JointShow, (today: string, until: string) => Fragment>> = {
  running: () => sql`j.status = ${running}`,
  ended: () => sql`j.status = ${ended}`,
  ending: (_today, until) =>
    sql`j.status = ${running} and j.agreement <> '' and j.valid_until is not null and j.valid_until <= ${until}::date`,
}

export interface ListQuery extends Shown {
  readonly show: JointShow
  readonly today: string
  /** The day up to which an agreement is told to be ending. */
  readonly until: string
}

const found = (office: string, { show, today, until }: ListQuery): Fragment =>
  sql`joint_programme j where ${allOf([carriedBy(office), shows[show](today, until)])}`

/** Programmes of an office with their figures, the newest first. */
export function selectJoints(client: PoolClient, office: string, query: ListQuery): Promise<readonly JointListRow[]> {
  const reached = targetRule('reach-target').to
  const task = sql`from joint_task t where t.district = j.district and t.joint = j.id`
  const target = sql`from joint_target t where t.district = j.district and t.joint = j.id`
  return rowsOf<JointListRow & DbRow>(
    client,
    sql`select j.*,
        (select count(*) from joint_partner p where p.district = j.district and p.joint = j.id and p.left_at is null)::int as partners,
        (select count(*) ${target} and t.status = any(${[...countedTargets]}::text[]))::int as targets,
        (select count(*) ${target} and t.status = ${reached})::int as reached,
        (select count(*) ${task} and t.status <> ${taskRule('drop-task').to})::int as tasks,
        (select count(*) ${task} and t.status = ${taskRule('finish-task').to})::int as done,
        (select count(*) ${task} and t.status = any(${[...openTasks]}::text[]) and t.due_on < ${query.today}::date)::int as late
      from (select * from ${found(office, query)} order by j.started_at desc, j.id limit ${query.limit} offset ${query.offset}) j
      order by j.started_at desc, j.id`,
  )
}

export async function countJoints(client: PoolClient, office: string, query: ListQuery): Promise<number> {
  const rows = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from ${found(office, query)}`)
  return rows[0]?.n ?? 0
}
