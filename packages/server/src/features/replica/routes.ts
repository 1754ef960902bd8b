import { createHash } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { carriedRoutes } from '@openslrt/core/contract/carried.ts'
import { mostMarks, replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { Ledger } from '../../platform/ledger/execute.ts'
import type { CaseParts } from '../case/index.ts'
import { carriedAt } from '../programme/index.ts'
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
      return ok({ epoch, backedUp, order, villages: [...reach.villages], ...page })
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
  route(carriedRoutes.programmes, ({ query: { have }, actor }) => {
    const reader = actor()
    return inOneMoment(ledger, reader, async ({ client, reach }) => {
      const places = reach.villages.map(({ code }) => code)
      const carried = await carriedAt({ client, reference }, reader, places.length > 0 ? places : [reader.place])
      const stamp = stampOf(carried)
      return ok({ stamp, carried: stamp === have ? null : carried })
    })
  }),
]

/** FIELD-20 The same programmes have the same stamp: whoever has them is given nothing. */
const stampOf = (carried: unknown): string => createHash('sha256').update(canonical(carried)).digest('hex').slice(0, 32)

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
