import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { replicaRow } from '@openslrt/core/contract/replica.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Pending, ShownVisit } from '../platform/replica/pending.ts'
import { emptyView } from '../platform/replica/view.ts'
import { aCommand } from '../testing/a-command.ts'
import { aReplicaCase, aReplicaVisit } from '../testing/replica-rows.ts'
import { isForOutcome, todayOf } from './today.ts'

const zone = 'Asia/Jakarta'
const now = Date.parse('2026-11-23T03:00:00Z')
const who = { staff: randomUUID(), office: randomUUID(), zone }
const visit = (days: number, own: object = {}): ShownVisit => ({
  visit: aReplicaVisit({
    assignee: who.staff,
    office: who.office,
    plannedFor: dayIn(zone, now + days * dayMs),
    ...own,
  }),
  pending: null,
})
const told = (visits: readonly ShownVisit[]) =>
  todayOf(emptyView(), { visits, pending: [] }, who, now).visits.map((one) => one.urgency)

test('SYNC-39 visits stand in the order of their days: what is late first, what is further off than a week not at all', () => {
  assert.deepEqual(told([visit(3), visit(0), visit(-2), visit(30)]), ['late', 'due', 'soon'])
})

test('SYNC-39 a visit of somebody else is not one’s own; one of nobody is everybody’s at that office', () => {
  assert.deepEqual(told([visit(0, { assignee: randomUUID() })]), [])
  assert.deepEqual(told([visit(0, { assignee: null })]), ['due'])
  assert.deepEqual(told([visit(0, { assignee: null, office: randomUUID() })]), [])
})

test('SYNC-39 a visit that was made is no work any more, but is shown while it waits to be sent', () => {
  const done = visit(0, { status: 'done' })
  assert.deepEqual(told([done]), [])
  assert.deepEqual(told([{ ...done, pending: 'waiting' }]), ['due'])
})

test('SUPER-9 what a supervisor sent back is work of the one who answers for it, and is no wish to the citizen', () => {
  const missing = 'Nomor rumah'
  const mine = aReplicaCase({ review: 'returned', sentBy: staffId.parse(who.staff), missing })
  const theirs = aReplicaCase({ review: 'returned', sentBy: staffId.parse(randomUUID()), missing })
  const waits = aReplicaCase({ review: 'waiting', sentBy: staffId.parse(who.staff) })
  const view = { ...emptyView(), case: new Map([mine, theirs, waits].map((one) => [String(one.id), one])) }
  const today = todayOf(view, { visits: [], pending: [] }, who, now)
  assert.deepEqual([today.mend, today.returned], [[mine], []])
})

test('SYNC-39 cases that lack something, and those whose outcome is to be seen within a week', () => {
  const lacks = aReplicaCase({ missing: 'Fotokopi KK' })
  const soon = aReplicaCase({ visitAt: now + 2 * dayMs })
  const later = aReplicaCase({ visitAt: now + 30 * dayMs })
  const view = { ...emptyView(), case: new Map([lacks, soon, later].map((one) => [String(one.id), one])) }
  const today = todayOf(view, { visits: [], pending: [] }, who, now)
  assert.deepEqual([today.returned, today.outcomes], [[lacks], [{ kase: soon, urgency: 'soon', pending: null }]])
  assert.ok(replicaRow.case.safeParse(lacks).success)
})

const closed = aReplicaCase({ status: 'closed', visitAt: now })
const onPhone = { ...emptyView(), case: new Map([[String(closed.id), closed]]) }
const made = aCommand('v', { kind: 'case.visit', subject: closed.id })
const outcomes = (pending: readonly Pending[], at = now) =>
  todayOf(onPhone, { visits: [], pending }, who, at).outcomes.map((one) => [one.urgency, one.pending])

test('FIELD-32 a visit for what became of a case is told as due or late, and where it is once it was made', () => {
  assert.deepEqual(outcomes([]), [['due', null]])
  assert.deepEqual(outcomes([], now + 2 * dayMs), [['late', null]])
  assert.deepEqual(outcomes([], now - 3 * dayMs), [['soon', null]])
  assert.deepEqual(outcomes([{ command: made, state: 'waiting' }]), [['due', 'waiting']])
  assert.deepEqual(outcomes([{ command: made, state: 'refused' }]), [['due', null]], 'it is to be made again')
  const another = { ...made, subject: randomUUID() }
  assert.deepEqual(outcomes([{ command: another, state: 'sent' }]), [['due', null]])
})

test('FIELD-32 a planned visit is for an outcome where it says so and names a case', () => {
  const visits = [{ trigger: 'follow-up', caseId: closed.id }, { trigger: 'follow-up' }, { caseId: closed.id }]
  assert.deepEqual(
    visits.map((own) => isForOutcome(aReplicaVisit(own))),
    [true, false, false],
  )
})

test('FIELD-32 a case that an older release left on the phone is shown, without what was promised', () => {
  const { promised: _, ...old } = closed
  assert.equal(replicaRow.case.parse(old).promised, null)
})
