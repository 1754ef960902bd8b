import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import type { Pool } from 'pg'
import type { CaseParts } from '../features/case/index.ts'
import { dutyHandler } from '../features/duty/index.ts'
import { jointHandler } from '../features/joint/index.ts'
import { meetingHandler, pressTasks } from '../features/meeting/index.ts'
import { needHandler, pressApplications } from '../features/need/index.ts'
import { ppksHandler } from '../features/ppks/index.ts'
import { programmeHandler } from '../features/programme/index.ts'
import { pressProposals, proposalHandler } from '../features/proposal/index.ts'
import { psksHandler } from '../features/psks/index.ts'
import { surgeHandler } from '../features/surge/index.ts'
import { pressVisits, visitHandler } from '../features/visit/index.ts'
import type { Handler } from '../platform/http/order.ts'
import { giveAsStaff, sideBySide } from './give.ts'
import type { Deed } from './thread.ts'

interface PeopleStage {
  readonly parts: CaseParts
  readonly worker: Pool
  readonly now: Instant
  readonly actorOf: (deed: Pick<Deed, 'by'>) => StaffActor
  /** Called after every deed; throws to break off. */
  readonly onDeed: () => void
}

/** Gives the deeds of the demo, each at its own moment; then what became late goes up, as it would have. */
export async function makePeople(
  { parts, worker, now, actorOf, onDeed }: PeopleStage,
  threads: readonly (readonly Deed[])[],
): Promise<void> {
  const handlers = handlersOf(parts)
  await sideBySide(threads, async (deeds) => {
    for (const deed of deeds) {
      await giveAsStaff(handlerFor(handlers, deed.kind), actorOf(deed), deed)
      onDeed()
    }
  })
  await pressTasks(worker, handlers.meeting, now)
  await pressVisits(worker, handlers.visit, now)
  await pressProposals(worker, handlers.proposal, now)
  await pressApplications(worker, handlers.need, now)
}

const handlersOf = (parts: CaseParts) => ({
  programme: programmeHandler(parts),
  need: needHandler(parts),
  proposal: proposalHandler(parts),
  visit: visitHandler(parts),
  ppks: ppksHandler(parts),
  psks: psksHandler(parts),
  surge: surgeHandler(parts),
  meeting: meetingHandler(parts),
  duty: dutyHandler(parts),
  joint: jointHandler(parts),
})
type Handlers = ReturnType<typeof handlersOf>

/** Needs, applications, what is had of programmes and places of them are one capability. */
const asNeeds: ReadonlySet<string> = new Set(['need', 'application', 'participation', 'quota'])

function handlerFor(handlers: Handlers, kind: string): Handler {
  const own = kind.slice(0, kind.indexOf('.'))
  const name = asNeeds.has(own) ? 'need' : own
  const found = Object.entries(handlers).find(([capability]) => capability === name)
  if (!found) throw new RangeError(`nobody does ${kind}`)
  return found[1]
}
