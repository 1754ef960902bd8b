import type { Pool } from 'pg'

/**
 * Guesses are counted per name, case or source; each further one costs twice the wait, up to an hour. A source may be a
 * whole office behind one address, where people mistype every morning: it has more of them.
 */
const freeGuesses = 5
const freeGuessesOfSource = 50
const firstWaitMs = 15_000
const longestWaitMs = 60 * 60_000
const forgetMs = 24 * 60 * 60_000
const notLocked = new Date(0)

/**
 * ACCOUNT-12 Takes a guess under each key (`name:...`, `case:...`, `source:...`, `track-source:...`) before it is heard,
 * as if it were wrong: whoever sends many at once has no more of them. Gives the moment until which none is heard, or
 * null. Who guessed right is forgiven, or given the guess back.
 */
export async function takeGuess(pool: Pool, keys: readonly string[], now: number): Promise<number | null> {
  const until = await lockedUntil(pool, keys, now)
  if (until !== null) return until
  for (const key of keys)
    if (!(await take(pool, key, now))) return (await lockedUntil(pool, [key], now)) ?? now + firstWaitMs
  return null
}

async function lockedUntil(pool: Pool, keys: readonly string[], now: number): Promise<number | null> {
  const { rows } = await pool.query<{ until: Date }>(
    'select max(until) as until from lock_out where key = any($1) and until > $2',
    [keys, new Date(now)],
  )
  return rows[0]?.until?.getTime() ?? null
}

/** ACCOUNT-3 Counts and locks in one statement: the row orders those who come at the same time, and the last free guess shuts the door. */
async function take(pool: Pool, key: string, now: number): Promise<boolean> {
  const free = /^(track-)?source:/.test(key) ? freeGuessesOfSource : freeGuesses
  const { rowCount } = await pool.query(
    `insert into lock_out as l (key, failures, last_at, until) values ($1, 1, $2, $4)
     on conflict (key) do update set last_at = $2,
       failures = case when l.last_at < $3 then 1 else l.failures + 1 end,
       until = case when l.last_at < $3 or l.failures + 1 < $5 then $4
         else $2 + least($6 * 2 ^ least(l.failures + 1 - $5, 20), $7) * interval '1 millisecond' end
     where l.until <= $2`,
    [key, new Date(now), new Date(now - forgetMs), notLocked, free, firstWaitMs, longestWaitMs],
  )
  return rowCount === 1
}

/** Forgets all guesses under these keys, once one was right. */
export async function forgive(pool: Pool, keys: readonly string[]): Promise<void> {
  await pool.query('delete from lock_out where key = any($1)', [keys])
}

/** Takes one guess back that was right, where others of the same source must still count. What shut the door was this one. */
export async function giveBack(pool: Pool, key: string): Promise<void> {
  await pool.query('update lock_out set failures = greatest(failures - 1, 0), until = $2 where key = $1', [
    key,
    notLocked,
  ])
}
