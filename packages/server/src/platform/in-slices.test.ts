import assert from 'node:assert/strict'
import { test } from 'node:test'
import { each } from '@openslrt/core/kernel/steps.ts'
import { inSlices } from './in-slices.ts'

const count = 120
const numbers = Array.from({ length: count }, (_, nth) => nth)

test('IMPORT-16 what waits beside a long calculation is done between its slices, and the answer is whole', async () => {
  const events: (number | 'other')[] = []
  const made = inSlices(
    each(numbers, (nth) => {
      events.push(nth)
      return nth * 2
    }),
  )
  const first = events.length
  const others = [1, 2].map(() => new Promise((resolve) => setImmediate(resolve)).then(() => events.push('other')))
  await Promise.all(others)
  assert.ok(first < count && events.indexOf('other') < count, 'the others did not wait for the end')
  assert.deepEqual(
    await made,
    numbers.map((nth) => nth * 2),
  )
})

test('IMPORT-16 a fault in the middle of a long calculation is the fault of the whole', async () => {
  const broken = inSlices(
    each(numbers, (nth) => {
      if (nth === 70) throw new Error('row 70')
      return nth
    }),
  )
  await assert.rejects(broken, /row 70/)
})
