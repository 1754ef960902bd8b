import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import type { Beside } from './identity.ts'
import { isRealDay, kkDoubts, nikDoubts, numberFault, numberTyped, regionOf, saidByNik } from './identity.ts'

const nobody: Beside = { birthDate: null, sex: null, knowsRegion: null }
const sleman: Beside['knowsRegion'] = (code) => code.startsWith('34.04.')

test('REGISTRY-4 sixteen digits are a number, however they are grouped; nothing else is', () => {
  const typed: readonly (readonly [string, ReturnType<typeof numberFault>])[] = [
    ['3404074506800001', null],
    ['3404 0745 0680 0001', null],
    ['3404.0745-0680.0001', null],
    ['340407450680000', 'length'],
    ['34040745068000011', 'length'],
    ['', 'length'],
    ['3404O74506800001', 'digits'],
    ['3.40407E+15', 'digits'],
    ['٣٤٠٤٠٧٤٥٠٦٨٠٠٠٠١', 'digits'],
  ]
  for (const [number, fault] of typed) assert.equal(numberFault(number), fault, number)
  assert.equal(numberTyped(' 3404 0745-0680.0001 '), '3404074506800001')
})

test('REGISTRY-5 a NIK that agrees with its holder gives no doubt', () => {
  assert.deepEqual(nikDoubts('3404074506800001', { birthDate: '1980-06-05', sex: 'P', knowsRegion: sleman }), [])
  assert.deepEqual(nikDoubts('3404070506800001', { birthDate: '1980-06-05', sex: 'L', knowsRegion: sleman }), [])
})

const doubtful: readonly (readonly [string, string, Partial<Beside>, readonly string[]])[] = [
  ['a day 40 too high for a man', '3404074506800001', { sex: 'L' }, ['nik-sex']],
  ['a woman with the day of a man', '3404070506800001', { sex: 'P' }, ['nik-sex']],
  ['another day of birth', '3404074506800001', { birthDate: '1980-06-06', sex: 'P' }, ['nik-birth']],
  ['another year of birth', '3404074506800001', { birthDate: '1981-06-05' }, ['nik-birth']],
  ['a month that no year has', '3404074513800001', { birthDate: '1980-06-05', sex: 'L' }, ['nik-date']],
  ['a day between those of men and women', '3404073506800001', {}, ['nik-date']],
  ['a 31st of June', '3404077106800001', {}, ['nik-date']],
  ['a 29th of February of a year that has none', '3404072902810001', {}, ['nik-date']],
  ['a day of nothing', '3404070006800001', {}, ['nik-date']],
  ['a series that begins at nothing', '3404074506800000', {}, ['nik-serial']],
  ['a place that never was', '9999994506800001', { knowsRegion: sleman }, ['nik-place']],
  ['everything at once', '9999994513800000', { knowsRegion: sleman }, ['nik-place', 'nik-date', 'nik-serial']],
]
for (const [what, nik, beside, codes] of doubtful)
  test(`REGISTRY-5 ${what} in a NIK is told`, () => {
    assert.deepEqual(nikDoubts(nik, { ...nobody, ...beside }), codes)
  })

test('REGISTRY-5 a place that was split later is known by the history of places, and none is judged without it', () => {
  assert.deepEqual(nikDoubts('9999994506800001', nobody), [])
  assert.equal(regionOf('3404074506800001'), '34.04.07')
})

for (const typed of ['', '3', '34', '3404', '3404 07', '34040745068000', '34040745068000011', 'NIK', '-', '３４０４'])
  test(`REGISTRY-5 of ${JSON.stringify(typed)}, which is no whole number yet, nothing odd is told, whatever stands beside it`, () => {
    const beside = { birthDate: '1980-06-05', sex: 'L', knowsRegion: () => false } as const
    assert.deepEqual(nikDoubts(typed, beside), [])
    assert.deepEqual(kkDoubts(typed, beside), [])
  })

test('REGISTRY-4 a number in groups is judged as the number that it is', () => {
  const beside = { ...nobody, birthDate: '1980-06-05', sex: 'L' } as const
  for (const typed of ['3404 0745 0680 0001', '3404.0745.0680.0001', ' 34040745-06800001 '])
    assert.deepEqual(nikDoubts(typed, beside), nikDoubts('3404074506800001', beside), typed)
  assert.deepEqual(kkDoubts('3404 0745 0680 0000', nobody), kkDoubts('3404074506800000', nobody))
})

test('REGISTRY-5 a 29 February is a day if either century has it', () => {
  assert.deepEqual(nikDoubts('3404076902000001', { ...nobody, birthDate: '2000-02-29', sex: 'P' }), [])
})

test('REGISTRY-5 what a NIK says of birth and sex fills a form, of two centuries the one that has begun', () => {
  assert.deepEqual(saidByNik('3404074506800001', '2026-11-22'), { birthDate: '1980-06-05', sex: 'P' })
  assert.deepEqual(saidByNik('3404072211260001', '2026-11-22'), { birthDate: '2026-11-22', sex: 'L' })
  assert.deepEqual(saidByNik('3404072311260001', '2026-11-22'), { birthDate: '1926-11-23', sex: 'L' })
  assert.equal(saidByNik('3404073513800001', '2026-11-22'), null)
})

test('REGISTRY-6 a KK names its place, the day of its issue, and a series', () => {
  assert.deepEqual(kkDoubts('3404070101100001', { knowsRegion: sleman }), [])
  assert.deepEqual(kkDoubts('9999994101100000', { knowsRegion: sleman }), ['kk-place', 'kk-date', 'kk-serial'])
})

test('REGISTRY-4 a day is one that the calendar has', () => {
  for (const day of ['2024-02-29', '1980-06-05']) assert.ok(isRealDay(day), day)
  for (const day of ['2023-02-29', '1980-13-01', '1980-6-5', '', '1980-06-31']) assert.ok(!isRealDay(day), day)
})

const born = fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
property(
  'REGISTRY-5 a NIK made of birth and sex gives no doubt, and of the other sex it gives one',
  fc.tuple(born, fc.constantFrom('L' as const, 'P' as const), fc.integer({ min: 1, max: 9999 })),
  ([birth, sex, serial]) => {
    const birthDate = birth.toISOString().slice(0, 10)
    const day = Number(birthDate.slice(8)) + (sex === 'P' ? 40 : 0)
    const said = `${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`
    const nik = `340407${said}${String(serial).padStart(4, '0')}`
    assert.equal(numberFault(nik), null)
    assert.deepEqual(nikDoubts(nik, { birthDate, sex, knowsRegion: sleman }), [])
    assert.deepEqual(nikDoubts(nik, { birthDate, sex: sex === 'P' ? 'L' : 'P', knowsRegion: sleman }), ['nik-sex'])
    assert.equal(saidByNik(nik, '2026-11-22')?.sex, sex)
  },
)

property(
  'REGISTRY-5 of sixteen digits, whatever they are, doubts are told and nothing breaks',
  fc.stringMatching(/^\d{16}$/),
  (nik) => {
    for (const code of nikDoubts(nik, { birthDate: '1980-06-05', sex: 'L', knowsRegion: sleman }))
      assert.match(code, /^nik-/)
    for (const code of kkDoubts(nik, { knowsRegion: sleman })) assert.match(code, /^kk-/)
  },
)
