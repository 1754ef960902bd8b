import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Payload } from '../ledger/entry.ts'
import { ids } from '../testing/ids.ts'
import { forgotten, remnantOf } from './erasure.ts'

test('CASE-36 what is forgotten is written down here once more, and what stands there then', () => {
  assert.deepEqual(forgotten, {
    case: {
      summary: '',
      story: '',
      clientName: '',
      clientNik: null,
      clientKk: null,
      clientPhone: null,
      clientAddress: '',
      reporterName: null,
      reporterPhone: null,
      reporterRelation: 'other',
      contactVia: 'none',
      contactCare: null,
      consentWords: null,
      missing: null,
      result: null,
    },
    referral: { asked: '', result: null, consentWords: null },
    attachment: { name: '', sha256: '' },
    letter: { fields: '{}', content: null, contentDigest: null, holder: '', note: null, handedTo: null },
  })
})

test('CASE-36 of an entry who, when, where and what was done is left, and no word that anybody said', () => {
  const payload: Payload = {
    v: 1,
    action: 'answer',
    note: 'Ibu Sri sudah menerima',
    say: { outcome: 'granted' },
    day: '2026-11-22',
    changes: [
      { table: 'case', id: ids.case(1), base: 1, set: { story: 'Ibu Sri', result: 'sudah', status: 'answered' } },
      { table: 'attachment', id: ids.case(2), base: 0, set: { name: 'ktp-sri.jpg', size: 9 } },
      { table: 'staff', id: ids.staff(1), base: 1, set: { name: 'Siti' } },
    ],
  }
  assert.deepEqual(remnantOf(7, payload), {
    seq: 7,
    payload: {
      ...payload,
      note: '',
      say: {},
      changes: [
        { table: 'case', id: ids.case(1), base: 1, set: { story: '', result: null, status: 'answered' } },
        { table: 'attachment', id: ids.case(2), base: 0, set: { name: '', size: 9 } },
        { table: 'staff', id: ids.staff(1), base: 1, set: { name: 'Siti' } },
      ],
    },
  })
})
