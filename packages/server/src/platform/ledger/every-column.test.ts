import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { PoolClient } from 'pg'
import { sleman } from '../../testing/a-district-office.ts'
import { master } from '../../testing/cluster.ts'
import { everyRow, idIn, layEveryRow } from '../../testing/every-row.ts'
import { startTestHouse } from '../../testing/house.ts'
import { withOwner } from '../db/pools.ts'
import type { Codec } from './codec.ts'
import { fieldAbout, isSealed } from './codec.ts'
import type { DistrictKeys, Keys } from './keys.ts'
import { openKeys } from './keys.ts'
import { rebuildDistrict } from './rebuild.ts'
import { beginRotation, resealRows, sealedColumns } from './rotate.ts'
import { columnOf, specs } from './tables.ts'
import { verifyDistrict } from './verify.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const laid = await layEveryRow(house)
const { ledger, pools } = house.parts
const { district } = sleman
/** Without waiting: nobody else seals here. */
const now = { freshMs: 0, settleMs: 0 }

interface Column {
  readonly name: string
  readonly type: string
}

/** The columns of a table, but for those by which its row is found. */
async function columnsOf(table: Table): Promise<readonly Column[]> {
  const found = await house.owner<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('district', 'id')
     order by attnum`,
    [specs[table].sqlName],
  )
  return found
}
const columns = new Map<Table, readonly Column[]>()
for (const table of tables) columns.set(table, await columnsOf(table))
const most = Math.max(...[...columns.values()].map((own) => own.length))

/** Something else than what stands there, for each kind of column. */
const otherwise: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => `gen_random_uuid()`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  bigint: (column) => `coalesce(${column}, 0) + 1`,
  boolean: (column) => `not coalesce(${column}, false)`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  'timestamp with time zone': (column) => `coalesce(${column}, '2026-01-01') + interval '1 millisecond'`,
  'text[]': (column) => `array_append(coalesce(${column}, '{}'), 'x')`,
  'uuid[]': (column) => `array_append(coalesce(${column}, '{}'), gen_random_uuid())`,
  'integer[]': (column) => `array_append(coalesce(${column}, '{}'), 7)`,
  jsonb: () => `'{"changed": [true]}'`,
  bytea: () => '$2',
}

/** The bytes that somebody would write who has the keys: other words sealed, another digest. */
async function bytesFor(table: Table, column: string): Promise<Buffer> {
  const keys = await ledger.keys.forDistrict(district)
  const sealed = Object.entries<Codec>(specs[table].fields).some(
    ([field, codec]) => isSealed(codec) && columnOf(table, field) === column,
  )
  return sealed ? keys.seal(Buffer.from('Kata lain'), fieldAbout) : Buffer.alloc(32, 9)
}

async function changeColumn(client: PoolClient, table: Table, { name, type }: Column): Promise<void> {
  const made = otherwise[type]
  assert.ok(made, `${table}.${name} is of the type ${type}, which nobody changes here`)
  const sql = `update ${specs[table].sqlName} set "${name}" = ${made(`"${name}"`)} where id = $1`
  await client.query(sql, type === 'bytea' ? [idIn(laid, table), await bytesFor(table, name)] : [idIn(laid, table)])
}

/** What the proof says of the rows whose nth column was changed: all of them at once, because a proof reads everything. */
async function untold(client: PoolClient, nth: number): Promise<readonly string[]> {
  await client.query('savepoint before')
  const changed = tables.flatMap((table) =>
    (columns.get(table) ?? []).slice(nth, nth + 1).map((column) => ({ table, column })),
  )
  for (const { table, column } of changed) await changeColumn(client, table, column)
  const { problems } = await verifyDistrict(client, ledger.keys, district, null)
  await client.query('rollback to savepoint before')
  return changed
    .filter(({ table }) => !problems.some((problem) => problem.startsWith(`${table} ${idIn(laid, table)} `)))
    .map(({ table, column }) => `${table}.${column.name}`)
}

test('LEDGER-8 whichever column of whichever table is changed behind the application’s back, the proof names its row', async () => {
  const client = await house.ownerPool.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await dropConditions(client)
    const missed: string[] = []
    for (let nth = 0; nth < most; nth++) missed.push(...(await untold(client, nth)))
    assert.deepEqual(missed, [])
  } finally {
    await client.query('rollback')
    client.release()
  }
})

/** Whoever owns the tables can take their conditions away as well. */
async function dropConditions(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ of: string; name: string }>(
    `select conrelid::regclass::text as of, conname as name from pg_constraint where contype = 'c' and conrelid::regclass::text = any($1)`,
    [tables.map((table) => specs[table].sqlName)],
  )
  for (const { of, name } of rows) await client.query(`alter table ${of} drop constraint "${name}"`)
}

test('LEDGER-8 a row under another id is missed where it was and named where it is, in every table', async () => {
  const client = await house.ownerPool.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    const moved = tables.filter((table) => table !== 'case')
    for (const table of moved)
      await client.query(`update ${specs[table].sqlName} set id = gen_random_uuid() where id = $1`, [idIn(laid, table)])
    const { problems } = await verifyDistrict(client, ledger.keys, district, null)
    for (const table of moved) {
      const unknown = new RegExp(`^${table} [0-9a-f-]{36} is in its table and the ledger does not know it$`)
      assert.ok(
        problems.some((problem) => unknown.test(problem)),
        table,
      )
      assert.ok(problems.includes(`${table} ${idIn(laid, table)} is told by the ledger and is not in its table`), table)
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
})

const freshKeys = (): Promise<Keys> => openKeys(master, pools.api, now)
const ownKeys = async (): Promise<DistrictKeys> => (await freshKeys()).forDistrict(district)
const own = sealedColumns.filter(({ table, only }) => only === undefined && table !== 'ledger')

/** How many values of a district each key seals, over all columns. */
async function sealedBy(): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>()
  for (const { table, column } of own) {
    const rows = await house.owner<{ head: Buffer; n: number }>(
      `select substring("${column}" from 1 for 5) as head, count(*)::int as n from ${table} where district = $1 and "${column}" is not null group by 1`,
      [district],
    )
    for (const { head, n } of rows) counts.set(head.readUInt32BE(1), (counts.get(head.readUInt32BE(1)) ?? 0) + n)
  }
  return counts
}

/** What a process that begins now reads, and whether it finds it proven. */
const readAnew = async () => everyRow(house, await freshKeys())
async function provenAnew(): Promise<void> {
  const { problems } = await verifyDistrict(pools.worker, await freshKeys(), district, null)
  assert.deepEqual(problems, [])
}

test('SEAL-7 of every table what lies sealed says the same under the next key, and a rebuild writes it under that one', async () => {
  const before = await everyRow(house)
  const [sealed = 0] = (await sealedBy()).values()
  assert.ok(sealed > 40)
  await withOwner(house.ownerUrl, async (owner) => {
    const rotation = await beginRotation(owner, master, district)
    assert.equal(rotation.key, 2)
    const keys = await ownKeys()
    assert.ok((await resealRows(owner, rotation, keys)) > sealed)
    assert.equal(await resealRows(owner, rotation, keys), 0)
  })
  assert.deepEqual(await sealedBy(), new Map([[2, sealed]]))
  assert.deepEqual(await readAnew(), before)
  const keys = await freshKeys()
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, keys, district))
  assert.deepEqual(await sealedBy(), new Map([[2, sealed]]))
  assert.deepEqual(await readAnew(), before)
  await provenAnew()
})

test('SEAL-7 a rotation that is killed between two columns leaves every value readable, and the next one ends it', async () => {
  const before = await readAnew()
  await house.owner(
    `create function break_off() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
     create trigger break_off before update on visit for each row execute function break_off()`,
  )
  await withOwner(house.ownerUrl, async (owner) => {
    const rotation = await beginRotation(owner, master, district)
    const keys = await ownKeys()
    await assert.rejects(resealRows(owner, rotation, keys), /killed/)
  })
  assert.deepEqual([...(await sealedBy()).keys()].toSorted(), [2, 3])
  assert.deepEqual(await readAnew(), before)
  await provenAnew()
  await house.owner('drop trigger break_off on visit; drop function break_off()')
  await withOwner(house.ownerUrl, async (owner) => {
    const rotation = await beginRotation(owner, master, district)
    assert.deepEqual([rotation.key, rotation.made], [3, false])
    await resealRows(owner, rotation, await ownKeys())
  })
  assert.deepEqual([...(await sealedBy()).keys()], [3])
  assert.deepEqual(await readAnew(), before)
})

test('SEAL-7 two that seal anew at once meet on no value', async () => {
  const before = await readAnew()
  await withOwner(house.ownerUrl, async (one) => {
    const rotation = await beginRotation(one, master, district)
    const keys = await ownKeys()
    await withOwner(house.ownerUrl, (other) =>
      Promise.all([resealRows(one, rotation, keys), resealRows(other, rotation, keys)]),
    )
  })
  assert.deepEqual([...(await sealedBy()).keys()], [4])
  assert.deepEqual(await readAnew(), before)
  await provenAnew()
})
