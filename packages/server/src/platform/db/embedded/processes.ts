import { readdir, readFile, readlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A mark that tells one process from a later one with the same number: the boot and the tick it was born at.
 * Nothing when no such process lives (a zombie does not).
 */
export async function birthMark(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name, in brackets, may hold spaces and brackets itself; after it come state (1st) and start tick (20th).
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  const tick = fields[19]
  if (tick === undefined || state === 'Z' || state === 'X') return undefined
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot.trim()}/${tick}`
}

/**
 * Whether the process is a PostgreSQL process of this very data folder. Every one of them has the folder as its working
 * directory, which says more than a process number or a start time, and stays true when the clock is set.
 */
export async function serves(pid: number, cluster: string): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (folder !== cluster) return false
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  return name.trim() === 'postgres'
}

/** All PostgreSQL processes of this data folder: the postmaster, and children that outlived one. */
export async function serversOf(cluster: string): Promise<number[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(numbers.map(async (pid) => ((await serves(pid, cluster)) ? pid : 0)))
  return found.filter((pid) => pid !== 0)
}

/** Sends a signal; a process that has gone in the meantime is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Waits until the condition holds; false when it did not within the time. */
export async function within(ms: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}
