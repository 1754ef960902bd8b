import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { postmasterFile, readPostmasterFile } from './postmaster-file.ts'
import { passwordPath } from './superuser-password.ts'

/** Lines of PostgreSQL's own pid file: the port stands on the fourth. */
const portLine = 3

/** The superuser's address of an embedded database that another process of ours is running, or null when none is. */
export async function findRunning(dataDir: string, database: string): Promise<string | null> {
  const moved = await readFile(join(dataDir, 'where-the-data-lies.txt'), 'utf8').catch(() => '')
  const home = moved.trim() || dataDir
  const cluster = join(home, 'cluster')
  const running = await readPostmasterFile(cluster)
  if (!running?.ready) return null
  const lines = (await readFile(postmasterFile(cluster), 'utf8')).split('\n')
  const password = (await readFile(passwordPath(home), 'utf8')).trim()
  return `postgresql://postgres:${password}@127.0.0.1:${lines[portLine]?.trim()}/${database}`
}
