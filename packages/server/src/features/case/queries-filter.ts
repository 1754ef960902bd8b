import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { holds } from '@openslrt/core/access/can.ts'
import type { DueEdges, DueWindow } from '@openslrt/core/case/due.ts'
import { dueEdges } from '@openslrt/core/case/due.ts'
import { activeStatuses, awaitingCitizen, caseRule } from '@openslrt/core/case/moves.ts'
import type { CaseFilter } from '@openslrt/core/contract/case-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Fragment } from '../../platform/db/sql.ts'
import { sql, withoutWildcards } from '../../platform/db/sql.ts'
import { seenWhole } from '../../platform/db/within-scope.ts'
import { measureCondition } from './queries-measure.ts'

// What is not closed stands in the queue's own index.
const open = sql`c.closed_at is null`
const active = sql`${open} and c.status = any(${[...activeStatuses]}::text[])`

/** The tabs of a queue, as conditions. Counting them and listing one use the same words. */
export function queueConditions(actor: StaffActor, now: number): Readonly<Record<CaseFilter['queue'], Fragment>> {
  const here = sql`c.office = ${actor.office}::uuid`
  return {
    office: sql`${here} and ${active} and c.review is null`,
    decision: sql`${here} and ${open} and c.status = any(${[...caseRule('approve').from]}::text[])`,
    mine: sql`${here} and ${active} and c.assignee = ${actor.staff}::uuid`,
    due: sql`${here} and ${active} and c.review is null and c.hop_due_at <= ${new Date(now)}::timestamptz`,
    citizen: sql`${here} and ${open} and c.status = any(${[...awaitingCitizen]}::text[])`,
    referred: sql`${here} and ${open} and c.open_referrals > 0`,
    visits: sql`${visitsIn(actor)} and c.visit_at <= ${new Date(now + visitAheadMs)}::timestamptz`,
    review: sql`${reviewsIn(actor)} and c.review = 'waiting'`,
    mend: sql`${reviewsIn(actor)} and c.review = 'returned' and ${holds(actor, 'case.review') ? sql`true` : sql`c.sent_by = ${actor.staff}::uuid`}`,
    all: sql`true`,
  }
}

// Whoever goes to a village sees what is coming: two weeks are enough to plan a round.
const visitAheadMs = 14 * dayMs

/** OUTCOME-3 Visits belong to the offices of the place, wherever the case was closed. */
function visitsIn(actor: StaffActor): Fragment {
  const { from, to } = rangeOf(actor.place)
  return sql`c.visit_at is not null and c.place >= ${from} and c.place < ${to}`
}

/** SUPER-7 What is looked at, and what was sent back, belongs to the place: who looks sits above the office where it lies. */
function reviewsIn(actor: StaffActor): Fragment {
  const { from, to } = rangeOf(actor.place)
  return sql`c.review is not null and c.place >= ${from} and c.place < ${to}`
}

/** What a list's filters are read by, beside the filters themselves. */
export interface FilterLook {
  readonly actor: StaffActor
  readonly zone: string
  readonly now: number
  readonly stale: number
  /** The categories of a bidang. */
  readonly categoriesOf: (sector: string) => readonly string[]
}

/** The filters of a list's address as conditions. */
export function filterConditions(filter: CaseFilter, look: FilterLook): readonly Fragment[] {
  const { measure, from, to } = filter
  const { actor, zone, now, stale } = look
  return [
    queueConditions(actor, now)[filter.queue],
    ...ownConditions(filter),
    ...lyingConditions(filter),
    ...(filter.sector ? [sql`c.category = any(${[...look.categoriesOf(filter.sector)]}::text[])`] : []),
    ...(filter.due ? [dueConditions(dueEdges(zone, now))[filter.due]] : []),
    ...(measure ? [measureCondition(measure, { from, to, zone, now, stale }), seenWhole(actor)] : []),
  ]
}

/** What the case is. */
const ownConditions = ({ status, kind, category, priority, number }: CaseFilter): readonly Fragment[] => [
  ...(status ? [sql`c.status = ${status}`] : []),
  ...(kind ? [sql`c.kind = ${kind}`] : []),
  ...(category ? [sql`c.category = ${category}`] : []),
  ...(priority ? [sql`c.priority = ${priority}`] : []),
  ...(number ? [sql`c.number like ${`%${withoutWildcards(number)}%`}`] : []),
]

/** Where it comes from, where it lies, and who has it there. */
function lyingConditions({ place, office, assignee }: CaseFilter): readonly Fragment[] {
  const range = place ? rangeOf(place) : null
  const held = assignee === 'nobody' ? sql`c.assignee is null` : sql`c.assignee = ${assignee ?? null}::uuid`
  return [
    ...(range ? [sql`c.place >= ${range.from} and c.place < ${range.to}`] : []),
    ...(office ? [sql`c.office = ${office}::uuid`] : []),
    ...(assignee ? [held] : []),
  ]
}

/** QUEUE-9 in SQL: the windows of due days, as `dueWindow` in core has them. */
export function dueConditions({ now, today, week }: DueEdges): Readonly<Record<DueWindow, Fragment>> {
  const [at, midnight, weekEnd] = [now, today, week].map((edge) => sql`${new Date(edge)}::timestamptz`)
  return {
    late: sql`c.hop_due_at <= ${at}`,
    today: sql`(c.hop_due_at > ${at} and c.hop_due_at < ${midnight})`,
    week: sql`(c.hop_due_at >= ${midnight} and c.hop_due_at > ${at} and c.hop_due_at < ${weekEnd})`,
    later: sql`c.hop_due_at >= ${weekEnd}`,
    none: sql`c.hop_due_at is null`,
  }
}

/** Red cards and raised cases first, then what is due first. */
export const orders: Readonly<Record<CaseFilter['sort'], Fragment>> = {
  due: sql`(c.priority = 'normal'), coalesce(c.hop_due_at, c.changed_at), c.id`,
  newest: sql`c.registered_at desc, c.id`,
  oldest: sql`c.registered_at, c.id`,
}

/** For counting all rows of a list. */
export const everyRow = sql`true`

/** A case that stands in any of the tabs that belong to the acting office. */
export const inAnyTab = (tabs: Readonly<Record<CaseFilter['queue'], Fragment>>): Fragment =>
  sql`(${tabs.office}) or (${tabs.citizen}) or (${tabs.referred}) or (${tabs.visits}) or (${tabs.review}) or (${tabs.mend})`
