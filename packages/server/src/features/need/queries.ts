import type { Actor } from '@openslrt/core/access/actor.ts'
import { grantedApplication, inLine, livingApplication } from '@openslrt/core/need/moves.ts'
import type { Holder } from '@openslrt/core/need/need.ts'
import type { InLine } from '@openslrt/core/need/scene.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

async function one<Row extends DbRow>(rows: Promise<readonly Row[]>): Promise<Row | null> {
  return (await rows)[0] ?? null
}

/** A row of these tables by its id, as far as the database's wall shows it: that wall is what a command is let in by. */
export const selectNeed = (client: PoolClient, district: string, id: string): Promise<DbRow | null> =>
  one(rowsOf<DbRow>(client, sql`select * from need where district = ${district} and id = ${id}::uuid`))
export const selectApplication = (client: PoolClient, district: string, id: string): Promise<DbRow | null> =>
  one(rowsOf<DbRow>(client, sql`select * from application where district = ${district} and id = ${id}::uuid`))
export const selectParticipation = (client: PoolClient, district: string, id: string): Promise<DbRow | null> =>
  one(rowsOf<DbRow>(client, sql`select * from participation where district = ${district} and id = ${id}::uuid`))
export const selectQuota = (client: PoolClient, district: string, id: string): Promise<DbRow | null> =>
  one(rowsOf<DbRow>(client, sql`select * from quota where district = ${district} and id = ${id}::uuid`))

type Found = DbRow & {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly place: string
  readonly family: string | null
  readonly name: string | null
}

/** A person of the registry within an actor's reach. */
export const selectPerson = (client: PoolClient, actor: Actor, district: string, id: string): Promise<Found | null> =>
  one(
    rowsOf<Found>(
      client,
      sql`select p.id, p.version, p.status, p.place, p.family, p.name from person p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
    ),
  )

/** A family of the registry within an actor's reach, with what its head is called. */
export const selectFamily = (client: PoolClient, actor: Actor, district: string, id: string): Promise<Found | null> =>
  one(
    rowsOf<Found>(
      client,
      sql`select p.id, p.version, p.status, p.place, p.id as family, (
          select m.name from person m where m.district = p.district and m.family = p.id
          order by (m.said ->> 'status_hubungan_keluarga' = '1') desc nulls last, m.birth_date, m.id limit 1
        ) as name
        from family p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
    ),
  )

/** NEED-3 Whether a need has asked a programme already, and it is not over. */
export async function isAsked(client: PoolClient, district: string, need: string, programme: string): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from application where district = ${district} and need = ${need}::uuid and programme = ${programme}::uuid
      and status = any(${[...livingApplication]}::text[]) limit 1`,
  )
  return rows.length > 0
}

/** NEED-8 Whether it is said already what somebody has of a programme, in another row. */
export async function isSaid(
  client: PoolClient,
  district: string,
  { holder, programme, but }: { readonly holder: string; readonly programme: string; readonly but: string },
): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from participation where district = ${district} and programme = ${programme}::uuid
      and coalesce(person, family, case_id) = ${holder}::uuid and id <> ${but}::uuid limit 1`,
  )
  return rows.length > 0
}

/** Quotas of a programme in a district that count on a day. */
export const selectRunning = (
  client: PoolClient,
  district: string,
  programme: string,
  day: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from quota where district = ${district} and programme = ${programme}::uuid
      and valid_from <= ${day}::date and valid_until >= ${day}::date order by place limit 2000`,
  )

/** QUOTA-8 Those whose time is over while somebody still waits for them. */
export const selectOwing = (
  client: PoolClient,
  district: string,
  programme: string,
  day: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from quota where district = ${district} and programme = ${programme}::uuid
      and valid_until < ${day}::date and waiting > 0 order by valid_until desc, place limit 2000`,
  )

/** QUOTA-7 Quotas that meet a time, and those that meet the widest of these: shares and wholes of what is set are among them. */
export const selectQuotasAround = (
  client: PoolClient,
  district: string,
  programme: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select q.* from quota q, (
        select least(min(valid_from), ${from}::date) as first, greatest(max(valid_until), ${until}::date) as last from quota
        where district = ${district} and programme = ${programme}::uuid and valid_from <= ${until}::date and valid_until >= ${from}::date
      ) w
      where q.district = ${district} and q.programme = ${programme}::uuid and q.valid_from <= w.last and q.valid_until >= w.first
      order by q.valid_from desc, q.place limit 5000`,
  )

const waits = sql`ticket is not null and status = any(${[...inLine]}::text[])`
const columns = sql`id, version, quota, ticket, (extract(epoch from decided_at) * 1000)::float8 as "decidedAt"`

/** The first in the line of a quota but for one; the scope has been opened for it. */
export const selectLine = (
  client: PoolClient,
  district: string,
  quota: string,
  but: string,
  most: number,
): Promise<readonly (InLine & DbRow)[]> =>
  rowsOf<InLine & DbRow>(
    client,
    sql`select ${columns} from application where district = ${district} and quota = ${quota}::uuid and ${waits}
      and id <> ${but}::uuid order by decided_at, ticket limit ${most}`,
  )

/** Where those live who wait for these quotas; the scope has been opened for it. */
export async function selectPlacesWaiting(
  client: PoolClient,
  district: string,
  quotas: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf<{ place: string }>(
    client,
    sql`select distinct place from application where district = ${district} and quota = any(${[...quotas]}::uuid[]) and ${waits}`,
  )
  return rows.map(({ place }) => place)
}

/** Those of some places who wait for these quotas, the longest waiting first; the scope has been opened for it. */
export const selectComers = (
  client: PoolClient,
  district: string,
  quotas: readonly string[],
  places: readonly string[],
  most: number,
): Promise<readonly (InLine & DbRow)[]> =>
  rowsOf<InLine & DbRow>(
    client,
    sql`select ${columns} from application where district = ${district} and quota = any(${[...quotas]}::uuid[]) and ${waits}
      and place = any(${[...places]}::text[]) order by decided_at, ticket, id limit ${most}`,
  )

/** NEED-8 Needs of a person, family or case for which a programme was granted, as far as the wall shows them. */
export const selectGrantedNeeds = (
  client: PoolClient,
  district: string,
  { person, family, caseId }: Holder,
  programme: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select n.* from need n where n.district = ${district}
      and (n.person = ${person}::uuid or (n.person is null and n.family = ${family}::uuid) or n.case_id = ${caseId}::uuid)
      and exists (select 1 from application a where a.district = n.district and a.need = n.id
        and a.programme = ${programme}::uuid and a.status = any(${[...grantedApplication]}::text[]))
      order by n.recorded_at, n.id limit 50`,
  )
