import { readFile } from 'node:fs/promises'
import type { TestHouse } from './house.ts'

/** Seconds of processor that a house's connections have used: on a busy machine these say more than the clock. */
export async function databaseSeconds({ owner }: Pick<TestHouse, 'owner'>): Promise<number> {
  const pids = await owner<{ pid: number }>('select pid from pg_stat_activity where datname = current_database()')
  const used = await Promise.all(pids.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return used.reduce((sum, stat) => {
    const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
    return sum + (user + system) / 100
  }, 0)
}
