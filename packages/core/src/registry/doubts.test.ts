import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubtCodes, familyDoubts, personDoubts } from './doubts.ts'
import { numberDoubts } from './identity.ts'
import type { Values } from './registry.ts'

const day = '2026-11-22'
const codes = (said: Values): readonly string[] => personDoubts(said, day, null).map(({ code }) => code)

test('REGISTRY-12 somebody of whom all agrees gives no doubt', () => {
  const said = {
    nama: 'Siti Aminah',
    nomor_induk_kependudukan: '3404074506800001',
    tanggal_lahir: '1980-06-05',
    jenis_kelamin: '2',
    status_hubungan_keluarga: '1',
    status_kawin: '4',
    ijazah_tertinggi: '12',
    hamil: false,
  }
  assert.deepEqual(
    personDoubts(said, day, () => true),
    [],
  )
  assert.deepEqual(
    personDoubts({}, day, () => false),
    [],
  )
})

const doubtful: readonly (readonly [code: string, variable: string, said: Values])[] = [
  ['birth-ahead', 'tanggal_lahir', { tanggal_lahir: '2026-11-23' }],
  ['birth-old', 'tanggal_lahir', { tanggal_lahir: '1915-11-22' }],
  ['head-young', 'status_hubungan_keluarga', { tanggal_lahir: '2012-01-01', status_hubungan_keluarga: '1' }],
  ['married-young', 'status_kawin', { tanggal_lahir: '2011-01-01', status_kawin: '2' }],
  ['diploma-young', 'ijazah_tertinggi', { tanggal_lahir: '2010-01-01', ijazah_tertinggi: '14' }],
  ['pregnant-man', 'hamil', { jenis_kelamin: '1', hamil: true }],
  ['nik-sex', 'nomor_induk_kependudukan', { jenis_kelamin: '1', nomor_induk_kependudukan: '3404074506800001' }],
]
for (const [code, variable, said] of doubtful)
  test(`REGISTRY-12 ${code} is told beside ${variable}`, () => {
    assert.deepEqual(personDoubts(said, day, null), [{ variable, code }])
  })

test('REGISTRY-12 the same just inside the bound is not told', () => {
  assert.deepEqual(codes({ tanggal_lahir: '2026-11-22' }), [])
  assert.deepEqual(codes({ tanggal_lahir: '1915-11-23' }), [])
  assert.deepEqual(codes({ tanggal_lahir: '2011-11-22', status_hubungan_keluarga: '1' }), [])
  assert.deepEqual(codes({ tanggal_lahir: '2010-11-22', status_kawin: '2' }), [])
  assert.deepEqual(codes({ tanggal_lahir: '2012-01-01', status_kawin: '1' }), [])
  assert.deepEqual(codes({ tanggal_lahir: '2010-01-01', ijazah_tertinggi: '11' }), [])
  assert.deepEqual(codes({ tanggal_lahir: '2008-11-22', ijazah_tertinggi: '12' }), [])
})

test('REGISTRY-12 a family is told when it has no head, or two, and when nobody is in it nothing is asked of a head', () => {
  const head = { status_hubungan_keluarga: '1' }
  const told = (members: readonly Values[]) => familyDoubts({}, members, null).map(({ code }) => code)
  assert.deepEqual([told([]), told([head]), told([{}]), told([head, head])], [[], [], ['no-head'], ['two-heads']])
})

test('REGISTRY-12 a house in which nobody could lie down, and more of a thing than people own, are told', () => {
  const member = { status_hubungan_keluarga: '1' }
  assert.deepEqual(familyDoubts({ luas_lantai: 0.9 }, [member], null), [{ variable: 'luas_lantai', code: 'crowded' }])
  assert.deepEqual(familyDoubts({ luas_lantai: 1 }, [member], null), [])
  assert.deepEqual(familyDoubts({ luas_lantai: 0.9 }, [], null), [])
  assert.deepEqual(familyDoubts({ sepeda_motor: 9, mobil: 5 }, [], null), [{ variable: 'sepeda_motor', code: 'many' }])
})

test('REGISTRY-12 the number of a card is held against the places', () => {
  const said = { nomor_kartu_keluarga: '9999990101100001' }
  assert.deepEqual(
    familyDoubts(said, [], () => false),
    [{ variable: 'nomor_kartu_keluarga', code: 'kk-place' }],
  )
  assert.deepEqual(familyDoubts(said, [], null), [])
})

test('REGISTRY-12 every doubt of a number is a doubt that has a sentence', () => {
  for (const code of numberDoubts) assert.ok(doubtCodes.includes(code), code)
  assert.equal(new Set(doubtCodes).size, doubtCodes.length)
})
