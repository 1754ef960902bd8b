import { Client } from 'pg'
import { openPools } from '../../packages/server/src/platform/db/pools.ts'
import type { Keys } from '../../packages/server/src/platform/ledger/keys.ts'
import { openKeys } from '../../packages/server/src/platform/ledger/keys.ts'
import { rebuildDistrict } from '../../packages/server/src/platform/ledger/rebuild.ts'
import { rolePasswords } from '../../packages/server/src/prepare-database.ts'
import type { Source, Target } from './copy-ledger.ts'
import { copyLedger, readSource } from './copy-ledger.ts'

/** What a filled database holds. */
export interface Filled {
  readonly districts: number
  readonly cases: number
  readonly entries: number
  readonly offices: number
}

/** Fills every district of the country with the demo district's year: entries copied, rows and counters rebuilt from them. */
export async function fillNation(ownerUrl: string, master: Buffer, from: string, most = 1000): Promise<Filled> {
  const pools = openPools(ownerUrl, rolePasswords(master), () => undefined)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('set synchronous_commit = off')
    const keys = await openKeys(master, pools.api)
    const source = await readSource(owner, keys, from)
    const targets = (await otherDistricts(owner, from)).slice(0, most)
    for (const [at, target] of targets.entries()) {
      await copyInto(owner, keys, source, target)
      if (at % 20 === 19) console.error(`${at + 1} of ${targets.length} districts`)
    }
    await owner.query('vacuum (analyze)')
    return await sizes(owner)
  } finally {
    await owner.end()
    await pools.close()
  }
}

/** A step that was done is not done again: a fill that was cut short goes on where it stopped. */
async function copyInto(owner: Client, keys: Keys, source: Source, target: Target): Promise<void> {
  const { district } = target
  if (!(await has(owner, 'ledger', district))) {
    const districtKeys = await keys.forDistrict(district)
    await owner.query('begin')
    await copyLedger(owner, source, target, districtKeys)
    await owner.query('commit')
  }
  if (!(await has(owner, 'office', district))) await rebuildDistrict(owner, keys, district)
}

async function has(owner: Client, table: 'ledger' | 'office', district: string): Promise<boolean> {
  const { rowCount } = await owner.query(`select 1 from ${table} where district = $1 limit 1`, [district])
  return rowCount === 1
}

async function otherDistricts(owner: Client, from: string): Promise<readonly Target[]> {
  const { rows } = await owner.query<{ district: string; villages: string[] }>(
    `select d.code as district, array_agg(v.code order by v.code) as villages from place d join place s on s.parent = d.code
     join place v on v.parent = s.code where d.level = 'district' and d.code <> $1 group by d.code order by d.code`,
    [from],
  )
  return rows
}

async function sizes(owner: Client): Promise<Filled> {
  const { rows } = await owner.query<{ districts: number; cases: number; entries: number; offices: number }>(
    `select (select count(distinct district)::int from cases) as districts, (select count(*)::int from cases) as cases,
       (select count(*)::int from ledger) as entries, (select count(*)::int from office) as offices`,
  )
  const [row] = rows
  if (!row) throw new Error('the database did not count itself')
  return row
}
