import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Change } from '@openslrt/core/ledger/entry.ts'
import { stepLoad } from '@openslrt/core/load/decide.ts'
import type { LoadRow } from '@openslrt/core/load/load.ts'
import type { LoadMove } from '@openslrt/core/load/moves.ts'
import type { PoolClient } from 'pg'
import { execute } from '../../platform/ledger/execute.ts'
import { madeId } from '../../platform/ledger/made-id.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectLoad } from './queries.ts'
import type { Working } from './work.ts'

/** What a step of the server writes beside the load itself. */
interface Step {
  readonly set: Extract<Change, { table: 'load' }>['set']
  readonly beside: readonly Change[]
  /** What can be done while the database writes. */
  readonly meanwhile?: () => void
}

/**
 * LOAD-14 A step that the server makes, in the name of whoever began the work. Its id follows from the load and the version
 * that it goes on from: the same step asked for twice is one. False where the load has moved on: somebody stopped it.
 */
export async function stepAsWork(
  { parts, held, actor }: Working,
  version: number,
  move: LoadMove,
  make: (client: PoolClient, load: LoadRow, now: number) => Promise<Step>,
): Promise<boolean> {
  const { ledger, reference } = parts
  const { district, load: subject } = held
  const now = Date.now()
  const seed = `${subject} ${version} ${move}`
  const command = { id: madeId(seed), kind: `load.${move}`, district, subject, actor, doneAt: now, receivedAt: now }
  const reply = await execute(ledger, { ...command, bodyHash: sha256(seed) }, async (client) => {
    const row = await selectLoad(client, district, subject)
    const load = row && rowOf('load', row, null)
    if (!load) return no({ code: 'not-found' })
    if (load.version !== version) return no({ code: 'stale' })
    const { set, beside, ...later } = await make(client, load, now)
    const decided = stepLoad(load, move, set, reference.policyFor(district, now, now), beside)
    return decided.ok ? ok({ decision: decided.value, place: actor.place, before: [load], ...later }) : decided
  })
  if (reply.status === 'accepted' || reply.refusal.code === 'stale') return reply.status === 'accepted'
  throw new Error(`a load could not take a step: ${reply.refusal.code}`)
}
