import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isHotKey, nextRow } from './hot-keys.ts'

const bare = { key: 'j', ctrlKey: false, metaKey: false, altKey: false }
const freely = { typing: false, dialogOpen: false }

test('KEYS-1 a letter acts only when nobody is typing and no dialog is open', () => {
  assert.equal(isHotKey(bare, 'j', freely), true)
  assert.equal(isHotKey(bare, 'j', { ...freely, typing: true }), false)
  assert.equal(isHotKey(bare, 'j', { ...freely, dialogOpen: true }), false)
  assert.equal(isHotKey({ ...bare, ctrlKey: true }, 'j', freely), false)
  assert.equal(isHotKey(bare, 'k', freely), false)
})

test('KEYS-2 j and k walk the rows and stop at both ends', () => {
  assert.equal(nextRow(-1, 3, 1), 0)
  assert.equal(nextRow(-1, 3, -1), 2)
  assert.equal(nextRow(0, 3, 1), 1)
  assert.equal(nextRow(2, 3, 1), 2)
  assert.equal(nextRow(0, 3, -1), 0)
  assert.equal(nextRow(-1, 0, 1), -1)
})

test('KEYS-1 a key with another one held down belongs to the browser', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'])
    assert.equal(isHotKey({ ...bare, [held]: true }, 'j', freely), false, held)
})

test('KEYS-2 from nowhere k begins at the end, and with one row there is nowhere else to go', () => {
  assert.deepEqual([nextRow(-1, 1, 1), nextRow(0, 1, 1), nextRow(0, 1, -1), nextRow(-1, 1, -1)], [0, 0, 0, 0])
  assert.deepEqual([nextRow(-1, 0, -1), nextRow(5, 0, 1)], [-1, -1])
})
