import type { Actor } from '@openslrt/core/access/actor.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { ProposalKind } from '@openslrt/core/proposal/kinds.ts'
import { endedProposal } from '@openslrt/core/proposal/moves.ts'
import type { ProposalStatus } from '@openslrt/core/proposal/proposal.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** PROPOSAL-16 Which rows of `p` an actor sees: those of their villages; the clock the one whose time has come. */
const seen = (actor: Actor): Fragment =>
  actor.kind === 'clock' ? sql`p.id = ${actor.proposal ?? null}::uuid` : withinRegistry(actor)

const tables = { proposal: sql`proposal`, minutes: sql`village_minutes`, proposalBatch: sql`proposal_batch` } as const

/** Rows of one of the tables of proposals by their ids, as far as the actor sees them. */
export const selectByIds = (
  client: PoolClient,
  actor: Actor,
  table: keyof typeof tables,
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from ${tables[table]} p where p.district = ${district} and p.id = any(${[...ids]}::uuid[]) and ${seen(actor)}`,
  )

export interface ProposalFilter {
  readonly statuses: readonly ProposalStatus[] | null
  readonly kind?: ProposalKind | undefined
  readonly month?: string | undefined
  readonly place?: PlaceCode | undefined
  /** Only what was due before this moment. */
  readonly lateAt?: Date | undefined
}

const wanted = (actor: Actor, { statuses, kind, month, place, lateAt }: ProposalFilter): Fragment =>
  allOf([
    seen(actor),
    ...(statuses ? [sql`p.status = any(${[...statuses]}::text[])`] : []),
    ...(kind ? [sql`p.kind = ${kind}`] : []),
    ...(month ? [sql`p.month = ${month}`] : []),
    ...(place ? [under(place)] : []),
    ...(lateAt ? [sql`p.due_at < ${lateAt}`] : []),
  ])

function under(place: PlaceCode): Fragment {
  const { from, to } = rangeOf(place)
  return sql`(p.place >= ${from} and p.place < ${to})`
}

interface Part {
  readonly limit: number
  readonly offset: number
}

/** A page of proposals: what is due first, then the oldest month. */
export const selectProposals = (
  client: PoolClient,
  actor: Actor,
  filter: ProposalFilter,
  { limit, offset }: Part,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from proposal p where ${wanted(actor, filter)}
      order by (p.status = any(${[...endedProposal]}::text[])), p.due_at nulls last, p.month, p.captured_at, p.id limit ${limit} offset ${offset}`,
  )

export interface StatusCount {
  readonly status: ProposalStatus
  readonly n: number
  readonly late: number
}

/** How many proposals stand where. */
export const countProposals = (
  client: PoolClient,
  actor: Actor,
  filter: ProposalFilter,
  now: Date,
): Promise<readonly StatusCount[]> =>
  rowsOf<{ status: ProposalStatus; n: number; late: number }>(
    client,
    sql`select p.status, count(*)::int as n, (count(*) filter (where p.due_at < ${now}))::int as late
      from proposal p where ${wanted(actor, filter)} group by p.status`,
  )

/** Proposals of a case, newest first. */
export const selectOfCase = (
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from proposal p where p.district = ${district} and p.case_id = ${id}::uuid and ${seen(actor)}
      order by p.drafted_at desc, p.id`,
  )

/** Proposals that are under way for a number. */
export const selectByNik = (
  client: PoolClient,
  actor: Actor,
  district: string,
  nik: Buffer,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from proposal p where p.district = ${district} and p.nik_index = ${nik}
      and not p.status = any(${[...endedProposal]}::text[]) and ${seen(actor)} order by p.drafted_at desc, p.id limit 20`,
  )

/** Proposals that lines of a file may mean: by their own ids, or by the numbers of their people. */
export const selectMeant = (
  client: PoolClient,
  actor: Actor,
  district: string,
  { ids, niks }: { readonly ids: readonly string[]; readonly niks: readonly Buffer[] },
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from proposal p where p.district = ${district} and ${seen(actor)}
      and (p.id = any(${[...ids]}::uuid[]) or p.nik_index = any(${[...niks]}::bytea[])) order by p.drafted_at, p.id`,
  )

/** People with a number, as far as the actor sees people. */
export const selectPeople = (
  client: PoolClient,
  actor: Actor,
  district: string,
  nik: Buffer,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from person p where p.district = ${district} and p.nik_index = ${nik} and ${withinRegistry(actor)} limit 5`,
  )

/** People and families by their ids: what a sheet is filled from, and who a proposal is about. */
export const selectHolders = (
  client: PoolClient,
  actor: Actor,
  table: 'person' | 'family',
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from ${table === 'person' ? sql`person` : sql`family`} p where p.district = ${district}
      and p.id = any(${[...ids]}::uuid[]) and ${withinRegistry(actor)}`,
  )

/** A page of the minutes of village meetings, newest day first. */
export const selectMinutesPage = (
  client: PoolClient,
  actor: Actor,
  { limit, offset }: Part,
  days: { readonly from: string; readonly until: string } | null = null,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from village_minutes p where ${withinRegistry(actor)}
      and ${days ? sql`p.day >= ${days.from}::date and p.day <= ${days.until}::date` : sql`true`}
      order by p.day desc, p.id limit ${limit} offset ${offset}`,
  )

export type BatchRow = DbRow & { readonly answered: number }

/** Batches, newest first, each with how many of it were answered. */
export const selectBatches = (
  client: PoolClient,
  actor: Actor,
  { limit, offset }: Part,
  only: { readonly district: string; readonly id: string } | null = null,
): Promise<readonly BatchRow[]> =>
  rowsOf<BatchRow>(
    client,
    sql`select p.*, (select count(*)::int from proposal q where q.district = p.district and q.batch = p.id
        and q.status = any(${[...endedProposal]}::text[])) as answered
      from proposal_batch p where ${withinRegistry(actor)}
      and ${only ? sql`p.district = ${only.district} and p.id = ${only.id}::uuid` : sql`true`}
      order by p.made_at desc, p.id limit ${limit} offset ${offset}`,
  )

/** Everything that was taken out in one batch, village by village. */
export const selectOfBatch = (
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from proposal p where p.district = ${district} and p.batch = ${id}::uuid and ${seen(actor)}
      order by p.place, p.name_key, p.id`,
  )

export async function countRows(client: PoolClient, actor: Actor, table: 'minutes' | 'proposalBatch'): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from ${tables[table]} p where ${withinRegistry(actor)}`,
  )
  return rows[0]?.n ?? 0
}

/** What members of staff are called. */
export async function selectNames(client: PoolClient, staff: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    client,
    sql`select id, name from staff where id = any(${[...new Set(staff)]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What places are called. */
export async function selectPlaceNames(
  client: PoolClient,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ code: string; name: string }>(
    client,
    sql`select code, name from place where code = any(${[...new Set(codes)]}::text[])`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}
