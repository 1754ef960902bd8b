import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { serversOf, signal } from '../processes.ts'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from '../start-embedded.ts'
import { openTemporaryFolder } from '../start-temporary.ts'

/** Runs statements on a connection of their own and returns the rows of the last one. */
export async function ask(url: string, ...statements: readonly string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  // A server that dies under a query rejects the query; the event besides would end the test process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** Gives the body a folder that is removed afterwards, together with every server that was started in it. */
export async function inFolder(body: (folder: string, start: Start) => Promise<void>): Promise<void> {
  const folder = await openTemporaryFolder()
  const started: EmbeddedPostgres[] = []
  const start: Start = async (options) => {
    const database = await startEmbedded({ dataDir: folder, tuning: 'test', say: () => undefined, ...options })
    started.push(database)
    return database
  }
  try {
    await body(folder, start)
  } finally {
    for (const database of started) await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export type Start = (options?: Partial<EmbeddedOptions>) => Promise<EmbeddedPostgres>

/** Another Node process that runs a script of this folder on the data folder; `lines` grows as it speaks. */
export function runBeside(script: string, dataDir: string) {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const ended = once(child, 'close')
  const killed = async () => {
    child.kill('SIGKILL')
    await ended
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return { lines, ended, killed, hasEnded }
}

/** The number of the postmaster that a folder's last server wrote. */
export const writtenPid = async (cluster: string): Promise<number> =>
  Number((await readFile(`${cluster}/postmaster.pid`, 'utf8')).split('\n')[0])

/** Ends all servers of a folder by force, as a power cut would. One that ended by itself meanwhile is no fault. */
export async function killServers(cluster: string): Promise<void> {
  for (const pid of await serversOf(cluster)) signal(pid, 'SIGKILL')
}
