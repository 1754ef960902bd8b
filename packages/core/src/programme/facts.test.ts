import assert from 'node:assert/strict'
import { test } from 'node:test'
import { variables } from '../registry/variables.ts'
import { factsOf } from '../testing/a-programme.ts'
import type { Comparison, Criterion } from './criterion.ts'
import { comparisonsIn } from './criterion.ts'
import { derivedFacts } from './derived-facts.ts'
import { ready } from './evaluate.ts'
import { explain } from './explain.ts'
import type { FactSet } from './fact-set.ts'
import { missingOf, reachable, turnOf } from './pending.ts'
import { vocabulary } from './vocabulary.ts'

const day = '2026-11-22'
const asked = { vocabulary, day }
const of = (rule: Criterion, facts: Partial<FactSet>) => ready(rule, vocabulary, day)(factsOf(facts))
const is = (fact: string) => ({ fact, is: 'eq', value: true }) as const

test('PROG-2 a comparison holds at its edges, and nowhere beyond', () => {
  const cases: readonly (readonly [Comparison, number, string])[] = [
    [{ fact: 'desil', is: 'at-most', value: 4 }, 4, 'met'],
    [{ fact: 'desil', is: 'at-most', value: 4 }, 5, 'not-met'],
    [{ fact: 'desil', is: 'at-least', value: 4 }, 4, 'met'],
    [{ fact: 'desil', is: 'at-least', value: 4 }, 3, 'not-met'],
    [{ fact: 'desil', is: 'between', value: [2, 4] }, 2, 'met'],
    [{ fact: 'desil', is: 'between', value: [2, 4] }, 4, 'met'],
    [{ fact: 'desil', is: 'between', value: [2, 4] }, 1, 'not-met'],
    [{ fact: 'desil', is: 'between', value: [2, 4] }, 5, 'not-met'],
    [{ fact: 'desil', is: 'eq', value: 4 }, 4, 'met'],
    [{ fact: 'desil', is: 'eq', value: 4 }, 3, 'not-met'],
    [{ fact: 'desil', is: 'known' }, 10, 'met'],
  ]
  for (const [rule, desil, truth] of cases) assert.equal(of(rule, { family: { desil } }), truth, JSON.stringify(rule))
})

test('PROG-2 what is absent, null or of another shape is not known, and turns nobody away', () => {
  for (const values of [{}, { desil: null }, { desil: 'empat' }, { desil: true }, { desil: [4] }])
    for (const is of ['at-most', 'at-least'] as const)
      assert.equal(of({ fact: 'desil', is, value: 4 }, { family: values }), 'unknown', JSON.stringify(values))
  for (const values of [{}, { desil: null }])
    assert.equal(of({ fact: 'desil', is: 'known' }, { family: values }), 'unknown')
  assert.equal(of({ fact: 'jenis_kloset', is: 'eq', value: '1' }, { family: { jenis_kloset: 1 } }), 'unknown')
})

test('PROG-2 of several codes one is enough, none said is none, and days are compared by the calendar', () => {
  const ill: Comparison = { fact: 'penyakit_kronis', is: 'in', value: ['ginjal', 'jantung'] }
  assert.equal(of(ill, { person: { penyakit_kronis: ['asma', 'ginjal'] } }), 'met')
  assert.equal(of(ill, { person: { penyakit_kronis: ['asma'] } }), 'not-met')
  assert.equal(of(ill, { person: { penyakit_kronis: [] } }), 'not-met')
  const born: Comparison = { fact: 'tanggal_lahir', is: 'between', value: ['2020-01-01', '2026-12-31'] }
  assert.equal(of(born, { person: { tanggal_lahir: '2020-01-01' } }), 'met')
  assert.equal(of(born, { person: { tanggal_lahir: '2019-12-31' } }), 'not-met')
})

test('PROG-3 every fact has one name; what is worked out is made of facts that are there', () => {
  assert.equal(new Set(vocabulary.keys()).size, vocabulary.size)
  for (const { name, derived } of derivedFacts) {
    const from = derived?.by === 'rule' ? [...comparisonsIn(derived.rule)].map(({ fact }) => fact) : derived?.from
    assert.ok(
      from?.every((source) => vocabulary.has(source)),
      name,
    )
  }
  for (const { name, kind } of variables)
    assert.equal(vocabulary.has(name), kind !== 'text' && kind !== 'point', `${name} ${kind}`)
})

test('PROG-3 an age is in whole years, from the birthday on; a leap day comes on 1 March', () => {
  const ageAt = (born: string, at: string) =>
    Array.from({ length: 80 }, (_, age) => age).findLast(
      (age) =>
        ready(
          { fact: 'usia', is: 'at-least', value: age },
          vocabulary,
          at,
        )(factsOf({ person: { tanggal_lahir: born } })) === 'met',
    )
  assert.equal(ageAt('1956-11-22', '2026-11-21'), 69)
  assert.equal(ageAt('1956-11-22', '2026-11-22'), 70)
  assert.equal(ageAt('1956-02-29', '2026-02-28'), 69)
  assert.equal(ageAt('1956-02-29', '2026-03-01'), 70)
  assert.equal(of({ fact: 'usia', is: 'at-least', value: 0 }, { person: { tanggal_lahir: '2027-01-01' } }), 'unknown')
  assert.equal(of({ fact: 'usia', is: 'at-least', value: 70 }, { person: { usia: 71 } }), 'met')
})

const soundHouse = {
  luas_lantai: 36,
  sumber_air_minum_utama: '5',
  fasilitas_bab: '1',
  jenis_kloset: '1',
  pembuangan_akhir_tinja: '1',
  jenis_atap_terluas: '2',
  jenis_dinding_terluas: '1',
  jenis_lantai_terluas: '3',
}
const five = [{}, {}, {}, {}, {}]

test('PROG-3 a house is adequate when space, water, sanitation, roof, wall and floor all are', () => {
  assert.equal(of(is('rumah_layak'), { family: soundHouse, members: five }), 'met')
  assert.equal(of(is('rumah_layak'), { family: soundHouse, members: [...five, {}] }), 'not-met')
  for (const [name, bad] of [
    ['sumber_air_minum_utama', '10'],
    ['fasilitas_bab', '4'],
    ['jenis_kloset', '3'],
    ['pembuangan_akhir_tinja', '3'],
    ['jenis_atap_terluas', '5'],
    ['jenis_dinding_terluas', '3'],
    ['jenis_lantai_terluas', '5'],
  ] as const) {
    assert.equal(of(is('rumah_layak'), { family: { ...soundHouse, [name]: bad }, members: five }), 'not-met', name)
    const { [name]: _, ...unsaid } = soundHouse
    assert.equal(of(is('rumah_layak'), { family: unsaid, members: five }), 'unknown', name)
  }
  assert.equal(of({ ...is('rumah_layak'), value: false }, { family: { jenis_kloset: '3' } }), 'met')
})

test('PROG-3 bottled water says nothing of the water people wash with', () => {
  const water = (family: FactSet['family']) => of(is('air_layak'), { family })
  assert.equal(water({ sumber_air_minum_utama: '2' }), 'unknown')
  assert.equal(water({ sumber_air_minum_utama: '2', sumber_air_mandi: '6' }), 'met')
  assert.equal(water({ sumber_air_minum_utama: '2', sumber_air_mandi: '7' }), 'not-met')
})

test('PROG-3 a severe disability is something that a person can not do at all; half an answer does not rule it out', () => {
  const severe = (person: FactSet['person']) => of(is('disabilitas_berat'), { person })
  const able = {
    penglihatan: '1',
    pendengaran: '1',
    berjalan: '2',
    mengingat: '1',
    mengurus_diri: '1',
    komunikasi: '3',
  }
  assert.equal(severe(able), 'not-met')
  assert.equal(of(is('disabilitas'), { person: able }), 'met')
  assert.equal(severe({ berjalan: '4' }), 'met')
  assert.equal(severe({ berjalan: '1' }), 'unknown')
})

test('PROG-4 some member is enough; of a family of whom nobody is recorded it can not be told', () => {
  const old: Criterion = { member: { fact: 'usia', is: 'at-least', value: 70 } }
  const born = (tanggal_lahir: string) => ({ tanggal_lahir })
  assert.equal(of(old, { members: [born('1990-01-01'), born('1950-01-01')] }), 'met')
  assert.equal(of(old, { members: [born('1990-01-01')] }), 'not-met')
  assert.equal(of(old, { members: [born('1990-01-01'), {}] }), 'unknown')
  assert.equal(of(old, { members: [] }), 'unknown')
  const reason = explain(old, factsOf({}), asked)
  assert.deepEqual(missingOf(reason, vocabulary), [{ kind: 'members' }])
  assert.deepEqual(turnOf(reason), { kind: 'members' })
})

test('PROG-5 only what could still decide is missing, down to what is asked of people', () => {
  const rule: Criterion = {
    all: [
      { fact: 'desil', is: 'at-most', value: 4 },
      {
        any: [
          { fact: 'status_lahan', is: 'known' },
          { fact: 'sepeda_motor', is: 'at-most', value: 1 },
        ],
      },
      { fact: 'm2_per_orang', is: 'at-most', value: 7.1 },
      is('sanitasi_layak'),
      { member: { fact: 'usia', is: 'at-least', value: 70 } },
      { ask: 'Diusulkan musdes' },
    ],
  }
  const facts = factsOf({
    family: { sepeda_motor: 0, jenis_kloset: '1' },
    members: [{}, { tanggal_lahir: '1990-01-01' }],
  })
  const reason = explain(rule, facts, asked)
  assert.equal(reason.truth, 'unknown')
  assert.deepEqual(missingOf(reason, vocabulary), [
    { kind: 'fact', fact: 'desil', member: null },
    { kind: 'fact', fact: 'luas_lantai', member: null },
    { kind: 'fact', fact: 'fasilitas_bab', member: null },
    { kind: 'fact', fact: 'pembuangan_akhir_tinja', member: null },
    { kind: 'fact', fact: 'tanggal_lahir', member: 0 },
    { kind: 'ask', ask: 'Diusulkan musdes', member: null },
  ])
  const decided = explain(rule, { ...facts, family: { desil: 9 } }, asked)
  assert.equal(decided.truth, 'not-met')
  assert.deepEqual(missingOf(decided, vocabulary), [])
})

test('PROG-6 what would change a no is told: one of these, all of those, and the birthday that brings an age', () => {
  const rule: Criterion = {
    all: [
      { fact: 'desil', is: 'at-most', value: 4 },
      {
        any: [
          { member: { fact: 'usia', is: 'at-least', value: 70 } },
          { not: { fact: 'rumah_lainnya', is: 'at-most', value: 3 } },
        ],
      },
    ],
  }
  const facts = factsOf({ family: { desil: 6, rumah_lainnya: 1 }, members: [{ tanggal_lahir: '1960-02-29' }] })
  const turn = turnOf(explain(rule, facts, asked))
  assert.ok(turn?.kind === 'all')
  const [desil, either] = turn.parts
  assert.ok(desil?.kind === 'fact' && desil.to && desil.reason.saw === 6)
  assert.ok(either?.kind === 'any')
  const [old, houses] = either.parts
  assert.ok(old?.kind === 'fact' && old.member === 0)
  assert.deepEqual([old.reason.saw, old.reason.turns], [66, '2030-03-01'])
  assert.ok(houses?.kind === 'fact' && !houses.to && houses.reason.truth === 'met')
})

test('PROG-6 what can never come about is not held out to anybody', () => {
  const young: Comparison = { fact: 'usia', is: 'at-most', value: 6 }
  const poor: Comparison = { fact: 'desil', is: 'at-most', value: 4 }
  const facts = factsOf({ person: { tanggal_lahir: '1960-05-01' }, family: { desil: 6 } })
  const left = (rule: Criterion) => reachable(turnOf(explain(rule, facts, asked)))
  assert.equal(left(young), null)
  assert.equal(left({ all: [poor, young] }), null)
  assert.equal(left({ any: [young, { all: [young] }] }), null)
  const one = left({ any: [poor, young] })
  assert.ok(one?.kind === 'fact' && one.reason.comparison.fact === 'desil')
  assert.equal(left({ any: [poor, { ask: 'Diusulkan RT' }] })?.kind, 'any')
  assert.equal(left({ fact: 'desil', is: 'at-least', value: 1 }), null)
})

test('PROG-6 no time makes anybody younger, or of another sex', () => {
  const turns = (rule: Comparison, person: FactSet['person']) => {
    const reason = explain(rule, factsOf({ person }), asked)
    return reason.kind === 'fact' ? reason.turns : undefined
  }
  const born = { tanggal_lahir: '1960-05-01', jenis_kelamin: 'L' }
  assert.equal(turns({ fact: 'usia', is: 'at-most', value: 6 }, born), 'never')
  assert.equal(turns({ fact: 'usia', is: 'between', value: [0, 6] }, born), 'never')
  assert.equal(turns({ fact: 'usia', is: 'between', value: [70, 90] }, born), '2030-05-01')
  assert.equal(turns({ fact: 'jenis_kelamin', is: 'eq', value: 'P' }, born), 'never')
  assert.equal(turns({ fact: 'usia', is: 'at-least', value: 60 }, born), null)
  assert.equal(turns({ fact: 'usia', is: 'at-least', value: 70 }, { usia: 66 }), null)
})
