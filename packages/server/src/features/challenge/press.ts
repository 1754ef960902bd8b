import type { ChallengeRow } from '@openslrt/core/challenge/challenge.ts'
import { clockMay } from '@openslrt/core/challenge/limits.ts'
import type { ChallengeClockAct } from '@openslrt/core/challenge/moves.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { clockCommandId } from '../case/index.ts'
import { selectPressed } from './queries.ts'

const page = 500

/**
 * CHALLENGE-8 Moves what nobody answered in time one office up, or says once that it is late where nobody is above. Gives how
 * much it did; what fails keeps nothing else back.
 */
export async function pressChallenges(pool: Pool, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const rows = await selectPressed(pool, new Date(now), page)
    const fresh = rows.map((row) => rowOf('challenge', row, null)).filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) break
    for (const { id } of fresh) seen.add(id)
    done += await each(fresh, 1, faults, (challenge) => press(handle, challenge, now))
  }
  throwAll(faults)
  return done
}

async function press(handle: Handler, challenge: ChallengeRow, now: number): Promise<boolean> {
  for (const act of clockMay(challenge, now)) if (await did(handle, challenge, act, now)) return true
  return false
}

async function did(handle: Handler, challenge: ChallengeRow, act: ChallengeClockAct, now: number): Promise<boolean> {
  const { district, id, version, dueAt } = challenge
  const order = readClockOrder(`challenge.${act}`, {
    id: clockCommandId([district, id, act, dueAt, version]),
    v: 1,
    district,
    subject: id,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: {},
  })
  if (!order.ok) return false
  const reply = await handle(order.value, { kind: 'clock', challenge: id }, now)
  return reply.status === 'accepted'
}
