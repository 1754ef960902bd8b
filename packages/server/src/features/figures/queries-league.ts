import type { LeagueCount, LeagueLine } from '@openslrt/core/contract/league.ts'
import { leagueCounts } from '@openslrt/core/contract/league.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { openReferral, referralsThat } from '@openslrt/core/referral/moves.ts'
import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import type { Counted } from './queries.ts'
import { casesOf } from './queries.ts'

/** Which referrals are looked at: those of the counted cases that were asked for in these days. */
export interface Asked {
  readonly counted: Counted
  readonly period: Period
  readonly category: string | null
}

/** One group of them: an office, a kind of offices, or all. */
export type GroupRow = Readonly<Record<LeagueCount, number>> & {
  readonly office: OfficeId | null
  readonly kind: string | null
  readonly take: readonly number[] | null
  readonly work: readonly number[] | null
  readonly take_measured: number
  readonly work_measured: number
  readonly reasons: LeagueLine['reasons']
}

/**
 * LEAGUE-4 Every group counted and measured in one pass over the referrals of a period, found by their index. The pass is
 * what costs: the wall looks at the case of each.
 */
export function selectGroups(client: PoolClient, asked: Asked): Promise<readonly GroupRow[]> {
  const counts = leagueCounts.map(
    (name) => sql`count(*) filter (where ${conditionOf(name, asked)}) as ${sql.ref(name)}`,
  )
  const taken = sql`a.taken_at is not null`
  const done = sql`a.work_minutes is not null and ${isIn(referralsThat['were-done'])}`
  return rowsOf<GroupRow>(
    client,
    sql`with a as materialized (${askedIn(asked)}),
      why as (
        select a.to_office as office, a.kind, a.reason, count(*) as n from a where ${isIn(referralsThat['were-declined'])} and a.reason is not null
        group by grouping sets ((a.to_office, a.kind, a.reason), (a.kind, a.reason), (a.reason))),
      g as (
        select a.to_office as office, a.kind, ${sql.join(counts)},
          count(*) filter (where ${taken}) as take_measured, count(*) filter (where ${done}) as work_measured,
          percentile_disc(array[0.5, 0.9]) within group (order by a.take_minutes) filter (where ${taken}) as take,
          percentile_disc(array[0.5, 0.9]) within group (order by a.work_minutes) filter (where ${done}) as work
        from a group by grouping sets ((a.to_office, a.kind), (a.kind), ()))
      select g.*, coalesce((
        select jsonb_agg(jsonb_build_object('reason', w.reason, 'n', w.n) order by w.n desc, w.reason collate "C") from why w
        where w.office is not distinct from g.office and w.kind is not distinct from g.kind), '[]') as reasons
      from g`,
  )
}

function askedIn({ counted, period: { from, to }, category }: Asked): Fragment {
  const { place, reader, zone } = counted
  const conditions = [
    ...casesOf(counted),
    sql`r.district = ${ledgerOf(place)}`,
    sql`r.requested_at >= (${from}::date)::timestamp at time zone ${zone}`,
    sql`r.requested_at < (${to}::date + 1)::timestamp at time zone ${zone}`,
    sql`r.status = any(${[...referralsThat.stand]}::text[])`,
    // FIG-7: of a category alone somebody might be known; who opens no case is told nothing of restricted ones there.
    ...(category === null ? [] : [sql`c.category = ${category}`, ...(reader ? [] : [sql`c.restricted is null`])]),
  ]
  return sql`select r.to_office, o.kind, r.status, r.reason, r.due_at, r.overdue_since, r.taken_at, r.take_minutes, r.work_minutes
    from referral r join cases c on c.district = r.district and c.id = r.case_id join office o on o.id = r.to_office
    where ${allOf(conditions)}`
}

const isIn = (statuses: readonly ReferralStatus[]): Fragment => sql`a.status = any(${[...statuses]}::text[])`

/** As the message `league.<name>.what` says it. */
function conditionOf(name: LeagueCount, { counted }: Asked): Fragment {
  switch (name) {
    case 'received':
      return sql`true`
    // What was taken and called off later was taken; of what was on its way before this was measured, its state tells.
    case 'taken':
      return sql`(a.taken_at is not null or ${isIn(referralsThat['were-taken'])})`
    case 'late':
      return sql`(${isIn(openReferral)} and (a.overdue_since is not null or a.due_at < ${new Date(counted.now)}::timestamptz))`
    case 'open':
      return isIn(openReferral)
    case 'completed':
      return isIn(referralsThat['were-done'])
    case 'declined':
      return isIn(referralsThat['were-declined'])
    case 'failed':
      return isIn(referralsThat['were-missed'])
    case 'called-off':
      return isIn(referralsThat['were-called-off'])
  }
}
