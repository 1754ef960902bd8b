import assert from 'node:assert/strict'
import { test } from 'node:test'
import { labelOf, matching } from './choose-options.ts'

const groups = [
  { name: 'Kesehatan', options: [{ value: 'pbi-off', label: 'BPJS PBI tidak aktif' }] },
  { name: 'Perumahan', options: [{ value: 'roof', label: 'Rumah tidak layak huni', hint: 'RTLH' }] },
]

test('CHOOSE-1 every typed word must stand somewhere, in any order and any case', () => {
  assert.deepEqual(valuesFor('aktif bpjs'), ['pbi-off'])
  assert.deepEqual(valuesFor('tidak'), ['pbi-off', 'roof'])
  assert.deepEqual(valuesFor('tidak ada'), [])
})

test('CHOOSE-2 the name of the group and the hint are searched too', () => {
  assert.deepEqual(valuesFor('perumahan'), ['roof'])
  assert.deepEqual(valuesFor('rtlh'), ['roof'])
})

test('CHOOSE-3 nothing typed shows everything, and a value names its label', () => {
  assert.equal(matching(groups, ' ').length, 2)
  assert.equal(labelOf(groups, 'roof'), 'Rumah tidak layak huni')
  assert.equal(labelOf(groups, 'gone'), '')
})

const valuesFor = (typed: string) => matching(groups, typed).flatMap(({ options }) => options.map(({ value }) => value))

test('CHOOSE-1 signs between words are no obstacle', () => {
  assert.deepEqual(valuesFor('(bpjs) pbi/tidak-aktif'), ['pbi-off'])
  assert.deepEqual(valuesFor('  TIDAK   layak '), ['roof'])
  assert.deepEqual(valuesFor('!?'), ['pbi-off', 'roof'])
})

test('CHOOSE-2 a group that is left without choices falls away, the others keep their order', () => {
  assert.deepEqual(
    matching(groups, 'layak').map(({ name }) => name),
    ['Perumahan'],
  )
  assert.deepEqual(
    matching(groups, 'tidak').map(({ name }) => name),
    ['Kesehatan', 'Perumahan'],
  )
  assert.deepEqual(matching([], 'a'), [])
})
