import { execFile } from 'node:child_process'
import { access, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { buildParts } from '../../packages/server/src/app.ts'
import { readConfig } from '../../packages/server/src/config.ts'
import { caseHandler, pressCases } from '../../packages/server/src/features/case/index.ts'
import { startEmbedded } from '../../packages/server/src/platform/db/embedded/start-embedded.ts'
import { openPools } from '../../packages/server/src/platform/db/pools.ts'
import { openLog } from '../../packages/server/src/platform/telemetry/log.ts'
import { rolePasswords } from '../../packages/server/src/prepare-database.ts'
import { part } from './reads.ts'

// How long the clock takes to look at every open case, and to pass up those that are late: with a million open cases,
// and with a fiftieth of them in the same database. Works on a copy of what `npm run bench:million -- <folder>` made.
const base = process.argv[2]
if (!base) throw new Error('Name the folder of bench:million: npm run bench:sweep -- <folder>')
const shape = { idle: 5, rounds: 3, late: 3_000, fewer: 50 }
const say = (line: string): void => console.error(line)

/** What one state of the database gave: how many cases were open, milliseconds of a look, cases passed up a second. */
interface Swept {
  readonly open: number
  readonly idle: readonly number[]
  readonly rates: readonly number[]
}

const folder = await copied(join(base, 'full'), join(base, 'open'))
const config = readConfig({ ...process.env, OPENSLRT_DATA: folder, DATABASE_URL: '' }, process.cwd())
if (!config.ok) throw new Error(config.problems.join('; '))
const master = Buffer.from((await readFile(join(folder, 'master.key'), 'utf8')).trim(), 'base64')
const database = await startEmbedded({ dataDir: join(folder, 'postgres'), say })
const ownerUrl = database.urlFor('openslrt')
const pools = openPools(ownerUrl, rolePasswords(master), () => undefined)
const parts = await buildParts(config.config, pools, master, openLog('silent'))
const owner = new Client({ connectionString: ownerUrl })
try {
  await owner.connect()
  await openAll()
  const many = await measure()
  await closeMost()
  const report = reportOf(many, await measure())
  await writeFile(join(import.meta.dirname, '../SWEEP.md'), report)
  console.log(report)
} finally {
  parts.reference.close()
  await owner.end()
  await pools.close()
  await database.stop()
}

/** One look of the clock at the whole country. */
async function sweep(): Promise<{ readonly done: number; readonly ms: number }> {
  const from = performance.now()
  const done = await pressCases({ pool: pools.worker, reference: parts.reference }, caseHandler(parts), Date.now())
  return { done, ms: performance.now() - from }
}

async function copied(from: string, to: string): Promise<string> {
  const isThere = await access(to).then(
    () => true,
    () => false,
  )
  if (!isThere) await promisify(execFile)('cp', ['-a', from, to])
  return to
}

/** Every case of the nation is being handled, with weeks to go. */
async function openAll(): Promise<void> {
  say('opening every case ...')
  // The counters were not told of it: they may go below nothing here.
  await owner.query('alter table case_state_count drop constraint if exists case_state_count_n_check')
  await owner.query(`update cases set status = 'handling', closed_at = null, answered_at = null, overdue_since = null,
    hop_started_at = now(), hop_due_at = now() + interval '20 days' + random() * interval '10 days', hop_left = null,
    remind_at = now() + interval '15 days', total_due_at = now() + interval '60 days'`)
  await owner.query('vacuum analyze cases')
}

async function closeMost(): Promise<void> {
  say('closing most of them ...')
  await owner.query(
    `update cases set status = 'closed', closed_at = now(), hop_due_at = null, remind_at = null where mod(abs(hashtext(id::text)), $1) <> 0`,
    [shape.fewer],
  )
  await owner.query('vacuum analyze cases')
}

async function measure(): Promise<Swept> {
  await sweep()
  const idle: number[] = []
  for (let nth = 0; nth < shape.idle; nth++) idle.push((await sweep()).ms)
  const rates: number[] = []
  for (let round = 0; round < shape.rounds; round++) {
    await makeLate()
    const { done, ms } = await sweep()
    say(`${done} passed up in ${(ms / 1000).toFixed(1)} s`)
    rates.push(done / (ms / 1000))
  }
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from cases where closed_at is null')
  const sorted = (values: readonly number[]): readonly number[] => values.toSorted((one, other) => one - other)
  return { open: rows[0]?.n ?? 0, idle: sorted(idle), rates: sorted(rates) }
}

/** Some cases of villages are late since an hour, all over the country. */
async function makeLate(): Promise<void> {
  await owner.query(
    `update cases c set hop_due_at = now() - interval '1 hour' from (
       select k.district, k.id from cases k join office o on o.id = k.office
       where k.closed_at is null and k.hop_due_at > now() and o.level = 'village' order by random() limit $1
     ) late where c.district = late.district and c.id = late.id`,
    [shape.late],
  )
}

function reportOf(many: Swept, few: Swept): string {
  const number = (value: number): string => Math.round(value).toLocaleString('en')
  const line = (what: string, of: (swept: Swept) => string): string => `| ${what} | ${of(many)} | ${of(few)} |`
  const share = (one: number, other: number): string => `${Math.round((100 * one) / other)} %`
  return `# The clock's sweep

Machine: ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}; PostgreSQL on the same machine.
Method: \`npm run bench:sweep -- <folder of bench:million>\`. The nation of the million bench, first with every case open, then with one in ${shape.fewer}. A look without anything due: the middle of ${shape.idle}. Passing up: ${number(shape.late)} village cases late at once, all over the country; the middle of ${shape.rounds}.

| what | every case open | one in ${shape.fewer} |
| --- | --- | --- |
${line('open cases', ({ open }) => number(open))}
${line('a look without anything due, ms', ({ idle }) => number(part(idle, 0.5)))}
${line('cases passed up, a second', ({ rates }) => number(part(rates, 0.5)))}

With ${number(many.open)} open cases the clock passes up ${share(part(many.rates, 0.5), part(few.rates, 0.5))} of what it does with ${number(few.open)}.
`
}
