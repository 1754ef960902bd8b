import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import { restrictedKinds } from '@openslrt/core/access/permission.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import type { Parts } from '../app.ts'
import { staffActor } from '../features/account/index.ts'
import { caseHandler } from '../features/case/index.ts'
import { letterHandler } from '../features/letter/index.ts'
import { referralHandler } from '../features/referral/index.ts'
import { registryHandler } from '../features/registry/index.ts'
import { makeLanes } from '../platform/ledger/lanes.ts'
import type { DemoWish } from './demo-wish.ts'
import type { makeFamilies } from './make-families.ts'
import type { makePeople } from './make-people.ts'
import type { Stage } from './replay.ts'
import type { Step } from './trail.ts'
import type { World } from './world.ts'
import { demoDistrict } from './world.ts'

/** Families are taken down by the front office of their village. */
export function familyStage(parts: Parts, world: World, now: Instant): Parameters<typeof makeFamilies>[0] {
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

/** What is about people is done by whoever does it in the offices of the demo. */
export function peopleStage(
  parts: Parts,
  world: World,
  now: Instant,
  { signal }: DemoWish,
): Parameters<typeof makePeople>[0] {
  const actors = actorsOf(parts, world)
  const ledger = { ...parts.ledger, jobsFrom: now, lanes: makeLanes(4) }
  return {
    parts: { ledger, reference: parts.reference },
    worker: parts.pools.worker,
    now,
    actorOf: ({ by }) => staffBy(by, actors),
    onDeed: () => unlessLeaving(signal),
  }
}

/** Cases, referrals and letters, with a word after each tenth of them. */
export function stageOf(
  parts: Parts,
  world: World,
  now: Instant,
  count: number,
  { cases, say, signal }: DemoWish,
): Stage {
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
      unlessLeaving(signal)
      if (done % tenth === 0 || done === count)
        say(`  ${Math.round((done / count) * cases)} of ${cases} cases, ${done} entries`)
    },
  }
}

function actorOf({ by, case: own }: Step, actors: ReadonlyMap<string, StaffActor>): Actor {
  if (by === 'citizen') return { kind: 'citizen', case: own }
  if (by === 'clock') return { kind: 'clock', case: own }
  return staffBy(by, actors)
}

function staffBy(by: string, actors: ReadonlyMap<string, StaffActor>): StaffActor {
  const actor = actors.get(by)
  if (!actor) throw new RangeError(`nobody of the demo is ${by}`)
  return actor
}

function unlessLeaving(signal: AbortSignal): void {
  if (signal.aborted) throw new Error('the demo was broken off; the next start with --demo goes on from here')
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
