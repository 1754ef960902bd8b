import type { Period } from '@openslrt/core/figures/period.ts'
import { everReceived, nowReceives } from '@openslrt/core/need/need.ts'
import { ledgerOf, rangeOf } from '@openslrt/core/place/code.ts'
import { proposalMoves, waitingFor } from '@openslrt/core/proposal/moves.ts'
import { standing } from '@openslrt/core/registry/registry.ts'
import { madeVisit, missedVisit } from '@openslrt/core/visit/moves.ts'
import { oddTimeMs } from '@openslrt/core/visit/visit.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { within } from '../case/index.ts'
import type { Counted } from './queries.ts'
import { casesOf } from './queries.ts'
import { spanOf, wholeOf } from './queries-indicators.ts'
import type { Tally } from './queries-tally.ts'
import { selectTally } from './queries-tally.ts'

const there = (column: Fragment, { place }: Counted): Fragment => {
  const { from, to } = rangeOf(place)
  return sql`${column} >= ${from} and ${column} < ${to}`
}
/** A condition that holds in the days of a period as well. */
const inDays =
  (counted: Counted, column: Fragment, that: Fragment = sql`true`) =>
  (period: Period): Fragment =>
    sql`${within(column, spanOf(counted, period))} and ${that}`

type Visited = 'visits-made' | 'visits-missed' | 'odd-times' | 'received-seen' | 'inclusion' | 'fit-seen' | 'exclusion'

/** What a program gives: to the visited family, to one of it, or to the visited person. */
const receives = sql`exists (select 1 from participation p where p.district = v.district and p.status = ${nowReceives} and (
  p.family = v.family or p.person = v.person or p.person in (select m.id from person m where m.district = v.district and m.family = v.family)))`
const made = sql`v.status = ${madeVisit}`
const offMs = sql`${oddTimeMs}::int * interval '1 millisecond'`
// VISIT-8 as `isOddTime` in core tells it.
const odd = sql`(v.captured_at > v.received_at + ${offMs} or v.captured_at < v.planned_at - ${offMs})`
const judged = sql`${made} and v.gets is not null`
const fit = sql`${judged} and v.fit = 'fit'`

/** Visits with whether whom they judged receives anything now; null of whom nothing was judged, or who is not known. */
const judging = (counted: Counted, whole: Period): Fragment =>
  sql`(select v.status, v.fit, v.captured_at, v.received_at, v.planned_at,
      case when v.fit = any('{fit,unfit}'::text[]) and (v.family is not null or v.person is not null) then ${receives} end as gets
    from visit v where ${there(sql`v.place`, counted)} and ${within(sql`v.captured_at`, spanOf(counted, whole))}) v`

/** Visits of a period, and what they found of who receives and who does not. */
export const tallyVisits = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Visited>[]> => {
  const then = (that: Fragment) => inDays(counted, sql`v.captured_at`, that)
  return selectTally<Visited>(
    client,
    {
      conditions: {
        'visits-made': then(made),
        'visits-missed': then(sql`v.status = ${missedVisit}`),
        'odd-times': then(sql`${made} and ${odd}`),
        'received-seen': then(sql`${judged} and v.gets`),
        inclusion: then(sql`${judged} and v.fit = 'unfit' and v.gets`),
        'fit-seen': then(fit),
        exclusion: then(sql`${fit} and not v.gets`),
      },
      rows: judging(counted, wholeOf(periods)),
    },
    periods,
  )
}

type Said = 'said' | 'came' | 'came-on-time' | 'right-amount' | 'useful'

/** What families said in a period of what they have of programmes, as it was said last. */
export const tallySaid = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Said>[]> => {
  const then =
    (that: Fragment) =>
    ({ from, to }: Period): Fragment =>
      sql`p.said_on between ${from}::date and ${to}::date and ${that}`
  return selectTally<Said>(
    client,
    {
      conditions: {
        said: then(sql`true`),
        came: then(sql`p.status = any(${[...everReceived]}::text[])`),
        'came-on-time': then(sql`p.on_time = 'yes'`),
        'right-amount': then(sql`p.amount_right = 'yes'`),
        useful: then(sql`p.useful = 'yes'`),
      },
      rows: sql`participation p where ${there(sql`p.place`, counted)}`,
    },
    periods,
  )
}

type Proposed = 'proposals-accepted' | 'proposals-rejected' | 'proposals-waiting'

/** Proposals that the centre answered in a period, and those that wait for it now. */
export const tallyProposals = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Proposed>[]> => {
  const answered = (status: string) => inDays(counted, sql`p.answered_at`, sql`p.status = ${status}`)
  return selectTally<Proposed>(
    client,
    {
      conditions: {
        'proposals-accepted': answered(proposalMoves.accept.to),
        'proposals-rejected': answered(proposalMoves.reject.to),
        'proposals-waiting': () => sql`p.status = any(${[...waitingFor.unanswered]}::text[])`,
      },
      rows: sql`proposal p where ${there(sql`p.place`, counted)}`,
    },
    periods,
  )
}

type Lettered = 'letters-issued' | 'letters-handed'

/** Letters of the counted cases by the day on which they were issued. */
export const tallyLetters = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Lettered>[]> =>
  selectTally<Lettered>(
    client,
    {
      conditions: {
        'letters-issued': inDays(counted, sql`l.issued_at`),
        'letters-handed': inDays(counted, sql`l.issued_at`, sql`l.handed_at is not null`),
      },
      rows: sql`letter l join cases c on c.district = l.district and c.id = l.case_id
        where l.district = ${ledgerOf(counted.place)} and l.issued_at is not null and ${allOf(casesOf(counted))}`,
    },
    periods,
  )

type Silence = 'villages-silent' | 'all-villages'

/** Villages in which nobody wrote down a case, made a visit or drafted a proposal. */
export const tallyVillages = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Silence>[]> => {
  const busy = (period: Period): Fragment => {
    const isIn = (column: Fragment): Fragment => within(column, spanOf(counted, period))
    return sql`n.code in (select c.place from cases c where ${allOf(casesOf(counted))} and ${isIn(sql`c.registered_at`)}
      union all select v.place from visit v where ${there(sql`v.place`, counted)} and ${isIn(sql`v.captured_at`)}
      union all select p.place from proposal p where ${there(sql`p.place`, counted)} and ${isIn(sql`p.drafted_at`)})`
  }
  return selectTally<Silence>(
    client,
    {
      conditions: { 'all-villages': () => sql`true`, 'villages-silent': (period) => sql`not ${busy(period)}` },
      rows: sql`place n where ${there(sql`n.code`, counted)} and n.level = 'village' and n.valid_to is null`,
    },
    periods,
  )
}

type Facilitating = 'facilitators' | 'all-facilitators'

/** Who held a post as facilitator in a period, and who of them made a visit or wrote down a case in it. */
export async function tallyFacilitators(
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
  going: readonly string[],
): Promise<readonly Tally<Facilitating>[]> {
  const tallies: Tally<Facilitating>[] = []
  for (const period of periods) {
    const isIn = (column: Fragment): Fragment => within(column, spanOf(counted, period))
    const [row] = await rowsOf<Tally<Facilitating>>(
      client,
      sql`with who as (
          select distinct t.staff from post t join office o on o.id = t.office
          where ${there(sql`o.place`, counted)} and t.role = any(${[...going]}::text[])
            and t.valid_from < (${period.to}::date + 1)::timestamp at time zone ${counted.zone}
            and (t.valid_until is null or t.valid_until > (${period.from}::date)::timestamp at time zone ${counted.zone})),
        went as (select v.visitor as staff from visit v where ${there(sql`v.place`, counted)} and ${made} and ${isIn(sql`v.captured_at`)}),
        wrote as (
          select l.actor from cases c join ledger l on l.district = c.district and l.subject = c.id and l.kind = 'case.register'
          where ${allOf(casesOf(counted))} and ${isIn(sql`c.registered_at`)})
        select count(*)::int as "all-facilitators",
          count(*) filter (where w.staff in (select staff from went) or 'staff:' || w.staff in (select actor from wrote))::int as facilitators
        from who w`,
    )
    tallies.push(row ?? { facilitators: 0, 'all-facilitators': 0 })
  }
  return tallies
}

/** What holds now of field phones: how old, in hours, half of what is unsent is at most. */
export interface PhonesRow {
  readonly phones: number
  readonly waiting: number
  readonly hours: number | null
}

export async function selectPhones(client: PoolClient, counted: Counted): Promise<PhonesRow> {
  const [row] = await rowsOf<PhonesRow & Record<string, number | null>>(
    client,
    sql`select count(*)::int as phones, count(*) filter (where d.waiting > 0)::int as waiting,
        percentile_disc(0.5) within group (order by floor(extract(epoch from ${new Date(counted.now)}::timestamptz - d.seen_at) / 3600)::int) filter (where d.waiting > 0) as hours
      from device d where ${there(sql`d.place`, counted)}`,
  )
  return row ?? { phones: 0, waiting: 0, hours: null }
}

/** Families that the registry knows there now. */
export async function countFamilies(client: PoolClient, counted: Counted): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from family f where f.district = ${ledgerOf(counted.place)} and ${there(sql`f.place`, counted)} and f.status = ${standing.known}`,
  )
  return row?.n ?? 0
}
