import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { maskName, maskNumber, maskPhone, phoneKey } from './mask.ts'
import { likeness, nameKey } from './name-key.ts'

const titles = [
  'Bapak',
  'Bpk.',
  'Pak',
  'Ibu',
  'Bu',
  'H.',
  'Hj.',
  'Haji',
  'Hajjah',
  'Alm.',
  'Almh.',
  'Drs.',
  'Dra.',
  'Ir.',
  'dr.',
  'SE',
  'SPd',
  'SH',
]

for (const title of titles) {
  test(`PERSON-1 "${title}" before or behind a name is no part of it`, () => {
    assert.equal(nameKey(`${title} Rahayu`), 'rahayu')
    assert.equal(nameKey(`Rahayu, ${title}`), 'rahayu')
  })
}

test('PERSON-1 a word that only begins like a title is a name', () => {
  assert.deepEqual(['Budi', 'Iren', 'Shinta', 'Pakuwati', 'Harum'].map(nameKey), [
    'budi',
    'iren',
    'shinta',
    'pakuwati',
    'harum',
  ])
})

const shapes: Readonly<Record<string, readonly string[]>> = {
  muhamad: [
    'M.',
    'Mo',
    'Moh.',
    'Muh.',
    'Mohd.',
    'Mhd.',
    'Mohamad',
    'Mochamad',
    'Muchamad',
    'Mochammad',
    'Muchammad',
    'Mohammad',
    'Muhammad',
    'Muhamad',
  ],
  abdul: ['Abd.', 'Abdul'],
  siti: ['St.', 'Siti'],
  sri: ['Srie', 'Sri'],
}

for (const [key, written] of Object.entries(shapes)) {
  test(`PERSON-1 every shape of "${key}" has one key`, () => {
    for (const shape of written) assert.equal(nameKey(`${shape} Amin`), `${key} amin`, shape)
  })
}

test('PERSON-1 old spellings are read as new ones, wherever they stand in a word', () => {
  const pairs = [
    ['Soebroto', 'subroto'],
    ['Widjojo', 'wijojo'],
    ['Tjokro', 'cokro'],
    ['Sjahrir', 'syahrir'],
    ['Njoman', 'nyoman'],
    ['Mamie', 'mami'],
    ['Daniel', 'daniel'],
    ['Ayu', 'ayu'],
    ['Ely', 'eli'],
    ['Anna', 'ana'],
    ['Yyoyok', 'yoyok'],
    ['Yanti', 'yanti'],
    ['Sutedjo', 'sutejo'],
  ] as const
  for (const [written, key] of pairs) assert.equal(nameKey(written), key, written)
})

test('PERSON-1 marks over letters, digits and signs are left out, and words stay apart', () => {
  assert.equal(nameKey('José-María'), 'jose maria')
  assert.equal(nameKey("Nur'aini 2"), 'nur aini')
  assert.equal(nameKey('  SITI   AMINAH  '), 'siti aminah')
  assert.equal(nameKey('李'), '')
})

test('PERSON-2 likeness is the share of pairs of letters that both names have', () => {
  // " ani " has the pairs _a an ni i_; " ana " has _a an na a_: two of four are the same.
  assert.equal(likeness('Ani', 'Ana'), 0.5)
  assert.equal(likeness('Ani', 'Budi'), 2 / 9)
  assert.equal(likeness('Ani', 'Ani Ani'), 1)
  assert.equal(likeness('Joko', 'Siti'), 0)
  assert.equal(likeness('', ''), 1)
})

test('PERSON-3 a masked name has as many words as the name, each with its first letter', () => {
  assert.equal(maskName('siti nur aminah'), 'S*** N*** A***')
  assert.equal(maskName('a'), 'A***')
})

test('PERSON-3 a short number hides nothing that its ends do not show already, and never more signs than it has', () => {
  assert.deepEqual(['123456', '1234567', '12', ''].map(maskNumber), ['123456', '1234*67', '1212', ''])
})

test('PERSON-3 a phone number is masked by its digits, however it is written', () => {
  assert.equal(maskPhone('+62 (812) 99-0007'), '62**-****-**07')
  assert.equal(maskPhone('7'), '7**-****-**7')
})

const typed = fc.string({ unit: 'grapheme', maxLength: 40 })

property('PERSON-3 of a word nothing but its first sign is left in a masked name', typed, (name) => {
  const words = name.split(' ').filter((word) => word !== '')
  const masked = maskName(name)
    .split(' ')
    .filter((word) => word !== '')
  assert.equal(masked.length, words.length)
  for (const word of masked) assert.ok(word.endsWith('***') && word.length <= 3 + 3, word)
})

property(
  'PERSON-3 between the first four and the last two digits of a number nothing can be read',
  fc.stringMatching(/^\d{16}$/),
  (number) => {
    const masked = maskNumber(number) ?? ''
    assert.equal(masked.length, 16)
    assert.match(masked, /^\d{4}\*{10}\d{2}$/)
  },
)

property(
  'PERSON-4 spaces, dashes and brackets in a phone number make no other key',
  fc.tuple(
    fc.stringMatching(/^8\d{8,11}$/),
    fc.array(fc.constantFrom(' ', '-', '(', ')'), { minLength: 3, maxLength: 3 }),
  ),
  ([digits, signs]) => {
    const spelled = `0${digits.slice(0, 3)}${signs[0]}${digits.slice(3, 6)}${signs[1]}${digits.slice(6)}${signs[2]}`
    assert.equal(phoneKey(spelled), `62${digits}`)
    assert.equal(phoneKey(`+62${digits}`), `62${digits}`)
    assert.equal(phoneKey(digits), `62${digits}`)
  },
)

test('PERSON-4 a number of the house keeps its area, and a number of another country stays one', () => {
  assert.equal(phoneKey('(0274) 512345'), '62274512345')
  assert.equal(phoneKey('+60 12 345 6789'), '60123456789')
  assert.equal(phoneKey('1500 445'), '1500445')
})
