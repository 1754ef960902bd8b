import type { Actor } from '@openslrt/core/access/actor.ts'
import { caseMoveData } from '@openslrt/core/contract/case.ts'
import type { CommandRow } from '@openslrt/core/contract/command.ts'
import { commandRows } from '@openslrt/core/contract/command.ts'
import type { Envelope } from '@openslrt/core/contract/envelope.ts'
import { envelope, oldestContract } from '@openslrt/core/contract/envelope.ts'
import { taskClockData } from '@openslrt/core/contract/meeting.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { referralMoveData } from '@openslrt/core/contract/referral.ts'
import { instantOf } from '@openslrt/core/kernel/instant.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { taskClockActs } from '@openslrt/core/meeting/moves.ts'
import { referralClockActs } from '@openslrt/core/referral/deadlines.ts'
import { z } from 'zod'
import type { Command, Reply } from '../ledger/execute.ts'
import { sha256 } from '../ledger/seal.ts'
import { parse } from './parse.ts'

/** A command that was read: well formed, of a version that is understood, not yet decided. */
export interface Order {
  readonly row: CommandRow
  readonly envelope: Envelope
  readonly data: unknown
  readonly bodyHash: Buffer
}

/** The two secrets of a new case, for its receipt. Derived from the command's id, so that a repeat shows the same. */
export interface Receipt {
  readonly short: string
  readonly long: string
}
export type Handled = Reply & { readonly receipt?: Receipt }

/** What a capability does with an order that somebody may give. */
export type Handler = (order: Order, actor: Actor, receivedAt: number) => Promise<Handled>

const known = new Map(
  commandRows.map((row) => [row.kind, { row, schema: z.strictObject({ ...envelope.shape, data: row.data }) }]),
)

/** Reads a command, whichever door it came through: the same words give the same digest in a batch and on its own route. */
export const readOrder = (kind: string, body: unknown): Result<Order, Refusal> => readFrom(known, kind, body)

function readFrom(registry: typeof known, kind: string, body: unknown): Result<Order, Refusal> {
  const entry = registry.get(kind)
  if (!entry) return no({ code: 'unknown-field', fields: ['kind'] })
  const read = parse(entry.schema, body)
  if (!read.ok) return read
  const { data, ...rest } = read.value
  if (rest.v < oldestContract) return no({ code: 'contract-too-old' })
  return ok({ row: entry.row, envelope: rest, data, bodyHash: sha256(canonical({ kind, ...rest, data })) })
}

/** Moves that time makes by itself, of cases, referrals and tasks. Through this they have no door: nobody can send one as the clock. */
const clockKinds = new Map(
  [
    ...(['expire', 'lapse', 'remind', 'overdue', 'escalate'] as const).map(
      (action) => ['case', action, caseMoveData[action]] as const,
    ),
    ...referralClockActs.map((action) => ['referral', action, referralMoveData[action]] as const),
    ...taskClockActs.map((action) => ['meeting', action, taskClockData] as const),
  ].map(([capability, action, data]) => {
    const row: CommandRow = { kind: `${capability}.${action}`, path: '', rights: ['clock'], data, capability }
    return [row.kind, { row, schema: z.strictObject({ ...envelope.shape, data: row.data }) }]
  }),
)

/** Reads a command that the clock gives. */
export const readClockOrder = (kind: string, body: unknown): Result<Order, Refusal> => readFrom(clockKinds, kind, body)

/** An order as the ledger takes it. */
export const commandOf = (order: Order, actor: Actor, receivedAt: number): Command => ({
  id: order.envelope.id,
  kind: order.row.kind,
  district: order.envelope.district,
  subject: order.envelope.subject,
  actor,
  doneAt: instantOf(order.envelope.doneAt),
  receivedAt,
  bodyHash: order.bodyHash,
})
