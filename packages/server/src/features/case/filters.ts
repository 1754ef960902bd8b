import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Measure } from '@openslrt/core/case/counts.ts'
import { activeStatuses } from '@openslrt/core/case/moves.ts'
import type { CaseFilter } from '@openslrt/core/contract/case-queries.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Fragment } from '../../platform/db/sql.ts'
import { sql } from '../../platform/db/sql.ts'

const active = sql`c.status = any(${[...activeStatuses]}::text[])`

/** The tabs of a queue, as conditions. Counting them and listing one use the same words. */
export function queueConditions(actor: StaffActor, now: number): Readonly<Record<CaseFilter['queue'], Fragment>> {
  const here = sql`c.office = ${actor.office}::uuid`
  return {
    office: sql`${here} and ${active}`,
    mine: sql`${here} and ${active} and c.assignee = ${actor.staff}::uuid`,
    due: sql`${here} and ${active} and c.hop_due_at <= ${new Date(now)}::timestamptz`,
    citizen: sql`${here} and c.status in ('returned', 'answered')`,
    referred: sql`${here} and c.open_referrals > 0`,
    all: sql`true`,
  }
}

/**
 * What a figure counts, as a condition on cases, over days of the district's zone. Dashboards count with these and
 * lists open with these: a figure and the list behind it can't disagree.
 */
export function measureCondition(
  measure: NonNullable<CaseFilter['measure']>,
  from: string | undefined,
  to: string | undefined,
  zone: string,
  now: number,
): Fragment {
  if (measure === 'open') return active
  if (measure === 'late') return sql`${active} and least(c.hop_due_at, c.total_due_at) < ${new Date(now)}::timestamptz`
  const { column, and } = eventOf[measure]
  return sql`${within(column, from, to, zone)} and ${and}`
}

const always = sql`true`
const referred = sql`exists (select 1 from referral r where r.district = c.district and r.case_id = c.id)`
const completed = sql`exists (select 1 from referral r where r.district = c.district and r.case_id = c.id and r.status = 'completed')`
const eventOf: Readonly<Record<Measure, { readonly column: Fragment; readonly and: Fragment }>> = {
  registered: { column: sql`c.registered_at`, and: always },
  answered: { column: sql`c.answered_at`, and: always },
  confirmed: { column: sql`c.closed_at`, and: sql`c.closure = 'confirmed'` },
  settled: { column: sql`c.closed_at`, and: sql`c.closure = 'settled'` },
  'no-word': { column: sql`c.closed_at`, and: sql`c.closure = 'no-word'` },
  escalated: { column: sql`c.hop_started_at`, and: sql`c.office <> c.registered_office` },
  disputed: { column: sql`c.hop_started_at`, and: sql`c.priority = 'raised'` },
  referred: { column: sql`c.registered_at`, and: referred },
  'referral-completed': { column: sql`c.registered_at`, and: completed },
}

function within(column: Fragment, from: string | undefined, to: string | undefined, zone: string): Fragment {
  const start = from ? sql`${column} >= (${from}::date)::timestamp at time zone ${zone}` : sql`${column} is not null`
  return to ? sql`${start} and ${column} < (${to}::date + 1)::timestamp at time zone ${zone}` : start
}

/** The filters of a list's address as conditions. */
export function filterConditions(
  filter: CaseFilter,
  actor: StaffActor,
  zone: string,
  now: number,
): readonly Fragment[] {
  const { status, kind, category, priority, place, number, measure, from, to } = filter
  const range = place ? rangeOf(place) : null
  return [
    queueConditions(actor, now)[filter.queue],
    ...(status ? [sql`c.status = ${status}`] : []),
    ...(kind ? [sql`c.kind = ${kind}`] : []),
    ...(category ? [sql`c.category = ${category}`] : []),
    ...(priority ? [sql`c.priority = ${priority}`] : []),
    ...(range ? [sql`c.place >= ${range.from} and c.place < ${range.to}`] : []),
    ...(number ? [sql`c.number like ${`%${number.replace(/[%_\\]/g, '')}%`}`] : []),
    ...(measure ? [measureCondition(measure, from, to, zone, now)] : []),
  ]
}

/** Red cards and raised cases first, then what is due first. */
export const orders: Readonly<Record<CaseFilter['sort'], Fragment>> = {
  due: sql`(c.priority = 'normal'), coalesce(c.hop_due_at, c.changed_at), c.id`,
  newest: sql`c.registered_at desc, c.id`,
  oldest: sql`c.registered_at, c.id`,
}
