import { diceOf } from '../../packages/server/src/demo/seeded.ts'
import { killServer, proveLedgers, takeBackup } from './disasters.ts'
import type { Came } from './prove.ts'
import { settle, syncHolders } from './prove.ts'
import { play } from './steps.ts'
import type { World } from './world.ts'
import { openWorld, villages } from './world.ts'

/** What a chaos run did; it throws when a typed value was lost, or two phones came to hold different things. */
export interface Chaos extends Came {
  readonly runs: number
  readonly kills: number
  readonly restores: number
}

/** How often, in runs, which disaster comes. */
export interface Plan {
  readonly runs: number
  readonly killEvery: number
  readonly restoreEvery: number
  readonly moveEvery: number
}

/** Who listens while it goes on, and may end it after the run at hand. */
export interface Listener {
  readonly say: (line: string) => void
  readonly enough?: () => boolean
}

const happenings = 40

/**
 * SYNC-40 Phones with the app's own store, outbox and merge against the real server and database: bad lines, killed tabs,
 * killed servers, clocks that are days off, two people on one phone, and a database that is restored in the middle.
 */
export async function chaos(plan: Plan, seed: string, { say, enough = () => false }: Listener): Promise<Chaos> {
  const world = await openWorld(diceOf(seed))
  const sum = { runs: 0, kills: 0, restores: 0, accepted: 0, refused: 0 }
  try {
    for (let nth = 1; nth <= plan.runs && !enough(); nth++) {
      const { restored, killed, accepted, refused } = await oneRun(world, plan, nth).catch((error: unknown) => {
        throw new Error(`seed "${seed}", run ${nth}`, { cause: error })
      })
      sum.runs = nth
      sum.kills += Number(killed)
      sum.restores += Number(restored)
      sum.accepted = accepted
      sum.refused += refused
      if (nth % 10 === 0) say(`run ${nth}: ${accepted} accepted, ${sum.refused} refused and told`)
    }
    // Once more for all that anybody ever typed here.
    const { refused } = await settle(world, 'all')
    await proveLedgers(world)
    return { ...sum, refused: sum.refused + refused }
  } finally {
    await world.end()
  }
}

interface Run extends Came {
  readonly killed: boolean
  readonly restored: boolean
}

async function oneRun(world: World, { killEvery, restoreEvery, moveEvery }: Plan, nth: number): Promise<Run> {
  if (nth % moveEvery === 0) await world.moveTo(world.dice.pick(villages))
  const restore = nth % restoreEvery === 0 ? await takeBackup(world) : null
  const killed = nth % killEvery === 0
  const playing = play(world, happenings)
  await Promise.all([playing, killed ? killServer(world, playing) : null])
  if (restore) {
    await syncHolders(world)
    await play(world, happenings)
    await restore()
    await play(world, happenings)
  }
  const restored = restore !== null
  return { killed, restored, ...(await settle(world, restored || killed ? 'all' : 'new')) }
}
