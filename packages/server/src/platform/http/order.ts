import type { Actor } from '@openslrt/core/access/actor.ts'
import { challengeClockActs } from '@openslrt/core/challenge/moves.ts'
import { caseMoveData } from '@openslrt/core/contract/case.ts'
import { challengeClockData } from '@openslrt/core/contract/challenge.ts'
import type { Capability, CommandRow } from '@openslrt/core/contract/command.ts'
import { commandRows } from '@openslrt/core/contract/command.ts'
import type { Envelope } from '@openslrt/core/contract/envelope.ts'
import { envelope, oldestContract } from '@openslrt/core/contract/envelope.ts'
import { taskClockData } from '@openslrt/core/contract/meeting.ts'
import { applicationClockData } from '@openslrt/core/contract/need.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { proposalClockData } from '@openslrt/core/contract/proposal.ts'
import { referralMoveData } from '@openslrt/core/contract/referral.ts'
import { forgetData } from '@openslrt/core/contract/retention.ts'
import { visitClockData } from '@openslrt/core/contract/visit.ts'
import { instantOf } from '@openslrt/core/kernel/instant.ts'
import { canonical } from '@openslrt/core/kernel/json.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { taskClockActs } from '@openslrt/core/meeting/moves.ts'
import { applicationClockActs, quotaClockActs } from '@openslrt/core/need/moves.ts'
import { proposalClockActs } from '@openslrt/core/proposal/moves.ts'
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
    ...(['expire', 'lapse', 'remind', 'overdue', 'escalate', 'review-lapse'] as const).map((action) =>
      clockRow('case', `case.${action}`, caseMoveData[action]),
    ),
    ...referralClockActs.map((action) => clockRow('referral', `referral.${action}`, referralMoveData[action])),
    ...taskClockActs.map((action) => clockRow('meeting', `meeting.${action}`, taskClockData)),
    clockRow('visit', 'visit.overdue', visitClockData),
    clockRow('retention', 'retention.forget', forgetData),
    ...challengeClockActs.map((action) => clockRow('challenge', `challenge.${action}`, challengeClockData)),
    ...proposalClockActs.map((action) => clockRow('proposal', `proposal.${action}`, proposalClockData)),
    ...applicationClockActs.map((action) => clockRow('need', `application.${action}`, applicationClockData)),
    ...quotaClockActs.map((action) => clockRow('need', `quota.${action}`, applicationClockData)),
  ].map((row) => [row.kind, { row, schema: z.strictObject({ ...envelope.shape, data: row.data }) }]),
)

function clockRow(capability: Capability, kind: string, data: z.ZodType): CommandRow {
  return { kind, path: '', rights: ['clock'], data, capability }
}

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

/** What a move is held against in its rules: of one kind, with the data of that kind. */
interface Move {
  readonly kind: string
  readonly data: unknown
}
interface Act {
  readonly action: string
  readonly data: unknown
}

/**
 * An order as a capability's rules know it, by its whole kind. Here alone it is believed: `readOrder` held the data
 * against the schema of just this kind, which the compiler cannot see.
 */
export const moveOf = <M extends Move>({ row, envelope, data }: Order): M =>
  ({ kind: row.kind, subject: envelope.subject, data }) as Move as M

/** The same for capabilities that call their moves by the kind's last part. */
export const actOf = <A extends Act>({ row, data }: Order): A =>
  ({ action: row.kind.slice(row.kind.indexOf('.') + 1), data }) as Act as A
