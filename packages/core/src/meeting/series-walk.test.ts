import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import type { MeetingAction, MeetingData, MeetingMove } from '../contract/meeting.ts'
import type { MeetingId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayIn, hourMs, wireOf } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Decision } from '../ledger/entry.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { agendaCase, meetingData, meetingMove, shippedKind } from '../testing/a-meeting.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property, seed } from '../testing/property.ts'
import { isWorkingDay } from './days.ts'
import { decideMeeting, openIn } from './decide.ts'
import { decideAsClock, taskClockWants } from './decide-task.ts'
import type { MeetingRow, MeetingTaskRow } from './meeting.ts'
import { caseKey, minutesOf, pointsOf, seatsOf } from './meeting.ts'
import type { MeetingLook } from './scene.ts'
import { noMeeting } from './scene.ts'

const people: readonly StaffActor[] = [almighty(offices.district), almighty(offices.hospital), almighty(offices.health)]
const actions = keysOf(meetingData)

interface Walk {
  readonly world: World
  /** What was done, by whom. */
  readonly done: { readonly action: string; readonly who: number | null; readonly decision: Decision }[]
  now: Instant
}
const meetingsOf = ({ world }: Walk): readonly MeetingRow[] =>
  [...world.rows.meeting.values()] as unknown as readonly MeetingRow[]
const tasksOf = ({ world }: Walk): readonly MeetingTaskRow[] =>
  [...world.rows.meetingTask.values()] as unknown as readonly MeetingTaskRow[]

/** Whoever leads does it more often than the others; a close in every walk lets the series go on. */
const aTry = fc.record({
  action: fc.constantFrom<MeetingAction>(...actions, 'hold', 'minute', 'decide', 'close', 'call', 'call'),
  who: fc.constantFrom(0, 0, 0, 1, 2),
  which: fc.nat(5),
  hours: fc.integer({ min: 0, max: 60 }),
  sees: fc.boolean(),
})
type Try = typeof aTry extends fc.Arbitrary<infer Value> ? Value : never

function lookFor(walk: Walk, meeting: MeetingRow | null, former: MeetingRow | null, sees: boolean): MeetingLook {
  const tasks = tasksOf(walk).filter(({ meeting: of }) => of === meeting?.id)
  const series = tasksOf(walk).filter((task) => task.series === former?.series)
  const followed = meetingsOf(walk).some(({ follows }) => follows === former?.id)
  return {
    ...noMeeting,
    meeting,
    tasks,
    kind: shippedKind,
    cases: new Map(sees ? [[caseKey(agendaCase), agendaCase]] : []),
    former: former && { meeting: former, followed, open: openIn(series) },
  }
}

function moveOf(walk: Walk, { action, which }: Try, former: MeetingRow | null): MeetingMove {
  const own: Partial<{ [Action in MeetingAction]: Partial<MeetingData[Action]> }> = {
    call: { follows: former?.id ?? null, startsAt: wireOf(walk.now + which * hourMs) },
    change: { startsAt: wireOf(walk.now + which * hourMs) },
    decide: { task: ids.task(tasksOf(walk).length + 1), days: which + 1 },
    'task-done': { task: ids.task(which + 1) },
    'task-fail': { task: ids.task(which + 1) },
    'task-reopen': { task: ids.task(which + 1) },
  }
  return { action, data: { ...meetingMove(action).data, ...own[action] } } as MeetingMove
}

function attempt(walk: Walk, one: Try): void {
  const { action, who, which, hours, sees } = one
  walk.now += hours * hourMs
  remind(walk)
  const meetings = meetingsOf(walk)
  const calls = action === 'call'
  const meeting = calls ? null : (meetings.at(-1) ?? null)
  const former = calls && which > 0 ? (meetings[which % Math.max(meetings.length, 1)] ?? null) : null
  const id: MeetingId = calls ? ids.meeting(meetings.length + 1) : (meeting?.id ?? ids.meeting(99))
  const actor = people[who]
  assert.ok(actor)
  const look = lookFor(walk, meeting, former, sees)
  const answer = decideMeeting(id, moveOf(walk, one, former), actor, look, aPolicy(walk.now))
  if (answer.ok) write(walk, action, who, answer.value)
}

/** What the clock does meanwhile, as a sweep does it. */
function remind(walk: Walk): void {
  for (const task of tasksOf(walk)) {
    const wants = taskClockWants(task, walk.now)
    const answer = wants && decideAsClock(task, wants, aPolicy(walk.now))
    if (answer?.ok) write(walk, wants ?? '', null, answer.value)
  }
}

function write(walk: Walk, action: string, who: number | null, decision: Decision): void {
  evolve(walk.world, '34.04', payloadOf(decision))
  walk.done.push({ action, who, decision })
}

const tries = fc.array(aTry, { minLength: 20, maxLength: 50 })
function walked(all: readonly Try[]): Walk {
  const walk: Walk = { world: emptyWorld(), done: [], now: monday }
  for (const one of all) attempt(walk, one)
  return walk
}

property(
  'MEET-1 whatever is done, a meeting is what its status says: held has seats, closed says something under each point',
  tries,
  (all) => {
    for (const meeting of meetingsOf(walked(all))) {
      const { status, heldAt, closedAt, note } = meeting
      assert.equal(heldAt !== null, status === 'held' || status === 'closed')
      assert.equal(closedAt !== null, status === 'closed')
      assert.equal(note !== null, status === 'cancelled')
      assert.equal(seatsOf(meeting).length > 0, heldAt !== null)
      assert.equal(meeting.office, meeting.offices[0])
      assert.equal(new Set(meeting.offices).size, meeting.offices.length)
      const points = pointsOf(meeting)
      assert.deepEqual(
        meeting.cases,
        points.flatMap((point) => (point.case ? [caseKey(point.case)] : [])),
      )
      const written = minutesOf(meeting)
      if (status === 'closed') assert.ok(points.every(({ id }) => written[id]))
    }
  },
  30,
)

property(
  'MEET-11 a series is a chain: each sitting is followed once, counts on, and carries nothing that was settled',
  tries,
  (all) => {
    const meetings = meetingsOf(walked(all))
    const followed = meetings.flatMap(({ follows }) => follows ?? [])
    assert.equal(new Set(followed).size, followed.length)
    for (const { id, series, nth, follows, carried } of meetings) {
      const before = meetings.find((one) => one.id === follows)
      assert.equal(before === undefined, follows === null)
      assert.deepEqual([series, nth], before ? [before.series, before.nth + 1] : [id, 1])
      if (!before) assert.deepEqual(carried, [])
      else assert.equal(before.status, 'closed')
    }
  },
  30,
)

property(
  'MEET-12, MEET-16 a task is due on a working day after it was given, is settled or open, and is told once to be late',
  tries,
  (all) => {
    const walk = walked(all)
    for (const task of tasksOf(walk)) {
      const { status, settledAt, note, dueAt, madeAt, dueDay, overdueSince } = task
      assert.ok(dueAt > madeAt && isWorkingDay(aPolicy().calendar, dueDay))
      assert.equal(dayIn('Asia/Jakarta', dueAt), dueDay)
      assert.equal(settledAt !== null, status !== 'open')
      if (status === 'not-done') assert.ok(note)
      if (overdueSince !== null) assert.ok(overdueSince >= dueAt)
      const late = walk.done.filter(({ action, decision }) => action === 'task-overdue' && concerns(decision, task.id))
      assert.equal(late.length, overdueSince === null ? 0 : 1)
      const reminded = walk.done.filter(
        ({ action, decision }) => action === 'task-remind' && concerns(decision, task.id),
      )
      assert.ok(reminded.length <= 1)
    }
  },
  30,
)
const concerns = ({ changes }: Decision, id: string): boolean => changes.some((change) => change.id === id)

property(
  'MEET-8, MEET-12 who was not invited does nothing, and who was settles its own tasks and no more',
  tries,
  (all) => {
    const { done } = walked(all)
    for (const { action, who } of done) {
      if (who === 1) assert.ok(['task-done', 'task-fail'].includes(action), action)
      assert.notEqual(who, 2)
    }
  },
  30,
)

test('MEET-1 the walks take every step there is, and what only the clock does', () => {
  const samples = fc.sample(tries, { numRuns: 60, seed })
  const taken = new Set(samples.flatMap((all) => walked(all).done.map(({ action }) => action)))
  assert.deepEqual([...taken].toSorted(), [...actions, 'task-overdue', 'task-remind'].toSorted())
})
