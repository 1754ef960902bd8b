import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openTemporaryFolder } from '../packages/server/src/platform/db/embedded/start-temporary.ts'
import { part } from './million/reads.ts'
import { overHttp } from './over-http.ts'
import type { Running } from './start-server.ts'
import { startServer } from './start-server.ts'
import type { Desk } from './world.ts'
import { makeDesks } from './world.ts'

/** What the server's process held at a moment, in MB. */
interface Held {
  readonly minute: number
  readonly heap: number
  readonly resident: number
}

const minutes = Number(process.argv[2] ?? 60)
const everySeconds = 5
const shape = { connections: 6, restMs: 250 }

const folder = await openTemporaryFolder()
const server = await startServer(folder)
try {
  const desks = await makeDesks(server.url, server.adminLink ?? '')
  const load = overHttp({ url: server.url, desks, seconds: minutes * 60, steps: 4, ...shape })
  const reading = readers(server.url, desks)
  const held = await watch(server)
  const [{ done, refused }, read] = [await load, await reading]
  const page = report(held, { done, refused, read })
  await writeFile(join(import.meta.dirname, 'SOAK.md'), page)
  console.log(page)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Beside the writing, people look: a queue, a search and a dashboard each second. */
async function readers(url: string, desks: readonly Desk[]): Promise<number> {
  const until = Date.now() + minutes * 60_000
  let read = 0
  for (; Date.now() < until; read++) {
    const desk = desks[read % desks.length]
    const headers = { cookie: desk?.cookie ?? '', 'x-office': desk?.office ?? '', 'content-type': 'application/json' }
    const search = { method: 'POST', headers, body: JSON.stringify({ text: 'Sumarni', page: 1 }) }
    // oxlint-disable-next-line no-await-in-loop -- one second after the other
    const answers = await Promise.all([
      fetch(`${url}/api/cases?queue=all`, { headers }),
      fetch(`${url}/api/cases/search`, search),
      fetch(`${url}/`, {}),
    ])
    // oxlint-disable-next-line no-await-in-loop -- an answer that nobody reads would be held, here
    await Promise.all(answers.map((answer) => answer.arrayBuffer()))
    const failed = answers.find(({ ok }) => !ok)
    if (failed) throw new Error(`${failed.url}: ${failed.status}`)
    // oxlint-disable-next-line no-await-in-loop -- one second after the other
    await sleep(1000)
  }
  return read * 3
}

async function watch({ url }: Running): Promise<readonly Held[]> {
  const started = Date.now()
  const held: Held[] = []
  while (Date.now() - started < minutes * 60_000) {
    // oxlint-disable-next-line no-await-in-loop -- every few seconds
    held.push(await lookAt(url, (Date.now() - started) / 60_000))
    // oxlint-disable-next-line no-await-in-loop -- every few seconds
    await sleep(everySeconds * 1000)
  }
  return held
}

async function lookAt(url: string, minute: number): Promise<Held> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const of = (what: string): number =>
    Number(new RegExp(`^openslrt_memory_bytes\\{of="${what}"\\} (\\S+)$`, 'm').exec(text)?.[1]) / 2 ** 20
  return { minute, heap: of('heap'), resident: of('resident') }
}

function report(
  held: readonly Held[],
  { done, refused, read }: { done: number; refused: number; read: number },
): string {
  const sixth = minutes / 6
  const middle = (from: number, to: number, of: 'heap' | 'resident', share = 0.5): string => {
    const there = held.filter(({ minute }) => minute >= from && minute < to).map((one) => one[of])
    return part(
      there.toSorted((one, other) => one - other),
      share,
    ).toFixed(0)
  }
  const rows = Array.from({ length: 6 }, (_, at) => {
    const [from, to] = [at * sixth, (at + 1) * sixth]
    const cells = [middle(from, to, 'heap', 0.05), middle(from, to, 'heap'), middle(from, to, 'resident')]
    return `| ${from.toFixed(0)}-${to.toFixed(0)} | ${cells.join(' | ')} |`
  })
  return `# Memory over time

Method: \`npm run bench:soak [minutes]\`. ${shape.connections} connections play whole cases (register, take, answer, confirm) with a rest of ${shape.restMs} ms after each, and a queue, a search and the citizens' first page are read each second; the server's process is looked at every ${everySeconds} s. ${minutes} minutes: ${done} cases (${done * 4} commands), refused ${refused}, ${read} readings.

MB of the server's one process; what the heap sinks to after its cleaning is the 5th of a hundred looks.

| minutes | heap, lowest | heap, middle | whole process |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}
