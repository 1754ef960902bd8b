import { z } from 'zod'
import { commandId, officeId } from '../kernel/id.ts'
import { wireInstant } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'

/** The version of the wire that this release speaks, and the oldest that it still understands. */
export const contractVersion = 1
export const oldestContract = 1

/**
 * SYNC-1 What every command carries, whichever door it comes through. `id` is made where it was typed and makes a
 * repeat harmless. `base` is the version of the subject that the person saw, 0 where they saw that there was none yet;
 * null where nobody looked (an API).
 */
export const envelope = z.strictObject({
  id: commandId,
  v: z.int().min(1),
  district: ledgerCode,
  subject: z.uuid(),
  office: officeId.nullable(),
  doneAt: wireInstant,
  base: z.int().min(0).nullable(),
})
export type Envelope = z.infer<typeof envelope>

/** What a command was answered. The same for its own route, for a batch, and for every repeat. */
export const outcome = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('accepted'),
    seq: z.int(),
    version: z.int().nullable(),
    number: z.string().optional(),
    receipt: z.object({ short: z.string(), long: z.string() }).optional(),
  }),
  z.object({
    status: z.literal('refused'),
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
])
export type Outcome = z.infer<typeof outcome>

/** A batch, as an outbox sends it: in order; a refused command holds back only later ones on the same subject. */
export const batch = z.strictObject({
  commands: z
    .array(z.looseObject({ kind: z.string() }))
    .min(1)
    .max(200),
})
export const batchReply = z.object({ outcomes: z.array(outcome.and(z.object({ id: z.string() }))) })
