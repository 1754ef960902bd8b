import type { Client, Pool, PoolClient } from 'pg'

/**
 * LEDGER-19 Adds to the sums of the provinces what the counters of their districts gained since they were last summed; a
 * district at a time, and only those whose ledger went on. Gives how many. Whoever reads sums adds what is missing in
 * them (see `selectCounts` of the figures): this makes reading quick, and nothing waits for it to be right.
 */
export async function sumCounters(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ district: string }>(
    `select h.district from district_head h left join counter_sum s using (district)
     where h.seq > coalesce(s.seq, 0) order by 1`,
  )
  for (const { district } of rows) await sumDistrict(pool, district)
  return rows.length
}

async function sumDistrict(pool: Pool, district: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await holdSums(client)
    // The head is read before the counters: what comes in between is summed now and looked at once more.
    const { rows } = await client.query<{ seq: number }>('select seq from district_head where district = $1', [
      district,
    ])
    await client.query(addSql('district = $1 and summed <> n', 'new.n - old.summed'), [district])
    // A counter is of the day on which its entry came; a day of London is nowhere in the country later than the one before it.
    await client.query(
      `insert into counter_sum (district, seq, since) values ($1, $2, (now() at time zone 'UTC')::date - 1)
       on conflict (district) do update set seq = excluded.seq, since = excluded.since`,
      [district, rows[0]?.seq ?? 0],
    )
    await client.query('commit')
    client.release()
  } catch (error) {
    // A connection in an unknown state must not go back to the pool.
    client.release(true)
    throw error
  }
}

/** Keeps others from summing until this transaction ends: two that sum one province would lock each other out. */
export async function holdSums(client: Client | PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock(7237114)')
}

/** Sums a province anew from the counters of its districts: after these were written anew, and when a proof failed. */
export async function sumAnew(owner: Client, province: string): Promise<void> {
  await owner.query('delete from province_day_count where province = $1', [province])
  await owner.query(addSql("district >= $1 and district < $1 || '/'", 'new.n'), [province])
}

const addSql = (which: string, gained: string): string =>
  `with moved as (update case_day_count set summed = n where ${which} returning new.district, new.day, new.measure, ${gained} as gained)
   insert into province_day_count (province, day, measure, n)
     select left(district, 2), day, measure, sum(gained) from moved group by 1, 2, 3
   on conflict (province, day, measure) do update set n = province_day_count.n + excluded.n`

/** LEDGER-19 Sentences that name sums which are not what their districts' counters put into them; none when all hold. */
export async function wrongSums(db: Pool | PoolClient | Client, province: string | null): Promise<readonly string[]> {
  const { rows } = await db.query<{ province: string; day: string; measure: string; n: number; told: number }>(
    `select province, day::text, measure, coalesce(p.n, 0) as n, coalesce(d.n, 0)::int as told
       from (select * from province_day_count where $1::text is null or province = $1) p
       full join (select left(district, 2) as province, day, measure, sum(summed) as n from case_day_count
         where $1::text is null or left(district, 2) = $1 group by 1, 2, 3) d using (province, day, measure)
     where coalesce(p.n, 0) <> coalesce(d.n, 0) order by 1, 2, 3`,
    [province],
  )
  return rows.map(
    ({ province: of, day, measure, n, told }) =>
      `the sum of "${measure}" on ${day} in province ${of} says ${n}; its districts put ${told} into it`,
  )
}
