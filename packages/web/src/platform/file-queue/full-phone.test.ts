import assert from 'node:assert/strict'
import { test } from 'node:test'
import { person } from '../../testing/a-field-phone.ts'
import { aFileQueue, ground, isAccepted, naming, taken } from '../../testing/a-file-queue.ts'
import { aFileServer } from '../../testing/a-file-server.ts'
import { isFull } from './file-queue.ts'
import { findRoom, isTight, type Room, tightBytes } from './room.ts'
import { spare } from './settle.ts'

const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })

test('SYNC-46 a store that is full is told as such, by itself or wrapped; anything else is not', () => {
  assert.ok(isFull(full))
  assert.ok(isFull(Object.assign(new Error('abort'), { name: 'AbortError', inner: full })))
  assert.ok(isFull(new Error('while writing', { cause: full })))
  for (const other of [new Error('x'), null, 'QuotaExceededError', { name: 'QuotaExceededError' }])
    assert.ok(!isFull(other))
})

test('SYNC-46 a phone that is full keeps no half photo, says so, and holds all that it held', async () => {
  const { queue, store } = await aFileQueue(aFileServer(person.staff))
  const [first, second] = [await taken(1000), await taken(1000)]
  await queue.keep(first.file, first.bytes)
  store.bytes.hook('creating', () => {
    throw full
  })
  const kept = await queue.keep(second.file, second.bytes)
  assert.deepEqual([kept.ok, kept.ok || kept.error], [false, 'full'])
  assert.deepEqual(
    queue.all().map(({ id }) => id),
    [first.file.id],
  )
  assert.equal((await store.files.toArray()).length, 1)
})

test('SYNC-46 what the server holds makes room for what it does not', async () => {
  const server = aFileServer(person.staff)
  const { queue, store } = await aFileQueue(server)
  const [first, second] = [await taken(1000), await taken(1000)]
  await queue.keep(first.file, first.bytes)
  await queue.run(async () => ground(isAccepted(naming(first.file))))
  let fails = 1
  store.bytes.hook('creating', () => {
    fails -= 1
    if (fails >= 0) throw full
  })
  assert.ok((await queue.keep(second.file, second.bytes)).ok)
  assert.deepEqual(
    queue.all().map(({ id }) => id),
    [second.file.id],
  )
  assert.ok(server.whole.has(first.file.sha256))
})

test('SYNC-46 of photos that the server holds the newest are kept, up to a bound; of the others all', async () => {
  const { queue } = await aFileQueue(aFileServer(person.staff))
  for (const at of [1, 2, 3]) {
    const { file, bytes } = await taken(1000, { at })
    await queue.keep(file, bytes)
    if (at < 3) await queue.run(async () => ground(isAccepted(naming(file))))
  }
  const gone = (most: number) => spare(queue.all(), most).map(({ at }) => at)
  assert.deepEqual([gone(2000), gone(1000), gone(0)], [[], [1], [2, 1]])
})

const room = (own: Partial<Room> = {}): Room => ({ used: 0, quota: 100_000_000, persisted: true, ...own })
test('SYNC-46 a photo stops before what is typed has no room left', () => {
  assert.ok(!isTight(room(), 300_000))
  assert.ok(isTight(room({ used: 100_000_000 - tightBytes + 1 })))
  assert.ok(isTight(room({ used: 100_000_000 - tightBytes - 100 }), 300_000))
  assert.ok(!isTight(null, 300_000), 'where the browser tells nothing the store itself does')
})

test('SYNC-46 the room is told as the browser tells it, or not at all', async () => {
  const storage = (own: object): StorageManager => Object.assign(Object.create(null), own)
  const estimate = async () => ({ usage: 5, quota: 9 })
  assert.deepEqual(await findRoom(storage({ estimate, persisted: async () => true })), {
    used: 5,
    quota: 9,
    persisted: true,
  })
  assert.deepEqual((await findRoom(storage({ estimate })))?.persisted, false)
  assert.equal(await findRoom(storage({ estimate: async () => ({}) })), null)
  assert.equal(await findRoom(storage({ estimate: () => Promise.reject(new Error('no')) })), null)
  assert.equal(await findRoom(undefined), null)
})
