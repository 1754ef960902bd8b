import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { startTestHouse } from '../../testing/house.ts'
import { loadLists } from './load-lists.ts'

const house = await startTestHouse()
const roles = () => house.owner('select code, held_at, given_from from role order by code')

test('OFFICE-10 a start fills in what roles from before do not say, and leaves what was said here', async () => {
  const shipped = await roles()
  assert.deepEqual(
    shipped,
    shippedRoles
      .map(({ code, heldAt, givenFrom }) => ({ code, held_at: heldAt, given_from: givenFrom }))
      .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  )
  await house.owner('update role set held_at = null, given_from = null')
  await withOwner(house.ownerUrl, loadLists)
  assert.deepEqual(await roles(), shipped)
  await house.owner("update role set given_from = '{nation}' where code = 'manager'")
  await withOwner(house.ownerUrl, loadLists)
  const [manager] = await house.owner("select given_from from role where code = 'manager'")
  assert.deepEqual(manager, { given_from: ['nation'] })
})
