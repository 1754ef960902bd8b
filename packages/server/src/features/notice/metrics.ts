import { outWays } from '@openslrt/core/contract/notice-ways.ts'
import type { Pool } from 'pg'
import { soonOrNever } from '../../platform/soon-or-never.ts'
import type { Metrics } from '../../platform/telemetry/metrics.ts'
import { selectWaiting, selectWays } from './queries-send.ts'

const patienceMs = 2_000

/** What waits on each way out and for how long, for whoever watches the installation; read when somebody looks. */
export function watchNotices(metrics: Metrics, pool: Pool): () => Promise<void> {
  const gauges = [...outWays, 'tell'].map((way) => ({
    way,
    waiting: metrics.gauge(`openslrt_messages_waiting_${way}`, `Messages that wait to go out: ${way}.`),
    oldest: metrics.gauge(`openslrt_messages_oldest_seconds_${way}`, `For how long the oldest of them waits: ${way}.`),
    failing: metrics.gauge(`openslrt_messages_failing_${way}`, `Whether the way is broken: 1 or 0: ${way}.`),
  }))
  return async () => {
    const read = await soonOrNever(Promise.all([selectWaiting(pool), selectWays(pool)]), patienceMs).catch(() => null)
    const [waiting, ways] = read ?? [[], []]
    for (const { way, ...say } of gauges) {
      const load = waiting.find((row) => row.way === way)
      const standing = ways.find((row) => row.way === way)
      say.waiting(read && (load?.waiting ?? 0))
      say.oldest(load?.oldest ? (Date.now() - load.oldest) / 1000 : null)
      say.failing(read && Number(typeof standing?.failing_since === 'number'))
    }
  }
}
