import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Followed } from './followed.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** A work that ends when the test says so. */
function heldWork() {
  const ends: ((failure?: Error) => void)[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => {
      ends.push((failure) => (failure ? reject(failure) : resolve()))
    })
  return { work, ends }
}

/** Lets everything that waits for an answer go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('START-6 who asks while the copy is read waits for a reading that began after they asked, and shares it', async () => {
  const { work, ends } = heldWork()
  const refresh = oneAtATime(work)
  const told: string[] = []
  const first = refresh().then(() => told.push('first'))
  const others = ['second', 'third'].map((name) => refresh().then(() => told.push(name)))
  await settle()
  assert.equal(ends.length, 1)
  ends[0]?.()
  await settle()
  assert.deepEqual([told, ends.length], [['first'], 2])
  ends[1]?.()
  await Promise.all([first, ...others])
  assert.deepEqual([told, ends.length], [['first', 'second', 'third'], 2])
})

test('START-6 a reading that failed is its own: the next is read, and who asks later too', async () => {
  const { work, ends } = heldWork()
  const refresh = oneAtATime(work)
  const first = assert.rejects(refresh(), /away/)
  const second = refresh()
  ends[0]?.(new Error('away'))
  await first
  await settle()
  ends[1]?.()
  await second
  const third = refresh()
  ends[2]?.()
  await third
})

test('OFFICE-15 of each ledger only what has a higher number is asked for, until nothing is new', async () => {
  const asked: string[] = []
  const written = [
    { district: '34.04', seq: 3 },
    { district: '34.04', seq: 7 },
    { district: '00', seq: 1 },
  ]
  const followed = new Followed(['00', '34.04'], async ({ ledgers, seqs }) => {
    asked.push(ledgers.map((ledger, nth) => `${ledger}>${seqs[nth]}`).join(' '))
    return written.filter(({ district, seq }) => seq > (seqs[ledgers.indexOf(district)] ?? 0)).slice(0, 2)
  })
  const taken: number[] = []
  const take = (rows: readonly { seq: number }[]): void => void taken.push(...rows.map(({ seq }) => seq))
  await followed.readAll(take)
  assert.deepEqual(asked, ['00>-1 34.04>-1', '00>-1 34.04>7', '00>1 34.04>7'])
  assert.deepEqual([taken, followed.seqOf('34.04'), followed.seqOf('99')], [[3, 7, 1], 7, -1])
  await followed.readNew(take)
  assert.deepEqual(taken, [3, 7, 1])
})
