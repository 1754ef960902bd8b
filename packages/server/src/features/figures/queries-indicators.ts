import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { ownedNeed } from '@openslrt/core/need/moves.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { entryKinds, measureCondition, within } from '../case/index.ts'
import type { Counted } from './queries.ts'
import { casesOf } from './queries.ts'
import type { Tally } from './queries-tally.ts'
import { selectTally } from './queries-tally.ts'

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
  'referred',
  'referral-accepted',
  'referral-completed',
  'referral-declined',
] as const satisfies readonly CaseMeasure[]
type OfCases = (typeof measures)[number] | 'complaints' | 'without-nik' | 'needed' | 'owned'

const complaint = 'complaint'

/** INDICATOR-3 What cases say of themselves, with their needs and referrals. */
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
        needed: (period) => sql`${registered(period)} and ${needOf(sql`true`)}`,
        owned: (period) =>
          sql`${registered(period)} and ${needOf(sql`true`)} and not ${needOf(sql`n.status <> all(${[...ownedNeed]}::text[])`)}`,
      },
      rows: sql`cases c where ${allOf(casesOf(counted))}`,
    },
    periods,
  )
}

const needOf = (that: Fragment): Fragment =>
  sql`exists (select 1 from need n where n.district = c.district and n.case_id = c.id and ${that})`

export const spanOf = ({ zone, now, stale }: Counted, { from, to }: Period) => ({ from, to, zone, now, stale })

type Entered = keyof typeof entryKinds

/** What happened to cases in a period, found by the entries that tell of it: each case once. */
export async function tallyEntries(
  client: PoolClient,
  counted: Counted,
  periods: readonly Period[],
): Promise<readonly Tally<Entered>[]> {
  const names = ['disputed', 'escalated', 'returned', 'reopened'] as const satisfies readonly Entered[]
  const isIn = (period: Period): Fragment => within(sql`l.received_at`, spanOf(counted, period))
  const columns = periods.flatMap((period, nth) =>
    names.map(
      (name) =>
        sql`count(distinct l.subject) filter (where l.kind = any(${[...entryKinds[name]]}::text[]) and ${isIn(period)})::int as ${sql.ref(`${name}_${nth}`)}`,
    ),
  )
  const days = periods.toSorted((one, other) => one.from.localeCompare(other.from))
  const whole = { from: days.at(0)?.from ?? '', to: days.at(-1)?.to ?? '' }
  const [row] = await rowsOf<Record<string, number>>(
    client,
    sql`select ${sql.join(columns)} from ledger l join cases c on c.district = l.district and c.id = l.subject
      where l.district = ${ledgerOf(counted.place)} and l.kind = any(${[...new Set(Object.values(entryKinds).flat())]}::text[])
        and ${isIn(whole)} and ${allOf(casesOf(counted))}`,
  )
  const of = (name: Entered, nth: number): number => row?.[`${name}_${nth}`] ?? 0
  return periods.map((_, nth) => ({
    disputed: of('disputed', nth),
    escalated: of('escalated', nth),
    returned: of('returned', nth),
    reopened: of('reopened', nth),
  }))
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
