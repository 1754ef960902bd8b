import type { Chaos, Plan } from './chaos.ts'
import { chaos } from './chaos.ts'

/** So many runs share a server and its database: more would go through ever more rows to prove the same. */
const runsInWorld = 200
const often = { killEvery: 10, restoreEvery: 100, moveEvery: 25 }

export interface ManyAsked {
  readonly runs: number
  readonly seed: string
  /** Worlds beside each other: phones and servers mostly wait for each other. */
  readonly lanes: number
  readonly say: (line: string) => void
  readonly enough: () => boolean
}

export interface Many extends Chaos {
  readonly worlds: number
  /** What went wrong, with the seed and the run; the other worlds go on. */
  readonly failed: readonly Error[]
}

/** Runs by the thousand, in worlds that each have a seed of their own: one of them alone is played by that seed again. */
export async function manyWorlds({ runs, seed, lanes, say, enough }: ManyAsked): Promise<Many> {
  const waiting = worldsOf(runs, seed)
  const done: Chaos[] = []
  const failed: Error[] = []
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !enough(); next = waiting.shift()) {
      const { seed: own, plan } = next
      try {
        const came = await chaos(plan, own, { say: (line) => say(`${own} ${line}`), enough })
        done.push(came)
        say(`${own} proven: ${JSON.stringify(came)}`)
      } catch (error) {
        failed.push(new Error(`seed "${own}" failed`, { cause: error }))
        say(`${own} failed`)
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { ...sumOf(done), worlds: done.length, failed }
}

/** The worlds of so many runs, the last with what is left. One that is enough for all has the seed itself. */
export function worldsOf(runs: number, seed: string): { readonly seed: string; readonly plan: Plan }[] {
  const worlds = Math.ceil(runs / runsInWorld)
  return Array.from({ length: worlds }, (_, at) => ({
    seed: worlds === 1 ? seed : `${seed}/${at + 1}`,
    plan: { ...often, runs: Math.min(runsInWorld, runs - at * runsInWorld) },
  }))
}

const sumOf = (all: readonly Chaos[]): Chaos =>
  all.reduce(
    (sum, one) => ({
      runs: sum.runs + one.runs,
      kills: sum.kills + one.kills,
      restores: sum.restores + one.restores,
      accepted: sum.accepted + one.accepted,
      refused: sum.refused + one.refused,
    }),
    { runs: 0, kills: 0, restores: 0, accepted: 0, refused: 0 },
  )
