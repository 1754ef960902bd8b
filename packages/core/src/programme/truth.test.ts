import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyCriterion, anyFacts, factsOf, forget } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import type { Criterion } from './criterion.ts'
import { ready } from './evaluate.ts'
import { explain } from './explain.ts'
import type { FactSet } from './fact-set.ts'
import { missingOf, turnOf } from './pending.ts'
import type { Truth } from './truth.ts'
import { allOf, anyOf, opposite } from './truth.ts'
import { vocabulary } from './vocabulary.ts'

const day = '2026-11-22'
const asked = { vocabulary, day }
const truths: readonly Truth[] = ['met', 'unknown', 'not-met']
const of = (rule: Criterion, facts: FactSet): Truth => ready(rule, vocabulary, day)(facts)

test('PROG-1 the laws of three-valued logic hold for every three truths', () => {
  for (const a of truths)
    for (const b of truths) {
      assert.equal(allOf([a, b]), allOf([b, a]))
      assert.equal(anyOf([a, b]), anyOf([b, a]))
      assert.equal(opposite(allOf([a, b])), anyOf([opposite(a), opposite(b)]))
      assert.equal(opposite(anyOf([a, b])), allOf([opposite(a), opposite(b)]))
      assert.equal(allOf([a, anyOf([a, b])]), a)
      assert.equal(anyOf([a, allOf([a, b])]), a)
      for (const c of truths) {
        assert.equal(allOf([a, anyOf([b, c])]), anyOf([allOf([a, b]), allOf([a, c])]))
        assert.equal(anyOf([a, anyOf([b, c])]), anyOf([anyOf([a, b]), c]))
      }
    }
  assert.deepEqual(truths.map(opposite), ['not-met', 'unknown', 'met'])
  assert.deepEqual([allOf([]), anyOf([])], ['met', 'not-met'])
})

test('PROG-1 what is unknown decides nothing, and nothing is decided by what nobody asked', () => {
  assert.equal(allOf(['met', 'unknown']), 'unknown')
  assert.equal(allOf(['unknown', 'not-met']), 'not-met')
  assert.equal(anyOf(['not-met', 'unknown']), 'unknown')
  assert.equal(anyOf(['unknown', 'met']), 'met')
})

const two = fc.tuple(anyCriterion, anyCriterion, anyFacts)

property('PROG-1 rules obey de Morgan, whatever they are made of', two, ([a, b, facts]) => {
  assert.equal(of({ not: { all: [a, b] } }, facts), of({ any: [{ not: a }, { not: b }] }, facts))
  assert.equal(of({ not: { any: [a, b] } }, facts), of({ all: [{ not: a }, { not: b }] }, facts))
  assert.equal(of({ not: { not: a } }, facts), of(a, facts))
})

property('PROG-1 the order of the parts of a rule says nothing', two, ([a, b, facts]) => {
  assert.equal(of({ all: [a, b] }, facts), of({ all: [b, a] }, facts))
  assert.equal(of({ any: [a, b] }, facts), of({ any: [b, a] }, facts))
})

property(
  'PROG-1 what was decided stays decided, however much more is learnt',
  fc.tuple(anyCriterion, anyFacts, fc.infiniteStream(fc.boolean())),
  ([rule, facts, coins]) => {
    const before = of(
      rule,
      forget(facts, () => coins.next().value === true),
    )
    if (before !== 'unknown') assert.equal(of(rule, facts), before)
  },
  500,
)

property(
  'PROG-5 the explanation comes to the same answer as the rule made ready',
  fc.tuple(anyCriterion, anyFacts),
  ([rule, facts]) => {
    assert.equal(explain(rule, facts, asked).truth, of(rule, facts))
  },
  500,
)

property(
  'PROG-5 something is missing exactly where it can not be told yet, and something would change all but a yes',
  fc.tuple(anyCriterion, anyFacts),
  ([rule, facts]) => {
    const reason = explain(rule, facts, asked)
    assert.equal(missingOf(reason, vocabulary).length > 0, reason.truth === 'unknown')
    assert.equal(turnOf(reason) === null, reason.truth === 'met')
  },
)

test('PROG-2 a rule over nothing known is decided by nothing', () => {
  const facts = factsOf({})
  assert.equal(of({ fact: 'desil', is: 'at-most', value: 4 }, facts), 'unknown')
  assert.equal(of({ not: { fact: 'desil', is: 'at-most', value: 4 } }, facts), 'unknown')
})
