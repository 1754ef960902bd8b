import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCommand } from '../../testing/a-command.ts'
import { aReplicaVisit } from '../../testing/replica-rows.ts'
import { waitingEntry } from '../outbox/entry.ts'
import { pendingOf, visitsOf } from './pending.ts'
import type { PhoneState } from './phone-db.ts'
import { emptyView } from './view.ts'

const visit = aReplicaVisit()
const view = { ...emptyView(), visit: new Map([[String(visit.id), visit]]) }
const state: PhoneState = {
  rev: 1,
  epoch: 'e',
  backedUp: 0,
  cursor: { epoch: 'e', reach: 'r', since: 5, at: null },
  villages: [],
  there: null,
  checked: null,
}
const done = aCommand('c', {
  kind: 'visit.done',
  subject: visit.id,
  data: {
    result: 'as-told',
    fit: 'fit',
    met: 'Sumarni',
    words: 'Lantai tanah.',
    papers: [],
    agencies: '',
    followUp: '',
    spot: null,
    capturedAt: '2026-11-23T02:00:00.000Z',
  },
})
const miss = aCommand('m', { kind: 'visit.miss', subject: visit.id, data: {} })
const shown = (...args: Parameters<typeof pendingOf>) =>
  visitsOf(view, pendingOf(...args)).map((one) => [one.visit.status, one.visit.fit, one.pending])

test('SYNC-27 what was written of a visit is shown at once, and that it waits', () => {
  assert.deepEqual(shown([], [], state), [['planned', null, null]])
  assert.deepEqual(shown([waitingEntry(done)], [], state), [['done', 'fit', 'waiting']])
  assert.deepEqual(shown([waitingEntry(miss)], [], state), [['missed', null, 'waiting']])
})

test('SYNC-27 once it was accepted it stays so until the row itself comes back', () => {
  const sent = { command: done, seq: 6, epoch: 'e' }
  assert.deepEqual(shown([], [sent], state), [['done', 'fit', 'sent']])
  const after = { ...state, cursor: { epoch: 'e', reach: 'r', since: 6, at: null } }
  assert.deepEqual(shown([], [sent], after), [['planned', null, null]], 'then the row says what is so')
  assert.deepEqual(shown([], [{ ...sent, epoch: 'lost' }], after), [['done', 'fit', 'sent']])
})

test('SYNC-27 what was refused changes nothing that is shown, but that it must be looked at', () => {
  const refused = { state: 'refused', command: done, why: { code: 'stale', message: '', details: {} } } as const
  assert.deepEqual(shown([refused], [], state), [['planned', null, 'refused']])
})

test('SYNC-27 words in another shape than this release knows still end the visit', () => {
  assert.deepEqual(shown([waitingEntry({ ...done, data: { old: true } })], [], state), [['done', null, 'waiting']])
})
