import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Gauge, type Registry } from 'prom-client'

const nanos = 1e9

/** What a process is like from inside: how late its event loop runs, what memory it holds, how long it has lived. */
export function watchProcess(registers: Registry[]): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const gauges = [
    new Gauge({
      name: 'openslrt_event_loop_lag_seconds',
      help: 'How late the event loop ran since the last look: the longest, and what 99 of 100 stayed below; the worst process.',
      labelNames: ['of'],
      aggregator: 'max',
      registers: [],
      collect() {
        this.set({ of: 'p99' }, delay.percentile(99) / nanos)
        this.set({ of: 'max' }, delay.max / nanos)
        delay.reset()
      },
    }),
    new Gauge({
      name: 'openslrt_memory_bytes',
      help: 'Memory of all processes together: what the machine gave, and what of the heap is in use.',
      labelNames: ['of'],
      registers: [],
      collect() {
        const { rss, heapUsed } = process.memoryUsage()
        this.set({ of: 'resident' }, rss)
        this.set({ of: 'heap' }, heapUsed)
      },
    }),
    new Gauge({
      name: 'openslrt_processes',
      help: 'How many processes these figures are the sum of.',
      registers: [],
      collect() {
        this.set(1)
      },
    }),
    new Gauge({
      name: 'openslrt_started_at_seconds',
      help: 'When the youngest process was started, in seconds of Unix time: one that moves tells of a process that died.',
      aggregator: 'max',
      registers: [],
      collect() {
        this.set(Math.round(performance.timeOrigin / 1000))
      },
    }),
  ]
  for (const gauge of gauges) for (const registry of registers) registry.registerMetric(gauge)
}
