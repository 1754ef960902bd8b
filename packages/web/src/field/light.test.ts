import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Entry, waitingEntry } from '../platform/outbox/entry.ts'
import { aCommand } from '../testing/a-command.ts'
import { fieldLightOf, type LightAsked } from './light.ts'

const waiting = waitingEntry(aCommand('a'))
const refused: Entry = { state: 'refused', command: aCommand('b'), why: { code: 'stale', message: '', details: {} } }
const checked = { at: 7, held: 1240, there: 1240, unlike: [] } as const
const none = { waiting: 0, stopped: 0 }
const light = (own: Partial<LightAsked>) =>
  fieldLightOf({ entries: [], checked, held: 1240, files: none, lists: true, busy: false, online: true, ...own })

test('SYNC-38 the same is said only of what was counted on both sides, while nothing waits, and with its hour', () => {
  assert.deepEqual(light({}), { kind: 'agreed', count: 1240, at: 7 })
  assert.deepEqual(light({ checked: null }), { kind: 'never', count: 1240 })
  assert.deepEqual(light({ checked: null, busy: true }), { kind: 'busy', count: 1240 })
})

test('SYNC-38, FIELD-11 a phone whose forms have nothing to choose from yet is not told to be whole', () => {
  assert.deepEqual(light({ lists: false }), { kind: 'never', count: 1240 })
  assert.deepEqual(light({ lists: false, busy: true }), { kind: 'busy', count: 1240 })
})

test('SYNC-38 what waits is no "all sent", with signal or without', () => {
  assert.deepEqual(light({ entries: [waiting] }), { kind: 'waiting', count: 1 })
  assert.deepEqual(light({ entries: [waiting, waiting], online: false }), { kind: 'offline', count: 2 })
})

test('SYNC-38 what a person must look at comes first', () => {
  assert.deepEqual(light({ entries: [waiting, refused] }), { kind: 'look', count: 1 })
})

test('SYNC-38, SYNC-45 photos on their way are no "all sent" either; what was done comes before them, what must be looked at first', () => {
  assert.deepEqual(light({ files: { waiting: 2, stopped: 0 } }), { kind: 'files', count: 2 })
  assert.deepEqual(light({ files: null }), { kind: 'busy', count: 1240 })
  assert.deepEqual(light({ files: { waiting: 2, stopped: 0 }, entries: [waiting] }), { kind: 'waiting', count: 1 })
  assert.deepEqual(light({ files: { waiting: 2, stopped: 1 }, entries: [refused] }), { kind: 'look', count: 2 })
})

test('SYNC-38 sides that differ are told with both numbers, also where rows came or went since the count', () => {
  const unlike = { at: 7, held: 4, there: 5, unlike: ['person'] } as const
  assert.deepEqual(light({ checked: unlike, held: 4 }), { kind: 'unlike', held: 4, there: 5 })
  assert.deepEqual(light({ held: 1239 }), { kind: 'unlike', held: 1239, there: 1240 })
})
