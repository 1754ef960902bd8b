import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepareDatabase } from '../../prepare-database.ts'
import { emptyDatabase, master, passwords } from '../../testing/cluster.ts'
import { urlAs, withOwner } from './pools.ts'
import { roleNames } from './roles.ts'

const password = 'made-up-for-this-test'

/** An empty database that belongs to a user without special powers, and the address under which that user comes. */
async function ownedBy(user: string, rights: string): Promise<string> {
  const url = await emptyDatabase()
  await withOwner(url, async (admin) => {
    await admin.query(`create role ${user} login ${rights} password '${password}'`)
    await admin.query(`alter database ${new URL(url).pathname.slice(1)} owner to ${user}`)
    await admin.query(`grant ${roleNames.join(', ')} to ${user} with admin option`)
  })
  const own = new URL(url)
  own.username = user
  own.password = password
  return own.href
}

const prepare = (url: string): Promise<void> => prepareDatabase(url, master, () => undefined)

test('ROLE-1 a user who owns the database and may make roles is enough, at the first start and at every later one', async () => {
  const url = await ownedBy('bupati', 'createrole')
  await prepare(url)
  await prepare(url)
  for (const role of roleNames)
    await withOwner(urlAs(url, role, passwords[role]), async (client) => {
      const { rows } = await client.query<{ name: string }>('select current_user as name')
      assert.deepEqual(rows, [{ name: role }])
    })
})

test('ROLE-2 a user who may not make roles is told what an administrator has to run', async () => {
  const url = await ownedBy('lurah', '')
  await assert.rejects(prepare(url), /can't alter the role openslrt_api\. Let an administrator run: alter role/)
})
