import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { arrivals } from './arrivals.ts'
import type { DemoCase, Scene } from './demo-case.ts'
import { demoCase, toldAgain } from './demo-case.ts'
import { diceOf } from './seeded.ts'
import type { Step } from './trail.ts'
import { twinWay, wayOf } from './ways.ts'

interface Planned {
  readonly kase: DemoCase
  readonly steps: readonly Step[]
}

/** Every command of a year of cases, in the order of time: numbers are given as they would have been. */
export function planCases(scene: Scene, count: number): readonly Step[] {
  const { seed, now, calendar } = scene
  const planned: Planned[] = []
  arrivals(calendar, now, count, diceOf(`${seed} arrivals`)).forEach((at, n) => {
    const first = diceOf(`${seed} twin ${n}`).chance(0.02) ? newestOpen(planned, at) : undefined
    planned.push(first ? twinOf(scene, n, at, first) : ownWay(scene, n, at))
  })
  return planned
    .flatMap(({ steps }) => steps)
    .filter(({ at }) => at < now)
    .toSorted((left, right) => left.at - right.at)
}

function ownWay(scene: Scene, n: number, at: Instant): Planned {
  const kase = demoCase(scene, n, at)
  return { kase, steps: stalled(wayOf(kase, scene), kase, scene.now) }
}

function twinOf(scene: Scene, n: number, at: Instant, first: Planned): Planned {
  const kase = toldAgain(first.kase, scene, n, at)
  return { kase, steps: twinWay(kase, first.kase, scene) }
}

/** A case of the last days that will still be open for a while, so that telling it again is a mistake people make. */
function newestOpen(planned: readonly Planned[], at: Instant): Planned | undefined {
  return planned.findLast(
    ({ kase, steps }) =>
      kase.at < at &&
      kase.need.restricted === undefined &&
      !kase.fromHome &&
      (steps.at(-1)?.at ?? 0) > at + 6 * dayMs &&
      !steps.some((step) => ends.has(step.kind) && step.at < at + 6 * dayMs),
  )
}

const ends: ReadonlySet<string> = new Set(['case.settle', 'case.confirm', 'case.lapse', 'case.expire', 'case.cancel'])

/** Where a case may get stuck with an office. */
const stuckAfter: ReadonlySet<string> = new Set([
  'case.register',
  'case.take',
  'case.escalate',
  'case.recommend',
  'case.approve',
  'referral.request',
  'referral.accept',
])
/** Where it waits for its citizen: only as long as the limit, which then ends the wait by itself. */
const waitsAfter: ReadonlySet<string> = new Set(['case.return', 'case.answer', 'case.reject'])
const waitDays = Math.min(shippedLists.windows.completeDays.days, shippedLists.windows.wordDays.days) - 1

/**
 * To the end of 2019, 20.33 % of the complaints of 150 districts were still in process: some of a year's cases just lie,
 * the newer ones more often, and most of the last two weeks' are still in somebody's hands.
 */
function stalled(steps: readonly Step[], { dice, at }: DemoCase, now: Instant): readonly Step[] {
  const days = (now - at) / dayMs
  const share = days < 14 ? 0.85 : 0.08 + 0.55 * (1 - days / 365) ** 4
  const isDesk = steps.length <= 2
  if (isDesk || !dice.chance(share)) return steps
  const answered = steps.findIndex(({ kind }) => waitsAfter.has(kind) && kind !== 'case.return')
  const untilAnswer = answered < 0 ? steps.slice(0, -1) : steps.slice(0, answered + 1)
  const places = untilAnswer.flatMap((step, index) => (mayLie(step, now) ? [index] : []))
  return places.length === 0 ? steps : steps.slice(0, dice.pick(places) + 1)
}

const mayLie = ({ kind, at }: Step, now: Instant): boolean =>
  stuckAfter.has(kind) || (waitsAfter.has(kind) && at > now - waitDays * dayMs)
