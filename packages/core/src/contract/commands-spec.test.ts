import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shapeOf } from '../testing/shape.ts'
import { commandRows } from './command.ts'
import { batch, batchReply, contractVersion, envelope, oldestContract, outcome } from './envelope.ts'
import { nothing, pageNumber } from './route.ts'

/** Every command by its name: address, the rights of which one is enough, and who answers it. */
const spec: readonly (readonly [kind: string, path: string, rights: string, capability: string])[] = [
  ['case.register', '/api/cases', 'case.register case.open citizen', 'case'],
  ['case.settle', '/api/cases/settle', 'case.settle', 'case'],
  ['case.take', '/api/cases/take', 'case.handle', 'case'],
  ['case.assign', '/api/cases/assign', 'case.assign', 'case'],
  ['case.return', '/api/cases/return', 'case.handle', 'case'],
  ['case.complete', '/api/cases/complete', 'citizen case.register', 'case'],
  ['case.recommend', '/api/cases/recommend', 'case.recommend', 'case'],
  ['case.approve', '/api/cases/approve', 'case.decide', 'case'],
  ['case.send-back', '/api/cases/send-back', 'case.decide', 'case'],
  ['case.reject', '/api/cases/reject', 'case.decide', 'case'],
  ['case.escalate', '/api/cases/escalate', 'case.escalate clock', 'case'],
  ['case.hand-down', '/api/cases/hand-down', 'case.escalate', 'case'],
  ['case.take-back', '/api/cases/take-back', 'case.escalate', 'case'],
  ['case.set-red', '/api/cases/set-red', 'case.handle', 'case'],
  ['case.answer', '/api/cases/answer', 'case.answer', 'case'],
  ['case.confirm', '/api/cases/confirm', 'citizen case.register', 'case'],
  ['case.dispute', '/api/cases/dispute', 'citizen case.register', 'case'],
  ['case.appeal', '/api/cases/appeal', 'citizen case.register', 'case'],
  ['case.visit', '/api/cases/visit', 'case.handle case.register', 'case'],
  ['case.reopen', '/api/cases/reopen', 'citizen case.decide', 'case'],
  ['case.merge', '/api/cases/merge', 'case.handle', 'case'],
  ['case.unmerge', '/api/cases/unmerge', 'case.decide', 'case'],
  ['case.cancel', '/api/cases/cancel', 'citizen case.decide', 'case'],
  ['case.note', '/api/cases/note', 'case.handle', 'case'],
  ['case.attach', '/api/cases/attach', 'case.handle citizen case.register', 'case'],
  ['case.share', '/api/cases/share', 'case.handle', 'case'],
  ['case.restrict', '/api/cases/restrict', 'case.handle', 'case'],
  ['case.set-contact', '/api/cases/set-contact', 'case.register case.handle', 'case'],
  ['case.renew-secret', '/api/cases/renew-secret', 'case.register', 'case'],
  ['case.ask-erasure', '/api/cases/ask-erasure', 'case.decide', 'case'],
  ['case.decline-erasure', '/api/cases/decline-erasure', 'case.erase', 'case'],
  ['case.erase', '/api/cases/erase', 'case.erase', 'case'],
  ['referral.request', '/api/referrals', 'referral.request', 'referral'],
  ['referral.redirect', '/api/referrals/redirect', 'referral.request', 'referral'],
  ['referral.accept', '/api/referrals/accept', 'referral.answer', 'referral'],
  ['referral.reject', '/api/referrals/reject', 'referral.answer', 'referral'],
  ['referral.start', '/api/referrals/start', 'referral.answer', 'referral'],
  ['referral.hold', '/api/referrals/hold', 'referral.answer', 'referral'],
  ['referral.supply', '/api/referrals/supply', 'referral.request', 'referral'],
  ['referral.complete', '/api/referrals/complete', 'referral.answer', 'referral'],
  ['referral.fail', '/api/referrals/fail', 'referral.answer', 'referral'],
  ['referral.cancel', '/api/referrals/cancel', 'referral.request', 'referral'],
  ['referral.mark-error', '/api/referrals/mark-error', 'referral.request', 'referral'],
  ['referral.give-link', '/api/referrals/give-link', 'referral.request', 'referral'],
  ['referral.revoke-link', '/api/referrals/revoke-link', 'referral.request', 'referral'],
  ['letter.draft', '/api/letters', 'letter.draft', 'letter'],
  ['letter.change', '/api/letters/change', 'letter.draft', 'letter'],
  ['letter.initial', '/api/letters/initial', 'letter.initial', 'letter'],
  ['letter.return', '/api/letters/return', 'letter.initial letter.sign', 'letter'],
  ['letter.sign', '/api/letters/sign', 'letter.sign', 'letter'],
  ['letter.hand-over', '/api/letters/hand-over', 'letter.draft case.settle', 'letter'],
  ['letter.revoke', '/api/letters/revoke', 'letter.draft letter.sign', 'letter'],
  ['letter.replace', '/api/letters/replace', 'letter.draft', 'letter'],
  ['office.open', '/api/offices', 'office.manage', 'office'],
  ['office.change', '/api/offices/change', 'office.manage', 'office'],
  ['office.hours', '/api/offices/hours', 'office.manage', 'office'],
  ['staff.add', '/api/staff', 'staff.manage', 'office'],
  ['staff.change', '/api/staff/change', 'staff.manage', 'office'],
  ['post.give', '/api/posts', 'staff.manage', 'office'],
  ['post.serve', '/api/posts/serve', 'staff.manage', 'office'],
  ['leave.give', '/api/leaves', 'staff.manage', 'office'],
  ['leave.end', '/api/leaves/end', 'staff.manage', 'office'],
  ['post.end', '/api/posts/end', 'staff.manage', 'office'],
  ['duty.name', '/api/duties', 'case.assign staff.manage', 'duty'],
  ['duty.end', '/api/duties/end', 'case.assign staff.manage', 'duty'],
  ['list.add', '/api/lists/add', 'lists.manage', 'lists'],
  ['list.change', '/api/lists/change', 'lists.manage', 'lists'],
  ['list.end', '/api/lists/end', 'lists.manage', 'lists'],
  ['list.take-back', '/api/lists/take-back', 'lists.manage', 'lists'],
  ['calendar.close', '/api/calendar/close', 'lists.manage', 'lists'],
  ['calendar.open', '/api/calendar/open', 'lists.manage', 'lists'],
  ['hours.set', '/api/calendar/hours', 'lists.manage', 'lists'],
  ['notice.tell', '/api/notices/tell', 'case.register case.handle', 'notice'],
  ['joint.start', '/api/joint', 'joint.lead', 'joint'],
  ['joint.change', '/api/joint/change', 'joint.lead', 'joint'],
  ['joint.end', '/api/joint/end', 'joint.lead', 'joint'],
  ['joint.add-partner', '/api/joint/partners', 'joint.lead', 'joint'],
  ['joint.change-partner', '/api/joint/partners/change', 'joint.lead', 'joint'],
  ['joint.end-partner', '/api/joint/partners/end', 'joint.lead', 'joint'],
  ['joint.add-task', '/api/joint/tasks', 'joint.lead', 'joint'],
  ['joint.begin-task', '/api/joint/tasks/begin', 'joint.join', 'joint'],
  ['joint.finish-task', '/api/joint/tasks/finish', 'joint.join', 'joint'],
  ['joint.drop-task', '/api/joint/tasks/drop', 'joint.lead', 'joint'],
  ['joint.reopen-task', '/api/joint/tasks/reopen', 'joint.lead', 'joint'],
  ['joint.list-target', '/api/joint/targets', 'joint.lead', 'joint'],
  ['joint.reach-target', '/api/joint/targets/reach', 'joint.join', 'joint'],
  ['joint.drop-target', '/api/joint/targets/drop', 'joint.lead', 'joint'],
  ['meeting.call', '/api/meetings', 'meeting.attend', 'meeting'],
  ['meeting.change', '/api/meetings/change', 'meeting.attend', 'meeting'],
  ['meeting.cancel', '/api/meetings/cancel', 'meeting.attend', 'meeting'],
  ['meeting.hold', '/api/meetings/hold', 'meeting.attend', 'meeting'],
  ['meeting.minute', '/api/meetings/minute', 'meeting.attend', 'meeting'],
  ['meeting.decide', '/api/meetings/decide', 'meeting.attend', 'meeting'],
  ['meeting.close', '/api/meetings/close', 'meeting.attend', 'meeting'],
  ['meeting.task-done', '/api/meetings/task-done', 'meeting.attend', 'meeting'],
  ['meeting.task-fail', '/api/meetings/task-fail', 'meeting.attend', 'meeting'],
  ['meeting.task-reopen', '/api/meetings/task-reopen', 'meeting.attend', 'meeting'],
  ['blank.issue', '/api/forms', 'case.register', 'blank'],
  ['blank.void', '/api/forms/void', 'case.register', 'blank'],
  ['blank.lose', '/api/forms/lose', 'case.register', 'blank'],
  ['blank.find', '/api/forms/find', 'case.register', 'blank'],
]

test('WIRE-5 the commands are the ones that are written down, each with its address, rights and capability', () => {
  assert.deepEqual(
    commandRows.map(({ kind, path, rights, capability }) => [kind, path, rights.join(' '), capability]),
    spec,
  )
})

test('WIRE-7 an envelope has its eight parts less the data, and none is left out', () => {
  assert.deepEqual(shapeOf(envelope), {
    strict: 'yes',
    id: 'id',
    v: 'int 1..',
    district: 'ledger',
    subject: 'id',
    office: 'id or null',
    doneAt: 'moment',
    base: 'int 0.. or null',
  })
  assert.deepEqual([contractVersion, oldestContract], [1, 1])
})

const accepted = {
  status: 'accepted',
  seq: 'int',
  version: 'int or null',
  'number?': 'text',
  'receipt?': { short: 'text', long: 'text' },
} as const
const refused = { status: 'refused', code: 'text', message: 'text', details: { 'each "text"': 'anything' } } as const

test('WIRE-7 an outcome is a place in the ledger, or a code with its sentence', () => {
  assert.deepEqual(shapeOf(outcome), { 'or 1': accepted, 'or 2': refused })
})

test('WIRE-7 a batch names its commands, and its answer each of them by its id', () => {
  assert.deepEqual(shapeOf(batch), { strict: 'yes', commands: { 'list 1..200': { kind: 'text' } } })
  assert.deepEqual(shapeOf(batchReply), {
    outcomes: [{ 'or 1': { id: 'text', ...accepted }, 'or 2': { id: 'text', ...refused } }],
  })
})

test('WIRE-7 a batch keeps every part of a command for whoever reads it next', () => {
  const commands = [{ kind: 'case.take', id: 'x', data: { note: '' } }]
  assert.deepEqual(batch.parse({ commands }), { commands })
  assert.equal(batch.safeParse({ commands: [{ id: 'x' }] }).success, false)
})

test('WIRE-7 where nothing is taken, anything is too much', () => {
  assert.deepEqual(nothing.parse({}), {})
  assert.equal(nothing.safeParse({ x: 1 }).success, false)
  assert.equal(pageNumber.parse(undefined), 1)
})
