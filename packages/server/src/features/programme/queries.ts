import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { nationPlace, parentOf, rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

type Client = Pool | PoolClient

/** A place and all above it, up to the nation. */
function upFrom(place: PlaceCode): readonly string[] {
  const above = parentOf(place)
  if (above) return [place, ...upFrom(above)]
  return place === nationPlace ? [place] : [place, nationPlace]
}

/** PROG-11 What a place can use comes from itself and from above. */
export const selectProgrammesAt = (client: Client, place: PlaceCode): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from programme where place = any(${[...upFrom(place)]}::text[])`)

export async function selectProgramme(client: Client, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(client, sql`select * from programme where id = ${id}::uuid`)
  return rows[0] ?? null
}

export interface CatalogueQuery {
  readonly q: string
  readonly sector?: string | undefined
  readonly owner?: string | undefined
  readonly unit?: string | undefined
  readonly show: 'now' | 'ended'
  readonly today: string
  readonly limit: number
  readonly offset: number
}

/** PROG-11 An office reads what its place can use, and what is given somewhere under it. */
function found(place: PlaceCode, query: CatalogueQuery): Fragment {
  const { from, to } = rangeOf(place)
  const words = query.q.split(/\s+/).filter(Boolean)
  return allOf([
    sql`(p.place = any(${[...upFrom(place)]}::text[]) or (p.place >= ${from} and p.place < ${to}))`,
    query.show === 'now'
      ? sql`(p.ends_on is null or p.ends_on > ${query.today}::date)`
      : sql`p.ends_on <= ${query.today}::date`,
    ...words.map(
      (word) => sql`strpos(lower(p.name || ' ' || p.gives || ' ' || p.owner_name), ${word.toLowerCase()}) > 0`,
    ),
    ...(query.sector ? [sql`p.sector = ${query.sector}`] : []),
    ...(query.owner ? [sql`p.owner = ${query.owner}`] : []),
    ...(query.unit ? [sql`p.unit = ${query.unit}`] : []),
  ])
}

/** Programmes of a place, the nearest first. */
export const selectCatalogue = (client: Client, place: PlaceCode, query: CatalogueQuery): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from programme p where ${found(place, query)}
      order by length(p.place) desc, p.place = ${nationPlace}, p.name, p.id limit ${query.limit} offset ${query.offset}`,
  )

export async function countCatalogue(client: Client, place: PlaceCode, query: CatalogueQuery): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from programme p where ${found(place, query)}`,
  )
  return rows[0]?.n ?? 0
}

/** What places are called. */
export async function placeNames(client: Client, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ code: string; name: string }>(
    client,
    sql`select code, name from place where code = any(${[...codes]}::text[])`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}
