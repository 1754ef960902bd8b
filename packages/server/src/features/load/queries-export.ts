import type { ExportWish } from '@openslrt/core/contract/load-export.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { ExportLocals } from '@openslrt/core/load/export-row.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'

/** An export as it was asked for, and as far as it is written. */
export interface ExportRow {
  readonly district: string
  readonly id: string
  readonly mark: string
  readonly subject: ExportWish['subject']
  readonly form: ExportWish['form']
  readonly place: ExportWish['place']
  readonly desils: ExportWish['desils']
  readonly programme: ExportWish['programme']
  readonly programme_name: string | null
  readonly complete: ExportWish['complete']
  readonly numbers: boolean
  readonly reason: string
  readonly lang: Lang
  readonly locals: ExportLocals
  readonly staff: string
  readonly office: string
  readonly asked_at: number
  readonly ended_at: number | null
  readonly forgotten: boolean
  readonly total: number
  readonly rows: number
  readonly after_place: string | null
  readonly after_id: string | null
  readonly size: number
  readonly crc: number
  readonly plain: number
  readonly pieces: readonly string[]
  readonly fault: string | null
  readonly fetched: number
}

const columns = sql`e.district, e.id, e.mark, e.subject, e.form, e.place, e.desils, e.programme, e.programme_name, e.complete, e.numbers,
  e.reason, e.lang, e.locals, e.staff, e.office, ${ms('e.asked_at')} as asked_at, ${ms('e.ended_at')} as ended_at, e.forgotten_at is not null as forgotten,
  e.total, e.rows, e.after_place, e.after_id, e.size, e.crc, e.plain, e.fault, e.fetched`

interface Asking {
  readonly district: string
  readonly mark: string
  readonly wish: ExportWish
  readonly programmeName: string | null
  readonly total: number
  readonly lang: Lang
  readonly locals: ExportLocals
  readonly by: { readonly staff: string; readonly office: string }
}

/** Notes what was asked for; the same id twice is one. False where it was there already. */
export async function insertExport(client: PoolClient, asking: Asking): Promise<boolean> {
  const { district, mark, wish, programmeName, total, lang, locals, by } = asking
  const made = await rowsOf(
    client,
    sql`insert into registry_export (district, id, mark, subject, form, place, desils, programme, programme_name, complete, numbers, reason, lang, locals,
        staff, office, asked_at, total, rows, size, crc, plain, pieces, fetched)
      values (${district}, ${wish.id}::uuid, ${mark}, ${wish.subject}, ${wish.form}, ${wish.place}, ${[...wish.desils]}::text[],
        ${wish.programme}::uuid, ${programmeName}, ${wish.complete}, ${wish.numbers}, ${wish.reason}, ${lang}, ${JSON.stringify(locals)}::jsonb,
        ${by.staff}::uuid, ${by.office}::uuid, now(), ${total}, 0, 0, 0, 0, '{}', 0)
      on conflict do nothing returning 1`,
  )
  return made.length > 0
}

export interface ExportShown extends ExportRow {
  readonly by_name: string
  readonly office_name: string
  readonly place_name: string | null
}

const shown = sql`select ${columns}, s.name as by_name, o.name as office_name, p.name as place_name
  from registry_export e join staff s on s.id = e.staff join office o on o.id = e.office left join place p on p.code = e.place`

export async function selectExportShown(client: PoolClient, district: string, id: string): Promise<ExportShown | null> {
  const rows = await rowsOf<ExportShown & Record<string, unknown>>(
    client,
    sql`${shown} where e.district = ${district} and e.id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

/** LOAD-19 The exports of a district, the newest first; or the one of a mark. */
export const selectExports = (
  client: PoolClient,
  district: string,
  { mark, limit, offset }: { readonly mark: string | null; readonly limit: number; readonly offset: number },
): Promise<readonly ExportShown[]> =>
  rowsOf<ExportShown & Record<string, unknown>>(
    client,
    sql`${shown} where ${within(district, mark)} order by e.asked_at desc, e.id limit ${limit} offset ${offset}`,
  )

export async function countExports(client: PoolClient, district: string, mark: string | null): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from registry_export e where ${within(district, mark)}`,
  )
  return rows[0]?.n ?? 0
}

const within = (district: string, mark: string | null): Fragment =>
  sql`e.district = ${district}${mark === null ? sql`` : sql` and e.mark = ${mark}`}`

/** The pieces of an export that somebody asked for themselves and may fetch; it is counted that they do. */
export async function fetchExport(
  client: PoolClient,
  district: string,
  id: string,
  staff: string,
): Promise<ExportRow | null> {
  const rows = await rowsOf<ExportRow & Record<string, unknown>>(
    client,
    sql`update registry_export e set fetched = fetched + 1
      where e.district = ${district} and e.id = ${id}::uuid and e.staff = ${staff}::uuid
        and e.ended_at is not null and e.fault is null and e.forgotten_at is null
      returning ${columns}, e.pieces`,
  )
  return rows[0] ?? null
}

export const askForExports = (client: PoolClient | Pool): Promise<unknown> =>
  rowsOf(client, sql`select enqueue('export-work', '{}', now(), 'export-work-now')`)

/** Takes one in hand for as long as the lease lasts: whose holder died is taken by another once it is over. */
export async function holdExport(pool: Pool, now: Date, lease: Date): Promise<ExportRow | null> {
  const rows = await rowsOf<ExportRow & Record<string, unknown>>(
    pool,
    sql`with next as (select district, id from registry_export where ended_at is null and (held_until is null or held_until < ${now})
        order by asked_at limit 1 for update skip locked)
      update registry_export e set held_until = ${lease} from next where e.district = next.district and e.id = next.id
      returning ${columns}, e.pieces`,
  )
  return rows[0] ?? null
}

/** What one more piece adds. */
export interface Written {
  readonly rows: number
  readonly after: { readonly place: string; readonly id: string } | null
  readonly size: number
  readonly crc: number
  readonly plain: number
  readonly piece: string
}

/** Adds a piece to an export that nobody else went on with meanwhile; false where somebody did. */
export async function addPiece(
  pool: Pool,
  { district, id, pieces }: ExportRow,
  { rows, after, size, crc, plain, piece }: Written,
  lease: Date,
): Promise<boolean> {
  const kept = await rowsOf(
    pool,
    sql`update registry_export set rows = ${rows}, after_place = ${after?.place ?? null}, after_id = ${after?.id ?? null}::uuid, size = ${size},
        crc = ${crc}, plain = ${plain}, pieces = pieces || ${piece}::text, held_until = ${lease}
      where district = ${district} and id = ${id}::uuid and cardinality(pieces) = ${pieces.length} and ended_at is null returning 1`,
  )
  return kept.length > 0
}

/** The whole file, in the order of its pieces. */
export const endExport = (
  pool: Pool,
  { district, id }: ExportRow,
  { pieces, size, rows }: { readonly pieces: readonly string[]; readonly size: number; readonly rows: number },
): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update registry_export set pieces = ${[...pieces]}::text[], size = ${size}, total = ${rows}, ended_at = now(), held_until = null
      where district = ${district} and id = ${id}::uuid and ended_at is null`,
  )

/** Lets go of one: for now, or for good with what stood in its way. */
export const letGoExport = (pool: Pool, { district, id }: ExportRow, fault: string | null): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update registry_export set held_until = null, fault = ${fault}, ended_at = ${fault === null ? null : new Date()}
      where district = ${district} and id = ${id}::uuid and ended_at is null`,
  )

export async function isExportLeft(pool: Pool, now: Date): Promise<boolean> {
  const rows = await rowsOf(
    pool,
    sql`select 1 from registry_export where ended_at is null and (held_until is null or held_until < ${now}) limit 1`,
  )
  return rows.length > 0
}

/** LOAD-18 Forgets the files of exports that were asked for before a moment; that they were made stays. Their pieces are swept. */
export const forgetExports = (pool: Pool, before: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update registry_export set pieces = '{}', forgotten_at = now() where asked_at < ${before} and ended_at is not null and forgotten_at is null`,
  )
