import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import type { LoadFileReply } from '@openslrt/core/contract/load.ts'
import { loadFileReply, loadPaths } from '@openslrt/core/contract/load.ts'
import { workLoads } from '../features/load/work.ts'
import { startEmbedded } from '../platform/db/embedded/start-embedded.ts'
import { withOwner } from '../platform/db/pools.ts'
import { verifyDistrict } from '../platform/ledger/verify.ts'
import { prepareDatabase } from '../prepare-database.ts'
import { aDistrictOffice } from './a-district-office.ts'
import { loadAt, loadPartsOf, openedLoad } from './a-load.ts'
import { wideColumns, wideLines } from './an-extract.ts'
import type { Client } from './client.ts'
import { master } from './cluster.ts'
import { databaseSeconds } from './database-seconds.ts'
import { startTestHouse } from './house.ts'

/**
 * How fast an extract comes into the registry, and in how much memory: sent, tried, taken, and, of up to half a million
 * people, taken once more and proven. Of each part the most memory is told for every fifth of its time: a leak would climb.
 * `npm run bench:load -- <folder> [people] [write]`. The folder takes the file and the database, and is emptied.
 */
const [folder = '', people = '500000', write = ''] = process.argv.slice(2)
if (folder === '') throw new Error('name a folder for the data')
const many = Number(people)
await mkdir(folder, { recursive: true, mode: 0o755 })
process.env['TMPDIR'] = folder
const path = join(folder, 'extract.csv')
const isShort = many <= 500_000
let seen: number[] = []
const watch = setInterval(() => seen.push(process.memoryUsage().rss), 250)
const database = await startDatabase()
const house = await startTestHouse({ logLevel: 'silent', listen: true, database: database.url })
try {
  await pipeline(Readable.from(wideLines(many)), createWriteStream(path))
  const { size } = await stat(path)
  const offices = await aDistrictOffice(house)
  const manager = await house.staffAt(offices.secretariat, 'manager')
  const parts = await loadPartsOf(house)
  const lines: (readonly [string, string])[] = [
    ['file', `${Math.round(size / 1e6)} MB, ${many} people, ${wideColumns} columns`],
  ]
  const phase = async (what: string, work: () => Promise<void>): Promise<void> => {
    seen = [process.memoryUsage().rss]
    const [from, own, theirs] = [performance.now(), process.cpuUsage(), await databaseSeconds(house)]
    await work()
    const seconds = (performance.now() - from) / 1000
    const { user, system } = process.cpuUsage(own)
    const cpu = `${((user + system) / 1e6).toFixed(1)} s of processor here, ${((await databaseSeconds(house)) - theirs).toFixed(1)} s in PostgreSQL`
    const speed = `${Math.round(many / seconds)} people/s (${seconds.toFixed(1)} s; ${cpu})`
    lines.push([what, `${speed}; at most ${mostByFifth(seen).join(', ')} MB`])
    console.log(...(lines.at(-1) ?? []))
  }
  let file: LoadFileReply | undefined
  let id = ''
  await phase('sent over HTTP, kept sealed', async () => {
    file = await sent(manager)
  })
  await phase('tried, nothing written', async () => {
    if (file) id = await openedLoad(manager, file)
    await workLoads(parts, Number.POSITIVE_INFINITY)
  })
  await phase('taken: checks, people, families, ledger', async () => {
    await manager.does('load.start', { subject: id })
    await workLoads(parts, Number.POSITIVE_INFINITY)
  })
  const { status, counts } = await loadAt(manager, id)
  if (status !== 'done' || counts.newPeople !== many) throw new Error(`${status} ${JSON.stringify(counts)}`)
  const takeAgain = async (snapshot?: string): Promise<void> => {
    const again = await openedLoad(manager, await sent(manager), snapshot)
    await workLoads(parts, Number.POSITIVE_INFINITY)
    await manager.does('load.start', { subject: again })
    await workLoads(parts, Number.POSITIVE_INFINITY)
    const { counts: second } = await loadAt(manager, again)
    if (second.samePeople !== many) throw new Error(JSON.stringify(second))
  }
  if (isShort) {
    await phase('the same file once more: nothing changes', () => takeAgain())
    await phase('a later extract that says the same', () => takeAgain('2026-08-10'))
    await phase('the same file of that day once more: nothing changes', () => takeAgain('2026-08-10'))
  }
  lines.push(...(await sizes()))
  if (isShort) {
    const verdict = await verifyDistrict(house.parts.pools.worker, house.parts.ledger.keys, '34.04', null)
    lines.push([
      'proof',
      verdict.problems.length === 0 ? `holds: ${verdict.rows} rows from ${verdict.entries} entries` : 'broken',
    ])
  }
  const report = reportOf(lines)
  if (write === 'write') await writeFile(join(import.meta.dirname, '../../../../bench/LOAD.md'), report)
  console.log(report)
} finally {
  clearInterval(watch)
  await house.close()
  await database.stop()
  await rm(path, { force: true })
  await rm(join(folder, 'data'), { recursive: true, force: true })
}

async function sent({ cookie, office }: Client): Promise<LoadFileReply> {
  const heads = { 'content-type': 'application/octet-stream', cookie: cookie ?? '', 'x-office': office ?? '' }
  const script = join(import.meta.dirname, 'send-file.ts')
  const address = `${house.url}${loadPaths.file}?name=dtsen.csv`
  const { stdout } = await promisify(execFile)(process.execPath, [script, address, path, JSON.stringify(heads)])
  return loadFileReply.parse(JSON.parse(stdout))
}

/** A PostgreSQL as an installation has it: what is committed is on the disk, and it looks after its tables by itself. */
async function startDatabase() {
  const postgres = await startEmbedded({ dataDir: join(folder, 'data'), say: () => undefined })
  await withOwner(postgres.adminUrl, (owner) => owner.query('create database bench'))
  const url = postgres.urlFor('bench')
  await prepareDatabase(url, master, () => undefined)
  return { url, stop: () => postgres.stop() }
}

/** The most memory in each fifth of a time, in MB. */
function mostByFifth(all: readonly number[]): readonly number[] {
  return [0, 1, 2, 3, 4].map((fifth) => {
    const part = all.slice(Math.floor((fifth * all.length) / 5), Math.max(1, Math.ceil(((fifth + 1) * all.length) / 5)))
    return Math.round(Math.max(...part) / 1e6)
  })
}

/** How much of the disk the registry takes, and of it the ledger. */
async function sizes(): Promise<readonly (readonly [string, string])[]> {
  const rows = await house.owner<{ name: string; bytes: number }>(
    "select name, pg_total_relation_size(name::regclass) as bytes from unnest(array['person', 'family', 'load_heard', 'ledger']) as name",
  )
  return rows.map(({ name, bytes }) => [`table ${name}, with its indexes`, `${Math.round(bytes / 1e6)} MB`])
}

function reportOf(lines: readonly (readonly [string, string])[]): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}`
  const rows = lines.map(([what, figure]) => `| ${what} | ${figure} |`)
  return `# An extract of ${many} people, loaded\n\nMachine: ${machine}. Method: \`npm run bench:load -- <folder> ${many}\`: web, worker and PostgreSQL on this machine, set as an installation sets them, commits on disk; the sender is a process of its own; memory is that of the process that serves and works, the most of each fifth of the time.\n\n| what | figure |\n| --- | --- |\n${rows.join('\n')}\n`
}
