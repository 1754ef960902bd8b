import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { askedOf, completenessOf } from './complete.ts'
import type { Alike } from './double-score.ts'
import { comparePersons, worthAsking, worthListing } from './double-score.ts'
import { personDoubts } from './doubts.ts'
import { nameAlike } from './name-alike.ts'
import { ageOn } from './said.ts'
import { nearness } from './search-days.ts'
import { readLine } from './search-line.ts'
import { soundsOf } from './sounds.ts'

/** One name in two spellings: they are fetched by a common sound, and judged to be alike. */
const spellings: readonly (readonly [one: string, other: string])[] = [
  ['Soeharto', 'Suharto'],
  ['Soekarni', 'Sukarni'],
  ['Djoemadi', 'Jumadi'],
  ['Tjahjono', 'Cahyono'],
  ['Sjarifoeddin', 'Syarifuddin'],
  ['Njoman Soedarsana', 'Nyoman Sudarsana'],
  ['Moh. Anwar', 'Muhammad Anwar'],
  ['Muh Anwar', 'Mohamad Anwar'],
  ['Mochamad Anwar', 'M. Anwar'],
  ['Abd Rahman', 'Abdul Rahman'],
  ['St Khadijah', 'Siti Khadijah'],
  ['Hj. Siti Rohani', 'Siti Rohani'],
  ['H. Bambang', 'Bambang'],
  ['Drs. Sutrisno', 'Sutrisno'],
  ['Alm. Kasiman', 'Kasiman'],
  ['Srie Lestari', 'Sri Lestari'],
  ['Ahmad Fauzi', 'Akhmad Fauzi'],
  ['Rahmat Hidayat', 'Rachmat Hidayat'],
  ['Yusuf Maulana', 'Jusuf Maulana'],
  ['Fitri Handayani', 'Vitri Handajani'],
  ['Nur Aini', 'Nur Ainni'],
  ['SITI AMINAH', 'siti aminah'],
  ['Siti  Aminah', 'Siti Aminah'],
  ['José Soares', 'Jose Soares'],
  ['Aminah Siti', 'Siti Aminah'],
]
for (const [one, other] of spellings)
  test(`FIND-1, FIND-8 ${one} is found as ${other}`, () => {
    const heard = new Set(soundsOf(other))
    assert.ok(
      soundsOf(one).some((sound) => heard.has(sound)),
      `${soundsOf(one)} / ${soundsOf(other)}`,
    )
    assert.ok(nameAlike(one, other) >= 0.7, String(nameAlike(one, other)))
    assert.equal(nameAlike(one, other), nameAlike(other, one))
  })

/** Two days of birth and how near they are as people mistake them. */
const births: readonly (readonly [one: string, other: string, near: ReturnType<typeof nearness>])[] = [
  ['1980-06-05', '1980-06-05', 'same'],
  ['1980-06-05', '1980-05-06', 'near'],
  ['1980-06-05', '1980-06-06', 'near'],
  ['1980-06-05', '1981-06-05', 'near'],
  ['1980-06-05', '1880-06-05', 'near'],
  ['1980-06-05', '1980-06-15', 'near'],
  ['1980-06-09', '1980-06-10', 'far'],
  ['1980-06-05', '1979-06-05', 'far'],
  ['1980-06-05', '1980-01-01', 'year'],
  ['1980-06-05', '1980-12-31', 'year'],
  ['1980-06-05', '1980-07-01', 'year'],
  ['1980-06-05', '1979-12-31', 'far'],
  ['1980-12-31', '1981-01-01', 'far'],
  ['1980-01-31', '1980-02-01', 'far'],
  ['2000-02-29', '2000-02-28', 'near'],
]
for (const [one, other, near] of births)
  test(`DOUBLE-2 ${one} and ${other} are ${near}, from both sides`, () => {
    assert.equal(nearness(one, other), near)
    assert.equal(nearness(other, one), near)
  })

/** How old somebody is on a day. */
const ages: readonly (readonly [born: string, on: string, age: number | null])[] = [
  ['1980-06-05', '2026-06-04', 45],
  ['1980-06-05', '2026-06-05', 46],
  ['1980-12-31', '2026-12-30', 45],
  ['1980-12-31', '2026-12-31', 46],
  ['1980-12-31', '2027-01-01', 46],
  ['1980-01-01', '2025-12-31', 45],
  ['2004-02-29', '2021-02-28', 16],
  ['2004-02-29', '2021-03-01', 17],
  ['2004-02-29', '2024-02-28', 19],
  ['2004-02-29', '2024-02-29', 20],
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-23', '2026-11-22', null],
  ['2025-11-23', '2026-11-22', 0],
]
for (const [born, on, age] of ages)
  test(`REGISTRY-2 who was born on ${born} is ${age ?? 'not born'} on ${on}`, () => assert.equal(ageOn(born, on), age))

const siti: Alike = {
  nik: 'a',
  kk: 'k',
  phone: 'p',
  name: 'Siti Aminah',
  birthDate: '1980-06-05',
  sex: 'P',
  place: '34.04.07.2001',
}
const stranger: Alike = { nik: null, kk: null, phone: null, name: 'Bambang', birthDate: null, sex: null, place: null }
/** What two people share or differ in, and whether they are listed as likely one, asked about, or let be. */
const pairs: readonly (readonly [what: string, own: Partial<Alike>, comes: 'listed' | 'asked' | 'let be'])[] = [
  ['all of it', {}, 'listed'],
  ['all but the NIK', { nik: null }, 'listed'],
  ['all, with another NIK', { nik: 'b' }, 'listed'],
  ['the NIK alone', { ...stranger, nik: 'a' }, 'listed'],
  ['the NIK, and another sex and day', { ...stranger, nik: 'a', sex: 'L', birthDate: '1999-01-02' }, 'listed'],
  ['name, day and village', { ...stranger, name: siti.name, birthDate: siti.birthDate, place: siti.place }, 'listed'],
  ['name and day', { ...stranger, name: siti.name, birthDate: siti.birthDate }, 'listed'],
  ['name and village', { ...stranger, name: siti.name, place: siti.place }, 'asked'],
  ['name and sub-district', { ...stranger, name: siti.name, place: '34.04.07.2002' }, 'let be'],
  ['name and phone', { ...stranger, name: siti.name, phone: 'p' }, 'asked'],
  ['the name alone', { ...stranger, name: siti.name }, 'let be'],
  ['the day alone', { ...stranger, birthDate: siti.birthDate }, 'let be'],
  ['house and card', { ...stranger, kk: 'k', place: siti.place }, 'let be'],
  ['nothing', stranger, 'let be'],
  ['name and village, of another sex', { ...stranger, name: siti.name, place: siti.place, sex: 'L' }, 'let be'],
  [
    'name and village, born far apart',
    { ...stranger, name: siti.name, place: siti.place, birthDate: '1999-12-01' },
    'let be',
  ],
  [
    'name and village, a slip in the day',
    { ...stranger, name: siti.name, place: siti.place, birthDate: '1980-06-06' },
    'listed',
  ],
  [
    'name and village, the year alone',
    { ...stranger, name: siti.name, place: siti.place, birthDate: '1980-01-01' },
    'listed',
  ],
]
for (const [what, own, comes] of pairs)
  test(`DOUBLE-1 two who share ${what} are ${comes}`, () => {
    const { score } = comparePersons(siti, { ...siti, ...own })
    const listed = score >= worthListing ? 'listed' : 'asked'
    assert.equal(score >= worthAsking ? listed : 'let be', comes, String(score))
  })

/** What somebody types into the one box. */
const lines: readonly (readonly [
  typed: string,
  words: string,
  birth: string | null,
  year: number | null,
  place: number,
])[] = [
  ['siti aminah', 'siti aminah', null, null, 0],
  ['  siti   aminah  ', 'siti aminah', null, null, 0],
  ['Siti 5/6/1980', 'Siti', '1980-06-05', null, 0],
  ['Siti 5 Juni 1980 Caturtunggal', 'Siti Caturtunggal', '1980-06-05', null, 0],
  ['5-6-1980', '', '1980-06-05', null, 0],
  ['Siti 29-2-1980', 'Siti', '1980-02-29', null, 0],
  ['Siti 29-2-1981', 'Siti', null, 1981, 0],
  ['Siti 1980', 'Siti', null, 1980, 0],
  ['Siti 1880', 'Siti', null, null, 0],
  ['Siti 2026', 'Siti', null, 2026, 0],
  ['Siti, Depok', 'Siti Depok', null, null, 1],
  ['Siti desa Sinduadi kec Mlati', 'Siti Sinduadi Mlati', null, null, 2],
  ['di Sleman', 'Sleman', null, null, 0],
  ['Kota', '', null, null, 0],
  ['Diana', 'Diana', null, null, 0],
  ['Kelana Desak', 'Kelana Desak', null, null, 0],
  ["Nur'aini Ma'ruf", "Nur'aini Ma'ruf", null, null, 0],
  ['???', '', null, null, 0],
  ['', '', null, null, 0],
]
for (const [typed, words, birth, year, place] of lines)
  test(`FIND-2 ${JSON.stringify(typed)} is read as ${words || 'no name'} ${birth ?? year ?? ''}`, () => {
    const line = readLine(typed)
    assert.deepEqual([line.words.join(' '), line.birth, line.year, line.placeWords], [words, birth, year, place])
    assert.equal(line.number, null)
  })

/** The day before a bound of age and the day of it: what is asked, and what is doubted. */
const bounds: readonly (readonly [name: string, years: number, asked: boolean])[] = [
  ['partisipasi_sekolah', 5, true],
  ['status_kawin', 10, true],
  ['rekam_ktp_el', 17, true],
  ['penghasilan', 10, true],
  ['gizi_balita', 5, false],
  ['akta_kelahiran', 18, false],
]
for (const [name, years, asked] of bounds)
  test(`REGISTRY-11 ${name} is ${asked ? '' : 'no longer '}asked from the birthday of ${years} on`, () => {
    const asks = (day: string): boolean =>
      askedOf('person', { tanggal_lahir: '2000-03-01', jenis_kelamin: '2' }, day).some((one) => one.name === name)
    assert.deepEqual([asks(`${2000 + years}-02-28`), asks(`${2000 + years}-03-01`)], [!asked, asked])
  })

const birth = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => new Date(Date.UTC(1915, 0, 1 + n)).toISOString().slice(0, 10))
property(
  'REGISTRY-2 on whatever day one looks, nobody grows younger, and a year brings a year',
  fc.tuple(birth, birth),
  ([born, on]) => {
    const age = ageOn(born, on)
    if (age === null) return assert.ok(born > on)
    const later = `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`
    assert.equal(ageOn(born, later), age + 1)
    assert.ok(age >= 0 && (ageOn(born, '2030-12-31') ?? 0) >= age)
  },
)

property(
  'REGISTRY-12 doubts of a birth are told on the day they begin, and of a number as its digits say',
  fc.tuple(birth, fc.constantFrom('1', '2')),
  ([born, sex]) => {
    const day = Number(born.slice(8)) + (sex === '2' ? 40 : 0)
    const nik = `340407${String(day).padStart(2, '0')}${born.slice(5, 7)}${born.slice(2, 4)}0001`
    const said = { tanggal_lahir: born, jenis_kelamin: sex, nomor_induk_kependudukan: nik }
    const codes = personDoubts(said, '2026-11-22', () => true).map(({ code }) => code)
    const old = (ageOn(born, '2026-11-22') ?? 0) > 110
    assert.deepEqual(codes, old ? ['birth-old'] : [])
    const { percent } = completenessOf('person', said, '2026-11-22')
    assert.ok(percent > 0 && percent < 100)
  },
)
