import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { aCommand } from '../../testing/a-command.ts'
import type { Problem } from '../api/problem.ts'
import { type Command, type Entry, waitingEntry } from './entry.ts'
import { type Answers, makeOutbox } from './outbox.ts'
import { memoryShelf } from './shelf.ts'

type Post = (commands: readonly Command[]) => Result<Answers, Problem>

/** An outbox on a real shelf, with a line to the server that says what the test wants. */
function onLine(post: Post) {
  const shelf = memoryShelf()
  const line = { post, sent: [] as string[][], now: 1_000_000 }
  const ports = {
    shelf,
    now: () => line.now,
    alone: oneAtATime(),
    post: async (commands: readonly Command[]) => {
      line.sent.push(commands.map(({ id }) => id))
      return line.post(commands)
    },
  }
  return { line, shelf, outbox: makeOutbox(ports), otherWindow: makeOutbox(ports) }
}

function oneAtATime() {
  let last: Promise<void> = Promise.resolve()
  return (work: () => Promise<void>): Promise<void> => {
    last = last.then(work)
    return last
  }
}

const command = aCommand
const yes: Post = (commands) => ok(commands.map(({ id }, at) => ({ id, status: 'accepted', seq: at + 1, version: 2 })))
const problem = (code: string): Problem => ({ code, message: code, requestId: null, details: {} })
const down: Post = () => no(problem('offline'))
const stateOf = (entries: readonly Entry[]): string[] => entries.map(({ state, command }) => `${command.id} ${state}`)

test('SYNC-3 an accepted command is told to its caller with its answer and leaves the device', async () => {
  const { outbox, shelf } = onLine(yes)
  let heard = 0
  outbox.onAnswered(() => {
    heard += 1
  })
  const entry = await outbox.send(command('a'))
  assert.ok(entry.state === 'accepted' && entry.outcome.seq === 1)
  assert.deepEqual([await shelf.all(), heard], [[], 1])
})

test('SYNC-3 without signal it stays, and goes in its order once there is signal', async () => {
  const { outbox, line, shelf } = onLine(down)
  assert.equal((await outbox.send(command('a'))).state, 'waiting')
  assert.equal((await outbox.send(command('b'))).state, 'waiting')
  assert.deepEqual(stateOf(await shelf.all()), ['a waiting', 'b waiting'])
  line.post = yes
  line.sent = []
  await outbox.flush(true)
  assert.deepEqual(line.sent, [['a', 'b']])
})

test('SYNC-4 before its time nothing is tried by itself', async () => {
  const { outbox, line } = onLine(down)
  await outbox.send(command('a'))
  line.sent = []
  await outbox.flush(false)
  assert.deepEqual(line.sent, [])
  line.now += 2_000
  await outbox.flush(false)
  assert.deepEqual(line.sent, [['a']])
})

test('SYNC-3 a refused command stays with its reason until a person has seen it, and holds nothing else back', async () => {
  const { outbox, line, shelf } = onLine(down)
  await outbox.send(command('a'))
  line.post = (commands) =>
    ok(
      commands.map(({ id }) =>
        id === 'a'
          ? { id, status: 'refused', code: 'stale', message: 'Orang lain …', details: {} }
          : { id, status: 'accepted', seq: 1, version: 2 },
      ),
    )
  assert.equal((await outbox.send(command('b'))).state, 'accepted')
  assert.deepEqual(stateOf(await shelf.all()), ['a refused'])
  await outbox.seen('a')
  assert.deepEqual(await shelf.all(), [])
})

test('SYNC-5 a request that one bad command spoils is sent again one by one: only that one is refused', async () => {
  const { outbox, line, shelf } = onLine(down)
  for (const id of ['a', 'bad', 'c']) await outbox.send(command(id))
  line.post = (commands) => (commands.some(({ id }) => id === 'bad') ? no(problem('invalid')) : yes(commands))
  line.sent = []
  await outbox.flush(true)
  assert.deepEqual(line.sent, [['a', 'bad', 'c'], ['a'], ['bad'], ['c']])
  assert.deepEqual(stateOf(await shelf.all()), ['a accepted', 'bad refused', 'c accepted'])
})

test('SYNC-2 what one window keeps another may send: it is sent once, and the first still hears the answer', async () => {
  const { outbox, otherWindow, line } = onLine(yes)
  const [first, second] = await Promise.all([outbox.send(command('a')), otherWindow.send(command('b'))])
  assert.deepEqual([first.state, second.state], ['accepted', 'accepted'])
  assert.deepEqual(line.sent.flat().toSorted(), ['a', 'b'])
})

test('SYNC-3 accepted entries of a window that is gone are swept away after a minute', async () => {
  const { outbox, line, shelf } = onLine(down)
  await outbox.send(command('a'))
  line.post = yes
  await outbox.flush(true)
  assert.deepEqual(stateOf(await shelf.all()), ['a accepted'])
  line.now += 60_001
  await outbox.flush(false)
  assert.deepEqual(await shelf.all(), [])
})

test('SYNC-3 windows that listen hear of answers, and no more once they have gone', async () => {
  const { outbox, line } = onLine(down)
  const heard: string[] = []
  const enough = outbox.onAnswered(() => heard.push('one'))
  outbox.onAnswered(() => heard.push('two'))
  await outbox.send(command('a'))
  assert.deepEqual(heard, [], 'silence is no answer')
  line.post = yes
  await outbox.flush(true)
  assert.deepEqual(heard, ['one', 'two'])
  enough()
  await outbox.send(command('b'))
  assert.deepEqual(heard, ['one', 'two', 'two'])
})

test('SYNC-2 more than one request can carry go one after the other, until the line fails', async () => {
  const { outbox, line, shelf } = onLine(down)
  for (let at = 0; at < 120; at += 1) await shelf.put(waitingEntry(command(`c${at}`)))
  let answered = 0
  line.post = (commands) => {
    answered += 1
    return answered > 2 ? down(commands) : yes(commands)
  }
  line.sent = []
  await outbox.flush(true)
  assert.deepEqual(
    line.sent.map((ids) => ids.length),
    [50, 50, 20],
  )
  const states = (await shelf.all()).map(({ state }) => state)
  assert.equal(states.filter((state) => state === 'waiting').length, 20)
})

test('SYNC-2 with nothing kept nothing is asked', async () => {
  const { outbox, line } = onLine(yes)
  await outbox.flush(true)
  assert.deepEqual(line.sent, [])
})

test('SYNC-5 after a request that one command spoiled, those that come later go together again', async () => {
  const { outbox, line } = onLine(down)
  for (const id of ['bad', 'b']) await outbox.send(command(id))
  line.post = (commands) => (commands.some(({ id }) => id === 'bad') ? no(problem('invalid')) : yes(commands))
  await outbox.flush(true)
  for (const id of ['c', 'd']) {
    line.post = down
    await outbox.send(command(id))
  }
  line.post = yes
  line.sent = []
  await outbox.flush(true)
  assert.deepEqual(line.sent, [['c', 'd']])
})
