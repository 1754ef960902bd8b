import { setTimeout as sleep } from 'node:timers/promises'
import { endLeftovers } from './end-leftovers.ts'
import { launchServer, type RunningServer, type ServerExit, type Site } from './launch-server.ts'

export type ExitListener = (exit: ServerExit) => void

export type SupervisedServer = {
  /** The server's process; another one after a restart. */
  pid(): number
  /** Calls back at every death that nobody asked for; the server is restarted by itself. */
  onExit(listener: ExitListener): void
  stop(): Promise<void>
}

type Watch = {
  readonly site: Site
  readonly port: number
  readonly listeners: ExitListener[]
  readonly stopping: AbortController
  server: RunningServer
  startedAt: number
  deaths: number
}

/** Keeps a launched server running on its port until it is told to stop. */
export function superviseServer(site: Site, port: number, server: RunningServer): SupervisedServer {
  const stopping = new AbortController()
  const watch: Watch = { site, port, server, listeners: [], stopping, startedAt: performance.now(), deaths: 0 }
  const kept = keepRunning(watch)
  const stop = async () => {
    stopping.abort()
    await watch.server.end()
    await kept
    await watch.server.end()
  }
  let stopped: Promise<void> | undefined
  return {
    pid: () => watch.server.pid,
    onExit: (listener) => void watch.listeners.push(listener),
    stop: () => (stopped ??= stop()),
  }
}

async function keepRunning(watch: Watch): Promise<void> {
  while (!watch.stopping.signal.aborted) {
    const exit = await watch.server.exited
    if (watch.stopping.signal.aborted) return
    watch.site.say(`PostgreSQL has died (${exit.signal ?? `code ${exit.code}`}); it is started again.`)
    for (const listener of watch.listeners) listener(exit)
    await revive(watch)
  }
}

const calmAfterMs = 60_000

/** Waits longer after each death in a row, and never gives up: a full disk or a taken port may become free. */
async function revive(watch: Watch): Promise<void> {
  const { site, port, stopping } = watch
  if (performance.now() - watch.startedAt > calmAfterMs) watch.deaths = 0
  while (!stopping.signal.aborted && watch.server.hasExited()) {
    const pause = Math.min(30_000, 100 * 2 ** watch.deaths)
    watch.deaths += 1
    await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    if (stopping.signal.aborted) return
    try {
      await endLeftovers(site.home.cluster, site.say)
      watch.server = await launchServer(site, port, stopping.signal)
      watch.startedAt = performance.now()
      site.say(`PostgreSQL runs again (process ${watch.server.pid}).`)
    } catch (error) {
      site.say(error instanceof Error ? error.message : String(error))
    }
  }
}
