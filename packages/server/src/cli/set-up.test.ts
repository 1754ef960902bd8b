import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { master } from '../testing/cluster.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { verbs } from './verbs.ts'

let house: TestHouse
before(async () => {
  house = await startTestHouse()
})

async function run(verb: string, ...rest: readonly string[]): Promise<{ well: boolean; said: string }> {
  const masterKeyFile = join(house.parts.config.dataFolder, 'master.key')
  await writeFile(masterKeyFile, master.toString('base64'))
  const said: string[] = []
  const config = { ...house.parts.config, databaseUrl: house.ownerUrl, masterKeyFile, publicUrl: 'https://slrt.test' }
  const well = await verbs[verb]?.run(config, rest, (line) => said.push(line))
  return { well: well === true, said: said.join('\n') }
}

const opens = async (token: string): Promise<number> =>
  (await house.stranger().ask(accountRoutes.link, { body: { token } })).status

test('CLI-8 first-admin gives a link that opens, and voids the one before', async () => {
  const links = []
  for (let nth = 0; nth < 2; nth++) links.push((await run('first-admin')).said)
  const [first = '', second = ''] = links.map((said) => /https:\/\/slrt\.test\/meja\/tautan#t=(\S+)/.exec(said)?.[1])
  assert.notEqual(first, second)
  assert.equal(await opens(second), 200)
  assert.notEqual(await opens(first), 200)
})

test('CLI-9 demo makes as many cases as are asked for, in an empty installation only', async () => {
  assert.deepEqual(await run('demo', 'banyak'), {
    well: false,
    said: '"banyak" is no number of cases: say one from 1 to 100000, or nothing for 2000.',
  })
  const { well, said } = await run('demo', '40')
  assert.ok(well)
  assert.match(said, /Sign-ins of the demo, shown only now/)
  assert.equal((await house.owner('select 1 from cases')).length, 40)
  assert.match((await run('demo', '40')).said, /Demo data is here already/)
})

test('CLI-8 where there is an administrator, no link is made', async () => {
  const { well, said } = await run('first-admin')
  assert.deepEqual([well, /There is an administrator already/.test(said)], [false, true])
})

test('CLI-10 help of a verb says what it takes; of no verb, all of them', async () => {
  assert.match((await run('help', 'backup')).said, /^folder .*\n\nnpm run slrt -- backup /)
  assert.equal((await run('help', 'verifi')).well, false)
})
