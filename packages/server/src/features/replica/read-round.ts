import type { ReplicaRows } from '@openslrt/core/contract/replica.ts'
import { mostPulled } from '@openslrt/core/contract/replica.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import type { Census } from '@openslrt/core/replica/census.ts'
import type { After, Cursor, Ground, Round } from '@openslrt/core/replica/round.ts'
import { endedAt, pausedAt, roundAt, tablesFrom } from '@openslrt/core/replica/round.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import type { PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Found } from './lines.ts'
import { replicaRowsOf } from './lines.ts'
import type { Asking } from './queries.ts'
import { selectRows, selectTally } from './queries.ts'

/** Who asks for which page, and what holds on the server. */
export interface PageWish {
  readonly client: PoolClient
  readonly keys: DistrictKeys
  readonly asking: Asking
  readonly ground: Ground
  readonly cursor: Cursor | null
}

/** What a page brings of a round. */
export interface RoundPage {
  readonly rows: ReplicaRows
  readonly cursor: Cursor
  readonly done: boolean
  readonly census: Census | null
}

/**
 * SYNC-11, SYNC-12, SYNC-54 The next page of a round. The last one says what the phone should hold, where nothing was written
 * since the round began: then all of its pages are as of one moment. Where nothing was written since the last round, there is
 * nothing to look for.
 */
export async function readPage(wish: PageWish): Promise<RoundPage> {
  const { cursor, ground, keys } = wish
  const round = roundAt(cursor, ground)
  if (cursor !== null && round.fresh && round.since === round.upTo)
    return { rows: replicaRowsOf({}, keys), cursor, done: true, census: null }
  const { found, paused } = await fill(wish, round)
  const rows = replicaRowsOf(found, keys)
  if (paused) return { rows, cursor: pausedAt(round, ground, paused.table, paused.last), done: false, census: null }
  const still = ground.head === round.upTo
  return { rows, cursor: endedAt(round, ground), done: true, census: still ? await censusOf(wish) : null }
}

interface Filled {
  readonly found: Found
  /** Where the page was full; null where all is on it. */
  readonly paused: { readonly table: ReplicaTable; readonly last: After } | null
}

async function fill({ client, asking }: PageWish, round: Round): Promise<Filled> {
  const found: { [Table in ReplicaTable]?: readonly DbRow[] } = {}
  let room = mostPulled
  for (const table of tablesFrom(round.table)) {
    const after = table === round.table && round.after ? round.after : { seq: round.since, id: lastId }
    if (room === 0) return { found, paused: { table, last: after } }
    const rows = await selectRows(client, table, asking, { after, upTo: round.upTo, most: room })
    found[table] = rows
    room -= rows.length
    const last = rows.at(-1)
    if (room === 0 && last)
      return { found, paused: { table, last: { seq: Number(last['seq']), id: String(last['id']) } } }
  }
  return { found, paused: null }
}

/** Behind every row that was written with this entry: a round begins after it. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

async function censusOf({ client, asking }: PageWish): Promise<Census> {
  const census: Record<ReplicaTable, Census[ReplicaTable]> = tableOf(replicaTables, () => ({ count: 0, sum: 0 }))
  for (const table of replicaTables) census[table] = await selectTally(client, table, asking)
  return census
}
