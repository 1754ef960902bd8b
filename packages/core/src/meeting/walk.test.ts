import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { MeetingAction, MeetingMove } from '../contract/meeting.ts'
import { meetingCommandData } from '../contract/meeting.ts'
import { hourMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { payload } from '../ledger/payload.ts'
import { agendaCase, meetingData, shippedKind } from '../testing/a-meeting.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { decideMeeting, openIn } from './decide.ts'
import { decideAsClock, taskClockWants } from './decide-task.ts'
import type { MeetingRow, MeetingTaskRow } from './meeting.ts'
import { caseKey, minutesOf, pointsOf } from './meeting.ts'
import {
  comingMeeting,
  endedSitting,
  meetingRule,
  meetingSteps,
  openTask,
  settledTask,
  taskRule,
  taskSteps,
} from './moves.ts'

const actions: readonly MeetingAction[] = keysOf(meetingCommandData)
const step = fc.record({
  action: fc.constantFrom<MeetingAction | 'clock'>(...actions, 'hold', 'minute', 'decide', 'decide', 'clock'),
  by: fc.constantFrom(offices.district, offices.district, offices.district, offices.hospital, offices.village),
  meeting: fc.integer({ min: 1, max: 3 }),
  task: fc.integer({ min: 1, max: 4 }),
  hours: fc.integer({ min: 0, max: 60 }),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
const walks = fc.array(step, { minLength: 1, maxLength: 40 })

/** The meetings of one ledger as it folds them, while people and the clock try whatever they like with them. */
class Walk {
  readonly world = emptyWorld()
  now = monday

  get meetings(): readonly MeetingRow[] {
    return [...this.world.rows.meeting.values()] as unknown as MeetingRow[]
  }
  get tasks(): readonly MeetingTaskRow[] {
    return [...this.world.rows.meetingTask.values()] as unknown as MeetingTaskRow[]
  }

  /** Tries a step; gives what it changed, or nothing when the law said no. */
  tries(one: Step) {
    this.now += one.hours * hourMs
    const decided = one.action === 'clock' ? this.ticks(one) : this.acts(one.action, one)
    if (!decided?.ok) return []
    // Written down and read again, as a ledger does.
    return evolve(this.world, '34.04', payload(JSON.parse(JSON.stringify(payloadOf(decided.value)))))
  }

  ticks({ task: nth }: Step) {
    const task = this.tasks.find(({ id }) => id === ids.task(nth))
    const wants = task && taskClockWants(task, this.now)
    return task && wants ? decideAsClock(task, wants, aPolicy(this.now)) : null
  }

  acts(action: MeetingAction, { by, meeting: nth, task }: Step) {
    const id = ids.meeting(nth)
    if (action === 'decide' && this.world.rows.meetingTask.has(ids.task(task))) return null
    const before = this.meetings.find((one) => one.id === ids.meeting(nth - 1))
    const own = { task: ids.task(task), follows: before?.id ?? null }
    const data = Object.fromEntries(
      Object.entries(meetingData[action]).map(([name, value]) => [
        name,
        Object.entries(own).find(([key]) => key === name)?.[1] ?? value,
      ]),
    )
    const look = {
      meeting: this.meetings.find((one) => one.id === id) ?? null,
      tasks: this.tasks.filter((one) => one.meeting === id),
      kind: shippedKind,
      cases: new Map([[caseKey(agendaCase), agendaCase]]),
      former: before
        ? {
            meeting: before,
            followed: this.meetings.some(({ follows }) => follows === before.id),
            open: openIn(this.tasks.filter(({ series }) => series === before.series)),
          }
        : null,
      staffThere: new Set<never>(),
    }
    return decideMeeting(id, { action, data } as MeetingMove, almighty(by), look, aPolicy(this.now))
  }
}

property(
  'MEET-1 whatever people try, a meeting only goes where its table leads, and its office leads it',
  walks,
  (tried) => {
    const walk = new Walk()
    for (const one of tried)
      for (const { table, before, after } of walk.tries(one)) {
        if (table !== 'meeting') continue
        assert.equal(one.by.id, after['office'])
        if (!before) continue
        const way = meetingSteps.some((name) => {
          const { from, to } = meetingRule(name)
          return from.some((status) => status === before['status']) && to === after['status']
        })
        assert.ok(way, `${String(before['status'])} to ${String(after['status'])}`)
      }
  },
)

property(
  'MEET-12 whatever people try, a task only goes where its table leads, and never by an office beside',
  walks,
  (tried) => {
    const walk = new Walk()
    for (const one of tried)
      for (const { table, before, after } of walk.tries(one)) {
        if (table !== 'meetingTask' || !before) continue
        const caller = walk.meetings.find(({ id }) => id === after['meeting'])?.office
        if (one.action !== 'clock') assert.ok([after['office'], caller].includes(one.by.id))
        const way = taskSteps.some((name) => {
          const { from, to } = taskRule(name)
          return from.some((status) => status === before['status']) && to === after['status']
        })
        assert.ok(way, `${String(before['status'])} to ${String(after['status'])}`)
      }
  },
)

property(
  'MEET-6 whatever people try, a closed meeting has minutes under each point, and says the same for ever',
  walks,
  (tried) => {
    const walk = new Walk()
    const closed = new Map<string, string>()
    for (const one of tried) {
      walk.tries(one)
      for (const meeting of walk.meetings.filter(({ status }) => endedSitting.includes(status))) {
        const minutes = minutesOf(meeting)
        for (const { id } of pointsOf(meeting)) assert.ok(minutes[id])
        const said = JSON.stringify(meeting)
        assert.equal(closed.get(meeting.id) ?? said, said)
        closed.set(meeting.id, said)
      }
    }
  },
)

property(
  'MEET-11 whatever people try, a series has one sitting after the other, each carrying what was open',
  walks,
  (tried) => {
    const walk = new Walk()
    for (const one of tried) {
      const open = openIn(walk.tasks)
      for (const { table, before, after } of walk.tries(one))
        if (table === 'meeting' && !before) assertFollows(walk, String(after.id), open)
      const followed = walk.meetings.flatMap(({ follows }) => follows ?? [])
      assert.equal(new Set(followed).size, followed.length)
    }
  },
)

property(
  'MEET-16 whatever people try, a task is late after its day alone, and once settled nothing presses it',
  walks,
  (tried) => {
    const walk = new Walk()
    for (const one of tried) {
      walk.tries(one)
      for (const task of walk.tasks) {
        if (task.overdueSince !== null) assert.ok(task.overdueSince >= task.dueAt && task.remindAt === null)
        assert.equal(task.settledAt !== null, settledTask.includes(task.status))
        if (!openTask.includes(task.status)) assert.equal(taskClockWants(task, walk.now), null)
        const meeting = walk.meetings.find(({ id }) => id === task.meeting)
        assert.ok(meeting && meeting.heldAt !== null && meeting.offices.includes(task.office))
        assert.ok(comingMeeting.includes(meeting.status) || meeting.closedAt !== null)
      }
    }
  },
)

function assertFollows({ meetings }: Walk, fresh: string, open: readonly string[]): void {
  const sitting = meetings.find(({ id }) => id === fresh)
  const former = meetings.find(({ id }) => id === sitting?.follows)
  assert.equal(sitting?.nth, (former?.nth ?? 0) + 1)
  if (former) assert.ok(endedSitting.includes(former.status) && former.series === sitting?.series)
  for (const id of sitting?.carried ?? []) assert.ok(open.includes(id))
}
