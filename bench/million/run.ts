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
import type { Filled } from './fill.ts'
import { fillNation, openOffices, sourceOf } from './fill.ts'
import { desksOf, password, signedIn, signInNames } from './people.ts'
import type { Question } from './reads.ts'
import { signInAll, timesOf } from './reads.ts'
import type { Million } from './report.ts'
import { millionReport } from './report.ts'

const demoDistrict = '34.04'
const shape = { rounds: 3, seconds: 10, connections: 32, reads: 400, signIns: 500, signInSeconds: 60 }
const say = (line: string): void => console.error(line)

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
  const [made, source] = await within(full, async (url, master) => {
    say('The demo is there; filling the other districts ...')
    return [await fillNation(url, master, demoDistrict), await sourceOf(url, master, demoDistrict)] as const
  })
  await within(empty, (url, master) => openOffices(url, master, source), false)
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

/** Takes turns between the two databases, so that neighbours on the machine touch both alike. */
async function lifecycles(owner: Client, other: Client): Promise<{ full: LoadResult[]; empty: LoadResult[] }> {
  const desks = { full: await desksOf(owner, 64), empty: await desksOf(other, 64) }
  const results = { full: [] as LoadResult[], empty: [] as LoadResult[] }
  const run = ({ url }: Running, which: 'full' | 'empty', seconds: number): Promise<LoadResult> =>
    overHttp({ url, desks: desks[which], connections: shape.connections, seconds, steps: 4 })
  for (const which of ['empty', 'full'] as const) await run(servers[which], which, 15)
  for (let round = 0; round < shape.rounds; round++) {
    for (const which of ['empty', 'full'] as const) results[which].push(await run(servers[which], which, shape.seconds))
    say(`lifecycles: round ${round + 1} of ${shape.rounds}`)
  }
  return results
}

async function readTimes(owner: Client): Promise<Pick<Million, 'reads' | 'scans'>> {
  const before = await scansOf(owner)
  const reads = new Map<string, readonly number[]>()
  for (const question of await questions(owner)) {
    await timesOf(servers.full.url, question, 40)
    reads.set(question.name, await timesOf(servers.full.url, question, shape.reads))
    say(`${question.name}: read`)
  }
  const after = await scansOf(owner)
  return { reads, scans: [...after].map(([table, n]) => [table, n - (before.get(table) ?? 0)] as const) }
}

/** How often each large table was read from its first row to its last. */
async function scansOf(owner: Client): Promise<ReadonlyMap<string, number>> {
  await owner.query('select pg_stat_force_next_flush()')
  const { rows } = await owner.query<{ table: string; n: string }>(
    "select relname as table, seq_scan as n from pg_stat_user_tables where n_live_tup > 10000 and relname not like 'pg_%' order by 1",
  )
  return new Map(rows.map(({ table, n }) => [table, Number(n)]))
}

async function questions(owner: Client): Promise<readonly Question[]> {
  const clerks = await signedIn(owner, 'bo', 200)
  const managers = await signedIn(owner, 'manager', 200)
  const names = await owner.query<{ name: string }>(
    'select client_name as name from cases tablesample system (0.1) limit 200',
  )
  const words = names.rows.map(({ name }) => name).filter((name) => name.length >= 3)
  const year = (path: string) => () => ({ path: `${path}?from=2025-11-23&to=2026-11-22` })
  return [
    { name: 'office queue', readers: clerks, ask: () => ({ path: '/api/cases?queue=office' }) },
    { name: 'district queue, all', readers: managers, ask: () => ({ path: '/api/cases?queue=all&sort=newest' }) },
    {
      name: 'case search by name',
      readers: clerks,
      ask: (_, at) => ({ path: '/api/cases/search', body: { text: words[at % words.length], page: 1 } }),
    },
    {
      name: 'case search by name in a district',
      readers: managers,
      ask: (_, at) => ({ path: '/api/cases/search', body: { text: words[at % words.length], page: 1 } }),
    },
    {
      name: 'case search by number',
      readers: managers,
      ask: ({ district }, at) => ({
        path: '/api/cases/search',
        body: { text: `${district.replace('.', '')}-26-${String((at % 900) + 1).padStart(6, '0')}`, page: 1 },
      }),
    },
    { name: 'district dashboard, a year', readers: managers, ask: year('/api/figures/district') },
    {
      name: 'provincial dashboard, a year',
      readers: await signedIn(owner, 'province', 10),
      ask: year('/api/figures/region'),
    },
    {
      name: 'national dashboard, a year',
      readers: await signedIn(owner, 'national', 10),
      ask: year('/api/figures/region'),
    },
  ]
}
