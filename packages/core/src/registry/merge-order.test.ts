import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { World } from '../ledger/evolve.ts'
import type { MadeWorld } from '../testing/a-merge-world.ts'
import { begun, merge, part, rows, standing, steps, world } from '../testing/a-merge-world.ts'
import { property } from '../testing/property.ts'
import type { FamilyRow, PersonRow } from './registry.ts'
import { standsAlone } from './registry.ts'

/** People of whom no two have one number: where a number is told of two who stand, it was doubled on the way. */
const apart = world.map(
  ([made, places]): MadeWorld => [
    made.map((own, n) => ({ ...own, nik: own.nik === null ? null : `340407450680000${n}` })),
    places,
  ],
)
const numbersOf = (from: World): readonly string[] => [
  ...rows<PersonRow>(from, 'person').flatMap(({ nik, ...row }) => (nik && standsAlone(row) ? [nik] : [])),
  ...rows<FamilyRow>(from, 'family').flatMap(({ kk, ...row }) => (kk && standsAlone(row) ? [kk] : [])),
]
function assertNoneTwice(from: World): void {
  const numbers = numbersOf(from)
  assert.equal(new Set(numbers).size, numbers.length, `a number of two who stand: ${numbers.toSorted().join(' ')}`)
}

const orders = {
  'the oldest first': (done: readonly number[]) => done,
  'any order': (done: readonly number[], mixed: readonly number[]) =>
    done.toSorted((one, other) => (mixed[one] ?? 0) - (mixed[other] ?? 0)),
} as const

for (const [name, ordered] of Object.entries(orders))
  property(
    `DOUBLE-13 parted in another order than they were merged (${name}), everybody is as before and no number is lost or doubled on the way`,
    fc.tuple(apart, steps, fc.array(fc.nat(99), { minLength: 5, maxLength: 5 })),
    ([made, all, mixed]) => {
      const now = begun(made)
      const before = standing(now)
      const done = all.flatMap((one, n) => {
        const code = merge(now, one, n)
        assertNoneTwice(now)
        return code === null ? [n] : []
      })
      let left = ordered(done, mixed)
      while (left.length > 0) {
        const still = left.filter((n) => {
          const code = part(now, n)
          assertNoneTwice(now)
          assert.ok(code === null || code === 'pair-later', `merge ${n}: ${code}`)
          return code !== null
        })
        assert.ok(still.length < left.length, `merges ${still.join()} could never be undone`)
        left = still
      }
      assert.equal(standing(now), before)
    },
    300,
  )
