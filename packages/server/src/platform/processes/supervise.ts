import type { Worker } from 'node:cluster'
import cluster from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Message, Siblings, Topic } from './siblings.ts'
import { Answers, patienceMs, Questions, readMessage, wrap } from './siblings.ts'

export interface ChildrenWish {
  readonly count: number
  /** The program of a child. */
  readonly program: string
  readonly env: NodeJS.ProcessEnv
  readonly log: Logger
}

/** The processes that serve behind one port, as their supervisor holds them. */
export interface Children {
  readonly siblings: Siblings
  /** Starts all and waits until each serves; gives their address. Throws with the sentence of one that can't. */
  start(): Promise<string>
  /** Lets each finish what it has in hand. */
  stop(): Promise<void>
  pids(): readonly number[]
}

/** A child that dies is started again: at once, then later and later, up to this. */
const longestPauseMs = 10_000
const firstPauseMs = 100
/** Who lived this long has not failed at the start. */
const wellMs = 30_000
/** How long a child may take to finish what it has in hand before it is ended. */
const leaveMs = 20_000

export function superviseChildren({ count, program, env, log }: ChildrenWish): Children {
  const hub = openHub()
  const leaving = new AbortController()
  // What a test runner gave its own process is not meant for these.
  const execArgv = process.execArgv.filter((word) => !word.startsWith('--test'))
  cluster.setupPrimary({ exec: program, args: [], execArgv })

  const open = async (): Promise<string> => {
    const worker = cluster.fork(env)
    const url = await hub.take(worker)
    void keep(worker)
    return url
  }
  const keep = async (worker: Worker): Promise<void> => {
    const born = performance.now()
    await gone(worker)
    if (leaving.signal.aborted) return
    const { exitCode, signalCode, pid } = worker.process
    log.error({ area: 'processes', pid, exitCode, signalCode }, 'a serving process died and is started again')
    await again(performance.now() - born > wellMs ? 0 : 1)
  }
  const again = async (failures: number): Promise<void> => {
    const pause = failures === 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1))
    await sleep(pause, undefined, { signal: leaving.signal, ref: false }).catch(() => undefined)
    if (leaving.signal.aborted) return
    await open().catch((error: unknown) => {
      if (leaving.signal.aborted) return
      log.error({ area: 'processes', err: error }, 'a serving process could not be started')
      return again(failures + 1)
    })
  }
  return {
    siblings: hub.siblings,
    start: async () => {
      const [url = ''] = await Promise.all(Array.from({ length: count }, open))
      return url
    },
    async stop() {
      leaving.abort()
      await Promise.all(hub.workers().map(leave))
    },
    pids: () => hub.workers().flatMap(({ process: { pid } }) => pid ?? []),
  }
}

const isGone = ({ process }: Worker): boolean => process.exitCode !== null || process.signalCode !== null

async function gone(worker: Worker): Promise<void> {
  if (!isGone(worker)) await once(worker, 'exit')
}

async function leave(worker: Worker): Promise<void> {
  if (isGone(worker)) return
  const impatience = setTimeout(() => worker.process.kill('SIGKILL'), leaveMs)
  send(worker, { kind: 'stop' })
  await gone(worker)
  clearTimeout(impatience)
}

interface Hub {
  readonly siblings: Siblings
  /** Listens to a new child until it serves; gives the address it serves at. */
  take(worker: Worker): Promise<string>
  workers(): readonly Worker[]
}

/** Passes questions on: from one process to all others, this one among them, and their answers back. */
function openHub(): Hub {
  const own = new Answers()
  const serving = new Map<number, Questions>()
  const workers = (): readonly Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  const askOthers = async (topic: Topic, asker: Worker | null): Promise<readonly unknown[]> => {
    const others = workers().filter((worker) => worker !== asker && serving.has(worker.id) && worker.isConnected())
    const given = others.map((worker) =>
      serving.get(worker.id)?.ask(patienceMs, (id) => send(worker, { kind: 'ask', id, topic })),
    )
    const mine = asker === null ? [] : [own.to(topic).then((value) => [value])]
    return (await Promise.all([...given, ...mine])).flatMap((values) => values ?? []).filter((value) => value !== null)
  }
  const hear = (worker: Worker, questions: Questions, message: Message): void => {
    if (message.kind === 'answer') questions.answered(message.id, [message.value])
    if (message.kind !== 'ask') return
    const { id, topic } = message
    askOthers(topic, worker).then(
      (values) => send(worker, { kind: 'answers', id, values }),
      () => send(worker, { kind: 'answers', id, values: [] }),
    )
  }
  return {
    siblings: { number: 0, on: (topic, answer) => own.on(topic, answer), ask: (topic) => askOthers(topic, null) },
    workers,
    take: (worker) =>
      new Promise((resolve, reject) => {
        const questions = new Questions()
        worker.on('message', (raw: unknown) => {
          const message = readMessage(raw)
          if (message?.kind === 'failed') reject(new Error(message.why))
          else if (message?.kind === 'ready') {
            serving.set(worker.id, questions)
            resolve(message.url)
          } else if (message) hear(worker, questions, message)
        })
        worker.once('exit', () => {
          serving.delete(worker.id)
          reject(new Error('a serving process ended before it could serve'))
        })
      }),
  }
}

function send(worker: Worker, message: Message): void {
  // One that dies at this moment hears nothing any more.
  if (worker.isConnected()) worker.send(wrap(message), undefined, () => undefined)
}
