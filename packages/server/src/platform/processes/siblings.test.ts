import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { soonOrNever } from '../soon-or-never.ts'
import type { Message, Topic } from './siblings.ts'
import { Answers, alone, Questions, readMessage, topics, wrap } from './siblings.ts'

const messages: readonly Message[] = [
  { kind: 'ready', url: 'http://127.0.0.1:8080' },
  { kind: 'failed', why: 'the port is taken' },
  { kind: 'stop' },
  { kind: 'ask', id: 1, topic: 'reference' },
  { kind: 'answer', id: 1, value: null },
  { kind: 'answers', id: 1, values: [1, null, { n: 2 }] },
]

test('START-6 what one process says arrives as it was said, and what node says to its own is none of ours', () => {
  for (const message of messages) assert.deepEqual(readMessage(JSON.parse(JSON.stringify(wrap(message)))), message)
  for (const raw of [null, undefined, 'stop', 7, [], {}, { kind: 'stop' }, { cmd: 'NODE_CLUSTER', act: 'online' }])
    assert.equal(readMessage(raw), null, JSON.stringify(raw))
})

test('START-6 a topic that nobody took is answered with nothing', async () => {
  const answers = new Answers()
  for (const topic of topics) assert.equal(await answers.to(topic), null)
  assert.deepEqual(await alone.ask('reference'), [])
  alone.on('reference', () => assert.fail('nobody asks the only process there is'))
  assert.equal(alone.number, null)
})

test('START-6 all who took a topic do their part before it is answered, and other topics are left alone', async () => {
  const answers = new Answers()
  const done: string[] = []
  const part = (name: string, value: unknown) => async (): Promise<unknown> => {
    await Promise.resolve()
    done.push(name)
    return value
  }
  answers.on('reference', part('lists', 'first'))
  answers.on('reference', part('offices', 'second'))
  answers.on('sessions', part('sessions', undefined))
  assert.equal(await answers.to('reference'), 'second')
  assert.deepEqual(done, ['lists', 'offices'])
  assert.equal(await answers.to('sessions'), null, 'who says nothing has answered with nothing')
  assert.deepEqual(done, ['lists', 'offices', 'sessions'])
})

test('START-6 one that can not do its part is a fault of the topic, and of that one only', async () => {
  const answers = new Answers()
  answers.on('figures', () => Promise.reject(new Error('away')))
  answers.on('demo', async () => 'here')
  await assert.rejects(answers.to('figures'), /away/)
  assert.equal(await answers.to('demo'), 'here')
})

test('START-6 answers come to the question with their number, in whatever order, once', async () => {
  const sent: number[] = []
  const questions = new Questions()
  const ask = (): Promise<readonly unknown[]> => questions.ask(60_000, (id) => sent.push(id))
  const [first, second, third] = [ask(), ask(), ask()]
  assert.deepEqual(sent, [1, 2, 3])
  questions.answered(3, ['c'])
  questions.answered(1, ['a'])
  questions.answered(1, ['late'])
  questions.answered(99, ['nobody asked'])
  questions.answered(2, [])
  assert.deepEqual(await Promise.all([first, second, third]), [['a'], [], ['c']])
})

test('START-6 an answer that is there before the question was sent off is heard', async () => {
  const questions = new Questions()
  assert.deepEqual(await questions.ask(60_000, (id) => questions.answered(id, ['at once'])), ['at once'])
})

test('START-6 whoever is slow is not waited for: the question ends with no answer, and a late one harms nobody', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const questions = new Questions()
    let ended: readonly unknown[] | null = null
    const asked = questions.ask(1_000, () => undefined).then((values) => (ended = values))
    mock.timers.tick(999)
    await Promise.resolve()
    assert.equal(ended, null)
    mock.timers.tick(1)
    assert.deepEqual(await asked, [])
    questions.answered(1, ['late'])
    const next = questions.ask(1_000, () => undefined)
    questions.answered(2, ['in time'])
    assert.deepEqual(await next, ['in time'])
  } finally {
    mock.timers.reset()
  }
})

test('START-6 whatever is asked and answered in whatever order: every question gets its own answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Topic>(...topics), { maxLength: 20 }),
      fc.infiniteStream(fc.nat()),
      async (asked, draws) => {
        const questions = new Questions()
        const waiting: { readonly id: number; readonly topic: Topic }[] = []
        const given = asked.map((topic) => questions.ask(60_000, (id) => waiting.push({ id, topic })))
        while (waiting.length > 0) {
          const [next] = waiting.splice((draws.next().value ?? 0) % waiting.length, 1)
          if (next) questions.answered(next.id, [`${next.topic} ${next.id}`])
        }
        assert.deepEqual(
          await Promise.all(given),
          asked.map((topic, nth) => [`${topic} ${nth + 1}`]),
        )
      },
    ),
    { seed, numRuns: 50 },
  )
})

test('OPS-4 what comes soon is given, a fault is a fault, and what never comes is given up', async () => {
  assert.equal(await soonOrNever(Promise.resolve('here'), 60_000), 'here')
  await assert.rejects(soonOrNever(Promise.reject(new Error('broken')), 60_000), /broken/)
  await assert.rejects(soonOrNever(new Promise(() => undefined), 1), /no answer in time/)
  let breakLate: (error: Error) => void = () => undefined
  const late = new Promise((_, reject) => {
    breakLate = reject
  })
  await assert.rejects(soonOrNever(late, 1), /no answer in time/)
  // Nobody waits for it any more: it must not end the process as a fault that nobody caught.
  breakLate(new Error('later still'))
  await new Promise((resolve) => setImmediate(resolve))
})
