import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** Whose waiting list: an office's, with what found no office where it reads that. */
export interface Reader {
  readonly office: string
  readonly unsorted: boolean
}

const within = ({ office, unsorted }: Reader): Fragment =>
  sql`(m.office = ${office}::uuid or (m.office is null and ${unsorted}::boolean))`

export interface MessageRow {
  readonly id: string
  readonly way: 'sms' | 'whatsapp'
  readonly kind: string
  readonly sealed: Buffer
  readonly sender: Buffer
  readonly reports: number
  readonly office: string | null
  readonly sorted: 'sender' | 'village' | 'nothing' | 'hand'
  readonly state: 'waiting' | 'registered' | 'aside'
  readonly reason: string | null
  readonly sent_at: Date
  readonly cases: unknown
}

// Numbers of cases that the reader may see; of others not even that they are there.
const columns = sql`m.id, m.way, m.kind, m.sealed, m.sender, m.reports, m.office, m.sorted, m.state, m.reason, m.sent_at,
  coalesce((
    select jsonb_agg(jsonb_build_object('district', c.district, 'id', c.id, 'number', c.number) order by c.number)
    from jsonb_to_recordset(m.cases) as made(district text, id uuid) join cases c on c.district = made.district and c.id = made.id
  ), '[]') as cases`

/** A page of the waiting list: what waits, the longest first; what is done, the latest first. */
export const selectMessages = (
  client: PoolClient,
  reader: Reader,
  state: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly MessageRow[]> =>
  rowsOf<MessageRow>(
    client,
    sql`select ${columns} from inbound_message m where ${within(reader)} and m.state = ${state}
      order by ${state === 'waiting' ? sql`m.sent_at, m.id` : sql`m.changed_at desc, m.id`} limit ${limit} offset ${offset}`,
  )

export interface Counts {
  readonly waiting: number
  readonly registered: number
  readonly aside: number
}

export async function countMessages(client: PoolClient, reader: Reader): Promise<Counts> {
  const rows = await rowsOf<Counts>(
    client,
    sql`select count(*) filter (where m.state = 'waiting')::int as waiting, count(*) filter (where m.state = 'registered')::int as registered,
        count(*) filter (where m.state = 'aside')::int as aside
      from inbound_message m where ${within(reader)}`,
  )
  return rows[0] ?? { waiting: 0, registered: 0, aside: 0 }
}

export async function countWaiting(client: PoolClient, reader: Reader): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from inbound_message m where ${within(reader)} and m.state = 'waiting'`,
  )
  return rows[0]?.n ?? 0
}

export async function selectMessage(client: PoolClient, reader: Reader, id: string): Promise<MessageRow | null> {
  const rows = await rowsOf<MessageRow>(
    client,
    sql`select ${columns} from inbound_message m where ${within(reader)} and m.id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

/** What else came from the same number and still waits here. */
export const selectMore = (
  client: PoolClient,
  reader: Reader,
  { sender, id }: MessageRow,
): Promise<readonly MessageRow[]> =>
  rowsOf<MessageRow>(
    client,
    sql`select ${columns} from inbound_message m where ${within(reader)} and m.state = 'waiting' and m.sender = ${sender} and m.id <> ${id}::uuid
      order by m.sent_at, m.id limit 20`,
  )

export interface Change {
  readonly from: 'waiting' | 'aside'
  readonly state: 'waiting' | 'aside'
  readonly reason: string | null
  readonly staff: string
  readonly now: Date
}

/** INBOUND-7 Moves a message on, if nobody did before. */
export async function changeState(
  client: PoolClient,
  reader: Reader,
  id: string,
  { from, state, reason, staff, now }: Change,
): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`update inbound_message m set state = ${state}, reason = ${reason}, changed_at = ${now}, changed_by = ${staff}::uuid
      where ${within(reader)} and m.id = ${id}::uuid and m.state = ${from} returning 1`,
  )
  return rows.length > 0
}

/** Gives a message to another office. */
export async function changeOffice(
  client: PoolClient,
  reader: Reader,
  id: string,
  { office, staff, now }: { readonly office: string | null; readonly staff: string; readonly now: Date },
): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`update inbound_message m set office = ${office}::uuid, sorted = 'hand', changed_at = ${now}, changed_by = ${staff}::uuid
      where ${within(reader)} and m.id = ${id}::uuid and m.state = 'waiting' returning 1`,
  )
  return rows.length > 0
}

/** Holds messages that still wait until the transaction ends; gives those that do. */
export async function holdMessages(
  client: PoolClient,
  reader: Reader,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`select m.id from inbound_message m where ${within(reader)} and m.id = any(${[...ids]}::uuid[]) and m.state = 'waiting'
      order by m.sent_at desc, m.id for update`,
  )
  return rows.map(({ id }) => id)
}

export interface Link {
  readonly district: string
  readonly id: string
  readonly done: boolean
  readonly staff: string
  readonly now: Date
}

/** INBOUND-6 Writes down which case messages became; with the last report of them they leave the list. */
export const linkMessages = (
  client: PoolClient,
  ids: readonly string[],
  { district, id, done, staff, now }: Link,
): Promise<unknown> =>
  rowsOf(
    client,
    sql`update inbound_message m set cases = m.cases || ${JSON.stringify([{ district, id }])}::jsonb,
        state = ${done ? 'registered' : 'waiting'}, changed_at = ${now}, changed_by = ${staff}::uuid
      where m.id = any(${[...ids]}::uuid[])`,
  )

/** Asks for the sender to be told what their message became. */
export const insertReply = (
  client: PoolClient,
  reply: {
    readonly id: string
    readonly message: string
    readonly what: string
    readonly says: object
    readonly now: Date
  },
): Promise<unknown> =>
  rowsOf(
    client,
    sql`insert into inbound_reply (id, message, what, says, state, next_at, made_at, changed_at)
      values (${reply.id}::uuid, ${reply.message}::uuid, ${reply.what}, ${JSON.stringify(reply.says)}::jsonb, 'waiting', ${reply.now}, ${reply.now}, ${reply.now})`,
  )

/** Has the worker send answers, once what asks for it is committed. */
export const askForAnswers = (db: Pool | PoolClient): Promise<unknown> =>
  rowsOf(db, sql`select enqueue('answer-senders', '{}', now(), 'answer-senders-now')`)

/** INBOUND-10 Forgets the messages that a case was made of, wherever they lie. */
export const forgetMessages = (client: PoolClient, district: string, caseId: string): Promise<unknown> =>
  rowsOf(client, sql`select forget_messages(${district}, ${caseId}::uuid)`)

export async function selectPhone(pool: Pool, staff: string): Promise<Buffer | null> {
  const rows = await rowsOf<{ sealed: Buffer }>(pool, sql`select sealed from staff_phone where staff = ${staff}::uuid`)
  return rows[0]?.sealed ?? null
}

export const savePhone = (pool: Pool, staff: string, sealed: Buffer, found: Buffer): Promise<unknown> =>
  rowsOf(
    pool,
    sql`insert into staff_phone (staff, sealed, found) values (${staff}::uuid, ${sealed}, ${found})
      on conflict (staff) do update set sealed = excluded.sealed, found = excluded.found`,
  )

export const deletePhone = (pool: Pool, staff: string): Promise<unknown> =>
  rowsOf(pool, sql`delete from staff_phone where staff = ${staff}::uuid`)
