import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { askedOf, completenessOf } from './complete.ts'
import type { Values } from './registry.ts'
import { familyVariables, personVariables } from './variables.ts'

const day = '2026-11-22'
const asked = (of: 'person' | 'family', said: Values) => askedOf(of, said, day).map(({ name }) => name)
const asks = (of: 'person' | 'family', said: Values, name: string) => asked(of, said).includes(name)

test('REGISTRY-11 nobody is asked what their age or sex leaves no question of', () => {
  const born = (birth: string, sex = '2') => ({ tanggal_lahir: birth, jenis_kelamin: sex })
  const table: readonly (readonly [name: string, said: Values, isAsked: boolean])[] = [
    ['status_kawin', born('2020-01-01'), false],
    ['status_kawin', born('2010-01-01'), true],
    ['status_kawin', {}, true],
    ['partisipasi_sekolah', born('2023-01-01'), false],
    ['partisipasi_sekolah', born('2021-11-22'), true],
    ['gizi_balita', born('2023-01-01'), true],
    ['gizi_balita', born('2021-11-22'), false],
    ['gizi_balita', {}, false],
    ['hamil', born('1990-01-01'), true],
    ['hamil', born('1990-01-01', '1'), false],
    ['hamil', born('1960-01-01'), false],
    ['akta_kelahiran', born('1990-01-01'), false],
    ['rekam_ktp_el', born('2010-01-01'), false],
    ['rekam_ktp_el', born('2009-11-22'), true],
    ['penghasilan', born('2020-01-01'), false],
  ]
  for (const [name, said, isAsked] of table)
    assert.equal(asks('person', said, name), isAsked, `${name} ${said['tanggal_lahir']}`)
})

test('REGISTRY-11 an answer that closes a question is not followed by it', () => {
  assert.ok(!asks('person', { partisipasi_sekolah: '1' }, 'ijazah_tertinggi'))
  assert.ok(asks('person', { partisipasi_sekolah: '3' }, 'ijazah_tertinggi'))
  assert.ok(!asks('person', { status_pekerjaan: null }, 'lapangan_usaha'))
  assert.ok(!asks('person', { jumlah_usaha: 0 }, 'lapangan_usaha_sendiri'))
  assert.ok(asks('person', { jumlah_usaha: 1 }, 'lapangan_usaha_sendiri'))
  for (const name of ['jenis_kloset', 'pembuangan_akhir_tinja']) {
    assert.ok(asks('family', {}, name))
    assert.ok(!asks('family', { fasilitas_bab: '4' }, name))
  }
  assert.ok(!asks('family', { sumber_penerangan_utama: '4' }, 'daya_terpasang'))
  assert.ok(!asks('family', { sumber_penerangan_utama: '1', daya_terpasang: '6' }, 'id_meteran_PLN'))
  assert.ok(asks('family', { sumber_penerangan_utama: '1', daya_terpasang: '2' }, 'id_meteran_PLN'))
})

test('REGISTRY-11 what the village or the members say is not asked of a family again', () => {
  for (const name of ['kecamatan', 'kode_provinsi', 'nama_kepala_keluarga']) assert.ok(!asks('family', {}, name), name)
})

test('REGISTRY-8 the questions of a place stand at the end, each with its own holder', () => {
  const local = [
    { name: 'lokal-a', of: 'family', kind: 'yes-no', from: 'local' },
    { name: 'lokal-b', of: 'person', kind: 'count', from: 'local' },
  ] as const
  assert.equal(askedOf('family', {}, day, local).at(-1)?.name, 'lokal-a')
  assert.equal(askedOf('person', {}, day, local).at(-1)?.name, 'lokal-b')
  assert.equal(askedOf('person', {}, day, local).filter(({ from }) => from === 'local').length, 1)
})

test('REGISTRY-11 nothing said is nothing, all said is whole, and "none" is an answer', () => {
  assert.equal(completenessOf('person', {}, day).percent, 0)
  const all = (list: readonly { name: string }[]): Values => Object.fromEntries(list.map(({ name }) => [name, null]))
  assert.equal(completenessOf('person', all(personVariables), day).percent, 100)
  assert.equal(completenessOf('family', all(familyVariables), day).percent, 100)
  assert.deepEqual(completenessOf('family', { sepeda: 0 }, day), { known: 1, asked: 36, percent: 2 })
})

test('REGISTRY-11 enrichment and the questions of a place do not make a family less known', () => {
  const before = completenessOf('person', { nama: 'Siti' }, day)
  assert.deepEqual(completenessOf('person', { nama: 'Siti', agama: 'islam', 'lokal-x': true }, day), before)
})

property(
  'REGISTRY-11 one answer more never makes more of the old ones missing than it closes questions',
  fc.subarray(familyVariables.map(({ name }) => name)),
  (names) => {
    const said = Object.fromEntries(names.map((name) => [name, '1']))
    const { known, asked: all, percent } = completenessOf('family', said, day)
    assert.ok(known <= all && percent >= 0 && percent <= 100)
    assert.equal(percent === 100, known === all)
  },
)
