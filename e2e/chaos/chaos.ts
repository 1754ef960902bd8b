import { diceOf } from '../../packages/server/src/demo/seeded.ts'
import { killServer, proveLedgers, takeBackup } from './disasters.ts'
import type { Came } from './prove.ts'
import { settle, syncHolders } from './prove.ts'
import { play } from './steps.ts'
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

const happenings = 40

/**
 * SYNC-40 Phones with the app's own store, outbox and merge against the real server and database: bad lines, killed tabs,
 * killed servers, clocks that are days off, two people on one phone, and a database that is restored in the middle.
 */
export async function chaos(
  { runs, killEvery, restoreEvery, moveEvery }: Plan,
  seed: string,
  say: (line: string) => void,
): Promise<Chaos> {
  const dice = diceOf(seed)
  const world = await openWorld(dice)
  const sum = { runs: 0, kills: 0, restores: 0, accepted: 0, refused: 0 }
  try {
    for (let nth = 1; nth <= runs; nth++) {
      if (nth % moveEvery === 0) await world.moveTo(dice.pick(villages))
      const restore = nth % restoreEvery === 0 ? await takeBackup(world) : null
      const kills = nth % killEvery === 0
      await Promise.all([play(world, happenings), kills ? killServer(world) : null])
      if (restore) {
        await syncHolders(world)
        await play(world, happenings)
        await restore()
        await play(world, happenings)
      }
      const { accepted, refused } = await settle(world).catch((error: unknown) => {
        throw new Error(`seed "${seed}", run ${nth}`, { cause: error })
      })
      sum.runs = nth
      sum.kills += kills ? 1 : 0
      sum.restores += restore ? 1 : 0
      sum.accepted = accepted
      sum.refused += refused
      if (nth % 10 === 0 || nth === runs) say(`run ${nth}: ${accepted} accepted, ${sum.refused} refused and told`)
    }
    await proveLedgers(world)
    return sum
  } finally {
    await world.end()
  }
}
