import type { DistrictKeys } from '../platform/ledger/keys.ts'
import { unpack } from '../platform/ledger/pack.ts'
import type { TestHouse } from './house.ts'

/** A row of any table as one text, with everything in it opened that lies sealed. */
export interface ReadRow {
  readonly table: string
  readonly text: string
}

type Row = Readonly<Record<string, unknown>>

/** PRIVACY-7 Every row of every table of a house, opened with a district's keys: what a search for somebody's words goes through. */
export async function readEverything(house: TestHouse, district = '34.04'): Promise<readonly ReadRow[]> {
  const keys = await house.parts.ledger.keys.forDistrict(district)
  const tables = await house.owner<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') and c.relname <> 'place' order by 1, 2`,
  )
  const read: ReadRow[] = []
  for (const { schema, name } of tables)
    for (const row of await house.owner<Row>(`select * from ${schema}."${name}"`))
      read.push({ table: name, text: textOf(name, row, keys) })
  return read
}

const textOf = (table: string, row: Row, keys: DistrictKeys): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        Buffer.isBuffer(value) ? openedOr(value, aboutsOf(table, row), keys) : value,
      ]),
    ),
  )

const aboutsOf = (table: string, row: Row): readonly string[] => [
  'field',
  `entry ${String(row['command_id'])}`,
  `${table} ${String(row['id'])}`,
]

/** What sealed bytes say; of digests, and of what another ledger sealed, the bytes. */
function openedOr(value: Buffer, abouts: readonly string[], keys: DistrictKeys): string {
  for (const about of abouts) {
    try {
      return unpack(keys.open(value, about)).toString()
    } catch {
      // It is bound to something else, or is no sealed value at all.
    }
  }
  return value.toString('hex')
}
