import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ids } from '../testing/ids.ts'
import { shapeOf } from '../testing/shape.ts'
import { citizenActs, closures, kinds, levels, referralStatuses, statuses } from '../testing/wire-words.ts'
import { publicCase } from './public-case.ts'
import { actForm, keptAct, otherChoice, reportForm, reportKinds, reportPress, trackForm } from './public-forms.ts'
import { publicPaths } from './public-pages.ts'

/** A field of a page without script: text, empty when it was not sent, and no longer than any form of ours. */
const field = 'text ..20000 = ""'
const form = { command: ids.case(1), case: ids.case(2), startedAt: '2026-11-02T02:00:00.000Z', kind: 'pengaduan' }

test('TRACK-6 a citizen is told this of a case, and nothing else', () => {
  assert.deepEqual(shapeOf(publicCase), {
    id: 'id',
    district: 'ledger',
    version: 'int',
    number: 'text',
    kind: kinds,
    category: 'text',
    status: statuses,
    inReview: 'boolean',
    red: 'boolean',
    summary: 'text',
    placeName: 'text',
    officeName: 'text',
    office: 'id',
    officePhone: 'text',
    level: levels,
    waitingOffice: 'text or null',
    anonymous: 'boolean',
    missing: 'text or null',
    outcome: 'text or null',
    result: 'text or null',
    closure: `${closures} or null`,
    satisfaction: 'int or null',
    registeredAt: 'int',
    hopStartedAt: 'int',
    dueAt: 'int or null',
    totalDueAt: 'int or null',
    answeredAt: 'int or null',
    closedAt: 'int or null',
    livesOnAs: 'text or null',
    appeals: [levels],
    steps: [{ kind: 'text', at: 'int', officeName: 'text or null' }],
    referrals: [
      { officeName: 'text', status: referralStatuses, requestedAt: 'int', changedAt: 'int', dueAt: 'int or null' },
    ],
  })
})

test('WIRE-7 the form of a report has the fields of its three steps', () => {
  assert.deepEqual(shapeOf(reportForm), {
    command: 'id',
    case: 'id',
    startedAt: 'moment',
    kind: 'pengaduan|layanan|pertanyaan',
    'category?': field,
    'otherCategory?': field,
    'summary?': field,
    'story?': field,
    'search?': field,
    'village?': field,
    'address?': field,
    'anonymous?': field,
    'forWhom?': field,
    'name?': field,
    'person?': field,
    'relation?': field,
    'nik?': field,
    'phone?': field,
    'contactVia?': field,
  })
})

test('WIRE-7 the buttons of a report go on, back, search, or to the other language', () => {
  assert.deepEqual(shapeOf(reportPress), {
    step: 'what|where|who',
    'go?': 'next|back|search = "next"',
    'bahasa?': 'id|en',
  })
})

test('WIRE-7 the forms of a case that is followed have the fields of their pages', () => {
  assert.deepEqual(shapeOf(trackForm), { 'number?': field, 'secret?': field, 'key?': field, 'kept?': field })
  assert.deepEqual(shapeOf(actForm), {
    act: citizenActs,
    command: 'id',
    at: 'moment',
    base: 'int 1..',
    'note?': field,
    'satisfaction?': field,
  })
  assert.deepEqual(shapeOf(keptAct), { act: citizenActs, 'note?': field, 'satisfaction?': field })
})

test('REPORT-11 a form without the ids that our page gave it is none', () => {
  assert.ok(reportForm.safeParse(form).success)
  for (const key of ['command', 'case', 'startedAt', 'kind'] as const) {
    const { [key]: _left, ...rest } = form
    assert.equal(reportForm.safeParse(rest).success, false, key)
  }
  assert.equal(reportForm.safeParse({ ...form, kind: 'saran' }).success, false)
  assert.equal(reportForm.safeParse({ ...form, startedAt: '2026-11-02T09:00:00+07:00' }).success, false)
})

test('REPORT-6 a field that was not sent is empty, and one that no page could hold is refused', () => {
  const read = reportForm.parse(form)
  assert.deepEqual([read.summary, read.village, read.contactVia], ['', '', ''])
  assert.equal(reportForm.safeParse({ ...form, story: 'x'.repeat(20_000) }).success, true)
  assert.equal(reportForm.safeParse({ ...form, story: 'x'.repeat(20_001) }).success, false)
})

test('ACT-6 the version of a case comes back from a form as text, and is a number again', () => {
  const act = { act: 'confirm', command: ids.case(1), at: '2026-11-02T02:00:00.000Z' }
  assert.equal(actForm.parse({ ...act, base: '7' }).base, 7)
  for (const base of ['0', '-1', '1.5', 'x', '']) assert.equal(actForm.safeParse({ ...act, base }).success, false, base)
})

test('PAGE-1 every page of the public face has one address of its own, in Indonesian', () => {
  assert.deepEqual(publicPaths, {
    home: '/',
    report: '/lapor',
    receipt: '/lapor/tanda-terima',
    track: '/lacak',
    surges: '/terdampak',
    surge: '/terdampak/:district/:id',
    standing: '/lacak/kasus',
    leave: '/lacak/tutup',
    letter: '/surat/:key',
    reply: '/rujukan',
    replyStanding: '/rujukan/jawab',
    replyFile: '/rujukan/berkas',
    replyLeave: '/rujukan/tutup',
    offices: '/puskesos',
    programmes: '/program',
    staff: '/meja/',
  })
  assert.equal(new Set(Object.values(publicPaths)).size, Object.keys(publicPaths).length)
})

test('REPORT-1 a report from home is a complaint, a service or a question, as its address says', () => {
  assert.deepEqual(reportKinds, ['pengaduan', 'layanan', 'pertanyaan'])
  assert.equal(otherChoice, 'lain')
})
