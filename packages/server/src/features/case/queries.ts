import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import { clockJobs } from '@openslrt/core/case/decide.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, rowsOfKnown, sql } from '../../platform/db/sql.ts'
import { showing, withinReach, withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** One case within the actor's scope, as its table has it. */
export async function selectCase(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select c.* from cases c where c.district = ${district} and c.id = ${id}::uuid and ${withinScope(actor)}`,
  )
  return rows[0] ?? null
}

export const selectReferrals = (client: PoolClient, district: string, caseId: string): Promise<readonly DbRow[]> =>
  rowsOfKnown<DbRow>(
    client,
    sql`select * from referral where district = ${district} and case_id = ${caseId}::uuid order by requested_at, id`,
  )

export const selectGrants = (client: PoolClient, district: string, caseId: string): Promise<readonly DbRow[]> =>
  rowsOfKnown<DbRow>(
    client,
    sql`select * from case_grant where district = ${district} and case_id = ${caseId}::uuid order by until, id`,
  )

export const selectAttachments = (client: PoolClient, district: string, caseId: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select a.*, exists (select 1 from file_blob b where b.district = a.district and b.sha256 = a.sha256) as arrived
      from attachment a where a.district = ${district} and a.case_id = ${caseId}::uuid order by a.added_at, a.id`,
  )

export const selectLetters = (client: PoolClient, district: string, caseId: string): Promise<readonly DbRow[]> =>
  rowsOfKnown<DbRow>(
    client,
    sql`select * from letter where district = ${district} and case_id = ${caseId}::uuid order by drafted_at, id`,
  )

/** People who hold a post at an office now. */
export async function selectStaffAt(client: PoolClient, office: string): Promise<readonly { id: string }[]> {
  return rowsOf<{ id: string }>(
    client,
    sql`select distinct s.id from post p join staff s on s.id = p.staff where p.office = ${office}::uuid and s.active and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())`,
  )
}

export interface LineRow {
  readonly id: string
  readonly district: string
  readonly version: number
  readonly number: string
  readonly kind: string
  readonly category: string
  readonly status: string
  readonly priority: string
  readonly summary: string
  readonly client_name: string
  readonly place: string
  readonly place_name: string
  readonly office: string
  readonly office_name: string
  readonly assignee: string | null
  readonly assignee_name: string | null
  readonly waiting_office_name: string | null
  readonly hop_due_at: Date | null
  readonly total_due_at: Date | null
  readonly registered_at: Date
  readonly changed_at: Date
  readonly closure: string | null
  readonly review: string | null
}

// Of a granted case whose grant does not name the person, not even a masked initial.
const lineColumns = (
  actor: Actor,
): Fragment => sql`c.id, c.district, c.version, c.number, c.kind, c.category, c.status, c.priority, c.summary,
  ${actor.kind === 'staff' ? sql`case when ${showing(actor, 'client')} then c.client_name else '' end` : sql`c.client_name`} as client_name,
  c.place, p.name as place_name, c.office, o.name as office_name, c.assignee, s.name as assignee_name, w.name as waiting_office_name,
  c.hop_due_at, c.total_due_at, c.registered_at, c.changed_at, c.closure, c.review`
const lineJoins = sql`join place p on p.code = c.place join office o on o.id = c.office
  left join staff s on s.id = c.assignee left join office w on w.id = c.waiting_office`

export interface ListQuery {
  readonly where: readonly Fragment[]
  readonly order: Fragment
  readonly limit: number
  readonly offset: number
}

/** A page of cases within scope. The page is cut before names are joined, so that a long list costs no more than a short one. */
export function selectLines(client: PoolClient, actor: Actor, query: ListQuery): Promise<readonly LineRow[]> {
  const conditions = allOf([...query.where, withinReach(actor)])
  return rowsOf<LineRow>(
    client,
    sql`select ${lineColumns(actor)} from (select * from cases c where ${conditions} order by ${query.order} limit ${query.limit} offset ${query.offset}) c ${lineJoins} order by ${query.order}`,
  )
}

/** One case within scope as lists show it. */
export async function selectLine(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<readonly LineRow[]> {
  const where = [sql`c.district = ${district} and c.id = ${id}::uuid`]
  return selectLines(client, actor, { where, order: sql`c.id`, limit: 1, offset: 0 })
}

/** How many cases within scope meet conditions, each set of conditions counted in one pass. */
export async function countLines(
  client: PoolClient,
  actor: Actor,
  where: readonly Fragment[],
  counted: readonly Fragment[],
): Promise<readonly number[]> {
  const columns = sql.join(
    counted.map((condition, at) => sql`count(*) filter (where ${condition}) as ${sql.ref(`n${at}`)}`),
  )
  const rows = await rowsOf<Record<string, number>>(
    client,
    sql`select ${columns} from cases c where ${allOf([...where, withinReach(actor)])}`,
  )
  return counted.map((_, at) => rows[0]?.[`n${at}`] ?? 0)
}

export interface EntryRow {
  readonly seq: number
  readonly kind: string
  readonly command_id: string
  readonly received_at: Date
  readonly done_at: Date
  readonly actor: string
  readonly actor_name: string | null
  readonly office_name: string | null
  readonly payload: Buffer | null
}

/** The way of one case: its entries in their order. */
export function selectHistory(client: PoolClient, district: string, caseId: string): Promise<readonly EntryRow[]> {
  return rowsOf<EntryRow>(
    client,
    sql`select l.seq, l.kind, l.command_id, l.received_at, l.done_at, l.actor, s.name as actor_name, o.name as office_name, l.payload
      from ledger l left join office o on o.id = l.office left join staff s on l.actor = 'staff:' || s.id::text
      where l.district = ${district} and l.subject = ${caseId}::uuid order by l.seq`,
  )
}

/** Numbers of cases that were merged into this one, and of the one that it was merged into. */
export function selectMerged(
  client: PoolClient,
  district: string,
  caseId: string,
  into: string | null,
): Promise<readonly { id: string; number: string; duplicate_of: string | null }[]> {
  return rowsOf(
    client,
    sql`select id, number, duplicate_of from cases where district = ${district} and (duplicate_of = ${caseId}::uuid or id = ${into}::uuid)
      order by number, id`,
  )
}

export interface Candidate extends LineRow {
  readonly client_nik_index: Buffer | null
  readonly client_kk_index: Buffer | null
  readonly client_phone_index: Buffer | null
  readonly shown_name: string
}

/**
 * Cases that share a number or the beginning of a name with what is being typed; scored by core afterwards. What a case
 * does not show this reader is left out of what is compared.
 */
export function selectCandidates(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  by: readonly Fragment[],
): Promise<readonly Candidate[]> {
  const [identity, contact, named] = (['identity', 'contact', 'client'] as const).map((part) => showing(actor, part))
  return rowsOf<Candidate>(
    client,
    sql`select ${lineColumns(actor)}, case when ${identity} then c.client_nik_index end as client_nik_index, case when ${identity} then c.client_kk_index end as client_kk_index,
        case when ${contact} then c.client_phone_index end as client_phone_index, case when ${named} then c.client_name else '' end as shown_name
      from (select * from cases c where c.district = ${district} and (${sql.join(by, sql` or `)}) and ${withinScope(actor)} order by c.registered_at desc limit 200) c ${lineJoins}`,
  )
}

const waits = keysOf(clockJobs).map((action) => `case.${action}`)

/** When a case was last sent to wait for its citizen: the wait that a clock belongs to. */
export async function selectNewestWait(client: PoolClient, district: string, caseId: string): Promise<Date | null> {
  const rows = await rowsOf<{ at: Date | null }>(
    client,
    sql`select max(received_at) as at from ledger where district = ${district} and subject = ${caseId}::uuid and kind = any(${waits}::text[])`,
  )
  return rows[0]?.at ?? null
}
