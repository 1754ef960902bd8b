import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { selectStaffed } from '../case/index.ts'
import type { Heard } from './parts.ts'

type Named = Pick<Heard, 'way' | 'reference'>

/** Whether a message is here already: gateways say the same again until they are believed. */
export async function isKept(pool: Pool, { way, reference }: Named): Promise<boolean> {
  const rows = await rowsOf(pool, sql`select 1 from inbound_message where way = ${way} and reference = ${reference}`)
  return rows.length > 0
}

export interface NewMessage extends Named {
  readonly id: string
  readonly kind: string
  readonly sender: Buffer
  readonly sealed: Buffer
  readonly reports: number
  readonly office: string | null
  readonly sorted: string
  readonly sentAt: Date
  readonly receivedAt: Date
  readonly reply: { readonly id: string; readonly what: string; readonly says: object } | null
}

/** INBOUND-1 Puts a message on the waiting list, with the answer to its sender; of two at once, one. */
export async function insertMessage(pool: Pool, message: NewMessage): Promise<boolean> {
  const { id, way, reference, kind, sender, sealed, reports, office, sorted, sentAt, receivedAt, reply } = message
  const rows = await rowsOf(
    pool,
    sql`with kept as (
        insert into inbound_message (id, way, reference, kind, sender, sealed, reports, office, sorted, state, sent_at, received_at, changed_at)
        values (${id}::uuid, ${way}, ${reference}, ${kind}, ${sender}, ${sealed}, ${reports}, ${office}::uuid, ${sorted}, 'waiting', ${sentAt}, ${receivedAt}, ${receivedAt})
        on conflict (way, reference) do nothing returning id
      ), answer as (
        insert into inbound_reply (id, message, what, says, state, next_at, made_at, changed_at)
        select ${reply?.id ?? null}::uuid, kept.id, ${reply?.what ?? null}, ${JSON.stringify(reply?.says ?? {})}::jsonb, 'waiting', ${receivedAt}, ${receivedAt}, ${receivedAt}
        from kept where ${reply?.what ?? null}::text is not null
      )
      select id from kept`,
  )
  return rows.length > 0
}

/** How much came from a number since then. */
export async function countFrom(pool: Pool, sender: Buffer, since: Date): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    pool,
    sql`select count(*)::int as n from inbound_message where sender = ${sender} and received_at > ${since}`,
  )
  return rows[0]?.n ?? 0
}

/** The posts of the officers who write from a number. */
export const selectPostsOf = (pool: Pool, found: Buffer): Promise<readonly { office: string; role: string }[]> =>
  rowsOf<{ office: string; role: string }>(
    pool,
    sql`select p.office, p.role from staff_phone f join staff s on s.id = f.staff join post p on p.staff = f.staff
      where f.found = ${found} and s.active and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())`,
  )

interface VillageRow {
  readonly code: PlaceCode
  readonly name: string
  readonly path: string
}

/** The villages whose names begin so, with what they lie in. */
export const selectVillagesNamed = (pool: Pool, letters: string): Promise<readonly VillageRow[]> =>
  rowsOf<VillageRow>(
    pool,
    sql`select v.code, v.name, concat_ws(', ', s.name, d.name) as path
      from place v join place s on s.code = v.parent join place d on d.code = s.parent
      where v.level = 'village' and v.valid_to is null and v.search_name like ${`${letters}%`}`,
  )

/** Which of these offices have somebody now who works on cases. */
export const selectStaffedAt = (
  pool: Pool,
  offices: readonly OfficeId[],
  roles: readonly string[],
): Promise<ReadonlySet<OfficeId>> => inScope(pool, {}, (client) => selectStaffed(client, offices, roles))

/** INBOUND-10 Erases messages of an office that came to their end before a day. Gives how many. */
export async function deleteOver(pool: Pool, office: string | null, before: Date): Promise<number> {
  const rows = await rowsOf(
    pool,
    sql`delete from inbound_message where state <> 'waiting' and changed_at < ${before} and office is not distinct from ${office}::uuid returning 1`,
  )
  return rows.length
}

/** The offices that have messages which came to their end. */
export const officesOver = (pool: Pool): Promise<readonly { office: string | null }[]> =>
  rowsOf<{ office: string | null }>(pool, sql`select distinct office from inbound_message where state <> 'waiting'`)
