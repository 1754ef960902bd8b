import { spawn } from 'node:child_process'
import type { Check } from './test-plan.ts'

/** What came of one check: whether it held, what it said, and how long it took. */
export type CheckOutcome = {
  readonly name: string
  readonly held: boolean
  readonly said: string
  readonly seconds: number
}

/** Runs checks, `atOnce` of them at a time, in their order. */
export async function runChecks(
  checks: readonly Check[],
  way: { readonly root: string; readonly atOnce: number; readonly onCheck: (outcome: CheckOutcome) => void },
): Promise<void> {
  const waiting = [...checks]
  const begun = new Map<string, Promise<CheckOutcome>>()
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (check.after) await begun.get(check.after)
      const running = runCheck(check, way.root)
      begun.set(check.name, running)
      way.onCheck(await running)
    }
  }
  await Promise.all(Array.from({ length: way.atOnce }, worker))
}

/** Runs one check from `root` and keeps what it says, to be shown whole when it fails. */
export function runCheck({ name, command: [program = '', ...given] }: Check, root: string): Promise<CheckOutcome> {
  const started = performance.now()
  const said: Buffer[] = []
  const child = spawn(program, given, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve) => {
    const end = (held: boolean, more = '') =>
      resolve({
        name,
        held,
        said: Buffer.concat(said).toString() + more,
        seconds: (performance.now() - started) / 1000,
      })
    child.on('error', (error) => end(false, `${error.message}\nRun "npm ci" first.`))
    child.on('close', (code, signal) => end(code === 0, signal ? `\nIt was ended by ${signal}.` : ''))
  })
}
