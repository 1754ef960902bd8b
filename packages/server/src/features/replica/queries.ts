import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { noPpks, openPpks } from '@openslrt/core/ppks/moves.ts'
import type { Tally } from '@openslrt/core/replica/census.ts'
import type { After } from '@openslrt/core/replica/round.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, rowsOfKnown, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import { seenWhole } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { withinVisits } from '../visit/index.ts'
import type { Village } from './reach.ts'

/** Villages that were named for posts that somebody holds at the acting office now. */
export const selectArea = (client: PoolClient, { staff, office }: StaffActor): Promise<readonly Village[]> =>
  rowsOfKnown<Village>(
    client,
    sql`select distinct pl.code, pl.name from post_area a join post p on p.id = a.id
      cross join lateral unnest(a.villages) as v(code) join place pl on pl.code = v.code and pl.valid_to is null
      where p.staff = ${staff}::uuid and p.office = ${office}::uuid
        and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now()) order by pl.code`,
  )

export const selectOwnVillage = (client: PoolClient, place: string): Promise<readonly Village[]> =>
  rowsOfKnown<Village>(client, sql`select code, name from place where code = ${place} and valid_to is null`)

/** The number of a ledger's last entry. */
export async function selectHead(client: PoolClient, district: string): Promise<number> {
  const rows = await rowsOfKnown<{ seq: number }>(
    client,
    sql`select seq::float8 as seq from district_head where district = ${district}`,
  )
  return rows[0]?.seq ?? 0
}

/** Whose rows are asked for, and of which villages. */
export interface Asking {
  readonly actor: StaffActor
  readonly district: string
  readonly villages: readonly string[]
}

interface Source {
  /** The table under the alias that its first wall speaks of. */
  readonly from: Fragment
  readonly alias: Fragment
  readonly within: (actor: StaffActor) => Fragment
  /** Rows of other places that go along with the person who is sent there. */
  readonly sent?: Fragment
}

const registry = (name: 'family' | 'person' | 'need' | 'participation' | 'application' | 'proposal'): Source => ({
  from: sql`${sql.table(name)} p`,
  alias: sql`p`,
  within: withinRegistry,
})

/** SYNC-47 Who is cared for as a PPKS, or was found to be none: of types that the reader may know, and of people of the registry. */
const withinWelfare = (actor: StaffActor): Fragment =>
  sql`(${withinRegistry(actor)} and (p.restricted is null or p.restricted = any(${[...actor.restricted]}::text[]))
    and (p.status = any(${[...openPpks]}::text[]) or p.outcome = ${noPpks}) and (p.person is not null or p.family is not null))`

const sources: Readonly<Record<ReplicaTable, Source>> = {
  family: registry('family'),
  person: registry('person'),
  // Of a case that was granted to an office only a part may be seen: a phone holds what is seen whole.
  case: { from: sql`cases c`, alias: sql`c`, within: seenWhole },
  visit: { from: sql`visit v`, alias: sql`v`, within: withinVisits, sent: sql`v.assignee` },
  need: registry('need'),
  participation: registry('participation'),
  ppks: { from: sql`ppks p`, alias: sql`p`, within: withinWelfare },
  application: registry('application'),
  proposal: registry('proposal'),
}

/** Rows behind one of them and up to an entry, in the order in which the ledger wrote them. */
export interface Stretch {
  readonly after: After
  readonly upTo: number
  readonly most: number
}

/** SYNC-11 The next rows of a table that somebody's phone should hold. Village by village, so that each is one walk through an index. */
export function selectRows(
  client: PoolClient,
  table: ReplicaTable,
  { actor, district, villages }: Asking,
  { after, upTo, most }: Stretch,
): Promise<readonly DbRow[]> {
  const { from, alias, within, sent } = sources[table]
  const part = (where: Fragment): Fragment =>
    sql`select ${alias}.* from ${from} where ${where} and ${alias}.district = ${district}
      and (${alias}.seq, ${alias}.id) > (${after.seq}::bigint, ${after.id}::uuid) and ${alias}.seq <= ${upTo}::bigint
      and ${within(actor)} order by ${alias}.seq, ${alias}.id limit ${most}`
  const there = sql`select r.* from unnest(${[...villages]}::text[]) as h(code) cross join lateral (${part(sql`${alias}.place = h.code`)}) r`
  const all = sent
    ? sql`(${there}) union all (${part(sql`${sent} = ${actor.staff}::uuid and ${alias}.place <> all(${[...villages]}::text[])`)})`
    : there
  return rowsOfKnown<DbRow>(client, sql`select * from (${all}) r order by r.seq, r.id limit ${most}`)
}

/** SYNC-12 What a phone should hold of a table, counted as core's `tallyOf` counts. */
export async function selectTally(client: PoolClient, table: ReplicaTable, asking: Asking): Promise<Tally> {
  const [found] = await rowsOfKnown<Tally>(
    client,
    sql`select count(*)::int as count, coalesce(sum((((head + tail) % 4294967291) * (seq % 65521 + 1)) % 4294967291), 0)::float8 as sum from (
      select r.seq, ('x' || left(r.id::text, 8))::bit(32)::bigint & 4294967295 as head,
        ('x' || right(r.id::text, 8))::bit(32)::bigint & 4294967295 as tail from (${allOfTable(table, asking)}) r) m`,
  )
  return found ?? { count: 0, sum: 0 }
}

/** SYNC-12 Which rows of a table a phone should hold, and how new each is, by their ids. */
export const selectMarks = (
  client: PoolClient,
  table: ReplicaTable,
  asking: Asking,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<readonly { id: string; seq: number }[]> =>
  rowsOf<{ id: string; seq: number }>(
    client,
    sql`select r.id, r.seq::float8 as seq from (${allOfTable(table, asking)}) r where r.id > ${after}::uuid order by r.id limit ${most}`,
  )

function allOfTable(table: ReplicaTable, { actor, district, villages }: Asking): Fragment {
  const { from, alias, within, sent } = sources[table]
  const here = sql`${alias}.place = any(${[...villages]}::text[])`
  const reached = sent ? sql`(${here} or ${sent} = ${actor.staff}::uuid)` : here
  return sql`select ${alias}.id, ${alias}.seq from ${from} where ${alias}.district = ${district} and ${reached} and ${within(actor)}`
}
