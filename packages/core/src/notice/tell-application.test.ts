import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticePath } from '../contract/notice-queries.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Payload } from '../ledger/entry.ts'
import type { ApplicationRow, ApplicationStatus } from '../need/need.ts'
import { ledgerCode } from '../place/code.ts'
import { anApplication, aQuota, needNth } from '../testing/a-need.ts'
import { monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { applicationWords } from './staff-words.ts'
import type { Told } from './tell.ts'
import { applicationNoticesOf, applicationsIn, tellsOfApplications } from './tell-application.ts'

const { village, district } = offices
const ofCase = anApplication({ caseId: ids.case(1), dueAt: monday + 9 })
const payloadOf = (...changes: Payload['changes']): Payload => ({
  v: 1,
  action: 'application-grant',
  note: '',
  say: {},
  day: '2026-11-02',
  changes,
})
const moved = (status: ApplicationStatus, own: { id?: string; note?: string | null; base?: number } = {}) => {
  const { id = ofCase.id, note = null, base = 1 } = own
  return { table: 'application', id, base, set: { status, note } } as const
}
const entry = (kind: string, office: OfficeId | null, ...changes: Payload['changes']): Told => ({
  kind,
  actor: office === null ? 'clock' : `staff:${ids.staff(1)}`,
  office,
  at: monday,
  payload: payloadOf(...changes),
})
const nudge = { table: 'application', id: ofCase.id, base: 1, set: { remindAt: null } } as const
const hears = (told: Told, own: Partial<ApplicationRow> = {}) =>
  applicationNoticesOf(told, { ...ofCase, ...own }).map(({ whom, what, says }) => [
    whom.kind === 'office' ? whom.office : whom.kind,
    what,
    says.office,
    says.until,
  ])
const toDecider = (what: string, by: OfficeId, until: number | null) => [district.id, what, by, until]
const toAsker = (what: string) => [village.id, what, district.id, null]
const toCitizen = ['citizen', 'programme', district.id, null]
const due = ofCase.dueAt

/** Who hears what of an entry, in whose name, and for when. */
const spec: readonly (readonly [why: string, told: Told, heard: readonly (readonly unknown[])[]])[] = [
  ['a draft', entry('application.draft', village.id, moved('drafted', { base: 0 })), []],
  [
    'one that is sent at once',
    entry('application.draft', village.id, moved('sent', { base: 0 })),
    [toDecider('application-asked', village.id, due)],
  ],
  [
    'a draft that is sent',
    entry('application.send', village.id, moved('sent')),
    [toDecider('application-asked', village.id, due)],
  ],
  ['papers that are ticked', entry('application.tick', village.id, nudge), []],
  ['the reminder', entry('application.remind', null, nudge), [toDecider('application-due', village.id, due)]],
  [
    'time that is over',
    entry('application.overdue', null, nudge),
    [toDecider('application-late', district.id, due), toAsker('application-late')],
  ],
  ['a grant', entry('application.grant', district.id, moved('granted')), [toAsker('application-granted'), toCitizen]],
  [
    'a grant without a place',
    entry('application.grant', district.id, moved('waiting')),
    [toAsker('application-waiting'), toCitizen],
  ],
  [
    'a refusal',
    entry('application.refuse', district.id, moved('refused', { note: 'Desil 9.' })),
    [toAsker('application-refused'), toCitizen],
  ],
  ['a withdrawal', entry('application.withdraw', village.id, moved('withdrawn', { note: 'Batal' })), []],
  [
    'a place that the asking office gives back',
    entry('application.release', village.id, moved('withdrawn', { note: 'Pindah' })),
    [toDecider('application-released', village.id, null)],
  ],
  [
    'a place that the deciding office takes back',
    entry('application.release', district.id, moved('withdrawn', { note: 'Pindah' })),
    [toAsker('application-released')],
  ],
  [
    'a place that became free for the next in line',
    entry('application.release', village.id, moved('withdrawn', { id: needNth(8), note: 'Pindah' }), moved('granted')),
    [toAsker('application-granted'), toCitizen],
  ],
  ['more places', entry('quota.set', district.id, moved('granted')), [toAsker('application-granted'), toCitizen]],
]
for (const [why, told, heard] of spec)
  test(`NEED-11 of ${why} hear those whom it concerns`, () => {
    assert.deepEqual(hears(told), heard)
  })

test('NEED-11 of an application without a case no citizen is told, of one decided where it was asked the office once', () => {
  const granted = entry('application.grant', district.id, moved('granted'))
  assert.deepEqual(hears(granted, { caseId: null }), [toAsker('application-granted')])
  assert.deepEqual(hears(entry('application.overdue', null, nudge), { office: village.id }), [
    [village.id, 'application-late', village.id, due],
  ])
})

test('NEED-11 at an office it is told to who decides, or to who asks, and to nobody else', () => {
  const rights = (told: Told) =>
    applicationNoticesOf(told, ofCase).flatMap(({ whom }) => (whom.kind === 'office' ? [whom.rights] : []))
  assert.deepEqual(rights(entry('application.send', village.id, moved('sent'))), [['programme.decide']])
  assert.deepEqual(rights(entry('application.grant', district.id, moved('granted'))), [['registry.edit']])
})

test('NEED-11 an entry names each of its applications once, and nothing that is none', () => {
  const other = moved('granted', { id: needNth(9) })
  const quota = { table: 'quota', id: aQuota().id, base: 1, set: { places: 3 } } as const
  assert.deepEqual(applicationsIn(entry('quota.set', district.id, quota, nudge, nudge, other)), [ofCase.id, needNth(9)])
  assert.deepEqual(hears(entry('quota.set', district.id, quota, other)), [], 'another’s news is not told of this one')
  for (const kind of ['application.grant', 'application.overdue', 'quota.set', 'quota.carry'])
    assert.ok(tellsOfApplications(kind), kind)
  for (const kind of ['need.meet', 'case.answer', 'participation.record', 'my-application.x', 'applications'])
    assert.ok(!tellsOfApplications(kind), kind)
})

test('NEED-11 each piece of news leads to the list that holds its application', () => {
  const district = ledgerCode.parse('34.04')
  const about = { kind: 'application', id: needNth(2) } as const
  const lists = applicationWords.map((what) => noticePath({ district, case: null, about, what }).split('=')[1])
  assert.deepEqual(lists, ['to-decide', 'to-decide', 'late', 'asked', 'asked', 'asked', 'decided'])
  assert.equal(noticePath({ district, case: null, about, what: 'arrived' }), '/permohonan')
  assert.equal(noticePath({ district, case: ids.case(1), about: null, what: 'arrived' }), `/kasus/34.04/${ids.case(1)}`)
  const meeting = { kind: 'meeting', id: ids.meeting(1) } as const
  assert.equal(noticePath({ district, case: null, about: meeting, what: 'task-due' }), `/rapat/34.04/${ids.meeting(1)}`)
})
