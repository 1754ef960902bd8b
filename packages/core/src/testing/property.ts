import { test } from 'node:test'
import fc from 'fast-check'

/**
 * The seed of every random test: the same in every run, so that a red build is red for everyone. `FC_SEED=n` tries
 * other walks, and repeats the one that a failure names; `FC_RUNS=n` tries more of them.
 */
export const seed = Number(process.env['FC_SEED'] ?? 20_261_102)
const runsFactor = Number(process.env['FC_RUNS'] ?? 1)

/** A rule that must hold for everything that `arbitrary` can make. The seed is told at the start and in a failure. */
export function property<Value>(
  name: string,
  arbitrary: fc.Arbitrary<Value>,
  holds: (value: Value) => void,
  runs = 200,
): void {
  test(name, (context) => {
    context.diagnostic(`FC_SEED=${seed}`)
    fc.assert(fc.property(arbitrary, holds), { seed, numRuns: runs * runsFactor })
  })
}
