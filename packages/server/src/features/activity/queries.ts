import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { caseMoves } from '@openslrt/core/case/moves.ts'
import type { ActivityCount } from '@openslrt/core/contract/activity.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { monthOf } from '@openslrt/core/figures/month.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { ledgerOf, rangeOf } from '@openslrt/core/place/code.ts'
import { cancelledVisit, madeVisit, missedVisit, openVisit } from '@openslrt/core/visit/moves.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, ms, rowsOf, sql, withoutWildcards } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import { seenWhole, withinReach } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { withinVisits } from '../visit/index.ts'
import { withinPay } from './queries-pay.ts'

/** Whose month is looked at, by whom, and where. */
export interface Look {
  readonly reader: StaffActor
  readonly period: Period
  readonly zone: string
  readonly now: number
  readonly village: string | null
  readonly q: string
  /** The one person who is looked for; null for all. */
  readonly staff: string | null
  /** Roles that make visits, and those of them that do little else. */
  readonly visiting: readonly string[]
  readonly going: readonly string[]
}

export type LineRow = Readonly<Record<ActivityCount, number>> & {
  readonly staff: string
  readonly name: string
  readonly offices: string
  readonly synced_at: number | null
  readonly pay: string | null
}

const inMonth = (column: Fragment, { period: { from, to }, zone }: Look): Fragment =>
  sql`${column} >= (${from}::date)::timestamp at time zone ${zone} and ${column} < (${to}::date + 1)::timestamp at time zone ${zone}`

/** Where this look goes: the reader's place, or one village of it. */
function there(column: Fragment, { reader, village }: Look): Fragment {
  if (village !== null) return sql`${column} = ${village}`
  const { from, to } = rangeOf(reader.place)
  return sql`${column} >= ${from} and ${column} < ${to}`
}

/**
 * SUPER-11 The visits of a month, as conditions on `visit v`: those that were made, or where nobody was met, on the day on
 * which somebody was there; those that are still to be made on the day that they are planned for.
 */
const visitsOf = (look: Look): Fragment =>
  allOf([
    withinVisits(look.reader),
    there(sql`v.place`, look),
    sql`case when v.status = any(${[...openVisit]}::text[]) then v.planned_for between ${look.period.from}::date and ${look.period.to}::date
      else v.status <> ${cancelledVisit} and ${inMonth(sql`v.captured_at`, look)} end`,
  ])

/** Whose visit it is: of whoever was there, before that of whoever is sent. */
const whose = sql`case when v.status = any(${[...openVisit]}::text[]) then v.assignee else v.visitor end`
const isLate = ({ now }: Look): Fragment =>
  sql`(v.status = any(${[...openVisit]}::text[]) and v.due_at <= ${new Date(now)}::timestamptz)`

/** SUPER-11 The cases of a month that the reader sees whole, with `l`, the entry that says who wrote each down. */
const casesOf = (look: Look): Fragment =>
  sql`cases c join ledger l on l.district = c.district and l.subject = c.id and l.kind = 'case.register'
    where ${allOf([
      withinReach(look.reader),
      seenWhole(look.reader),
      sql`c.district = ${ledgerOf(look.reader.place)}`,
      there(sql`c.place`, look),
      inMonth(sql`c.registered_at`, look),
    ])}`

/** SUPER-10 Who is looked at: oneself alone, or whoever goes on visits from the offices that the reader leads. */
function peopleOf(look: Look): Fragment {
  const { reader, staff, q, village, visiting, going, period, zone } = look
  if (!reader.permissions.has('visit.plan') || staff === reader.staff) {
    const isSelf = staff === null || staff === reader.staff
    return sql`${isSelf} and s.id = ${reader.staff}::uuid and s.name ilike ${nameLike(q)}`
  }
  const { from, to } = rangeOf(reader.place)
  const went = sql`s.id in (select ${whose} from visit v where ${visitsOf(look)})`
  return allOf([
    reader.sees === 'place' ? sql`o.place >= ${from} and o.place < ${to}` : sql`o.id = ${reader.office}::uuid`,
    sql`p.valid_from < (${period.to}::date + 1)::timestamp at time zone ${zone}
      and (p.valid_until is null or p.valid_until > (${period.from}::date)::timestamp at time zone ${zone})`,
    sql`(p.role = any(${[...going]}::text[]) or (p.role = any(${[...visiting]}::text[]) and ${went}))`,
    sql`s.name ilike ${nameLike(q)}`,
    ...(village === null ? [] : [sql`starts_with(${village}::text, o.place)`]),
    ...(staff === null ? [] : [sql`s.id = ${staff}::uuid`]),
  ])
}

const nameLike = (q: string): string => `%${withoutWildcards(q)}%`
const people = sql`staff s join post p on p.staff = s.id join office o on o.id = p.office`

/** A page of facilitators with what they did: every figure by the conditions that their report is listed with. */
export function selectLines(client: PoolClient, look: Look, page: number): Promise<readonly LineRow[]> {
  return rowsOf<LineRow>(
    client,
    sql`with w as materialized (
        select s.id, s.name, string_agg(distinct o.name, ', ' order by o.name) as offices from ${people} where ${peopleOf(look)}
        group by s.id, s.name order by s.name, s.id limit ${pageSize} offset ${(page - 1) * pageSize}),
      visits as (
        select ${whose} as who, count(*) filter (where v.status = ${madeVisit}) as done, count(*) filter (where v.status = ${missedVisit}) as missed,
          count(*) filter (where v.status = any(${[...openVisit]}::text[]) and not ${isLate(look)}) as due, count(*) filter (where ${isLate(look)}) as late
        from visit v where ${visitsOf(look)} group by 1),
      asked as (
        select p."by", count(distinct p.holder) filter (where p."of" = 'family') as families, count(distinct p.holder) filter (where p."of" = 'person') as people
        from registry_record p where p."by" in (select 'staff:' || w.id from w) and ${recordsOf(look)} group by 1),
      written as (
        select l.actor, count(*) as cases, count(*) filter (where c.closure <> 'not-completed') as closed, count(*) filter (where c.status = ${caseMoves.return.to}) as returned
        from ${casesOf(look)} and l.actor in (select 'staff:' || w.id from w) group by 1)
      select w.id as staff, w.name, w.offices, coalesce(v.done, 0)::int as done, coalesce(v.missed, 0)::int as missed, coalesce(v.due, 0)::int as due,
        coalesce(v.late, 0)::int as late, coalesce(a.families, 0)::int as families, coalesce(a.people, 0)::int as people,
        coalesce(c.cases, 0)::int as cases, coalesce(c.closed, 0)::int as closed, coalesce(c.returned, 0)::int as returned,
        (select ${ms('max(d.seen_at)')} from device d where d.staff = w.id) as synced_at,
        (select y.status from activity_pay y where y.district = ${ledgerOf(look.reader.place)} and y.staff = w.id and y.month = ${monthOf(look.period.from)}
          and ${withinPay(look.reader)}) as pay
      from w left join visits v on v.who = w.id left join asked a on a."by" = 'staff:' || w.id left join written c on c.actor = 'staff:' || w.id
      order by w.name, w.id`,
  )
}

const recordsOf = (look: Look): Fragment =>
  allOf([
    withinRegistry(look.reader),
    sql`p.district = ${ledgerOf(look.reader.place)} and p.way = 'visit'`,
    there(sql`p.place`, look),
    inMonth(sql`p.at`, look),
  ])

export async function countPeople(client: PoolClient, look: Look): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(distinct s.id)::int as n from ${people} where ${peopleOf(look)}`,
  )
  return rows[0]?.n ?? 0
}

export type VisitOfMonthRow = DbRow & { readonly district: string; readonly place_name: string; readonly day: string }

/** The visits of one person's month, the first first. */
export const selectVisitsOf = (client: PoolClient, look: Look, staff: string): Promise<readonly VisitOfMonthRow[]> =>
  rowsOf<VisitOfMonthRow>(
    client,
    sql`select v.*, coalesce(n.name, v.place) as place_name, to_char(coalesce(
        case when v.status = any(${[...openVisit]}::text[]) then null else (v.captured_at at time zone ${look.zone})::date end, v.planned_for), 'YYYY-MM-DD') as day
      from visit v left join place n on n.code = v.place and n.valid_to is null
      where ${visitsOf(look)} and ${whose} = ${staff}::uuid order by day, v.captured_at, v.id`,
  )

export interface CaseOfMonthRow {
  readonly district: string
  readonly id: string
  readonly number: string
  readonly day: string
  readonly place_name: string
  readonly kind: string
  readonly category: string
  readonly status: string
  readonly closure: string | null
}

/** The cases that one person wrote down in the month, the first first. */
export const selectCasesOf = (client: PoolClient, look: Look, staff: string): Promise<readonly CaseOfMonthRow[]> =>
  rowsOf<CaseOfMonthRow>(
    client,
    sql`select c.district, c.id, c.number, c.kind, c.category, c.status, c.closure,
        coalesce((select n.name from place n where n.code = c.place and n.valid_to is null), c.place) as place_name,
        to_char((c.registered_at at time zone ${look.zone})::date, 'YYYY-MM-DD') as day
      from ${casesOf(look)} and l.actor = ${`staff:${staff}`} order by c.registered_at, c.id`,
  )
