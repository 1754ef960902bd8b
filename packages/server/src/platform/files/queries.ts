import type { Client } from 'pg'

/** The digests of all files that were taken in a district. */
export async function selectDigests(owner: Client, district: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ sha256: string }>(
    'select sha256 from file_blob where district = $1 order by sha256',
    [district],
  )
  return rows.map(({ sha256 }) => sha256)
}

/** Runs while nobody can erase the file, unless it was erased already: then null, and nothing is run. */
export async function holdFile<T>(
  owner: Client,
  district: string,
  sha256: string,
  run: () => Promise<T>,
): Promise<T | null> {
  await owner.query('begin')
  try {
    const { rowCount } = await owner.query(
      'select 1 from file_blob where district = $1 and sha256 = $2 for key share',
      [district, sha256],
    )
    const done = rowCount === 1 ? await run() : null
    await owner.query('commit')
    return done
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
