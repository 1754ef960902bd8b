import type { Pressed } from '@openslrt/core/case/pressing.ts'
import { clockWants } from '@openslrt/core/case/pressing.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import type { CaseId } from '@openslrt/core/kernel/id.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { actAsClock } from './act-as-clock.ts'
import type { CaseParts } from './commands.ts'
import { pressedDistricts, selectPressed } from './queries-pressed.ts'

interface Pressing extends Pick<CaseParts, 'reference'> {
  /** The worker's own. */
  readonly pool: Pool
}

/** How many cases of one district are looked at in one go, and how many of them at once. */
const together = { page: 500, atOnce: 4 }

/**
 * CASE-38, CASE-39 Does what time asks for: reminds offices, passes up what is late, says what can't go up. Gives how much
 * it did. What fails keeps nothing else back, is said at the end, and is there again at the next look; what two
 * workers do at once is one command.
 */
export async function pressCases({ pool, reference }: Pressing, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  let done = 0
  for (const district of await pressedDistricts(pool, new Date(now))) {
    const policy = reference.policyFor(district, now, now)
    const seen = new Set<string>()
    for (;;) {
      const page = await selectPressed(pool, district, new Date(now), together.page)
      const fresh = page.filter(({ id }) => !seen.has(id))
      if (fresh.length === 0) break
      for (const { id } of fresh) seen.add(id)
      done += await each(fresh, together.atOnce, faults, (kase) =>
        press(handle, district, kase, clockWants(kase, policy), now),
      )
    }
  }
  throwAll(faults)
  return done
}

async function press(
  handle: Handler,
  district: string,
  kase: Pressed & { readonly id: CaseId },
  action: ReturnType<typeof clockWants>,
  now: number,
): Promise<boolean> {
  if (action === null) return false
  const since = (action === 'remind' ? kase.remindAt : kase.hop.dueAt) ?? 0
  const data =
    action === 'escalate' ? { reason: 'time-over', note: translate('id', 'case.clock.time-over') } : { note: '' }
  const reply = await actAsClock(handle, { district, case: kase.id, action, since, data }, now)
  return reply?.status === 'accepted'
}
