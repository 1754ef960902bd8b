import { timingSafeEqual } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { sendRefusal } from '../../platform/http/answers.ts'
import { sha256 } from '../../platform/ledger/seal.ts'
import { soonOrNever } from '../../platform/soon-or-never.ts'
import type { Figures, Metrics } from '../../platform/telemetry/metrics.ts'
import { contentType, textOf } from '../../platform/telemetry/metrics.ts'
import { workWaiting } from './queries.ts'

export interface MetricsParts {
  readonly metrics: Metrics
  /** The worker's connections: its role owns the queue and sees all timers. */
  readonly pool: Pool
  readonly dataFolder: string
  /** Whoever shows it may read the figures from anywhere; null: only this machine may. */
  readonly token: string | null
  /** The figures of the other processes behind the same port. */
  readonly siblings?: () => Promise<readonly Figures[]>
  /** What else is read when somebody looks. */
  readonly looks?: readonly (() => Promise<void>)[]
}

const patienceMs = 2_000

/** `/metrics` in Prometheus' text format. Who may not read it is told that nothing is there. */
export function serveMetrics(app: FastifyInstance, parts: MetricsParts): void {
  const look = lookerOf(parts)
  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) => {
    if (!mayRead(request, parts.token)) return sendRefusal(reply, { code: 'not-found' })
    const [siblings = []] = await Promise.all([
      parts.siblings?.(),
      look(),
      ...(parts.looks ?? []).map((more) => more()),
    ])
    return reply
      .type(contentType)
      .header('cache-control', 'no-store')
      .send(await textOf([await parts.metrics.figures(), ...siblings]))
  })
}

/** OPS-1 With the token, or from this machine itself: a proxy's request comes from here too, but says for whom it asks. */
function mayRead({ headers, socket }: FastifyRequest, token: string | null): boolean {
  const shown = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (token !== null && shown !== undefined)
    return timingSafeEqual(sha256(Buffer.from(shown)), sha256(Buffer.from(token)))
  const passedOn = Object.keys(headers).some((name) => /^(forwarded|via|x-real-ip|x-forwarded-.*)$/.test(name))
  return !passedOn && /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '')
}

/** What lies outside this process is read when somebody looks, and left out when it can't be read. */
function lookerOf({ metrics, pool, dataFolder }: MetricsParts): () => Promise<void> {
  const say = {
    up: metrics.gauge('openslrt_database_up', 'Whether the database answers: 1 or 0.'),
    waiting: metrics.gauge('openslrt_jobs_waiting', 'Jobs in the queue that are due and not in hand.'),
    failing: metrics.gauge('openslrt_jobs_failing', 'Jobs that failed and will be tried again.'),
    lost: metrics.gauge('openslrt_jobs_given_up', 'Jobs that failed at every try and are not tried any more.'),
    oldest: metrics.gauge('openslrt_jobs_oldest_seconds', 'For how long the job that waits longest has been due.'),
    timers: metrics.gauge('openslrt_timers_late', 'Timers that are due and not yet in the queue.'),
    late: metrics.gauge('openslrt_timers_oldest_seconds', 'For how long the timer that waits longest has been due.'),
    anchored: metrics.gauge(
      'openslrt_ledger_anchored_at_seconds',
      'When the heads of the ledgers were last written to anchors.log, in seconds of Unix time.',
    ),
  }
  const unknown = { waiting: null, failing: null, given_up: null, oldest: null, timers: null, latest: null }
  return async () => {
    const work = await soonOrNever(workWaiting(pool), patienceMs).catch(() => null)
    say.up(work === null ? 0 : 1)
    const { waiting, failing, given_up, oldest, timers, latest } = work ?? unknown
    say.waiting(waiting)
    say.failing(failing)
    say.lost(given_up)
    say.oldest(oldest)
    say.timers(timers)
    say.late(latest)
    say.anchored(await anchoredAt(join(dataFolder, 'anchors.log')))
  }
}

const tailBytes = 200

/** The moment on the last line of the file, in seconds; null where nothing was written down yet. */
async function anchoredAt(path: string): Promise<number | null> {
  const file = await open(path).catch(() => null)
  if (file === null) return null
  try {
    const { size } = await file.stat()
    const from = Math.max(0, size - tailBytes)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tailBytes), 0, tailBytes, from)
    const line = buffer.subarray(0, bytesRead).toString().trimEnd().split('\n').at(-1) ?? ''
    const at = Date.parse(line.split(' ')[0] ?? '')
    return Number.isNaN(at) ? null : at / 1000
  } finally {
    await file.close()
  }
}
