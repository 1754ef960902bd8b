import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Comparison, Criterion } from '../programme/criterion.ts'
import { explain } from '../programme/explain.ts'
import type { FactSet } from '../programme/fact-set.ts'
import { missingOf, reachable, turnOf } from '../programme/pending.ts'
import { factsOfIndicators, factsOfProgrammes } from '../programme/place-facts.ts'
import { vocabularyWith } from '../programme/vocabulary.ts'
import { answered, aProgramme, factsOf } from '../testing/a-programme.ts'
import type { Telling } from './say-fact.ts'
import { sayComparison, sayFact, sayValue } from './say-fact.ts'
import type { Said } from './say-programme.ts'
import { sayMissing, sayReason, sayRoom, sayTurn } from './say-programme.ts'

const day = '2026-11-22'
const vocabulary = vocabularyWith([
  ...factsOfProgrammes([{ ...aProgramme, code: 'pkh', name: 'PKH' }]),
  ...factsOfIndicators([
    {
      code: 'makan',
      names: { id: 'Makan kurang dari dua kali', en: 'Eats less than twice' },
      data: { of: 'family', kind: 'yes-no', why: '' },
    },
    {
      code: 'sejak',
      names: { id: 'Menganggur sejak', en: 'Without work since' },
      data: { of: 'person', kind: 'day', why: '' },
    },
  ]),
])
const id: Telling = {
  lang: 'id',
  codeName: (list, code) => `${list} ${code}`,
  members: ['Sari', 'Budi'],
  vocabulary,
}
const en: Telling = { ...id, lang: 'en' }
const pkh = 'program-pkh'

test('PROG-15 what somebody has of a programme is said as a sentence', () => {
  const sayings: readonly (readonly [Comparison, string, string])[] = [
    [{ fact: pkh, is: 'eq', value: 'receives' }, 'Menerima PKH', 'Receives PKH'],
    [{ fact: pkh, is: 'eq', value: 'never' }, 'Belum pernah menerima PKH', 'Never received PKH'],
    [{ fact: pkh, is: 'eq', value: 'stopped' }, 'Pernah menerima PKH, sudah berhenti', 'Received PKH until it stopped'],
    [{ fact: pkh, is: 'in', value: ['stopped', 'never'] }, 'Tidak sedang menerima PKH', 'Does not receive PKH now'],
    [{ fact: pkh, is: 'in', value: ['never', 'stopped'] }, 'Tidak sedang menerima PKH', 'Does not receive PKH now'],
    [
      { fact: pkh, is: 'in', value: ['receives', 'never'] },
      'Menerima PKH atau Belum pernah menerima PKH',
      'Receives PKH or Never received PKH',
    ],
    [{ fact: pkh, is: 'known' }, 'Kepesertaan PKH sudah tercatat', 'Part in PKH is recorded'],
  ]
  for (const [comparison, indonesian, english] of sayings) {
    assert.equal(sayComparison(comparison, id), indonesian)
    assert.equal(sayComparison(comparison, en), english)
  }
  assert.equal(sayValue(pkh, 'stopped', id), 'sudah berhenti')
})

test('PROG-15 an indicator of a district is called as the district calls it; one that was dropped says so', () => {
  const { vocabulary: _, ...elsewhere } = id
  assert.equal(sayFact('lokal-makan', id), 'Makan kurang dari dua kali')
  assert.equal(sayFact('lokal-makan', en), 'Eats less than twice')
  assert.equal(sayFact('lokal-makan', elsewhere), 'Data yang tidak dipakai lagi (lokal-makan)')
  assert.equal(sayComparison({ fact: 'lokal-makan', is: 'eq', value: false }, id), 'Makan kurang dari dua kali: tidak')
  assert.equal(
    sayComparison({ fact: 'lokal-sejak', is: 'at-most', value: '2026-01-31' }, id),
    'Menganggur sejak 31 Januari 2026 atau sebelumnya',
  )
  assert.equal(sayFact('AC', id), sayFact('AC', elsewhere))
})

test('PROG-15 a no is said as people say it, where they have a word for it', () => {
  const no = (fact: string) => sayComparison({ fact, is: 'eq', value: false }, id)
  assert.deepEqual(
    ['rumah_layak', 'hamil', 'air_layak', 'sanitasi_layak', 'disabilitas', 'aparatur_negara', 'kartu_merah'].map(no),
    [
      'Rumah belum layak huni',
      'Tidak sedang hamil',
      'Air minum belum layak',
      'Sanitasi belum layak',
      'Bukan penyandang disabilitas',
      'Bukan aparatur negara',
      'Kartu merah: tidak',
    ],
  )
})

test('PROG-15 values are said by what they are: days, years, amounts, several codes, none', () => {
  const tries: readonly (readonly [string, unknown, string])[] = [
    ['usia', 12, '12 tahun'],
    ['luas_lantai', 7.25, '7,25'],
    ['sepeda_motor', 1200, '1.200'],
    ['tanggal_lahir', '2020-01-01', '1 Januari 2020'],
    ['penyakit_kronis', [], '-'],
    ['penyakit_kronis', ['a', 'b'], 'penyakit_kronis a, penyakit_kronis b'],
    ['jenis_ppks', ['poor'], 'ppks-type poor'],
    ['jenis_kelamin', 'L', 'laki-laki'],
    ['hamil', true, 'ya'],
    ['desil', null, 'belum tercatat'],
    ['desil', {}, 'belum tercatat'],
    ['lokal-tidak-ada', 'x', 'x'],
  ]
  for (const [fact, value, said] of tries) assert.equal(sayValue(fact, value, id), said, `${fact} ${String(value)}`)
})

const say = (rule: Criterion, facts: Partial<FactSet>): Said =>
  sayReason(explain(rule, factsOf(facts), { vocabulary, day }), id)
const line = ({ text, truth, detail }: Said) => `${truth ?? '-'} ${text}${detail ? ` (${detail})` : ''}`
const lines = (said: Said): readonly string[] => [line(said), ...said.parts.flatMap(lines)]

test('PROG-5 what was seen is told where it says more than the condition itself', () => {
  const tries: readonly (readonly [Criterion, Partial<FactSet>, string])[] = [
    [{ fact: 'desil', is: 'at-most', value: 4 }, { family: { desil: 2 } }, 'met Desil 4 ke bawah (tercatat 2)'],
    [{ fact: 'desil', is: 'at-most', value: 4 }, {}, 'unknown Desil 4 ke bawah (belum tercatat)'],
    [{ fact: 'desil', is: 'eq', value: 4 }, { family: { desil: 4 } }, 'met Desil tepat 4'],
    [{ fact: 'desil', is: 'eq', value: 4 }, { family: { desil: 5 } }, 'not-met Desil tepat 4 (tercatat 5)'],
    [{ fact: 'hamil', is: 'eq', value: true }, { person: { hamil: true } }, 'met Sedang hamil'],
    [
      { fact: 'hamil', is: 'eq', value: true },
      { person: { hamil: false } },
      'not-met Sedang hamil (tercatat tidak sedang hamil)',
    ],
    [
      { fact: 'usia', is: 'at-least', value: 70 },
      { person: { tanggal_lahir: '1950-01-01' } },
      'met Umur 70 tahun ke atas (sekarang 76 tahun)',
    ],
    [
      { fact: pkh, is: 'in', value: ['stopped', 'never'] },
      { family: { [pkh]: 'receives' } },
      'not-met Tidak sedang menerima PKH (tercatat masih menerima)',
    ],
    [{ fact: pkh, is: 'eq', value: 'never' }, { family: { [pkh]: 'never' } }, 'met Belum pernah menerima PKH'],
    [{ ask: 'Ditetapkan musdes' }, {}, 'unknown Ditetapkan musdes (perlu dipastikan)'],
    [
      { ask: 'Ditetapkan musdes' },
      { said: answered({ 'Ditetapkan musdes': false }) },
      'not-met Ditetapkan musdes (tidak, menurut keadaan 1 Juni 2026)',
    ],
    [{ fact: 'rumah_layak', is: 'eq', value: true }, {}, 'unknown Rumah layak huni (belum dapat dihitung)'],
  ]
  for (const [rule, facts, said] of tries) assert.equal(line(say(rule, facts)), said)
})

test('PROG-5 a group of which one part decides is told by that part alone', () => {
  const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
  const red: Criterion = { fact: 'kartu_merah', is: 'eq', value: true }
  assert.deepEqual(lines(say({ any: [poor, red] }, { family: { desil: 1 } })), ['met Desil 4 ke bawah (tercatat 1)'])
  assert.deepEqual(lines(say({ all: [poor, red] }, { family: { desil: 9 } })), [
    'not-met Desil 4 ke bawah (tercatat 9)',
  ])
  assert.deepEqual(lines(say({ all: [{ any: [{ all: [poor] }] }] }, {})), ['unknown Desil 4 ke bawah (belum tercatat)'])
  assert.deepEqual(lines(say({ all: [poor, red] }, {})), [
    'unknown Semua syarat ini',
    'unknown Desil 4 ke bawah (belum tercatat)',
    'unknown Kartu merah (belum tercatat)',
  ])
})

test('PROG-5 what follows from data is told by the data that decided, each once', () => {
  const house = { jenis_kloset: '4', fasilitas_bab: '4', luas_lantai: 10 }
  const two = [{}, {}]
  assert.deepEqual(lines(say({ fact: 'rumah_layak', is: 'eq', value: false }, { family: house, members: two })), [
    'met Rumah belum layak huni',
    '- Luas lantai tiap orang (m²): 5',
    '- Tempat buang air besar: fasilitas_bab 4',
    '- Jenis kloset: jenis_kloset 4',
  ])
  assert.deepEqual(lines(say({ fact: 'disabilitas_berat', is: 'eq', value: true }, { person: { berjalan: '4' } })), [
    'met Disabilitas berat',
    '- Kesulitan berjalan atau naik tangga: tingkat_kesulitan 4',
  ])
})

test('PROG-5 of a family’s people the one who fulfils it is named, or each who does not', () => {
  const old: Criterion = { member: { fact: 'usia', is: 'at-least', value: 70 } }
  const born = (...days: readonly string[]) => ({ members: days.map((tanggal_lahir) => ({ tanggal_lahir })) })
  assert.deepEqual(lines(say(old, born('1990-01-01', '1950-01-01'))), [
    'met Ada anggota keluarga yang',
    'met Budi',
    'met Umur 70 tahun ke atas (sekarang 76 tahun)',
  ])
  assert.equal(lines(say(old, born('1990-01-01', '1991-01-01'))).filter((one) => /Sari|Budi/.test(one)).length, 2)
  assert.deepEqual(lines(say(old, {})), ['unknown Ada anggota keluarga yang (anggota keluarga belum tercatat)'])
})

test('PROG-6 what would change it is said once, by name, and holds out nothing that can not come', () => {
  const turned = (rule: Criterion, facts: Partial<FactSet>) => {
    const turn = reachable(turnOf(explain(rule, factsOf(facts), { vocabulary, day })))
    return turn && lines(sayTurn(turn, id))
  }
  const pregnant: Criterion = { member: { fact: 'hamil', is: 'eq', value: true } }
  assert.equal(turned(pregnant, { members: [{ jenis_kelamin: 'L' }] }), null, 'no man will be')
  assert.deepEqual(turned(pregnant, { members: [{ jenis_kelamin: 'L' }, { jenis_kelamin: 'P', hamil: false }] }), [
    '- Budi: Sedang hamil (sekarang tidak)',
  ])
  assert.deepEqual(turned({ fact: 'usia', is: 'at-least', value: 70 }, { person: { tanggal_lahir: '1960-03-01' } }), [
    '- Umur 70 tahun ke atas, mulai 1 Maret 2030',
  ])
  assert.deepEqual(turned({ not: { fact: pkh, is: 'eq', value: 'receives' } }, { family: { [pkh]: 'receives' } }), [
    '- Tidak lagi: Menerima PKH (sekarang masih menerima)',
  ])
  const nested: Criterion = {
    any: [
      { fact: 'desil', is: 'at-most', value: 1 },
      { any: [{ fact: 'desil', is: 'at-least', value: 9 }, { ask: 'Diusulkan RT' }] },
    ],
  }
  assert.deepEqual(turned(nested, { family: { desil: 5 }, said: { 'Diusulkan RT': false } }), [
    '- Salah satu syarat ini',
    '- Desil 1 ke bawah (sekarang 5)',
    '- Desil 9 ke atas (sekarang 5)',
    '- Diusulkan RT',
  ])
})

test('PROG-3 a man is not asked whether he is pregnant; what was written down of him stays', () => {
  const rule: Criterion = { fact: 'hamil', is: 'eq', value: true }
  const truth = (person: FactSet['person']) => explain(rule, factsOf({ person }), { vocabulary, day }).truth
  assert.equal(truth({ jenis_kelamin: 'L' }), 'not-met')
  assert.equal(truth({ jenis_kelamin: 'L', hamil: null }), 'not-met')
  assert.equal(truth({ jenis_kelamin: 'P' }), 'unknown')
  assert.equal(truth({}), 'unknown')
  assert.equal(truth({ jenis_kelamin: '' }), 'unknown')
  assert.equal(truth({ jenis_kelamin: 'L', hamil: true }), 'met')
})

test('PROG-15 what is missing is named with whose it is', () => {
  const rule: Criterion = {
    all: [
      { fact: pkh, is: 'eq', value: 'never' },
      { member: { fact: 'usia', is: 'at-least', value: 70 } },
      { ask: 'Ada?' },
    ],
  }
  const missing = missingOf(explain(rule, factsOf({ members: [{}, {}] }), { vocabulary, day }), vocabulary)
  assert.deepEqual(
    missing.map((one) => sayMissing(one, id)),
    ['Kepesertaan PKH', 'Sari: Tanggal lahir', 'Budi: Tanggal lahir', 'Ada?'],
  )
  assert.equal(sayMissing({ kind: 'members' }, id), 'Data anggota keluarga')
  assert.equal(sayMissing({ kind: 'fact', fact: 'desil', member: 7 }, id), 'Desil', 'whom nobody can name')
})

test('MATCH-7 how much is left is said in both languages', () => {
  const rooms = [
    { full: false, left: 1250, waiting: 0 },
    { full: true, left: 0, waiting: 0 },
    { full: true, left: 0, waiting: 1200 },
  ]
  assert.deepEqual(
    rooms.map((room) => sayRoom(room, 'id')),
    ['Masih ada 1.250 tempat', 'Kuota penuh', 'Kuota penuh, daftar tunggu 1.200'],
  )
  assert.deepEqual(
    rooms.map((room) => sayRoom(room, 'en')),
    ['1,250 places left', 'Quota is full', 'Quota is full, 1,200 waiting'],
  )
})
