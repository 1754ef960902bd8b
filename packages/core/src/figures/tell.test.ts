import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tableOf } from '../kernel/keys.ts'
import { seed } from '../testing/property.ts'
import type { Cell } from './indicator-codes.ts'
import { isSpent, shownCodes, wholeOf, wholes } from './indicator-codes.ts'
import type { Counts } from './tell.ts'
import { blocks, tellCells } from './tell.ts'

const least = 5
const cells: readonly Cell[] = [...shownCodes, ...wholes]
const counted = (own: Partial<Record<Cell, number | null>>): Counts => ({ ...tableOf(cells, () => 0), ...own })
const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, n) => n)

type World = Partial<Record<Cell, number>>
/** Everything that one block could be counted to, by what is true of its counts whatever they are. */
const worldsOf: Readonly<Record<string, () => readonly World[]>> = {
  open: () =>
    upTo(11).flatMap((open) => upTo(open).flatMap((late) => upTo(open).map((stale) => ({ open, late, stale })))),
  ended: () =>
    upTo(11).flatMap((ended) =>
      upTo(ended).flatMap((confirmed) =>
        upTo(confirmed).map((satisfied) => ({ ended, confirmed, satisfied, 'no-word': ended - confirmed })),
      ),
    ),
  said: () =>
    upTo(6).flatMap((said) =>
      upTo(said).flatMap((came) =>
        upTo(said).flatMap((onTime) =>
          upTo(said).flatMap((amount) =>
            upTo(said).map((useful) => ({ said, came, 'came-on-time': onTime, 'right-amount': amount, useful })),
          ),
        ),
      ),
    ),
  judged: () =>
    upTo(11).flatMap((seen) =>
      upTo(seen).flatMap((inclusion) =>
        upTo(11 - seen).map((exclusion) => ({
          judged: seen + exclusion,
          'received-seen': seen,
          inclusion,
          'fit-seen': seen - inclusion + exclusion,
          exclusion,
        })),
      ),
    ),
  referred: () =>
    upTo(11).flatMap((referred) =>
      upTo(referred).flatMap((accepted) =>
        upTo(accepted).flatMap((completed) =>
          upTo(referred).map((declined) => ({
            referred,
            'referral-accepted': accepted,
            'referral-completed': completed,
            'referral-declined': declined,
          })),
        ),
      ),
    ),
  'visits-ended': () =>
    upTo(11).flatMap((all) =>
      upTo(all).flatMap((made) =>
        upTo(made).map((odd) => ({
          'visits-ended': all,
          'visits-made': made,
          'visits-missed': all - made,
          'odd-times': odd,
        })),
      ),
    ),
  'answered-proposals': () =>
    upTo(14).flatMap((all) =>
      upTo(all).map((accepted) => ({
        'answered-proposals': all,
        'proposals-accepted': accepted,
        'proposals-rejected': all - accepted,
      })),
    ),
}
const lone = (whole: Cell, part: Cell) => (): readonly World[] =>
  upTo(16).flatMap((all) => upTo(all).map((n) => ({ [whole]: all, [part]: n })))

for (const { whole, parts } of blocks) {
  test(`INDICATOR-4 of ${[whole, ...parts].join(', ')} nothing that is hidden follows from what is told, nor from knowing the rule`, () => {
    const [only] = parts
    assert.ok(only)
    const worlds = (worldsOf[whole] ?? lone(whole, only))()
    const views = new Map<string, World[]>()
    for (const world of worlds) {
      const told = tellCells(counted(world), least)
      const view = JSON.stringify([whole, ...parts].map((cell) => told[cell]))
      views.set(view, [...(views.get(view) ?? []), world])
    }
    for (const [view, same] of views) {
      const shown: readonly unknown[] = JSON.parse(view)
      for (const [nth, cell] of [whole, ...parts].entries())
        if (typeof shown[nth] === 'string')
          assert.ok(new Set(same.map((world) => world[cell])).size > 1, `${cell} follows from ${view}`)
    }
    assert.ok(views.size > 5, 'and much is told')
  })
}

test('INDICATOR-4 no count of people below the limit is told, and no difference of two that is', () => {
  const some = fc.record(tableOf(cells, () => fc.nat({ max: 30 })))
  fc.assert(
    fc.property(some, (drawn) => {
      // A part is never more than its whole.
      const counts: Counts = { ...drawn, ...fitted(drawn) }
      const told = tellCells(counts, least)
      for (const { whole, parts } of blocks)
        for (const part of parts) {
          const [all, n] = [told[whole], told[part]]
          if (typeof n === 'number') assert.ok(n === 0 || n >= least, `${part} ${n}`)
          if (typeof all === 'number' && typeof n === 'number')
            assert.ok(all - n <= 0 || all - n >= least, `${whole} ${all} - ${part} ${n}`)
        }
    }),
    { seed },
  )
})

function fitted(drawn: Readonly<Record<Cell, number>>): Partial<Record<Cell, number>> {
  const fit: Partial<Record<Cell, number>> = {}
  for (const { whole, parts } of blocks) for (const part of parts) fit[part] = Math.min(drawn[part], drawn[whole])
  return fit
}

test('INDICATOR-4 a few are told to be few, and nothing is told as nothing', () => {
  const told = tellCells(counted({ registered: 4, responded: 0, escalated: 3, returned: 0, disputed: 5 }), least)
  assert.equal(told.registered, 'few')
  assert.equal(told.responded, 'few', 'of a few, no part is told')
  assert.equal(told.escalated, 'few')
  assert.equal(told.returned, 0)
  assert.equal(told.disputed, 5)
})

test('INDICATOR-4 a share is withheld where the rest would be few, and told where nothing is left', () => {
  const of = (responded: number) => tellCells(counted({ registered: 20, responded }), least).responded
  assert.deepEqual([0, 1, 4, 5, 15, 16, 19, 20].map(of), [0, 'few', 'few', 5, 15, 'withheld', 'withheld', 20])
})

test('INDICATOR-4 half and nine in ten are told only of those who are', () => {
  const first = { 'first-half': 90, 'first-most': 300 }
  assert.equal(tellCells(counted({ registered: 20, responded: 20, ...first }), least)['first-half'], 90)
  assert.equal(tellCells(counted({ registered: 3, responded: 3, ...first }), least)['first-most'], 'few')
  assert.equal(tellCells(counted({ registered: 20, responded: 18, ...first }), least)['first-half'], 'withheld')
})

test('INDICATOR-4 villages, facilitators, phones and families are no people: they are told as they are', () => {
  const own = { families: 3, 'all-villages': 1, 'villages-silent': 1, 'all-facilitators': 2, facilitators: 1 }
  const told = tellCells(counted({ ...own, 'all-phones': 2, 'phones-waiting': 1, 'phone-age': 4 }), least)
  for (const [cell, n] of Object.entries({ ...own, 'phones-waiting': 1, 'phone-age': 4 }))
    assert.equal(Object.entries(told).find(([name]) => name === cell)?.[1], n, cell)
})

test('INDICATOR-4 whatever is a share of people stands in a block with what it is a share of', () => {
  const places = new Set<string>(['facilitators', 'villages-silent', 'phones-waiting', 'phone-age', 'complaints'])
  for (const code of shownCodes) {
    const whole = wholeOf[code]
    if (whole === undefined || isSpent(code) || places.has(code)) continue
    const own = blocks.filter(({ parts }) => parts.includes(code))
    assert.equal(own.length, 1, code)
    assert.ok(
      own.every((block) => block.whole === whole || block.parts.includes(whole)),
      `${code} of ${whole}`,
    )
  }
})
