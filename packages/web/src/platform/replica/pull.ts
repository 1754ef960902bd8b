import type { ReplicaPage } from '@openslrt/core/contract/replica.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no } from '@openslrt/core/kernel/result.ts'
import type { Problem } from '../api/problem.ts'
import type { Shelf } from '../outbox/shelf.ts'
import { type Bearer, ownProblem, type SyncPorts } from './sync-ports.ts'
import { countOf } from './view.ts'

/** SYNC-20 Asks for the next page and keeps it. An order to forget is a no that the sync carries out. */
export async function pullPage(ports: SyncPorts): Promise<Result<ReplicaPage, Problem>> {
  const { bearer, line, replica, shelf } = ports
  const { cursor } = replica.state()
  const [waiting, held] = [await lyingOn(shelf), countOf(replica.census())]
  const page = await line.pull({ ...spokenBy(bearer), cursor, waiting, held })
  if (!page.ok) return page
  if (page.value.order === 'wipe') return no(ownProblem('wiped'))
  await replica.keepPage(page.value)
  await ports.journal.forget(page.value.epoch, page.value.backedUp, bearer.district)
  return page
}

/** Pulls page after page until the round is over, and gives the last. */
export async function pullOn(ports: SyncPorts): Promise<Result<ReplicaPage, Problem>> {
  let page = await pullPage(ports)
  while (page.ok && !page.value.done) page = await pullPage(ports)
  return page
}

/** What a phone calls itself. */
export const spokenBy = ({ device, app, name }: Bearer) => ({ device, app, name })

/** What waits to be sent, or to be seen by its person. */
export const lyingOn = async (shelf: Shelf): Promise<number> =>
  (await shelf.all()).filter(({ state }) => state !== 'accepted').length
