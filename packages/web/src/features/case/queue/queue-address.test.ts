import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterOf, narrowedBy, withoutFilters } from './queue-address.ts'

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

test('QUEUE-3 the tab and the order make no list shorter, everything else does', () => {
  const filter = filterOf('queue=all&sort=newest&kind=complaint&number=0001')
  assert.deepEqual(narrowedBy(filter), ['kind', 'number'])
  assert.equal('kind' in withoutFilters, true)
  assert.equal('queue' in withoutFilters, false)
})
