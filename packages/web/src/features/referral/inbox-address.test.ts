import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { addressWith } from '../../ui/list-address.ts'
import { inboxOf, inboxTabs } from './inbox-address.ts'

test('INBOX-1 without a word the inbox shows what came in and is open', () => {
  assert.deepEqual(inboxOf(''), { side: 'in', status: 'open', page: 1 })
  assert.deepEqual(inboxOf('side=up&status=lost'), { side: 'in', status: 'open', page: 1 })
})

test('INBOX-1 an office that only asks begins with what it asked', () => {
  assert.deepEqual(inboxOf('', 'out'), { side: 'out', status: 'open', page: 1 })
  assert.equal(inboxOf('side=in', 'out').side, 'in')
})

test('INBOX-2 the address of each tab leads to that tab', () => {
  for (const { side, status, address } of inboxTabs) {
    const known = Object.entries(address).flatMap(([name, value]) => (value ? [[name, value]] : []))
    const filter = inboxOf(new URLSearchParams(known).toString())
    assert.deepEqual([filter.side, filter.status], [side, status])
  }
})

property(
  'INBOX-2 whatever stands in an address, the view is one that the server has',
  fc.dictionary(
    fc.constantFrom('side', 'status', 'halaman', 'x'),
    fc.constantFrom('in', 'out', 'open', 'all', '3', '-1', ''),
  ),
  (asked) => {
    const view = inboxOf(new URLSearchParams(asked).toString())
    assert.ok(caseRoutes.inbox.query.safeParse(view).success)
    assert.equal(inboxTabs.filter(({ side, status }) => side === view.side && status === view.status).length, 1)
  },
)

test('INBOX-2 tabs keep neither the page nor anything of the tab before', () => {
  const [, out = assert.fail(), all = assert.fail()] = inboxTabs
  assert.equal(addressWith('/rujukan', 'halaman=4', out.address), '/rujukan?side=out')
  assert.equal(addressWith('/rujukan', 'side=out&halaman=2', all.address), '/rujukan?side=in&status=all')
})
