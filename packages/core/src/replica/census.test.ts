import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tableOf } from '../kernel/keys.ts'
import { seed } from '../testing/property.ts'
import { markOf, tallyOf, unlike } from './census.ts'
import { replicaTables } from './tables.ts'

const row = fc.record({ id: fc.uuid(), seq: fc.integer({ min: 1, max: 2 ** 40 }) })
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 })

test('SYNC-12 a row’s mark is made of its id and its last entry, whole and the same for ever', () => {
  assert.equal(markOf('00000000-0000-0000-0000-000000000000', 7), 0)
  assert.equal(markOf('00000001-0000-0000-0000-000000000002', 1), 6)
  assert.equal(markOf('ffffffff-ffff-4fff-bfff-ffffffffffff', 65_520), 524_168)
})

test('SYNC-12 the order of rows does not matter to their sum, and each stays a whole number', () => {
  fc.assert(
    fc.property(rows, (held) => {
      const { count, sum } = tallyOf(held)
      assert.deepEqual(tallyOf(held.toReversed()), { count, sum })
      assert.ok(Number.isSafeInteger(sum) && sum >= 0)
      assert.equal(count, held.length)
    }),
    { seed },
  )
})

test('SYNC-12 a row more, a row less or an older one is noticed in its table, and in no other', () => {
  const none = tableOf(replicaTables, () => ({ count: 0, sum: 0 }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.constantFrom(...replicaTables), (held, table) => {
      const there = { ...none, [table]: tallyOf(held) }
      assert.deepEqual(unlike(there, there), [])
      assert.deepEqual(unlike({ ...none, [table]: tallyOf(held.slice(1)) }, there), [table])
      const [first, ...rest] = held
      assert.ok(first)
      const older = tallyOf([{ ...first, seq: first.seq + 1 }, ...rest])
      if (older.sum !== there[table]?.sum) assert.deepEqual(unlike({ ...none, [table]: older }, there), [table])
    }),
    { seed },
  )
})
