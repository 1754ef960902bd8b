import { proposalId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { clockWants } from '@openslrt/core/proposal/clock.ts'
import type { ProposalRow } from '@openslrt/core/proposal/proposal.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { clockCommandId } from '../case/index.ts'
import { selectPressed } from './queries-pressed.ts'

const page = 500

/** PROPOSAL-22 Says what time says of objections, once each; what fails keeps nothing else back. Gives how much it did. */
export async function pressProposals(pool: Pool, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const rows = await selectPressed(pool, new Date(now), page)
    const fresh = rows.map((row) => rowOf('proposal', row, null)).filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) break
    for (const { id } of fresh) seen.add(id)
    done += await each(fresh, 1, faults, (proposal) => press(handle, proposal, now))
  }
  throwAll(faults)
  return done
}

async function press(handle: Handler, proposal: ProposalRow, now: number): Promise<boolean> {
  const action = clockWants(proposal, now)
  if (action === null) return false
  const order = readClockOrder(`proposal.${action}`, {
    id: clockCommandId([proposal.district, proposal.id, action, proposal.dueAt]),
    v: 1,
    district: proposal.district,
    subject: proposal.id,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: {},
  })
  if (!order.ok) return false
  const reply = await handle(order.value, { kind: 'clock', proposal: proposalId.parse(proposal.id) }, now)
  return reply.status === 'accepted'
}
