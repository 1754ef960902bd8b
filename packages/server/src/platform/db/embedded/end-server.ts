import { signal, within } from './processes.ts'

/** Gently first: fast shutdown with a checkpoint, then without one (recovery follows), then by force. */
const steps = [
  { name: 'SIGINT', ms: 30_000 },
  { name: 'SIGQUIT', ms: 5_000 },
  { name: 'SIGKILL', ms: 5_000 },
] as const

/** Ends a postmaster and waits until it has gone; false when not even force ended it. */
export async function endServer(pid: number, gone: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const step of steps) {
    signal(pid, step.name)
    if (await within(step.ms, gone)) return true
  }
  return false
}
