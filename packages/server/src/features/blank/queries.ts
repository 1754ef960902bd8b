import { type BlankStatus, blankStatuses, type NamedBlank } from '@openslrt/core/blank/blank.ts'
import { openBlanks } from '@openslrt/core/blank/moves.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

const inPile = sql`f.status = any(${[...openBlanks]}::text[])`

export async function selectBlank(client: PoolClient, district: string, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select * from paper_form where district = ${district} and id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

/** A form by the number that is printed on it. */
export async function selectByNumber(
  client: PoolClient,
  { district, batch, sheet }: NamedBlank,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select f.* from form_batch b join paper_form f on f.district = b.district and f.batch = b.id
      where b.district = ${district} and b.number = ${batch} and f.sheet = ${sheet}`,
  )
  return rows[0] ?? null
}

export interface BlankListRow {
  readonly id: string
  readonly district: string
  readonly version: number
  readonly batch: string
  readonly number: string
  readonly sheet: number
  readonly status: BlankStatus
  readonly note: Buffer
  readonly issued_at: Date
  readonly changed_at: Date
  readonly case_id: string | null
  readonly case_number: string | null
}

/** A page of an office's forms: what is still out by its number, what is done the latest first. */
export const selectBlanks = (
  client: PoolClient,
  office: string,
  status: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly BlankListRow[]> =>
  rowsOf<BlankListRow>(
    client,
    sql`select f.id, f.district, f.version, f.batch, b.number, f.sheet, f.status, f.note, b.issued_at, f.changed_at, c.id as case_id, c.number as case_number
      from paper_form f join form_batch b on b.district = f.district and b.id = f.batch
      left join cases c on c.district = f.district and c.id = f.case_id
      where f.office = ${office}::uuid and f.status = ${status}
      order by ${openBlanks.some((open) => open === status) ? sql`b.serial, f.sheet` : sql`f.changed_at desc, b.serial, f.sheet`}, f.id limit ${limit} offset ${offset}`,
  )

export async function countBlanks(client: PoolClient, office: string): Promise<Readonly<Record<BlankStatus, number>>> {
  const rows = await rowsOf<{ status: BlankStatus; n: number }>(
    client,
    sql`select s.status, count(f.id)::int as n from unnest(${[...blankStatuses]}::text[]) as s(status)
      left join paper_form f on f.office = ${office}::uuid and f.status = s.status group by s.status`,
  )
  return counted(new Map(rows.map(({ status, n }) => [status, n])))
}

const counted = (n: ReadonlyMap<BlankStatus, number>): Readonly<Record<BlankStatus, number>> => {
  const [issued, typed, voided, lost] = blankStatuses.map((status) => n.get(status) ?? 0)
  return { issued: issued ?? 0, typed: typed ?? 0, void: voided ?? 0, lost: lost ?? 0 }
}

export interface BatchRow {
  readonly id: string
  readonly district: string
  readonly number: string
  readonly size: number
  readonly left: number
  readonly issued_at: Date
}

/** The latest batches of an office that still have sheets which nobody typed. */
export const selectBatches = (client: PoolClient, office: string): Promise<readonly BatchRow[]> =>
  rowsOf<BatchRow>(
    client,
    sql`select b.id, b.district, b.number, b.size, count(f.id)::int as left, b.issued_at
      from form_batch b join paper_form f on f.district = b.district and f.batch = b.id and ${inPile}
      where b.office = ${office}::uuid group by b.district, b.id order by b.issued_at desc, b.id limit 20`,
  )

export interface SheetRow {
  readonly district: string
  readonly number: string
  readonly sheet: number
}

/** The sheets of an office's batch that are still to be filled in. */
export const selectSheets = (client: PoolClient, office: string, batch: string): Promise<readonly SheetRow[]> =>
  rowsOf<SheetRow>(
    client,
    sql`select b.district, b.number, f.sheet from form_batch b join paper_form f on f.district = b.district and f.batch = b.id
      where b.office = ${office}::uuid and b.id = ${batch}::uuid and ${inPile} order by f.sheet`,
  )
