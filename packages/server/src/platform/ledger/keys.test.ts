import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { prepareDatabase } from '../../prepare-database.ts'
import { master } from '../../testing/cluster.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
before(async () => {
  house = await startTestHouse()
})
after(() => house.close())

test('LEDGER-15 a start with another master key is refused before anything is changed', async () => {
  await house.parts.ledger.keys.forDistrict('34.04')
  await assert.rejects(
    prepareDatabase(house.ownerUrl, randomBytes(32), () => undefined),
    /the master key is not the one/,
  )
  // The roles still have the passwords of the right key.
  await prepareDatabase(house.ownerUrl, master, () => undefined)
  assert.equal((await house.parts.pools.api.query('select 1 as one')).rowCount, 1)
})
