import { Client, Pool, types } from 'pg'
import { CoalescingSocket } from './coalescing-socket.ts'
import type { RoleName, RolePasswords } from './roles.ts'

// Counts and sequence numbers fit a double up to 9 * 10^15; text would have to be parsed at every use.
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.DATE, (text) => text)

/** How many connections each role may hold beside the API, whose number is set. */
const poolSizes: Readonly<Record<Exclude<RoleName, 'openslrt_api'>, number>> = { openslrt_worker: 6, openslrt_door: 4 }

export interface PoolOptions {
  /** How many connections the API may hold. One district's writers queue in the application, so few are enough. */
  readonly connections?: number
  /** How long a request waits for an answer of the database before it is told to come again, in ms. */
  readonly patience?: number
}

/** The application's connections, one pool a role. */
export interface Pools {
  readonly api: Pool
  readonly worker: Pool
  readonly door: Pool
  close(): Promise<void>
}

const usual = { connections: 16, patience: 15_000 } as const

/** Opens the pools on the database that `ownerUrl` names, each under its own role. */
export function openPools(
  ownerUrl: string,
  passwords: RolePasswords,
  onError: (error: Error) => void,
  { connections = usual.connections, patience = usual.patience }: PoolOptions = {},
): Pools {
  const open = (role: RoleName, pipeline: boolean): Pool => {
    const pool = new Pool({
      // Each query is sent without waiting for the answer to the one before: a command takes two trips instead of four.
      pipeline,
      stream: () => new CoalescingSocket(),
      connectionString: urlAs(ownerUrl, role, passwords[role]),
      max: role === 'openslrt_api' ? connections : poolSizes[role],
      connectionTimeoutMillis: Math.min(5_000, patience),
      // A database that hangs without dying must not hold requests for ever. Jobs may take longer.
      ...(role === 'openslrt_worker' ? {} : { query_timeout: patience }),
    })
    // Without a listener a connection that the server ends while idle would end the process.
    pool.on('error', onError)
    pool.on('connect', (client) => client.on('error', onError))
    return pool
  }
  const [api, worker, door] = [open('openslrt_api', true), open('openslrt_worker', false), open('openslrt_door', false)]
  const close = async (): Promise<void> => {
    await Promise.all([api.end(), worker.end(), door.end()])
  }
  return { api, worker, door, close }
}

/** The same database under another role. */
export function urlAs(ownerUrl: string, role: RoleName, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

/** Runs with a connection of the owner, for set-up and migrations, and closes it. */
export async function withOwner<T>(ownerUrl: string, run: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    return await run(owner)
  } finally {
    await owner.end()
  }
}
