import assert from 'node:assert/strict'
import cluster from 'node:cluster'
import { writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { startHouse } from './house.ts'
import { within } from './platform/db/embedded/processes.ts'
import { aDistrictOffice } from './testing/a-district-office.ts'
import type { Client } from './testing/client.ts'
import { clientAt } from './testing/client.ts'
import { master } from './testing/cluster.ts'
import type { Answer, Door } from './testing/door.ts'
import { answerOf } from './testing/door.ts'
import type { TestHouse } from './testing/house.ts'
import { startTestHouse } from './testing/house.ts'

// The test house sets the scene in the database; three processes serve it: two behind one port, and their supervisor.
let scene: TestHouse
let house: House
let config: Config
let admin: Client
let officer: Client
let secretariat = ''
const agents: Agent[] = []

before(async () => {
  scene = await startTestHouse({ logLevel: 'silent' })
  const offices = await aDistrictOffice(scene)
  secretariat = offices.secretariat
  admin = await scene.staffAt(secretariat, 'admin')
  officer = await scene.staffAt(offices.caturtunggal, 'coordinator')
  const masterKeyFile = join(scene.parts.config.dataFolder, 'master.key')
  await writeFile(masterKeyFile, master.toString('base64'))
  config = {
    ...scene.parts.config,
    databaseUrl: scene.ownerUrl,
    masterKeyFile,
    port: 0,
    processes: 2,
    logLevel: 'silent',
  }
  house = await startHouse(config, () => undefined)
})
after(async () => {
  await house.stop()
  for (const agent of agents) agent.destroy()
})

/** A line that stays open leads to one process, whichever took it. */
function aLine(at = house.url): Door {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  agents.push(agent)
  return ({ method, path, headers, body }) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request(new URL(path, at), { agent, method, headers: { ...headers } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const heads = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
          resolve(answerOf(answer.statusCode ?? 0, Object.fromEntries(heads), Buffer.concat(parts)))
        })
      })
      // A line handed to a process that is killed before it took it is never answered.
      asked.setTimeout(5_000, () => asked.destroy(new Error('no answer')))
      asked.on('error', reject)
      asked.end(body)
    })
}

const numberOf = async (door: Door): Promise<number> =>
  Number((await door({ method: 'GET', path: '/healthz' })).body['process'])

/** Lines to two different processes. */
async function twoLines(): Promise<readonly [Door, Door]> {
  const first = aLine()
  const one = await numberOf(first)
  for (;;) {
    const second = aLine()
    if ((await numberOf(second)) !== one) return [first, second]
  }
}

const through = (door: Door, { staff, office, cookie }: Client): Client =>
  clientAt(door, { staff: staff ?? '', office: office ?? '', cookie: cookie ?? '' })

const children = (): readonly number[] => Object.values(cluster.workers ?? {}).flatMap((one) => one?.process.pid ?? [])

test('START-5 several processes serve behind one port, and say which of them answered', async () => {
  const [first, second] = await twoLines()
  assert.notEqual(await numberOf(first), await numberOf(second))
  assert.equal(children().length, 2)
})

test('START-6 what is changed through one process is known to the other before the change is answered', async () => {
  const [first, second] = await twoLines()
  const names = async (door: Door): Promise<string> =>
    (await through(door, admin).ask(referenceRoutes.offices, { query: { q: 'Sekretariat' } })).text
  const words = {
    kind: 'secretariat',
    level: 'district',
    place: '34.04',
    parent: null,
    address: '',
    phone: '',
    active: true,
  }
  for (const [writer, reader, name] of [
    [first, second, 'Sekretariat Sembada'],
    [second, first, 'Sekretariat Sleman Baru'],
  ] as const) {
    await names(reader)
    await through(writer, admin).does('office.change', { subject: secretariat, data: { ...words, name } })
    assert.match(await names(reader), new RegExp(name))
  }
})

test('START-6 who signs out at one process is out at the other', async () => {
  const [first, second] = await twoLines()
  assert.equal((await through(second, officer).ask(accountRoutes.me)).status, 200)
  assert.equal((await through(first, officer).ask(accountRoutes.signOut)).status, 200)
  assert.equal((await through(second, officer).ask(accountRoutes.me)).status, 401)
})

test('OPS-4 the figures are those of all processes, whichever is asked', async () => {
  const [first, second] = await twoLines()
  for (const door of [first, second]) {
    const { text } = await door({ method: 'GET', path: '/metrics' })
    assert.match(text, /^openslrt_processes 3$/m)
  }
})

test('START-7 a process that is killed is replaced, and the others serve meanwhile', async () => {
  const [first, second] = await twoLines()
  const [victim = 0] = children()
  const numbers = new Set(await Promise.all([first, second].map(numberOf)))
  process.kill(victim, 'SIGKILL')
  const answered: number[] = []
  assert.ok(
    await within(30_000, async () => {
      const number = await numberOf(aLine()).catch(() => null)
      if (number !== null) answered.push(number)
      return number !== null && !numbers.has(number)
    }),
  )
  assert.ok(
    answered.some((number) => numbers.has(number)),
    'the other one served',
  )
  assert.equal(children().length, 2)
  assert.ok(!children().includes(victim))
})

test('START-8 a stop ends every process after what it has in hand, and leaves nothing connected', async () => {
  const waiting = aLine()({ method: 'GET', path: '/readyz' })
  const { status } = await waiting
  await house.stop()
  assert.equal(status, 200)
  assert.deepEqual(children(), [])
  await assert.rejects(aLine()({ method: 'GET', path: '/healthz' }))
})

test('START-9 web and worker run apart: what time does is done where the worker is', async () => {
  const listening = (): Promise<readonly unknown[]> =>
    scene.owner("select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen%'")
  const web = await startHouse({ ...config, role: 'web', processes: 1 }, () => undefined)
  const worker = async (): Promise<House> => startHouse({ ...config, role: 'worker', port: 0 }, () => undefined)
  try {
    assert.deepEqual(await listening(), [])
    const apart = await worker()
    try {
      await scene.owner("select graphile_worker.add_job('anchor-heads')")
      assert.ok(
        await within(
          30_000,
          async () =>
            (await scene.owner("select 1 from graphile_worker.jobs where task_identifier = 'anchor-heads'")).length ===
            0,
        ),
      )
      assert.equal((await listening()).length, 1)
    } finally {
      await apart.stop()
    }
  } finally {
    await web.stop()
  }
})

test('START-10 all processes together let one sender ask no more than was set, however the lines fall', async () => {
  const strict = await startHouse({ ...config, requestsPerMinute: 60 }, () => undefined)
  try {
    // A line of its own for each: they are handed to the two processes in turn.
    const answers = await Promise.all(
      Array.from({ length: 150 }, () => aLine(strict.url)({ method: 'GET', path: accountRoutes.door.path })),
    )
    const count = (status: number): number => answers.filter((answer) => answer.status === status).length
    assert.ok(count(200) <= 60 && count(200) >= 30, `${count(200)} of 150 were let in`)
    assert.equal(count(200) + count(429), 150)
  } finally {
    await strict.stop()
  }
})

test('START-5 a child that can not serve ends the start with its sentence', async () => {
  const taken = await startHouse({ ...config, processes: 1, role: 'web' }, () => undefined)
  try {
    const port = Number(new URL(taken.url).port)
    await assert.rejects(
      startHouse({ ...config, port }, () => undefined),
      (error: Error) => {
        assert.match(error.message, new RegExp(`port ${port} of 127\\.0\\.0\\.1 is taken`))
        return true
      },
    )
    assert.deepEqual(children(), [])
  } finally {
    await taken.stop()
  }
})
