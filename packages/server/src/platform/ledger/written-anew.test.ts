import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Client } from 'pg'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { edgesOf } from '../../testing/edges.ts'
import { everyRow, idIn, layEveryRow } from '../../testing/every-row.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { withOwner } from '../db/pools.ts'
import type { Codec } from './codec.ts'
import type { Rebuilt } from './rebuild.ts'
import { rebuildDistrict } from './rebuild.ts'
import { columnOf, specs } from './tables.ts'
import { verifyDistrict } from './verify.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const laid = await layEveryRow(house)
const { keys } = house.parts.ledger
const { district } = sleman

const rebuild = (): Promise<Rebuilt> => withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, keys, district))

/** Does what only the owner of the database could, past its keys: as where a disk or a hand lost something. */
async function pastTheKeys(run: (owner: Client) => Promise<unknown>): Promise<void> {
  await withOwner(house.ownerUrl, async (owner) => {
    await owner.query('set session_replication_role = replica')
    await run(owner)
  })
}

const emptied = (lost: readonly Table[]): Promise<void> =>
  pastTheKeys(async (owner) => {
    for (const table of lost) await owner.query(`delete from ${specs[table].sqlName} where district = $1`, [district])
  })

/** The tables that a table's rows name, and whether one may name another of its own. */
const named = await house.owner<{ by: string; to: string }>(
  "select distinct conrelid::regclass::text as by, confrelid::regclass::text as to from pg_constraint where contype = 'f'",
)

test('LEDGER-14 what is named is written before what names it: the order of the tables is that of the database’s own keys', () => {
  const place = new Map(tables.map((table, nth) => [specs[table].sqlName, nth] as const))
  for (const { by, to } of named) {
    const [from, target] = [place.get(by), place.get(to)]
    if (from !== undefined && target !== undefined && by !== to)
      assert.ok(target < from, `${to} is written after ${by}, which names it`)
  }
})

test('LEDGER-14 a rebuild of what is as it should be changes no column of any table, and counts what it wrote', async () => {
  const before = await everyRow(house)
  const rebuilt = await rebuild()
  assert.deepEqual(await everyRow(house), before)
  assert.ok(rebuilt.rows >= tables.length)
  assert.equal(rebuilt.removed, 0)
})

test('LEDGER-14 a district whose tables were lost is written anew as it was, column by column, and work goes on', async () => {
  const before = await everyRow(house)
  await emptied(tables)
  const lost = await everyRow(house)
  assert.ok(tables.every((table) => JSON.stringify(lost[table]) === '[]'))
  await rebuild()
  assert.deepEqual(await everyRow(house), before)
  await assertVerified(house)
  await aCaseBy(fo)
  await assertVerified(house)
})

const groups: readonly (readonly [what: string, lost: readonly Table[]])[] = [
  ['those whom others name', ['office', 'post', 'staff', 'case', 'family', 'person', 'need', 'psks', 'ppks']],
  ['those that name others', ['area', 'attachment', 'jointTarget', 'visitPhoto', 'affected', 'psksPosting']],
  ['what is said later and named before', ['quota', 'minutes', 'proposalBatch', 'application', 'proposal']],
  ['every second one', tables.filter((_, nth) => nth % 2 === 0)],
]
for (const [what, lost] of groups)
  test(`LEDGER-14 tables of which nothing is left are written anew beside those that are whole: ${what}`, async () => {
    const before = await everyRow(house)
    await emptied(lost)
    const { problems } = await verifyDistrict(house.parts.pools.worker, keys, district, null)
    for (const table of lost)
      assert.ok(problems.includes(`${table} ${idIn(laid, table)} is told by the ledger and is not in its table`), table)
    await rebuild()
    assert.deepEqual(await everyRow(house), before)
  })

test('LEDGER-14 offices that name one another, the later one above the earlier, are written in one go', async () => {
  const [under, above] = [randomUUID(), randomUUID()]
  const words = { kind: 'puskesos', level: 'village', place: sleman.maguwoharjo, address: '', phone: '' }
  const open = (id: string, name: string, parent: string | null) =>
    house.setUp('office.open', { subject: id, district, data: { ...words, name, parent } })
  await open(under, 'Puskesos Bawah', null)
  await open(above, 'Puskesos Atas', null)
  const [{ version = 0 } = {}] = await house.owner<{ version: number }>('select version from office where id = $1', [
    under,
  ])
  await house.setUp('office.change', {
    subject: under,
    district,
    base: version,
    data: { ...words, name: 'Puskesos Bawah', parent: above, active: true },
  })
  const before = await everyRow(house)
  await emptied(tables)
  await rebuild()
  assert.deepEqual(await everyRow(house), before)
})

test('LEDGER-14 rows that no entry knows are taken away, whatever they name and whoever names them', async () => {
  const before = await everyRow(house)
  const strange = ['case', 'attachment', 'person', 'need', 'visit', 'visitPhoto', 'psks', 'psksEvent']
  const known = tables.filter((table) => strange.includes(table))
  await pastTheKeys(async (owner) => {
    for (const table of known) await copyRow(owner, table, idIn(laid, table))
  })
  const rebuilt = await rebuild()
  assert.equal(rebuilt.removed, known.length)
  assert.deepEqual(await everyRow(house), before)
})

/** A second row that says the same under another id, and another number where numbers are given once. */
async function copyRow(owner: Client, table: Table, id: string): Promise<void> {
  const { sqlName } = specs[table]
  const own =
    table === 'case' ? `jsonb_build_object('id', $2::text, 'number', 'x')` : `jsonb_build_object('id', $2::text)`
  await owner.query(
    `insert into ${sqlName} select (jsonb_populate_record(null::${sqlName}, to_jsonb(t) || ${own})).* from ${sqlName} t where t.id = $1`,
    [id, randomUUID()],
  )
}

test('LEDGER-14 a rebuild that breaks off in the middle leaves everything as it found it, and the next one does it all', async () => {
  const whole = await everyRow(house)
  await pastTheKeys((owner) => owner.query("update family set address = 'Jalan Lain' where district = $1", [district]))
  const before = await everyRow(house)
  await house.owner(
    `create function break_off() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
     create trigger break_off before update on psks_posting for each row execute function break_off()`,
  )
  await assert.rejects(rebuild(), /the disk is full/)
  assert.deepEqual(await everyRow(house), before)
  await house.owner('drop trigger break_off on psks_posting; drop function break_off()')
  await rebuild()
  assert.deepEqual(await everyRow(house), whole)
})

test('LEDGER-14 two rebuilds at once, with officers at work meanwhile, lose nothing and write nothing twice', async () => {
  const before = Number(await cases())
  const [first, second] = await Promise.all([rebuild(), rebuild(), ...Array.from({ length: 8 }, () => aCaseBy(fo))])
  assert.equal(first.removed + second.removed, 0)
  assert.equal(Number(await cases()), before + 8)
  await assertVerified(house)
})

async function cases(): Promise<number> {
  const [row] = await house.owner<{ n: number }>('select count(*)::int as n from cases where district = $1', [district])
  return row?.n ?? 0
}

/** Columns that the database itself binds: by a condition, or to a row elsewhere. */
const bound = new Set(
  (
    await house.owner<{ at: string }>(
      `select distinct c.relname || '.' || a.attname as at from pg_constraint k
         join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
         where k.contype in ('c', 'f')`,
    )
  ).map(({ at }) => at),
)

/** A table's fields at an edge; what the database binds stays, and a case keeps all, because cases are counted. */
function atEdge(table: Table, nth: 0 | 1): Readonly<Record<string, unknown>> {
  const free = Object.entries<Codec>(specs[table].fields).filter(
    ([field]) => table !== 'case' && !bound.has(`${specs[table].sqlName}.${columnOf(table, field)}`),
  )
  return Object.fromEntries(free.map(([field, codec]) => [field, edgesOf(codec)[nth]]))
}

for (const [edge, what] of [
  [1, 'most'],
  [0, 'least'],
] as const)
  test(`LEDGER-14 what fields hold at their ${what} is written anew as it was, odd signs and all`, async () => {
    await layEveryRow(house, (table) => atEdge(table, edge))
    await assertVerified(house)
    const before = await everyRow(house)
    await rebuild()
    assert.deepEqual(await everyRow(house), before)
    await emptied(tables)
    await rebuild()
    assert.deepEqual(await everyRow(house), before)
    await assertVerified(house)
  })
