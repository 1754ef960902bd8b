import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { saidOfAll } from '../testing/an-assessment.ts'
import { property } from '../testing/property.ts'
import type { SaidOf } from './assessment.ts'
import { standing } from './assessment.ts'
import { missingIn, needsReason, unexplained, unexplainedJudgements } from './complete.ts'
import { dimensions } from './instrument.ts'
import { scoreOf, weakestOf } from './score.ts'
import { shippedInstrument } from './shipped.ts'

const { indicators } = shippedInstrument
const codes = indicators.map(({ code }) => code)
const said = (levels: Readonly<Record<string, number | null>>): SaidOf =>
  Object.fromEntries(Object.entries(levels).map(([code, level]) => [code, { level, text: '' }]))
const nameOf = (of: SaidOf) => scoreOf(shippedInstrument, of).category?.names.id

test('INDEP-6 all at one level is that level’s quarter, in every dimension and in all', () => {
  for (const level of [0, 1, 2, 3, 4]) {
    const { total, dimensions: own } = scoreOf(shippedInstrument, saidOfAll(level))
    assert.equal(total.share, level * 2_500)
    for (const one of dimensions) assert.equal(own[one].share, level * 2_500, one)
  }
})

test('INDEP-6 weights count: of regulation, the by-law weighs as much as the two others', () => {
  const of = said({ 'regulation-district': 4, 'regulation-team': 0, 'regulation-puskesos': 0 })
  assert.equal(scoreOf(shippedInstrument, of).dimensions.regulation.share, 5_000)
  const { share } = scoreOf(shippedInstrument, said({ 'budget-apbd': 1, 'budget-stipends': 1, 'budget-planned': 0 }))
    .dimensions.budget
  assert.equal(share, 2_000, '8 points of 40')
})

test('INDEP-6 a share is rounded half up, in whole numbers', () => {
  const of = said({ 'people-posts': 1, 'people-villages': 0, 'people-trained': 0 })
  assert.equal(scoreOf(shippedInstrument, of).dimensions.people.share, 938, '3 of 32 is 937.5')
})

test('INDEP-6 what is not known counts neither as nothing nor as all, and is told beside it', () => {
  const of = said({ 'regulation-district': 4, 'regulation-team': null })
  const { regulation, budget } = scoreOf(shippedInstrument, of).dimensions
  assert.deepEqual(regulation, { share: 10_000, known: 1, all: 3, knownWeight: 4, weight: 8 })
  assert.deepEqual(budget, { share: null, known: 0, all: 3, knownWeight: 0, weight: 10 })
  assert.equal(scoreOf(shippedInstrument, {}).total.share, null)
})

test('INDEP-7 a share has the name whose limit it reaches, once enough of the weight is known', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((level) => nameOf(saidOfAll(level))),
    ['Masih bergantung', 'Masih bergantung', 'Bertumbuh', 'Hampir mandiri', 'Mandiri'],
  )
  const weights = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const known: Record<string, number | null> = {}
  let weight = 0
  for (const one of indicators) {
    const named = nameOf(said(known))
    assert.equal(named, weight * 100 >= 80 * weights ? 'Mandiri' : undefined, `${weight} of ${weights}`)
    known[one.code] = 4
    weight += one.weight
  }
})

test('INDEP-7 a limit is reached at its very share', () => {
  const half = {
    ...shippedInstrument,
    categories: shippedInstrument.categories.map((one, nth) => ({ ...one, from: nth * 25 })),
  }
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((level) => scoreOf(half, saidOfAll(level)).category?.from),
    [0, 25, 50, 75, 75],
  )
})

const anything = fc.dictionary(
  fc.constantFrom(...codes),
  fc.record({ level: fc.option(fc.integer({ min: 0, max: 4 })), text: fc.constant('') }),
  { maxKeys: 27 },
)

property(
  'INDEP-6 a share lies between nothing and all, and the whole between its least and its most dimension',
  anything,
  (of) => {
    const { total, dimensions: own } = scoreOf(shippedInstrument, of)
    const shares = dimensions.flatMap((one) => own[one].share ?? [])
    if (total.share === null) return assert.deepEqual(shares, [])
    assert.ok(total.share >= Math.min(...shares) && total.share <= Math.max(...shares))
    assert.ok(Math.min(...shares) >= 0 && Math.max(...shares) <= 10_000)
    assert.equal(
      total.known,
      dimensions.reduce((sum, one) => sum + own[one].known, 0),
    )
  },
)

property('INDEP-6 a higher level never lowers a share', fc.tuple(anything, fc.constantFrom(...codes)), ([of, code]) => {
  const before = of[code]
  if (!before || before.level === null || before.level === 4) return
  const higher = { ...of, [code]: { ...before, level: before.level + 1 } }
  assert.ok((scoreOf(shippedInstrument, higher).total.share ?? 0) >= (scoreOf(shippedInstrument, of).total.share ?? 0))
})

test('INDEP-16 the weakest part is the one with the least share, the first of equals; what is not known is none', () => {
  assert.equal(weakestOf({}), null)
  assert.equal(weakestOf({ data: null }), null)
  assert.equal(weakestOf({ regulation: 5_000, service: 1_000, data: null }), 'service')
  assert.equal(weakestOf({ people: 0, budget: 0, regulation: 10_000 }), 'budget')
})

test('INDEP-9 what the province found stands, and where it found nothing, what the district said', () => {
  const [a, b] = [saidOfAll(1), said({ 'budget-apbd': 3 })]
  assert.equal(standing(a, b)['budget-apbd']?.level, 3)
  assert.equal(standing(a, b)['data-safe']?.level, 1)
})

const figures = {
  puskesos: { n: 50, of: 100 },
  facilitated: { n: 0, of: 0 },
  posts: { n: 6, of: 6 },
  handled: { n: 0, of: 10 },
  confirmed: { n: 0, of: 0 },
  referred: { n: 8, of: 10 },
}
const indicator = (code: string) => {
  const found = indicators.find((one) => one.code === code)
  assert.ok(found)
  return found
}

test('INDEP-4 a level beside the figure’s own needs a reason, an unknown one always; what nothing was counted of needs none', () => {
  const cases: readonly (readonly [code: string, level: number | null, needs: boolean])[] = [
    ['replication-puskesos', 3, false],
    ['replication-puskesos', 2, true],
    ['replication-puskesos', 4, true],
    ['people-villages', 0, false],
    ['service-confirmed', 4, false],
    ['service-handled', 0, false],
    ['service-handled', 1, true],
    ['budget-apbd', 4, false],
    ['budget-apbd', null, true],
  ]
  for (const [code, level, needs] of cases)
    assert.equal(needsReason(indicator(code), { level }, figures), needs, `${code} ${level}`)
  assert.equal(needsReason(indicator('replication-puskesos'), { level: 0 }, null), false, 'no figures at hand')
})

test('INDEP-11 a reason is ten letters at least, and blanks are none', () => {
  const of = (text: string) => ({ ...saidOfAll(4), 'replication-puskesos': { level: 2, text } })
  const bare = (text: string) => unexplained(shippedInstrument, of(text), { ...figures, handled: { n: 9, of: 10 } })
  assert.deepEqual(bare('sembilan9'), ['replication-puskesos'])
  assert.deepEqual(bare('          '), ['replication-puskesos'])
  assert.deepEqual(bare('sepuluh10!'), [])
})

test('INDEP-11 what nothing is said of is missing; that it is not known is said', () => {
  assert.deepEqual(missingIn(shippedInstrument, saidOfAll(null)), [])
  const { 'budget-apbd': _left, ...rest } = saidOfAll(2)
  assert.deepEqual(missingIn(shippedInstrument, rest), ['budget-apbd'])
  assert.equal(missingIn(shippedInstrument, {}).length, 27)
})

test('INDEP-12 a judgement that differs says why; one that agrees need not', () => {
  const answers = said({ 'budget-apbd': 2, 'data-safe': null })
  const bare = (judged: SaidOf) => unexplainedJudgements(answers, judged)
  assert.deepEqual(bare(said({ 'budget-apbd': 2, 'data-safe': null })), [])
  assert.deepEqual(bare(said({ 'budget-apbd': 1, 'data-safe': 0 })), ['budget-apbd', 'data-safe'])
  assert.deepEqual(bare({ 'budget-apbd': { level: null, text: 'DPA tidak dilampirkan.' } }), [])
})
