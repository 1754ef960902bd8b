import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonical } from '../kernel/json.ts'
import type { Payload } from '../ledger/entry.ts'
import { aVisit, aVisitPhoto } from '../testing/a-visit.ts'
import { ids } from '../testing/ids.ts'
import { spotOf, visitStatuses, whomOf } from '../visit/visit.ts'
import { forgetHangings, forgotten, remnantOf } from './erasure.ts'

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
    visit: {
      whom: '{"address":"","kk":null,"name":"","nik":null,"phone":null}',
      ask: '',
      proposal: '',
      report: null,
      spot: null,
      note: null,
    },
    visitPhoto: { sha256: '' },
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

const nobody = {
  referrals: [],
  attachments: [],
  letters: [],
  visits: [],
  photos: [],
  help: [],
  helpEntries: [],
  entries: [],
}

test('VISIT-15 of a visit for an erased case no word is left, and what is left can still be read', () => {
  const visit = aVisit({
    status: 'done',
    note: 'Ibu Sri',
    proposal: 'USL-12',
    report: canonical({ met: 'Sumarni', words: 'Atap bocor', papers: [], agencies: '', followUp: '' }),
    spot: canonical({ lat: -7, long: 110, accuracy: 5 }),
  })
  const [change, photo, ...more] = forgetHangings({ ...nobody, visits: [visit], photos: [aVisitPhoto] })
  assert.deepEqual(more, [])
  assert.deepEqual(change, { table: 'visit', id: visit.id, base: 1, set: { ...forgotten.visit } })
  assert.deepEqual(photo, { table: 'visitPhoto', id: aVisitPhoto.id, base: 1, set: { sha256: '' } })
  const left = { ...visit, ...forgotten.visit }
  assert.deepEqual(whomOf(left), { name: '', nik: null, kk: null, phone: null, address: '' })
  assert.equal(spotOf(left), null)
  assert.equal(forgotten.visit.whom, canonical(JSON.parse(forgotten.visit.whom)))
  assert.doesNotMatch(JSON.stringify(change), /Sumarni|Sri|Atap|USL|110|0812/)
})

for (const status of visitStatuses)
  test(`VISIT-15 a visit that was ${status} when its case is erased ${status === 'planned' ? 'is cancelled: nobody goes' : 'stays so'}`, () => {
    const [change] = forgetHangings({ ...nobody, visits: [aVisit({ status })] })
    assert.ok(change?.table === 'visit')
    assert.equal(change.set.status, status === 'planned' ? 'cancelled' : undefined)
  })

test('VISIT-15 of the entries of a visit who, when and where are left', () => {
  const { id: _id, version: _version, ...set } = aVisit({ note: 'Ibu Sri' })
  const payload: Payload = {
    v: 1,
    action: 'visit-miss',
    note: 'Ibu Sri',
    say: { trigger: 'housing' },
    day: '2026-11-22',
    changes: [{ table: 'visit', id: ids.visit(1), base: 0, set }],
  }
  const { changes } = remnantOf(4, payload).payload
  assert.deepEqual(changes, [{ table: 'visit', id: ids.visit(1), base: 0, set: { ...set, ...forgotten.visit } }])
})
