import type { Actor } from '@openslrt/core/access/actor.ts'
import { officeOf } from '@openslrt/core/access/actor.ts'
import type { CaseId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Handler } from '../platform/http/order.ts'
import { readClockOrder, readOrder } from '../platform/http/order.ts'
import type { Step } from './trail.ts'

/** How many commands are under way at once: the ledger takes them one by one, their preparation runs beside it. */
const width = 8

const capabilities = ['case', 'referral', 'letter'] as const
type Capability = (typeof capabilities)[number]

export interface Stage {
  readonly district: string
  readonly handlers: Readonly<Record<Capability, Handler>>
  actorOf(step: Step): Actor
  /** Called after every step; throws to break off. */
  onStep(): void
}

/**
 * Gives the steps of a demo in their order, each at its own moment. Steps of one case wait for each other, and so do
 * registrations, whose numbers follow their order; what is independent runs side by side.
 */
export async function replay(stage: Stage, steps: readonly Step[]): Promise<void> {
  const newest = new Map<CaseId | 'registration', Promise<void>>()
  const running = new Set<Promise<void>>()
  try {
    for (const step of steps) {
      const isNew = step.kind === 'case.register'
      const before = [newest.get(step.case), step.after && newest.get(step.after), isNew && newest.get('registration')]
      const work = Promise.all(before).then(() => perform(stage, step))
      newest.set(step.case, work)
      // Nor may the other case go on, and be closed, before this one was joined to it.
      if (step.after) newest.set(step.after, work)
      if (isNew) newest.set('registration', work)
      running.add(work)
      work.then(
        () => running.delete(work),
        () => undefined,
      )
      if (running.size >= width) await Promise.race(running)
      stage.onStep()
    }
    await Promise.all(running)
  } finally {
    // Nothing may still be writing when a broken-off demo gives its connections back.
    await Promise.allSettled(running)
  }
}

async function perform(stage: Stage, step: Step): Promise<void> {
  const actor = stage.actorOf(step)
  const read = step.by === 'clock' ? readClockOrder : readOrder
  const order = read(step.kind, {
    id: step.id,
    v: 1,
    district: stage.district,
    subject: step.case,
    office: officeOf(actor),
    doneAt: wireOf(step.at),
    base: null,
    data: step.data,
  })
  if (!order.ok) throw new Error(`${step.kind}: ${JSON.stringify(order.error)}`)
  const handle = stage.handlers[capabilities.find((one) => step.kind.startsWith(`${one}.`)) ?? 'case']
  const reply = await handle(order.value, actor, step.at)
  if (reply.status === 'refused')
    throw new Error(`the demo's ${step.kind} of ${step.case} was refused: ${JSON.stringify(reply.refusal)}`)
}
