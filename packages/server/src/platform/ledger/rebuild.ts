import type { AnyRow, Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Client } from 'pg'
import type { Codec } from './codec.ts'
import type { DistrictKeys, Keys } from './keys.ts'
import type { Replay } from './replay.ts'
import { replayLedger, rowKey } from './replay.ts'
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
export async function rebuildDistrict(owner: Client, keys: Keys, district: string): Promise<Rebuilt> {
  const districtKeys = await keys.forDistrict(district)
  await owner.query('begin')
  try {
    // No command may come in between the reading and the writing.
    await owner.query('select seq from district_head where district = $1 for update', [district])
    const replay = await replayLedger(owner, district, districtKeys)
    if (replay.problems.length > 0) throw new Error(`the ledger of ${district} itself is broken: ${replay.problems[0]}`)
    const rebuilt = await write(owner, district, replay, districtKeys)
    await owner.query('commit')
    return rebuilt
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function write(owner: Client, district: string, replay: Replay, keys: DistrictKeys): Promise<Rebuilt> {
  let rows = 0
  let removed = 0
  for (const table of tables) {
    for (const row of replay.world.rows[table].values()) {
      await upsert(owner, table, { ...row, district, seq: replay.seqOf.get(rowKey(table, row.id)) ?? 0 }, keys)
      rows++
    }
  }
  for (const table of tables.toReversed()) {
    const known = [...replay.world.rows[table].keys()]
    const { rowCount } = await owner.query(
      `delete from ${specs[table].sqlName} where district = $1 and id <> all($2::uuid[])`,
      [district, known],
    )
    removed += rowCount ?? 0
  }
  return { rows, removed, counters: await writeCounters(owner, district, replay.counts) }
}

async function upsert(
  owner: Client,
  table: Table,
  row: AnyRow & { district: string; seq: number },
  keys: DistrictKeys,
): Promise<void> {
  const cells = Object.entries<Codec>(specs[table].fields).flatMap(([field, codec]) =>
    codec.cells.map(({ suffix, type, of }) => ({
      column: `${columnOf(table, field)}${suffix}`,
      type,
      value: of(row[field] ?? null, keys),
    })),
  )
  const columns = ['district', 'id', 'version', 'seq', ...cells.map(({ column }) => column)]
  const values = [row.district, row.id, row.version, row.seq, ...cells.map(({ value }) => value)]
  const types = ['text', 'uuid', 'int', 'bigint', ...cells.map(({ type }) => type)]
  const key = table === 'office' || table === 'staff' || table === 'post' ? 'id' : 'district, id'
  const sets = columns.slice(2).map((column) => `${column} = excluded.${column}`)
  await owner.query(
    `insert into ${specs[table].sqlName} (${columns.join(', ')}) values (${types.map((type, at) => `$${at + 1}::${type}`).join(', ')}) on conflict (${key}) do update set ${sets.join(', ')}`,
    values,
  )
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
