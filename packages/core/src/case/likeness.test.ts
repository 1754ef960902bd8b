import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import type { Comparable } from './likeness.ts'
import { compareCases, worthShowing } from './likeness.ts'

const typed: Comparable = {
  nik: 'nik',
  kk: 'kk',
  phone: 'phone',
  name: 'Siti Aminah',
  category: 'pbi-inactive',
  place: '34.04.07.2001',
}
const blank: Comparable = { nik: null, kk: null, phone: null, name: '', category: null, place: null }
const compare = (there: Partial<Comparable>, daysAgo = 200) =>
  compareCases(typed, { ...blank, ...there, registeredAt: monday - daysAgo * dayMs }, monday)

test('CASE-25 the same identity number alone is worth a look', () => {
  const { score, reasons } = compare({ nik: 'nik' })
  assert.deepEqual(reasons, ['same-nik'])
  assert.ok(score >= worthShowing)
})

test('CASE-25 a like name in the same village about the same need is worth a look', () => {
  const { score, reasons } = compare({ name: 'Siti Aminnah', place: typed.place, category: typed.category })
  assert.deepEqual(reasons, ['like-name', 'same-category', 'same-village'])
  assert.ok(score >= worthShowing)
})

test('CASE-25 the same village and need alone are not: a district has hundreds of those', () => {
  const { score } = compare({ place: typed.place, category: typed.category }, 1)
  assert.ok(score < worthShowing)
})

test('CASE-25 what nobody told is never the same', () => {
  const unknown = compareCases(blank, { ...blank, registeredAt: 0 }, monday)
  assert.deepEqual(unknown, { score: 0, reasons: [] })
  const empty = compareCases({ ...blank, phone: '' }, { ...blank, phone: '', registeredAt: 0 }, monday)
  assert.deepEqual(empty.reasons, [])
})

test('CASE-25 each further sign adds to the score, and is named to the officer', () => {
  const few = compare({ nik: 'nik' })
  const more = compare({ nik: 'nik', phone: 'phone', kk: 'kk' }, 10)
  assert.ok(more.score > few.score)
  assert.deepEqual(more.reasons, ['same-nik', 'same-kk', 'same-phone', 'recent'])
})
