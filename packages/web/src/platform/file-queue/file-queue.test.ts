import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { aKey, newHardware, person } from '../../testing/a-field-phone.ts'
import { aFileQueue, ground, isAccepted, isRefused, naming, taken, waits } from '../../testing/a-file-queue.ts'
import { aFileServer } from '../../testing/a-file-server.ts'
import type { FileQueue } from './file-queue.ts'
import type { Ground } from './settle.ts'

const statesOf = (queue: FileQueue) => queue.all().map(({ state }) => state)
const runs = (queue: FileQueue, own: Partial<Ground>) => queue.run(async () => ground(own))

test('SYNC-45 what was taken lies sealed on the phone, opens for its person, and for nobody else', async () => {
  const engine = newHardware()
  const server = aFileServer(person.staff)
  const { queue, store } = await aFileQueue(server, engine)
  const { file, bytes } = await taken()
  assert.ok((await queue.keep(file, bytes)).ok)
  const [box] = await store.bytes.toArray()
  assert.equal(Buffer.from(box?.box ?? new ArrayBuffer()).includes(Buffer.from(bytes.slice(0, 16))), false)
  queue.close()
  const again = await aFileQueue(server, engine)
  const [kept] = again.queue.all()
  assert.ok(kept)
  assert.deepEqual(await again.queue.read(kept), bytes)
  again.queue.close()
  const stranger = await aFileQueue(server, engine, { key: aKey() })
  assert.deepEqual(stranger.queue.all(), [])
  assert.equal((await stranger.store.files.toArray()).length, 1, 'and stays where it is')
})

test('SYNC-45 a photo goes only when its entry was accepted: not with its form, not while the entry waits', async () => {
  const server = aFileServer(person.staff)
  const { queue } = await aFileQueue(server)
  const { file, bytes } = await taken()
  await queue.keep(file, bytes)
  const command = naming(file)
  await runs(queue, {})
  assert.deepEqual([statesOf(queue), server.asked], [['draft'], []])
  await runs(queue, waits(command))
  assert.deepEqual([statesOf(queue), server.asked], [['waiting'], []])
  await runs(queue, isAccepted(command))
  assert.deepEqual(statesOf(queue), ['sent'])
  assert.deepEqual(server.whole.get(file.sha256), bytes)
})

test('SYNC-45 a photo of a refused entry is never sent and never lost: its person decides', async () => {
  const server = aFileServer(person.staff)
  const { queue } = await aFileQueue(server)
  const { file, bytes } = await taken()
  await queue.keep(file, bytes)
  const command = naming(file)
  await runs(queue, isRefused(command))
  const [stopped] = queue.all()
  assert.ok(stopped)
  assert.deepEqual([stopped.state, stopped.why, server.asked], ['stopped', 'refused', []])
  // The refusal was seen and is gone: the photo is there still.
  await runs(queue, {})
  assert.deepEqual(await queue.read(stopped), bytes)
  await queue.remove(file.id)
  assert.deepEqual(queue.all(), [])
})

test('SYNC-45 a phone that died between keeping the command and telling its photos sends them all the same', async () => {
  const engine = newHardware()
  const server = aFileServer(person.staff)
  const first = await aFileQueue(server, engine)
  const { file, bytes } = await taken()
  await first.queue.keep(file, bytes)
  first.queue.close()
  const { queue } = await aFileQueue(server, engine)
  await runs(queue, isAccepted(naming(file)))
  assert.deepEqual(statesOf(queue), ['sent'])
})

test('SYNC-45 a photo is kept until a backup went beyond it, and asked for again by another database', async () => {
  const server = aFileServer(person.staff)
  const { queue } = await aFileQueue(server)
  const { file, bytes } = await taken(1000)
  await queue.keep(file, bytes)
  const command = naming(file)
  server.head = 7
  await runs(queue, isAccepted(command))
  await queue.settle(ground({ backedUp: 7 }))
  assert.deepEqual(statesOf(queue), ['sent'], 'the backup may have been made before the photo came')
  server.whole.clear()
  await runs(queue, { ...isAccepted(command), epoch: 'dua' })
  assert.ok(server.whole.has(file.sha256), 'a restored database lacks it, and has it again')
  await queue.settle(ground({ epoch: 'dua', backedUp: 8 }))
  assert.deepEqual(queue.all(), [])
})

test('SYNC-45 a form that nobody came back to keeps its photos as long as its words', async () => {
  const { queue } = await aFileQueue(aFileServer(person.staff))
  const { file, bytes } = await taken(100)
  await queue.keep(file, bytes)
  const day = 86_400_000
  await queue.settle(ground({ now: file.at + 13 * day }))
  assert.equal(queue.all().length, 1)
  await queue.settle(ground({ now: file.at + 15 * day }))
  assert.equal(queue.all().length, 0)
})

test('SYNC-28 nothing goes out under the session of somebody else', async () => {
  const server = aFileServer(person.staff)
  const { queue } = await aFileQueue(server)
  const { file, bytes } = await taken(1000)
  await queue.keep(file, bytes)
  server.staff = randomUUID()
  assert.equal(await runs(queue, isAccepted(naming(file))), null)
  assert.deepEqual([statesOf(queue), server.asked], [['waiting'], []])
})
