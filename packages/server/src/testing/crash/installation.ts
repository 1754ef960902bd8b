import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { serversOf, signal } from '../../platform/db/embedded/processes.ts'
import { openTemporaryFolder } from '../../platform/db/embedded/start-temporary.ts'
import type { Door } from '../door.ts'
import { doorAt } from '../door.ts'

/** A real installation in a folder of its own, with durable settings, that can be killed and started again. */
export interface Installation {
  readonly env: NodeJS.ProcessEnv
  /** Leads to wherever the server listens now; throws while it is down. */
  readonly door: Door
  /** The token of the one-time link that the first start said. */
  readonly adminToken: string
  killServer(): Promise<void>
  killPostgres(): Promise<void>
  /** Starts the server again if it is down. */
  revive(): Promise<void>
  /** Stops the server as Ctrl-C does; gives its exit code. */
  stop(): Promise<number | null>
  remove(): Promise<void>
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly link: string
}

/** Opens an installation and starts it for the first time; `settings` are environment variables beside the usual ones. */
export async function openInstallation(settings: NodeJS.ProcessEnv = {}): Promise<Installation> {
  const folder = await openTemporaryFolder()
  const env = {
    ...process.env,
    OPENSLRT_DATA: folder,
    PORT: '0',
    LOG_LEVEL: 'silent',
    OPENSLRT_REQUESTS_PER_MINUTE: '1000000',
    ...settings,
  }
  let running = await start(env)
  const cluster = join(await realpath(folder), 'postgres', 'cluster')
  const isDown = (): boolean => running.child.exitCode !== null || running.child.signalCode !== null
  return {
    env,
    door: (asked) => doorAt(running.url)(asked),
    adminToken: running.link,
    async killServer() {
      const ended = once(running.child, 'exit')
      running.child.kill('SIGKILL')
      await ended
    },
    async killPostgres() {
      for (const pid of await serversOf(cluster)) signal(pid, 'SIGKILL')
    },
    async revive() {
      if (isDown()) running = await start(env)
    },
    async stop() {
      if (isDown()) return running.child.exitCode
      const ended = once(running.child, 'exit')
      running.child.kill('SIGTERM')
      await ended
      return running.child.exitCode
    },
    async remove() {
      if (!isDown()) running.child.kill('SIGKILL')
      for (const pid of await serversOf(cluster)) signal(pid, 'SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function start(env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  let url = ''
  let link = ''
  for await (const line of createInterface({ input: child.stdout })) {
    url = /OpenSLRT is running: (\S+)/.exec(line)?.[1] ?? url
    link = /#t=(\S+)/.exec(line)?.[1] ?? link
    if (line.includes('Ctrl-C')) return { child, url, link }
  }
  throw new Error(`the server did not start:\n${said.join('\n')}`)
}
