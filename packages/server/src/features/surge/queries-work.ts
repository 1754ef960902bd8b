import { standing, startedSurge, unplaced } from '@openslrt/core/surge/moves.ts'
import type { Pool, PoolClient } from 'pg'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

type Db = Pool | PoolClient

/** A file as it came in: its rows in chunks, what is wrong of them sealed. */
export interface NewFile {
  readonly district: string
  readonly surge: string
  readonly id: string
  readonly staff: string
  readonly faults: Buffer | null
  readonly chunks: readonly { readonly id: string; readonly said: Buffer }[]
  readonly now: Date
}

export async function insertFile(client: PoolClient, file: NewFile): Promise<void> {
  const { district, surge, id, staff, faults, chunks, now } = file
  // The rows to mend are those of the last file.
  await rowsOf(client, sql`update surge_file set faults = null where district = ${district} and surge = ${surge}::uuid`)
  await rowsOf(
    client,
    sql`insert into surge_file (district, id, surge, staff, faults, loaded_at) values (${district}, ${id}::uuid, ${surge}::uuid, ${staff}::uuid, ${faults}, ${now})`,
  )
  if (chunks.length === 0) return
  await rowsOf(
    client,
    sql`insert into surge_chunk (district, id, surge, file, nth, said)
      select ${district}, c.id, ${surge}::uuid, ${id}::uuid, c.nth, c.said
      from unnest(${chunks.map((chunk) => chunk.id)}::uuid[], ${chunks.map(({ said }) => said)}::bytea[]) with ordinality as c(id, said, nth)`,
  )
}

export async function selectFaults(
  client: PoolClient,
  district: string,
  surge: string,
): Promise<{ readonly id: string; readonly faults: Buffer } | null> {
  const rows = await rowsOf<{ id: string; faults: Buffer }>(
    client,
    sql`select id, faults from surge_file where district = ${district} and surge = ${surge}::uuid and faults is not null order by loaded_at desc limit 1`,
  )
  return rows[0] ?? null
}

/** Notes what the server is to do about a list: put rows on it, or also give slots and open cases. */
export const beginWork = (
  client: PoolClient,
  work: {
    readonly district: string
    readonly surge: string
    readonly staff: string
    readonly office: string
    readonly opens: boolean
    readonly now: Date
  },
): Promise<unknown> =>
  rowsOf(
    client,
    sql`insert into surge_work (district, surge, staff, office, opens, asked_at)
      values (${work.district}, ${work.surge}::uuid, ${work.staff}::uuid, ${work.office}::uuid, ${work.opens}, ${work.now})
      on conflict (district, surge) do update set staff = excluded.staff, office = excluded.office, asked_at = excluded.asked_at,
        opens = excluded.opens or (surge_work.opens and surge_work.ended_at is null), ended_at = null`,
  )

/** Has the worker go on with what is left; asked twice before it begins, it does so once. */
export const askToWork = (db: Db): Promise<unknown> =>
  rowsOf(db, sql`select enqueue('surge-work', '{}', now(), 'surge-work-now')`)

export interface WorkRow {
  readonly opens: boolean
  readonly ended_at: number | null
  readonly left: number
}

/** How far the server is with a list: rows of files that wait are counted by the two hundred of a chunk. */
export async function selectWork(client: PoolClient, district: string, surge: string): Promise<WorkRow | null> {
  const rows = await rowsOf<WorkRow>(
    client,
    sql`select w.opens, ${ms('w.ended_at')} as ended_at,
        (select count(*)::int from surge_chunk c where c.district = w.district and c.surge = w.surge) as left
      from surge_work w where w.district = ${district} and w.surge = ${surge}::uuid`,
  )
  return rows[0] ?? null
}

/** Work that was taken in hand. */
export interface Held {
  readonly district: string
  readonly surge: string
  readonly staff: string
  readonly office: string
  readonly opens: boolean
  readonly asked_at: number
}

/**
 * SURGE-12 Begins work anew that had ended, where since then somebody's slot was given back or the event got other slots:
 * whoever waits gets them. Since then is by the ledger, not by the clock: cases may be opened for minutes after the last look.
 * Not where people came on the list meanwhile that nobody has asked slots for.
 */
export const wakeWork = (pool: Pool, now: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update surge_work w set ended_at = null, asked_at = ${now} from surge s
      where s.district = w.district and s.id = w.surge and s.status = ${startedSurge} and w.opens and w.ended_at is not null
        and (s.seq > w.seen_seq or exists (select 1 from affected a where a.district = w.district and a.surge = w.surge
          and a.number is not null and a.slot_day is null and a.seq > w.seen_seq))
        and not exists (select 1 from affected a where a.district = w.district and a.surge = w.surge
          and a.status = ${unplaced} and a.listed_at > w.ended_at)`,
  )

/** Takes the work in hand that has waited longest, for as long as the lease lasts. */
export async function holdWork(pool: Pool, now: Date, lease: Date): Promise<Held | null> {
  const rows = await rowsOf<Held>(
    pool,
    sql`with next as (select district, surge from surge_work where ended_at is null and (held_until is null or held_until < ${now})
        order by worked_at nulls first, asked_at limit 1 for update skip locked)
      update surge_work w set held_until = ${lease} from next where w.district = next.district and w.surge = next.surge
      returning w.district, w.surge, w.staff, w.office, w.opens, ${ms('w.asked_at')} as asked_at`,
  )
  return rows[0] ?? null
}

/** SURGE-12 Notes up to where the ledger goes before it is looked at who waits: what comes later wakes the work anew. */
export const noteSeen = (pool: Pool, { district, surge }: Held): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update surge_work w set seen_seq = h.seq from district_head h
      where w.district = ${district} and w.surge = ${surge}::uuid and h.district = w.district`,
  )

export const holdLonger = (pool: Pool, { district, surge }: Held, lease: Date): Promise<unknown> =>
  rowsOf(pool, sql`update surge_work set held_until = ${lease} where district = ${district} and surge = ${surge}::uuid`)

/** Lets go of work, ended or for later; what was asked for anew meanwhile goes on. */
export const letGo = (pool: Pool, { district, surge, asked_at }: Held, now: Date, ended: boolean): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update surge_work set held_until = null, worked_at = ${now},
        ended_at = case when ${ended} and asked_at <= ${new Date(asked_at)}::timestamptz then ${now}::timestamptz end
      where district = ${district} and surge = ${surge}::uuid`,
  )

export async function isAnyLeft(pool: Pool, now: Date): Promise<boolean> {
  const rows = await rowsOf(
    pool,
    sql`select 1 from surge_work where ended_at is null and (held_until is null or held_until < ${now}) limit 1`,
  )
  return rows.length > 0
}

export interface Chunk {
  readonly id: string
  readonly said: Buffer
}

export async function selectChunk(pool: Pool, { district, surge }: Held): Promise<Chunk | null> {
  const rows = await rowsOf<Chunk>(
    pool,
    sql`select id, said from surge_chunk where district = ${district} and surge = ${surge}::uuid order by nth, id limit 1`,
  )
  return rows[0] ?? null
}

export const deleteChunk = (pool: Pool, district: string, id: string): Promise<unknown> =>
  rowsOf(pool, sql`delete from surge_chunk where district = ${district} and id = ${id}::uuid`)

/** SURGE-6 Whose case is still to be opened, in the order of the queue. */
export const selectUnopened = (
  pool: Pool,
  { district, surge }: Held,
  most: number,
  after: readonly string[],
): Promise<readonly (DbRow & { readonly is_there: boolean })[]> =>
  rowsOf(
    pool,
    sql`select a.*, exists (select 1 from cases c where c.district = a.district and c.id = a.case_id) as is_there from affected a where a.district = ${district} and a.surge = ${surge}::uuid and a.opened_at is null
        and a.status = any(${[...standing]}::text[]) and not a.id = any(${[...after]}::uuid[])
      order by a.number nulls last, a.id limit ${most}`,
  )

export async function selectSurgeOf(pool: Pool, { district, surge }: Held): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(pool, sql`select * from surge where district = ${district} and id = ${surge}::uuid`)
  return rows[0] ?? null
}
