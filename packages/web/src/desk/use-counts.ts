import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { inboundCount } from '@openslrt/core/contract/inbound-count.ts'
import { useAsk } from '../platform/api/use-ask.ts'
import type { DeskRoute } from './desk-route.ts'

const queuePath = '/antrean'
const referralPath = '/rujukan'
const messagePath = '/pesan'
/** Often enough for a desk where people walk in; a screen that counts for itself asks more often. */
const everyMs = 60_000

/** How much waits behind entries of the menu. A count that can't be had is left out: the menu still works. */
export function useCounts(open: readonly DeskRoute[]): Readonly<Record<string, number>> {
  const has = (path: string): boolean => open.some((route) => route.path === path)
  const options = { staleTime: everyMs, refetchInterval: everyMs }
  const queue = useAsk(
    caseRoutes.queue,
    { query: { queue: 'office', page: 1 } },
    { ...options, enabled: has(queuePath) },
  )
  const referrals = useAsk(
    caseRoutes.inbox,
    { query: { side: 'in', status: 'open' } },
    { ...options, enabled: has(referralPath) },
  )
  const messages = useAsk(inboundCount, {}, { ...options, enabled: has(messagePath) })
  return {
    [queuePath]: queue.data?.counts.office ?? 0,
    [referralPath]: referrals.data?.open ?? 0,
    [messagePath]: messages.data?.waiting ?? 0,
  }
}
