import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'
import { arrivals } from './arrivals.ts'
import type { DemoCase, Scene } from './demo-case.ts'
import { demoCase, toldAgain } from './demo-case.ts'
import { dueMoments } from './due-moments.ts'
import { diceOf } from './seeded.ts'
import type { Step } from './trail.ts'
import { twinWay, wayOf } from './ways.ts'
import { demoVillage } from './world.ts'

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
  return { kase, steps: stalled(wayOf(kase, scene), kase, scene) }
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
 * To the end of 2019, 20.33 % of the complaints of 150 districts were still in process. Most of these are work of the
 * last weeks that is still in time; the others are older cases that just lie somewhere.
 */
function stalled(steps: readonly Step[], kase: DemoCase, { now, calendar }: Scene): readonly Step[] {
  const isDesk = steps.length <= 2
  if (isDesk) return steps
  const { dice } = kase
  const due = dueMoments(kase, steps, calendar)
  const isInTime = ({ kind }: Step, index: number): boolean => waitsAfter.has(kind) || (due[index]?.at ?? 0) > now
  const upTo = (indexes: readonly number[]): readonly Step[] => steps.slice(0, dice.pick(indexes) + 1)
  const places = untilAnswer(steps).flatMap((step, index) => (mayLie(step, now) ? [{ step, index }] : []))
  const inTime = places.filter(({ step, index }) => isInTime(step, index)).map(({ index }) => index)
  if (inTime.length > 0) return dice.chance(inHandShare) ? upTo(inTime) : steps
  const lying = places.map(({ index }) => index).filter((index) => dice.chance(lyingShare(kase, due[index]?.level)))
  return lying.length > 0 ? upTo(lying) : steps
}

const inHandShare = 0.95

/** Late cases lie mostly in villages; at the desks that the demo opens they are few, or nothing else would be seen. */
const lyingShare = ({ office }: DemoCase, level: OfficeLevel = 'village'): number =>
  level !== 'village' || office === demoVillage ? 0.004 : 0.06

function untilAnswer(steps: readonly Step[]): readonly Step[] {
  const answered = steps.findIndex(({ kind }) => waitsAfter.has(kind) && kind !== 'case.return')
  return answered < 0 ? steps.slice(0, -1) : steps.slice(0, answered + 1)
}

const mayLie = ({ kind, at }: Step, now: Instant): boolean =>
  at < now && at > now - longestWait(kind) * dayMs && (stuckAfter.has(kind) || waitsAfter.has(kind))

/** Days: who waits for a citizen waits as long as the limit, and a referral lies little longer than its leave lasts. */
function longestWait(kind: string): number {
  if (waitsAfter.has(kind)) return waitDays
  return kind.startsWith('referral.') ? shippedLists.windows.grantDays.days + 10 : 365
}
