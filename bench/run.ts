import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findRunning } from '../packages/server/src/platform/db/embedded/find-running.ts'
import { openTemporaryFolder } from '../packages/server/src/platform/db/embedded/start-temporary.ts'
import { openPools, urlAs } from '../packages/server/src/platform/db/pools.ts'
import { rolePasswords } from '../packages/server/src/prepare-database.ts'
import { overHttp } from './over-http.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import type { Results } from './report.ts'
import { reportOf } from './report.ts'
import type { SameSql } from './same-sql.ts'
import { sameSqlFor } from './same-sql.ts'
import { startServer } from './start-server.ts'
import type { Desk } from './world.ts'
import { makeDesks } from './world.ts'

const shape = { rounds: 3, seconds: 6, connections: 32, sqlConnections: 16 }
const { rounds, seconds, connections, sqlConnections } = shape
const here = import.meta.dirname
const execute = promisify(execFile)

const folder = await openTemporaryFolder()
const server = await startServer(folder)
try {
  const desks = await makeDesks(server.url, server.adminLink ?? '')
  const results = await measure(desks)
  const report = reportOf(results, shape)
  await writeFile(join(here, 'RESULTS.md'), report)
  console.log(report)
} finally {
  await server.stop()
}

/** Results that rounds are still added to. */
type Growing<All> = { readonly [Part in keyof All]: All[Part] extends readonly (infer One)[] ? One[] : never }

/** All variants one after the other, several rounds of it: neighbours on the machine then touch all of them alike. */
async function measure(desks: readonly Desk[]): Promise<Results> {
  const master = Buffer.from((await readFile(join(folder, 'master.key'), 'utf8')).trim(), 'base64')
  const ownerUrl = (await findRunning(join(folder, 'postgres'), 'openslrt')) ?? ''
  const passwords = rolePasswords(master)
  const pools = openPools(ownerUrl, passwords, () => undefined)
  const sqls = await Promise.all(desks.map((desk) => sameSqlFor(desk, pools.api, master)))
  await pools.close()
  const apiUrl = urlAs(ownerUrl, 'openslrt_api', passwords.openslrt_api)
  const program = await findPgbench()
  const results: Growing<Results> = { pgbench: [], driver: [], pipelined: [], intake: [], lives: [] }
  await overHttp({ url: server.url, desks, connections, seconds: 20, steps: 4 })
  await overHttp({ url: server.url, desks, connections, seconds: 10, steps: 1 })
  for (let round = 0; round < rounds; round++) {
    results.pgbench.push(await runPgbench({ program, url: apiUrl, sqls, clients: sqlConnections, seconds }))
    results.driver.push(await throughDriver(apiUrl, sqls, false))
    results.pipelined.push(await throughDriver(apiUrl, sqls, true))
    results.intake.push(await overHttp({ url: server.url, desks, connections, seconds, steps: 1 }))
    results.lives.push(await overHttp({ url: server.url, desks, connections, seconds, steps: 4 }))
    console.error(`round ${round + 1} of ${rounds} done`)
  }
  return results
}

async function throughDriver(url: string, sqls: readonly SameSql[], pipelined: boolean): Promise<number> {
  const plan = join(folder, 'plan.json')
  await writeFile(plan, JSON.stringify({ url, sqls, connections: sqlConnections, seconds, pipelined }))
  const { stdout } = await execute(process.execPath, [join(here, 'driver-load.ts'), plan])
  const { done, seconds: took } = JSON.parse(stdout) as { done: number; seconds: number }
  return done / took
}
