import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { staff } from '@openslrt/core/testing/actors.ts'
import type { PoolClient } from 'pg'
import { openOffice } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { admitDistrict, inScope, scopeOf } from './scope.ts'
import { rowsOf, sql } from './sql.ts'
import { withinRegistry } from './within-registry.ts'

const house = await startTestHouse()
const villages = ['34.04.07.2001', '34.04.07.2002', '34.02.01.2001']
for (const village of villages)
  await house.owner(
    `insert into person (district, id, version, seq, place, name, name_key, said, status, complete, added_at, changed_at)
      values ($1, $2, 1, 1, $3, 'x', 'x', '{}', 'known', 0, now(), now())`,
    [village.slice(0, 5), randomUUID(), village],
  )

/** The villages whose people an actor sees, by the query's own condition or by the database's alone. */
async function seen(actor: StaffActor, walls: 'both' | 'second'): Promise<readonly string[]> {
  const condition = walls === 'both' ? withinRegistry(actor) : sql`true`
  const rows = await inScope(house.parts.pools.api, scopeOf(actor, null), (client) =>
    rowsOf<{ place: string }>(client, sql`select p.place from person p where ${condition} order by 1`),
  )
  return rows.map(({ place }) => place)
}
const at = (actor: StaffActor, place: string): StaffActor => ({ ...actor, place: placeCode.parse(place) })

test('REGISTRY-3 both walls show whoever may read people those of their place, and no others', async () => {
  for (const place of ['34.04.07.2001', '34.04', '34.04.07', '34.02', '34.02.01.2001'])
    for (const walls of ['both', 'second'] as const)
      assert.deepEqual(
        await seen(at(staff('fo'), place), walls),
        villages.filter((village) => village === place || village.startsWith(`${place}.`)).toSorted(),
        `${place}, ${walls}`,
      )
})

test('REGISTRY-3 whoever sees their office only, or may not read people, sees nobody', async () => {
  for (const actor of [at(staff('province'), '34'), at(staff('surveyor'), '34.04'), at(staff('admin'), '34.04')])
    for (const walls of ['both', 'second'] as const) assert.deepEqual(await seen(actor, walls), [], actor.place)
})

test('PRIVACY-6 a transaction that erases sees its district whole, restricted kinds too, and no other', async () => {
  const office = await openOffice(house, { name: 'Sekretariat Sleman', kind: 'secretariat', place: '34.04' })
  await house.owner(
    `insert into ppks (district, id, version, seq, place, office, name, type, restricted, since, status, risks, course, added_at, changed_at)
      values ('34.04', gen_random_uuid(), 1, 1, '34.04.07.2001', $1, '\\x00', 'hiv', 'hiv', now(), 'ended', '{}', '\\x00', now(), now())`,
    [office],
  )
  const counted = async (client: PoolClient): Promise<readonly (number | undefined)[]> => {
    const of = async (table: 'person' | 'ppks') =>
      (await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from ${sql.raw(table)}`))[0]?.n
    return [await of('person'), await of('ppks')]
  }
  const seen = await inScope(house.parts.pools.api, { ledger: '34.04' }, async (client) => {
    const before = await counted(client)
    await admitDistrict(client, ledgerCode.parse('34.02'), randomUUID())
    const beside = await counted(client)
    await admitDistrict(client, ledgerCode.parse('34.04'), randomUUID())
    return [before, beside, await counted(client)]
  })
  assert.deepEqual(seen, [
    [0, 0],
    [1, 0],
    [2, 1],
  ])
})
