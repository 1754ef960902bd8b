import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CompleteBand } from '@openslrt/core/contract/registry-queries.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { FamilyRow, Values } from '@openslrt/core/registry/registry.ts'
import { standing } from '@openslrt/core/registry/registry.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { recordsWithinRegistry, withinRegistry } from '../../platform/db/within-registry.ts'
import { seenWhole, withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

const { known, merged } = standing

const one = async <Row extends DbRow>(client: PoolClient, query: Fragment): Promise<Row | null> =>
  (await rowsOf<Row>(client, query))[0] ?? null

export const selectFamily = (client: PoolClient, actor: StaffActor, district: string, id: string) =>
  one<DbRow>(
    client,
    sql`select p.* from family p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
  )

export const selectPerson = (client: PoolClient, actor: StaffActor, district: string, id: string) =>
  one<DbRow>(
    client,
    sql`select p.* from person p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
  )

/** More people than any family has. */
const mostMembers = 60

export const selectMembers = (
  client: PoolClient,
  actor: StaffActor,
  { district, id }: Pick<FamilyRow, 'district' | 'id'>,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from person p where p.district = ${district} and p.family = ${id}::uuid and p.status <> ${merged} and ${withinRegistry(actor)}
      order by (p.said->>'status_hubungan_keluarga')::text nulls last, p.birth_date, p.id limit ${mostMembers}`,
  )

export interface FamilyListRow {
  readonly [column: string]: unknown
  readonly head: string | null
  readonly members: number
  readonly place_name: string | null
}

export interface ListFilter {
  readonly place?: PlaceCode | undefined
  readonly complete?: CompleteBand | undefined
  readonly desil?: string | undefined
  readonly status: FamilyRow['status']
}

const bands: Readonly<Record<CompleteBand, Fragment>> = {
  low: sql`p.complete < 50`,
  part: sql`p.complete between 50 and 99`,
  whole: sql`p.complete = 100`,
}

function chosen(actor: StaffActor, { place, complete, desil, status }: ListFilter): Fragment {
  const range = place === undefined ? null : rangeOf(place)
  return allOf([
    withinRegistry(actor),
    sql`p.status = ${status}`,
    ...(range ? [sql`p.place >= ${range.from} and p.place < ${range.to}`] : []),
    ...(complete ? [bands[complete]] : []),
    ...(desil === undefined ? [] : [desil === 'none' ? sql`p.desil is null` : sql`p.desil = ${Number(desil)}`]),
  ])
}

const withHead = (from: Fragment): Fragment =>
  sql`select p.*, v.name as place_name, h.name as head,
      (select count(*) from person m where m.district = p.district and m.family = p.id and m.status = ${known})::int as members
    from (${from}) p left join place v on v.code = p.place
    left join lateral (select m.name from person m where m.district = p.district and m.family = p.id and m.status = ${known}
      and m.said->>'status_hubungan_keluarga' = '1' order by m.id limit 1) h on true`

/** Families of a place, village by village. */
export const selectFamilies = (
  client: PoolClient,
  actor: StaffActor,
  filter: ListFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly FamilyListRow[]> =>
  rowsOf<FamilyListRow>(
    client,
    sql`${withHead(sql`select p.* from family p where ${chosen(actor, filter)} order by p.place, p.id limit ${limit} offset ${offset}`)} order by p.place, p.id`,
  )

/** How many there are, as far as anybody pages. */
export async function countFamilies(
  client: PoolClient,
  actor: StaffActor,
  filter: ListFilter,
  most: number,
): Promise<number> {
  const row = await one<{ n: number }>(
    client,
    sql`select count(*)::int as n from (select 1 from family p where ${chosen(actor, filter)} limit ${most}) as counted`,
  )
  return row?.n ?? 0
}

/** These families as lists show them. */
export const selectLines = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  ids: readonly string[],
): Promise<readonly FamilyListRow[]> =>
  rowsOf<FamilyListRow>(
    client,
    sql`${withHead(sql`select p.* from family p where p.district = ${district} and p.id = any(${[...ids]}::uuid[]) and ${withinRegistry(actor)}`)} order by p.place, p.id`,
  )

/** REGISTRY-19 Families of a case's card number or of a member who has its NIK; of a case that the reader sees whole. */
export async function selectOfCase(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  caseId: string,
): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`with said as (select c.client_nik_index as nik, c.client_kk_index as kk from cases c
        where c.district = ${district} and c.id = ${caseId}::uuid and ${withinScope(actor)} and ${seenWhole(actor)})
      select p.id from said join family p on p.kk_index = said.kk where p.district = ${district} and ${withinRegistry(actor)} and p.status <> ${merged}
      union select p.family from said join person p on p.nik_index = said.nik
        where p.district = ${district} and p.family is not null and ${withinRegistry(actor)} and p.status <> ${merged}`,
  )
  return rows.map(({ id }) => id)
}

export interface CaseRowOfFamily {
  readonly id: string
  readonly district: string
  readonly number: string
  readonly summary: string
  readonly status: string
  readonly registered_at: Date
}

/** The cases of a family that the reader sees whole: by its card or by the NIK of its members, the newest first. */
export const selectCases = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  { kk, niks }: { readonly kk: Buffer | null; readonly niks: readonly Buffer[] },
): Promise<readonly CaseRowOfFamily[]> =>
  rowsOf<CaseRowOfFamily & DbRow>(
    client,
    sql`select c.id, c.district, c.number, c.summary, c.status, c.registered_at from cases c
      where c.district = ${district} and (c.client_kk_index = ${kk}::bytea or c.client_nik_index = any(${[...niks]}::bytea[]))
        and ${withinScope(actor)} and ${seenWhole(actor)} order by c.registered_at desc, c.id limit 50`,
  )

/** Which of these numbers others of the reader's place have too: digests of NIKs, and of a family's card. */
export async function selectTwice(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  { kk, niks }: { readonly kk: Buffer | null; readonly niks: readonly Buffer[] },
): Promise<{ readonly kk: boolean; readonly people: readonly string[] }> {
  const people = await rowsOf<{ id: string }>(
    client,
    sql`select p.id from person p where p.district = ${district} and p.nik_index = any(${[...niks]}::bytea[]) and p.status = ${known} and ${withinRegistry(actor)}
      and exists (select 1 from person o where o.district = p.district and o.nik_index = p.nik_index and o.id <> p.id and o.status = ${known})`,
  )
  const cards = await one<{ n: number }>(
    client,
    sql`select count(*)::int as n from family p where p.district = ${district} and p.kk_index = ${kk}::bytea and p.status = ${known} and ${withinRegistry(actor)}`,
  )
  return { kk: (cards?.n ?? 0) > 1, people: people.map(({ id }) => id) }
}

export interface RecordListRow {
  readonly id: string
  readonly at: Date
  readonly by_name: string | null
  readonly office: string | null
  readonly way: string
  readonly source: string
  /** The day of the extract that said it, for whoever holds the ledger. */
  readonly snapshot: string | null
  readonly said: Readonly<Record<string, unknown>>
  readonly was: Readonly<Record<string, unknown>>
  readonly n: number
}

/** REGISTRY-3 Who gave values, the latest first; of one variable, or of all. `n`: how many there are in all. */
export const selectRecords = (
  client: PoolClient,
  actor: StaffActor,
  {
    district,
    id,
    variable,
  }: { readonly district: string; readonly id: string; readonly variable?: string | undefined },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly RecordListRow[]> =>
  rowsOf<RecordListRow & DbRow>(
    client,
    sql`select p.id, p.at, s.name as by_name, p.office, p.way, p.source, l.snapshot, p.said, p.was, count(*) over ()::int as n from registry_record p
      left join staff s on s.id = substring(p.by from '^staff:(.*)$')::uuid
      left join load l on l.district = p.district and l.id = p.ref
      where p.district = ${district} and p.holder = ${id}::uuid and ${recordsWithinRegistry(actor)}
        ${variable === undefined ? sql`` : sql`and p.said ? ${variable}`}
      order by p.at desc, p.id desc limit ${limit} offset ${offset}`,
  )

/** What extracts found of somebody as it stood, for whoever holds the ledger and has seen them. */
export const selectFound = (
  client: PoolClient,
  id: string,
): Promise<readonly { readonly said: string; readonly snapshot: string }[]> =>
  rowsOf(client, sql`select said, snapshot from heard_of(${[id]}::uuid[], '-infinity')`)

/** What was given of somebody from a version on. Records that came with whoever was merged into them count others' versions. */
export const selectSince = (
  client: PoolClient,
  { district, id }: Pick<FamilyRow, 'district'> & { readonly id: string },
  base: number,
): Promise<readonly { readonly base: number; readonly values: Values }[]> =>
  rowsOf(
    client,
    sql`select p.base, p.said as "values" from registry_record p where p.district = ${district} and p.holder = ${id}::uuid and p.base >= ${base}
      and not exists (select 1 from registry_pair r where r.district = p.district and r.kept = p.holder and r.verdict = 'merged'
        and r.moved @> jsonb_build_array(jsonb_build_object('id', p.id)))`,
  )

/** Every sub-district that there is or was: what the first digits of NIK and KK may say. */
export async function selectRegions(pool: Pool): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ code: string }>(pool, sql`select code from place where level = 'subdistrict'`)
  return new Set(rows.map(({ code }) => code))
}
