import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedCodes } from '@openslrt/core/registry/shipped-codes.ts'
import { faultsIn, givenIn, saidNone, typedOf, valueOf } from '@openslrt/core/registry/typed.ts'
import { valueFault } from '@openslrt/core/registry/values.ts'
import { familyVariables, personVariables, type Variable, variableOf } from '@openslrt/core/registry/variables.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { familiesOf, familyHref, personHref } from './family-address.ts'
import { newDoubts, newFaults, newPerson, nothingTyped, suggestedBy } from './person-form.ts'

const one = (of: 'person' | 'family', name: string): Variable => {
  const variable = variableOf(of, name)
  assert.ok(variable, name)
  return variable
}

test('REGISTRY-20 what stands there is what a form begins with, and sent as it is it changes nothing', () => {
  const variables = [...familyVariables]
  const said = {
    sepeda_motor: 2,
    emas_perhiasan: 2.5,
    jenis_lantai_terluas: '5',
    lokasi: [-7.77, 110.4],
    alamat: 'RT 04',
    nomor_kartu_keluarga: '3404**********01',
    id_meteran_PLN: null,
    status_lahan: null,
  }
  const before = typedOf(variables, said)
  assert.deepEqual(
    [before['sepeda_motor'], before['emas_perhiasan'], before['lokasi'], before['nomor_kartu_keluarga']],
    ['2', '2,5', '-7.77, 110.4', ''],
  )
  assert.deepEqual([before['id_meteran_PLN'], before['status_lahan']], ['', saidNone])
  assert.deepEqual(givenIn(variables, before, before), {})
  assert.deepEqual(faultsIn(variables, before, before), {})
})

const typed: readonly (readonly [of: 'person' | 'family', name: string, text: string, value: unknown])[] = [
  ['family', 'sepeda_motor', '2', 2],
  ['family', 'pemakaian_listrik', '1.500', 1500],
  ['family', 'emas_perhiasan', '2,5', 2.5],
  ['family', 'luas_lantai', '36', 36],
  ['family', 'jenis_lantai_terluas', '5', '5'],
  ['family', 'jenis_lantai_terluas', saidNone, null],
  ['family', 'lokasi', '-7.77, 110.4', [-7.77, 110.4]],
  ['family', 'alamat', ' RT 04 ', 'RT 04'],
  ['family', 'alamat', '  ', undefined],
  ['person', 'hamil', 'ya', true],
  ['person', 'hamil', 'tidak', false],
  ['person', 'penyakit_kronis', 'asma stroke', ['asma', 'stroke']],
  ['person', 'penyakit_kronis', saidNone, []],
  ['person', 'tanggal_lahir', '1980-06-05', '1980-06-05'],
]
for (const [of, name, text, value] of typed)
  test(`REGISTRY-20 "${text}" typed for ${name} is ${JSON.stringify(value)}`, () => {
    assert.deepEqual(valueOf(one(of, name), text), value)
  })

test('REGISTRY-20 what is emptied was said to be unknown; what was never said and stays empty is not said', () => {
  const variables = [one('family', 'sepeda_motor'), one('family', 'mobil')]
  const before = typedOf(variables, { sepeda_motor: 1 })
  assert.deepEqual(givenIn(variables, before, { sepeda_motor: '', mobil: '' }), { sepeda_motor: null })
})

test('REGISTRY-4 a wrong number, a word for a count and a taken name are told before they are sent', () => {
  const variables = [...personVariables]
  const before = typedOf(variables, { nama: 'Siti' })
  const faults = faultsIn(variables, before, {
    ...before,
    nama: '',
    nomor_induk_kependudukan: '123',
    jumlah_usaha: 'dua',
    nomor_telepon: 'tetangga',
  })
  assert.deepEqual(faults, {
    nama: 'family.new.name.missing',
    nomor_induk_kependudukan: 'family.edit.digits',
    jumlah_usaha: 'family.edit.wrong',
    nomor_telepon: 'family.edit.wrong',
  })
})

const answers = fc.constantFrom(
  '',
  '-',
  '0',
  '1',
  '2,5',
  '1.500',
  'ya',
  'tidak',
  'asma',
  '1980-06-05',
  'satu',
  ' x ',
  '-7, 110',
)
property(
  'REGISTRY-20 whatever is typed: what the form has nothing against has a form that the law takes',
  fc.record({ name: fc.constantFrom(...familyVariables, ...personVariables), text: answers }),
  ({ name: variable, text }) => {
    const before = typedOf([variable], {})
    const after = { [variable.name]: text }
    if (Object.keys(faultsIn([variable], before, after)).length > 0) return
    for (const value of Object.values(givenIn([variable], before, after)))
      assert.equal(
        valueFault(variable, value, () => true),
        null,
        `${variable.name} ${text}`,
      )
  },
  400,
)

test('REGISTRY-20 every code of a list passes through its field as it is', () => {
  for (const { list, code } of shippedCodes) {
    const variable = [...familyVariables, ...personVariables].find(
      (known) => known.list === list && known.kind === 'code',
    )
    if (variable) assert.equal(typedOf([variable], { [variable.name]: code })[variable.name], code)
  }
})

test('REGISTRY-5 a whole NIK suggests birth and sex, and takes away nothing that somebody said', () => {
  const nik = { ...nothingTyped, nomor_induk_kependudukan: '3404 0745 0680 0001' }
  assert.deepEqual(suggestedBy(nik, '2026-11-22'), { tanggal_lahir: '1980-06-05', jenis_kelamin: '2' })
  assert.deepEqual(suggestedBy({ ...nik, jenis_kelamin: '1', tanggal_lahir: '1980-01-01' }, '2026-11-22'), {})
  assert.deepEqual(suggestedBy({ ...nik, nomor_induk_kependudukan: '3404' }, '2026-11-22'), {})
})

test('REGISTRY-12 somebody new needs a name; what is odd is told and stops nobody', () => {
  const odd = { ...nothingTyped, nama: 'Siti', nomor_induk_kependudukan: '3404074506800001', jenis_kelamin: '1' }
  assert.deepEqual(newFaults(odd), {})
  assert.deepEqual(
    newDoubts(odd, '2026-11-22').map(({ code }) => code),
    ['nik-sex'],
  )
  assert.deepEqual(newPerson(odd), { nama: 'Siti', nomor_induk_kependudukan: '3404074506800001', jenis_kelamin: '1' })
  assert.deepEqual(newFaults(nothingTyped), { nama: 'family.new.name.missing' })
})

test('REGISTRY-17 an address shows the families that it names, and what it says wrongly it does not say', () => {
  const { page, ...filter } = familiesOf('wilayah=34.04.07.2001&lengkap=low&desil=none&keadaan=moved&halaman=3')
  assert.deepEqual([page, filter], [3, { place: '34.04.07.2001', complete: 'low', desil: 'none', status: 'moved' }])
  const wrong = familiesOf('wilayah=sleman&lengkap=x&desil=11&keadaan=semua')
  assert.deepEqual(
    [wrong.complete, wrong.desil, wrong.status, 'place' in wrong],
    [undefined, undefined, 'known', false],
  )
  const key = { district: '34.04', id: 'x' }
  assert.deepEqual([familyHref(key), personHref(key)], ['/keluarga/34.04/x', '/anggota/34.04/x'])
})
