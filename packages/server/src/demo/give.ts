import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Handler } from '../platform/http/order.ts'
import { readOrder } from '../platform/http/order.ts'
import { demoDistrict } from './world.ts'

/** How many commands are under way at once. */
const width = 8

/** Does the work of each, some at once; of one that fails nothing more is begun. */
export async function sideBySide<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = all.toReversed()
  const worker = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) await work(next)
  }
  const workers = Array.from({ length: width }, worker)
  try {
    await Promise.all(workers)
  } finally {
    left.length = 0
    // Nothing may still be writing when a broken-off demo gives its connections back.
    await Promise.allSettled(workers)
  }
}

/** What somebody does at a moment. */
export interface Given {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly at: Instant
  readonly data: object
}

/** Gives one command as somebody of the demo; one that is refused is a fault of the demo. */
export async function giveAsStaff(
  handle: Handler,
  actor: StaffActor,
  { id, kind, subject, at, data }: Given,
): Promise<void> {
  const envelope = { id, v: 1, district: demoDistrict, subject, office: actor.office, doneAt: wireOf(at), base: null }
  const order = readOrder(kind, { ...envelope, data })
  if (!order.ok) throw new Error(`${kind}: ${JSON.stringify(order.error)}`)
  const reply = await handle(order.value, actor, at)
  if (reply.status === 'refused')
    throw new Error(`the demo's ${kind} of ${subject} was refused: ${JSON.stringify(reply.refusal)}`)
}
