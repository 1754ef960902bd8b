import type { Pool } from 'pg'

/** How many timers go to the queue in one go; more wait for the next minute. */
const most = 1_000

/** Moves what has become due from `timer` into the job queue, each exactly once. Gives how many. */
export async function queueDueTimers(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `with due as (
       delete from timer where (district, command_id, task) in (
         select district, command_id, task from timer where run_at <= now() order by run_at limit $1 for update skip locked
       ) returning district, command_id, task, data
     ) select enqueue(task, data, now(), null) from due`,
    [most],
  )
  return rowCount ?? 0
}
