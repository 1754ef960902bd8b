import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { addressOf } from './address.ts'

test('ASK-2 the address of a question holds what was asked, and nothing for what was left out', () => {
  assert.equal(addressOf('/api/me'), '/api/me')
  assert.equal(addressOf('/api/offices', { q: undefined, kind: null, page: 2 }), '/api/offices?page=2')
  assert.equal(addressOf('/api/places', { q: 'Ngaglik & sekitarnya' }), '/api/places?q=Ngaglik+%26+sekitarnya')
})

property(
  'ASK-2 what was asked is read back as it was, sign by sign',
  fc.dictionary(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), minLength: 1, maxLength: 8 }),
    fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer(), fc.boolean()),
  ),
  (query) => {
    const address = new URL(addressOf('/api/cases', query), 'https://slrt.example')
    assert.equal(address.pathname, '/api/cases')
    assert.deepEqual(
      Object.fromEntries(address.searchParams),
      Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    )
  },
)
