import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import { erasureStatuses } from '@openslrt/core/registry/erasure-row.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import { erasedHolder, standing } from '@openslrt/core/registry/registry.ts'
import { startedSurge } from '@openslrt/core/surge/moves.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { Wish } from '../../platform/ledger/forget.ts'
import type { StoredEntry } from '../../platform/ledger/queries.ts'
import { specs } from '../../platform/ledger/tables.ts'

const { known, merged } = standing
const [waiting] = erasureStatuses

/** A wish, by its id, where the reader sees the village. */
export async function selectErasure(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select p.* from registry_erasure p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
  )
  return rows[0] ?? null
}

/** Whether a wish about somebody waits for a decision. */
export async function isErasureAsked(client: PoolClient, district: string, holder: string): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from registry_erasure where district = ${district} and holder = ${holder}::uuid and status = ${waiting}`,
  )
  return rows.length > 0
}

export interface AskedRow extends DbRow {
  readonly district: string
  readonly id: string
  readonly version: number
  readonly of: Holder
  readonly holder: string
  readonly name: string | null
  readonly place: string
  readonly basis: string
  readonly words: Buffer
  readonly asked_by: string
  readonly asked_name: string | null
  readonly asked_at: Date
  readonly n: number
}

/** Wishes that wait, the longest waiting first; those about one holder, or all within sight. `n`: how many in all. */
export const selectAsked = (
  client: PoolClient,
  actor: StaffActor,
  holder: string | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly AskedRow[]> =>
  rowsOf<AskedRow>(
    client,
    sql`select p.district, p.id, p.version, p."of", p.holder, p.place, p.basis, p.words, p.asked_by, p.asked_at, s.name as asked_name,
        coalesce(who.name, head.name) as name, count(*) over ()::int as n
      from registry_erasure p left join staff s on s.id = p.asked_by
        left join person who on who.district = p.district and who.id = p.holder
        left join lateral (select m.name from person m where m.district = p.district and m.family = p.holder and m.status = ${known}
          order by (m.said->>'status_hubungan_keluarga') nulls last, m.id limit 1) head on true
      where p.status = ${waiting} and ${withinRegistry(actor)} and ${holder === null ? sql`true` : sql`p.holder = ${holder}::uuid`}
      order by p.asked_at, p.id limit ${limit} offset ${offset}`,
  )

/** Whom a wish is about: the person, or the family with its members, and everybody who went into one of them. */
export async function selectPeopleOf(
  client: PoolClient,
  district: string,
  of: Holder,
  holder: string,
): Promise<readonly DbRow[]> {
  const first = of === 'person' ? sql`p.id = ${holder}::uuid` : sql`p.family = ${holder}::uuid`
  return rowsOf<DbRow>(
    client,
    sql`with recursive own as (
        select p.id from person p where p.district = ${district} and ${first} and p.status <> ${merged} and p.status <> ${erasedHolder}
        union select p.id from person p join own o on p.merged_into = o.id where p.district = ${district}
      ) select p.* from person p join own o on o.id = p.id where p.district = ${district} order by p.id`,
  )
}

export const selectFamiliesOf = (client: PoolClient, district: string, family: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`with recursive own as (
        select f.id from family f where f.district = ${district} and f.id = ${family}::uuid
        union select f.id from family f join own o on f.merged_into = o.id where f.district = ${district}
      ) select f.* from family f join own o on o.id = f.id where f.district = ${district} order by f.id`,
  )

/** Whose rows are looked for: ids, and digests of numbers that rows without an id are found by. */
export interface Sought {
  readonly district: string
  readonly people: readonly string[]
  readonly families: readonly string[]
  readonly niks: readonly Buffer[]
  readonly kks: readonly Buffer[]
}

const people = ({ people: ids }: Sought): Fragment => sql`${[...ids]}::uuid[]`
const families = ({ families: ids }: Sought): Fragment => sql`${[...ids]}::uuid[]`
const niks = ({ niks: digests }: Sought): Fragment => sql`${[...digests]}::bytea[]`
// What a family asked for as a whole names nobody; what names a person of somebody else's stays theirs.
const named = (sought: Sought): Fragment =>
  sql`(t.person = any(${people(sought)}) or (t.person is null and t.family = any(${families(sought)})))`

/** How the rows of each table that speak of people are found. */
const finders = {
  registryRecord: (sought) => sql`t.holder = any(${people(sought)} || ${families(sought)})`,
  registryErasure: (sought) => sql`t.holder = any(${people(sought)} || ${families(sought)})`,
  registryLink: (sought) => sql`t.person = any(${people(sought)})`,
  registryPair: (sought) =>
    sql`(t.kept = any(${people(sought)} || ${families(sought)}) or t.gone = any(${people(sought)} || ${families(sought)}))`,
  need: named,
  application: named,
  participation: named,
  visit: named,
  proposal: (sought) =>
    sql`(${named(sought)} or t.nik_index = any(${niks(sought)}) or (t.person is null and t.kk_index = any(${[...sought.kks]}::bytea[])))`,
  ppks: (sought) => sql`(${named(sought)} or t.nik_index = any(${niks(sought)}))`,
  affected: (sought) => sql`(${named(sought)} or t.nik_index = any(${niks(sought)}))`,
} as const satisfies { readonly [T in Table]?: (sought: Sought) => Fragment }
export type Found = keyof typeof finders
export const foundTables: readonly Found[] = [
  'registryRecord',
  'registryErasure',
  'registryLink',
  'registryPair',
  'need',
  'application',
  'participation',
  'visit',
  'proposal',
  'ppks',
  'affected',
]

/** The rows of one table that speak of those who are sought. */
export const selectAbout = (client: PoolClient, table: Found, sought: Sought): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select t.* from ${sql.raw(specs[table].sqlName)} t where t.district = ${sought.district} and ${finders[table](sought)} order by t.id`,
  )

/** Of affected lists those on which nobody waits any more: they were closed. */
export async function selectClosedLists(
  client: PoolClient,
  district: string,
  surges: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`select id from surge where district = ${district} and id = any(${[...surges]}::uuid[]) and status <> ${startedSurge}`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The same, of the reader's villages only: what is told to somebody. */
export const selectHeld = (
  client: PoolClient,
  actor: StaffActor,
  table: Found,
  sought: Sought,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from (select t.* from ${sql.raw(specs[table].sqlName)} t where t.district = ${sought.district} and ${finders[table](sought)}) p
      where ${withinRegistry(actor)} order by p.id`,
  )

/** People of the reader's villages with this NIK; whoever went into another stands as the other. */
export const selectNumbered = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  nik: Buffer,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from person p where p.district = ${district} and p.nik_index = ${nik}::bytea and p.status <> ${merged} and ${withinRegistry(actor)} order by p.id`,
  )

/** Rows that hang on one of these: pictures on visits, services on PPKS. */
export const selectBelow = (
  client: PoolClient,
  table: 'visitPhoto' | 'ppksService',
  district: string,
  above: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select t.* from ${sql.raw(specs[table].sqlName)} t where t.district = ${district} and t.${sql.ref(table === 'visitPhoto' ? 'visit' : 'ppks')} = any(${[...above]}::uuid[]) order by t.id`,
  )

/** The minutes of village meetings in some villages: what they say of whom lies sealed in them. */
export const selectMinutes = (
  client: PoolClient,
  district: string,
  places: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from village_minutes where district = ${district} and place = any(${[...places]}::text[]) order by id`,
  )

/** Entries of extracts that somebody may be in: those that came in at one of these moments. */
export const selectEntriesAt = (
  client: PoolClient,
  { district, id }: Wish,
  subjects: readonly string[],
  moments: readonly Date[],
): Promise<readonly StoredEntry[]> =>
  rowsOf<StoredEntry & DbRow>(
    client,
    sql`select * from entries_to_forget(${district}, ${id}::uuid, ${[...subjects]}::uuid[]) where received_at = any(${[...moments]}::timestamptz[])`,
  )

/** The pieces of the files that these loads were read from, once they are in. */
export async function selectPieces(
  client: PoolClient,
  district: string,
  loads: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf<{ pieces: readonly string[] }>(
    client,
    sql`select f.pieces from load l join load_file f on f.district = l.district and f.digest = l.file_digest
      where l.district = ${district} and l.id = any(${[...loads]}::uuid[]) and l.ended_at is not null`,
  )
  return rows.flatMap(({ pieces }) => pieces)
}

/** What these members of staff are called. */
export async function staffNames(client: PoolClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    client,
    sql`select id, name from staff where id = any(${[...ids]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
