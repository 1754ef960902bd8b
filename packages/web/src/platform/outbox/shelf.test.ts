import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCommand } from '../../testing/a-command.ts'
import { type Command, type Entry, waitingEntry } from './entry.ts'
import { memoryShelf } from './shelf.ts'

const command = (id: string): Command => aCommand(id, { base: null, data: {} })
const refused = (id: string): Entry => ({
  state: 'refused',
  command: command(id),
  why: { code: 'stale', message: '', details: {} },
})
const said = (entries: readonly Entry[]): string[] => entries.map(({ state, command: { id } }) => `${id} ${state}`)

test('SHELF-1 an entry stands behind those before it, and keeps its place when its state changes', async () => {
  const shelf = memoryShelf()
  for (const id of ['a', 'b', 'c']) await shelf.put(waitingEntry(command(id)))
  await shelf.put(refused('b'))
  assert.deepEqual(said(await shelf.all()), ['a waiting', 'b refused', 'c waiting'])
  await shelf.remove('a')
  assert.deepEqual(said(await shelf.all()), ['b refused', 'c waiting'])
})

test('SHELF-1 removing what is not there is nothing', async () => {
  const shelf = memoryShelf()
  await shelf.remove('a')
  assert.deepEqual(await shelf.all(), [])
})

test('SHELF-2 who watches hears how it is now and after every change, until they have heard enough', async () => {
  const shelf = memoryShelf()
  await shelf.put(waitingEntry(command('a')))
  const heard: string[][] = []
  const enough = shelf.watch((entries) => heard.push(said(entries)))
  await shelf.put(waitingEntry(command('b')))
  await shelf.remove('a')
  enough()
  await shelf.remove('b')
  assert.deepEqual(heard, [['a waiting'], ['a waiting', 'b waiting'], ['b waiting']])
})

test('SHELF-2 what was heard before does not change afterwards', async () => {
  const shelf = memoryShelf()
  let first: readonly Entry[] | null = null
  shelf.watch((entries) => {
    first ??= entries
  })
  await shelf.put(waitingEntry(command('a')))
  assert.deepEqual(first, [])
})

test('SHELF-3 a shelf in memory says that it keeps nothing for tomorrow', () => {
  assert.equal(memoryShelf().durable, false)
})
