import { createHash, randomUUID } from 'node:crypto'
import type { ProviderActor, StaffActor } from '@openslrt/core/access/actor.ts'
import { actorName } from '@openslrt/core/access/actor.ts'
import type { Look } from '@openslrt/core/contract/access-queries.ts'
import type { Pool, PoolClient } from 'pg'

/** Somebody who looks from an office: with an account, or through a reply link. */
type Reader = StaffActor | ProviderActor

/** One look at personal data: in whose ledger, at what, and why. */
interface Access {
  readonly district: string
  readonly action: Look
  readonly subject: string | null
  readonly reason: string
}

/** Writes a look down, in the transaction that shows the data: no look without its line. */
export async function logAccess(client: PoolClient, reader: Reader, access: Access): Promise<void> {
  await write(client, reader, access, randomUUID())
}

/** How long somebody who opens the same record again is still looking at it. */
const oneLookMs = 15 * 60_000

/**
 * Writes down that a card was opened. A card asks for itself every minute: the line's id is made of who, what
 * and which quarter of an hour, so that all of that is one line and costs one insert that mostly finds it there. Unlike
 * a number that is revealed, it does not wait for the disk: that took longer than reading the card.
 */
export async function logOpening(
  client: PoolClient,
  reader: Reader,
  opened: Pick<Access, 'district' | 'action'> & { readonly subject: string; readonly now: number },
): Promise<void> {
  const { district, action, subject, now } = opened
  const look = [actorName(reader), reader.office, district, action, subject, Math.floor(now / oneLookMs)].join('\n')
  await client.query('set local synchronous_commit = off')
  await write(client, reader, { district, action, subject, reason: '' }, idOf(look))
}

async function write(client: PoolClient, reader: Reader, access: Access, id: string): Promise<void> {
  const { district, action, subject, reason } = access
  await client.query(
    'insert into access_log (district, id, at, actor, office, action, subject, reason) values ($1, $2, now(), $3, $4, $5, $6, $7) on conflict do nothing',
    [district, id, actorName(reader), reader.office, action, subject, reason],
  )
}

/** Forgets looks at a district's data from before a moment. Gives how many. */
export async function forgetLooks(pool: Pool, district: string, before: Date): Promise<number> {
  const { rowCount } = await pool.query('delete from access_log where district = $1 and at < $2', [district, before])
  return rowCount ?? 0
}

/** Districts at whose data somebody looked. */
export async function districtsLookedAt(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ district: string }>('select distinct district from access_log order by 1')
  return rows.map(({ district }) => district)
}

function idOf(look: string): string {
  const hex = createHash('sha256').update(look).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
