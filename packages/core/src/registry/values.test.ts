import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../kernel/json.ts'
import { aFamily, aPerson, aRecord } from '../testing/a-family.ts'
import { property } from '../testing/property.ts'
import type { Values } from './registry.ts'
import { ageOn, codeOfSex, masked, saidOfFamily, saidOfPerson, sexOfCode } from './said.ts'
import { shippedCodes } from './shipped-codes.ts'
import { differenceOf, foldRecords, historyOf, valueFault } from './values.ts'
import type { Kind } from './variables.ts'
import { variableOf } from './variables.ts'

test('REGISTRY-9 of what is given only what is new is kept, with what stood before it', () => {
  const before = { status_kawin: '2', hamil: null, penyakit_kronis: ['asma'] }
  assert.deepEqual(differenceOf(before, { status_kawin: '4', hamil: null, agama: 'islam' }), {
    values: { status_kawin: '4', agama: 'islam' },
    was: { status_kawin: '2' },
  })
  assert.deepEqual(differenceOf(before, { penyakit_kronis: ['asma'] }), { values: {}, was: {} })
})

test('REGISTRY-9 said to be none is another thing than never said', () => {
  assert.deepEqual(differenceOf({}, { jumlah_usaha: null }), { values: { jumlah_usaha: null }, was: {} })
  assert.deepEqual(differenceOf({ jumlah_usaha: null }, { jumlah_usaha: 0 }), {
    values: { jumlah_usaha: 0 },
    was: { jumlah_usaha: null },
  })
})

test('REGISTRY-9 what has a column of its own is empty or is not: nobody says twice that there is no number', () => {
  assert.deepEqual(differenceOf({}, { nomor_induk_kependudukan: null }), { values: {}, was: {} })
  const nik = '3404074506800001'
  assert.deepEqual(differenceOf({ nomor_induk_kependudukan: nik }, { nomor_induk_kependudukan: null }), {
    values: { nomor_induk_kependudukan: null },
    was: { nomor_induk_kependudukan: nik },
  })
})

test('REGISTRY-9 the history of a value tells who, when, how and what stood before, the newest first', () => {
  const visit = { ...aRecord, at: 1, values: { status_kawin: '2', agama: 'islam' }, was: {} }
  const desk = {
    ...aRecord,
    at: 2,
    way: 'desk' as const,
    source: 'KTP',
    values: { status_kawin: '4' },
    was: { status_kawin: '2' },
  }
  const history = historyOf('status_kawin', [visit, desk])
  assert.deepEqual(
    history.map(({ value, was, way, at }) => [value, was, way, at]),
    [
      ['4', '2', 'desk', 2],
      ['2', undefined, 'visit', 1],
    ],
  )
  assert.deepEqual([history[0]?.source, history[0]?.by, history[0]?.ref], ['KTP', aRecord.by, null])
  assert.deepEqual(historyOf('hamil', [visit, desk]), [])
})

const some = fc.constantFrom<Json>(null, '1', '2', true, 3)
const given = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), some, { noNullPrototype: true })
property(
  'REGISTRY-9 what a holder says is the fold of its records over what its load brought, whatever was given in which order',
  fc.tuple(given, fc.array(given, { maxLength: 8 })),
  ([loaded, givings]) => {
    let now: Values = loaded
    const records = givings.map((values) => {
      const difference = differenceOf(now, values)
      now = { ...now, ...values }
      return difference
    })
    assert.deepEqual(foldRecords(loaded, records), now)
    // Back through what stood before each: where somebody had said something, it is found again.
    for (const { values, was } of records.toReversed())
      for (const name of Object.keys(values)) {
        const { [name]: _, ...rest } = now
        now = name in was ? { ...rest, [name]: was[name] ?? null } : rest
      }
    assert.deepEqual(now, loaded)
  },
)

test('REGISTRY-1 what is kept of numbers and phones is masked, all else is kept as it is', () => {
  const said = saidOfPerson(aPerson)
  assert.deepEqual(masked(said), {
    ...said,
    nomor_induk_kependudukan: '3404**********01',
    nomor_telepon: '08**-****-**11',
  })
  assert.deepEqual(masked({ nomor_kartu_keluarga: null, sepeda: 2 }), { nomor_kartu_keluarga: null, sepeda: 2 })
})

test('REGISTRY-2 a person and a family are said under official names, columns among them', () => {
  assert.deepEqual(saidOfPerson({ ...aPerson, nik: null, phone: null, birthDate: null, values: {} }), {
    nama: 'Siti Aminah',
    jenis_kelamin: '2',
  })
  const said = saidOfFamily(aFamily)
  assert.deepEqual(
    [said['nomor_kartu_keluarga'], said['kode_kelurahan_desa'], said['desil'], said['desil_on'], said['sepeda_motor']],
    [aFamily.kk, aFamily.place, 2, '2026-07-10', 1],
  )
  assert.ok(!('desil' in saidOfFamily({ ...aFamily, desil: null })))
})

test('REGISTRY-2 a sex is exchanged by its official code', () => {
  assert.deepEqual((['L', 'P', null] as const).map(codeOfSex), ['1', '2', null])
  assert.deepEqual(['1', '2', 'L', null, 1].map(sexOfCode), ['L', 'P', null, null, null])
})

test('REGISTRY-2 an age is whole years, and grows on the birthday', () => {
  assert.deepEqual(
    ['2026-06-04', '2026-06-05', '1980-06-05', '1979-12-31'].map((day) => ageOn('1980-06-05', day)),
    [45, 46, 0, null],
  )
  assert.equal(ageOn(null, '2026-06-05'), null)
})

const knows = (list: string, code: string): boolean =>
  shippedCodes.some((item) => item.list === list && item.code === code)

/** Of each kind a variable, what it takes, and what it does not. */
const tried: Readonly<
  Record<Kind, readonly [name: string, of: 'person' | 'family', takes: readonly Json[], not: readonly Json[]]>
> = {
  code: ['status_kawin', 'person', ['1', '4'], [1, true, ['1'], '']],
  codes: [
    'penyakit_kronis',
    'person',
    [[], ['asma'], ['asma', 'stroke']],
    ['asma', ['asma', 'asma'], [1], { asma: true }],
  ],
  count: ['sepeda_motor', 'family', [0, 1, 9999], [-1, 1.5, '1', true, 10_000]],
  quantity: ['emas_perhiasan', 'family', [0, 2.5, 1_000_000], [-0.1, '2', 1_000_001, [2]]],
  text: ['nama_ibu_kandung', 'person', ['Sri', 'x'.repeat(300)], ['', '  ', 5, 'x'.repeat(301)]],
  day: ['tanggal_lahir', 'person', ['1980-06-05'], ['1980-02-30', '5-6-1980', 1980]],
  'yes-no': ['hamil', 'person', [true, false], ['ya', 1, 0]],
  point: ['lokasi', 'family', [[-7.7, 110.4]], [[-7.7], [-91, 0], [0, 181], '0,0', ['a', 'b']]],
}
for (const [kind, [name, of, takes, not]] of Object.entries(tried))
  test(`REGISTRY-10 ${name} takes what is a ${kind}, none, and nothing else`, () => {
    const variable = variableOf(of, name)
    assert.ok(variable?.kind === kind)
    for (const value of [...takes, null]) assert.equal(valueFault(variable, value, knows), null, JSON.stringify(value))
    for (const value of not) assert.ok(valueFault(variable, value, knows), JSON.stringify(value))
  })

test('REGISTRY-10 a code that no list has there is told apart from what is no code at all', () => {
  const [married, ill] = [variableOf('person', 'status_kawin'), variableOf('person', 'penyakit_kronis')]
  assert.ok(married && ill)
  assert.equal(valueFault(married, '5', knows), 'code')
  assert.equal(
    valueFault(married, '5', () => true),
    null,
  )
  assert.equal(valueFault(ill, ['asma', 'flu'], knows), 'code')
})

test('REGISTRY-10 a name and a village can not be taken away, a number can; a wrong number says why', () => {
  const fault = (of: 'person' | 'family', name: string, value: Json) => {
    const variable = variableOf(of, name)
    assert.ok(variable, name)
    return valueFault(variable, value, knows)
  }
  assert.equal(fault('person', 'nama', null), 'missing')
  assert.equal(fault('family', 'kode_kelurahan_desa', null), 'missing')
  assert.equal(fault('person', 'nomor_induk_kependudukan', null), null)
  assert.equal(fault('person', 'nomor_induk_kependudukan', '123'), 'length')
  assert.equal(fault('family', 'nomor_kartu_keluarga', '3404O70101100001'), 'digits')
  assert.equal(fault('family', 'nomor_kartu_keluarga', 3_404_070_101_100_001), 'shape')
})
