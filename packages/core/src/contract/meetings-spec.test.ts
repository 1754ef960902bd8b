import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import type { MeetingAction } from './meeting.ts'
import { meetingCommandData, taskClockData } from './meeting.ts'
import { meetingRoutes } from './meeting-queries.ts'

const strict = { strict: 'yes' } as const
const seats = { 'list ..61': { ...strict, office: 'id', present: 'boolean', names: 'line ..500' } }
const sitting = {
  offices: { 'list ..60': 'id' },
  startsAt: 'moment',
  lasts: 'int 15..600',
  place: 'line ..200',
  link: 'line ..500',
  points: {
    'list 1..40': {
      ...strict,
      id: 'id',
      case: { 'or null': { ...strict, district: 'ledger', id: 'id' } },
      title: 'line ..200',
    },
  },
}
const task = { ...strict, task: 'id' }

/** What each act of a meeting carries, as the specification writes it. */
const acts: Readonly<Record<MeetingAction, unknown>> = {
  call: { ...strict, ...sitting, kind: 'code', follows: 'id or null' },
  change: { ...strict, ...sitting },
  cancel: { ...strict, note: need },
  hold: { ...strict, seats },
  minute: { ...strict, seats, minutes: { 'list ..40': { ...strict, point: 'id', text: maySay } } },
  decide: {
    ...task,
    point: 'id or null',
    office: 'id',
    person: 'id or null',
    text: 'line 3..1000',
    days: 'int 1..250',
  },
  close: strict,
  'task-done': { ...task, note: maySay },
  'task-fail': { ...task, note: need },
  'task-reopen': { ...task, note: need },
}
for (const action of keysOf(acts))
  test(`WIRE-5 meeting.${action} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(meetingCommandData[action]), acts[action])
  })

test('WIRE-5 meetings have these acts and no others, and the clock names a task', () => {
  assert.deepEqual(keysOf(meetingCommandData), keysOf(acts))
  assert.deepEqual(shapeOf(taskClockData), task)
})

const names = { id: 'text', en: 'text' }
const office = { id: 'id', name: 'text' }
const statuses = 'planned|held|closed|cancelled'
const shownCase = { 'or null': { district: 'ledger', id: 'id', number: 'text', opens: 'boolean' } }
const line = {
  id: 'id',
  district: 'ledger',
  kindNames: names,
  nth: 'int',
  officeName: 'text',
  status: statuses,
  startsAt: 'int',
  points: 'int',
  openTasks: 'int',
}
const taskShape = {
  id: 'id',
  district: 'ledger',
  meeting: 'id',
  point: 'id or null',
  case: shownCase,
  officeName: 'text',
  personName: 'text or null',
  text: 'text or null',
  dueDay: 'day',
  dueAt: 'int',
  late: 'boolean',
  status: 'open|done|not-done',
  note: 'text or null',
  madeAt: 'int',
  acts: ['task-done|task-fail|task-reopen'],
} as const
const key = { strict: 'yes', district: 'ledger', id: 'id' } as const

testRoutes(meetingRoutes, {
  list: {
    at: 'GET /api/meetings/list',
    allow: 'meeting.attend',
    audit: 'MEETINGS_READ',
    query: { strict: 'yes', 'show?': 'coming|past = "coming"', 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame },
  },
  one: {
    at: 'GET /api/meetings/one',
    allow: 'meeting.attend',
    audit: 'MEETING_READ',
    query: key,
    body: nothing,
    reply: {
      id: 'id',
      district: 'ledger',
      version: 'int',
      kind: 'text',
      kindNames: names,
      nth: 'int',
      status: statuses,
      office,
      offices: [office],
      callerName: 'text',
      startsAt: 'int',
      lasts: 'int',
      zone: 'text',
      place: 'text',
      link: 'text',
      points: [{ id: 'id', case: shownCase, title: 'text or null', minutes: 'text or null' }],
      seats: [{ office: 'id', present: 'boolean', names: 'text' }],
      note: 'text or null',
      follows: 'id or null',
      tasks: [taskShape],
      carried: [taskShape],
      acts: ['change|cancel|hold|minute|decide|close'],
      next: 'int or null',
      dueDays: [{ days: 'int', day: 'day' }],
      people: [{ staff: 'id', name: 'text', office: 'id' }],
    },
  },
  tasks: {
    at: 'GET /api/meetings/tasks',
    allow: 'meeting.attend',
    audit: 'MEETING_TASKS_READ',
    query: { strict: 'yes', 'show?': 'office|mine|late|settled = "office"', 'page?': pageNumber },
    body: nothing,
    reply: { items: [taskShape], ...pageFrame, late: 'int' },
  },
  ofCase: {
    at: 'GET /api/meetings/case',
    allow: 'case.read',
    audit: 'MEETING_TASKS_OF_CASE_READ',
    query: key,
    body: nothing,
    reply: { tasks: [taskShape], mayCall: 'boolean' },
  },
  choices: {
    at: 'GET /api/meetings/choices',
    allow: 'meeting.attend',
    audit: 'MEETING_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: {
      kinds: [{ code: 'text', names, months: 'int' }],
      offices: [{ id: 'id', name: 'text', placeName: 'text', kind: 'text' }],
      zone: 'text',
    },
  },
})
