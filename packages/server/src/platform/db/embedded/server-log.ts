import { closeSync, openSync } from 'node:fs'
import { readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

export const logPath = (home: string): string => join(home, 'postgres.log')

const fullAt = 20 * 1024 * 1024

export type ServerLog = {
  readonly descriptor: number
  /** What was logged since the file was opened. */
  since(): Promise<string>
  close(): void
}

/** Opens PostgreSQL's log for one run of the server. A full one is put away first; one older file is kept. */
export async function openLog(home: string): Promise<ServerLog> {
  const path = logPath(home)
  const size = await sizeOf(path)
  if (size > fullAt) await rename(path, `${path}.1`)
  const from = size > fullAt ? 0 : size
  // A file rather than a pipe: the server must not depend on us to be able to speak.
  const descriptor = openSync(path, 'a', 0o600)
  const since = async () => (await readFile(path)).subarray(from).toString('utf8')
  return { descriptor, since, close: () => closeSync(descriptor) }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    (stats) => stats.size,
    () => 0,
  )

/** What names the cause: the first fatal line, since others follow from it; else the last of all. */
export function causeIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '')
  // A client that knocks during the recovery is turned away with a fatal line of its own.
  const own = lines.filter((line) => !line.includes('FATAL:  the database system is'))
  const fatal = own.map((line) => /\b(FATAL|PANIC|error): .*/.exec(line)?.[0]).find((line) => line !== undefined)
  return fatal ?? own.at(-1) ?? 'it said nothing'
}
