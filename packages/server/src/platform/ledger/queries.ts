import { caseKinds, caseStatuses } from '@openslrt/core/case/case.ts'
import { stateKey } from '@openslrt/core/case/counts.ts'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import type { Client, Pool, PoolClient } from 'pg'
import type { DbRow } from './codec.ts'
import { specs } from './tables.ts'

const states = caseStatuses.flatMap((status) => caseKinds.map((kind) => stateKey({ status, kind })))

type Connection = Pool | PoolClient | Client

/** One entry as the ledger holds it. Salt and payload are null once it was erased. */
export interface StoredEntry {
  readonly seq: number
  readonly command_id: string
  readonly kind: string
  readonly subject: string
  readonly place: string
  readonly office: string | null
  readonly actor: string
  readonly done_at: Date
  readonly received_at: Date
  readonly ref_seq: number
  readonly salt: Buffer | null
  readonly payload: Buffer | null
  readonly digest: Buffer
  readonly hash: Buffer
}

/** The next entries of a ledger after a number, in their order. */
export async function entriesAfter(
  db: Connection,
  district: string,
  seq: number,
  most: number,
): Promise<readonly StoredEntry[]> {
  const { rows } = await db.query<StoredEntry>(
    'select * from ledger where district = $1 and seq > $2 order by seq limit $3',
    [district, seq, most],
  )
  return rows
}

/** The next entries of a ledger, as many as have so many sealed bytes together; one at least. */
export async function entriesWithin(
  db: Connection,
  district: string,
  seq: number,
  bytes: number,
): Promise<readonly StoredEntry[]> {
  const { rows } = await db.query<StoredEntry>(
    `with sizes as (select seq, coalesce(octet_length(payload), 0) as size from ledger where district = $1 and seq > $2 order by seq limit 2000),
      sums as (select seq, sum(size) over (order by seq) as sum, row_number() over (order by seq) as nth from sizes)
    select l.* from sums join ledger l on l.district = $1 and l.seq = sums.seq where sums.sum <= $3 or sums.nth = 1 order by l.seq`,
    [district, seq, bytes],
  )
  return rows
}

/** How many sealed bytes the entries have that change many rows at once. */
export async function bulkBytes(db: Connection, district: string): Promise<number> {
  const { rows } = await db.query<{ bytes: number }>(
    'select coalesce(sum(octet_length(payload)), 0)::bigint as bytes from ledger where district = $1 and octet_length(payload) > 8192',
    [district],
  )
  return rows[0]?.bytes ?? 0
}

/** The entries of a ledger that erased others. */
export async function erasingEntries(db: Connection, district: string): Promise<readonly StoredEntry[]> {
  const { rows } = await db.query<StoredEntry>(
    "select * from ledger where district = $1 and kind in ('case.erase', 'registry.erase', 'retention.forget') order by seq",
    [district],
  )
  return rows
}

export async function headOf(db: Connection, district: string): Promise<{ seq: number; hash: Buffer } | null> {
  const { rows } = await db.query<{ seq: number; hash: Buffer }>(
    'select seq, hash from district_head where district = $1',
    [district],
  )
  return rows[0] ?? null
}

/** Ledgers that hold anything: an entry, or a head that says it does. */
export async function usedLedgers(db: Connection): Promise<readonly string[]> {
  const { rows } = await db.query<{ district: string }>(
    'select district from district_head where seq > 0 union select distinct district from ledger order by 1',
  )
  return rows.map(({ district }) => district)
}

const rowsOfPage = 2_000

/** The rows of a table whose ids lie between these, a page at a time. */
export async function* stateRows(
  db: Connection,
  table: Table,
  district: string,
  { least, most }: { readonly least: string; readonly most: string },
): AsyncGenerator<DbRow & { readonly id: string; readonly seq: number }> {
  for (let after: string | null = null; ; ) {
    const { rows }: { rows: readonly (DbRow & { id: string; seq: number })[] } = await db.query(
      `select * from ${specs[table].sqlName} where district = $1 and id >= $2 and id <= $3 and ($4::uuid is null or id > $4) order by id limit ${rowsOfPage}`,
      [district, least, most, after],
    )
    yield* rows
    if (rows.length < rowsOfPage) return
    after = rows.at(-1)?.id ?? null
  }
}

/** The counters and number series of a district, each as one flat map. */
export async function storedCounts(db: Connection, district: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ key: string; n: number }>(
    `select 'day ' || day::text || ' ' || measure as key, n from case_day_count where district = $1
     union all select 'state ' || state, n from case_state_count where district = $1 and n > 0
     union all select 'series ' || year, last from number_series where district = $1`,
    [district],
  )
  return new Map(rows.map(({ key, n }) => [key, n]))
}

/** Commands that were answered "accepted" without an entry, or entries whose command has no answer. */
export async function unansweredEntries(
  db: Connection,
  district: string,
): Promise<{ withoutAnswer: number; withoutEntry: number }> {
  const { rows } = await db.query<{ a: number; b: number }>(
    `select (select count(*) from ledger l left join command_outcome o on o.district = l.district and o.command_id = l.command_id where l.district = $1 and o.command_id is null) as a,
       (select count(*) from command_outcome o left join ledger l on l.district = o.district and l.command_id = o.command_id where o.district = $1 and o.reply ->> 'status' = 'accepted' and l.seq is null) as b`,
    [district],
  )
  return { withoutAnswer: rows[0]?.a ?? 0, withoutEntry: rows[0]?.b ?? 0 }
}

/** Gives every district, province and the nation the head of a ledger and its counters at nought, where it has none yet. */
export async function makeHeads(owner: Client): Promise<void> {
  await owner.query(
    "insert into district_head (district, seq, hash) select code, 0, sha256(convert_to(code, 'UTF8')) from place where level in ('nation', 'province', 'district') on conflict do nothing",
  )
  await owner.query(
    'insert into case_state_count (district, state, n) select h.district, s.state, 0 from district_head h cross join unnest($1::text[]) s(state) where not exists (select 1 from case_state_count c where c.district = h.district)',
    [states],
  )
}
