import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeCode } from '../place/code.ts'
import { nearest, nearness } from './alike.ts'
import { labels } from './labels.ts'
import { villageIn } from './place.ts'

const village = (code: string, name: string, path: string) => ({ code: placeCode.parse(code), name, path })
const depok = village('34.04.07.2001', 'Caturtunggal', 'Depok, Sleman')
const sari = [
  village('34.04.08.2001', 'Sendangsari', 'Minggir, Sleman'),
  village('34.01.01.2001', 'Sendangsari', 'Pengasih, Kulon Progo'),
]

test('INTAKE-16 a village is found under its name, with a slip, and written in parts', () => {
  for (const name of ['Caturtunggal', 'CATUR TUNGGAL', 'Caturtungal', 'Caturtunggall'])
    assert.equal(villageIn(name, '', [depok, ...sari])?.value, depok, name)
  assert.equal(villageIn('Caturtunggal', '', [depok])?.sure, 1)
  assert.ok((villageIn('Caturtungal', '', [depok])?.sure ?? 1) < 1)
})

test('INTAKE-16 two villages of one name are told apart by the sub-district, or not at all', () => {
  assert.equal(villageIn('Sendangsari', '', sari), null)
  assert.equal(villageIn('Sendangsari', 'Pengasih', sari)?.value, sari[1])
  assert.equal(villageIn('Sendangsari', 'Depok', sari), null)
  assert.equal(villageIn('', '', sari), null)
  assert.equal(villageIn('Bantul', '', sari), null)
})

test('INTAKE-12 short words forgive nothing, longer ones one slip or two, and never the first letter', () => {
  assert.equal(nearness('nik', 'nkk'), 0)
  assert.equal(nearness('nik', 'nikk'), 0.75)
  assert.equal(nearness('kk', 'hp'), 0)
  assert.equal(nearness('nama', 'nma'), 0.75)
  assert.equal(nearness('nama', 'nmaa'), 0.75)
  assert.equal(nearness('lama', 'nama'), 0)
  assert.equal(nearness('anma', 'nama'), 0.75)
  assert.ok(nearness('kecamatn', 'kecamatan') > 0.8)
  assert.equal(nearness('kcmtan', 'kecamatan'), 0)
})

test('INTAKE-12 every label is told from every other', () => {
  for (const { key, spelling } of labels) assert.deepEqual(nearest(spelling, labels), { key, sure: 1 }, spelling)
  assert.equal(nearest('', labels), null)
  assert.equal(nearest('qwerty', labels), null)
})
