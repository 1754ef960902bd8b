import { officeId } from '@openslrt/core/kernel/id.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf, nation } from '@openslrt/core/place/code.ts'
import type { TaskList } from 'graphile-worker'
import { sendAnswers } from './answers.ts'
import type { InboundParts } from './parts.ts'
import { deleteOver, officesOver } from './queries.ts'

/** What time does by itself about messages that came in. */
export function inboundTasks(parts: InboundParts): TaskList {
  return {
    'answer-senders': async () => {
      await sendAnswers(parts)
    },
    'forget-messages': async () => {
      await forgetOver(parts, Date.now())
    },
  }
}

/** INBOUND-10 Erases messages that came to their end, after the days that their office's district says. Gives how many. */
export async function forgetOver({ pool, reference }: InboundParts, now: number): Promise<number> {
  let gone = 0
  for (const { office } of await officesOver(pool)) {
    const row = office === null ? undefined : reference.offices().get(officeId.parse(office))
    const district = row ? ledgerOf(row.place) : nation
    const { messageDays } = reference.policyFor(district, now, now).windows
    gone += await deleteOver(pool, office, new Date(now - messageDays * dayMs))
  }
  return gone
}

/** When: the minute after something came, and every night. */
export const inboundTimes = [
  { task: 'answer-senders', at: '* * * * *' },
  { task: 'forget-messages', at: '57 18 * * *' },
] as const
