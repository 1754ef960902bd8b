import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PlaceCode } from '../place/code.ts'
import { covers, levelOf, placeCode } from '../place/code.ts'
import { property } from '../testing/property.ts'
import { Span } from '../testing/span.ts'
import type { Count, NeedCell } from './face.ts'
import { counts } from './face.ts'
import type { ShownCounts } from './table.ts'
import { districtTeller, wideTeller } from './table.ts'

const least = 5
const place = (code: string): PlaceCode => placeCode.parse(code)
const nation = place('00')
const province = place('34')
/** Two districts: one of two sub-districts, one of a single one with two villages. */
const villages = ['34.02.01.2001', '34.02.01.2002', '34.04.07.2001', '34.04.07.2002', '34.04.08.2001', '34.04.08.2002']
const districts = ['34.02', '34.04'].map(place)
const pages = [nation, province, ...districts, ...['34.02.01', '34.04.07', '34.04.08', ...villages].map(place)]
const kinds = ['food', 'house', 'work']
const states = ['met', 'going', 'unmet'] as const

const few = fc.oneof({ arbitrary: fc.nat(4), weight: 3 }, { arbitrary: fc.integer({ min: 0, max: 25 }), weight: 2 })
/** Needs of some villages and kinds; not of all, so that some places and kinds are not in the table at all. */
const someCells = fc
  .array(fc.option(fc.tuple(few, few, few), { freq: 3 }), {
    minLength: villages.length * kinds.length,
    maxLength: villages.length * kinds.length,
  })
  .map((all) =>
    all.flatMap((own, nth): NeedCell[] => {
      const [met, going, unmet] = own ?? [0, 0, 0]
      const total = met + going + unmet
      const at = { place: villages[nth % villages.length] ?? '', kind: kinds[Math.floor(nth / villages.length)] ?? '' }
      return total === 0 ? [] : [{ ...at, met, going, unmet, total }]
    }),
  )

const within = (cells: readonly NeedCell[], at: PlaceCode): readonly NeedCell[] =>
  cells.filter((cell) => covers(at, place(cell.place)))
/** The same cells as they are counted above the districts. */
const byDistrict = (cells: readonly NeedCell[]): readonly NeedCell[] =>
  districts.flatMap((district) =>
    kinds.flatMap((kind): NeedCell[] => {
      const own = within(cells, district).filter((cell) => cell.kind === kind)
      const sum = (count: Count): number => own.reduce((all, cell) => all + cell[count], 0)
      return own.length === 0
        ? []
        : [{ place: district, kind, met: sum('met'), going: sum('going'), unmet: sum('unmet'), total: sum('total') }]
    }),
  )
const wideOf = (cells: readonly NeedCell[], limit = least) => wideTeller(byDistrict(cells), () => limit)
const isWide = (at: PlaceCode): boolean => ['nation', 'province'].includes(levelOf(at))
const tellersOf = (cells: readonly NeedCell[]) =>
  new Map(districts.map((district) => [String(district), districtTeller(district, within(cells, district), least)]))

interface Said {
  readonly at: PlaceCode
  readonly kind: string | null
  readonly shown: ShownCounts
}
/** Everything that any page or file tells of any place. */
function allSaid(cells: readonly NeedCell[]): readonly Said[] {
  const tellers = tellersOf(cells)
  const wide = wideOf(cells)
  return pages.flatMap((at) =>
    [...kinds, null].flatMap((kind): Said[] => {
      if (isWide(at)) return [{ at, kind, shown: wide.under(at, kind) }]
      const teller = tellers.get(at.slice(0, 5))
      if (!teller) return []
      const under = { at, kind, shown: teller.under(at, kind) }
      return levelOf(at) === 'village' ? [under, { at, kind, shown: teller.at(at, kind) }] : [under]
    }),
  )
}

/** How often each unknown, a state of a kind in a village, is in a number. */
const sumOf = (at: PlaceCode, kind: string | null, count: Count): readonly number[] =>
  villages.flatMap((village) =>
    kinds.flatMap((own) =>
      states.map((state) =>
        Number(covers(at, place(village)) && (kind === null || own === kind) && (count === 'total' || state === count)),
      ),
    ),
  )
const truth = (cells: readonly NeedCell[], { at, kind }: Said, count: Count): number =>
  within(cells, at).reduce((sum, cell) => sum + (kind === null || cell.kind === kind ? cell[count] : 0), 0)

property(
  'NEED-9 no sum and no difference of what all pages and files tell, in whichever way, gives a number that is withheld',
  someCells,
  (cells) => {
    const span = new Span()
    const said = allSaid(cells)
    for (const { at, kind, shown } of said)
      for (const count of counts) if (!isWide(at) && shown[count] !== null) span.add(sumOf(at, kind, count))
    for (const { at, kind, shown } of said)
      for (const count of counts)
        if (shown[count] === null || shown.more.includes(count))
          assert.ok(!span.holds(sumOf(at, kind, count)), `${at} ${kind} ${count}`)
  },
  150,
)

property(
  'NEED-9 what is told in a district is true, never from one up to the limit, and the same on every page',
  someCells,
  (cells) => {
    const tellers = tellersOf(cells)
    for (const said of allSaid(cells).filter(({ at }) => !isWide(at)))
      for (const count of counts) {
        const n = said.shown[count]
        assert.ok(n === null || (n === truth(cells, said, count) && (n === 0 || n >= least)))
        if (levelOf(said.at) === 'village')
          assert.equal(tellers.get(said.at.slice(0, 5))?.at(said.at, said.kind)[count], n)
      }
  },
)

property('NEED-9 beside a sum that is told, what is withheld is many together', someCells, (cells) => {
  const said = allSaid(cells).filter(({ at }) => !isWide(at))
  const lookUp = (at: PlaceCode, kind: string | null) => said.find((one) => one.at === at && one.kind === kind)
  const check = (sum: Said, parts: readonly (readonly [Said, Count])[], count: Count): void => {
    if (sum.shown[count] === null) return
    const together = parts.reduce((all, [part, of]) => all + (part.shown[of] === null ? truth(cells, part, of) : 0), 0)
    assert.ok(together === 0 || together >= least, `${sum.at} ${sum.kind} ${count}: ${together}`)
  }
  for (const sum of said) {
    const below = pages.filter(
      (at) =>
        !isWide(at) && at !== sum.at && covers(sum.at, at) && at.split('.').length === sum.at.split('.').length + 1,
    )
    check(
      sum,
      states.map((state) => [sum, state]),
      'total',
    )
    for (const count of counts) {
      const along = (places: readonly PlaceCode[], of: readonly (string | null)[]) =>
        places.flatMap((at) => of.flatMap((kind) => lookUp(at, kind) ?? [])).map((one) => [one, count] as const)
      check(sum, along(below, [sum.kind]), count)
      if (sum.kind === null) check(sum, along([sum.at], kinds), count)
    }
  }
})

property(
  'NEED-13 above the districts the sum of what the districts tell is told, and of which there may be more',
  someCells,
  (cells) => {
    const tellers = tellersOf(cells)
    const wide = wideOf(cells)
    for (const kind of [...kinds, null])
      for (const count of counts) {
        const own = districts.map((district) => tellers.get(district)?.under(district, kind)[count] ?? null)
        const told = own.flatMap((n) => n ?? [])
        const sum = told.reduce((all, n) => all + n, 0)
        for (const at of [nation, province]) {
          const shown = wide.under(at, kind)
          assert.equal(shown[count], sum === 0 && own.includes(null) ? null : sum)
          assert.equal(shown.more.includes(count), shown[count] !== null && own.includes(null))
        }
        for (const [nth, district] of districts.entries()) assert.equal(wide.at(district, kind)[count], own[nth])
      }
  },
)

test('NEED-13 what a province withholds is not its sum less what the pages of its districts tell', () => {
  const one = (at: string, unmet: number): NeedCell => ({
    place: at,
    kind: 'food',
    total: unmet,
    met: 0,
    going: 0,
    unmet,
  })
  const cells = [one('34.02.01.2001', 3), one('34.04.07.2001', 20), one('34.04.08.2001', 30)]
  const wide = wideOf(cells)
  assert.deepEqual(wide.under(province, 'food'), { total: 50, met: 0, going: 0, unmet: 50, more: ['unmet', 'total'] })
  assert.deepEqual([wide.at('34.02', 'food').unmet, wide.at('34.04', 'food').unmet], [null, 50])
  assert.equal(districtTeller('34.04', within(cells, place('34.04')), least).under(place('34.04'), 'food').unmet, 50)
})

test('NEED-13 each district withholds by its own limit, on its page and above it', () => {
  const one = (at: string, n: number): NeedCell => ({ place: at, kind: 'food', total: n, met: n, going: 0, unmet: 0 })
  const wide = wideTeller([one('34.02', 8), one('34.04', 8)], (district) => (district === '34.02' ? 10 : 5))
  assert.deepEqual([wide.at('34.02', null).met, wide.at('34.04', null).met], [null, 8])
  assert.deepEqual(
    wideTeller([one('34.02', 2)], () => null).under(nation, null).total,
    2,
    'who may read people reads all',
  )
})
