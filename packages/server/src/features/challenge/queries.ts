import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import type { Helped } from '@openslrt/core/challenge/challenge.ts'
import { closedChallenge, openChallenge } from '@openslrt/core/challenge/moves.ts'
import type { ChallengeFilter, ChallengeShow } from '@openslrt/core/contract/challenge-queries.ts'
import { challengeReaders } from '@openslrt/core/contract/challenge-queries.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, rowsOfKnown, sql, withoutWildcards } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** CHALLENGE-12 The first wall: challenges `c` of places under the reader's office, for whoever reports or answers them. */
function seen(actor: Actor): Fragment {
  if (actor.kind === 'clock') return sql`c.id = ${actor.challenge ?? null}::uuid`
  return actor.kind === 'staff' && reads(actor) ? within(actor.place) : sql`false`
}

export const reads = ({ permissions }: StaffActor): boolean => challengeReaders.some((right) => permissions.has(right))

export const within = (place: PlaceCode): Fragment => {
  const { from, to } = rangeOf(place)
  return sql`(c.place >= ${from} and c.place < ${to})`
}

export async function selectChallenge(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select c.* from challenge c where c.district = ${district} and c.id = ${id}::uuid and ${seen(actor)}`,
  )
  return rows[0] ?? null
}

const open: Fragment = sql`c.status = any(${[...openChallenge]}::text[])`
/** Not answered, and past a limit: here, or on its way here. */
const late: Fragment = sql`(${open} and (c.missed > 0 or c.due_at <= now()))`

function shown(actor: StaffActor, show: ChallengeShow): Fragment {
  switch (show) {
    case 'open':
      return open
    case 'here':
      return sql`${open} and c.office = ${actor.office}::uuid`
    case 'asked':
      return sql`c.reported_by = ${actor.office}::uuid`
    case 'late':
      return late
    case 'all':
      return sql`true`
    default:
      return sql`c.status = ${show}`
  }
}

function asked(actor: StaffActor, { show, kind, place, level, from, q }: ChallengeFilter, zone: string): Fragment {
  return allOf([
    seen(actor),
    shown(actor, show),
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
    ...(place === undefined ? [] : [within(place)]),
    ...(level === undefined ? [] : [sql`(select o.level from office o where o.id = c.office) = ${level}`]),
    ...(from === undefined ? [] : [sinceDay(from, zone)]),
    ...(q ? [sql`c.words ilike ${`%${withoutWildcards(q)}%`}`] : []),
  ])
}

/** Days are those of the reader's place. */
export const sinceDay = (day: string, zone: string): Fragment =>
  sql`c.reported_at >= (${day}::date)::timestamp at time zone ${zone}`

/** What is owed first, then what came last. */
export const selectList = (
  client: PoolClient,
  actor: StaffActor,
  query: ChallengeFilter,
  { zone, limit, offset }: { readonly zone: string; readonly limit: number; readonly offset: number },
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select c.* from challenge c where ${asked(actor, query, zone)}
      order by c.due_at nulls last, c.reported_at desc, c.id limit ${limit} offset ${offset}`,
  )

export async function countList(
  client: PoolClient,
  actor: StaffActor,
  query: ChallengeFilter,
  zone: string,
): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from challenge c where ${asked(actor, query, zone)}`,
  )
  return rows[0]?.n ?? 0
}

/** How many stand in each worklist of an office. */
export async function countShows(
  client: PoolClient,
  actor: StaffActor,
): Promise<{ readonly open: number; readonly here: number; readonly asked: number; readonly late: number }> {
  const rows = await rowsOf<{ open: number; here: number; asked: number; late: number }>(
    client,
    sql`select count(*) filter (where ${open})::int as open, count(*) filter (where ${shown(actor, 'here')})::int as here,
        count(*) filter (where ${shown(actor, 'asked')})::int as asked, count(*) filter (where ${late})::int as late
      from challenge c where ${seen(actor)}`,
  )
  return rows[0] ?? { open: 0, here: 0, asked: 0, late: 0 }
}

/** Challenges whose limit went by, in the words of the index `challenge_pressed`. */
export const selectPressed = (pool: Pool, now: Date, most: number): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    pool,
    sql`select c.* from challenge c where c.late_since is null and c.due_at is not null and c.due_at <= ${now}::timestamptz
      and ${open} order by c.due_at, c.id limit ${most}`,
  )

/** CHALLENGE-14 Other districts that closed one of a kind, helped: told by a function that tells no more than that. */
export const selectSolvers = (
  client: PoolClient,
  district: string,
  kind: string,
): Promise<readonly { code: string; name: string }[]> =>
  rowsOf(
    client,
    sql`select p.code, p.name from challenge_solved(${kind}, ${closedChallenge}, ${wasHelped}, ${district}) s join place p on p.code = s.district
      order by p.name, p.code`,
  )
const wasHelped: Helped = 'yes'

export interface SumRow {
  readonly kind: string
  readonly place: string
  readonly n: number
  readonly open: number
  readonly late: number
  readonly within: number
  readonly days: readonly number[]
}

/** CHALLENGE-11 Challenges of a place counted by kind and by where they were reported. Only in a scope that counts. */
export const sumChallenges = (
  client: PoolClient,
  at: PlaceCode,
  from: string | undefined,
  zone: string,
): Promise<readonly SumRow[]> =>
  rowsOf<SumRow>(
    client,
    sql`select c.kind, c.place, count(*)::int as n, count(*) filter (where ${open})::int as open,
        count(*) filter (where ${late})::int as late,
        count(*) filter (where c.answered_at is not null and c.missed = 0)::int as within,
        coalesce(array_agg(extract(epoch from c.answered_at - c.reported_at)::float8 / 86400)
          filter (where c.answered_at is not null), '{}') as days
      from challenge c where ${within(at)} and ${from === undefined ? sql`true` : sinceDay(from, zone)}
      group by c.kind, c.place`,
  )
