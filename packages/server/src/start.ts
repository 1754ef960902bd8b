import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import { startHouse } from './house.ts'

const say = (line: string): void => console.log(line)
const root = join(import.meta.dirname, '../../..')

const answer = readConfig(process.env, process.cwd())
if (answer.ok) await main(answer.config, process.argv.includes('--demo'))
else {
  say(`These settings can't be used:\n${answer.problems.map((problem) => `  ${problem}`).join('\n')}`)
  process.exitCode = 1
}

/** The README's first command: build what is stale, start the database and the application, and stay until Ctrl-C. */
async function main(config: Config, demo: boolean): Promise<void> {
  const leaving = new AbortController()
  const stops: (() => Promise<void>)[] = []
  try {
    await buildIfStale()
    const house = await startHouse(config, say)
    stops.push(() => house.stop())
    const leave = onceStopped(leaving, () => house.stop())
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave)
    if (demo) await house.makeDemo()
    for (const line of await house.welcome()) say(line)
  } catch (error) {
    if (leaving.signal.aborted) return
    for (const stop of stops) await stop()
    say(error instanceof Error ? `OpenSLRT could not start: ${error.message}` : 'OpenSLRT could not start.')
    if (config.logLevel !== 'warn') console.error(error)
    process.exit(1)
  }
}

function onceStopped(leaving: AbortController, stop: () => Promise<void>): () => void {
  return () => {
    leaving.abort()
    say('\nStopping ...')
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
}

function buildIfStale(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'packages/web/build.ts'), '--if-stale'], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the web could not be built; see the lines above')),
    )
  })
}
