import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A program that works for a whole suite, and the variable in which its files find what it said. */
export type Beside = { readonly program: string; readonly variable: string }

/** Starts it, keeps the first line that it prints in the environment, and ends it by ending its input. */
export async function runBeside({ program, variable }: Beside): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([code]) => Promise.reject(new Error(`${program} ended with ${code} before it was ready.`))),
  ])
  process.env[variable] = String(line)
  return {
    async stop() {
      // Files that are run later must not look for what is gone.
      Reflect.deleteProperty(process.env, variable)
      child.stdin.end()
      await ended
    },
  }
}
