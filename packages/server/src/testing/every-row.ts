import { randomUUID } from 'node:crypto'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Codec, DbRow } from '../platform/ledger/codec.ts'
import { isSealed } from '../platform/ledger/codec.ts'
import type { Keys } from '../platform/ledger/keys.ts'
import { columnOf, specs } from '../platform/ledger/tables.ts'
import { changeOf } from './a-change.ts'
import { sleman } from './a-district-office.ts'
import { exampleRows } from './example-rows.ts'
import type { TestHouse } from './house.ts'
import { layChanges } from './people.ts'

type Fields = Readonly<Record<string, unknown>>

/** Which row of each table was laid. */
export type Laid = ReadonlyMap<Table, string>

/** Lays one row into every table that a ledger proves, with something in each field or what `own` says, by one entry. */
export async function layEveryRow(house: TestHouse, own: (table: Table) => Fields = () => ({})): Promise<Laid> {
  const ids = new Map<Table, string>(tables.map((table) => [table, randomUUID()]))
  // The area of a post is a row under the post's own id, and where an office stands one under the office's.
  ids.set('area', idIn(ids, 'post'))
  ids.set('networkOffice', idIn(ids, 'office'))
  const names = await namesOf(house)
  const changes = tables.map((table) => {
    const given = new Set(table === 'case' ? ['id', 'version', 'number'] : ['id', 'version'])
    const example = Object.fromEntries(
      Object.entries({ ...exampleRows[table], ...instead[table], ...own(table) }).filter(
        ([field]) => !given.has(field),
      ),
    )
    return changeOf(table, idIn(ids, table), 0, { ...pointed(table, example, ids, names), district: sleman.district })
  })
  await layChanges(house, sleman.caturtunggal, changes)
  return ids
}

// An item of a list that the law reads would have to be whole.
const instead: { readonly [T in Table]?: Fields } = { listItem: { list: 'how', code: 'di-jalan', data: {} } }

export function idIn(ids: Laid, table: Table): string {
  const id = ids.get(table)
  if (id === undefined) throw new Error(`no row of ${table} was laid`)
  return id
}

/** The tables whose rows a column of a table names, as the database has it. */
type Names = ReadonlyMap<string, string>

async function namesOf(house: TestHouse): Promise<Names> {
  const rows = await house.owner<{ at: string; to: string }>(
    `select c.conrelid::regclass::text || '.' || a.attname as at, c.confrelid::regclass::text as to
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]
     where c.contype = 'f'`,
  )
  return new Map(rows.map(({ at, to }) => [at, to]))
}

/** A row whose foreign keys name the rows that are laid with it. */
function pointed(table: Table, row: Fields, ids: Laid, names: Names): Fields {
  const { sqlName } = specs[table]
  const fields = Object.entries(row).map(([field, value]) => {
    const to = names.get(`${sqlName}.${columnOf(table, field)}`)
    const target = tables.find((other) => specs[other].sqlName === to)
    if (target === undefined || value === null) return [field, value] as const
    return [field, target === table ? null : idIn(ids, target)] as const
  })
  return Object.fromEntries(fields)
}

/** Everything that lies in the tables of a district's ledger, opened: what is sealed twice never looks the same. */
export async function everyRow(house: TestHouse, opened: Keys = house.parts.ledger.keys): Promise<Fields> {
  const { district } = sleman
  const keys = await opened.forDistrict(district)
  const found = tables.map(async (table) => {
    const rows = await house.owner<{ [column: string]: unknown }>(
      `select * from ${specs[table].sqlName} where district = $1 order by id`,
      [district],
    )
    const sealed = Object.entries<Codec>(specs[table].fields).filter(([, codec]) => isSealed(codec))
    const plain = (row: DbRow) =>
      sealed.map(([field, codec]) => [columnOf(table, field), codec.decode(row, columnOf(table, field), keys)])
    return [table, rows.map((row) => ({ ...row, ...Object.fromEntries(plain(row)) }))] as const
  })
  return Object.fromEntries(await Promise.all(found))
}
