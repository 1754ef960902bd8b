import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import type { Beside } from './identity.ts'
import { isRealDay, kkDoubts, nikDoubts, numberFault, numberTyped, regionOf, saidByNik } from './identity.ts'

const today = '2026-11-22'
const nobody: Beside = { birthDate: null, sex: null, knowsRegion: null }
/** A number of Depok (Sleman) with these six digits of a birth. */
const born = (sixDigits: string, serial = '0001'): string => `340407${sixDigits}${serial}`

/** What the six digits in the middle of a NIK say: women have 40 more on their day, and no other days exist. */
const saying: readonly (readonly [digits: string, birth: string | null, sex: 'L' | 'P' | null])[] = [
  ['010180', '1980-01-01', 'L'],
  ['410180', '1980-01-01', 'P'],
  ['310180', '1980-01-31', 'L'],
  ['710180', '1980-01-31', 'P'],
  ['300480', '1980-04-30', 'L'],
  ['700480', '1980-04-30', 'P'],
  ['310480', null, null],
  ['710480', null, null],
  ['280281', '1981-02-28', 'L'],
  ['680281', '1981-02-28', 'P'],
  ['290281', null, null],
  ['690281', null, null],
  ['290280', '1980-02-29', 'L'],
  ['690280', '1980-02-29', 'P'],
  ['690200', '2000-02-29', 'P'],
  ['300280', null, null],
  ['000180', null, null],
  ['400180', null, null],
  ['320180', null, null],
  ['390180', null, null],
  ['720180', null, null],
  ['990180', null, null],
  ['010080', null, null],
  ['411380', null, null],
  ['011280', '1980-12-01', 'L'],
  ['711280', '1980-12-31', 'P'],
  ['221126', '2026-11-22', 'L'],
  ['621126', '2026-11-22', 'P'],
  ['231126', '1926-11-23', 'L'],
  ['631126', '1926-11-23', 'P'],
  ['311226', '1926-12-31', 'L'],
  ['010100', '2000-01-01', 'L'],
  ['710127', '1927-01-31', 'P'],
]
for (const [digits, birthDate, sex] of saying)
  test(`REGISTRY-5 the digits ${digits} of a NIK say ${birthDate ?? 'no day'} ${sex ?? ''}`, () => {
    const said = saidByNik(born(digits), today)
    assert.deepEqual(said, birthDate === null ? null : { birthDate, sex })
    assert.deepEqual(nikDoubts(born(digits), nobody), birthDate === null ? ['nik-date'] : [])
    if (said) assert.deepEqual(nikDoubts(born(digits), { ...said, knowsRegion: null }), [], 'it agrees with itself')
  })

/** A number against what is known of its holder. Where the number names no day, nothing more is read out of its day. */
const against: readonly (readonly [digits: string, birth: string | null, sex: 'L' | 'P' | null, codes: string[]])[] = [
  ['450680', '1980-06-05', 'P', []],
  ['450680', '1980-06-05', 'L', ['nik-sex']],
  ['050680', '1980-06-05', 'P', ['nik-sex']],
  ['450680', '1980-05-06', 'P', ['nik-birth']],
  ['450680', '1980-06-05', null, []],
  ['450680', null, 'L', ['nik-sex']],
  ['450680', null, null, []],
  ['450680', '2080-06-05', 'P', []],
  ['450680', '1979-06-05', 'L', ['nik-birth', 'nik-sex']],
  ['451380', '1980-06-05', 'L', ['nik-date']],
  ['350680', '1980-06-05', 'P', ['nik-date']],
  ['690280', '1980-02-29', 'P', []],
  ['690280', '1980-02-28', 'P', ['nik-birth']],
  ['690280', '1980-03-01', 'P', ['nik-birth']],
]
for (const [digits, birthDate, sex, codes] of against)
  test(`REGISTRY-5 ${digits} beside ${birthDate ?? 'no birth'} and ${sex ?? 'no sex'}: ${codes.join(', ') || 'no doubt'}`, () => {
    assert.deepEqual(nikDoubts(born(digits), { birthDate, sex, knowsRegion: null }), codes)
  })

/** How people type numbers, and what is wrong with them. */
const typed: readonly (readonly [typed: string, fault: ReturnType<typeof numberFault>])[] = [
  ['3404074506800001', null],
  [' 3404074506800001\t', null],
  ['34 04 07 450680 0001', null],
  ['34.04.07.450680.0001', null],
  ['34-04-07-450680-0001', null],
  ['3404\u00a00745 0680 0001', null],
  ['3404\n074506800001', null],
  ['340407450680', 'length'],
  ['34040745068000012', 'length'],
  ['...', 'length'],
  ['NIK 3404074506800001', 'digits'],
  ["'3404074506800001", 'digits'],
  ['3404074506800OO1', 'digits'],
  ['3404/0745/0680/0001', 'digits'],
  ['3404,0745,0680,0001', 'digits'],
  ['+404074506800001', 'digits'],
  ['３４０４０７４５０６８００００１', 'digits'],
]
for (const [text, fault] of typed)
  test(`REGISTRY-4 ${JSON.stringify(text)} is ${fault === null ? 'a number' : `none for its ${fault}`}`, () => {
    assert.equal(numberFault(text), fault)
  })

/** The number of a card has the day of its issue, of nobody's sex: forty more is no day. */
const cards: readonly (readonly [digits: string, serial: string, codes: readonly string[]])[] = [
  ['010110', '0001', []],
  ['310110', '9999', []],
  ['290212', '0001', []],
  ['290211', '0001', ['kk-date']],
  ['410110', '0001', ['kk-date']],
  ['710110', '0001', ['kk-date']],
  ['000110', '0001', ['kk-date']],
  ['010010', '0001', ['kk-date']],
  ['011310', '0001', ['kk-date']],
  ['010110', '0000', ['kk-serial']],
  ['410110', '0000', ['kk-date', 'kk-serial']],
]
for (const [digits, serial, codes] of cards)
  test(`REGISTRY-6 a card with ${digits} and ${serial}: ${codes.join(', ') || 'no doubt'}`, () => {
    assert.deepEqual(kkDoubts(born(digits, serial), { knowsRegion: null }), codes)
    assert.deepEqual(kkDoubts(born(digits, serial), { knowsRegion: () => false }), ['kk-place', ...codes])
  })

const region = fc.stringMatching(/^[1-9]\d[0-9]{4}$/)
property('REGISTRY-5 a number names its sub-district in the spelling of places', region, (six) => {
  const code = regionOf(`${six}4506800001`)
  assert.match(code, /^\d\d\.\d\d\.\d\d$/)
  assert.equal(code.replaceAll('.', ''), six)
  const asked: string[] = []
  nikDoubts(`${six}4506800001`, { ...nobody, knowsRegion: (one) => asked.push(one) > 0 })
  assert.deepEqual(asked, [code], 'the register is asked for it once')
})

const sixteen = fc.stringMatching(/^\d{16}$/)
property('REGISTRY-5 what a number says of its holder is never doubted, and is no day to come', sixteen, (nik) => {
  const said = saidByNik(nik, today)
  const codes = nikDoubts(nik, { ...(said ?? nobody), knowsRegion: null })
  assert.ok(!codes.includes('nik-birth') && !codes.includes('nik-sex'))
  assert.equal(codes.includes('nik-date'), said === null)
  if (said) assert.ok(said.birthDate <= today && said.birthDate > '1926' && isRealDay(said.birthDate))
})

const grouped = fc.tuple(sixteen, fc.array(fc.tuple(fc.nat(15), fc.constantFrom(' ', '.', '-', '\u00a0'))))
property('REGISTRY-4 however a number is grouped it is the same number', grouped, ([number, signs]) => {
  const text = signs.reduce((rest, [at, sign]) => `${rest.slice(0, at)}${sign}${rest.slice(at)}`, number)
  assert.equal(numberTyped(text), number)
  assert.equal(numberFault(text), null)
  assert.equal(numberTyped(numberTyped(text)), number, 'tidied twice is tidied once')
})
