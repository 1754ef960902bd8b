import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { canonical } from '../kernel/json.ts'
import { suggested } from './figures.ts'
import type { Instrument, InstrumentWords } from './instrument.ts'
import { dimensions, instrumentOf, instrumentOn, instrumentWords } from './instrument.ts'
import { shippedInstrument } from './shipped.ts'

const { from: _from, ...words } = shippedInstrument

test('INDEP-1 the instrument that ships is whole: nine dimensions of three indicators, each with five levels in both languages', () => {
  assert.ok(instrumentWords.safeParse(words).success)
  assert.equal(words.indicators.length, 27)
  for (const one of dimensions)
    assert.equal(words.indicators.filter(({ dimension }) => dimension === one).length, 3, one)
  for (const { code, names, levels, evidence } of words.indicators)
    for (const said of [names, evidence, ...levels]) assert.notEqual(said.id, said.en, `${code}: ${said.id}`)
})

test('INDEP-1 each figure of the system helps with one indicator', () => {
  const figures = words.indicators.flatMap(({ figure }) => figure?.of ?? [])
  assert.deepEqual(figures.toSorted(), ['confirmed', 'facilitated', 'handled', 'posts', 'puskesos', 'referred'])
})

test('INDEP-2 what was released is not changed: assessments name it by its day, and hold its levels', () => {
  const digest = createHash('sha256').update(canonical(shippedInstrument)).digest('hex')
  assert.deepEqual([shippedInstrument.from, digest.slice(0, 16)], ['2016-01-01', released])
})

/** A release that has another instrument adds a version with a day of its own, and leaves this digest as it is. */
const released = 'f1e1c4b922706ccf'

const at = (from: string): Instrument => ({ ...shippedInstrument, from })
const versions = [at('2016-01-01'), at('2028-07-01'), at('2027-01-01')]
for (const [day, holds] of [
  ['2015-12-31', undefined],
  ['2016-01-01', '2016-01-01'],
  ['2026-12-31', '2016-01-01'],
  ['2027-01-01', '2027-01-01'],
  ['2028-06-30', '2027-01-01'],
  ['2030-01-01', '2028-07-01'],
] as const)
  test(`INDEP-2 on ${day} the instrument of ${holds ?? 'no day'} holds`, () => {
    assert.equal(instrumentOn(versions, day)?.from, holds)
  })

test('INDEP-2 a version that the nation said is read as it was said', () => {
  assert.deepEqual(instrumentOf({ holdsFrom: '2027-01-01', words }), { from: '2027-01-01', ...words })
})

const [first, ...others] = words.indicators
const [lowest, ...classes] = words.categories
assert.ok(first && lowest)
const figure = { of: 'posts', steps: [40, 60, 80, 100] } as const
/** What no instrument may say. */
const wrong: readonly (readonly [why: string, own: Partial<Record<keyof InstrumentWords, unknown>>])[] = [
  ['an indicator twice', { indicators: [first, ...words.indicators] }],
  [
    'a dimension without an indicator',
    { indicators: words.indicators.filter(({ dimension }) => dimension !== 'data') },
  ],
  ['a dimension that there is not', { indicators: [{ ...first, dimension: 'luck' }, ...others] }],
  ['a weight of nothing', { indicators: [{ ...first, weight: 0 }, ...others] }],
  ['four levels', { indicators: [{ ...first, levels: first.levels.slice(1) }, ...others] }],
  [
    'a level without words',
    { indicators: [{ ...first, levels: first.levels.map((said) => ({ ...said, id: ' ' })) }, ...others] },
  ],
  ['steps that fall', { indicators: [{ ...first, figure: { ...figure, steps: [40, 30, 80, 100] } }, ...others] }],
  [
    'a step above a hundred',
    { indicators: [{ ...first, figure: { ...figure, steps: [40, 60, 80, 101] } }, ...others] },
  ],
  ['a step of nothing', { indicators: [{ ...first, figure: { ...figure, steps: [0, 60, 80, 100] } }, ...others] }],
  ['a figure that nobody counts', { indicators: [{ ...first, figure: { ...figure, of: 'luck' } }, ...others] }],
  ['classes that do not begin at nothing', { categories: classes }],
  ['classes that fall', { categories: [lowest, ...classes.toReversed()] }],
  ['one class alone', { categories: [lowest] }],
  ['nothing that must be known', { least: 0 }],
  ['more than all that must be known', { least: 101 }],
  ['no basis', { basis: '' }],
  ['a field that nobody knows', { indicators: [{ ...first, colour: 'red' }, ...others] }],
]
for (const [why, own] of wrong)
  test(`INDEP-2 an instrument with ${why} is none`, () => {
    assert.equal(instrumentWords.safeParse({ ...words, ...own }).success, false)
  })

const steps = [25, 50, 75, 90]
/** INDEP-4 So many of so many, and the level that it points to. */
const figures: readonly (readonly [n: number, of: number, level: number | null])[] = [
  [0, 0, null],
  [0, 1, 0],
  [24, 100, 0],
  [25, 100, 1],
  [249_999, 1_000_000, 0],
  [1, 3, 1],
  [1, 2, 2],
  [2, 3, 2],
  [3, 4, 3],
  [89, 100, 3],
  [9, 10, 4],
  [86, 86, 4],
]
for (const [n, of, level] of figures)
  test(`INDEP-4 ${n} of ${of} points to level ${level ?? 'none'}`, () =>
    assert.equal(suggested({ n, of }, steps), level))
