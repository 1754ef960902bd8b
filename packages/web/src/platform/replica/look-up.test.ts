import assert from 'node:assert/strict'
import { test } from 'node:test'
import { villageCode } from '@openslrt/core/place/code.ts'
import { aPerson } from '../../testing/a-field-server.ts'
import { find, lookUpOf, mostFound } from './look-up.ts'

const sinduadi = villageCode.parse('34.04.06.2001')
const villages = [
  { code: '34.04.07.2003', name: 'Caturtunggal' },
  { code: sinduadi, name: 'Sinduadi' },
]
const people = [
  aPerson(1, 'Achmad Jusuf', { said: { nama: 'Achmad Jusuf', tanggal_lahir: '1960-03-12' } }),
  aPerson(2, 'Siti Aminah', {
    said: { nama: 'Siti Aminah', tanggal_lahir: '1985-08-17', nomor_induk_kependudukan: '3404**********34' },
  }),
  aPerson(3, 'Siti Aminah', {
    place: sinduadi,
    said: { nama: 'Siti Aminah', tanggal_lahir: '1990-01-01', nomor_induk_kependudukan: '3404**********71' },
  }),
  aPerson(4, 'Bambang Priyono'),
]
const lookUp = lookUpOf({ person: new Map(people.map((one) => [one.id, one])), family: new Map() })
const seqOf = new Map(people.map(({ id, seq }) => [String(id), seq]))
const found = (typed: string) => find(lookUp, typed, villages).map(({ id }) => seqOf.get(id))

test('SYNC-30 a name is found however it is spelled', () => {
  for (const typed of ['Ahmad Yusup', 'akhmad jusuf', 'Achmad', 'YUSUF']) assert.deepEqual(found(typed), [1], typed)
})

test('SYNC-30 a village, a day and a year of birth tell namesakes apart', () => {
  assert.deepEqual(found('siti aminah').toSorted(), [2, 3])
  assert.deepEqual(found('siti aminah sinduadi'), [3])
  assert.deepEqual(found('siti aminah desa caturtunggal'), [2])
  assert.equal(found('Siti Aminah 17-08-1985')[0], 2)
  assert.equal(found('siti aminah 1990')[0], 3)
  assert.deepEqual([found('17-08-1985'), found('1990')], [[2], [3]])
})

test('SYNC-30 the last digits of a number find whose it may be, alone or beside a name; a whole number too', () => {
  assert.deepEqual([found('34'), found('siti 71'), found('3404071708850034')], [[2], [3], [2]])
  assert.deepEqual([found('1204071708850034'), found('Bambang 34')], [[], []])
})

test('SYNC-30 nothing typed finds nobody, nor does a name that nobody has', () => {
  assert.deepEqual([found(''), found('   '), found('Wahyuningsih')], [[], [], []])
})

test('SYNC-30 of a name that many have, no more are told than are read', () => {
  const many = Array.from({ length: 900 }, (_, at) => aPerson(at, 'Siti Rahayu'))
  const crowd = lookUpOf({ person: new Map(many.map((one) => [one.id, one])), family: new Map() })
  assert.equal(find(crowd, 'siti', villages).length, mostFound)
})
