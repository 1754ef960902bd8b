import { cpus, totalmem } from 'node:os'
import type { LoadResult } from '../http-load.ts'
import type { Filled } from './fill.ts'
import { part } from './reads.ts'
import type { Way } from './ways.ts'

/** One question: how long its answers took, and how the large tables were read for them. */
export interface Read {
  readonly name: string
  readonly times: readonly number[]
  readonly ways: readonly Way[]
}

/** Everything that one run measured. Times in milliseconds, the shortest first. */
export interface Million {
  readonly filled: Filled
  readonly reads: readonly Read[]
  readonly full: readonly LoadResult[]
  readonly empty: readonly LoadResult[]
  readonly signIns: { readonly in: number; readonly refused: readonly string[]; readonly took: readonly number[] }
}

interface Shape {
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
  readonly reads: number
  readonly signIns: number
  readonly signInSeconds: number
}

const asked = new Map([
  ['office queue', 30],
  ['case search by name', 50],
  ['case search by name in a district', 50],
  ['case search by number', 50],
  ['district dashboard, a year', 200],
  ['provincial dashboard, a year', 200],
  ['national dashboard, a year', 200],
])
const number = (value: number): string => Math.round(value).toLocaleString('en')
const rates = (results: readonly LoadResult[]): readonly number[] =>
  results.map(({ done, seconds }) => done / seconds).toSorted((left, right) => left - right)

/** The page that the figures are written to, with the machine and the method beside them. */
export function millionReport(million: Million, shape: Shape): string {
  const { filled, reads, signIns } = million
  const [full, empty] = [part(rates(million.full), 0.5), part(rates(million.empty), 0.5)]
  const lines = reads.map(({ name, times }) => {
    const limit = asked.get(name)
    return `| ${name} | ${part(times, 0.5).toFixed(0)} | ${part(times, 0.95).toFixed(0)} | ${limit ?? '–'} |`
  })
  const ways = reads.map(({ name, ways }) => `| ${name} | ${ways.map(sayWay).join('; ') || 'no large table'} |`)
  return `# A nation's work

Machine: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. Load generator, application and database share the cores.
Method: \`npm run bench:million\`. ${number(filled.cases)} cases, ${number(filled.entries)} ledger entries and ${number(filled.offices)} offices in ${filled.districts} districts: the demo district's year in every other, under other ids, sealed and chained anew, rows and counters rebuilt from the entries.

## Reading

${shape.reads} questions of each kind over HTTP, two at a time, each by another person of the country. Milliseconds.

| what | middle | 95th of 100 | asked, 95th |
| --- | --- | --- | --- |
${lines.join('\n')}

How the tables of more than 10,000 rows were read for one answer, as PostgreSQL counted it: the index, and how many of its entries.

| what | index and entries of an answer |
| --- | --- |
${ways.join('\n')}

## Writing

Lifecycles (register, take, answer, confirm) on ${shape.connections} connections, ${shape.rounds} rounds of ${shape.seconds} s in turns: **${number(full)} a second, against ${number(empty)} with the same offices and no case: ${Math.round((100 * full) / empty)} %** (asked: at least 85 %).

## Signing in

${signIns.in} of ${shape.signIns} people were let in within ${shape.signInSeconds} s; refused or failed: ${signIns.refused.length}. In the middle it took ${number(part(signIns.took, 0.5))} ms, at the 95th of a hundred ${number(part(signIns.took, 0.95))} ms.
`
}

const sayWay = ({ table, index, rows }: Way): string =>
  index ? `${index} ${number(rows)}` : `**${table} from end to end**, ${number(rows)}`
