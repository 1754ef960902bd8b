import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { freePort } from './platform/db/embedded/free-port.ts'
import type { Children } from './platform/processes/supervise.ts'
import { superviseChildren } from './platform/processes/supervise.ts'

/** How many processes share what this one is told to allow. Only between the one that was started and its children. */
const sharersVariable = 'OPENSLRT_SHARERS'

/**
 * START-10 The part of a child in what a sender may ask for in a minute: lines are handed to one child after the other, and
 * whatever way they fall, all children together let through no more than was set.
 */
export function shareOf(config: Config, env: NodeJS.ProcessEnv): Config {
  const sharers = Number(env[sharersVariable] ?? 1)
  return { ...config, requestsPerMinute: Math.max(1, Math.floor(config.requestsPerMinute / sharers)) }
}

/** The processes that serve in place of the one that was started, each told the same and made to be only web. */
export async function openChildren(
  config: Config,
  ownerUrl: string,
  log: Logger,
  env: NodeJS.ProcessEnv,
): Promise<Children> {
  // A free port is chosen once: children that are started again must come back to it.
  const port = config.port === 0 ? await freePort() : config.port
  return superviseChildren({
    count: config.processes,
    program: join(import.meta.dirname, 'serve-child.ts'),
    log,
    env: {
      ...env,
      DATABASE_URL: ownerUrl,
      PORT: String(port),
      OPENSLRT_DATA: config.dataFolder,
      OPENSLRT_MASTER_KEY_FILE: config.masterKeyFile,
      OPENSLRT_ROLE: 'web',
      OPENSLRT_PROCESSES: '1',
      OPENSLRT_REQUESTS_PER_MINUTE: String(config.requestsPerMinute),
      [sharersVariable]: String(config.processes),
      OPENSLRT_CONNECTIONS: String(connectionsEach(config)),
    },
  })
}

/** What the embedded PostgreSQL allows beside the supervisor's own: the worker's, the queue's, migrations. */
const embeddedConnections = 70
/** What a child opens beside those of the API. */
const besides = 5

/** One's own PostgreSQL has as many connections as its administrator gave it; the one that comes along has a hundred. */
const connectionsEach = ({ databaseUrl, connections, processes }: Config): number =>
  databaseUrl === null
    ? Math.max(2, Math.min(connections, Math.floor(embeddedConnections / processes) - besides))
    : connections
