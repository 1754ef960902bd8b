import assert from 'node:assert/strict'
import { test } from 'node:test'
import { surgeCommandData } from '@openslrt/core/contract/surge.ts'
import { type SurgePage, surgePage } from '@openslrt/core/contract/surge-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { areRules, usualRules } from '@openslrt/core/surge/order.ts'
import { triageClasses } from '@openslrt/core/surge/surge.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { partsOf } from './letter-parts.ts'
import type { OrderRow } from './order-values.ts'
import { leftOf, movedBy, orderFaults, orderRows, rowFor, rulesSent } from './order-values.ts'
import type { SlotValues } from './slot-values.ts'
import { changeSent, emptySlots, slotFaults, slotsOf, slotsSent } from './slot-values.ts'
import { emptyStart, startFaults, startOf } from './start-values.ts'

const t = sayIn('id')
const office = String(ids.office(1))
const filled: SlotValues = {
  name: ' PBI dinonaktifkan ',
  offices: [office],
  first: '2026-11-03',
  count: '2',
  perDay: '50',
  isPublic: true,
}
/** Monday to Friday, and Monday again. */
const workingDays = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09']
const surge = (own: object = {}): SurgePage =>
  surgePage.parse({
    district: '34.04',
    id: ids.surge(1),
    name: 'PBI',
    kindNames: { id: 'PBI dinonaktifkan', en: 'PBI off' },
    placeName: 'Sleman',
    day: '2026-10-30',
    status: 'open',
    total: 3,
    done: 0,
    edition: 4,
    rules: usualRules,
    offices: [{ id: office, name: 'Puskesos' }],
    days: ['2026-11-02', '2026-11-03', '2026-11-04'],
    perDay: 20,
    isPublic: false,
    note: null,
    counts: { listed: 0, queued: 3, done: 0, absent: 0, opened: 3, matched: 1 },
    work: null,
    runs: true,
    ...own,
  })

/** What somebody left out or mistyped of a list, and which field says so. */
const wrong: readonly (readonly [own: Partial<SlotValues>, field: keyof SlotValues])[] = [
  [{ name: '' }, 'name'],
  [{ name: ' ab ' }, 'name'],
  [{ offices: [] }, 'offices'],
  [{ first: '' }, 'first'],
  [{ count: '' }, 'count'],
  [{ count: '0' }, 'count'],
  [{ count: '101' }, 'count'],
  [{ count: '1,5' }, 'count'],
  [{ count: '-3' }, 'count'],
  [{ count: 'sepuluh' }, 'count'],
  [{ perDay: '0' }, 'perDay'],
  [{ perDay: '2001' }, 'perDay'],
  [{ perDay: '1e3' }, 'perDay'],
]
for (const [own, field] of wrong)
  test(`SURGE-1 a form with ${JSON.stringify(own)} says what is wrong at ${field}, and nowhere else`, () => {
    assert.deepEqual(Object.keys(slotFaults({ ...filled, ...own }, t)), [field])
  })

test('SURGE-1 an empty form names everything that is missing, a filled one nothing', () => {
  assert.deepEqual(Object.keys(startFaults(emptyStart, t)).toSorted(), [
    'category',
    'day',
    'first',
    'kind',
    'name',
    'offices',
  ])
  const full = { ...emptyStart, ...filled, kind: 'pbi-off', category: 'pbi-inactive', day: '2026-11-01' }
  assert.deepEqual(startFaults(full, t), {})
  assert.deepEqual(slotFaults({ ...filled, count: ' 100 ', perDay: ' 2000' }, t), {})
  for (const text of Object.values(startFaults(emptyStart, t))) assert.doesNotMatch(text ?? '', /[{}]/)
})

test('SURGE-1 so many working days go out from the first one on; where none is known, the one that was typed', () => {
  assert.deepEqual(slotsSent(filled, workingDays), {
    name: 'PBI dinonaktifkan',
    offices: [office],
    days: ['2026-11-03', '2026-11-04'],
    perDay: 50,
    isPublic: true,
  })
  assert.deepEqual(slotsSent({ ...filled, first: '2026-11-07', count: '1' }, workingDays).days, ['2026-11-09'])
  assert.deepEqual(slotsSent({ ...filled, first: '2027-01-01' }, workingDays).days, ['2027-01-01'])
  assert.deepEqual(slotsSent(filled, []).days, ['2026-11-03'])
})

test('SURGE-14 a new list takes the order that its place has, in the shape that the contract lets in', () => {
  const values = { ...emptyStart, ...filled, kind: 'pbi-off', category: 'pbi-inactive', day: '2026-11-01' }
  const sent = startOf(values, placeCode.parse('34.04'), workingDays, usualRules)
  assert.ok(surgeCommandData.start.safeParse(sent).success)
  assert.deepEqual(sent.rules, usualRules)
})

test('SURGE-1 the form of a change begins with how the list stands, and a list that is over with no first day', () => {
  assert.deepEqual(slotsOf(surge(), '2026-11-03'), {
    name: 'PBI',
    offices: [office],
    first: '2026-11-03',
    count: '2',
    perDay: '20',
    isPublic: false,
  })
  const over = slotsOf(surge(), '2026-12-01')
  assert.deepEqual([over.first, over.count], ['', '1'])
})

test('SURGE-1 days that nobody touched go out as they were, those that are over always', () => {
  const today = '2026-11-03'
  const before = slotsOf(surge(), today)
  const send = (own: Partial<SlotValues>) => changeSent({ ...before, ...own }, surge(), today, workingDays)
  assert.deepEqual(send({ name: 'Lain' }).days, surge().days)
  assert.deepEqual(send({ perDay: '9', isPublic: true }), {
    name: 'PBI',
    offices: [office],
    days: surge().days,
    perDay: 9,
    isPublic: true,
  })
  assert.deepEqual(send({ count: '4' }).days, ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'])
  assert.deepEqual(send({ first: '2026-11-06', count: '2' }).days, ['2026-11-02', '2026-11-06', '2026-11-09'])
  assert.ok(surgeCommandData.change.safeParse(send({ count: '1' })).success)
  const long = surge({
    days: Array.from(
      { length: 100 },
      (_, n) => `2026-${n < 50 ? '01' : '02'}-${String((n % 25) + 1).padStart(2, '0')}`,
    ),
  })
  assert.ok(changeSent({ ...before, count: '3' }, long, today, workingDays).days.length <= 100)
})

test('SURGE-1 a form that was never touched says nothing public', () => {
  assert.equal(emptySlots.isPublic, false)
})

const rows: readonly OrderRow[] = orderRows(usualRules)

test('SURGE-14 the rows of an order are its classes; the others come last and stand in none', () => {
  assert.deepEqual(
    rows.map((row) => row.class),
    ['emergency', 'chronic', 'elderly', 'pregnant', 'disabled', 'child'],
  )
  assert.deepEqual(rulesSent(rows), usualRules)
  assert.deepEqual(leftOf(rows), [])
  assert.deepEqual(leftOf(rows.slice(2)), ['emergency', 'chronic'])
  assert.deepEqual([rowFor('elderly').years, rowFor('child').years, rowFor('chronic').years], ['60', '5', ''])
})

test('SURGE-14 a row moves by one place, and not out of the list', () => {
  const classes = (all: readonly OrderRow[]) => all.slice(0, 3).map((row) => row.class)
  assert.deepEqual(classes(movedBy(rows, 1, -1)), ['chronic', 'emergency', 'elderly'])
  assert.deepEqual(classes(movedBy(rows, 1, 1)), ['emergency', 'elderly', 'chronic'])
  assert.deepEqual(movedBy(rows, 0, -1), rows)
  assert.deepEqual(movedBy(rows, rows.length - 1, 1), rows)
})

for (const [name, own, fields] of [
  ['without any class', { rows: [] }, ['rows']],
  ['without a day', { from: '' }, ['from']],
  ['with an age of nothing', { rows: [{ class: 'elderly', years: '' }] }, ['rows']],
  ['with an age of 0', { rows: [{ class: 'child', years: '0' }] }, ['rows']],
  ['with an age of 121', { rows: [{ class: 'elderly', years: '121' }] }, ['rows']],
  ['with an age in words', { rows: [{ class: 'elderly', years: 'enam puluh' }] }, ['rows']],
  ['with an age of 120', { rows: [{ class: 'elderly', years: '120' }] }, []],
  ['of one class', { rows: [{ class: 'chronic', years: '' }] }, []],
] as const)
  test(`SURGE-14 an order ${name} ${fields.length === 0 ? 'can be said' : 'is not one yet'}`, () => {
    assert.deepEqual(Object.keys(orderFaults({ rows, from: '2026-11-02', basis: '', ...own }, t)), fields)
  })

property(
  'SURGE-14 whatever is moved, taken out and added, what goes out is an order',
  fc.array(fc.tuple(fc.nat(6), fc.constantFrom<'up' | 'down' | 'out' | 'add'>('up', 'down', 'out', 'add')), {
    maxLength: 12,
  }),
  (acts) => {
    let now: readonly OrderRow[] = rows
    for (const [at, act] of acts) {
      if (act === 'up' || act === 'down') now = movedBy(now, at, act === 'up' ? -1 : 1)
      if (act === 'out') now = now.toSpliced(at, 1)
      const left = leftOf(now)[at]
      if (act === 'add' && left) now = [...now, rowFor(left)]
      assert.ok(areRules(rulesSent(now)))
      assert.equal(now.length + leftOf(now).length, triageClasses.length - 1, 'no class is lost, and none doubled')
    }
  },
)

test('SURGE-15 people are told apart in parts of what one batch holds', () => {
  assert.deepEqual(partsOf(0, 2000), [])
  assert.deepEqual(partsOf(2000, 2000), [{ page: 1, from: 1, to: 2000 }])
  assert.deepEqual(partsOf(4001, 2000), [
    { page: 1, from: 1, to: 2000 },
    { page: 2, from: 2001, to: 4000 },
    { page: 3, from: 4001, to: 4001 },
  ])
  assert.equal(partsOf(62_000, 2000).length, 31)
})
