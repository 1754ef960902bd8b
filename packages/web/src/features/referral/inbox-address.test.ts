import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inboxOf, inboxTabs } from './inbox-address.ts'

test('INBOX-1 without a word the inbox shows what came in and is open', () => {
  assert.deepEqual(inboxOf(''), { side: 'in', status: 'open', page: 1 })
  assert.deepEqual(inboxOf('side=up&status=lost'), { side: 'in', status: 'open', page: 1 })
})

test('INBOX-2 the address of each tab leads to that tab', () => {
  for (const { side, status, address } of inboxTabs) {
    const known = Object.entries(address).flatMap(([name, value]) => (value ? [[name, value]] : []))
    const filter = inboxOf(new URLSearchParams(known).toString())
    assert.deepEqual([filter.side, filter.status], [side, status])
  }
})
