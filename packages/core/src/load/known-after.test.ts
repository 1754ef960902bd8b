import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Change } from '../ledger/entry.ts'
import { aRegistry, aRow, load } from '../testing/a-registry.ts'
import { property } from '../testing/property.ts'
import { knownAfter } from './known-after.ts'
import type { ChunkPlan } from './plan-chunk.ts'
import { planChunk } from './plan-chunk.ts'

const some = fc
  .record({
    nik: fc.integer({ min: 1, max: 5 }),
    kk: fc.integer({ min: 1, max: 3 }),
    name: fc.constantFrom('Siti', 'Budi'),
    kawin: fc.constantFrom('1', '2', '3'),
    motor: fc.integer({ min: 0, max: 2 }),
    desil: fc.integer({ min: 1, max: 4 }),
  })
  .map((one) => aRow(one))
const someRows = fc.array(some, { maxLength: 8 })
const someDay = fc.constantFrom('2026-01-01', '2026-04-01', '2026-07-01')

/** Records and confirmations get a new id each time that they are planned. */
const isBeside = ({ table }: Change): boolean => table === 'registryRecord' || table === 'loadHeard'
const told = ({ changes, counts, wrong }: ChunkPlan): object => ({
  changes: changes.map((change) => (isBeside(change) ? { ...change, id: '' } : change)),
  counts,
  wrong,
})

property(
  'LOAD-24 a chunk that is planned while the one before it is on its way comes to what it comes to after it',
  fc.tuple(fc.array(fc.tuple(someRows, someDay), { maxLength: 3 }), someRows, someRows, someDay),
  ([before, one, other, day]) => {
    const registry = aRegistry()
    for (const [nth, [rows, on]] of before.entries()) registry.take(rows, load(nth, on))
    const by = load(9, day)
    // A load of no rows, so that its day is known before anything of it is written.
    registry.take([], by)
    const first = planChunk(one, registry.known(), by)
    const ahead = planChunk(other, knownAfter(registry.known(), other, first.changes, day), by)
    registry.write(first.changes, by)
    const late = knownAfter(registry.known(), other, first.changes, day)
    assert.deepEqual(told(ahead), told(planChunk(other, registry.known(), by)))
    assert.deepEqual(told(planChunk(other, late, by)), told(ahead))
  },
)
