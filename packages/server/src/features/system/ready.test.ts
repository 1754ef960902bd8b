import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, test } from 'node:test'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { serversOf, signal } from '../../platform/db/embedded/processes.ts'
import { openPools } from '../../platform/db/pools.ts'
import { buildApp } from '../../platform/http/build-app.ts'
import { openLog } from '../../platform/telemetry/log.ts'
import { ownCluster, passwords } from '../../testing/cluster.ts'
import { doorInto } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { serveHealth } from './routes.ts'

const postgres = await ownCluster()
const house = await startTestHouse({ logLevel: 'warn' })
const isReady = (door = house.door) => door({ method: 'GET', path: '/readyz' })

test('READY-1 a database that hangs is told long before those who work with it give up', async () => {
  assert.equal((await isReady()).status, 200)
  for (const pid of await serversOf(postgres.folder)) signal(pid, 'SIGSTOP')
  const answered: string[] = []
  const work = house
    .stranger()
    .ask(referenceRoutes.places, { query: { q: 'depok' } })
    .then(({ status }) => answered.push(`work ${status}`))
  const { status, headers } = await isReady().finally(async () => {
    answered.push('ready')
    for (const pid of await serversOf(postgres.folder)) signal(pid, 'SIGCONT')
  })
  await work
  assert.deepEqual([status, headers['retry-after']], [503, '3'])
  assert.deepEqual(answered, ['ready', 'work 200'])
  assert.equal((await isReady()).status, 200)
})

test('READY-1 so is one that takes connections and never says a word, however many ask', async () => {
  const hole = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1')
  await once(hole, 'listening')
  const { port } = hole.address() as { port: number }
  const pools = openPools(`postgres://owner@127.0.0.1:${port}/none`, passwords, () => undefined)
  const app = await buildApp({ logger: openLog('silent'), trustProxy: 0, secure: false, mostPerMinute: 1_000 })
  after(async () => {
    hole.close()
    await app.close()
    await pools.close()
  })
  serveHealth(app, pools.api)
  const answered: string[] = []
  const work = pools.api.query('select 1').catch(() => void answered.push('work'))
  const answers = await Promise.all(Array.from({ length: 40 }, () => isReady(doorInto(app))))
  answered.push('ready')
  await work
  assert.deepEqual(answered, ['ready', 'work'])
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [503])
  assert.equal((await doorInto(app)({ method: 'GET', path: '/healthz' })).status, 200)
})
