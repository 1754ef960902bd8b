import type { Pool } from 'pg'
import type { Metric, MetricObjectWithValues, MetricValue } from 'prom-client'
import { AggregatorRegistry, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { watchProcess } from './process-gauges.ts'

/** What one process has counted, as it crosses to a sibling that was asked for the figures of all. */
export type Figures = readonly MetricObjectWithValues<MetricValue<string>>[]

/** What this process counts of itself. Labels are names from our own tables: never a person, a case, an office, an address. */
export interface Metrics {
  request(answered: { method: string; route: string; status: number; seconds: number }): void
  /** `outcome` is `accepted`, the code of the refusal, or `fault`. */
  command(kind: string, outcome: string): void
  refusal(code: string): void
  watchPool(role: string, pool: Pool): void
  /** A figure that is asked for when somebody looks; one that can't be read then is left out. */
  gauge(name: string, help: string): (value: number | null) => void
  figures(): Promise<Figures>
}

/** The buckets of durations, in seconds: from what a person does not notice to what they give up on. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Opens the figures of one process. Each has a registry of its own, so that tests share nothing. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'openslrt_requests_total',
    help: 'Requests by the row of their route and the status they were answered with.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'openslrt_request_seconds',
    help: 'How long requests took, by the row of their route.',
    labelNames: ['method', 'route'],
    buckets: seconds,
    registers,
  })
  const commands = new Counter({
    name: 'openslrt_commands_total',
    help: 'Commands that were decided, by kind and outcome: accepted, the code of the refusal, or fault.',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const refusals = new Counter({
    name: 'openslrt_refusals_total',
    help: 'Answers that were a no, by code; each line of a batch counts.',
    labelNames: ['code'],
    registers,
  })
  watchProcess(registers)
  return {
    request({ method, route, status, seconds: took }) {
      requests.inc({ method, route, status })
      durations.observe({ method, route }, took)
    },
    command: (kind, outcome) => commands.inc({ kind, outcome }),
    refusal: (code) => refusals.inc({ code }),
    watchPool: poolWatcher(registers),
    gauge: (name, help) => gaugeOf(new Gauge({ name, help, aggregator: 'max', registers })),
    figures: () => registry.getMetricsAsJSON(),
  }
}

/** The figures of one or several processes as one page in Prometheus' text format. */
export const textOf = (all: readonly Figures[]): Promise<string> =>
  AggregatorRegistry.aggregate(all.map((figures) => figures.map(settled))).metrics()

/** Which format the text is in. */
export const contentType: string = Registry.PROMETHEUS_CONTENT_TYPE

// The declared type of an aggregate's input is that of live metrics; what it reads are their figures.
const settled = (figure: Figures[number]): Metric & object => figure as unknown as Metric & object

function gaugeOf(gauge: Gauge): (value: number | null) => void {
  gauge.remove()
  return (value) => (value === null ? gauge.remove() : gauge.set(value))
}

function poolWatcher(registers: Registry[]): Metrics['watchPool'] {
  const pools = new Map<string, Pool>()
  const read = (name: string, help: string, of: (pool: Pool) => number): void => {
    const gauge = new Gauge({
      name,
      help,
      labelNames: ['role'],
      registers: [],
      collect() {
        for (const [role, pool] of pools) this.set({ role }, of(pool))
      },
    })
    for (const registry of registers) registry.registerMetric(gauge)
  }
  read(
    'openslrt_database_connections_busy',
    'Connections in use, by the database role.',
    (pool) => pool.totalCount - pool.idleCount,
  )
  read(
    'openslrt_database_connections_waiting',
    'Callers that wait for a connection, by the database role.',
    (pool) => pool.waitingCount,
  )
  read(
    'openslrt_database_connections_most',
    'Connections that may be opened, by the database role.',
    (pool) => pool.options.max,
  )
  return (role, pool) => void pools.set(role, pool)
}
