import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faceNames } from '../condition/condition.ts'
import { conditionRoutes } from '../contract/conditions.ts'
import {
  figureRoutes,
  outcomeMeasures,
  referralMeasures,
  regionMeasures,
  stripMeasures,
  tableMeasures,
  trendMeasures,
} from '../contract/figures.ts'
import { indicatorCode, indicatorRoutes } from '../contract/indicators.ts'
import { leagueCounts, leagueRoutes } from '../contract/league.ts'
import { sayIn } from '../i18n/translate.ts'
import { allRoutes } from '../testing/all-routes.ts'
import { catalogue, catalogueEntries, indicatorOf, uncounted } from './catalogue.ts'
import { catalogueJson, catalogueRows } from './catalogue-file.ts'
import { answeringRoutes } from './indicator.ts'
import { headlineNames, headlines, shownCodes, standingIndicators, wholeOf } from './indicator-codes.ts'

/** What each route of figures answers, by its own contract. */
const answered = {
  indicators: [...indicatorCode.options],
  district: [...stripMeasures, ...tableMeasures, ...referralMeasures, ...outcomeMeasures, ...trendMeasures],
  region: [...regionMeasures, ...trendMeasures].map((measure) => `region-${measure}`),
  conditions: faceNames.map((face) => `condition-${face}`),
  referrals: [...leagueCounts, 'take-half', 'take-most', 'work-half', 'work-most'].map((name) => `office-${name}`),
} as const

for (const [route, codes] of Object.entries(answered))
  test(`INDICATOR-2 the catalogue has every measure that ${route} answers, and no other that says so`, () => {
    const said = catalogueEntries.filter(({ by }) => by.some((one) => one === route)).map(({ code }) => code)
    assert.deepEqual(said.toSorted(), [...new Set(codes)].toSorted())
  })

test('INDICATOR-2 routes that are named are routes that there are, and every question about figures is named', () => {
  const paths = new Set(allRoutes.map(([, { path }]) => path))
  for (const path of Object.values(answeringRoutes)) assert.ok(paths.has(path), path)
  const figures = [conditionRoutes, figureRoutes, indicatorRoutes, leagueRoutes].flatMap((rows) =>
    Object.values(rows).map(({ path }) => path),
  )
  assert.deepEqual(figures.toSorted(), Object.values(answeringRoutes).toSorted())
})

test('INDICATOR-2 each entry has one code and says in both languages what it is, and of how many a share is', () => {
  const codes = catalogueEntries.map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const { code, name, numerator, denominator, unit, by, levels } of catalogueEntries) {
    for (const words of [name, numerator, ...(denominator ? [denominator] : [])])
      for (const said of [words.id, words.en]) assert.ok(said.length > 2, code)
    assert.match(numerator.id, /\.$/, code)
    assert.equal(denominator !== undefined, unit === 'share' || unit === 'rate' || indicatorIsOf(code), code)
    assert.ok(by.length > 0 && levels.length > 0, code)
  }
})

/** Times of the page are of those who were measured. */
const indicatorIsOf = (code: string): boolean => shownCodes.some((one) => one === code && wholeOf[one] !== undefined)

test('INDICATOR-2 the page of indicators shows "of how many" exactly where the catalogue names a whole', () => {
  for (const code of shownCodes)
    assert.equal(wholeOf[code] !== undefined, indicatorOf(code).denominator !== undefined, code)
})

test('INDICATOR-2 what holds now says so, and nothing else does', () => {
  for (const code of shownCodes)
    assert.equal(standingIndicators.includes(code), indicatorOf(code).method.includes('now'), code)
})

test('INDICATOR-2 the four main figures are those that say so', () => {
  for (const headline of headlineNames)
    assert.deepEqual(
      shownCodes.filter((code) => indicatorOf(code).headline === headline),
      headlines[headline],
    )
})

test('INDICATOR-2 what nothing counts is told with the reason, and is in no group', () => {
  const codes = new Set(catalogue.flatMap(({ entries }) => entries.map(({ code }) => code)))
  for (const [code, { why }] of Object.entries(uncounted)) {
    assert.ok(!codes.has(code), code)
    assert.ok(why.id.length > 20 && why.en.length > 20)
  }
})

test('INDICATOR-2 as a table it has a line for each, as wide as its heading, in either language', () => {
  for (const lang of ['id', 'en'] as const) {
    const [head = [], ...rows] = catalogueRows(sayIn(lang), lang)
    assert.equal(rows.length, catalogueEntries.length + Object.keys(uncounted).length)
    for (const row of rows) assert.equal(row.length, head.length, row[0])
  }
  const rows = catalogueRows(sayIn('id'), 'id')
  assert.ok(rows.some(([code, , , state]) => code === 'letters-verified' && state === 'Belum dihitung'))
  assert.ok(rows.some(([code, name]) => code === 'answer-most' && name === 'Hari kerja sampai dijawab, 9 dari 10'))
})

test('INDICATOR-2 as JSON it says both languages, where it is counted, and that something is not', () => {
  const { indicators }: { indicators: readonly Record<string, unknown>[] } = JSON.parse(catalogueJson())
  const of = (code: string) => indicators.find((one) => one['code'] === code)
  assert.equal(of('letters-verified')?.['counted'], false)
  assert.deepEqual(of('late')?.['routes'], ['/api/figures/indicators', '/api/figures/district'])
  assert.deepEqual(of('region-open')?.['levels'], ['nation', 'province'])
  assert.equal(typeof of('owned')?.['source'], 'object')
})
