import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { closedOn, closuresIn, groupDays } from './closed-days.ts'
import { itemsOn, listsOf, pastItems } from './lists.ts'
import type { ListRow } from './queries.ts'

const places = ['00', '34', '34.04', '34.02', '3', '12.01'] as const
const someDays = ['2027-01-04', '2027-01-05', '2027-01-06'] as const
const aWord = fc.record({
  place: fc.constantFrom(...places),
  day: fc.constantFrom(...someDays),
  closed: fc.boolean(),
  name: fc.constantFrom('Libur', 'Cuti'),
  basis: fc.constant(''),
})

property(
  'LISTS-15 whatever places say of days: the district before the province before the nation, and of one place its last word',
  fc.array(aWord, { maxLength: 12 }),
  (words) => {
    const grouped = groupDays(words)
    for (const day of someDays) {
      const last = (place: string) => words.findLast((word) => word.place === place && word.day === day)
      const expected = last('34.04') ?? last('34') ?? last('00')
      assert.deepEqual(closuresIn(grouped, '34.04').get(day), expected)
      assert.equal(closedOn(grouped, '34.04').has(day), expected?.closed === true)
      assert.deepEqual(closuresIn(grouped, '00').get(day), last('00'))
      assert.deepEqual(closuresIn(grouped, '34').get(day), last('34') ?? last('00'))
    }
  },
  100,
)

const aRow = fc.record({
  list: fc.constant('how'),
  code: fc.constantFrom('a', 'b'),
  place: fc.constantFrom('00', '34', '34.04', '34.02'),
  names: fc.constantFrom({ id: 'Satu', en: 'One' }, { id: 'Dua', en: 'Two' }),
  data: fc.constant({}),
  valid_from: fc.constantFrom('2026-01-01', '2027-01-04', '2027-01-05'),
  valid_to: fc.constantFrom(null, '2027-01-05', '2027-01-06'),
})
// One place has one row of a code, as the table's key says.
const someRows = fc.uniqueArray(aRow, { maxLength: 8, selector: ({ code, place }) => `${code} ${place}` })
const holds = (row: ListRow, day: string): boolean =>
  row.valid_from <= day && (row.valid_to === null || day < row.valid_to)

property(
  'LISTS-9 whatever was shipped: of each code the nearest place whose row holds on the day is offered, and else none',
  someRows.map((rows) => rows.filter(({ valid_from, valid_to }) => valid_to === null || valid_from < valid_to)),
  (rows) => {
    const lists = listsOf(rows, [])
    for (const district of ['34.04', '34.02', '12.01', '00'])
      for (const day of ['2025-12-31', ...someDays]) {
        const over = [district, district.slice(0, 2), '00']
        const nearest = ['a', 'b'].flatMap(
          (code) =>
            over
              .map((place) => rows.find((row) => row.code === code && row.place === place && holds(row, day)))
              .find((row) => row !== undefined) ?? [],
        )
        const offeredThen = itemsOn(lists, 'how', district, day)
        assert.deepEqual(
          offeredThen.map(({ code, place, names }) => [code, place, names]).toSorted(),
          nearest.map(({ code, place, names }) => [code, place, names]).toSorted(),
        )
        const past = pastItems(lists, 'how', district, day).map(({ code }) => code)
        assert.ok(past.every((code) => !offeredThen.some((one) => one.code === code)))
      }
    assert.deepEqual(itemsOn(lists, 'nothing', '34.04', '2027-01-04'), [])
  },
  100,
)

test('LISTS-14 what an office said comes after what was shipped for the same day, and counts', () => {
  const row = (own: object): ListRow => ({
    list: 'how',
    code: 'a',
    place: '00',
    names: { id: 'Lama', en: 'Old' },
    data: {},
    valid_from: '2026-01-01',
    valid_to: null,
    ...own,
  })
  const said = { list: 'how', code: 'a', place: '00', names: { id: 'Baru', en: 'New' }, data: {}, from: '2026-01-01' }
  const nameOn = (changes: Parameters<typeof listsOf>[1], day = '2026-06-01') =>
    itemsOn(listsOf([row({})], changes), 'how', '34.04', day)[0]?.names.id
  assert.equal(nameOn([]), 'Lama')
  assert.equal(nameOn([{ ...said, says: 'holds' }]), 'Baru')
  assert.equal(nameOn([{ ...said, says: 'taken-back' }]), 'Lama')
  assert.equal(nameOn([{ ...said, from: '2026-07-01', says: 'holds' }]), 'Lama')
  assert.equal(nameOn([{ ...said, from: '2026-07-01', says: 'holds' }], '2026-07-01'), 'Baru')
  assert.equal(nameOn([{ ...said, says: 'ended' }]), undefined)
  assert.equal(nameOn([{ ...said, place: '34.04', says: 'ended' }]), undefined)
  assert.equal(nameOn([{ ...said, place: '34.04', says: 'as-above' }]), 'Lama')
  assert.equal(nameOn([{ ...said, place: '34.02', says: 'ended' }]), 'Lama', 'a district beside it')
})
