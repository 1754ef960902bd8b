import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameAlike } from './name-alike.ts'
import { soundText } from './sounds.ts'

/** How registers, cards and people themselves write one name. */
const spellings: readonly (readonly [what: string, ...names: readonly string[]])[] = [
  ['a slide between i and a vowel', 'Fitriani', 'Fitriyani', 'Fitrijani', 'Pitriyani'],
  ['the same in a short name', 'Mariam', 'Mariyam', 'Maryam', 'Marjam'],
  ['Yuli or Juli', 'Yulianti', 'Juliyanti', 'Julianti', 'Yuliyanti', 'Yulyanti'],
  ['a slide behind r', 'Suryadi', 'Suriyadi', 'Suriadi', 'Soerjadi', 'Surijadi'],
  ['a slide behind t', 'Setiawan', 'Setyawan', 'Setiyawan', 'Setijawan'],
  ['a slide behind t, with o', 'Sulistyowati', 'Sulistiowati', 'Sulistiyowati', 'Soelistijowati'],
  ['a slide behind n', 'Kurniawan', 'Kurniyawan', 'Kurnyawan'],
  ['a slide behind s', 'Aisyah', 'Aisiyah', 'Aisiah', 'Aisyiah', 'Aisah'],
  ['between two i', 'Iin', 'Iyin', 'I’in'],
  ['between two i, with s', 'Iis', 'Iyis', 'Iyiz'],
  ['a slide before i', 'Nurain', 'Nurayin'],
  ['a word of one slide', 'Dian', 'Diyan', 'Dyan', 'Dijan'],
  ['Diah', 'Diah', 'Dyah', 'Diyah'],
  ['Prio', 'Priyo', 'Prio', 'Pryo', 'Prijo'],
  ['y for i within a word', 'Maisaroh', 'Maysaroh', 'Maesaroh', 'Maisarah'],
  ['a slide from u', 'Suwarno', 'Suarno', 'Soewarno', 'Soearno'],
  ['both slides', 'Juariah', 'Juwariyah', 'Djuwariyah', 'Juariyah', 'Zuariah'],
  ['w or uw', 'Dwi', 'Duwi', 'Dui'],
  ['oe for u', 'Soekarno', 'Sukarno', 'Soekarnoe'],
  ['dj for j', 'Djumadi', 'Jumadi', 'Djoemadi', 'Yumadi'],
  ['tj for c', 'Tjahjono', 'Cahyono', 'Tjahyono', 'Cahjono'],
  ['sj for sy, nj for ny', 'Sjamsoel Njoman', 'Syamsul Nyoman', 'Samsul Noman'],
  [
    'Muhammad before a name',
    'Muhammad Ali',
    'Moh. Ali',
    'M. Ali',
    'Moch Ali',
    'Much. Ali',
    'Mukhamad Ali',
    'Muhamat Ali',
  ],
  ['Mohammed', 'Mohammed Ali', 'Mohamed Ali', 'Mokhammad Ali', 'Muhd Ali'],
  ['Ahmad before a name', 'Ach. Fauzi', 'Achmad Fauzi', 'Ahmad Pauzi', 'Akhmat Fauzi'],
  ['Abdul', 'Abd. Rahman', 'Abdul Rachman', 'Abdoel Rahman'],
  ['Siti', 'Siti Aminah', 'St. Aminah', 'Sitti Aminah', 'Sitty Amina'],
  ['Sri', 'Sri Wahyuni', 'Srie Wahjoeni', 'Sry Wahyuni'],
  ['z, dz and j', 'Zulkifli', 'Dzulkifli', 'Julkifli', 'Zulkipli'],
  ['ts and s', 'Utsman Tsani', 'Usman Sani', 'Osman Sani'],
  ['what stands before a vowel in Arabic', 'Ma’ruf', "Ma'ruf", 'Maruf', 'Marup', 'Ma`ruf'],
  ['the same with i', "Sa'diyah", 'Sadiyah', 'Sadiah'],
  ['q and k', 'Qomariyah', 'Komariah', 'Qomaria', 'Kamariyah'],
  ['kh, ch and h', 'Khoirul Anwar', 'Choirul Anwar', 'Hoirul Anwar', 'Khairul Anwar'],
  ['d or t at the end', 'Rahmad', 'Rachmat', 'Rahmat'],
]
for (const [what, ...names] of spellings)
  test(`FIND-10 ${what}: ${names.join(', ')} are heard as one name`, () => {
    assert.deepEqual([...new Set(names.map(soundText))], [soundText(names[0] ?? '')], names.map(soundText).join(' '))
  })

const others: readonly (readonly [string, string])[] = [
  ['Suharto', 'Suwarto'],
  ['Marjono', 'Martono'],
  ['Maryati', 'Marwati'],
  ['Sukiyem', 'Sukinem'],
  ['Dian', 'Dani'],
  ['Suparman', 'Suparmin Wati'],
  ['Yulianti', 'Yuliana'],
  ['Mariam', 'Marni'],
  ['Budi', 'Budiyah'],
  ['Surya', 'Sari'],
  ['Wahyu', 'Wawan'],
  ['Tri', 'Tria'],
  ['Juwariah', 'Jariah'],
]
for (const [one, other] of others)
  test(`FIND-10 ${one} and ${other} are not heard as one name`, () => {
    assert.notEqual(soundText(one), soundText(other))
  })

test('FIND-10 variants are alike enough to be asked about, and stay short of being one', () => {
  for (const [one, other] of [
    ['Fitriani', 'Fitriyani'],
    ['Mariam', 'Mariyam'],
    ['Siti Mariam', 'St. Maryam'],
    ['Yulianti', 'Juliyanti'],
    ['Suryadi', 'Suriadi'],
    ['Suwarno', 'Suarno'],
  ] as const) {
    const alike = nameAlike(one, other)
    assert.ok(alike >= 0.7 && alike < 1, `${one} ${other} ${alike}`)
  }
})
