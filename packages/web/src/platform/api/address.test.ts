import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf } from './address.ts'

test('ASK-2 the address of a question holds what was asked, and nothing for what was left out', () => {
  assert.equal(addressOf('/api/me'), '/api/me')
  assert.equal(addressOf('/api/offices', { q: undefined, kind: null, page: 2 }), '/api/offices?page=2')
  assert.equal(addressOf('/api/places', { q: 'Ngaglik & sekitarnya' }), '/api/places?q=Ngaglik+%26+sekitarnya')
})
