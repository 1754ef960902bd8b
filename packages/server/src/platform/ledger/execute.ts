import type { Actor } from '@openslrt/core/access/actor.ts'
import { actorName, officeOf } from '@openslrt/core/access/actor.ts'
import { countsOf } from '@openslrt/core/case/counts.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import type { AnyRow, Decision } from '@openslrt/core/ledger/entry.ts'
import { payloadOf } from '@openslrt/core/ledger/entry.ts'
import { changed } from '@openslrt/core/ledger/evolve.ts'
import type { Pool, PoolClient } from 'pg'
import { faultOf, movedCode } from '../db/faults.ts'
import type { Statement } from '../db/prepared.ts'
import { runNamed } from '../db/prepared.ts'
import { admitCase, inScope, inScopeEndingWith, scopeOf } from '../db/scope.ts'
import { listed } from './bulk-rows.ts'
import { holdLedger } from './hold.ts'
import type { DistrictKeys, Keys } from './keys.ts'
import { UnknownDistrict } from './keys.ts'
import type { Lanes } from './lanes.ts'
import { pack } from './pack.ts'
import type { Relied } from './relied.ts'
import { besideOf } from './relied.ts'
import { freshBytes, sha256 } from './seal.ts'
import { refusalStatement, writeStatement } from './statement.ts'

/** A command at the door of the ledger: who asks what of which subject, and the digest of its exact words. */
export interface Command {
  readonly id: string
  readonly kind: string
  readonly district: string
  readonly subject: string
  readonly actor: Actor
  readonly doneAt: number
  readonly receivedAt: number
  readonly bodyHash: Buffer
}

/** What a command's own file answers: the decision, where it belongs, and the rows as they were, for the counters. */
export interface Plan {
  readonly decision: Decision
  readonly place: string
  readonly before: readonly AnyRow[]
  /** Rows of this ledger that it rests on, whether it changes them or not: what only its readers saw must not move under it. */
  readonly relies: readonly Relied[]
  /** Set when the change may take the case out of the actor's own sight (handed on, restricted). */
  readonly leaves?: string
}

export type Decide = (client: PoolClient) => Promise<Result<Plan, Refusal>>
export type Reply =
  | { readonly status: 'accepted'; readonly seq: number; readonly version: number | null; readonly number?: string }
  | { readonly status: 'refused'; readonly refusal: Refusal }

export interface Ledger {
  readonly pool: Pool
  readonly keys: Keys
  readonly lanes: Lanes
  /** The nation's ledger as far as this process has read it: what the decision was made under. */
  refSeq(): number
  /** Whoever replays the past plays its clock too: jobs that were due before this moment are not asked for. */
  readonly jobsFrom?: number
}

const mostTries = 12

/**
 * LEDGER-1 One command, one transaction: decide on what is visible now, write it whole or not at all, and keep the
 * answer. A row that moved meanwhile sends it back to the load; a repeat is told what it was told before.
 */
export async function execute(ledger: Ledger, command: Command, decide: Decide): Promise<Reply> {
  const keys = await keysOf(ledger, command.district)
  if (!keys) return { status: 'refused', refusal: { code: 'wrong-district' } }
  return ledger.lanes.run(command.district, () => attempt(ledger, command, decide, keys))
}

/** Without keys there is no such district, and no ledger that could keep the refusal either. */
const keysOf = ({ keys }: Ledger, district: string): Promise<DistrictKeys | null> =>
  keys.forDistrict(district).catch((error: unknown) => {
    if (error instanceof UnknownDistrict) return null
    throw error
  })

/** Decides and writes until nothing moves beneath it; `first` is what is done the first time. */
export async function attempt(
  ledger: Ledger,
  command: Command,
  decide: Decide,
  keys: DistrictKeys,
  first = () => once(ledger, command, decide, keys),
): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    const holds = tries > 1
    try {
      return await (holds ? once(ledger, command, holding(command, decide), keys) : first())
    } catch (error) {
      const fault = faultOf(error)
      if (fault === 'repeated') return replay(ledger, command)
      // Held, rows are of one moment: what can't be then is a fault of ours.
      if (!(fault === 'moved' || (fault === 'mixed' && !holds)) || tries >= mostTries) throw error
    }
  }
}

/** LEDGER-3 The same decision with the ledger held: a row that many want would else move under each of them again and again. */
const holding =
  ({ district }: Command, decide: Decide): Decide =>
  async (client) => {
    await holdLedger(client, district)
    return decide(client)
  }

async function once(ledger: Ledger, command: Command, decide: Decide, keys: DistrictKeys): Promise<Reply> {
  return inScopeEndingWith(ledger.pool, scopeOf(command.actor, command.district), async (client) => {
    const planned = await decide(client)
    if (!planned.ok) return () => refuse(client, command, planned.error)
    const { value: plan } = planned
    if (plan.leaves) await admitCase(client, plan.leaves)
    // Made before: the statement must go out at once, with the commit right behind it.
    const statement = await readyStatement(ledger, command, plan, keys)
    return () => send(client, statement)
  })
}

/** Nothing was written: everything that a statement writes hangs on the head. */
class Grown extends Error {
  readonly code = movedCode
}

export async function send(client: PoolClient, statement: Statement): Promise<Reply> {
  const { rows } = await runNamed<{ reply: Reply }>(client, statement)
  const reply = rows[0]?.reply
  if (!reply) throw new Grown('the ledger has other entries than the statement was made for, or no head')
  return reply
}

/**
 * What a command writes, spelt, sealed and put into one statement. `on` is the number of entries that its ledger must have
 * for it to be written: of what was decided on rows that were read in another transaction.
 */
export async function readyStatement(
  ledger: Pick<Ledger, 'refSeq' | 'jobsFrom'>,
  command: Command,
  { decision, place, before, relies }: Plan,
  keys: DistrictKeys,
  on: number | null = null,
): Promise<Statement> {
  const plain = Buffer.from(canonical(payloadOf(decision)))
  // Another thread packs while this one makes lists.
  const packing = pack(plain)
  const written = listed(decision.changes, keys)
  const packed = await packing
  const salt = freshBytes(16)
  return writeStatement(
    {
      head: { ...headOf(command), place, refSeq: ledger.refSeq() },
      on,
      salt,
      payload: keys.seal(packed, `entry ${command.id}`),
      digest: sha256(salt, plain),
      ...written,
      beside: besideOf(relies, decision.changes),
      counts: countsOf(decision.action, stepsOf(decision, before)),
      day: decision.day,
      bodyHash: command.bodyHash,
      reply: { status: 'accepted', version: versionAfter(command, decision) },
      jobs: decision.jobs.filter(({ runAt }) => runAt >= (ledger.jobsFrom ?? 0)),
    },
    keys,
  )
}

/** What stands of a command in the open. */
const headOf = (command: Command) => ({
  district: command.district,
  commandId: command.id,
  kind: command.kind,
  subject: command.subject,
  office: officeOf(command.actor),
  actor: actorName(command.actor),
  doneAt: command.doneAt,
  receivedAt: command.receivedAt,
})

/** Counters count cases: of a thousand people nothing is folded. */
function stepsOf({ changes }: Decision, before: Plan['before']) {
  const known = new Map(before.map((row) => [row.id, row]))
  return changes
    .filter(({ table }) => table === 'case')
    .map((change) => {
      const row = known.get(change.id) ?? null
      return { table: change.table, before: row, after: changed(row, change) }
    })
}

function versionAfter({ subject }: Command, { changes }: Decision): number | null {
  const own = changes.find(({ id }) => id === subject)
  return own ? own.base + 1 : null
}

async function refuse(client: PoolClient, command: Command, refusal: Refusal): Promise<Reply> {
  const reply: Reply = { status: 'refused', refusal }
  await runNamed(client, refusalStatement(headOf(command), command.bodyHash, reply))
  return reply
}

/** LEDGER-2 The stored answer of a command that was already answered, unless it is another command under the same id. */
async function replay(ledger: Ledger, command: Command): Promise<Reply> {
  const stored = await inScope(ledger.pool, { ledger: command.district }, async (client) => {
    const { rows } = await client.query<{ actor: string; body_hash: Buffer; reply: Reply }>(
      'select actor, body_hash, reply from command_outcome where district = $1 and command_id = $2',
      [command.district, command.id],
    )
    return rows[0]
  })
  const same = stored?.actor === actorName(command.actor) && stored.body_hash.equals(command.bodyHash)
  return stored && same ? stored.reply : { status: 'refused', refusal: { code: 'command-id-reused' } }
}
