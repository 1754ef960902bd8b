import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { ledgerOf, placeCode } from '../place/code.ts'
import type { Comparison, Criterion } from '../programme/criterion.ts'
import { explain } from '../programme/explain.ts'
import { verdicts } from '../programme/match.ts'
import { missingOf, turnOf } from '../programme/pending.ts'
import type { ProgrammeRow } from '../programme/programme.ts'
import { shippedProgrammes } from '../programme/shipped.ts'
import { vocabulary } from '../programme/vocabulary.ts'
import { anyCriterion, anyFacts, aProgramme } from '../testing/a-programme.ts'
import { goldenFamilies } from '../testing/golden-families.ts'
import { property } from '../testing/property.ts'
import { goldenMatches, tellMatches } from '../testing/tell-matches.ts'
import { sayComparison, sayFact } from './say-fact.ts'
import { sayMissing, sayReason, sayRule, sayTurn } from './say-programme.ts'

const day = '2026-11-22'
const telling = {
  lang: 'id',
  codeName: (list: string, code: string) => `${list} ${code}`,
  members: ['Sari', 'Budi'],
} as const
const english = { ...telling, lang: 'en' } as const

const programmes = shippedProgrammes.map(
  ({ versions, place, ...words }): ProgrammeRow => ({
    ...aProgramme,
    ...words,
    id: aProgramme.id,
    place: placeCode.parse(place),
    district: ledgerOf(placeCode.parse(place)),
    versions,
  }),
)

test('MATCH-6 what families are told of the shipped programmes is written down whole, with the reasons', () => {
  const told = goldenFamilies.map((family) => `# ${family.name}\n${tellMatches(family, programmes, day)}\n`)
  const golden = readFileSync(new URL('../testing/golden-matches.txt', import.meta.url), 'utf8')
  assert.equal(`${told.join('\n')}`, golden)
})

test('MATCH-6 of every shipped programme the examples hold a yes, a no, and one that can not be told yet', () => {
  const answers = goldenFamilies
    .flatMap((family) => goldenMatches(family, programmes, day))
    .flatMap(({ matches }) => matches.map(({ programme, verdict }) => `${programme.code} ${verdict}`))
  const wanted = shippedProgrammes.flatMap(({ code }) => verdicts.map((verdict) => `${code} ${verdict}`))
  assert.deepEqual(
    wanted.filter((one) => !answers.includes(one)),
    [],
  )
  assert.equal(shippedProgrammes.length, 30)
})

test('PROG-15 comparisons are said as people say them, in both languages', () => {
  const sayings: readonly (readonly [Comparison, string, string])[] = [
    [{ fact: 'desil', is: 'at-most', value: 4 }, 'Desil 4 ke bawah', 'Decile 4 or less'],
    [{ fact: 'usia', is: 'at-least', value: 70 }, 'Umur 70 tahun ke atas', 'Age 70 years or more'],
    [{ fact: 'usia', is: 'between', value: [0, 6] }, 'Umur 0 sampai 6 tahun', 'Age 0 to 6 years'],
    [
      { fact: 'm2_per_orang', is: 'at-most', value: 7.2 },
      'Luas lantai tiap orang (m²) 7,2 ke bawah',
      'Floor space per person (m²) 7.2 or less',
    ],
    [{ fact: 'desil', is: 'eq', value: 1 }, 'Desil tepat 1', 'Decile exactly 1'],
    [{ fact: 'rumah_layak', is: 'eq', value: false }, 'Rumah belum layak huni', 'House not adequate yet'],
    [{ fact: 'jenis_kelamin', is: 'eq', value: 'P' }, 'Jenis kelamin: perempuan', 'Sex: female'],
    [{ fact: 'bidang_kasus', is: 'eq', value: 'health' }, 'Bidang kasus: Kesehatan', 'Sector of the case: Health'],
    [{ fact: 'desil', is: 'known' }, 'Desil sudah tercatat', 'Decile is recorded'],
    [
      { fact: 'tanggal_lahir', is: 'at-least', value: '2020-01-01' },
      'Tanggal lahir 1 Januari 2020 atau sesudahnya',
      'Date of birth 1 January 2020 or after',
    ],
    [
      { fact: 'tanggal_lahir', is: 'at-most', value: '2020-01-01' },
      'Tanggal lahir 1 Januari 2020 atau sebelumnya',
      'Date of birth 1 January 2020 or before',
    ],
  ]
  for (const [comparison, id, en] of sayings) {
    assert.equal(sayComparison(comparison, telling), id)
    assert.equal(sayComparison(comparison, english), en)
  }
  const codes: Comparison = { fact: 'jenis_kloset', is: 'in', value: ['1', '2'] }
  assert.match(sayComparison(codes, telling), /: jenis_kloset 1; jenis_kloset 2$/)
})

test('PROG-15 every fact that rules may ask about has a name in both languages', () => {
  for (const name of vocabulary.keys()) assert.ok(name === 'AC' || sayFact(name, telling) !== name, name)
  assert.equal(sayFact('kekayaan', telling), 'Data yang tidak dipakai lagi (kekayaan)')
})

test('PROG-15 a rule keeps its shape when it is said, with the rule of law of each part', () => {
  const rule: Criterion = {
    all: [
      { fact: 'desil', is: 'at-most', value: 4, base: 'Inpres 4/2025' },
      { not: { member: { any: [{ ask: 'Pegawai negeri', base: 'Perbup 1/2026' }] } } },
    ],
  }
  const plain = ({ text, detail, parts }: ReturnType<typeof sayRule>): unknown => [text, detail, ...parts.map(plain)]
  assert.deepEqual(plain(sayRule(rule, telling)), [
    'Semua syarat ini',
    '',
    ['Desil 4 ke bawah', 'Inpres 4/2025'],
    [
      'Syarat ini tidak boleh terpenuhi',
      '',
      ['Ada anggota keluarga yang', '', ['Salah satu syarat ini', '', ['Pegawai negeri', 'Perbup 1/2026']]],
    ],
  ])
})

property(
  'PROG-15 whatever the rule and whatever is known, every reason, lack and turn is said without a gap',
  fc.tuple(anyCriterion, anyFacts),
  ([rule, facts]) => {
    const reason = explain(rule, facts, { vocabulary, day })
    const turn = turnOf(reason)
    const members = facts.members.map((_, nth) => `Anggota ${nth + 1}`)
    for (const lang of ['id', 'en'] as const) {
      const to = { ...telling, lang, members }
      const said = JSON.stringify([
        sayRule(rule, to),
        sayReason(reason, to),
        turn && sayTurn(turn, to),
        missingOf(reason, vocabulary).map((one) => sayMissing(one, to)),
      ])
      assert.ok(!/"text":""|\{\w+\}|undefined/.test(said), said)
    }
  },
)
