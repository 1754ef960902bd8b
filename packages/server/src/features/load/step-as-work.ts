import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Change } from '@openslrt/core/ledger/entry.ts'
import { stepLoad } from '@openslrt/core/load/decide.ts'
import type { LoadRow } from '@openslrt/core/load/load.ts'
import type { LoadMove } from '@openslrt/core/load/moves.ts'
import type { PoolClient } from 'pg'
import type { Command, Decide, Reply } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { madeId } from '../../platform/ledger/made-id.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectLoad } from './queries.ts'
import type { Working } from './working.ts'

/** What a step of the server writes beside the load itself. */
interface Step {
  readonly set: Extract<Change, { table: 'load' }>['set']
  readonly beside: readonly Change[]
}
type MakeStep = (client: PoolClient, load: LoadRow, now: number) => Promise<Step>

/**
 * LOAD-14 A step that the server makes, in the name of whoever began the work. False where the load has moved on: somebody
 * stopped it.
 */
export async function stepAsWork(working: Working, version: number, move: LoadMove, make: MakeStep): Promise<boolean> {
  const command = commandOf(working, version, move, Date.now())
  return isTaken(await execute(working.parts.ledger, command, decideStep(working, version, move, command, make)))
}

/** Its id follows from the load and the version that it goes on from: the same step asked for twice is one. */
export function commandOf({ held, actor }: Working, version: number, move: LoadMove, now: number): Command {
  const { district, load: subject } = held
  const seed = `${subject} ${version} ${move}`
  const times = { doneAt: now, receivedAt: now }
  return { id: madeId(seed), kind: `load.${move}`, district, subject, actor, ...times, bodyHash: sha256(seed) }
}

/** The step as it is decided when its turn has come, on what stands then. */
export const decideStep =
  (
    { parts, actor }: Working,
    version: number,
    move: LoadMove,
    { district, subject, receivedAt }: Command,
    make: MakeStep,
  ): Decide =>
  async (client) => {
    const row = await selectLoad(client, district, subject)
    const load = row && rowOf('load', row, null)
    if (!load) return no({ code: 'not-found' })
    if (load.version !== version) return no({ code: 'stale' })
    const { set, beside } = await make(client, load, receivedAt)
    const decided = stepLoad(load, move, set, parts.reference.policyFor(district, receivedAt, receivedAt), beside)
    return decided.ok ? ok({ decision: decided.value, place: actor.place, before: [load], relies: [] }) : decided
  }

export function isTaken(reply: Reply): boolean {
  if (reply.status === 'accepted' || reply.refusal.code === 'stale') return reply.status === 'accepted'
  throw new Error(`a load could not take a step: ${reply.refusal.code}`)
}
