import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isMessageKey } from '../i18n/known-key.ts'
import { translate } from '../i18n/translate.ts'
import { property } from '../testing/property.ts'
import type { Answers, AskedHolder } from './questionnaire.ts'
import { chaptersOf, givenBy, progressOf, resumeAt, stepFrom } from './questionnaire.ts'
import { familyVariables } from './variables.ts'

const local = [
  { name: 'lokal-makan', of: 'family', kind: 'yes-no', from: 'local' },
  { name: 'lokal-usaha', of: 'person', kind: 'count', from: 'local' },
] as const
const family = (said: AskedHolder['said'] = {}): AskedHolder => ({ of: 'family', said, day: '2026-11-23', local })
const person = (said: AskedHolder['said'] = {}): AskedHolder => ({ of: 'person', said, day: '2026-11-23', local })
const none: Answers = { typed: {}, passed: [] }
const typed = (answers: Answers['typed'], ...passed: string[]): Answers => ({ typed: answers, passed })
const asked = (holder: AskedHolder, answers = none) =>
  chaptersOf(holder, answers).flatMap(({ questions }) => questions.map(({ variable }) => variable.name))
const stateOf = (holder: AskedHolder, name: string, answers = none) =>
  chaptersOf(holder, answers)
    .flatMap(({ questions }) => questions)
    .find(({ variable }) => variable.name === name)?.state

test('FIELD-1 a family is asked what is official, what it owns, and what its place asks; its village says the rest', () => {
  const names = asked(family())
  assert.equal(
    names.filter((name) => familyVariables.some((one) => one.name === name && one.from === 'asset')).length,
    19,
  )
  assert.deepEqual(names.slice(0, 4), ['nomor_kartu_keluarga', 'alamat', 'lokasi', 'keluarga_dalam_rumah'])
  assert.equal(names.at(-1), 'lokal-makan')
  for (const name of ['kode_kelurahan_desa', 'provinsi', 'luas_lantai', 'nama_kepala_keluarga', 'lokal-usaha'])
    assert.ok(!names.includes(name), name)
  assert.equal(names.length, 16 + 19 + 1)
  assert.deepEqual(
    chaptersOf(family(), none).map(({ group }) => group),
    ['home', 'house', 'supply', 'assets', 'local'],
  )
})

test('FIELD-1 a person is asked the thirteen, of which two have two parts; a child is asked less', () => {
  assert.equal(asked(person()).length, 15 + 1)
  const child = asked(person(), typed({ tanggal_lahir: '2024-01-01' }))
  for (const name of ['status_kawin', 'ijazah_tertinggi', 'status_pekerjaan']) assert.ok(!child.includes(name), name)
  assert.ok(!asked(person()).includes('agama'))
})

test('FIELD-1 an answer leaves no question that it makes idle, and opens it again when it is changed', () => {
  assert.ok(asked(family()).includes('jenis_kloset'))
  assert.ok(!asked(family(), typed({ fasilitas_bab: '4' })).includes('jenis_kloset'))
  assert.ok(asked(family({ fasilitas_bab: '4' }), typed({ fasilitas_bab: '1' })).includes('jenis_kloset'))
  assert.ok(!asked(family({ sumber_penerangan_utama: '4' })).includes('daya_terpasang'))
})

test('FIELD-2 what is known is not walked to again; what was answered and what is open is', () => {
  const holder = family({ alamat: 'RT 04', lokasi: [-7.7, 110.4] })
  const chapters = chaptersOf(holder, typed({ keluarga_dalam_rumah: '1' }))
  assert.equal(stateOf(holder, 'alamat'), 'known')
  assert.equal(stepFrom(chapters, 'nomor_kartu_keluarga', 1), 'keluarga_dalam_rumah')
  assert.equal(stepFrom(chapters, 'keluarga_dalam_rumah', -1), 'nomor_kartu_keluarga')
  assert.equal(stepFrom(chapters, 'nomor_kartu_keluarga', -1), null)
  assert.equal(stepFrom(chapters, 'lokal-makan', 1), null)
  assert.deepEqual(progressOf(chapters), { done: 3, all: 36 })
})

test('FIELD-2 that something is still so is passed by, and gives nothing', () => {
  const holder = family({ alamat: 'RT 04' })
  assert.equal(stateOf(holder, 'alamat', typed({}, 'alamat')), 'passed')
  assert.deepEqual(givenBy(holder, typed({ alamat: 'RT 04' }, 'alamat')), {})
})

test('FIELD-3 what nobody knows yet gives no value, and is open again the next time', () => {
  assert.equal(stateOf(family(), 'AC', typed({}, 'AC')), 'passed')
  assert.deepEqual(givenBy(family(), typed({}, 'AC')), {})
  assert.equal(stateOf(family(), 'AC'), 'open')
  assert.equal(stateOf(family(), 'AC', typed({ AC: '2' }, 'AC')), 'answered', 'an answer says more')
})

test('FIELD-4 answers go as values: none of a question that a later answer closed, none in a wrong form', () => {
  const answers = typed({
    sumber_penerangan_utama: '4',
    daya_terpasang: '2',
    id_meteran_PLN: '123',
    sepeda_motor: '2',
    emas_perhiasan: '2,5',
    AC: 'dua',
    nomor_kartu_keluarga: '3404',
    'lokal-makan': 'tidak',
    unheard: 'x',
  })
  assert.deepEqual(givenBy(family(), answers), {
    sumber_penerangan_utama: '4',
    sepeda_motor: 2,
    emas_perhiasan: 2.5,
    'lokal-makan': false,
  })
  assert.deepEqual(givenBy(family({ sepeda_motor: 2 }), typed({ sepeda_motor: '2' })), {})
  assert.deepEqual(givenBy(person(), typed({ penyakit_kronis: '-' })), { penyakit_kronis: [] })
})

test('FIELD-5 whoever was interrupted goes on at that question, and where it is asked no more at the first open one', () => {
  const chapters = chaptersOf(family({ nomor_kartu_keluarga: '34' }), typed({ fasilitas_bab: '4' }))
  assert.equal(resumeAt(chapters, 'sepeda_motor'), 'sepeda_motor')
  assert.equal(resumeAt(chapters, 'jenis_kloset'), 'alamat')
  assert.equal(resumeAt([], ''), null)
})

const answer = fc.constantFrom('', '1', '4', '6', '0', '-')
const someAnswers = fc.dictionary(fc.constantFrom(...familyVariables.map(({ name }) => name)), answer)
property('FIELD-5 whatever is answered, walking on ends, and meets each open question once', someAnswers, (given) => {
  const chapters = chaptersOf(family(), typed(given))
  const met: string[] = []
  for (let at = resumeAt(chapters, ''); at !== null; at = stepFrom(chapters, at, 1)) met.push(at)
  assert.equal(new Set(met).size, met.length)
  const open = chapters.flatMap(({ questions }) => questions.filter(({ state }) => state === 'open'))
  for (const { variable } of open) assert.ok(met.includes(variable.name), variable.name)
  const names = asked(family(), typed(given))
  for (const name of Object.keys(givenBy(family(), typed(given)))) assert.ok(names.includes(name), name)
})

test('FIELD-1 each question has its help in both languages', () => {
  for (const { name, from } of [...askedNames(family()), ...askedNames(person())]) {
    if (from === 'local') continue
    const key = `ask.help.${name}`
    assert.ok(isMessageKey(key), key)
    for (const lang of ['id', 'en'] as const) assert.ok(translate(lang, key).length > 10, key)
  }
})
const askedNames = (holder: AskedHolder) =>
  chaptersOf(holder, none).flatMap(({ questions }) => questions.map(({ variable }) => variable))

test('FIELD-22 a question that a programme waits for is asked besides, in its chapter, and its answer is given', () => {
  const holder = { of: 'family', said: {}, day: '2026-11-23', local: [], also: ['luas_lantai'] } as const
  const inHouse = (also: readonly string[]) =>
    chaptersOf({ ...holder, also }, { typed: {}, passed: [] })
      .find(({ group }) => group === 'house')
      ?.questions.some(({ variable }) => variable.name === 'luas_lantai')
  assert.deepEqual([inHouse([]), inHouse(['luas_lantai'])], [false, true])
  const typed = { luas_lantai: '36' }
  assert.deepEqual(givenBy(holder, { typed, passed: [] }), { luas_lantai: 36 })
  assert.deepEqual(givenBy({ ...holder, also: [] }, { typed, passed: [] }), {})
})
