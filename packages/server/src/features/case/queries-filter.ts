import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { activeStatuses, awaitingCitizen, caseRule } from '@openslrt/core/case/moves.ts'
import type { CaseFilter } from '@openslrt/core/contract/case-queries.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Fragment } from '../../platform/db/sql.ts'
import { sql } from '../../platform/db/sql.ts'
import { measureCondition } from './queries-measure.ts'

// What is not closed stands in the queue's own index.
const open = sql`c.closed_at is null`
const active = sql`${open} and c.status = any(${[...activeStatuses]}::text[])`

/** The tabs of a queue, as conditions. Counting them and listing one use the same words. */
export function queueConditions(actor: StaffActor, now: number): Readonly<Record<CaseFilter['queue'], Fragment>> {
  const here = sql`c.office = ${actor.office}::uuid`
  return {
    office: sql`${here} and ${active}`,
    decision: sql`${here} and ${open} and c.status = any(${[...caseRule('approve').from]}::text[])`,
    mine: sql`${here} and ${active} and c.assignee = ${actor.staff}::uuid`,
    due: sql`${here} and ${active} and c.hop_due_at <= ${new Date(now)}::timestamptz`,
    citizen: sql`${here} and ${open} and c.status = any(${[...awaitingCitizen]}::text[])`,
    referred: sql`${here} and ${open} and c.open_referrals > 0`,
    all: sql`true`,
  }
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
    ...(measure ? [measureCondition(measure, { from, to, zone, now })] : []),
  ]
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
  sql`(${tabs.office}) or (${tabs.citizen}) or (${tabs.referred})`
