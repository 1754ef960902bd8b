import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import type { Codec } from './codec.ts'
import { fieldAbout, isSealed } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { addKey } from './keys.ts'
import { sealHead } from './seal.ts'
import { columnOf, specs } from './tables.ts'

/** A column of sealed values: how its rows are told apart, and what each value is bound to. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  /** Unique within a district, and what the pages are turned by. */
  readonly key: string
  /** Columns of a row that `about` reads. */
  readonly reads?: string
  readonly about: (row: { readonly key: string; readonly read: string | null }) => string
  /** A table that is not a district's: its values are sealed under this one's key. */
  readonly only?: string
}

const fieldColumns: readonly SealedColumn[] = tables.flatMap((table) =>
  Object.entries<Codec>(specs[table].fields)
    .filter(([, codec]) => isSealed(codec))
    .map(([field]) => ({
      table: specs[table].sqlName,
      column: columnOf(table, field),
      key: 'id',
      about: () => fieldAbout,
    })),
)

/** Every column whose values are sealed under a district's key. A test looks for any that is not named here. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'ledger', column: 'payload', key: 'seq', reads: 'command_id', about: ({ read }) => `entry ${read}` },
  ...fieldColumns,
  { table: 'letter_run', column: 'said', key: 'id', about: ({ key }) => `letter_run ${key}` },
  { table: 'surge_file', column: 'faults', key: 'id', about: ({ key }) => `surge_file ${key}` },
  { table: 'surge_chunk', column: 'said', key: 'id', about: ({ key }) => `surge_chunk ${key}` },
  ...['secret', 'pending'].map((column) => ({
    table: 'second_factor',
    column,
    key: 'staff',
    about: ({ key }: { readonly key: string }) => `second-factor ${key}`,
    only: '00',
  })),
  ...(
    [
      ['staff_notice', 'email', 'staff'],
      ['push_subscription', 'sealed', 'id'],
      ['inbound_message', 'sealed', 'id'],
      ['staff_phone', 'sealed', 'staff'],
    ] as const
  ).map(([table, column, key]) => ({
    table,
    column,
    key,
    about: ({ key: of }: { readonly key: string }) => `${table} ${of}`,
    only: '00',
  })),
]

export interface Rotation {
  readonly district: string
  /** The key that everything is to be sealed with. */
  readonly key: number
  /** Whether it was made now, or a rotation that was broken off goes on. */
  readonly made: boolean
  /** How long the key has been there, by the database's clock. */
  readonly ageMs: number
}

/** SEAL-6 Begins a rotation: a new key, unless the newest still has values of older keys to take over. */
export async function beginRotation(owner: Client, master: Buffer, district: string): Promise<Rotation> {
  const newest = await newestKey(owner, district)
  const unfinished = newest !== null && newest.id > 1 && (await holdsOlder(owner, district, newest.id))
  return unfinished
    ? { district, key: newest.id, made: false, ageMs: newest.age }
    : { district, key: await addKey(owner, master, district), made: true, ageMs: 0 }
}

/** Districts in which anything was ever sealed. */
export async function districtsWithKeys(owner: Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ district: string }>('select distinct district from data_key order by 1')
  return rows.map(({ district }) => district)
}

async function newestKey(owner: Client, district: string): Promise<{ id: number; age: number } | null> {
  const { rows } = await owner.query<{ id: number; age: number }>(
    'select id, extract(epoch from now() - created_at)::float8 * 1000 as age from data_key where district = $1 order by id desc limit 1',
    [district],
  )
  return rows[0] ?? null
}

async function holdsOlder(owner: Client, district: string, key: number): Promise<boolean> {
  for (const column of columnsOf(district))
    if ((await page(owner, { district, key }, column, null, 1)).length > 0) return true
  return false
}

const columnsOf = (district: string): readonly SealedColumn[] =>
  sealedColumns.filter(({ only }) => only === undefined || only === district)

const pageSize = 500

/**
 * SEAL-7 Seals everything of a district anew that an older key sealed, a page at a time, each value only if nobody
 * changed it meanwhile. Can be broken off and begun again anywhere: what is done is told by its first bytes.
 */
export async function resealRows(
  owner: Client,
  rotation: Pick<Rotation, 'district' | 'key'>,
  keys: DistrictKeys,
): Promise<number> {
  let resealed = 0
  for (const column of columnsOf(rotation.district)) {
    let after: string | null = null
    for (;;) {
      const found: readonly Found[] = await page(owner, rotation, column, after, pageSize)
      resealed += await resealPage(owner, rotation.district, column, found, keys)
      after = found.at(-1)?.key ?? null
      if (found.length < pageSize) break
    }
  }
  return resealed
}

interface Found {
  readonly key: string
  readonly read: string | null
  readonly sealed: Buffer
}

async function page(
  owner: Client,
  { district, key }: Pick<Rotation, 'district' | 'key'>,
  { table, column, key: by, reads, only }: SealedColumn,
  after: string | null,
  most: number,
): Promise<readonly Found[]> {
  const [name, order] = [escapeIdentifier(column), escapeIdentifier(by)]
  const mine = only === undefined ? 'district = $1' : '$1::text is not null'
  const { rows } = await owner.query<Found>(
    `select ${order}::text as key, ${reads ?? 'null'}::text as read, ${name} as sealed from ${escapeIdentifier(table)}
     where ${mine} and ${name} is not null and substring(${name} from 1 for 5) <> $2 ${after === null ? '' : `and ${order} > $3`}
     order by ${order} limit ${most}`,
    after === null ? [district, sealHead(key)] : [district, sealHead(key), after],
  )
  return rows
}

async function resealPage(
  owner: Client,
  district: string,
  { table, column, key, about, only }: SealedColumn,
  found: readonly Found[],
  keys: DistrictKeys,
): Promise<number> {
  if (found.length === 0) return 0
  const [name, by] = [escapeIdentifier(column), escapeIdentifier(key)]
  const fresh = found.map((row) => keys.seal(keys.open(row.sealed, about(row)), about(row)))
  const mine = only === undefined ? 't.district = $1' : '$1::text is not null'
  const type = key === 'seq' ? 'bigint' : 'uuid'
  const { rowCount } = await owner.query(
    `update ${escapeIdentifier(table)} t set ${name} = n.fresh
     from unnest($2::${type}[], $3::bytea[], $4::bytea[]) as n(key, old, fresh)
     where ${mine} and t.${by} = n.key and t.${name} = n.old`,
    [district, found.map((row) => row.key), found.map(({ sealed }) => sealed), fresh],
  )
  return rowCount ?? 0
}
