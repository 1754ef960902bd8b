import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../kernel/json.ts'
import type { Holder } from './registry.ts'
import { shippedCodes } from './shipped-codes.ts'
import type { ValueFault } from './values.ts'
import { tidy, valueFault } from './values.ts'
import { variableOf, variables } from './variables.ts'

const knows = (list: string, code: string): boolean =>
  shippedCodes.some((item) => item.list === list && item.code === code)

/** What somebody types or a file brings, and what is wrong with its form: only its form, never how likely it is. */
const given: readonly (readonly [of: Holder, name: string, value: Json, fault: ValueFault | null])[] = [
  ['person', 'nama', 'Siti', null],
  ['person', 'nama', 'D', null],
  ['person', 'nama', "Ma'ruf", null],
  ['person', 'nama', null, 'missing'],
  ['person', 'nama', '', 'shape'],
  ['person', 'nama', ' \t ', 'shape'],
  ['person', 'nama', 42, 'shape'],
  ['person', 'nama', ['Siti'], 'shape'],
  ['person', 'nomor_induk_kependudukan', '9999999999999999', null],
  ['person', 'nomor_induk_kependudukan', '3404 0745 0680 0001', null],
  ['person', 'nomor_induk_kependudukan', '', 'length'],
  ['person', 'nomor_induk_kependudukan', '3404********0001', 'digits'],
  ['person', 'nomor_induk_kependudukan', 3404, 'shape'],
  ['person', 'nomor_induk_kependudukan', false, 'shape'],
  ['person', 'nomor_telepon', '081234567890', null],
  ['person', 'nomor_telepon', '+62 812-3456-7890', null],
  ['person', 'nomor_telepon', '(0274) 555 123', null],
  ['person', 'nomor_telepon', '112', 'shape'],
  ['person', 'nomor_telepon', '0812 a.n. Budi', 'shape'],
  ['person', 'nomor_telepon', 81_234_567_890, 'shape'],
  ['person', 'nomor_telepon', '62+8123456', 'shape'],
  ['person', 'tanggal_lahir', '1900-01-01', null],
  ['person', 'tanggal_lahir', '2099-12-31', null],
  ['person', 'tanggal_lahir', '2000-02-29', null],
  ['person', 'tanggal_lahir', '1900-02-29', 'shape'],
  ['person', 'tanggal_lahir', '2026-11-31', 'shape'],
  ['person', 'tanggal_lahir', '2026-11-22T00:00:00Z', 'shape'],
  ['person', 'tanggal_lahir', '22-11-2026', 'shape'],
  ['person', 'jenis_kelamin', '2', null],
  ['person', 'jenis_kelamin', 'P', 'code'],
  ['person', 'jenis_kelamin', '3', 'code'],
  ['person', 'jenis_kelamin', 2, 'shape'],
  ['person', 'status_kawin', '01', 'code'],
  ['person', 'status_kawin', ' 1', 'code'],
  ['person', 'status_kawin', '', 'code'],
  ['person', 'penyakit_kronis', [], null],
  ['person', 'penyakit_kronis', ['asma', 'asma'], 'shape'],
  ['person', 'penyakit_kronis', ['asma', 'pilek'], 'code'],
  ['person', 'penyakit_kronis', ['asma', null], 'shape'],
  ['person', 'penyakit_kronis', 'asma', 'shape'],
  ['person', 'hamil', false, null],
  ['person', 'hamil', 'true', 'shape'],
  ['person', 'hamil', 0, 'shape'],
  ['person', 'jumlah_usaha', 0, null],
  ['person', 'jumlah_usaha', 9999, null],
  ['person', 'jumlah_usaha', 10_000, 'shape'],
  ['person', 'jumlah_usaha', 0.5, 'shape'],
  ['person', 'jumlah_usaha', -1, 'shape'],
  ['person', 'jumlah_usaha', '2', 'shape'],
  ['person', 'tempat_lahir', 'x'.repeat(300), null],
  ['person', 'tempat_lahir', 'x'.repeat(301), 'shape'],
  ['family', 'nomor_kartu_keluarga', '3404070101100001', null],
  ['family', 'nomor_kartu_keluarga', '340407010110000', 'length'],
  ['family', 'nomor_kartu_keluarga', '3404070101l00001', 'digits'],
  ['family', 'kode_kelurahan_desa', null, 'missing'],
  ['family', 'alamat', null, null],
  ['family', 'luas_lantai', 0, null],
  ['family', 'luas_lantai', 36.5, null],
  ['family', 'luas_lantai', 1_000_000, null],
  ['family', 'luas_lantai', 1_000_000.5, 'shape'],
  ['family', 'luas_lantai', -0.1, 'shape'],
  ['family', 'luas_lantai', '36', 'shape'],
  ['family', 'lokasi', [-7.7, 110.4], null],
  ['family', 'lokasi', [90, 180], null],
  ['family', 'lokasi', [-90, -180], null],
  ['family', 'lokasi', [110.4, -7.7], 'shape'],
  ['family', 'lokasi', [-7.7, 110.4, 120], 'shape'],
  ['family', 'lokasi', ['-7.7', '110.4'], 'shape'],
  ['family', 'lokasi', { lat: -7.7, lng: 110.4 }, 'shape'],
  ['family', 'sepeda_motor', true, 'shape'],
  ['family', 'emas_perhiasan', 2.5, null],
  ['family', 'ternak_besar', 2.5, 'shape'],
]
for (const [of, name, value, fault] of given) {
  const shown = JSON.stringify(value)
  test(`REGISTRY-10 ${name} ${shown.length > 40 ? `of ${shown.length} signs` : shown}: ${fault ?? 'taken'}`, () => {
    const variable = variableOf(of, name)
    assert.ok(variable, `${of} ${name}`)
    assert.equal(valueFault(variable, value, knows), fault)
  })
}

test('REGISTRY-10 none, or not known, may be said of everything but a name and a village', () => {
  const needed = variables.filter((variable) => valueFault(variable, null, knows) !== null)
  assert.deepEqual(
    needed.map(({ of, name }) => `${of} ${name}`),
    ['person nama', 'family kode_kelurahan_desa'],
  )
})

test('REGISTRY-7 a code of one list is none of another, and a list that nobody knows has no codes', () => {
  for (const variable of variables.filter(({ kind }) => kind === 'code')) {
    const own = shippedCodes.filter(({ list }) => list === variable.list).map(({ code }) => code)
    assert.ok(own.length > 0, variable.name)
    for (const code of own) assert.equal(valueFault(variable, code, knows), null, `${variable.name} ${code}`)
    for (const code of own)
      assert.equal(
        valueFault(variable, code, () => false),
        'code',
        `${variable.name} ${code}`,
      )
    assert.equal(valueFault(variable, 'tidak-ada', knows), 'code', variable.name)
  }
})

test('REGISTRY-10 an object is no value of any variable, and nothing throws', () => {
  for (const variable of variables)
    for (const odd of [{}, { 0: 'x', length: 1 }, [[]], [{}]])
      assert.notEqual(valueFault(variable, odd, knows), null, `${variable.name} ${JSON.stringify(odd)}`)
})

test('REGISTRY-4 only numbers are tidied: names, phones and addresses stay as they were typed', () => {
  const values = {
    nama: 'Siti A. - B',
    nomor_telepon: '0812-3456 7890',
    alamat: 'RT 01-02. No. 3',
    nomor_induk_kependudukan: '3404.0745.0680.0001',
    nomor_kartu_keluarga: null,
    sepeda_motor: 1,
  }
  assert.deepEqual(tidy(values), { ...values, nomor_induk_kependudukan: '3404074506800001' })
  assert.deepEqual(tidy({}), {})
})
