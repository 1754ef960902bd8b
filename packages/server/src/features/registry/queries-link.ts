import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { FoundPerson } from './queries-search.ts'
import { selectByNumber } from './queries-search.ts'

/** A link as its row lies in the table, of whichever of the two districts the reader is. */
export async function selectLink(client: PoolClient, district: string, id: string): Promise<DbRow | undefined> {
  const [row] = await rowsOf<DbRow>(
    client,
    sql`select * from registry_link where district = ${district} and id = ${id}::uuid`,
  )
  return row
}

/** What a person was asked about, here and from elsewhere. */
export const selectLinksOf = (
  client: PoolClient,
  { district, id, nik }: { readonly district: string; readonly id: string; readonly nik: Buffer | null },
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from registry_link l where (l.district = ${district} and l.person = ${id}::uuid)
        or (l.other = ${district} and (l.other_person = ${id}::uuid or (l.status = 'asked' and l.nik_index = ${nik})))
      order by l.at desc limit 20`,
  )

/** What the reader's district is asked about people whom the reader sees, the oldest first, with these people. */
export async function selectAsked(
  client: PoolClient,
  actor: StaffActor,
  most: number,
): Promise<readonly { readonly link: DbRow; readonly person: FoundPerson }[]> {
  const links = await rowsOf<DbRow>(
    client,
    sql`select * from registry_link where other = ${ledgerOf(actor.place)} and status = 'asked' order by at limit ${mostLooked}`,
  )
  const none = Buffer.alloc(0)
  const found: { link: DbRow; person: FoundPerson }[] = []
  for (const link of links) {
    if (found.length >= most || !Buffer.isBuffer(link['nik_index'])) continue
    const [person] = await selectByNumber(client, actor, link['nik_index'], none)
    if (person) found.push({ link, person })
  }
  return found
}

/** No district is asked as much in a week; what is older comes up once this is answered. */
const mostLooked = 200

/** The person of a link in the district that was asked, as far as the reader sees them. */
export async function selectThere(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | undefined> {
  const [row] = await rowsOf<DbRow>(
    client,
    sql`select p.* from person p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
  )
  return row
}
