import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseKinds, caseStatuses, priorities } from '@openslrt/core/case/case.ts'
import { dueWindows } from '@openslrt/core/case/due.ts'
import { caseMeasures } from '@openslrt/core/case/measures.ts'
import { caseFilter, queues } from '@openslrt/core/contract/case-queries.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { addressWith } from '../../../ui/list-address.ts'
import { filterOf, groupingOf, narrowedBy, withoutFilters } from './queue-address.ts'

test('QUEUE-1 filters come from the address, and the page with them', () => {
  assert.deepEqual(filterOf('queue=mine&status=handling&place=34.04.07&halaman=3'), {
    queue: 'mine',
    status: 'handling',
    place: '34.04.07',
    page: 3,
  })
})

test('QUEUE-2 an unknown name and a value that its filter does not know are dropped', () => {
  assert.deepEqual(filterOf('colour=red&status=lost&queue=theirs&priority=red'), { priority: 'red', page: 1 })
})

test('QUEUE-2 days that end before they begin, and pages beyond all lists, still show a list', () => {
  const days = { measure: 'registered', from: '2026-05-02' }
  assert.deepEqual(filterOf(`${new URLSearchParams({ ...days, to: '2026-05-01' })}`), { ...days, page: 1 })
  assert.deepEqual(filterOf('queue=mine&halaman=999999999'), { queue: 'mine', page: 1 })
})

test('QUEUE-3 the tab and the order make no list shorter, everything else does', () => {
  const filter = filterOf('queue=all&sort=newest&kind=complaint&number=0001')
  assert.deepEqual(narrowedBy(filter), ['kind', 'number'])
  assert.equal('kind' in withoutFilters, true)
  assert.equal('queue' in withoutFilters, false)
})

/** Every filter with every value that it knows, and free ones with one each. */
const known: Readonly<Record<string, readonly string[]>> = {
  queue: queues,
  status: caseStatuses,
  kind: caseKinds,
  priority: priorities,
  measure: caseMeasures,
  sort: ['due', 'newest', 'oldest'],
  sector: ['health'],
  category: ['pbi-inactive'],
  office: ['0199c0de-0000-7000-8000-000000000001'],
  assignee: ['0199c0de-0000-7000-8000-000000000002', 'nobody'],
  due: dueWindows,
  place: ['34', '34.04', '34.04.07', '34.04.07.2001'],
  number: ['3404-26-000123'],
  from: ['2026-11-01'],
  to: ['2026-11-30'],
}

test('QUEUE-1 every filter is read from the address that sets it, and the tabs and chips lead back to it', () => {
  for (const [name, values] of Object.entries(known))
    for (const value of values) {
      const [, search = ''] = addressWith('/antrean', 'halaman=3', { [name]: value }).split('?')
      assert.deepEqual(filterOf(search), { [name]: value, page: 1 })
    }
})

test('QUEUE-1 all filters at once stand side by side', () => {
  const all = Object.fromEntries(Object.entries(known).map(([name, [value = '']]) => [name, value]))
  const [, search = ''] = addressWith('/antrean', '', all).split('?')
  assert.deepEqual(filterOf(search), { ...all, page: 1 })
  assert.deepEqual(
    narrowedBy(filterOf(search)).toSorted(),
    Object.keys(known)
      .filter((name) => !['queue', 'sort'].includes(name))
      .toSorted(),
  )
})

property(
  'QUEUE-2 whatever stands in an address, the filter is one that the server takes',
  fc.dictionary(
    fc.oneof(fc.constantFrom(...Object.keys(known), 'halaman', 'page'), fc.string({ maxLength: 8 })),
    fc.oneof(fc.constantFrom(...Object.values(known).flat()), fc.string({ unit: 'grapheme' })),
  ),
  (asked) => {
    const read = caseFilter.safeParse(filterOf(new URLSearchParams(Object.entries(asked)).toString()))
    assert.ok(read.success, read.error?.message)
  },
)

test('QUEUE-3 to take all filters away leaves the tab and the order', () => {
  const search = 'queue=mine&sort=newest&status=handling&place=34.04&from=2026-11-01&halaman=2'
  assert.equal(addressWith('/antrean', search, withoutFilters), '/antrean?queue=mine&sort=newest')
})

test('QUEUE-10 the address says by what the list is divided; another word divides it by nothing', () => {
  assert.equal(groupingOf('queue=mine&group=sector'), 'sector')
  assert.equal(groupingOf('group=colour'), null)
  assert.equal(groupingOf(''), null)
})
