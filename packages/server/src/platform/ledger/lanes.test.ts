import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { makeLanes } from './lanes.ts'

/** Work that ends when it is told to, and knows how much of it ran beside it. */
function workshop(width: number) {
  const lanes = makeLanes(width)
  const ends: (() => void)[] = []
  const begun: number[] = []
  let running = 0
  let most = 0
  const send = (key: string, n: number): Promise<number> =>
    lanes.run(key, async () => {
      begun.push(n)
      most = Math.max(most, ++running)
      await new Promise<void>((resolve) => ends.push(resolve))
      running--
      return n
    })
  return { send, begun, most: () => most, endOne: () => ends.shift()?.(), lanes }
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('LANE-1 no more than so many of one district are under way at once, and the next begins when one ends', async () => {
  const { send, begun, most, endOne } = workshop(2)
  const all = [1, 2, 3, 4].map((n) => send('34.04', n))
  await turn()
  assert.deepEqual(begun, [1, 2])
  endOne()
  await turn()
  assert.deepEqual(begun, [1, 2, 3])
  for (const _ of [1, 2, 3]) {
    endOne()
    await turn()
  }
  assert.deepEqual(await Promise.all(all), [1, 2, 3, 4])
  assert.equal(most(), 2)
})

test('LANE-1 whoever came first goes first, also when somebody comes just as a place is free', async () => {
  const { send, begun, endOne } = workshop(1)
  const [first, second] = [send('34.04', 1), send('34.04', 2)]
  await turn()
  endOne()
  const late = send('34.04', 3)
  await turn()
  assert.deepEqual(begun, [1, 2])
  for (const _ of [1, 2]) {
    endOne()
    await turn()
  }
  assert.deepEqual(await Promise.all([first, second, late]), [1, 2, 3])
})

test('LANE-2 districts do not wait for each other', async () => {
  const { send, begun, endOne } = workshop(1)
  const all = [send('34.04', 1), send('34.02', 2), send('34.71', 3)]
  await turn()
  assert.deepEqual(begun, [1, 2, 3])
  for (const _ of all) endOne()
  await Promise.all(all)
})

test('LANE-3 a fault is told to whoever asked, and frees the place', async () => {
  const { lanes, send, begun, endOne } = workshop(1)
  await assert.rejects(
    lanes.run('34.04', async () => {
      throw new Error('the row moved')
    }),
    /the row moved/,
  )
  const next = send('34.04', 1)
  await turn()
  assert.deepEqual(begun, [1])
  endOne()
  assert.equal(await next, 1)
})

test('LANE-1 whatever comes in whatever order, everything is done once and no lane is wider than it may be', async () => {
  const crowd = fc.record({
    width: fc.integer({ min: 1, max: 4 }),
    keys: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 20 }),
  })
  await fc.assert(
    fc.asyncProperty(crowd, async ({ width, keys }) => {
      const lanes = makeLanes(width)
      const running = new Map<string, number>()
      const work = async (key: string, n: number): Promise<number> => {
        const now = (running.get(key) ?? 0) + 1
        running.set(key, now)
        assert.ok(now <= width)
        await turn()
        running.set(key, (running.get(key) ?? 0) - 1)
        return n
      }
      const done = await Promise.all(keys.map((key, n) => lanes.run(key, () => work(key, n))))
      assert.deepEqual(
        done,
        keys.map((_, n) => n),
      )
    }),
    { seed, numRuns: 60 },
  )
})
