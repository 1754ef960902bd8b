import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyCriterion, anyFacts } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import type { Unit } from './check-rule.ts'
import { checkRule, faultCodes } from './check-rule.ts'
import type { Comparison, Criterion } from './criterion.ts'
import { ready } from './evaluate.ts'
import { vocabulary } from './vocabulary.ts'

const codes = (rule: Criterion, unit: Unit = 'family') => checkRule(rule, unit, vocabulary).map(({ code }) => code)
const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }

test('PROG-7 a rule that says something about what is documented is taken', () => {
  for (const rule of [
    poor,
    {
      all: [
        poor,
        {
          member: {
            any: [
              { fact: 'hamil', is: 'eq', value: true },
              { fact: 'usia', is: 'between', value: [0, 6] },
            ],
          },
        },
      ],
    },
    { any: [{ not: poor }, { ask: 'Ditetapkan musdes' }, { fact: 'jenis_kloset', is: 'in', value: ['1', '2'] }] },
    { fact: 'luas_lantai', is: 'at-most', value: 7.2 },
    { fact: 'luas_lantai', is: 'known' },
  ] satisfies readonly Criterion[])
    assert.deepEqual(codes(rule), [], JSON.stringify(rule))
  assert.deepEqual(codes({ fact: 'jenis_kelamin', is: 'eq', value: 'P' }, 'person'), [])
  assert.deepEqual(codes({ fact: 'tanggal_lahir', is: 'at-least', value: '2020-01-01' }, 'pupil'), [])
})

test('PROG-7 each way to break a rule is told, with the place where it broke', () => {
  const broken: readonly (readonly [string, Criterion])[] = [
    ['unknown-fact', { fact: 'kekayaan', is: 'at-most', value: 4 }],
    ['wrong-comparison', { fact: 'desil', is: 'in', value: ['1'] }],
    ['wrong-comparison', { fact: 'jenis_kloset', is: 'at-most', value: 4 }],
    ['wrong-comparison', { fact: 'luas_lantai', is: 'eq', value: 4 }],
    ['wrong-comparison', { fact: 'kartu_merah', is: 'at-least', value: 1 }],
    ['wrong-value', { fact: 'desil', is: 'at-most', value: 'empat' }],
    ['wrong-value', { fact: 'desil', is: 'at-most', value: 4.5 }],
    ['wrong-value', { fact: 'jenis_kloset', is: 'eq', value: '' }],
    ['wrong-value', { fact: 'jenis_kasus', is: 'eq', value: 'lain' }],
    ['wrong-value', { fact: 'kartu_merah', is: 'eq', value: 'ya' }],
    ['wrong-value', { fact: 'luas_lantai', is: 'at-most', value: Number.NaN }],
    ['never-met', { fact: 'desil', is: 'at-least', value: 11 }],
    ['never-met', { fact: 'desil', is: 'at-most', value: 0 }],
    ['never-met', { fact: 'desil', is: 'eq', value: 12 }],
    ['never-met', { fact: 'desil', is: 'between', value: [4, 1] }],
    ['never-met', { fact: 'desil', is: 'between', value: [11, 12] }],
    ['never-met', { fact: 'luas_lantai', is: 'between', value: [-9, -1] }],
    ['never-met', { fact: 'jenis_kloset', is: 'in', value: [] }],
    ['empty-group', { any: [] }],
    ['empty-group', { all: [] }],
    ['needs-member', { fact: 'usia', is: 'at-least', value: 70 }],
    ['no-words', { ask: '  ' }],
    ['no-member', { member: { member: { fact: 'usia', is: 'at-least', value: 70 } } }],
    ['clash', { all: [poor, { fact: 'desil', is: 'at-least', value: 5 }] }],
    ['clash', { all: [{ all: [poor] }, { fact: 'desil', is: 'eq', value: 5 }] }],
    ['clash', { all: [poor, { fact: 'desil', is: 'between', value: [5, 6] }] }],
    [
      'clash',
      {
        all: [
          { fact: 'jenis_kloset', is: 'eq', value: '1' },
          { fact: 'jenis_kloset', is: 'in', value: ['2', '3'] },
        ],
      },
    ],
    ['clash', { all: [poor, { not: poor }] }],
    ['too-large', { all: Array.from({ length: 101 }, () => poor) }],
    ['too-large', Array.from({ length: 9 }).reduce<Criterion>((rule) => ({ not: rule }), poor)],
  ]
  for (const [code, rule] of broken) {
    assert.deepEqual(codes(rule), [code], JSON.stringify(rule).slice(0, 200))
    const within =
      code === 'too-large' ? [] : checkRule({ any: [poor, rule] }, 'family', vocabulary).map(({ at }) => at[0])
    assert.ok(
      within.every((nth) => nth === 1),
      code,
    )
  }
  assert.deepEqual(new Set(broken.map(([code]) => code)), new Set(faultCodes))
})

test('PROG-7 what may be together is no clash: touching ranges, several illnesses, other facts', () => {
  const ill = (value: string): Comparison => ({ fact: 'penyakit_kronis', is: 'eq', value })
  for (const rule of [
    { all: [poor, { fact: 'desil', is: 'at-least', value: 4 }] },
    { all: [poor, { not: { fact: 'desil', is: 'at-most', value: 1 } }] },
    { any: [poor, { fact: 'desil', is: 'at-least', value: 5 }] },
  ] satisfies readonly Criterion[])
    assert.deepEqual(codes(rule), [], JSON.stringify(rule))
  assert.deepEqual(codes({ all: [ill('asma'), ill('ginjal')] }, 'person'), [])
})

property(
  'PROG-7 a rule that is refused for a clash is met by nobody',
  fc.tuple(anyCriterion, anyCriterion, anyFacts),
  ([one, other, facts]) => {
    const rule = { all: [one, other] }
    if (checkRule(rule, 'person', vocabulary).some(({ code, at }) => code === 'clash' && at.length === 0))
      assert.notEqual(ready(rule, vocabulary, '2026-11-22')(facts), 'met')
  },
  500,
)
