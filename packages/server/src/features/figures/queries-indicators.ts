import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { keysOf, tableOf } from '@openslrt/core/kernel/keys.ts'
import { ownedNeed } from '@openslrt/core/need/moves.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { referralsThat } from '@openslrt/core/referral/moves.ts'
import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { entryKinds, measureCondition, within } from '../case/index.ts'
import type { Counted } from './queries.ts'
import { casesOf } from './queries.ts'
import type { Tally } from './queries-tally.ts'
import { selectDistinct, selectTally } from './queries-tally.ts'

/** Measures of one pass over the cases of a place; those that hold now are asked for the same in every period. */
const measures = [
  'registered',
  'responded',
  'open',
  'late',
  'stale',
  'handled',
  'on-time',
  'confirmed',
  'no-word',
  'satisfied',
  'visited',
  'better',
  'visit-late',
] as const satisfies readonly CaseMeasure[]
type OfCases = (typeof measures)[number] | 'complaints' | 'without-nik'

const complaint = 'complaint'

/** INDICATOR-3 What cases say of themselves. */
export function tallyCases(
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<OfCases>[]> {
  const told = (measure: CaseMeasure, period: Period): Fragment => measureCondition(measure, spanOf(counted, period))
  const registered = (period: Period): Fragment => told('registered', period)
  return selectTally<OfCases>(
    client,
    {
      conditions: {
        ...tableOf(measures, (measure) => (period: Period) => told(measure, period)),
        complaints: (period) => sql`${registered(period)} and c.kind = ${complaint}`,
        // Who gave no name hid themselves; who was forgotten has none any more.
        'without-nik': (period) =>
          sql`${registered(period)} and c.client_nik_index is null and c.client_name_key <> ''`,
      },
      rows: sql`cases c where ${allOf(casesOf(counted))}`,
    },
    periods,
  )
}

export const spanOf = ({ zone, now, stale }: Counted, { from, to }: Period) => ({ from, to, zone, now, stale })

type Needing = 'needed' | 'owned'

/** Cases of a period with a need on record, and those of them all of whose needs somebody has in hand. Cases find needs, once. */
export const tallyNeeds = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Needing>[]> => {
  const isIn = (period: Period): Fragment => within(sql`k.registered_at`, spanOf(counted, period))
  return selectTally<Needing>(
    client,
    {
      conditions: { needed: isIn, owned: (period) => sql`${isIn(period)} and k.owned` },
      rows: sql`(select c.registered_at, bool_and(n.status = any(${[...ownedNeed]}::text[])) as owned
        from need n join cases c on c.district = n.district and c.id = n.case_id
        where n.district = ${ledgerOf(counted.place)} and n.case_id is not null and ${allOf(casesOf(counted))} group by c.district, c.id) k`,
    },
    periods,
  )
}

const referred = {
  referred: referralsThat.stand,
  'referral-accepted': referralsThat['were-taken'],
  'referral-completed': referralsThat['were-done'],
  'referral-declined': referralsThat['were-declined'],
} as const satisfies { readonly [Measure in CaseMeasure]?: readonly ReferralStatus[] }
type Referred = keyof typeof referred

/** Cases with a referral of a period that stands, was taken, was done or declined: each case once, as its list has it. */
export const tallyReferrals = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Referred>[]> => {
  const isIn = (period: Period): Fragment => within(sql`r.requested_at`, spanOf(counted, period))
  return selectDistinct<Referred>(
    client,
    {
      subject: sql`r.case_id`,
      conditions: tableOf(
        keysOf(referred),
        (name) => (period: Period) => sql`r.status = any(${[...referred[name]]}::text[]) and ${isIn(period)}`,
      ),
      rows: sql`referral r join cases c on c.district = r.district and c.id = r.case_id
        where r.district = ${ledgerOf(counted.place)} and ${isIn(wholeOf(periods))} and ${allOf(casesOf(counted))}`,
    },
    periods,
  )
}

type Entered = keyof typeof entryKinds

/** What happened to cases in a period, found by the entries that tell of it: each case once. */
export const tallyEntries = (
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Entered>[]> => {
  const isIn = (period: Period): Fragment => within(sql`l.received_at`, spanOf(counted, period))
  return selectDistinct<Entered>(
    client,
    {
      subject: sql`l.subject`,
      conditions: tableOf(
        keysOf(entryKinds),
        (name) => (period: Period) => sql`l.kind = any(${[...entryKinds[name]]}::text[]) and ${isIn(period)}`,
      ),
      rows: sql`ledger l join cases c on c.district = l.district and c.id = l.subject
        where l.district = ${ledgerOf(counted.place)} and l.kind = any(${[...new Set(Object.values(entryKinds).flat())]}::text[])
          and ${isIn(wholeOf(periods))} and ${allOf(casesOf(counted))}`,
    },
    periods,
  )
}

/** From the first day of any of the periods to the last. */
export function wholeOf(periods: readonly Period[]): Period {
  const days = periods.toSorted((one, other) => one.from.localeCompare(other.from))
  return { from: days.at(0)?.from ?? '', to: days.at(-1)?.to ?? '' }
}

/** How long something took: of how many it is known, and the minutes that half and nine in ten did not exceed. */
export interface TookRow {
  readonly measured: number
  readonly half: number | null
  readonly most: number | null
}

// What the clock of the whole was promised, less what was left of it when the answer was given.
const answer = sql`(c.promised - c.total_left)`
const answeredIn = (counted: Counted, period: Period): Fragment =>
  sql`${measureCondition('handled', spanOf(counted, period))} and c.promised is not null and c.total_left is not null`

const tookOf = (minutes: Fragment, when: Fragment, as: string): Fragment =>
  sql`count(*) filter (where ${when})::int as ${sql.ref(`${as}_measured`)},
    percentile_disc(array[0.5, 0.9]) within group (order by ${minutes}) filter (where ${when}) as ${sql.ref(`${as}_took`)}`

type Took = 'first' | 'answer'

/** INDICATOR-3 Working minutes until a first act and until the answer. */
export async function selectTook(
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Readonly<Record<Took, TookRow>>[]> {
  const columns = periods.flatMap((period, nth) => [
    tookOf(sql`c.first_minutes`, measureCondition('responded', spanOf(counted, period)), `first_${nth}`),
    tookOf(answer, answeredIn(counted, period), `answer_${nth}`),
  ])
  const [row] = await rowsOf<Record<string, number | readonly number[] | null>>(
    client,
    sql`select ${sql.join(columns)} from cases c where ${allOf(casesOf(counted))}`,
  )
  const of = (what: string): TookRow => {
    const [measured, took] = [row?.[`${what}_measured`], row?.[`${what}_took`]]
    const [half, most] = Array.isArray(took) ? took : []
    return { measured: typeof measured === 'number' ? measured : 0, half: half ?? null, most: most ?? null }
  }
  return periods.map((_, nth) => ({ first: of(`first_${nth}`), answer: of(`answer_${nth}`) }))
}

export interface OwnerRow extends TookRow {
  /** Null for all offices of the level together. */
  readonly office: string | null
  readonly name: string | null
  readonly level: OfficeLevel
}

/** INDICATOR-3 Until the answer, by the level of the office that gave it, and by office. */
export async function selectOwners(client: PoolClient, counted: Counted, period: Period): Promise<readonly OwnerRow[]> {
  const rows = await rowsOf<{
    office: string | null
    name: string | null
    level: OfficeLevel
    measured: number
    took: readonly number[]
  }>(
    client,
    sql`select o.id as office, max(o.name) filter (where o.id is not null) as name, o.level, count(*)::int as measured,
        percentile_disc(array[0.5, 0.9]) within group (order by ${answer}) as took
      from cases c join office o on o.id = c.office
      where ${allOf(casesOf(counted))} and ${answeredIn(counted, period)}
      group by grouping sets ((o.level), (o.level, o.id)) order by o.level, 4 desc, 2`,
  )
  return rows.map(({ took, office, name, ...row }) => ({
    ...row,
    office,
    name: office === null ? null : name,
    half: took[0] ?? null,
    most: took[1] ?? null,
  }))
}
