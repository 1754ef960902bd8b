import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Client } from 'pg'
import type { Parts } from '../app.ts'
import { noticePartsOf } from '../capabilities.ts'
import { actorOf } from '../features/account/index.ts'
import { pressCases } from '../features/case/index.ts'
import type { LoadParts } from '../features/load/index.ts'
import { dispatchAll, readOldNotices } from '../features/notice/index.ts'
import { openShippedProgrammes } from '../features/programme/index.ts'
import { openFiles } from '../open-files.ts'
import { withOwner } from '../platform/db/pools.ts'
import { giveAccounts } from './accounts.ts'
import { casesOfSurge, surgeCases } from './affected.ts'
import { keepFiles } from './demo-files.ts'
import type { DemoWish } from './demo-wish.ts'
import { hearMessages } from './hear-messages.ts'
import { loadExtracts } from './load-extracts.ts'
import { makeFamilies } from './make-families.ts'
import { makePeople } from './make-people.ts'
import { openWorld } from './open-world.ts'
import { planCases } from './plan-cases.ts'
import { planFamilies } from './plan-families.ts'
import { lettersAmong, planLetters } from './plan-letters.ts'
import { planPeople } from './plan-people.ts'
import type { DemoMark } from './queries.ts'
import { analyze, hasOwnData, readMark, selectVillages, writeMark } from './queries.ts'
import { replay } from './replay.ts'
import { familyStage, peopleStage, stageOf } from './stages.ts'
import type { PeopleScene } from './thread.ts'
import { staffOf } from './trail.ts'
import type { World } from './world.ts'
import { demoDistrict, planWorld } from './world.ts'

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
    // The district's own programmes replace shipped ones: a start has opened these, the command line may come before any.
    await openShippedProgrammes(parts)
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
  const steps = [
    ...planCases(scene, wish.cases - letters - casesOfSurge),
    ...planLetters(scene, letters),
    ...surgeCases(scene),
  ].toSorted((left, right) => left.at - right.at)
  const stage = stageOf(parts, world, mark.now, steps.length, wish)
  await replay(stage, steps.slice(0, firstSteps))
  await analyze(owner)
  await replay(stage, steps.slice(firstSteps))
  const households = planFamilies(mark.seed, world, steps)
  await makeFamilies(familyStage(parts, world, mark.now), households)
  await analyze(owner)
  const threads = planPeople({ ...scene, households }, await keepFiles(parts))
  wish.say(`  ${households.length} families, with programmes, proposals, visits and meetings`)
  await makePeople(peopleStage(parts, world, mark.now, wish), threads)
  await heardAndLoaded(parts, { ...scene, households }, wish)
  // What became late meanwhile goes up now, as it would have, and not in front of who looks at the demo.
  await pressCases({ pool: pools.worker, reference }, stage.handlers.case, mark.now)
  await tellOfPast(parts, mark.now)
  await analyze(owner)
  return world
}

/** What comes from outside: messages of citizens, and extracts of the national data. */
async function heardAndLoaded(parts: Parts, scene: PeopleScene, wish: DemoWish): Promise<void> {
  const { ledger, reference, pools, log } = parts
  const { seed, now, world, households } = scene
  await hearMessages(noticePartsOf(parts), now)
  const { store } = await openFiles(parts.config)
  const actorAt: LoadParts['actorAt'] = (staff, office) => actorOf(pools.api, reference, staff, office)
  const loading = { ledger, reference, worker: pools.worker, store, actorAt, log }
  const actor = peopleStage(parts, world, now, wish).actorOf({ by: staffOf(world, 'secretariat', 'manager', '0') })
  await loadExtracts({ parts: loading, actor, seed, now, households })
}

/** DEMO-23 Everybody was told what happened, and has read it but for the newest of two days. */
async function tellOfPast(parts: Parts, now: number): Promise<void> {
  await dispatchAll(noticePartsOf(parts), now)
  const unread = { after: new Date(now - unreadDays * dayMs), few: mostUnread }
  await readOldNotices(parts.pools.worker, demoDistrict, unread)
}
const unreadDays = 2
/** As many as somebody finds who was away for a day; what became late goes up at once here, and would be hundreds. */
const mostUnread = 12
