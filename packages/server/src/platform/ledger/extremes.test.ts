import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Change, Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { PoolClient } from 'pg'
import { changeOf } from '../../testing/a-change.ts'
import { edgesOf } from '../../testing/edges.ts'
import { exampleRows } from '../../testing/example-rows.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { listed } from './bulk-rows.ts'
import type { Cell, Codec, DbRow } from './codec.ts'
import * as codecs from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { writeStatement } from './statement.ts'
import { columnOf, rowOf, specs } from './tables.ts'

let house: TestHouse
let keys: DistrictKeys
let columns: ReadonlyMap<string, Column>
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  keys = await house.parts.ledger.keys.forDistrict('34.04')
  columns = await columnsOfTables()
})
after(() => house.close())

interface Column {
  readonly type: string
  readonly mayBeNull: boolean
  /** A condition of the database says what it may hold. */
  readonly isBound: boolean
}

async function columnsOfTables(): Promise<ReadonlyMap<string, Column>> {
  const rows = await house.owner<{ at: string; type: string; nothing: boolean; bound: boolean }>(
    `select relname || '.' || attname as at, format_type(atttypid, null) as type, not attnotnull as nothing,
        exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)) as bound
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
  )
  return new Map(rows.map(({ at, type, nothing, bound }) => [at, { type, mayBeNull: nothing, isBound: bound }]))
}

const fieldsOf = (table: Table): readonly (readonly [field: string, codec: Codec])[] =>
  Object.entries<Codec>(specs[table].fields)
const cellsOf = (table: Table): readonly (readonly [column: string, cell: Cell])[] =>
  fieldsOf(table).flatMap(([field, { cells }]) =>
    cells.map((cell) => [`${columnOf(table, field)}${cell.suffix}`, cell] as const),
  )
const columnAt = (table: Table, column: string): Column | undefined => columns.get(`${specs[table].sqlName}.${column}`)

const types: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  'int[]': 'integer[]',
}
test('LEDGER-5 every field is written into a column of its own type, and a table has no column that no field fills', () => {
  for (const table of tables) {
    const own = new Set(['district', 'id', 'version', 'seq'])
    for (const [column, { type }] of cellsOf(table)) {
      assert.equal(columnAt(table, column)?.type, types[type] ?? type, `${table}.${column}`)
      own.add(column)
    }
    const there = [...columns.keys()].filter((at) => at.startsWith(`${specs[table].sqlName}.`))
    const strange = there.map((at) => at.slice(at.indexOf('.') + 1)).filter((column) => !own.has(column))
    assert.deepEqual(strange, [], table)
  }
})

type Edge = 'least' | 'most' | 'nothing'
/** What a field holds at an edge; `nothing` where its columns may be empty, else what is least. */
function valueAt(table: Table, field: string, codec: Codec, edge: Edge): unknown {
  const own = codec.cells.map(({ suffix }) => columnAt(table, `${columnOf(table, field)}${suffix}`))
  if (own.some((column) => column?.isBound)) return new Map(Object.entries(exampleRows[table])).get(field) ?? null
  const mayBeNull = codec !== codecs.clock && codec !== codecs.json && own.every((column) => column?.mayBeNull)
  return edge === 'nothing' && mayBeNull ? null : edgesOf(codec)[edge === 'most' ? 1 : 0]
}
const edgeRow = (table: Table, edge: Edge): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fieldsOf(table).map(([field, codec]) => [field, valueAt(table, field, codec, edge)]))

async function write(client: PoolClient, changes: readonly Change[]): Promise<void> {
  const now = Date.UTC(2026, 10, 23)
  const [commandId, subject] = [randomUUID(), randomUUID()]
  const head = { district: '34.04', commandId, kind: 'x.y', subject, place: '34.04', office: null, actor: 'setup' }
  const counts = { day: new Map(), state: new Map() }
  const sealed = { salt: randomBytes(16), payload: randomBytes(40), digest: randomBytes(32) }
  const writing = {
    on: null,
    head: { ...head, doneAt: now, receivedAt: now, refSeq: 0 },
    ...sealed,
    ...listed(changes, keys),
    beside: new Map(),
    counts,
    day: '2026-11-23',
    bodyHash: randomBytes(32),
    reply: {},
    jobs: [],
  }
  const { text, values } = writeStatement(writing, keys)
  await client.query(text, [...values])
}

/** What rows name need not be there, and nothing of it stays. */
async function takenBack<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await house.ownerPool.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    return await run(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function readRow(client: PoolClient, table: Table, id: string): Promise<object> {
  const { rows } = await client.query<DbRow>(`select * from ${specs[table].sqlName} where id = $1`, [id])
  const [row] = rows
  assert.ok(row, `${table} was not written`)
  return rowOf(table, row, keys)
}

/** What an entry says of a new row: the number of a case is the ledger's own to give. */
const toldOf = (table: Table): object => {
  const fields = Object.entries(exampleRows[table]).filter(([field]) => field in specs[table].fields)
  return Object.fromEntries(table === 'case' ? fields.filter(([field]) => field !== 'number') : fields)
}

for (const edge of ['least', 'most', 'nothing'] as const)
  test(`LEDGER-5 of every table a row that is made, and then holds ${edge} of all that it may, is read from PostgreSQL as it was written`, () =>
    takenBack(async (client) => {
      for (const table of tables) {
        const id = randomUUID()
        await write(client, [changeOf(table, id, 0, toldOf(table))])
        const told = edgeRow(table, edge)
        await write(client, [changeOf(table, id, 1, told)])
        assert.deepEqual(await readRow(client, table, id), { district: '34.04', id, version: 2, ...told }, table)
      }
    }))

const together = ['person', 'family', 'registryRecord'] as const
test('LEDGER-20 rows that are written by lists hold the same at their edges as those that are written one by one', () =>
  takenBack(async (client) => {
    const kept = together.flatMap((table) =>
      Array.from({ length: 40 }, (_, nth) => {
        const edge = (['least', 'most', 'nothing'] as const)[nth % 3] ?? 'nothing'
        return { table, id: randomUUID(), told: edgeRow(table, edge) }
      }),
    )
    await write(
      client,
      kept.map(({ table, id }) => changeOf(table, id, 0, toldOf(table))),
    )
    for (const { table, id } of kept)
      assert.deepEqual(await readRow(client, table, id), { district: '34.04', id, version: 1, ...toldOf(table) }, table)
    await write(
      client,
      kept.map(({ table, id, told }) => changeOf(table, id, 1, told)),
    )
    for (const { table, id, told } of kept)
      assert.deepEqual(await readRow(client, table, id), { district: '34.04', id, version: 2, ...told }, table)
  }))
