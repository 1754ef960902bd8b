import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Client } from 'pg'
import type { Parts } from '../app.ts'
import { staffActor } from '../features/account/index.ts'
import { caseHandler, pressCases } from '../features/case/index.ts'
import { letterHandler } from '../features/letter/index.ts'
import { referralHandler } from '../features/referral/index.ts'
import { registryHandler } from '../features/registry/index.ts'
import { withOwner } from '../platform/db/pools.ts'
import { makeLanes } from '../platform/ledger/lanes.ts'
import { giveAccounts } from './accounts.ts'
import { makeFamilies } from './make-families.ts'
import { openWorld } from './open-world.ts'
import { planCases } from './plan-cases.ts'
import { planFamilies } from './plan-families.ts'
import { lettersAmong, planLetters } from './plan-letters.ts'
import type { DemoMark } from './queries.ts'
import { analyze, hasOwnData, readMark, selectVillages, writeMark } from './queries.ts'
import type { Stage } from './replay.ts'
import { replay } from './replay.ts'
import type { Step } from './trail.ts'
import type { World } from './world.ts'
import { demoDistrict, planWorld } from './world.ts'

export interface DemoWish {
  readonly cases: number
  readonly say: (line: string) => void
  /** When it is aborted, the demo breaks off after the commands in hand; the next start goes on from there. */
  readonly signal: AbortSignal
  /** Called once the installation is marked as one with demo data. */
  readonly onMarked: () => Promise<void>
}

const seed = 'openslrt demo 34.04'
/** The planner knows nothing of tables that were empty a moment ago: it is told early, or every command takes thrice as long. */
const firstSteps = 400
/** The people of the demo have been in their posts since before its first case. */
const postsSince = 400 * dayMs

/**
 * Makes the demo district once: offices, people, and a year of cases given to the ledger as commands, each at its own
 * moment in the past. Everything follows from the seed and the moment when it was begun, both kept, so that a start
 * that broke off goes on, and one that was finished is left as it is.
 */
export async function makeDemo(parts: Parts, ownerUrl: string, wish: DemoWish): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    const known = await readMark(owner)
    if (known?.made) return wish.say('Demo data is here already; passwords were shown when it was made.')
    if (!known && (await hasOwnData(owner))) throw new Error(ownDataSentence)
    const mark: DemoMark = known ?? { seed, now: Date.now(), made: false }
    await writeMark(owner, mark)
    await wish.onMarked()
    const world = await fill(parts, owner, mark, wish)
    const table = await giveAccounts(parts.pools.api, world)
    await writeMark(owner, { ...mark, made: true })
    for (const line of ['', 'Sign-ins of the demo, shown only now:', ...table]) wish.say(line)
  })
}

const ownDataSentence =
  'this installation holds data of its own, and demo data does not mix with it. Start with another data folder: OPENSLRT_DATA=data-demo npm start -- --demo'

async function fill(parts: Parts, owner: Client, mark: DemoMark, wish: DemoWish): Promise<World> {
  const { reference, pools } = parts
  const villages = await selectVillages(pools.api, demoDistrict)
  const national = [...reference.offices().values()].find(({ kind }) => kind === 'national-office')
  const places = villages.map(({ code, name }) => ({ code: placeCode.parse(code), name }))
  const world = planWorld(mark.seed, places, national?.id ?? null)
  await openWorld(parts, world, mark.now - postsSince)
  wish.say(`Demo data: Kabupaten Sleman, ${world.offices.size} offices, ${world.staff.length} people.`)
  const { calendar } = reference.policyFor(demoDistrict, mark.now, mark.now)
  const scene = { seed: mark.seed, now: mark.now, world, calendar }
  const letters = lettersAmong(wish.cases)
  const steps = [...planCases(scene, wish.cases - letters), ...planLetters(scene, letters)].toSorted(
    (left, right) => left.at - right.at,
  )
  const stage = stageOf(parts, world, mark.now, steps.length, wish)
  await replay(stage, steps.slice(0, firstSteps))
  await analyze(owner)
  await replay(stage, steps.slice(firstSteps))
  const families = planFamilies(mark.seed, world, steps)
  await makeFamilies(familyStage(parts, world, mark.now), families)
  // What became late meanwhile goes up now, as it would have, and not in front of who looks at the demo.
  await pressCases({ pool: pools.worker, reference }, stage.handlers.case, mark.now)
  await analyze(owner)
  return world
}

/** Families are taken down by the front office of their village. */
function familyStage(parts: Parts, world: World, now: Instant): Parameters<typeof makeFamilies>[0] {
  const actors = actorsOf(parts, world)
  const officers = new Map(
    world.staff.filter(({ role }) => role === 'fo').map(({ id, office }) => [office, actors.get(id)]),
  )
  const ledger = { ...parts.ledger, jobsFrom: now, lanes: makeLanes(4) }
  return {
    handle: registryHandler({ ledger, reference: parts.reference }),
    now,
    officerOf(village) {
      const officer = officers.get(village)
      if (!officer) throw new RangeError(`nobody takes families down in ${village}`)
      return officer
    },
  }
}

function stageOf(parts: Parts, world: World, now: Instant, count: number, { cases, say, signal }: DemoWish): Stage {
  // The demo plays the clock itself: what was due before it began is among its steps.
  const ledger = { ...parts.ledger, jobsFrom: now, lanes: makeLanes(4) }
  const caseParts = { ledger, reference: parts.reference }
  const actors = actorsOf(parts, world)
  const tenth = Math.ceil(count / 10)
  let done = 0
  return {
    district: demoDistrict,
    handlers: {
      case: caseHandler(caseParts),
      referral: referralHandler(caseParts),
      letter: letterHandler(caseParts),
    },
    actorOf: (step) => actorOf(step, actors),
    onStep() {
      done++
      if (signal.aborted) throw new Error('the demo was broken off; the next start with --demo goes on from here')
      if (done % tenth === 0 || done === count)
        say(`  ${Math.round((done / count) * cases)} of ${cases} cases, ${done} entries`)
    },
  }
}

function actorOf({ by, case: own }: Step, actors: ReadonlyMap<string, StaffActor>): Actor {
  if (by === 'citizen') return { kind: 'citizen', case: own }
  if (by === 'clock') return { kind: 'clock', case: own }
  const actor = actors.get(by)
  if (!actor) throw new RangeError(`nobody of the demo is ${by}`)
  return actor
}

/**
 * Everybody with the rights of their post. Offices that were asked see their place while the demo is made, because a
 * grant's end is held against the database's own clock, which can't be put back.
 */
function actorsOf({ reference }: Parts, world: World): ReadonlyMap<string, StaffActor> {
  return new Map(
    world.staff.map(({ id, office, role }) => {
      const at = world.offices.get(office)
      const actor = at ? staffActor(reference, { staff: id, posts: [{ office: at.id, role }] }, at.id) : null
      if (!actor) throw new Error(`the post of ${id} gives no rights`)
      return [id, role === 'provider' ? { ...actor, sees: 'place', restricted: new Set(restrictedKinds) } : actor]
    }),
  )
}
