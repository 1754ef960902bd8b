import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listData } from '../testing/list-data.ts'
import { itemWords, listCommandData } from './lists.ts'
import { week } from './week.ts'

const { data: category, ...words } = listData['list.change']
const takes = (own: object): boolean => itemWords.safeParse({ ...words, ...own }).success
const retention = (years: unknown) => ({ list: 'retention', code: 'case', data: { years, basis: '' } })
const closing = (own: object): boolean =>
  listCommandData['calendar.close'].data.safeParse({ ...listData['calendar.close'], ...own }).success

test('LISTS-13 an item has a name in both languages, and of its list everything that the law reads', () => {
  assert.ok(takes({ data: category }))
  assert.ok(!takes({ data: category, names: { id: '', en: 'School aid' } }))
  assert.ok(!takes({ data: category, names: { id: 'PIP', en: '' } }))
  assert.ok(!takes({ data: {} }), 'a category without its limits')
  assert.ok(!takes({ data: { ...category, kinds: [] } }), 'a category under which nothing may be brought')
})

test('LISTS-13 cases are kept for one year at least and a hundred at most', () => {
  assert.deepEqual(
    [0, 1, 100, 101, 1.5, undefined].map((years) => takes(retention(years))),
    [false, true, true, false, false, false],
  )
})

test('LISTS-13 an outcome fits all kinds, or those that it names', () => {
  const outcome = (data: object) => takes({ list: 'outcome', code: 'upheld', data })
  assert.deepEqual([{}, { kinds: ['complaint'] }, { kinds: ['other'] }, { kinds: [] }].map(outcome), [
    true,
    true,
    false,
    false,
  ])
})

test('LISTS-12 a week has seven days, and one of them is open, from a time until a later one', () => {
  const open = [480, 900]
  const of = (...days: unknown[]): boolean => week.safeParse(days).success
  assert.ok(of(null, open, null, null, null, null, null))
  assert.ok(!of(null, null, null, null, null, null, null), 'without an open day no clock could ever end')
  assert.ok(!of(open, open, open, open, open, open))
  assert.ok(!of(null, [900, 480], null, null, null, null, null))
  assert.ok(!of(null, [480, 24 * 60 + 1], null, null, null, null, null))
})

test('LISTS-12 a closed day has a name that says something', () => {
  assert.deepEqual([closing({}), closing({ name: 'Idu' }), closing({ name: 'Id' })], [true, true, false])
})
