import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { TaskList } from 'graphile-worker'
import { dispatchAll } from './dispatch.ts'
import type { NoticeParts } from './parts.ts'
import { deleteOldNotices, districtsWithNotices } from './queries-dispatch.ts'
import { sendDue } from './send.ts'

/** NOTICE-16 For how long it is kept who was told what. The ledger keeps the deed itself. */
const keptDays = 365

/** What time does by itself about telling people. */
export function noticeTasks(parts: NoticeParts): TaskList {
  return {
    'tell-people': async () => {
      try {
        await dispatchAll(parts, Date.now())
      } finally {
        // What was told before goes out, whatever is wrong with telling more.
        await sendDue(parts)
      }
    },
    'forget-old-notices': async () => {
      await forgetOldNotices(parts, Date.now())
    },
  }
}

/** Forgets notices that are older than a year; gives how many. */
export async function forgetOldNotices({ pool }: Pick<NoticeParts, 'pool'>, now: number): Promise<number> {
  let gone = 0
  for (const district of await districtsWithNotices(pool))
    gone += await deleteOldNotices(pool, district, new Date(now - keptDays * dayMs))
  return gone
}

/** When: the minute after something happened, and every night. */
export const noticeTimes = [
  { task: 'tell-people', at: '* * * * *' },
  { task: 'forget-old-notices', at: '53 18 * * *' },
] as const
