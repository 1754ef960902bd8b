import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { itemWords } from '../contract/lists.ts'
import { lawOfList, mayEnd } from '../lists/list-law.ts'
import { shippedLists } from '../lists/shipped.ts'
import { property } from '../testing/property.ts'
import { areRules, isAged, orderData, orderList, usualOrder, usualRules } from './order.ts'
import type { TriageClass, TriageRule } from './surge.ts'
import { triageClasses } from './surge.ts'
import { triage } from './triage.ts'

const rule = (of: TriageClass, years: number | null = null): TriageRule => ({ class: of, years })

/** Orders, and whether an event may have them. */
const orders: readonly (readonly [fits: boolean, ...rules: readonly TriageRule[]])[] = [
  [true, rule('other')],
  [true, rule('chronic')],
  [true, rule('chronic'), rule('emergency'), rule('elderly', 60)],
  [true, rule('child', 5), rule('elderly', 60), rule('other')],
  [true, rule('child', 1), rule('elderly', 120)],
  [false, rule('chronic'), rule('chronic')],
  [false, rule('elderly', 60), rule('elderly', 80)],
  [false, rule('elderly')],
  [false, rule('child')],
  [false, rule('chronic', 3)],
  [false, rule('other', 3)],
  [false, rule('other'), rule('chronic')],
  [false, rule('chronic'), rule('other'), rule('other')],
]
for (const [fits, ...rules] of orders)
  test(`SURGE-14 ${JSON.stringify(rules)} is ${fits ? 'an order' : 'none'}`, () => {
    assert.equal(areRules(rules), fits)
    assert.equal(orderData.safeParse({ rules, basis: '' }).success, fits)
  })

test('SURGE-14 ages alone take years', () => {
  assert.deepEqual(triageClasses.filter(isAged), ['elderly', 'child'])
})

test('SURGE-14 what ships puts emergencies, the chronically ill and the old first, and everybody else last', () => {
  assert.ok(areRules(usualRules))
  assert.deepEqual(
    usualRules.slice(0, 3).map((one) => one.class),
    ['emergency', 'chronic', 'elderly'],
  )
  assert.deepEqual(usualRules.at(-1), rule('other'))
  assert.deepEqual(new Set(usualRules.map((one) => one.class)), new Set(triageClasses))
  const items = shippedLists.items.filter(({ list }) => list === orderList)
  assert.deepEqual(
    items.map(({ code }) => code),
    [usualOrder],
  )
  assert.deepEqual(orderData.parse(items[0]?.data).rules, usualRules)
})

test('SURGE-14 each place says its own order from a day on; it adds none and never ends it', () => {
  assert.deepEqual(lawOfList(orderList), { by: 'each-place', grows: false, needed: [usualOrder] })
  assert.equal(mayEnd(orderList, usualOrder), false)
  const words = { list: orderList, code: usualOrder, names: { id: 'Urutan', en: 'Order' }, from: '2026-11-02' }
  const data = { rules: usualRules, basis: 'SK Bupati' }
  assert.ok(itemWords.safeParse({ ...words, data }).success)
  assert.ok(!itemWords.safeParse({ ...words, data, code: 'other' }).success, 'a second order')
  for (const odd of [
    {},
    { rules: usualRules },
    { basis: '' },
    { ...data, rules: [] },
    { ...data, rules: [rule('chronic', 0)] },
    { ...data, rules: [rule('elderly', 121)] },
    { ...data, rules: [rule('elderly', 60.5)] },
    { ...data, rules: [{ class: 'rich', years: null }] },
    { ...data, rules: [...usualRules, rule('chronic')] },
    { ...data, basis: 'a\u0000b' },
    { ...data, basis: 'a'.repeat(301) },
    { ...data, more: 1 },
  ])
    assert.ok(!itemWords.safeParse({ ...words, data: odd }).success, JSON.stringify(odd))
})

const anOrder = fc
  .shuffledSubarray(triageClasses.filter((one) => one !== 'other'))
  .map((classes) => [...classes.map((one) => rule(one, isAged(one) ? 60 : null)), rule('other')])

property(
  'SURGE-4, SURGE-14 whatever the order: whoever is first by one class is never behind who has only a later one',
  fc.tuple(anOrder, fc.subarray(['emergency', 'chronic', 'pregnant', 'disabled'] as const)),
  ([rules, facts]) => {
    assert.ok(areRules(rules))
    const known = { facts, values: null, birthDate: null }
    const found = triage(known, rules, '2026-11-02')
    assert.equal(rules[found.rank]?.class, found.class)
    for (const fact of facts) {
      const place = rules.findIndex((one) => one.class === fact)
      if (place !== -1) assert.ok(found.rank <= place, `${fact} stands at ${place}, they at ${found.rank}`)
    }
    const less = triage({ ...known, facts: [] }, rules, '2026-11-02')
    assert.ok(found.rank <= less.rank, 'a fact more moves nobody back')
  },
)
