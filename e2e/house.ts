import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A whole installation as somebody runs it: the README's first command, in a data folder of its own. */
export interface House {
  readonly url: string
  readonly dataFolder: string
  /** The one-time link that makes the first administrator, as the server printed it. */
  readonly adminLink: string
  /** What time it is there. */
  now(): number
  /** Everything that the server printed so far. */
  said(): string
  /** Ends the server and its database; what they keep stays. */
  halt(): Promise<void>
  /** Starts it again at the same address on the same data. */
  resume(): Promise<void>
  /** `npm run slrt -- <words>` beside the running server. */
  slrt(...words: readonly string[]): Promise<Ended>
  /** Ends everything and takes the data away. */
  stop(): Promise<void>
}

interface Ended {
  readonly code: number | null
  readonly said: string
}

/** What the test command keeps ready to be copied; a file that is run alone begins from nothing. */
export type Prepared = 'started' | 'sleman'
export const preparedFolder = process.env.OPENSLRT_E2E_PREPARED

const root = join(import.meta.dirname, '..')
const startMs = 90_000
/** A demo plays a year: half a minute where nobody else works, many on a machine that others share. */
const demoMs = 900_000

export interface HouseOptions {
  /** From nothing, as the first start of all; from a copy that was started once; or from one where Sleman is at work. */
  readonly from?: 'nothing' | Prepared
  /** What else stands in its environment, once its address and folder are known. */
  readonly own?: (url: string, dataFolder: string) => Promise<Readonly<Record<string, string>>>
  /** Its clock, where that is another than ours. */
  readonly now?: () => number
}

/** Starts the real server and waits until it says where it runs. */
export async function startHouse(
  words: readonly string[] = [],
  { own, from = 'started', now = Date.now }: HouseOptions = {},
): Promise<House> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'openslrt-e2e-'))
  // PostgreSQL runs under an account of its own when we are root, and must be able to enter.
  await chmod(dataFolder, 0o755)
  if (preparedFolder && from !== 'nothing') await copyFolder(join(preparedFolder, from), dataFolder)
  const port = await freePort()
  const env = { ...environment(dataFolder, port), ...(await own?.(`http://127.0.0.1:${port}`, dataFolder)) }
  let running = await run(env, words)
  const halt = (): Promise<void> => running.end()
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    dataFolder,
    // Each start makes a new one, and voids the one before.
    get adminLink() {
      return linkIn(running.said())
    },
    now,
    said: () => running.said(),
    halt,
    resume: async () => {
      running = await run(env, words)
    },
    slrt: (...verb) => finish(spawn('npm', ['run', '--silent', 'slrt', '--', ...verb], { cwd: root, env })),
    stop: async () => {
      await halt()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** As it is, owners too: the account that runs PostgreSQL must own its copy. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await finish(spawn('cp', ['-a', `${from}/.`, to]))
}

function environment(dataFolder: string, port: number) {
  const { DATABASE_URL: _database, PUBLIC_URL: _address, ...inherited } = process.env
  // Tests press faster than people: the usual limit of requests a minute would stop them.
  return { ...inherited, OPENSLRT_DATA: dataFolder, PORT: String(port), OPENSLRT_REQUESTS_PER_MINUTE: '100000' }
}

interface Running {
  said(): string
  end(): Promise<void>
}

async function run(env: NodeJS.ProcessEnv, words: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, ['packages/server/src/start.ts', ...words], { cwd: root, env })
  const said = listen(child)
  // A test that breaks off leaves no server and no database behind.
  const leave = () => child.kill('SIGTERM')
  process.once('exit', leave)
  const ended = once(child, 'exit')
  await ready(child, said, words.includes('--demo') ? demoMs : startMs)
  return {
    said,
    end: async () => {
      process.off('exit', leave)
      child.kill('SIGTERM')
      await ended
    },
  }
}

function ready(child: ChildProcess, said: () => string, withinMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the server ${why}:\n${said()}`))
    const late = setTimeout(() => {
      child.kill('SIGTERM')
      fail(`was not ready after ${withinMs / 1000} s`)
    }, withinMs)
    child.once('exit', (code) => {
      clearTimeout(late)
      fail(`ended with ${code}`)
    })
    child.stdout?.on('data', () => {
      if (!said().includes('Ctrl-C stops everything.')) return
      clearTimeout(late)
      resolve()
    })
  })
}

async function finish(child: ChildProcess): Promise<Ended> {
  const said = listen(child)
  await once(child, 'close')
  return { code: child.exitCode, said: said() }
}

function listen(child: ChildProcess): () => string {
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => parts.push(String(chunk)))
  return () => parts.join('')
}

/**
 * A port that nobody holds: the same one is used again when the server comes back. Not one of those that systems give
 * away by themselves: the database asks for such a one a moment later, and might be given ours.
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(20_000, 30_000)
    if (await isFree(port)) return port
  }
  throw new Error('no free port')
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

const linkIn = (said: string): string => /http\S+#t=\S+/.exec(said)?.[0] ?? ''
