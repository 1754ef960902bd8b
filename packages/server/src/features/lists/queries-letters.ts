import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { standing, under } from './queries-roles.ts'

/** LETTER-34 Whether a code is somebody who holds a post in or under a place now. */
export async function worksIn(client: PoolClient, place: PlaceCode, code: string): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from post p join staff s on s.id = p.staff join office o on o.id = p.office
      where s.id::text = ${code} and ${under(place)} and ${standing} limit 1`,
  )
  return rows.length > 0
}

/** LETTER-33 Whether a picture to stand over letters was taken in a place. Such files are never swept. */
export async function hasPicture(client: PoolClient, place: string, file: string): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from file_blob where district = ${place} and sha256 = ${file} and letterhead`,
  )
  return rows.length > 0
}
