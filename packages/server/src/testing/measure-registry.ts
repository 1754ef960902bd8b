import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { openOffice } from './a-district-office.ts'
import type { Client } from './client.ts'
import type { TestHouse } from './house.ts'
import { startTestHouse } from './house.ts'
import type { Known } from './many-people.ts'
import { fillPeople, knownPeople } from './many-people.ts'

/**
 * What looking for people costs in a registry of millions, through the door, the access log and both walls.
 * `npm run bench:registry -- 10000000`; TMPDIR says where the database lies meanwhile.
 */
const people = Number(process.argv[2] ?? 200_000)
const rounds = Number(process.argv[3] ?? 200)
const say = (line: string): void => console.error(`${Math.round(performance.now() / 1000)} s  ${line}`)

const house = await startTestHouse({ logLevel: 'silent', durable: true })
try {
  const filled = await fillPeople(house, people, say)
  say('Filled; measuring ...')
  // Other people in each: what the first brings into memory are the upper pages of the indexes, as any day's work does.
  const known = await knownPeople(house, 2 * rounds)
  const cold = await measure(house, known.slice(0, rounds))
  const asked = await measure(house, known.slice(rounds))
  const report = reportOf(filled, asked, cold)
  if (people >= 10_000_000) await writeFile(join(import.meta.dirname, '../../../../bench/REGISTRY.md'), report)
  console.log(report)
} finally {
  await house.close()
}

interface Measured {
  readonly what: string
  readonly p50: number
  readonly p95: number
  /** Of how many the person who was meant was among the answers, in hundredths. */
  readonly found: number
}

type Ask = (client: Client, one: Known) => Promise<readonly string[]>

async function measure(at: TestHouse, known: readonly Known[]): Promise<readonly Measured[]> {
  const clients = await clientsAt(at, [...new Set(known.map(({ district }) => district))])
  const find = async (client: Client, text: string): Promise<readonly string[]> =>
    (await client.read(findRoutes.find, { body: { text, place: null } })).items.map(({ id }) => id)
  const asks: readonly (readonly [string, Ask])[] = [
    ['NIK, exactly', (client, { nik }) => find(client, nik)],
    ['number of a family card, exactly', (client, { kk }) => find(client, kk)],
    ['name and village, another spelling', (client, one) => find(client, `${one.spelled}, ${one.village}`)],
    ['name and village, a letter mistyped', (client, one) => find(client, `${one.mistyped}, ${one.village}`)],
    ['name and sub-district, another spelling', (client, one) => find(client, `${one.spelled}, ${one.subdistrict}`)],
    ['name in the whole district, another spelling', (client, one) => find(client, one.spelled)],
    ['name and day of birth, a letter mistyped', (client, one) => find(client, `${one.mistyped} ${one.birth}`)],
    [
      'name, village and year of birth',
      (client, one) => find(client, `${one.spelled}, ${one.village} ${one.birth.slice(0, 4)}`),
    ],
    ['candidates for somebody new', candidatesOf],
  ]
  const measured: Measured[] = []
  for (const [what, ask] of asks) measured.push(await timed(what, ask, known, clients))
  return measured
}

async function candidatesOf(client: Client, { spelled, birth, place }: Known): Promise<readonly string[]> {
  const body = { name: spelled, nik: null, kk: null, phone: null, birthDate: birth, sex: null, place }
  return (await client.read(doubleRoutes.candidates, { body })).items.map(({ person }) => person.id)
}

async function clientsAt(at: TestHouse, districts: readonly string[]): Promise<ReadonlyMap<string, Client>> {
  const clients = new Map<string, Client>()
  for (const district of districts) {
    const office = await openOffice(at, { name: `Sekretariat ${district}`, kind: 'secretariat', place: district })
    clients.set(district, await at.staffAt(office, 'manager', district))
  }
  return clients
}

async function timed(
  what: string,
  ask: Ask,
  known: readonly Known[],
  clients: ReadonlyMap<string, Client>,
): Promise<Measured> {
  const times: number[] = []
  let found = 0
  for (const [nth, one] of known.entries()) {
    const client = clients.get(one.district)
    if (!client) throw new Error(`nobody sits in ${one.district}`)
    const start = performance.now()
    const ids = await ask(client, one)
    // The first few open connections and plan.
    if (nth >= 5) times.push(performance.now() - start)
    if (ids.includes(one.id)) found++
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0
  say(`${what}: ${at(0.5).toFixed(1)} / ${at(0.95).toFixed(1)} ms`)
  return { what, p50: at(0.5), p95: at(0.95), found: Math.round((100 * found) / known.length) }
}

function reportOf(
  filled: Awaited<ReturnType<typeof fillPeople>>,
  measured: readonly Measured[],
  cold: readonly Measured[],
): string {
  const rows = measured.map(({ what, p50, p95, found }, nth) => {
    const first = cold[nth] ?? { p50: 0, p95: 0 }
    const told = [p50, p95, first.p50, first.p95].map((ms) => ms.toFixed(1)).join(' | ')
    return `| ${what} | ${told} | ${found} % |`
  })
  const sizes = filled.sizes.map(({ name, mb }) => `| ${name} | ${mb} |`)
  return `# Looking for people in a registry of millions

${filled.people.toLocaleString('en')} people of ${filled.families.toLocaleString('en')} families in ${filled.villages.toLocaleString('en')} villages of ${filled.districts} districts, made up: ${filled.names.toLocaleString('en')} different names of a few hundred words, as often as words of names are, 4 % born on a day that offices write for unknown ones. Asked one after the other through the door (HTTP in the process, sign-in, both walls, the access log, names ranked, numbers masked), by an officer of a district, of people who are there. \`npm run bench:registry -- ${filled.people}\`; ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end. Two rounds, each of other people: the later one, and the one right after the fill.

| asked | p50 ms | p95 ms | p50, just filled | p95, just filled | among the answers |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Aims: a NIK at most 5 ms, name and place at most 50 ms at the 95th, candidates for somebody new at most 50 ms.

| what lies on the disk | MB |
| --- | --- |
${sizes.join('\n')}
`
}
