import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ExportWish } from '@openslrt/core/contract/load-export.ts'
import { receiving } from '@openslrt/core/load/export.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import { standing } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Whom an export has a row for. */
export type Chosen = Pick<ExportWish, 'subject' | 'place' | 'desils' | 'programme' | 'complete'>
export type FoundRow = DbRow & { readonly id: string; readonly place: string; readonly family?: string | null }

const tables = { people: sql`person`, families: sql`family` } as const
const bands = {
  low: sql`p.complete < 50`,
  part: sql`p.complete between 50 and 99`,
  whole: sql`p.complete = 100`,
} as const

function chosen(actor: StaffActor, district: string, which: Chosen): Fragment {
  const { from, to } = rangeOf(which.place)
  return allOf([
    sql`p.district = ${district}`,
    withinRegistry(actor),
    sql`p.place >= ${from} and p.place < ${to}`,
    sql`p.status = ${standing.known}`,
    ...(which.complete ? [bands[which.complete]] : []),
    ...(which.desils.length > 0 ? [ofDesil(which)] : []),
    ...(which.programme ? [havingProgramme(which.subject, which.programme)] : []),
  ])
}

function ofDesil({ subject, desils }: Chosen): Fragment {
  const some = desils.filter((one) => one !== 'none').map(Number)
  const fits = (of: Fragment): Fragment =>
    desils.includes('none')
      ? sql`(${of}.desil is null or ${of}.desil = any(${some}::int[]))`
      : sql`${of}.desil = any(${some}::int[])`
  if (subject === 'families') return fits(sql`p`)
  const family = sql`select 1 from family f where f.district = p.district and f.id = p.family and ${fits(sql`f`)}`
  return desils.includes('none') ? sql`(p.family is null or exists (${family}))` : sql`exists (${family})`
}

/** A programme is had by a person, or by their family; a family has what one of its people has. */
const havingProgramme = (subject: Chosen['subject'], programme: string): Fragment =>
  sql`exists (select 1 from participation r where r.district = p.district and r.programme = ${programme}::uuid and r.status = ${receiving}
    and ${subject === 'people' ? sql`(r.person = p.id or r.family = p.family)` : sql`(r.family = p.id or r.person in (select m.id from person m where m.district = p.district and m.family = p.id))`})`

export async function countChosen(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  which: Chosen,
): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from ${tables[which.subject]} p where ${chosen(actor, district, which)}`,
  )
  return rows[0]?.n ?? 0
}

/** The next of them, village by village. */
export function selectChosen(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  which: Chosen,
  { after, limit }: { readonly after: { readonly place: string; readonly id: string } | null; readonly limit: number },
): Promise<readonly FoundRow[]> {
  const behind = after ? sql`and (p.place, p.id) > (${after.place}, ${after.id}::uuid)` : sql``
  return rowsOf<FoundRow>(
    client,
    sql`select p.* from ${tables[which.subject]} p where ${chosen(actor, district, which)} ${behind}
      order by p.place, p.id limit ${limit}`,
  )
}

export const selectFamiliesOf = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  ids: readonly string[],
): Promise<readonly FoundRow[]> =>
  rowsOf<FoundRow>(
    client,
    sql`select p.* from family p where p.district = ${district} and p.id = any(${[...ids]}::uuid[]) and ${withinRegistry(actor)}`,
  )

/** How the villages of a district are called, and what they lie in. */
export const selectVillageNames = (
  client: PoolClient,
  district: string,
): Promise<
  readonly {
    readonly code: string
    readonly village: string
    readonly subdistrict: string
    readonly district: string
    readonly province: string
  }[]
> =>
  rowsOf(
    client,
    sql`select v.code, v.name as village, s.name as subdistrict, d.name as district, p.name as province
      from place v join place s on s.code = left(v.code, 8) join place d on d.code = left(v.code, 5) join place p on p.code = left(v.code, 2)
      where v.level = 'village' and v.code >= ${district} and v.code < ${`${district}/`}`,
  )

/** How a programme that the reader sees is called; null where there is none. */
export async function selectProgrammeName(client: PoolClient, id: string): Promise<string | null> {
  const rows = await rowsOf<{ name: string }>(client, sql`select name from programme where id = ${id}::uuid limit 1`)
  return rows[0]?.name ?? null
}
