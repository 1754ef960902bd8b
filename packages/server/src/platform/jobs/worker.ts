import type { TaskList } from 'graphile-worker'
import { Logger, run } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger as PinoLogger } from 'pino'

/** What the application needs of its queue: start working, stop after what is in hand. */
export interface Worker {
  stop(): Promise<void>
}

/** What the queue can do, by name. */
export type Tasks = TaskList

/** A thing done by the clock: `at` in cron's words, UTC. */
export interface Regular {
  readonly task: string
  readonly at: string
}

// What the queue tells of its own life is no news on a normal day.
const levels: Readonly<Record<string, 'warn' | 'error'>> = { warning: 'warn', error: 'error' }

/** Starts working on the queue. Jobs that fail are tried again with growing pauses, and said in the log. */
export async function startWorker(
  pool: Pool,
  tasks: Tasks,
  regular: readonly Regular[],
  log: PinoLogger,
): Promise<Worker> {
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    concurrency: 2,
    noHandleSignals: true,
    crontab: regular.map(({ task, at }) => `${at} ${task}`).join('\n'),
    logger: new Logger(() => (level, message) => log[levels[level] ?? 'debug']({ area: 'jobs' }, message)),
  })
  return { stop: () => runner.stop() }
}
