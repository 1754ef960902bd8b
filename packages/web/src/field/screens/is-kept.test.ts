import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitingEntry } from '../../platform/outbox/entry.ts'
import { aCommand } from '../../testing/a-command.ts'
import { isKept } from './is-kept.ts'

const said = aCommand('a', { kind: 'case.register', subject: 's1', data: { summary: 'Ditolak saat berobat' } })
const again = { ...said, id: 'b', subject: 's2', doneAt: '2026-11-22T02:01:00.000Z' }
const why = { code: 'stale', message: '', details: {} }

test('SYNC-53 the same words of a form that was given back are on their way already, waiting or sent', () => {
  assert.equal(isKept(again, [waitingEntry(said)], []), true)
  assert.equal(isKept(again, [], [{ command: said, seq: 4, epoch: 'e' }]), true)
})

test('SYNC-53 other words, another act and what was refused are not', () => {
  assert.equal(isKept(again, [], []), false)
  assert.equal(isKept({ ...again, data: { summary: 'Lain' } }, [waitingEntry(said)], []), false)
  assert.equal(isKept({ ...again, kind: 'case.note' }, [waitingEntry(said)], []), false)
  assert.equal(isKept(again, [{ state: 'refused', command: said, why }], []), false, 'it may be said again')
})
