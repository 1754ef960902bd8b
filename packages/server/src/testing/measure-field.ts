import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { dayMs, minuteMs } from '@openslrt/core/kernel/instant.ts'
import { aDistrictOffice } from './a-district-office.ts'
import { aPhone } from './a-phone.ts'
import type { Client } from './client.ts'
import { clientAt } from './client.ts'
import { databaseSeconds } from './database-seconds.ts'
import { addFamily, addPerson, says } from './families.ts'
import { startTestHouse } from './house.ts'
import { type Weights, weighSyncs } from './weigh-syncs.ts'

/** What field phones cost the server: first syncs, deltas, users a processor, sign-ins. `npm run bench:field` */
const phones = 10
const password = 'kopi-tubruk-tanpa-gula'
const people = 2_100
const families = 700
const villages = ['2001', '2002', '2003'].flatMap((last) =>
  ['06', '07', '08', '09'].map((sub) => `34.04.${sub}.${last}`),
)
const house = await startTestHouse({ logLevel: 'silent', listen: true, durable: true })
try {
  const offices = await aDistrictOffice(house)
  const walkers = await walkersIn(offices.secretariat)
  const lines = [
    ...(await firstSyncs(walkers)),
    ...(await deltas(walkers)),
    ...(await weights(walkers, offices.secretariat)),
    ...(await signIns(offices.secretariat)),
  ]
  const report = reportOf(lines)
  if (process.argv.includes('write')) await writeFile(join(import.meta.dirname, '../../../../bench/FIELD.md'), report)
  console.log(report)
} finally {
  await house.close()
}
process.exit(0)

type Line = readonly [what: string, asked: string, figure: string]

/** Facilitators with a village each, which holds as many families and people as a village's registry does. */
async function walkersIn(office: string): Promise<readonly Client[]> {
  const manager = await house.staffAt(office, 'manager')
  const walkers: Client[] = []
  for (const village of villages.slice(0, phones)) {
    const walker = await house.staffAt(office, 'facilitator')
    const [post] = await house.owner<{ id: string }>('select id from post where staff = $1', [walker.staff])
    await house.setUp('post.serve', { subject: post?.id ?? '', data: { villages: [village] } })
    const family = await addFamily(manager, { alamat: 'Jalan Kaliurang km 5' }, village)
    await addPerson(manager, { nama: 'Warga Contoh', tanggal_lahir: '1980-05-17' }, { family })
    await copyRows('family', village, families)
    await copyRows('person', village, people)
    walkers.push(walker)
  }
  await house.owner('analyze')
  return walkers
}

/** A row of the village so many times over, each with an id of its own. */
function copyRows(table: 'family' | 'person', village: string, many: number) {
  return house.owner(
    `insert into ${table} select (p).* from (select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid())) as p
      from ${table} p cross join generate_series(2, ${many}) where p.place = $1) q`,
    [village],
  )
}

async function firstSyncs(walkers: readonly Client[]): Promise<readonly Line[]> {
  await aPhone(walkers[0] ?? house.stranger()).sync()
  const took = await Promise.all(
    walkers.map(async (walker) => {
      const from = performance.now()
      const phone = aPhone(walker)
      await phone.sync()
      const rows = phone.held.family.size + phone.held.person.size
      if (rows !== families + people) throw new Error(`a phone holds ${rows} rows`)
      return performance.now() - from
    }),
  )
  const mean = took.reduce((sum, one) => sum + one, 0) / took.length
  const what = `${phones} first syncs of ${families + people} records at once, the phones on the same machine`
  return [
    [what, 'mean at most 1.5 s', `mean ${(mean / 1000).toFixed(2)} s, most ${(Math.max(...took) / 1000).toFixed(2)} s`],
  ]
}

async function deltas(walkers: readonly Client[]): Promise<readonly Line[]> {
  const [walker = house.stranger()] = walkers
  const phone = aPhone(walker)
  await phone.sync()
  await phone.pull()
  const still = await costOf(200, () => phone.pull())
  const person = [...phone.held.person.keys()]
  let nth = 0
  const change = () => says(walker, 'person', person[++nth] ?? '', { nama: `Warga ${nth}` })
  const command = await costOf(100, change)
  const both = await costOf(100, async () => {
    await change()
    await phone.pull()
  })
  const moved = both.cpu - command.cpu
  // A sync every quarter of an hour, day and night, each after somebody in the district wrote; ten commands a day.
  const perDay = (moved * dayMs) / (15 * minuteMs) + 10 * command.cpu
  return [
    [
      'a sync where nothing was written',
      'at most 10 ms of the server',
      `${still.cpu.toFixed(1)} ms of processor, ${still.wall.toFixed(1)} ms in all`,
    ],
    [
      `a sync after a change in the district, with the count of ${families + people} rows`,
      '',
      `${moved.toFixed(1)} ms of processor`,
    ],
    ['a value recorded on a visit', '', `${command.cpu.toFixed(1)} ms of processor`],
    [
      'users a processor: a sync every 15 minutes, 10 commands a day',
      'at least 20,000',
      Math.round(dayMs / perDay).toLocaleString('en-US'),
    ],
  ]
}

/** What comes down the line, compressed as it is sent. */
async function weights([walker = house.stranger()]: readonly Client[], office: string): Promise<readonly Line[]> {
  const { rows, programmes } = await weighSyncs(house, walker, await house.staffAt(office, 'manager'))
  const said = ({ first, none, one }: Weights['rows']): string =>
    `${(first / 1024).toFixed(1)} KiB; ${none} bytes; ${one} bytes`
  return [
    [`rows of a village of ${families + people} records: all, nothing other, one other`, '', said(rows)],
    ['programmes of its places: all, nothing other, one new', '', said(programmes)],
  ]
}

/** As in the morning of a district: each from an address of their own, spread over a minute. */
async function signIns(office: string): Promise<readonly Line[]> {
  const many = 500
  const names = await accountsOf(office, many)
  const took = await Promise.all(
    names.map(async (name, nth) => {
      await sleep((nth * minuteMs) / many)
      const from = performance.now()
      return {
        status: await signInFrom(`127.0.${1 + Math.floor(nth / 250)}.${1 + (nth % 250)}`, name),
        ms: performance.now() - from,
      }
    }),
  )
  const failed = took.filter(({ status }) => status !== 200).length
  const longest = Math.max(...took.map(({ ms }) => ms))
  return [
    [`${many} sign-ins in a minute`, 'no errors', `${failed} errors, the longest ${(longest / 1000).toFixed(1)} s`],
  ]
}

function signInFrom(localAddress: string, name: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const headers = { 'content-type': 'application/json' }
  const sent = request(
    new URL(accountRoutes.signIn.path, house.url),
    { method: 'POST', headers, localAddress },
    (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    },
  )
  sent.once('error', reject)
  sent.end(JSON.stringify({ name, password }))
  return promise
}

/** Accounts of one password: it is digested once, or making them would take longer than what is measured. */
async function accountsOf(office: string, many: number): Promise<readonly string[]> {
  const admin = await house.staffAt(office, 'admin')
  const first = await house.staffAt(office, 'facilitator')
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: first.staff ?? '' } })
  const token = path.split('#t=')[1] ?? ''
  await clientAt(house.door, null).read(accountRoutes.accept, {
    body: { token, name: '', signInName: 'lapangan.0', password },
  })
  const names = ['lapangan.0']
  for (let nth = 1; nth < many; nth++) {
    const { staff } = await house.staffAt(office, 'facilitator')
    await house.owner(
      `insert into credential select (c).* from (select jsonb_populate_record(c, jsonb_build_object('staff', $1::text, 'name', $2::text)) as c
        from credential c where c.staff = $3) q`,
      [staff, `lapangan.${nth}`, first.staff],
    )
    names.push(`lapangan.${nth}`)
  }
  return names
}

/** Milliseconds of one run, in all and of the processor: this process, which serves and asks, and PostgreSQL. */
async function costOf(rounds: number, work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const [from, own, theirs] = [performance.now(), process.cpuUsage(), await databaseSeconds(house)]
  for (let nth = 0; nth < rounds; nth++) await work()
  const { user, system } = process.cpuUsage(own)
  const wall = performance.now() - from
  return {
    wall: wall / rounds,
    cpu: ((user + system) / 1000 + ((await databaseSeconds(house)) - theirs) * 1000) / rounds,
  }
}

function reportOf(lines: readonly Line[]): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}`
  const rows = lines.map(([what, asked, figure]) => `| ${what} | ${asked} | ${figure} |`)
  return `# Field phones, at the server\n\nMachine: ${machine}. Method: \`npm run bench:field\`: server, PostgreSQL (commits on disk) and the phones share this machine; processor time is that of the process that serves and asks, and of PostgreSQL's connections, so a phone's own share is in it.\n\n| what | asked | figure |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}
