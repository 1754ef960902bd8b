import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import type { Pool } from 'pg'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { forgive, giveBack, takeGuess } from './queries.ts'

const second = 1000
const hour = 3600 * second
const start = Date.parse('2026-03-02T08:00:00+07:00')
let house: TestHouse
let pool: Pool
before(async () => {
  house = await startTestHouse()
  pool = house.parts.pools.api
})
beforeEach(() => house.owner('delete from lock_out'))

/** Takes guesses one after the other at the first moment each is heard, and gives the waits between them. */
async function waitsOf(key: string, guesses: number, from = start): Promise<readonly number[]> {
  const waits: number[] = []
  let now = from
  while (waits.length < guesses) {
    const until = await takeGuess(pool, [key], now)
    waits.push(until === null ? 0 : until - now)
    if (until === null) continue
    now = until
    assert.equal(await takeGuess(pool, [key], now), null, 'at the moment that was told, it is heard')
  }
  return waits
}

test('ACCOUNT-3 five guesses are free, then each one costs twice the wait of the one before', async () => {
  const waits = await waitsOf('name:sari', 12)
  assert.deepEqual(
    waits,
    [0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 960].map((seconds) => seconds * second),
  )
})

test('ACCOUNT-3 no wait is longer than an hour, however often somebody guessed', async () => {
  const waits = await waitsOf('name:sari', 30)
  assert.equal(Math.max(...waits), hour)
  assert.deepEqual(
    waits.slice(13).filter((wait) => wait !== hour),
    [],
  )
})

test('ACCOUNT-3 a wait ends to the millisecond that was told, and asking during it costs nothing', async () => {
  for (let nth = 0; nth < 5; nth++) assert.equal(await takeGuess(pool, ['name:sari'], start), null)
  for (const early of [0, 1, 7_500, 14_999])
    assert.equal(await takeGuess(pool, ['name:sari'], start + early), start + 15 * second)
  assert.equal(await takeGuess(pool, ['name:sari'], start + 15 * second), null)
  const again = start + 15 * second + 1
  assert.equal(await takeGuess(pool, ['name:sari'], again), start + 45 * second, 'the next wait is twice as long, once')
})

test('ACCOUNT-3 a day without a guess forgets those before; a minute less does not', async () => {
  const day = 24 * hour
  for (const [pause, free] of [
    [day - 60 * second, 1],
    [day + second, 5],
  ] as const) {
    await house.owner('delete from lock_out')
    for (let nth = 0; nth < 5; nth++) await takeGuess(pool, ['name:sari'], start)
    const later = start + pause
    const heard: boolean[] = []
    for (let nth = 0; nth < 6; nth++) heard.push((await takeGuess(pool, ['name:sari'], later)) === null)
    assert.equal(heard.filter(Boolean).length, free, `${pause}`)
  }
})

test('ACCOUNT-3 a source has fifty guesses, for it may be a whole office; a name and a case have five', async () => {
  for (const [key, free] of [
    ['source:10.0.0.1', 50],
    ['track-source:10.0.0.1', 50],
    ['name:source:x', 5],
    ['case:3404-26-000001', 5],
  ] as const) {
    let heard = 0
    while ((await takeGuess(pool, [key], start)) === null) heard += 1
    assert.equal(heard, free, key)
  }
})

test('ACCOUNT-12 a guess is taken under every key, and one shut door is enough for it not to be heard', async () => {
  const keys = ['name:sari', 'source:10.0.0.1']
  for (let nth = 0; nth < 5; nth++) await takeGuess(pool, keys, start)
  assert.equal(await takeGuess(pool, keys, start), start + 15 * second)
  const kept = await house.owner('select key, failures from lock_out order by key')
  assert.deepEqual(kept, [
    { key: 'name:sari', failures: 5 },
    { key: 'source:10.0.0.1', failures: 5 },
  ])
  assert.equal(await takeGuess(pool, ['name:wati', 'source:10.0.0.1'], start), null, 'others of the office go on')
})

test('ACCOUNT-3 of two waits the longer one is told', async () => {
  await waitsOf('name:sari', 7)
  const [row] = await house.owner<{ at: Date }>("select until as at from lock_out where key = 'name:sari'")
  const [far, near] = [row?.at.getTime() ?? 0, start + 20 * second]
  await house.owner("insert into lock_out (key, failures, last_at, until) values ('source:x', 60, now(), $1)", [
    new Date(near),
  ])
  assert.ok(far > near)
  assert.equal(await takeGuess(pool, ['source:x', 'name:sari'], start), far)
})

test('ACCOUNT-3 who guessed right is forgiven under their own keys, and nobody else is', async () => {
  for (let nth = 0; nth < 5; nth++) await takeGuess(pool, ['name:sari', 'name:wati'], start)
  await forgive(pool, ['name:sari', 'name:nobody'])
  assert.equal(await takeGuess(pool, ['name:sari'], start), null)
  assert.equal(await takeGuess(pool, ['name:wati'], start), start + 15 * second)
})

test('ACCOUNT-12 a right guess is given back to its source, opens the door that it shut, and never counts below none', async () => {
  const source = 'source:10.0.0.1'
  const failures = async () =>
    (await house.owner<{ failures: number }>('select failures from lock_out where key = $1', [source]))[0]?.failures
  for (let nth = 0; nth < 50; nth++) await takeGuess(pool, [source], start)
  assert.equal(await takeGuess(pool, [source], start), start + 15 * second)
  await giveBack(pool, source)
  assert.equal(await failures(), 49)
  assert.equal(await takeGuess(pool, [source], start), null)
  for (let nth = 0; nth < 60; nth++) await giveBack(pool, source)
  assert.equal(await failures(), 0)
  await giveBack(pool, 'source:nobody')
  assert.equal(await takeGuess(pool, ['source:nobody'], start), null)
})

test('ACCOUNT-12 guesses that come at once are counted one by one', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => takeGuess(pool, ['case:1'], start)))
  assert.equal(answers.filter((until) => until === null).length, 5)
  assert.deepEqual([...new Set(answers.filter((until) => until !== null))], [start + 15 * second])
})
