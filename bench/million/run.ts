import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { readConfig } from '../../packages/server/src/config.ts'
import { startHouse } from '../../packages/server/src/house.ts'
import { findRunning } from '../../packages/server/src/platform/db/embedded/find-running.ts'
import { openTemporaryFolder } from '../../packages/server/src/platform/db/embedded/start-temporary.ts'
import type { LoadResult } from '../http-load.ts'
import { overHttp } from '../over-http.ts'
import type { Running } from '../start-server.ts'
import { startServer } from '../start-server.ts'
import { copyOffices } from './copy-offices.ts'
import type { Filled } from './fill.ts'
import { fillNation } from './fill.ts'
import { desksOf, password, signInNames } from './people.ts'
import { questions } from './questions.ts'
import { signInAll, timesOf } from './reads.ts'
import type { Million, Read } from './report.ts'
import { millionReport } from './report.ts'
import { readSoFar, waysBetween } from './ways.ts'

const demoDistrict = '34.04'
const shape = { rounds: 3, seconds: 10, connections: 32, warmUp: 40, reads: 200, signIns: 500, signInSeconds: 60 }
const say = (line: string): void => console.error(line)
/** What the worker has before it after filling, or after a time in which nobody served. */
const before = {
  'cases before the clock':
    'select count(*)::int as left from cases where least(remind_at, hop_due_at) <= now() and hop_due_at is not null and overdue_since is null',
  'districts whose counters are to be summed':
    'select count(*)::int as left from district_head h left join counter_sum s using (district) where h.seq > coalesce(s.seq, 0)',
  'districts of which people are to be told':
    'select count(*)::int as left from district_head h left join notice_cursor c using (district) where h.seq > coalesce(c.seq, 0)',
} as const

const base = process.argv[2] ?? (await openTemporaryFolder())
const full = join(base, 'full')
const empty = join(base, 'empty')
const filled = await prepared()
const servers = { full: await startServer(full), empty: await startServer(empty) }
try {
  const results = await measure()
  const report = millionReport(results, shape)
  await writeFile(join(import.meta.dirname, 'RESULTS.md'), report)
  console.log(report)
} finally {
  await servers.full.stop()
  await servers.empty.stop()
}

/** Both databases, made once and kept: filling takes a quarter of an hour. */
async function prepared(): Promise<Filled> {
  const note = join(base, 'filled.json')
  const known = await readFile(note, 'utf8').catch(() => null)
  if (known) return JSON.parse(known) as Filled
  await Promise.all([full, empty].map((folder) => mkdir(folder, { recursive: true })))
  const made = await within(full, async (url, master) => {
    say('The demo is there; filling the other districts ...')
    const filled = await fillNation(url, master, demoDistrict)
    say('Filled; giving the empty one the same offices ...')
    await within(empty, (emptyUrl) => copyOffices(url, emptyUrl), false)
    return filled
  })
  await writeFile(note, JSON.stringify(made))
  return made
}

async function within<T>(folder: string, work: (url: string, master: Buffer) => Promise<T>, demo = true): Promise<T> {
  const answer = readConfig({ ...process.env, OPENSLRT_DATA: folder, PORT: '0', DATABASE_URL: '' }, process.cwd())
  if (!answer.ok) throw new Error(answer.problems.join('; '))
  const house = await startHouse(answer.config, say)
  try {
    if (demo) await house.makeDemo()
    const { url, master } = await accessTo(folder)
    return await work(url, master)
  } finally {
    await house.stop()
  }
}

async function accessTo(folder: string): Promise<{ url: string; master: Buffer }> {
  const master = Buffer.from((await readFile(join(folder, 'master.key'), 'utf8')).trim(), 'base64')
  return { url: (await findRunning(join(folder, 'postgres'), 'openslrt')) ?? '', master }
}

async function measure(): Promise<Million> {
  const owner = new Client({ connectionString: (await accessTo(full)).url })
  const other = new Client({ connectionString: (await accessTo(empty)).url })
  await Promise.all([owner.connect(), other.connect()])
  try {
    await settled(owner)
    const reads = await readTimes(owner)
    const lives = await lifecycles(owner, other)
    const signIns = await signInAll(
      servers.full.url,
      await signInNames(owner, shape.signIns),
      password,
      shape.signInSeconds,
    )
    return { filled, ...reads, ...lives, signIns }
  } finally {
    await Promise.all([owner.end(), other.end()])
  }
}

/** Waits until the worker has done what it can: a clock that can't pass a case up leaves it as it is. */
async function settled(owner: Client): Promise<void> {
  for (const [what, question] of Object.entries(before)) {
    for (let last = -1, left = await leftOf(owner, question); left > 0 && left !== last; ) {
      say(`${left} ${what}`)
      last = left
      await new Promise((resolve) => setTimeout(resolve, 65_000))
      left = await leftOf(owner, question)
    }
  }
}

async function leftOf(owner: Client, question: string): Promise<number> {
  const { rows } = await owner.query<{ left: number }>(question)
  return rows[0]?.left ?? 0
}

/** Takes turns between the two databases, so that neighbours on the machine touch both alike. */
async function lifecycles(owner: Client, other: Client): Promise<{ full: LoadResult[]; empty: LoadResult[] }> {
  const desks = { full: await desksOf(owner, 64), empty: await desksOf(other, 64) }
  const results: { readonly full: LoadResult[]; readonly empty: LoadResult[] } = { full: [], empty: [] }
  const run = ({ url }: Running, which: 'full' | 'empty', seconds: number): Promise<LoadResult> =>
    overHttp({ url, desks: desks[which], connections: shape.connections, seconds, steps: 4 })
  for (const which of ['empty', 'full'] as const) await run(servers[which], which, 15)
  for (let round = 0; round < shape.rounds; round++) {
    for (const which of ['empty', 'full'] as const) results[which].push(await run(servers[which], which, shape.seconds))
    say(`lifecycles: round ${round + 1} of ${shape.rounds}`)
  }
  return results
}

async function readTimes(owner: Client): Promise<Pick<Million, 'reads'>> {
  const reads: Read[] = []
  let before = await readSoFar(owner)
  for (const question of await questions(owner)) {
    await timesOf(servers.full.url, question, shape.warmUp)
    const times = await timesOf(servers.full.url, question, shape.reads)
    const after = await readSoFar(owner)
    reads.push({ name: question.name, times, ways: waysBetween(before, after, shape.warmUp + shape.reads) })
    before = after
    say(`${question.name}: read`)
  }
  return { reads }
}
