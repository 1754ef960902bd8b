import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Handler } from '../platform/http/order.ts'
import { readOrder } from '../platform/http/order.ts'
import type { FamilyStep } from './plan-families.ts'
import { demoDistrict } from './world.ts'

/** How many commands are under way at once. */
const width = 8

interface FamilyStage {
  readonly handle: Handler
  readonly now: Instant
  /** Whoever takes families down in a village. */
  readonly officerOf: (village: string) => StaffActor
}

/** Gives the commands that make the families of the demo: a family first, then its people, villages side by side. */
export async function makeFamilies(stage: FamilyStage, steps: readonly FamilyStep[]): Promise<void> {
  const families = new Map<string, FamilyStep[]>()
  let own: FamilyStep[] = []
  for (const step of steps) {
    if (step.kind === 'registry.add-family') {
      own = []
      families.set(step.subject, own)
    }
    own.push(step)
  }
  const left = [...families.values()].toReversed()
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) for (const step of next) await give(stage, step)
  }
  await Promise.all(Array.from({ length: width }, work))
}

async function give(
  { handle, now, officerOf }: FamilyStage,
  { id, kind, subject, village, data }: FamilyStep,
): Promise<void> {
  const actor = officerOf(village)
  // The families were visited within the last half year.
  const at = now - (Number.parseInt(id.slice(0, 4), 16) % 180) * dayMs
  const envelope = { id, v: 1, district: demoDistrict, subject, office: actor.office, doneAt: wireOf(at), base: null }
  const order = readOrder(kind, { ...envelope, data })
  if (!order.ok) throw new Error(`${kind}: ${JSON.stringify(order.error)}`)
  const reply = await handle(order.value, actor, at)
  if (reply.status === 'refused') throw new Error(`the demo's ${kind} was refused: ${JSON.stringify(reply.refusal)}`)
}
