import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { replicaRow } from '@openslrt/core/contract/replica.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import type { ShownVisit } from '../platform/replica/pending.ts'
import { emptyView } from '../platform/replica/view.ts'
import { aReplicaCase, aReplicaVisit } from '../testing/replica-rows.ts'
import { todayOf } from './today.ts'

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
const told = (visits: readonly ShownVisit[]) => todayOf(emptyView(), visits, who, now).visits.map((one) => one.urgency)

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

test('SYNC-39 cases that lack something, and those whose outcome is to be seen within a week', () => {
  const lacks = aReplicaCase({ missing: 'Fotokopi KK' })
  const soon = aReplicaCase({ visitAt: now + 2 * dayMs })
  const later = aReplicaCase({ visitAt: now + 30 * dayMs })
  const view = { ...emptyView(), case: new Map([lacks, soon, later].map((one) => [String(one.id), one])) }
  const today = todayOf(view, [], who, now)
  assert.deepEqual([today.returned, today.outcomes], [[lacks], [soon]])
  assert.ok(replicaRow.case.safeParse(lacks).success)
})
