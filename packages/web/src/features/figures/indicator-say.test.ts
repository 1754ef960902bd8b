import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { IndicatorLine } from '@openslrt/core/contract/indicators.ts'
import type { Indicator } from '@openslrt/core/figures/indicator.ts'
import { indicator as texts } from '@openslrt/core/i18n/id/indicator.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { amountOf, changeOf, sayAmong, sayValue } from './indicator-say.ts'
import { fifthOf } from './tile-steps.ts'

assert.ok(texts)
const saying = { t: sayIn('id'), lang: 'id', dayMinutes: 420, least: 5 } as const
const words = { id: 'Sesuatu', en: 'Something' }
const an = (own: Partial<Indicator> = {}): Indicator => ({
  name: words,
  unit: 'count',
  direction: 'neither',
  numerator: words,
  source: 'cases',
  method: 'count',
  base: 'slrt',
  levels: ['district'],
  by: ['indicators'],
  since: '0.1.0',
  ...own,
})
const line = (own: Partial<IndicatorLine>): IndicatorLine => ({
  code: 'registered',
  n: 0,
  of: null,
  before: null,
  ...own,
})
const said = (now: number, was: number | null, own: Partial<Indicator> = {}, of: number | null = null) =>
  changeOf(line({ n: now, of, before: { n: was, of } }), an(own), saying)

test('INDICATOR-5 a value is said with its unit, and nothing where nothing was measured', () => {
  const say = (n: number | null, unit: Indicator['unit'], of: number | null = null) => sayValue({ n, of }, unit, saying)
  assert.equal(say(1234, 'count'), '1.234')
  assert.equal(say(26, 'share', 30), '87%')
  assert.equal(say(0, 'share', 0), '–', 'of nobody there is no share')
  assert.equal(say(1470, 'days'), '3,5 hari kerja')
  assert.equal(say(null, 'days'), '–')
  assert.equal(say(50, 'hours'), '50 jam')
  assert.equal(say(7, 'rate', 2000), '3,5 per 1.000')
  assert.equal(say(7, 'rate', 0), '–')
  assert.equal(amountOf({ n: 420, of: null }, 'days', 0), null, 'where nobody works no day is counted')
})

test('INDICATOR-5 what is not told is said to be few, or withheld; of a share also where its whole is', () => {
  assert.equal(sayValue({ n: 'few', of: 30 }, 'share', saying), 'kurang dari 5')
  assert.equal(sayValue({ n: 'withheld', of: 30 }, 'share', saying), 'tidak ditampilkan')
  assert.equal(sayValue({ n: 'few', of: 'few' }, 'days', saying), 'tidak ditampilkan', 'five of what?')
  assert.equal(sayValue({ n: 0, of: 'withheld' }, 'share', saying), 'tidak ditampilkan')
  assert.equal(sayAmong({ n: 'few', of: 'few' }, 'share', saying), 'kurang dari 5')
  assert.equal(sayAmong({ n: 'withheld', of: 'withheld' }, 'share', saying), 'tidak ditampilkan')
})

test('INDICATOR-5 of how many is said of a part with both numbers, of times with the whole alone, of a count not at all', () => {
  assert.equal(sayAmong({ n: 26, of: 30 }, 'share', saying), '26 dari 30')
  assert.equal(sayAmong({ n: 1470, of: 30 }, 'days', saying), '30')
  assert.equal(sayAmong({ n: 'withheld', of: 30 }, 'share', saying), '30')
  assert.equal(sayAmong({ n: 26, of: null }, 'count', saying), '')
  assert.equal(sayAmong({ n: 0, of: 0 }, 'share', saying), '', 'of nobody nothing is said twice')
})

test('INDICATOR-5 a change has a sign and words, and says whether it is good news only where it is', () => {
  assert.deepEqual(said(12, 9), { text: '▲ naik 3', course: 'same' })
  assert.deepEqual(said(12, 9, { direction: 'more' }), { text: '▲ naik 3, membaik', course: 'better' })
  assert.deepEqual(said(12, 9, { direction: 'less' }), { text: '▲ naik 3, memburuk', course: 'worse' })
  assert.deepEqual(said(9, 12, { direction: 'less' }), { text: '▼ turun 3, membaik', course: 'better' })
  assert.deepEqual(said(9, 12, { direction: 'more' }), { text: '▼ turun 3, memburuk', course: 'worse' })
  assert.deepEqual(said(9, 9, { direction: 'more' }), { text: '= tetap', course: 'same' })
})

test('INDICATOR-5 shares change by points, days by days', () => {
  assert.equal(said(27, 24, { unit: 'share', direction: 'more' }, 30).text, '▲ naik 10 poin, membaik')
  assert.equal(said(840, 1470, { unit: 'days', direction: 'less' }).text, '▼ turun 1,5, membaik')
})

test('INDICATOR-5 what holds now, or was not measured or told before, is compared with nothing', () => {
  assert.deepEqual(changeOf(line({ n: 3 }), an(), saying), { text: 'keadaan sekarang', course: 'same' })
  assert.equal(said(3, null).text, 'belum dapat dibandingkan')
  assert.equal(said(0, 3, { unit: 'share' }, 0).text, '', 'a dash says it already')
  const hidden = line({ n: 'few', of: 9, before: { n: 3, of: 9 } })
  assert.equal(changeOf(hidden, an({ unit: 'share' }), saying).text, 'belum dapat dibandingkan')
})

test('BOARD-14 a square is filled by fifths of the highest: none for nothing, one for anything', () => {
  assert.deepEqual(
    [0, 1, 20, 21, 60, 99, 100].map((n) => fifthOf(n, 100)),
    [0, 1, 1, 2, 3, 5, 5],
  )
  assert.equal(fifthOf(0, 0), 0)
  assert.equal(fifthOf(7, 5), 5)
})
