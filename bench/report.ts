import { cpus, totalmem } from 'node:os'
import type { LoadResult } from './http-load.ts'

/** Rates per second, one for each round. */
export interface Results {
  readonly pgbench: readonly number[]
  readonly driver: readonly number[]
  readonly pipelined: readonly number[]
  readonly intake: readonly LoadResult[]
  readonly lives: readonly LoadResult[]
}

export interface Shape {
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
  readonly sqlConnections: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
const rate = ({ done, seconds: took }: LoadResult): number => done / took
const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`
const range = (values: readonly number[]): string =>
  `${Math.round(Math.min(...values))}-${Math.round(Math.max(...values))}`

/** The page that the figures are written to, with the machine and the method beside them. */
export function reportOf(
  { pgbench, driver, pipelined, intake, lives }: Results,
  { rounds, seconds, connections, sqlConnections }: Shape,
): string {
  const [bench, alone, http, life] = [
    median(pgbench),
    median(driver),
    median(intake.map(rate)),
    median(lives.map(rate)),
  ]
  const slow = (results: readonly LoadResult[], part: number): string => {
    const all = results.flatMap(({ latencies }) => latencies).toSorted((left, right) => left - right)
    return `${(all[Math.floor(all.length * part)] ?? 0).toFixed(0)} ms`
  }
  const refused = [...intake, ...lives].reduce((sum, result) => sum + result.refused, 0)
  return `# Measured

Machine: ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. Load generator, application and database share the cores.
Method: \`npm run bench\`. Embedded PostgreSQL with durable settings (fsync on, synchronous commit), a new data folder, ${rounds} rounds of ${seconds} s in which the variants take turns, medians, in brackets the range.
All three variants register the same case (38 columns, sealed fields, ledger entry, counters, number, outcome) in 32 districts, under row-level security.

| what | per second | share |
| --- | --- | --- |
| pgbench with the same SQL, ${sqlConnections} clients | ${Math.round(bench)} (${range(pgbench)}) | 100 % |
| driver alone with the same SQL, ${sqlConnections} connections, as it comes | ${Math.round(alone)} (${range(driver)}) | ${share(alone, bench)} of pgbench |
| the same, pipelined as the application does it | ${Math.round(median(pipelined))} (${range(pipelined)}) | ${share(median(pipelined), bench)} of pgbench |
| **intake through HTTP**, ${connections} connections | **${Math.round(http)}** (${range(intake.map(rate))}) | **${share(http, alone)} of the driver, ${share(http, bench)} of pgbench** |
| **case lifecycles** (register, take, answer, confirm: 4 requests), ${connections} connections | **${Math.round(life)}** (${range(lives.map(rate))}) | ${Math.round(life * 4)} commands/s |

One intake request took ${slow(intake, 0.5)} in the middle, ${slow(intake, 0.99)} at the 99th of a hundred. Refused: ${refused}.
Asked for: intake at least 75 % of the driver and 45 % of pgbench; lifecycles at least 200 a second.
`
}
