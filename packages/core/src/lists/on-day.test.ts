import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Said } from './on-day.ts'
import { countsIn, itemOn, lastNamed, latest } from './on-day.ts'

const word = (place: string, from: string, says: Said['says'] = 'holds', name = `${place} ${from}`): Said => ({
  list: 'reject',
  code: 'lama',
  place,
  names: { id: name, en: name },
  data: {},
  from,
  says,
})
const nameOn = (said: readonly Said[], place: string, day = '2026-11-22'): string | null =>
  itemOn(said, place, day)?.names.id ?? null

test('LISTS-9 the nearest place counts: a district before its province before the nation, each for those under it', () => {
  const said = [word('00', '2016-01-01'), word('34', '2020-01-01'), word('34.04', '2024-01-01')]
  assert.equal(nameOn(said, '34.04'), '34.04 2024-01-01')
  assert.equal(nameOn(said, '34.02'), '34 2020-01-01')
  assert.equal(nameOn(said, '34'), '34 2020-01-01')
  assert.equal(nameOn(said, '33.01'), '00 2016-01-01')
  assert.equal(nameOn(said, '33'), '00 2016-01-01')
  assert.equal(nameOn(said, '00'), '00 2016-01-01')
  assert.equal(nameOn([word('34', '2020-01-01')], '00'), null, 'what a province says is nothing to the nation')
})

test('LISTS-9 what is said somewhere counts there and below, and not beside or above it', () => {
  assert.deepEqual(
    ['00', '34', '34.04', '34.02', '3', '33'].map((place) => countsIn(place, '34.04')),
    [true, true, true, false, false, false],
  )
  assert.deepEqual(
    ['00', '34', '34.04'].map((place) => countsIn(place, '34')),
    [true, true, false],
  )
})

test('LISTS-14 of one place the latest word that has begun counts; of one day the one that was said last', () => {
  const said = [word('00', '2026-01-01'), word('00', '2026-06-01'), word('00', '2026-06-01', 'holds', 'kedua')]
  assert.equal(nameOn(said, '00', '2025-12-31'), null)
  assert.equal(nameOn(said, '00', '2026-05-31'), '00 2026-01-01')
  assert.equal(nameOn(said, '00', '2026-06-01'), 'kedua')
  assert.equal(nameOn(said.toReversed(), '00', '2026-06-01'), '00 2026-06-01')
})

test('LISTS-14 an end hides an item under its place, a place that says no more shows what stands above again', () => {
  const above = word('00', '2016-01-01')
  const own = word('34.04', '2024-01-01')
  assert.equal(nameOn([above, own, word('34.04', '2026-01-01', 'ended')], '34.04'), null)
  assert.equal(nameOn([above, own, word('34.04', '2026-01-01', 'as-above')], '34.04'), above.names.id)
  assert.equal(nameOn([own, word('34.04', '2026-01-01', 'as-above')], '34.04'), null)
  assert.equal(nameOn([above, own, word('34.04', '2026-01-01', 'taken-back')], '34.04'), own.names.id)
  assert.equal(latest([word('34.04', '2026-01-01', 'taken-back')], '34.04', '2026-11-22'), null)
})

test('LISTS-8 an old case reads the name that an item had last, where it was offered', () => {
  const ended = [word('34.04', '2024-01-01'), word('34.04', '2026-01-01', 'ended', 'nama akhir')]
  assert.equal(lastNamed(ended, '34.04', '2026-11-22')?.names.id, 'nama akhir')
  assert.equal(lastNamed(ended, '34.02', '2026-11-22'), null)
  const over = [word('34', '2020-01-01'), word('34', '2021-01-01', 'as-above')]
  assert.equal(lastNamed(over, '34.04', '2026-11-22')?.names.id, '34 2020-01-01')
  assert.equal(lastNamed(over, '34', '2019-01-01'), null)
})
