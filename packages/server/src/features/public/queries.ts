import type { Client, Pool } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'

/** The public projection of a case for whoever holds its secret; `key` is its number, its id, or empty with a long secret. */
export async function findPublicCase(door: Pool, district: string, key: string, proof: Buffer): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(door, sql`select public_case(${district}, ${key}, ${proof}) as found`)
  return rows[0]?.found ?? null
}

/** How the proposals stand that came of a case, for whoever holds its secret. */
export async function findPublicProposals(door: Pool, district: string, id: string, proof: Buffer): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(
    door,
    sql`select public_proposals(${district}, ${id}::uuid, ${proof}) as found`,
  )
  return rows[0]?.found ?? []
}

/** How the applications to programmes stand that came of a case, for whoever holds its secret. */
export async function findPublicApplications(
  door: Pool,
  district: string,
  id: string,
  proof: Buffer,
): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(
    door,
    sql`select public_applications(${district}, ${id}::uuid, ${proof}) as found`,
  )
  return rows[0]?.found ?? []
}

/** What the slip of a paper form says; `batch` is the number of its batch, or empty with a long secret. */
export async function findPublicForm(
  door: Pool,
  district: string,
  batch: string,
  sheet: number,
  proof: Buffer,
): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(
    door,
    sql`select public_form(${district}, ${batch}, ${sheet}, ${proof}) as found`,
  )
  return rows[0]?.found ?? null
}

/** What the check page of a letter shows to whoever holds its secret. */
export async function findPublicLetter(door: Pool, district: string, proof: Buffer): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(door, sql`select public_letter(${district}, ${proof}) as found`)
  return rows[0]?.found ?? null
}

/** What is counted of a list that is told to everybody. */
export async function findPublicSurge(door: Pool, district: string, id: string, zone: string): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(
    door,
    sql`select public_surge(${district}, ${id}::uuid, ${zone}) as found`,
  )
  return rows[0]?.found ?? null
}

/** Lists that are told to everybody, those that are worked on first. */
export async function findPublicSurges(door: Pool): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(door, sql`select public_surges() as found`)
  return rows[0]?.found ?? []
}

export interface CitizenSessionRow {
  readonly district: string
  readonly case_id: string
  readonly proof: Buffer
  readonly receipt: string | null
}

/** Begins a session, and clears away those that are over. */
export async function saveCitizenSession(
  pool: Pool,
  token: Buffer,
  session: CitizenSessionRow,
  now: Date,
  until: Date,
): Promise<void> {
  const { district, case_id, proof, receipt } = session
  await rowsOf(
    pool,
    sql`with over as (delete from citizen_session where expires_at < ${now})
      insert into citizen_session (token, district, case_id, expires_at, proof, receipt)
      values (${token}, ${district}, ${case_id}::uuid, ${until}, ${proof}, ${receipt}::uuid)`,
  )
}

/** The session behind a cookie, moved on to last until `until`; nothing when it is over. */
export async function touchCitizenSession(
  pool: Pool,
  token: Buffer,
  now: Date,
  until: Date,
): Promise<CitizenSessionRow | null> {
  const rows = await rowsOf<CitizenSessionRow>(
    pool,
    sql`update citizen_session set expires_at = ${until}
      where token = ${token} and expires_at > ${now} and proof is not null returning district, case_id, proof, receipt`,
  )
  return rows[0] ?? null
}

export async function endCitizenSession(pool: Pool, token: Buffer): Promise<void> {
  await rowsOf(pool, sql`delete from citizen_session where token = ${token}`)
}

/** BACKUP-7 Ends every visit of a citizen; gives how many there were. */
export async function endCitizenSessions(owner: Client): Promise<number> {
  return (await owner.query('delete from citizen_session')).rowCount ?? 0
}

export interface VillageRow {
  readonly code: string
  readonly name: string
  readonly subdistrict: string
  readonly district: string
  readonly province: string
}

// The letters and digits of a name, as the index `place_spelling` has them.
const spelling = (of: 'n' | 'v'): Fragment => sql`regexp_replace(lower(${sql.ref(`${of}.name`)}), '[^a-z0-9]', '', 'g')`
const spelledWithin = sql`regexp_replace(lower(concat(s.name, '|', d.name, '|', p.name)), '[^a-z0-9|]', '', 'g')`
const villages = sql`select v.code, v.name, s.name as subdistrict, d.name as district, p.name as province
  from place v join place s on s.code = v.parent join place d on d.code = s.parent join place p on p.code = d.parent
  where v.level = 'village' and v.valid_to is null`

/**
 * Villages whose name begins so, and those of sub-districts with exactly this name, within places whose names hold all
 * the other words. Whole names come first, and among them places that an office near them serves.
 */
export function selectVillages(
  pool: Pool,
  name: string,
  within: readonly string[],
  limit: number,
): Promise<readonly VillageRow[]> {
  const around = allOf(within.map((word) => sql`${spelledWithin} like ${`%${word}%`}`))
  return rowsOf<VillageRow>(
    pool,
    sql`${villages} and ${around} and v.code in (
        select n.code from place n where ${spelling('n')} like ${`${name}%`}
        union all
        select c.code from place n join place c on c.parent = n.code where n.level = 'subdistrict' and ${spelling('n')} = ${name}
      )
      order by (${spelling('v')} = ${name}) desc,
        exists (select 1 from office o where o.place in (v.code, v.parent, s.parent) and o.active) desc,
        (${spelling('v')} like ${`${name}%`}) asc, v.name, d.name, s.name, v.code
      limit ${limit}`,
  )
}

export async function selectVillage(pool: Pool, code: string): Promise<VillageRow | null> {
  const rows = await rowsOf<VillageRow>(pool, sql`${villages} and v.code = ${code}`)
  return rows[0] ?? null
}
