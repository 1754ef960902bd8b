import type { HeardLine } from '@openslrt/core/load/heard.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** How people or families are asked for: by the digest of a number, or by the id that such a number gives. */
export interface Numbered {
  readonly digests: readonly Buffer[]
  readonly ids: readonly string[]
}

export type KnownRow = DbRow & { readonly id: string; readonly status: string; readonly merged_into: string | null }
type Named = KnownRow & { readonly nik_index?: Buffer | null; readonly kk_index?: Buffer | null }

/** Of the ledger that the transaction is in. Somebody may be told twice: by a number, and by the id that it gave. */
export const selectPeople = (client: PoolClient, { digests, ids }: Numbered): Promise<readonly Named[]> =>
  rowsOf<Named>(client, sql`select * from people_numbered(${[...digests]}::bytea[], ${[...ids]}::uuid[])`)

export const selectFamilies = (client: PoolClient, { digests, ids }: Numbered): Promise<readonly Named[]> =>
  rowsOf<Named>(client, sql`select * from families_numbered(${[...digests]}::bytea[], ${[...ids]}::uuid[])`)

export interface SaidRow {
  readonly holder: string
  readonly said: Readonly<Record<string, unknown>>
  readonly at: Date
  readonly way: string
  readonly ref: string | null
}

/** What was said of these since they came in, the latest last. */
export const selectSaid = (
  client: PoolClient,
  district: string,
  holders: readonly string[],
): Promise<readonly SaidRow[]> =>
  rowsOf<SaidRow>(
    client,
    sql`select holder, said, at, way, ref from registry_record where district = ${district} and holder = any(${[...holders]}::uuid[]) order by at, seq`,
  )

export const selectSnapshots = (
  client: PoolClient,
  district: string,
): Promise<readonly { readonly id: string; readonly snapshot: string }[]> =>
  rowsOf(client, sql`select id, snapshot from load where district = ${district}`)

/** LOAD-22 What extracts of this day or later found of these as it stood. */
export const selectHeard = (
  client: PoolClient,
  holders: readonly string[],
  from: string,
): Promise<readonly HeardLine[]> =>
  rowsOf<HeardLine>(client, sql`select holder, said, snapshot from heard_of(${[...holders]}::uuid[], ${from})`)
