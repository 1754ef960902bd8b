import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandId } from '@openslrt/core/kernel/id.ts'
import { newId, uuidAt } from './uuid.ts'

test('SYNC-6 an id made here is a UUIDv7 that the contract takes', () => {
  const id = newId()
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(commandId.parse(id), id)
})

test('SYNC-6 its time is the one it was made at, so later ids sort later', () => {
  const ones = new Uint8Array(16).fill(255)
  const early = uuidAt(1_700_000_000_000, ones)
  assert.equal(early, '018bcfe5-6800-7fff-bfff-ffffffffffff')
  assert.ok(early < uuidAt(1_700_000_000_001, new Uint8Array(16)))
})
