import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import type { TaskList } from 'graphile-worker'
import { pino } from 'pino'
import { buildWorker } from '../../build-worker.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { within } from '../db/embedded/processes.ts'
import { queueDueTimers } from '../ledger/timers.ts'
import type { Worker } from './worker.ts'
import { startWorker } from './worker.ts'

let house: TestHouse
const workers: Worker[] = []
const logged: string[] = []
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
})
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop()
  await house.owner('delete from graphile_worker._private_jobs')
  await house.owner('delete from timer')
  logged.length = 0
})
after(() => house.close())

async function work(tasks: TaskList): Promise<Worker> {
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) })
  const worker = await startWorker(house.parts.pools.worker, tasks, [], log)
  workers.push(worker)
  return worker
}
const enqueue = (task: string, data: object = {}, at = 'now()') =>
  house.owner(`select enqueue($1, $2, ${at}, null)`, [task, JSON.stringify(data)])
const jobs = () =>
  house.owner<{ task: string; attempts: number; last_error: string | null }>(
    'select task_identifier as task, attempts, last_error from graphile_worker.jobs order by id',
  )
const isEmpty = async (): Promise<boolean> => (await jobs()).length === 0

test('JOB-1 each job that is due is done once, however many workers there are', async () => {
  const done: number[] = []
  const tasks: TaskList = { count: async (payload) => void done.push((payload as { n: number }).n) }
  for (let n = 0; n < 40; n++) await enqueue('count', { n })
  await Promise.all([work(tasks), work(tasks)])
  assert.ok(await within(60_000, isEmpty), 'the jobs are done')
  assert.deepEqual(
    done.toSorted((left, right) => left - right),
    Array.from({ length: 40 }, (_, n) => n),
  )
})

test('JOB-1 what lies in the future is left there', async () => {
  const done: string[] = []
  const tasks: TaskList = { say: async (payload) => void done.push((payload as { word: string }).word) }
  await enqueue('say', { word: 'later' }, "now() + interval '1 hour'")
  await enqueue('say', { word: 'now' })
  await work(tasks)
  assert.ok(await within(60_000, async () => done.length > 0 && (await jobs()).length === 1))
  assert.deepEqual(done, ['now'])
})

test('JOB-2 a job that fails is told in the log, kept with its fault, and tried again until it is done', async () => {
  let tries = 0
  const tasks: TaskList = {
    fail: async () => {
      tries++
      if (tries < 3) throw new Error(`nobody answers, try ${tries}`)
    },
  }
  await enqueue('fail')
  await work(tasks)
  for (const failed of [1, 2]) {
    const isKept = async (): Promise<boolean> => (await jobs())[0]?.last_error?.includes(`try ${failed}`) ?? false
    assert.ok(await within(60_000, isKept), `try ${failed} is kept`)
    assert.equal((await jobs())[0]?.attempts, failed)
    // The pause before the next try grows; here its end is brought near.
    await house.owner('update graphile_worker._private_jobs set run_at = now()')
  }
  assert.ok(await within(60_000, isEmpty))
  assert.equal(tries, 3)
  const told = logged.filter((line) => line.includes('Failed task'))
  assert.equal(told.length, 2)
  for (const line of told) assert.equal(JSON.parse(line).area, 'jobs')
})

test('JOB-2 a job that fails does not hold up the others', async () => {
  const done: string[] = []
  const tasks: TaskList = {
    fail: async () => {
      throw new Error('always')
    },
    well: async () => void done.push('well'),
  }
  await enqueue('fail')
  await enqueue('well')
  await work(tasks)
  const isAlone = async (): Promise<boolean> => done.length === 1 && (await jobs()).length === 1
  assert.ok(await within(60_000, isAlone))
  assert.deepEqual(
    (await jobs()).map(({ task }) => task),
    ['fail'],
  )
})

test('JOB-3 jobs outlive the process: what was asked for before a stop is done after the next start', async () => {
  const done: string[] = []
  const tasks: TaskList = { say: async (payload) => void done.push((payload as { word: string }).word) }
  await (await work(tasks)).stop()
  workers.length = 0
  await enqueue('say', { word: 'asked while nobody worked' })
  assert.equal((await jobs()).length, 1)
  await work(tasks)
  assert.ok(await within(60_000, isEmpty))
  assert.deepEqual(done, ['asked while nobody worked'])
})

test('JOB-3 a stop waits for what is in hand, and leaves the rest for whoever comes next', async () => {
  const done: number[] = []
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const tasks: TaskList = {
    slow: async (payload) => {
      await held
      done.push((payload as { n: number }).n)
    },
  }
  for (const n of [1, 2, 3, 4]) await enqueue('slow', { n })
  const worker = await work(tasks)
  const taken = async (): Promise<boolean> =>
    (await house.owner('select 1 from graphile_worker.jobs where locked_at is not null')).length === 2
  assert.ok(await within(60_000, taken), 'two are in hand')
  const stopped = worker.stop()
  workers.length = 0
  release()
  await stopped
  assert.ok(done.length >= 2, 'what was in hand is done')
  // What is done is noted just behind the stop; then every job is either done or free for the next worker.
  const isSettled = async (): Promise<boolean> => {
    const left = await house.owner("select (payload ->> 'n')::int as n, locked_at from graphile_worker._private_jobs")
    const all = [...done, ...left.map(({ n }) => n)].toSorted()
    return left.every(({ locked_at: lockedAt }) => lockedAt === null) && String(all) === '1,2,3,4'
  }
  assert.ok(await within(60_000, isSettled))
})

test('JOB-1 a job that this release does not know waits for one that does', async () => {
  const done: string[] = []
  await enqueue('from-tomorrow')
  await enqueue('known')
  await work({ known: async () => void done.push('known') })
  const isAlone = async (): Promise<boolean> => done.length === 1 && (await jobs()).length === 1
  assert.ok(await within(60_000, isAlone))
  assert.deepEqual(await jobs(), [{ task: 'from-tomorrow', attempts: 0, last_error: null }])
})

const timer = (n: number, at: string) =>
  house.owner(
    `insert into timer (district, command_id, task, data, run_at) values ('34.04', gen_random_uuid(), 'ring', $1, ${at})`,
    [JSON.stringify({ n })],
  )

test('JOB-4 timers that are due go to the queue, the others wait; what went once does not go again', async () => {
  await timer(1, "now() - interval '1 day'")
  await timer(2, 'now()')
  await timer(3, "now() + interval '1 minute'")
  const { worker } = house.parts.pools
  assert.equal(await queueDueTimers(worker), 2)
  assert.equal(await queueDueTimers(worker), 0)
  assert.deepEqual(
    (await jobs()).map(({ task }) => task),
    ['ring', 'ring'],
  )
  assert.equal((await house.owner('select 1 from timer')).length, 1)
})

test('JOB-4 two processes that look at the same minute move each timer once', async () => {
  for (let n = 0; n < 60; n++) await timer(n, 'now()')
  const { worker } = house.parts.pools
  const moved = await Promise.all([1, 2, 3, 4].map(() => queueDueTimers(worker)))
  assert.equal(
    moved.reduce((sum, n) => sum + n, 0),
    60,
  )
  const rows = await house.owner<{ n: number }>(
    "select (payload ->> 'n')::int as n from graphile_worker._private_jobs order by 1",
  )
  assert.deepEqual(
    rows.map(({ n }) => n),
    Array.from({ length: 60 }, (_, n) => n),
  )
})

test('JOB-4 more than a thousand timers go over several minutes, those that are due longest first', async () => {
  await house.owner(
    `insert into timer (district, command_id, task, data, run_at)
     select '34.04', gen_random_uuid(), 'ring', json_build_object('n', n), now() - interval '1 hour' + n * interval '1 second' from generate_series(1, 1100) n`,
  )
  const { worker } = house.parts.pools
  assert.equal(await queueDueTimers(worker), 1_000)
  const [left] = await house.owner("select count(*)::int as n, min((data ->> 'n')::int) as first from timer")
  assert.deepEqual(left, { n: 100, first: 1_001 })
  assert.equal(await queueDueTimers(worker), 100)
})

test('LEDGER-7 the worker of a house writes the heads down, and moves timers, when it is asked to', async () => {
  await aDistrictOffice(house)
  workers.push(await buildWorker(house.parts))
  await timer(1, 'now()')
  await enqueue('anchor-heads')
  await enqueue('due-timers')
  const file = join(house.parts.config.dataFolder, 'anchors.log')
  const isWritten = async (): Promise<boolean> => (await readFile(file, 'utf8').catch(() => '')).includes(' 34.04 ')
  assert.ok(await within(60_000, isWritten), 'the heads are written down')
  const isMoved = async (): Promise<boolean> => (await house.owner('select 1 from timer')).length === 0
  assert.ok(await within(60_000, isMoved), 'the timer was moved')
})

test('JOB-2 a job of the clock that can not be read fails by itself, and is told', async () => {
  workers.push(await buildWorker(house.parts))
  await enqueue('case-clock', { district: '34.04', case: 'not an id', action: 'expire', since: 1 })
  const isKept = async (): Promise<boolean> => (await jobs()).some(({ last_error }) => last_error !== null)
  assert.ok(await within(60_000, isKept))
})

test('CASE-6 a job of the clock about a case that is not there does nothing, and is over', async () => {
  workers.push(await buildWorker(house.parts))
  const entries = await house.owner('select 1 from ledger')
  await enqueue('case-clock', {
    district: '34.04',
    case: '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
    action: 'lapse',
    since: Date.now(),
  })
  assert.ok(await within(60_000, isEmpty))
  assert.equal((await house.owner('select 1 from ledger')).length, entries.length)
})
