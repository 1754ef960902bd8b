import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterOf } from '../queue/queue-address.ts'
import { casesOf, wantedOffice } from './workload-address.ts'

const office = '0199c0de-0000-7000-8000-000000000001'
const assignee = '0199c0de-0000-7000-8000-000000000002'
const filterIn = (href: string) => filterOf(href.split('?')[1] ?? '')

test('WORKLOAD-4 a figure opens the list of what it counts', () => {
  const whole = { queue: 'all', measure: 'open', office, page: 1 }
  assert.deepEqual(filterIn(casesOf('open', { office })), whole)
  assert.deepEqual(filterIn(casesOf('open', { office, assignee })), { ...whole, assignee })
  assert.deepEqual(filterIn(casesOf('nobody', { office })), { ...whole, assignee: 'nobody' })
  assert.deepEqual(filterIn(casesOf('late', { office, assignee })), { ...whole, assignee, due: 'late' })
})

test('WORKLOAD-4 an address that names no office shows one’s own', () => {
  assert.equal(wantedOffice(`kantor=${office}`), office)
  assert.equal(wantedOffice('kantor=pusat'), undefined)
  assert.equal(wantedOffice(''), undefined)
})
