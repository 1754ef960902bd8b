import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTemporaryFolder } from '../packages/server/src/platform/db/embedded/start-temporary.ts'
import { makeDesks } from './world.ts'
import { runLoad } from './http-load.ts'
const folder = await openTemporaryFolder()
const env = { ...process.env, OPENSLRT_DATA: folder, PORT: '0', OPENSLRT_REQUESTS_PER_MINUTE: '100000000' }
const prof = process.argv[2] === 'prof'
const child = spawn(process.execPath, [...(prof ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []), join(import.meta.dirname, 'server.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
let said = ''
const { url, link } = await new Promise<{url:string,link:string}>((resolve) => child.stdout.on('data', (c) => { said += c; const url = /running: (\S+)/.exec(said)?.[1]; const link = /(\S+#t=\S+)/.exec(said)?.[1]; if (url && link) resolve({ url, link }) }))
const desks = await makeDesks(url, link)
const cpuOf = (pid: number) => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return [Number(f[11]) * 10, Number(f[12]) * 10] as const }
await runLoad({ url, desks, connections: 32, seconds: 2, steps: 4 })
for (const steps of [1, 4]) {
  const before = cpuOf(child.pid ?? 0), own = process.cpuUsage()
  const r = await runLoad({ url, desks, connections: 32, seconds: 6, steps })
  const after = cpuOf(child.pid ?? 0), mine = process.cpuUsage(own)
  const n = r.done * steps
  console.log(steps, 'units/s', (r.done / r.seconds).toFixed(0), 'server user ms', ((after[0] - before[0]) / n).toFixed(3), 'sys', ((after[1] - before[1]) / n).toFixed(3), 'generator', ((mine.user + mine.system) / 1000 / n).toFixed(3), r.refused)
}
child.kill('SIGINT')
