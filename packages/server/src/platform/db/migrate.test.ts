import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runMigrations } from 'graphile-worker'
import type { Client } from 'pg'
import { loadLists } from '../../db/seed/load-lists.ts'
import { loadPlaces } from '../../db/seed/load-places.ts'
import { prepareDatabase } from '../../prepare-database.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { emptyDatabase, master, passwords } from '../../testing/cluster.ts'
import { startTestHouse } from '../../testing/house.ts'
import { schemaText } from '../../testing/schema-text.ts'
import { migrate, migrateDown, readMigrations } from './migrate.ts'
import { urlAs, withOwner } from './pools.ts'
import { ensureRoles } from './roles.ts'

/** A database that has roles and the queue, as the migrations expect, and none of ours. */
async function beforeMigrations<T>(run: (owner: Client, url: string) => Promise<T>): Promise<T> {
  const url = await emptyDatabase()
  await withOwner(url, (owner) => ensureRoles(owner, passwords))
  await runMigrations({ connectionString: urlAs(url, 'openslrt_worker', passwords.openslrt_worker) })
  return withOwner(url, (owner) => run(owner, url))
}

const migrations = await readMigrations()

test('MIGRATE-1 every migration has a number of its own, a header that says what kind it is, and a way down', () => {
  const numbers = migrations.map(({ name }) => Number(name.slice(0, 4)))
  assert.deepEqual(
    numbers,
    numbers.map((_, at) => at + 1),
  )
  for (const { name, up, down } of migrations) {
    assert.match(up, /^-- (expand|backfill|contract): /, name)
    assert.ok(down.trim() !== '', name)
  }
})

test('MIGRATE-2 every way down leads to the schema before, and the way up from there to the schema after', async () => {
  await beforeMigrations(async (owner) => {
    await migrate(owner)
    const whole = await schemaText(owner)
    assert.ok(whole.length > 300, String(whole.length))
    const passed: (readonly string[])[] = []
    for (let left = migrations.length; left > 0; left--) {
      assert.equal(await migrateDown(owner), migrations[left - 1]?.name)
      passed.unshift(await schemaText(owner))
    }
    assert.equal(await migrateDown(owner), null)
    const [bare = []] = passed
    assert.deepEqual(
      bare.filter((line) => !line.includes('migration')),
      [],
      'the way down leaves nothing behind',
    )
    // Up again, one by one: each step must meet the schema that the way down left at the same place.
    for (const [at, { up, name }] of migrations.entries()) {
      assert.deepEqual(await schemaText(owner), passed[at], `before ${name}`)
      await owner.query(up)
      await owner.query('insert into migration (name) values ($1)', [name])
    }
    assert.deepEqual(await schemaText(owner), whole)
  })
})

test('MIGRATE-3 a database that came up step by step, with data in it, has the schema of a fresh one', async () => {
  const fresh = await beforeMigrations(async (owner) => {
    await migrate(owner)
    return schemaText(owner)
  })
  const house = await startTestHouse({ logLevel: 'warn' })
  const offices = await aDistrictOffice(house)
  await aCaseBy(await house.staffAt(offices.caturtunggal, 'fo'))
  await withOwner(house.ownerUrl, async (owner) => {
    assert.deepEqual(await schemaText(owner), fresh)
    assert.deepEqual(await migrate(owner), [])
  })
  await house.close()
})

test('MIGRATE-4 preparing twice, or by several processes at once, changes nothing and breaks nothing', async () => {
  const url = await emptyDatabase()
  await Promise.all([1, 2, 3].map(() => prepareDatabase(url, master, () => undefined)))
  const state = (owner: Client) =>
    owner.query(
      'select (select count(*) from place)::int as places, (select count(*) from list_item)::int as items, (select count(*) from district_head)::int as heads, (select count(*) from role)::int as roles',
    )
  await withOwner(url, async (owner) => {
    const before = await state(owner)
    assert.deepEqual(before.rows[0].places, 91_600)
    assert.deepEqual(before.rows[0].heads, 1 + 38 + 514)
    await owner.query(
      'update list_item set names = \'{"id": "Diubah kantor", "en": "Changed"}\' where code = \'walk-in\'',
    )
    await prepareDatabase(url, master, () => undefined)
    assert.deepEqual((await state(owner)).rows, before.rows)
    const { rows } = await owner.query("select names->>'id' as name from list_item where code = 'walk-in'")
    assert.deepEqual(rows, [{ name: 'Diubah kantor' }])
    assert.equal(await loadPlaces(owner), 0)
    await loadLists(owner)
  })
})

test('MIGRATE-5 a migration that fails leaves the schema as it was, and says which one it was', async () => {
  await beforeMigrations(async (owner) => {
    await owner.query('create table cases (in_the_way int)')
    await assert.rejects(migrate(owner), /migration 0003_case failed/)
    const { rows } = await owner.query<{ name: string }>('select name from migration order by 1')
    assert.deepEqual(
      rows.map(({ name }) => name),
      migrations.slice(0, 2).map(({ name }) => name),
    )
    await owner.query('drop table cases')
    assert.deepEqual(
      await migrate(owner),
      migrations.slice(2).map(({ name }) => name),
    )
  })
})
