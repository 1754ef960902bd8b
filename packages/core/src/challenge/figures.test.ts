import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeCode } from '../place/code.ts'
import { property } from '../testing/property.ts'
import type { ChallengeSum } from './figures.ts'
import { figuresOf, grouped, middle, placeUnder } from './figures.ts'

const village = placeCode.parse('34.04.07.2001')
const sum = (own: Partial<ChallengeSum> = {}): ChallengeSum => ({
  kind: 'budget',
  place: village,
  n: 0,
  open: 0,
  late: 0,
  within: 0,
  days: [],
  ...own,
})

test('CHALLENGE-11 the middle of a few is the one that stands there, of two between them, and of none it is none', () => {
  const cases: readonly (readonly [number[], number | null])[] = [
    [[], null],
    [[3], 3],
    [[1, 4], 2.5],
    [[1, 2, 90], 2],
    [[1, 2, 3, 4], 2.5],
    [[0.04], 0],
    [[2.26], 2.3],
  ]
  for (const [days, expected] of cases) assert.equal(middle(days), expected, days.join(' '))
})

test('CHALLENGE-11 sums are added, and days are put together before their middle is taken', () => {
  const figures = figuresOf([
    sum({ n: 3, open: 1, late: 1, within: 1, days: [9, 1] }),
    sum({ n: 4, open: 2, within: 1, days: [2] }),
  ])
  assert.deepEqual(figures, { n: 7, open: 3, late: 1, answered: 3, within: 2, days: 2 })
  assert.deepEqual(figuresOf([]), { n: 0, open: 0, late: 0, answered: 0, within: 0, days: null })
})

test('CHALLENGE-11 a place is counted under what lies right below the one that is looked at, and its own office under itself', () => {
  const under: readonly (readonly [at: string, place: string, counted: string])[] = [
    ['00', '34.04.07.2001', '34'],
    ['34', '34.04.07.2001', '34.04'],
    ['34', '34.04', '34.04'],
    ['34.04', '34.04.07.2001', '34.04.07'],
    ['34.04', '34.04.07', '34.04.07'],
    ['34.04', '34.04', '34.04'],
    ['34.04.07', '34.04.07.2001', '34.04.07.2001'],
    ['34.04.07', '34.04.07', '34.04.07'],
    ['34.04.07.2001', '34.04.07.2001', '34.04.07.2001'],
  ]
  for (const [at, place, counted] of under)
    assert.equal(placeUnder(placeCode.parse(at), placeCode.parse(place)), counted, `${place} in ${at}`)
})

const places = fc
  .constantFrom('34.04.07.2001', '34.04.07.2002', '34.04.06.2001', '34.02.01.2001')
  .map((code) => placeCode.parse(code))
const some = fc.array(
  fc.record({
    kind: fc.constantFrom('budget', 'people'),
    place: places,
    n: fc.nat(9),
    open: fc.nat(9),
    late: fc.nat(9),
    within: fc.nat(9),
    days: fc.array(fc.nat(99), { maxLength: 5 }),
  }),
)

property(
  'CHALLENGE-11 the parts of a place are together as many as the place, however they are grouped',
  some,
  (sums) => {
    const all = figuresOf(sums)
    const at = placeCode.parse('34')
    for (const groups of [grouped(sums, ({ kind }) => kind), grouped(sums, ({ place }) => placeUnder(at, place))]) {
      const parts = [...groups.values()].map(figuresOf)
      for (const key of ['n', 'open', 'late', 'answered', 'within'] as const)
        assert.equal(
          parts.reduce((before, part) => before + part[key], 0),
          all[key],
          key,
        )
    }
  },
)
