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
import { faultOf } from '../db/faults.ts'
import { runNamed } from '../db/prepared.ts'
import { admitCase, inScope, inScopeEndingWith, scopeOf } from '../db/scope.ts'
import { holdLedger } from './hold.ts'
import type { DistrictKeys, Keys } from './keys.ts'
import { UnknownDistrict } from './keys.ts'
import type { Lanes } from './lanes.ts'
import { pack } from './pack.ts'
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
  /** Set when the change may take the case out of the actor's own sight (handed on, restricted). */
  readonly leaves?: string
  /** Begun once the statement is on its way: what whoever asked can do while the database writes. */
  readonly meanwhile?: () => void
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

async function attempt(ledger: Ledger, command: Command, decide: Decide, keys: DistrictKeys): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    const holds = tries > 1
    try {
      return await once(ledger, command, holds ? holding(command, decide) : decide, keys)
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
    // Packed before: the statement must go out at once, with the commit right behind it.
    const plain = Buffer.from(canonical(payloadOf(plan.decision)))
    const words = { plain, packed: await pack(plain), keys }
    return () => {
      const reply = write(ledger, client, command, plan, words)
      // After this turn: what the driver has been given goes out at its end.
      if (plan.meanwhile) setImmediate(plan.meanwhile)
      return reply
    }
  })
}

/** What an entry says, as it is hashed and as it is sealed, and the keys that seal it. */
interface Words {
  readonly plain: Buffer
  readonly packed: Buffer
  readonly keys: DistrictKeys
}

async function write(
  ledger: Ledger,
  client: PoolClient,
  command: Command,
  plan: Plan,
  { plain, packed, keys }: Words,
): Promise<Reply> {
  const { decision } = plan
  const salt = freshBytes(16)
  const statement = writeStatement(
    {
      head: { ...headOf(command), place: plan.place, refSeq: ledger.refSeq() },
      salt,
      payload: keys.seal(packed, `entry ${command.id}`),
      digest: sha256(salt, plain),
      changes: decision.changes,
      counts: countsOf(decision.action, stepsOf(plan)),
      day: decision.day,
      bodyHash: command.bodyHash,
      reply: { status: 'accepted', version: versionAfter(command, decision) },
      jobs: decision.jobs.filter(({ runAt }) => runAt >= (ledger.jobsFrom ?? 0)),
    },
    keys,
  )
  const { rows } = await runNamed<{ reply: Reply }>(client, statement)
  const reply = rows[0]?.reply
  if (!reply) throw new Error('the ledger statement gave no reply')
  return reply
}

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

function stepsOf({ decision, before }: Plan) {
  const known = new Map(before.map((row) => [row.id, row]))
  return decision.changes.map((change) => {
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
