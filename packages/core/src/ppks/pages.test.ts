import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PlaceCode } from '../place/code.ts'
import { levelOf, nationPlace, placeCode } from '../place/code.ts'
import { property } from '../testing/property.ts'
import type { Counting, PpksCount, TypeFigures } from './counts.ts'
import { figuresAbove, figuresOf, placesBelow, totalOf } from './counts.ts'
import type { Told } from './withheld.ts'

// Readers are taken at their worst: they read every page of a type, know the rule, and think of every district that there
// could be. A number is withheld only if more than one would look just the same.

const place = (code: string): PlaceCode => placeCode.parse(code)
const shut = (): boolean => false
const open = (): boolean => true
const at = (where: PlaceCode, n: number, type = 'hiv'): PpksCount => ({ type, place: where, n })

/** A district of so many sub-districts with so many villages each. */
function districtOf(shape: readonly number[]) {
  const district = place('34.04')
  const subs = shape.map((_, nth) => place(`34.04.0${nth + 1}`))
  const villages = subs.flatMap((sub, nth) =>
    Array.from({ length: shape[nth] ?? 0 }, (_, one) => place(`${sub}.200${one + 1}`)),
  )
  return { district, subs, villages, places: [district, ...subs, ...villages] }
}

/** Every way in which up to so many people could live in these villages. */
function* worlds(villages: number, most: number): Generator<readonly number[]> {
  if (villages === 0) return yield []
  for (let first = 0; first <= most; first++)
    for (const rest of worlds(villages - 1, most - first)) yield [first, ...rest]
}

/** Every number of every page of a district, in one order; null where it is withheld. */
function allTold(
  numbers: readonly number[],
  { subs, villages, places, district }: ReturnType<typeof districtOf>,
  least: number,
) {
  const counting: Counting = {
    counts: villages.map((one, nth) => at(one, numbers[nth] ?? 0)),
    places,
    open: shut,
    least,
  }
  return [district, ...subs, ...villages].flatMap((where): readonly Told[] => {
    const { total, cells } = figuresOf('hiv', where, counting)
    return [total, ...cells]
  })
}

/** The numbers themselves, in the same order. */
function allTrue(numbers: readonly number[], { subs, villages, places, district }: ReturnType<typeof districtOf>) {
  const counting: Counting = { counts: villages.map((one, nth) => at(one, numbers[nth] ?? 0)), places, open, least: 1 }
  return [district, ...subs, ...villages].flatMap((where) => {
    const { total, cells } = figuresOf('hiv', where, counting)
    return [Number(total), ...cells.map(Number)]
  })
}

for (const [shape, least, most] of [
  [[2, 2], 3, 11],
  [[1, 2], 3, 13],
  [[3, 1], 2, 9],
  [[2, 1, 1], 3, 10],
  [[4], 3, 11],
] as const)
  test(`PPKS-9 of sub-districts with ${shape.join(', ')} villages no set of pages tells a number that is withheld`, () => {
    const where = districtOf(shape)
    const alike = new Map<string, { readonly told: readonly Told[]; readonly thought: Set<number>[] }>()
    for (const numbers of worlds(where.villages.length, most)) {
      const told = allTold(numbers, where, least)
      const key = JSON.stringify(told)
      const seen = alike.get(key) ?? { told, thought: told.map(() => new Set<number>()) }
      alike.set(key, seen)
      for (const [nth, n] of allTrue(numbers, where).entries()) seen.thought[nth]?.add(n)
    }
    for (const { told, thought } of alike.values())
      for (const [nth, n] of told.entries()) {
        const thinkable = [...(thought[nth] ?? [])]
        if (n === null)
          assert.ok(thinkable.length > 1, `${JSON.stringify(told)} tells that the ${nth}th is ${thinkable[0]}`)
        else assert.deepEqual(thinkable, [n], 'what is told is true')
      }
  })

const districts = ['33.01', '33.02', '34.01', '34.02', '34.04'].map(place)
const provinces = ['33', '34'].map(place)
const inProvince = (province: PlaceCode) => districts.filter((one) => one.startsWith(`${province}.`))
const pagesAbove = (numbers: readonly number[], sees: () => boolean, least: number): readonly TypeFigures[] => {
  const counts = districts.map((one, nth) => at(one, numbers[nth] ?? 0))
  return [
    figuresAbove('hiv', nationPlace, { counts, places: provinces, open: sees, least }),
    ...provinces.map((one) => figuresAbove('hiv', one, { counts, places: inProvince(one), open: sees, least })),
  ]
}
const anyNumbers = fc.array(fc.nat(12), { minLength: districts.length, maxLength: districts.length })

property(
  'PPKS-16 above the districts nothing is told that the pages of districts do not tell',
  fc.tuple(anyNumbers, anyNumbers),
  ([one, other]) => {
    const least = 5
    // Another nation that looks the same district by district: what is withheld there is anything below the limit.
    const alike = one.map((n, nth) => (n < least ? (other[nth] ?? 0) % least : n))
    assert.deepEqual(pagesAbove(alike, shut, least), pagesAbove(one, shut, least))
  },
)

property(
  'PPKS-16 sums above are true for whoever sees the type, and for others never more than is true',
  anyNumbers,
  (numbers) => {
    const sum = (of: readonly number[]): number => of.reduce((all, n) => all + n, 0)
    const [nation, ...own] = pagesAbove(numbers, open, 5)
    assert.equal(nation?.total, sum(numbers))
    assert.deepEqual(
      nation?.cells,
      own.map(({ total }) => total),
    )
    assert.equal(nation?.atLeast, false)
    for (const [nth, page] of pagesAbove(numbers, shut, 5).entries()) {
      const told = page.cells.filter((n) => n !== null)
      assert.equal(
        page.total,
        told.length > 0 ? sum(told) : null,
        'a total adds up what stands beside it, and nothing else',
      )
      assert.ok((page.total ?? 0) <= ([nation, ...own][nth]?.total ?? 0))
      assert.equal(page.atLeast, true)
    }
  },
)

property(
  'PPKS-16 a district has the same number on its own page and on that of its province',
  anyNumbers,
  (numbers) => {
    const above = pagesAbove(numbers, shut, 5)
    for (const [nth, district] of districts.entries()) {
      const village = place(`${district}.01.2001`)
      const places = [district, place(`${district}.01`), village]
      const own = figuresOf('hiv', district, { counts: [at(village, numbers[nth] ?? 0)], places, open: shut, least: 5 })
      const page = above[1 + provinces.findIndex((one) => district.startsWith(`${one}.`))]
      const cell = page?.cells[inProvince(place(district.slice(0, 2))).indexOf(district)]
      assert.equal(cell ?? null, own.total)
    }
  },
)

const table: readonly (readonly [numbers: readonly number[], nation: Told, cells: readonly Told[], why: string])[] = [
  [[0, 0, 0, 0, 0], null, [null, null], 'nobody anywhere: no number, so that none is known to be zero'],
  [[4, 4, 4, 4, 4], null, [null, null], 'few everywhere, though they are twenty together'],
  [[5, 0, 0, 0, 0], 5, [5, null], 'one district at the limit'],
  [[4, 9, 0, 0, 30], 39, [9, 30], 'those below the limit are in no sum'],
  [[10, 20, 30, 40, 50], 150, [30, 120], 'all of them'],
]
for (const [numbers, nation, cells, why] of table)
  test(`PPKS-16 of districts with ${numbers.join(', ')} the nation is told ${nation}: ${why}`, () => {
    const [page] = pagesAbove(numbers, shut, 5)
    assert.deepEqual([page?.total, page?.cells], [nation, cells])
  })

test('PPKS-16 a type is counted by itself, and open ones add up without those that are shut', () => {
  const counts = [at(place('34.04'), 8), at(place('34.04'), 3, 'poor'), at(place('34.02'), 2, 'poor')]
  const counting: Counting = { counts, places: provinces, open: (type) => type === 'poor', least: 5 }
  const figures = ['hiv', 'poor'].map((type) => figuresAbove(type, nationPlace, counting))
  assert.deepEqual(figures, [
    { type: 'hiv', total: 8, atLeast: true, cells: [null, 8] },
    { type: 'poor', total: 5, atLeast: false, cells: [0, 5] },
  ])
  assert.deepEqual(totalOf(figures, counting.open), { type: '', atLeast: false, total: 5, cells: [0, 5] })
})

test('PPKS-9 the places below are those right below, of whatever level', () => {
  const { district, subs, villages, places } = districtOf([2, 1])
  assert.deepEqual(placesBelow(places, district), subs)
  assert.deepEqual(placesBelow(places, place('34.04.01')), villages.slice(0, 2))
  assert.deepEqual(placesBelow(places, place('34.04.01.2001')), [])
  assert.deepEqual(villages.map(levelOf), ['village', 'village', 'village'])
})

property('PPKS-9 no number below the limit stands on any page, of any place', anyNumbers, (numbers) => {
  const where = districtOf([3, 2])
  for (const least of [2, 6, 13])
    for (const n of allTold(numbers, where, least)) assert.ok(n === null || n >= least, `${n} is below ${least}`)
})
