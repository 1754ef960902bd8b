import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { lifecycle } from './orders.ts'
import type { Desk } from './world.ts'

/** What one run of load saw. Latencies in milliseconds, of whole requests. */
export interface LoadResult {
  readonly done: number
  readonly refused: number
  readonly seconds: number
  readonly latencies: readonly number[]
}

export interface LoadPlan {
  readonly url: string
  readonly desks: readonly Desk[]
  readonly connections: number
  readonly seconds: number
  /** How many steps of the lifecycle are one unit: 1 is intake alone, 4 a whole life. */
  readonly steps: number
  /** How long a connection rests after each unit, in milliseconds; without it, not at all. */
  readonly restMs?: number
}

/**
 * Keeps connections busy for a time, each sending its next command when the last one was answered. Plain sockets, so
 * that the sender takes as little as it can of the two cores it shares with what it measures.
 */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const until = Date.now() + plan.seconds * 1000
  const started = performance.now()
  const tallies = await Promise.all(Array.from({ length: plan.connections }, (_, at) => oneConnection(plan, at, until)))
  const seconds = (performance.now() - started) / 1000
  return {
    done: tallies.reduce((sum, { done }) => sum + done, 0),
    refused: tallies.reduce((sum, { refused }) => sum + refused, 0),
    latencies: tallies.flatMap(({ latencies }) => latencies),
    seconds,
  }
}

interface Tally {
  done: number
  refused: number
  readonly latencies: number[]
}

async function oneConnection(plan: LoadPlan, at: number, until: number): Promise<Tally> {
  const desk = plan.desks[at % plan.desks.length]
  if (!desk) throw new Error('no desk to register at')
  const line = await openLine(plan.url, desk.cookie)
  const steps = lifecycle(desk).slice(0, plan.steps)
  const tally: Tally = { done: 0, refused: 0, latencies: [] }
  while (Date.now() < until) {
    const subject = randomUUID()
    const started = performance.now()
    const accepted = await walk(line, steps, subject)
    tally.latencies.push((performance.now() - started) / steps.length)
    if (accepted) tally.done++
    else tally.refused++
    // oxlint-disable-next-line no-await-in-loop -- the rest is what it waits for
    if (plan.restMs) await sleep(plan.restMs)
  }
  line.close()
  return tally
}

async function walk(line: Line, steps: ReturnType<typeof lifecycle>, subject: string): Promise<boolean> {
  for (const { path, body } of steps) {
    const status = await line.post(path, body(subject))
    if (status !== 200) return false
  }
  return true
}

interface Line {
  post(path: string, body: string): Promise<number>
  close(): void
}

async function openLine(url: string, cookie: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const heads = `host: ${hostname}:${port}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\n`
  return {
    post: (path, body) => {
      const answered = readAnswer(socket)
      socket.write(`POST ${path} HTTP/1.1\r\n${heads}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
      return answered
    },
    close: () => socket.destroy(),
  }
}

/** Reads one answer: its status, and its body to the length that it names. */
function readAnswer(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = (): void => reject(new Error('the server closed the connection'))
    const read = (chunk: Buffer): void => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (text.length < end + 4 + length) return
      socket.off('data', read).off('close', fail)
      resolve(Number(text.slice(9, 12)))
    }
    socket.on('data', read).once('close', fail)
  })
}

/** Run as a process of its own: the file of the plan as its argument, the result on its output. */
if (import.meta.main) {
  const plan = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as LoadPlan
  console.log(JSON.stringify(await runLoad(plan)))
}
