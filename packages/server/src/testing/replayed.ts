import assert from 'node:assert/strict'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import { openShelf } from '../open-files.ts'
import { withOwner } from '../platform/db/pools.ts'
import { resealFiles } from '../platform/files/reseal-files.ts'
import type { DbRow } from '../platform/ledger/codec.ts'
import type { DistrictKeys } from '../platform/ledger/keys.ts'
import { openKeys } from '../platform/ledger/keys.ts'
import { rebuildDistrict } from '../platform/ledger/rebuild.ts'
import { beginRotation, resealRows } from '../platform/ledger/rotate.ts'
import { rowOf, specs } from '../platform/ledger/tables.ts'
import type { Client } from './client.ts'
import { clientAt } from './client.ts'
import { master } from './cluster.ts'
import type { TestHouse } from './house.ts'
import { startTestHouse } from './house.ts'
import { assertVerified } from './verified.ts'

/** What the rows of a district say, table by table, with all that lies sealed opened. */
export type Told = Readonly<Partial<Record<Table, readonly object[]>>>

/** LEDGER-14 All rows of the district that its ledger tells of. */
export async function rowsTold(house: TestHouse, district = '34.04'): Promise<Told> {
  const keys = await house.parts.ledger.keys.forDistrict(district)
  const told: Partial<Record<Table, readonly object[]>> = {}
  for (const table of tables) {
    const rows = await house.owner<DbRow>(`select * from ${specs[table].sqlName} where district = $1 order by id`, [
      district,
    ])
    if (rows.length > 0) told[table] = rows.map((row) => whole(table, row, keys))
  }
  return told
}

/** Sealed values differ each time that they are sealed: what they say and what they are found by does not. */
const whole = (table: Table, row: DbRow, keys: DistrictKeys): object => ({
  ...Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (!Buffer.isBuffer(value)) return [[column, value]]
      return column.endsWith('_index') ? [[column, value.toString('hex')]] : []
    }),
  ),
  ...rowOf(table, row, keys),
})

/**
 * LEDGER-14 Takes every row of a district away and writes it anew from the entries: all of them are back as they were, and
 * the proof holds before and after. Gives the tables that had rows.
 */
export async function assertReplays(house: TestHouse, district = '34.04'): Promise<readonly string[]> {
  await assertVerified(house, district)
  const told = await rowsTold(house, district)
  await withOwner(house.ownerUrl, async (owner) => {
    await owner.query('set session_replication_role = replica')
    for (const table of Object.keys(told))
      await owner.query(`delete from ${specs[table as Table].sqlName} where district = $1`, [district])
  })
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
  assert.deepEqual(await rowsTold(house, district), told)
  await assertVerified(house, district)
  return Object.keys(told)
}

/** A process that began after the keys were changed, and those who were signed in before. */
export interface AfterRotation {
  readonly house: TestHouse
  readonly as: (client: Client) => Client
}

/** SEAL-7 Changes the keys of a district: all rows and files lie under the new one afterwards, and a new process reads them. */
export async function afterRotation(house: TestHouse, district = '34.04'): Promise<AfterRotation> {
  const rotation = await withOwner(house.ownerUrl, (owner) => beginRotation(owner, master, district))
  const keys = await (await openKeys(master, house.parts.pools.api, { freshMs: 0, settleMs: 0 })).forDistrict(district)
  await withOwner(house.ownerUrl, (owner) => resealRows(owner, rotation, keys))
  const shelf = await openShelf(house.parts.config)
  await withOwner(house.ownerUrl, (owner) => resealFiles(owner, shelf, rotation, keys))
  const env = { OPENSLRT_DATA: house.parts.config.dataFolder }
  const next = await startTestHouse({ database: house.ownerUrl, logLevel: 'silent', env })
  const as = ({ staff, office, cookie }: Client): Client => {
    assert.ok(staff && office && cookie)
    return clientAt(next.door, { staff, office, cookie }, district)
  }
  return { house: next, as }
}
