import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import { actorOf } from '../features/account/index.ts'
import { caseHandler } from '../features/case/index.ts'
import { surgeHandler } from '../features/surge/commands.ts'
import { workSurges } from '../features/surge/work.ts'
import { aDistrictOffice } from './a-district-office.ts'
import { startTestHouse } from './house.ts'

// How long a wave takes from its file to a case for everybody, what it takes of memory, and how its pages answer then:
// 20,000 people is what a typical district had in 2026, 62,000 the stress. `npm run bench:surge -- bench 62000` runs that.
const [folder = '.', wanted = '2000'] = process.argv.slice(2)
const people = Number(wanted)
const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const { ledger, pools, reference } = house.parts
const parts = {
  ledger,
  reference,
  worker: pools.worker,
  surge: surgeHandler({ ledger, reference }),
  cases: caseHandler({ ledger, reference }),
  actorAt: (staff: string, office: string) => actorOf(pools.api, reference, staff, office),
  log: { error: (...said: readonly unknown[]) => process.stderr.write(`${said.join(' ')}\n`) },
}
const district = '34.04'
const id = randomUUID()
const days = Array.from({ length: 40 }, (_, on) => dayIn('Asia/Jakarta', Date.now() + on * dayMs))
const slots = { offices: [offices.secretariat], days, perDay: 2_000, isPublic: true }
await manager.does('surge.start', { subject: id, data: { ...surgeData.start, ...slots } })
const lines = Array.from({ length: people }, (_, n) => {
  const born = `0${(n % 9) + 1}/0${(n % 8) + 1}/${1930 + (n % 90)}`
  return `Warga ${n};34040701019${String(n).padStart(5, '0')};${born};Caturtunggal;Depok;${n % 7 === 0 ? 'ya' : ''}`
})
const file = Buffer.from(['Nama;NIK;Tgl Lahir;Desa;Kecamatan;Kronis', ...lines].join('\n'))

let most = 0
const watching = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 250)
const loaded = await seconds(() =>
  manager.read(surgeRoutes.load, { body: { district, id, file: file.toString('base64') } }),
)
const listed = await seconds(() => workSurges(parts, 3_600_000))
await manager.read(surgeRoutes.work, { body: { district, id } })
const opened = await seconds(() => workSurges(parts, 3_600_000))
clearInterval(watching)
const query = { district, id }
const pages = [
  ['the list with its counts', () => manager.read(surgeRoutes.one, { query })],
  ['the first page of the queue', () => manager.read(surgeRoutes.rows, { query: { ...query, show: 'queue' } })],
  [
    'the last page of the queue',
    () =>
      manager.read(surgeRoutes.rows, {
        query: { ...query, show: 'queue', page: Math.max(1, Math.floor(people / pageSize)) },
      }),
  ],
  ['the cases of a batch of letters', () => manager.read(surgeRoutes.cases, { query: { ...query, show: 'queue' } })],
  ['the public page, counted anew', () => house.door({ method: 'GET', path: `/terdampak/${district}/${id}` })],
] as const
const answered: string[] = []
for (const [page, ask] of pages) answered.push(`| ${page} | ${Math.round((await seconds(ask)) * 1000)} |`)
const { total, counts } = await manager.read(surgeRoutes.one, { query: { district, id } })
const all = loaded + listed + opened
const report = `# A wave of ${people.toLocaleString('en')} people

Measured by \`npm run bench:surge -- <folder> ${people}\` on ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version},
the worker's own functions against a real PostgreSQL; ${process.env['BENCH_NOTE'] ?? 'nothing else ran'}.

| step | seconds | people a second |
| --- | --- | --- |
| file read, rows sealed and waiting | ${loaded.toFixed(1)} | ${Math.round(people / loaded)} |
| matched, put in order and on the list (200 to an entry) | ${listed.toFixed(1)} | ${Math.round(people / listed)} |
| numbers, slots, and a case for each by a command of its own | ${opened.toFixed(1)} | ${Math.round(people / opened)} |
| all | ${all.toFixed(1)} | ${Math.round(people / all)} |

On the list: ${total}. With a slot: ${counts.queued}. Cases opened: ${counts.opened}.
Most memory of the process that does all of it, with its own test house: ${Math.round(most / 1_048_576)} MiB.

| page, once it is full | ms |
| --- | --- |
${answered.join('\n')}
`
// The usual wave is the one that is told; another size stands beside it.
await writeFile(join(folder, people === 20_000 ? 'SURGE.md' : `SURGE-${people}.md`), report)
process.stdout.write(report)
process.exit(total === people && counts.opened === people ? 0 : 1)

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
