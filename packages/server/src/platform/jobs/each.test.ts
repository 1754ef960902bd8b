import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Faults } from './each.ts'
import { each, throwAll } from './each.ts'

const numbers = (many: number): readonly number[] => Array.from({ length: many }, (_, at) => at)

/** Work that ends when it is told to, in whichever order. */
function gates() {
  const waiting = new Map<number, () => void>()
  return {
    waiting,
    enter: (at: number): Promise<void> => new Promise((resolve) => void waiting.set(at, resolve)),
    open(at: number): void {
      waiting.get(at)?.()
      waiting.delete(at)
    },
  }
}
/** Lets everything go on that can. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

const table: readonly (readonly [
  what: string,
  many: number,
  atOnce: number,
  done: (at: number) => boolean,
  n: number,
])[] = [
  ['nothing at all', 0, 4, () => true, 0],
  ['one, with places to spare', 1, 8, () => true, 1],
  ['as many as there are places', 4, 4, () => true, 4],
  ['more than there are places', 500, 4, () => true, 500],
  ['only what was really done', 10, 3, (at) => at % 2 === 0, 5],
  ['none, when nothing was to do', 10, 1, () => false, 0],
]
for (const [what, many, atOnce, done, n] of table)
  test(`JOB-1 of many each is done once, and counted: ${what}`, async () => {
    const seen: number[] = []
    const faults: Faults = []
    const counted = await each(numbers(many), atOnce, faults, async (at) => {
      seen.push(at)
      return done(at)
    })
    assert.deepEqual([counted, seen, faults], [n, numbers(many), []])
  })

test('JOB-1 never more are in hand than there are places, and one that is slow keeps only its own', async () => {
  const { waiting, enter, open } = gates()
  const all = each(numbers(7), 3, [], async (at) => {
    await enter(at)
    return true
  })
  await settled()
  assert.deepEqual([...waiting.keys()], [0, 1, 2])
  for (const [ended, inHand] of [
    [2, [0, 1, 3]],
    [1, [0, 3, 4]],
    [4, [0, 3, 5]],
    [3, [0, 5, 6]],
  ] as const) {
    open(ended)
    await settled()
    assert.deepEqual([...waiting.keys()], inHand)
  }
  for (const at of [5, 6, 0]) open(at)
  assert.equal(await all, 7)
})

test('JOB-2 what fails keeps nothing else back, whether it fails at once or later, and nothing is lost of why', async () => {
  const faults: Faults = []
  const seen: number[] = []
  const done = await each(numbers(9), 2, faults, (at) => {
    seen.push(at)
    if (at === 0) throw new Error('at once')
    return at % 3 === 0 ? Promise.reject(new Error(`number ${at}`)) : Promise.resolve(true)
  })
  assert.deepEqual([done, seen], [6, numbers(9)])
  assert.deepEqual(
    faults.map((fault) => (fault instanceof Error ? fault.message : fault)),
    ['at once', 'number 3', 'number 6'],
  )
  await each(['more'], 1, faults, () => Promise.reject('no error, a word'))
  assert.equal(faults.length, 4, 'faults of several rounds come together')
  assert.throws(
    () => throwAll(faults),
    (error) =>
      error instanceof AggregateError &&
      error.message === '4 failed; the first: Error: at once' &&
      error.errors.length === 4,
  )
})

test('JOB-2 a job in which nothing failed has not failed', () => {
  assert.equal(throwAll([]), undefined)
  assert.throws(() => throwAll([undefined]), /1 failed; the first: undefined/)
})

test('JOB-1 what comes one by one is taken when there is a place, not before', async () => {
  let taken = 0
  function* source(): Generator<number> {
    for (const at of numbers(5)) {
      taken++
      yield at
    }
  }
  const { enter, open } = gates()
  const all = each(source(), 2, [], async (at) => {
    await enter(at)
    return true
  })
  await settled()
  assert.equal(taken, 2)
  for (const at of numbers(5)) {
    open(at)
    await settled()
  }
  assert.deepEqual([await all, taken], [5, 5])
})
