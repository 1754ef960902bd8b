import type { AnyRow, Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Client } from 'pg'
import type { Codec, DbRow } from './codec.ts'
import type { DistrictKeys, Keys } from './keys.ts'
import type { Bounds, Part } from './parts.ts'
import { partsOf, tablesIn, usualBounds } from './parts.ts'
import type { Replay } from './replay.ts'
import { replayLedger, rowKey } from './replay.ts'
import { holdSums, sumAnew } from './sums.ts'
import { columnOf, specs } from './tables.ts'

/** What a rebuild wrote. */
export interface Rebuilt {
  readonly rows: number
  readonly removed: number
  readonly counters: number
}

/**
 * LEDGER-14 Writes every row and counter of a district anew from its entries, in one transaction. Rows that the ledger
 * does not know are removed. Refuses a ledger whose own chain is broken: what would be rebuilt could not be trusted.
 */
export async function rebuildDistrict(
  owner: Client,
  keys: Keys,
  district: string,
  bounds: Bounds = usualBounds,
): Promise<Rebuilt> {
  const districtKeys = await keys.forDistrict(district)
  await owner.query('begin')
  try {
    await holdSums(owner)
    // No command may come in between the reading and the writing.
    await owner.query('select seq from district_head where district = $1 for update', [district])
    await owner.query(
      'create temporary table told (of text not null, id uuid not null, primary key (of, id)) on commit drop',
    )
    let [rows, counters] = [0, 0]
    for (const part of await partsOf(owner, district, bounds)) {
      const replay = await replayLedger(owner, district, districtKeys, part, bounds)
      if (replay.problems.length > 0)
        throw new Error(`the ledger of ${district} itself is broken: ${replay.problems[0]}`)
      rows += await writeRows(owner, district, { replay, part }, districtKeys)
      if (part.rest) counters = await writeCounters(owner, district, replay.counts)
    }
    const removed = await removeUntold(owner, district)
    await sumAnew(owner, district.slice(0, 2))
    await owner.query('commit')
    return { rows, removed, counters }
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function writeRows(
  owner: Client,
  district: string,
  { replay, part }: { readonly replay: Replay; readonly part: Part },
  keys: DistrictKeys,
): Promise<number> {
  let rows = 0
  for (const table of tablesIn(part)) {
    const told = [...replay.world.rows[table].values()]
    const at = namingThemselves.has(table) ? Math.max(1, told.length) : together
    for (let from = 0; from < told.length; from += at) {
      const some = told
        .slice(from, from + at)
        .map((row) => ({ ...row, district, seq: replay.seqOf.get(rowKey(table, row.id)) ?? 0 }))
      await upsert(owner, table, some, keys)
      await owner.query('insert into told select $1, unnest($2::uuid[])', [table, some.map(({ id }) => id)])
    }
    rows += told.length
  }
  return rows
}

/** What names others goes before them. */
async function removeUntold(owner: Client, district: string): Promise<number> {
  await owner.query('analyze told')
  let removed = 0
  for (const table of tables.toReversed()) {
    const { rowCount } = await owner.query(
      `delete from ${specs[table].sqlName} t where t.district = $1 and not exists (select 1 from told where told.of = $2 and told.id = t.id)`,
      [district, table],
    )
    removed += rowCount ?? 0
  }
  return removed
}

/** Rows that one statement writes: with one for each row, a district of 100,000 cases took minutes. */
const together = 500

/** Rows of these name others of their own table, which may be told later: all of them are written at once. */
const namingThemselves: ReadonlySet<Table> = new Set(['office', 'programme'])

/** Tables whose rows other ledgers name: their key is the id alone. */
const named: ReadonlySet<Table> = new Set(['office', 'staff', 'post', 'programme', 'independenceInstrument'])

async function upsert(
  owner: Client,
  table: Table,
  rows: readonly (AnyRow & { district: string; seq: number })[],
  keys: DistrictKeys,
): Promise<void> {
  const { sqlName } = specs[table]
  const columns = ['district', 'id', 'version', 'seq', ...columnsOf(table)]
  const key = named.has(table) ? 'id' : 'district, id'
  const sets = columns.slice(2).map((column) => `${column} = excluded.${column}`)
  await owner.query(
    `insert into ${sqlName} (${columns.join(', ')}) select ${columns.join(', ')} from json_populate_recordset(null::${sqlName}, $1::json) on conflict (${key}) do update set ${sets.join(', ')}`,
    [JSON.stringify(rows.map((row) => recordOf(table, row, keys)))],
  )
}

const columnsOf = (table: Table): readonly string[] =>
  Object.entries<Codec>(specs[table].fields).flatMap(([field, { cells }]) =>
    cells.map(({ suffix }) => `${columnOf(table, field)}${suffix}`),
  )

/** A row as JSON that PostgreSQL reads into the columns of its table. */
function recordOf(table: Table, row: AnyRow & { district: string; seq: number }, keys: DistrictKeys): DbRow {
  const { district, id, version, seq } = row
  const cells = Object.entries<Codec>(specs[table].fields).flatMap(([field, codec]) =>
    codec.cells.map(({ suffix, type, of }) => [
      `${columnOf(table, field)}${suffix}`,
      asJson(type, of(row[field] ?? null, keys)),
    ]),
  )
  return { district, id, version, seq, ...Object.fromEntries(cells) }
}

function asJson(type: string, value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  return type === 'jsonb' && typeof value === 'string' ? JSON.parse(value) : value
}

async function writeCounters(owner: Client, district: string, counts: ReadonlyMap<string, number>): Promise<number> {
  await owner.query('update case_state_count set n = 0 where district = $1', [district])
  for (const table of ['case_day_count', 'number_series'])
    await owner.query(`delete from ${table} where district = $1`, [district])
  for (const [key, n] of counts) {
    const [kind, first = '', ...rest] = key.split(' ')
    if (kind === 'day')
      await owner.query('insert into case_day_count (district, day, measure, n) values ($1, $2, $3, $4)', [
        district,
        first,
        rest.join(' '),
        n,
      ])
    if (kind === 'state')
      await owner.query('update case_state_count set n = $3 where district = $1 and state = $2', [district, first, n])
    if (kind === 'series')
      await owner.query('insert into number_series (district, year, last) values ($1, $2, $3)', [district, first, n])
  }
  return counts.size
}
