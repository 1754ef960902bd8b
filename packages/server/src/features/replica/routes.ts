import { createHash } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { carried, carriedRoutes } from '@openslrt/core/contract/carried.ts'
import { mostMarks, replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { deltaFor, stampOf } from '@openslrt/core/programme/carried-delta.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import type { CaseParts } from '../case/index.ts'
import { carriedAt } from '../programme/index.ts'
import { replicaRowsOf } from './lines.ts'
import { selectHead, selectMarks } from './queries.ts'
import { hearDevice } from './queries-devices.ts'
import { selectEpoch } from './queries-epoch.ts'
import type { Reach } from './reach.ts'
import { reachOf } from './reach.ts'
import { readPage } from './read-round.ts'

/** The doors through which field phones keep their replica. */
export const replicaRoutesOf = ({ ledger, reference }: CaseParts): readonly Route[] => [
  route(replicaRoutes.pull, async ({ body: { cursor, ...heard }, actor }) => {
    const reader = actor()
    const order = await inScope(ledger.pool, { staff: reader.staff }, (client) => hearDevice(client, reader, heard))
    if (order === null) return no({ code: 'device-of-another' })
    const keys = await ledger.keys.forDistrict(ledgerOf(reader.place))
    return inOneMoment(ledger, reader, async ({ client, district, reach }) => {
      const { epoch, backedUp } = await selectEpoch(client, district)
      const ground = { epoch, reach: reach.mark, head: await selectHead(client, district) }
      const asking = { actor: reader, district, villages: reach.villages.map(({ code }) => code) }
      const page = await readPage({ client, keys, asking, ground, cursor })
      // SYNC-58 Who is to forget is given nothing more to hold.
      const rows = order === 'wipe' ? replicaRowsOf({}, keys) : page.rows
      return ok({ epoch, backedUp, order, villages: [...reach.villages], ...page, rows })
    })
  }),
  route(replicaRoutes.marks, ({ body: { table, after }, actor }) => {
    const reader = actor()
    return inOneMoment(ledger, reader, async ({ client, district, reach }) => {
      const asking = { actor: reader, district, villages: reach.villages.map(({ code }) => code) }
      const rows = await selectMarks(client, table, asking, { after: after ?? firstId, most: mostMarks + 1 })
      const marks = rows.slice(0, mostMarks).map(({ id, seq }): [string, number] => [id, seq])
      return ok({ marks, more: rows.length > mostMarks })
    })
  }),
  route(carriedRoutes.programmes, ({ query: { have, marks }, actor }) => {
    const reader = actor()
    return inOneMoment(ledger, reader, async ({ client, reach }) => {
      const places = reach.villages.map(({ code }) => code)
      const found = await carriedAt({ client, reference }, reader, places.length > 0 ? places : [reader.place])
      // In the words in which the phone has it: its marks and stamps are of what it was given.
      const all = carried.parse(found)
      const stamp = await stampOf(all, digest)
      if (stamp === have) return ok({ stamp, carried: null })
      if (marks === undefined) return ok({ stamp, carried: all })
      return ok({ stamp, carried: null, delta: await deltaFor(all, marks.split(','), digest) })
    })
  }),
]

const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex')

const firstId = '00000000-0000-0000-0000-000000000000'

interface Moment {
  readonly client: PoolClient
  readonly district: LedgerCode
  readonly reach: Reach
}

/** Reads in one moment of the database: rows, their count and the last entry belong together. */
function inOneMoment<T>({ pool }: Ledger, reader: StaffActor, read: (moment: Moment) => Promise<T>): Promise<T> {
  const district = ledgerOf(reader.place)
  return inScope(pool, scopeOf(reader, district), async (client) => {
    await client.query('set transaction isolation level repeatable read, read only')
    return read({ client, district, reach: await reachOf(client, reader) })
  })
}
