import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { caseRule } from '@openslrt/core/case/moves.ts'
import type { Retention } from '@openslrt/core/case/policy.ts'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import type { KeptByClock } from '@openslrt/core/retention/over.ts'
import { clockKept, endedAs, toldDays } from '@openslrt/core/retention/over.ts'
import { surgeRule } from '@openslrt/core/surge/moves.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { specs } from '../../platform/ledger/tables.ts'

const gone = caseRule('erase').to
const closed = surgeRule('close').to
// A case that was erased took nothing of PPKS along: they are forgotten by their own years.
const livingCase = sql`exists (select 1 from cases c where c.district = t.district and c.id = t.case_id and c.status <> ${gone})`
const named = sql`(t.person is not null or t.family is not null)`
const never = sql`null::timestamptz`

/** What the law asks of a row of each kind: what it belongs to, and when its affected list was closed. */
const facts: Readonly<Record<KeptByClock, Record<'from' | 'subject' | 'named' | 'has_case' | 'closed_at', Fragment>>> =
  {
    ppks: { from: sql`ppks t`, subject: sql`t.id`, named, has_case: livingCase, closed_at: never },
    visit: { from: sql`visit t`, subject: sql`t.id`, named, has_case: sql`t.case_id is not null`, closed_at: never },
    psks: { from: sql`psks t`, subject: sql`t.id`, named: sql`false`, has_case: sql`false`, closed_at: never },
    affected: {
      from: sql`affected t join surge s on s.district = t.district and s.id = t.surge`,
      subject: sql`t.surge`,
      named,
      has_case: sql`exists (select 1 from cases c where c.district = t.district and c.id = t.case_id)`,
      closed_at: sql`case when s.status = ${closed} then s.changed_at end`,
    },
  }

const soonDays = toldDays

/** PRIVACY-10 Rows of a district whose years are over, or will be within 30 days. */
function dueIn(district: string, of: KeptByClock, years: number, now: Date): Fragment {
  const { from, subject, named: isNamed, has_case, closed_at } = facts[of]
  const ended = sql`greatest(t.changed_at, ${closed_at})`
  const until = sql`(${ended} at time zone 'utc' + make_interval(years => ${years}::int)) at time zone 'utc'`
  const isEnded = of === 'affected' ? sql`${closed_at} is not null` : sql`t.status = any(${[...endedAs[of]]}::text[])`
  return sql`select t.district, t.id, ${of}::text as "of", ${subject} as subject, t.place, ${until} as kept_until, ${ended} as ended
    from ${from} where t.district = ${district} and ${isEnded} and not ${isNamed} and not ${has_case}
      and ${until} <= ${now}::timestamptz + make_interval(days => ${soonDays})`
}

/** Districts with anything that the clock forgets. */
export async function districtsToForget(pool: Pool): Promise<readonly string[]> {
  const rows = await rowsOf<{ district: string }>(
    pool,
    sql`select district from ppks union select district from visit union select district from psks union select district from affected
      union select district from forget_due order by 1`,
  )
  return rows.map(({ district }) => district)
}

/** PRIVACY-11 Writes down anew what of a district is forgotten soon. What was forgotten stays written down, unless it was written anew since. */
export async function listSoon(pool: Pool, district: string, retention: Retention, now: Date): Promise<void> {
  const [first, ...others] = clockKept.map((of) => dueIn(district, of, retention[of], now))
  if (!first) return
  const all = others.reduce((one, other) => sql`${one} union all ${other}`, first)
  await rowsOf(
    pool,
    sql`with due as (select a.* from (${all}) a where not exists (select 1 from forget_due f
          where f.district = a.district and f.id = a.id and f.forgotten_at >= a.ended)),
      gone as (delete from forget_due f where f.district = ${district} and f.forgotten_at is null
        and not exists (select 1 from due where due.id = f.id))
      insert into forget_due (district, id, "of", subject, place, kept_until, listed_at)
        select district, id, "of", subject, place, kept_until, ${now}::timestamptz from due
      on conflict (district, id) do update set kept_until = excluded.kept_until, forgotten_at = null,
          listed_at = case when forget_due.forgotten_at is null then forget_due.listed_at else excluded.listed_at end
        where forget_due.kept_until <> excluded.kept_until or forget_due.forgotten_at is not null`,
  )
}

/** What one command forgets: a row, or the rows of one affected list. */
export interface Group extends DbRow {
  readonly district: string
  readonly subject: string
  readonly of: KeptByClock
  readonly ids: readonly string[]
}

/** What was told for long enough and has outlived its years, so many rows of one subject at a time. */
export const selectOver = (pool: Pool, now: Date, most: number): Promise<readonly Group[]> =>
  rowsOf<Group>(
    pool,
    sql`select district, subject, "of", (array_agg(id order by listed_at, id))[1:${most}] as ids from forget_due
      where forgotten_at is null and kept_until <= ${now}::timestamptz and listed_at <= ${now}::timestamptz - make_interval(days => ${toldDays})
      group by district, subject, "of" order by district, subject limit 500`,
  )

export const markForgotten = (pool: Pool, { district, ids }: Group, now: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update forget_due set forgotten_at = ${now}::timestamptz where district = ${district} and id = any(${[...ids]}::uuid[])`,
  )

/** A row as the law looks at it. */
export interface FactRow extends DbRow {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly changed_at: Date
  readonly named: boolean
  readonly has_case: boolean
  readonly closed_at: Date | null
  readonly listed_at: Date
}

/** Rows of a subject that stand on the list of those that are forgotten soon. */
export function selectFacts(
  client: PoolClient,
  of: KeptByClock,
  { district, subject }: { readonly district: string; readonly subject: string },
  ids: readonly string[],
): Promise<readonly FactRow[]> {
  const { from, named: isNamed, has_case, closed_at } = facts[of]
  return rowsOf<FactRow>(
    client,
    sql`select t.id, t.version, t.status, t.changed_at, ${isNamed} as named, ${has_case} as has_case, ${closed_at} as closed_at, d.listed_at
      from ${from} join forget_due d on d.district = t.district and d.id = t.id and d.subject = ${subject}::uuid and d.forgotten_at is null
      where t.district = ${district} and t.id = any(${[...ids]}::uuid[]) order by t.id`,
  )
}

/** What hangs on rows of a kind, by the column that names them. */
export const belowOf = {
  ppks: [['ppksService', 'ppks']],
  visit: [['visitPhoto', 'visit']],
  psks: [
    ['psksReport', 'psks'],
    ['psksEvent', 'psks'],
    ['psksPosting', 'psks'],
  ],
  affected: [],
} as const satisfies Record<KeptByClock, readonly (readonly [Table, string])[]>

export const selectBelow = (
  client: PoolClient,
  [table, column]: (typeof belowOf)[KeptByClock][number],
  district: string,
  above: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select t.* from ${sql.raw(specs[table].sqlName)} t where t.district = ${district} and t.${sql.ref(column)} = any(${[...above]}::uuid[]) order by t.id`,
  )

export interface SoonRow extends DbRow {
  readonly district: string
  readonly of: KeptByClock
  readonly subject: string
  readonly place: string
  readonly count: number
  readonly kept_until: Date
  readonly forgets_at: Date
  readonly n: number
}

/** What is forgotten soon, in the reader's villages, the names of one affected list as one. `n`: how many in all. */
export const selectSoon = (
  client: PoolClient,
  actor: StaffActor,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly SoonRow[]> =>
  rowsOf<SoonRow>(
    client,
    sql`select p.district, p.subject, p."of", min(p.place) as place, count(*)::int as count, min(p.kept_until) as kept_until,
        min(greatest(p.kept_until, p.listed_at + make_interval(days => ${toldDays}))) as forgets_at, count(*) over ()::int as n
      from forget_due p where p.forgotten_at is null and ${withinRegistry(actor)}
      group by p.district, p.subject, p."of" order by forgets_at, p.subject limit ${page.limit} offset ${page.offset}`,
  )
