import type { Pool } from 'pg'

/**
 * Wrong guesses are counted per name, case or source; each further one costs twice the wait, up to an hour. A source may
 * be a whole office behind one address, where people mistype every morning: it has more of them.
 */
const freeGuesses = 5
const freeGuessesOfSource = 50
const firstWaitMs = 15_000
const longestWaitMs = 60 * 60_000
const forgetMs = 24 * 60 * 60_000

/** The moment until which no guess under any of these keys is heard, or null. */
export async function lockedUntil(pool: Pool, keys: readonly string[], now: number): Promise<number | null> {
  const { rows } = await pool.query<{ until: Date }>(
    'select max(until) as until from lock_out where key = any($1) and until > $2',
    [keys, new Date(now)],
  )
  return rows[0]?.until?.getTime() ?? null
}

/** Counts a wrong guess under each key. */
export async function countFailure(pool: Pool, keys: readonly string[], now: number): Promise<void> {
  for (const key of keys) {
    const { rows } = await pool.query<{ failures: number }>(
      `insert into lock_out (key, failures, last_at, until) values ($1, 1, $2, $2)
       on conflict (key) do update set failures = case when lock_out.last_at < $3 then 1 else lock_out.failures + 1 end, last_at = $2
       returning failures`,
      [key, new Date(now), new Date(now - forgetMs)],
    )
    await pool.query('update lock_out set until = $2 where key = $1', [
      key,
      new Date(now + waitAfter(key, rows[0]?.failures ?? 1)),
    ])
  }
}

/** Forgets the wrong guesses of whoever has now given the right one. */
export async function forgive(pool: Pool, keys: readonly string[]): Promise<void> {
  await pool.query('delete from lock_out where key = any($1)', [keys])
}

/** ACCOUNT-3 The wait after so many wrong guesses under a key (`name:...`, `case:...`, `source:...`, `track-source:...`). */
export function waitAfter(key: string, failures: number): number {
  const free = /^(track-)?source:/.test(key) ? freeGuessesOfSource : freeGuesses
  return failures < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - free))
}
