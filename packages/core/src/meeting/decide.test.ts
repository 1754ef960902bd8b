import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { MeetingMove } from '../contract/meeting.ts'
import { dayMs, hourMs, wireOf } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { agendaCase, aMeeting, aPoint, aTask, meetingMove, shippedKind } from '../testing/a-meeting.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideMeeting, mayCall, openIn } from './decide.ts'
import type { MeetingRow, MeetingTaskRow } from './meeting.ts'
import { caseKey, minutesOf, pointsOf, seatsOf, venueOf } from './meeting.ts'
import type { MeetingLook } from './scene.ts'
import { noMeeting } from './scene.ts'

const chair = almighty(offices.district)
const seen = new Map([[caseKey(agendaCase), agendaCase]])
const nobodyYet: MeetingLook = { ...noMeeting, kind: shippedKind, cases: seen }
const at = (meeting: Partial<MeetingRow> = {}, own: Partial<MeetingLook> = {}): MeetingLook => ({
  ...nobodyYet,
  meeting: aMeeting(meeting),
  ...own,
})

function answer(move: MeetingMove, look: MeetingLook, actor: StaffActor = chair, now = monday) {
  return decideMeeting(ids.meeting(1), move, actor, look, aPolicy(now))
}
/** What a move makes of the rows, or the code of its refusal. */
function done(move: MeetingMove, look: MeetingLook, actor?: StaffActor, now?: number) {
  const decided = answer(move, look, actor, now)
  assert.ok(decided.ok, decided.ok ? '' : decided.error.code)
  const world = emptyWorld()
  if (look.meeting) world.rows.meeting.set(look.meeting.id, { ...look.meeting })
  for (const task of look.tasks) world.rows.meetingTask.set(task.id, { ...task })
  evolve(world, '34.04', payloadOf(decided.value))
  return {
    meeting: world.rows.meeting.get(ids.meeting(1)) as unknown as MeetingRow,
    task: world.rows.meetingTask.get(ids.task(1)) as unknown as MeetingTaskRow,
    decision: decided.value,
  }
}
function refused(move: MeetingMove, look: MeetingLook, actor?: StaffActor, now?: number): string {
  const decided = answer(move, look, actor, now)
  return decided.ok ? 'yes' : decided.error.code
}

test('MEET-1 a called meeting is planned, names all who take part with the calling office first, and begins its series', () => {
  const { meeting, decision } = done(meetingMove('call'), nobodyYet)
  assert.deepEqual(meeting, { ...aMeeting(), version: 1 })
  assert.deepEqual([decision.action, decision.jobs], ['meeting-call', []])
  assert.deepEqual(pointsOf(meeting), [{ ...aPoint, case: agendaCase }])
  assert.deepEqual(venueOf(meeting), { place: 'Ruang rapat Dinsos', link: '' })
  assert.deepEqual([seatsOf(meeting), minutesOf(meeting)], [[], {}])
})

const missing = ids.point(9)
const { data } = meetingMove('call')
/** What an invitation may not say, and what it is refused with. */
const wrongCalls: readonly (readonly [why: string, own: Partial<typeof data>, code: string])[] = [
  ['a kind that is not on the list', { kind: 'arisan' }, 'unknown-meeting-kind'],
  ['an office that does not exist', { offices: [ids.office(99)] }, 'unknown-office'],
  ['an office that was closed', { offices: [offices.closed.id] }, 'office-not-active'],
  ['a day long gone', { startsAt: wireOf(monday - 31 * dayMs) }, 'meeting-long-past'],
  ['a point without words', { points: [{ id: missing, case: null, title: '' }] }, 'agenda-empty'],
  ['one point twice', { points: [aPoint, { ...aPoint, case: null }] }, 'agenda-twice'],
  ['one case twice', { points: [aPoint, { ...aPoint, id: missing }] }, 'agenda-twice'],
  [
    'a case that the caller does not see',
    { points: [{ ...aPoint, case: { ...aPoint.case, id: ids.case(7) } }] },
    'unknown-agenda-case',
  ],
  ['a sitting that nobody knows', { follows: ids.meeting(5) }, 'no-next-sitting'],
]
for (const [why, own, code] of wrongCalls)
  test(`MEET-1 no meeting is called with ${why}`, () => {
    assert.equal(refused(meetingMove('call', own), nobodyYet), code)
  })

test('MEET-1 one that took place within a month may still be put on record, and none is called twice', () => {
  const late = meetingMove('call', { startsAt: wireOf(monday - 29 * dayMs) })
  assert.equal(refused(late, nobodyYet), 'yes')
  assert.equal(refused(late, at()), 'already-so')
})

test('MEET-7 who may call a kind is said by the list: by a right, at a kind of office', () => {
  const conference = shippedKind('case-conference')
  const team = shippedKind('coordination-team')
  const may = (kind: typeof team, ...who: Parameters<typeof staff>): boolean =>
    mayCall(kind, staff(...who), who[1] ?? offices.village)
  assert.equal(may(conference, 'bo'), true)
  assert.equal(may(conference, 'coordinator'), true)
  assert.equal(may(conference, 'facilitator'), false)
  assert.equal(may(conference, 'provider', offices.hospital), false)
  assert.equal(may(team, 'manager', offices.district), true)
  assert.equal(may(team, 'coordinator'), false, 'a village has no coordination team')
  assert.equal(mayCall(null, chair, offices.district), false)
  assert.equal(mayCall(team, chair, undefined), false)
  assert.equal(refused(meetingMove('call'), nobodyYet, staff('provider', offices.hospital)), 'meeting-not-yours')
  assert.equal(refused(meetingMove('call'), nobodyYet, staff('facilitator')), 'meeting-not-yours')
})

test('MEET-8 a meeting is led by the office that called it, by whoever calls its kind; a dropped kind is led to its end', () => {
  const held = at({ status: 'held' })
  assert.equal(refused(meetingMove('minute'), held, almighty(offices.hospital)), 'not-here')
  assert.equal(refused(meetingMove('minute'), held, staff('facilitator', offices.district)), 'meeting-not-yours')
  assert.equal(refused(meetingMove('minute'), { ...held, kind: () => null }, staff('fo', offices.district)), 'yes')
  assert.equal(refused(meetingMove('minute'), nobodyYet), 'unknown-meeting')
})

test('MEET-2 a changed invitation keeps what its changer may not see of a restricted case', () => {
  const changed = meetingMove('change', { place: 'Aula', points: [{ ...aPoint, title: '' }] })
  const { meeting } = done(changed, at({}, { cases: new Map() }))
  assert.deepEqual(pointsOf(meeting), [{ ...aPoint, case: agendaCase }])
  assert.deepEqual([venueOf(meeting).place, meeting.version, meeting.status], ['Aula', 2, 'planned'])
  const { meeting: own } = done(changed, at())
  assert.equal(pointsOf(own)[0]?.title, '', 'whoever sees it writes what they like')
})

test('MEET-3 a cancelled meeting says why', () => {
  const { meeting, decision } = done(meetingMove('cancel'), at())
  assert.deepEqual([meeting.status, meeting.note, decision.note], ['cancelled', data && meeting.note, meeting.note])
  assert.match(meeting.note ?? '', /berhalangan/)
})

test('MEET-4 a meeting begins on its day, with those who came of those who were invited', () => {
  const { meeting } = done(meetingMove('hold'), at())
  assert.deepEqual([meeting.status, meeting.heldAt], ['held', monday])
  assert.deepEqual(seatsOf(meeting), meetingMove('hold').data.seats)
  assert.equal(refused(meetingMove('hold'), at({ startsAt: monday + dayMs })), 'meeting-not-yet')
  assert.equal(refused(meetingMove('hold'), at({ startsAt: monday - dayMs })), 'yes')
  const strangers = [{ office: offices.health.id, present: true, names: '' }]
  assert.equal(refused(meetingMove('hold', { seats: strangers }), at()), 'office-not-invited')
})

test('MEET-5 minutes stand under points of the agenda; what was written before stays', () => {
  const before = at({ status: 'held', minutes: JSON.stringify({ [missing]: 'Lama' }) })
  const { meeting } = done(meetingMove('minute'), before)
  assert.deepEqual(minutesOf(meeting), { [missing]: 'Lama', [ids.point(1)]: 'Keluarga setuju.' })
  const elsewhere = meetingMove('minute', { minutes: [{ point: missing, text: 'x' }] })
  assert.equal(refused(elsewhere, before), 'unknown-point')
  const strangers = [{ office: offices.health.id, present: true, names: '' }]
  assert.equal(refused(meetingMove('minute', { seats: strangers }), before), 'office-not-invited')
})

test('MEET-6 a meeting is closed when something stands under each point', () => {
  const held = at({ status: 'held' })
  assert.deepEqual(answer(meetingMove('close'), held), { ok: false, error: { code: 'minutes-missing', count: 1 } })
  const written = at({ status: 'held', minutes: JSON.stringify({ [ids.point(1)]: 'Setuju.' }) })
  const { meeting } = done(meetingMove('close'), written)
  assert.deepEqual([meeting.status, meeting.closedAt], ['closed', monday])
})

test('MEET-9 a decision becomes a task of an office that takes part, until the end of a working day', () => {
  const { task, meeting } = done(meetingMove('decide'), at({ status: 'held' }))
  assert.deepEqual(task, aTask())
  assert.equal(meeting.version, 2, 'whoever closes it meanwhile looks again')
})

/** What a decision may not say. */
const wrongTasks: readonly (readonly [why: string, own: object, code: string])[] = [
  ['a point that is not on the agenda', { point: missing }, 'unknown-point'],
  ['an office that was not invited', { office: offices.health.id }, 'office-not-invited'],
  ['a person who does not work there', { person: ids.staff(8) }, 'assignee-not-here'],
]
for (const [why, own, code] of wrongTasks)
  test(`MEET-9 no task is given with ${why}`, () => {
    assert.equal(refused(meetingMove('decide', own), at({ status: 'held' })), code)
  })

test('MEET-9 a task may be a person’s, and about no point at all', () => {
  const look = at({ status: 'held' }, { staffThere: new Set([ids.staff(8)]) })
  const { task } = done(meetingMove('decide', { person: ids.staff(8), point: null }), look)
  assert.deepEqual([task.person, task.point, task.caseId, task.caseNumber], [ids.staff(8), null, null, null])
})

test('MEET-11 the next sitting goes on with the series and carries what is open', () => {
  const former = { meeting: aMeeting({ id: ids.meeting(2), status: 'closed' }), followed: false, open: [ids.task(3)] }
  const next = meetingMove('call', { follows: ids.meeting(2) })
  const { meeting } = done(next, { ...nobodyYet, former })
  assert.deepEqual(
    [meeting.series, meeting.nth, meeting.follows, meeting.carried],
    [ids.meeting(1), 2, ids.meeting(2), [ids.task(3)]],
  )
  const not = (own: Partial<typeof former>, move = next): string =>
    refused(move, { ...nobodyYet, former: { ...former, ...own } })
  assert.equal(not({ followed: true }), 'no-next-sitting')
  assert.equal(not({ meeting: { ...former.meeting, status: 'held' } }), 'no-next-sitting')
  assert.equal(not({ meeting: { ...former.meeting, kind: 'coordination-team' } }), 'no-next-sitting')
  assert.equal(not({ meeting: { ...former.meeting, office: offices.village.id } }), 'no-next-sitting')
  assert.equal(not({}, meetingMove('call', { follows: ids.meeting(2), kind: 'case-conference' })), 'no-next-sitting')
})

test('MEET-11 only what is open is carried', () => {
  const tasks = [aTask(), aTask({ id: ids.task(2), status: 'done' }), aTask({ id: ids.task(3), status: 'not-done' })]
  assert.deepEqual(openIn(tasks), [ids.task(1)])
})

test('MEET-12 a task is done by its owner or by who gave it, and nobody else', () => {
  const look = at({ status: 'closed' }, { tasks: [aTask()] })
  const move = meetingMove('task-done', { note: 'Sudah.' })
  for (const office of [offices.hospital, offices.district]) {
    const { task } = done(move, look, almighty(office), monday + hourMs)
    assert.deepEqual([task.status, task.note, task.settledAt], ['done', 'Sudah.', monday + hourMs])
  }
  assert.equal(refused(move, look, almighty(offices.village)), 'not-here')
  assert.equal(refused(meetingMove('task-done', { task: ids.task(9) }), look), 'unknown-task')
})

test('MEET-13, MEET-14 a task that is not done says why; only who gave it opens it again', () => {
  const failed = done(meetingMove('task-fail'), at({}, { tasks: [aTask()] }), almighty(offices.hospital)).task
  assert.deepEqual([failed.status, failed.note], ['not-done', 'Kamar penuh.'])
  const look = at({}, { tasks: [failed] })
  assert.equal(refused(meetingMove('task-reopen'), look, almighty(offices.hospital)), 'not-here')
  const { task } = done(meetingMove('task-reopen'), look)
  assert.deepEqual([task.status, task.settledAt, task.dueAt], ['open', null, aTask().dueAt])
})
