import { z } from 'zod'
import { caseId, meetingId, meetingTaskId, officeId, staffId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { meetingStatus, taskStatus } from '../meeting/meeting.ts'
import { ledgerCode } from '../place/code.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
const names = z.object({ id: z.string(), en: z.string() })
const office = z.object({ id: officeId, name: z.string() })
export type MeetingOffice = z.infer<typeof office>

/** A meeting in a list. */
export const meetingLine = z.object({
  id: meetingId,
  district: ledgerCode,
  kindNames: names,
  nth: z.int(),
  officeName: z.string(),
  status: meetingStatus,
  startsAt: instant,
  points: z.int(),
  openTasks: z.int(),
})
export type MeetingLine = z.infer<typeof meetingLine>

/** A task in a list. What it says is null where it is about a case that the reader may not read of. */
export const taskLine = z.object({
  id: meetingTaskId,
  district: ledgerCode,
  meeting: meetingId,
  point: z.uuid().nullable(),
  /** Whether the reader may open the case. */
  case: z.object({ district: ledgerCode, id: caseId, number: z.string(), opens: z.boolean() }).nullable(),
  officeName: z.string(),
  personName: z.string().nullable(),
  text: z.string().nullable(),
  dueDay: wireDay,
  dueAt: instant,
  late: z.boolean(),
  status: taskStatus,
  note: z.string().nullable(),
  madeAt: instant,
  /** What the reader may do with it. */
  acts: z.array(z.enum(['task-done', 'task-fail', 'task-reopen'])),
})
export type TaskLine = z.infer<typeof taskLine>

const point = z.object({
  id: z.uuid(),
  case: z.object({ district: ledgerCode, id: caseId, number: z.string(), opens: z.boolean() }).nullable(),
  /** Both null where the reader may not read of the case: then its number is all. */
  title: z.string().nullable(),
  minutes: z.string().nullable(),
})
export type PointLine = z.infer<typeof point>

/** A meeting as its page shows it. */
export const meetingPage = z.object({
  id: meetingId,
  district: ledgerCode,
  version: z.int(),
  kind: z.string(),
  kindNames: names,
  nth: z.int(),
  status: meetingStatus,
  office,
  offices: z.array(office),
  callerName: z.string(),
  startsAt: instant,
  lasts: z.int(),
  zone: z.string(),
  place: z.string(),
  link: z.string(),
  points: z.array(point),
  seats: z.array(z.object({ office: officeId, present: z.boolean(), names: z.string() })),
  note: z.string().nullable(),
  follows: meetingId.nullable(),
  tasks: z.array(taskLine),
  /** What earlier sittings left open when this one was called. */
  carried: z.array(taskLine),
  acts: z.array(z.enum(['change', 'cancel', 'hold', 'minute', 'decide', 'close'])),
  /** When the next sitting would be; null where there is none, or it was called. */
  next: instant.nullable(),
  /** For whoever decides: days that a task may be given, and people who could own it. */
  dueDays: z.array(z.object({ days: z.int(), day: wireDay })),
  people: z.array(z.object({ staff: staffId, name: z.string(), office: officeId })),
})
export type MeetingPage = z.infer<typeof meetingPage>

export const meetingShows = ['coming', 'past'] as const
export const taskShows = ['office', 'mine', 'late', 'settled'] as const

/** Questions about meetings and what they decided. */
export const meetingRoutes = {
  list: row({
    method: 'GET',
    path: '/api/meetings/list',
    summary: 'Meetings to which the acting office is invited or which it calls',
    allow: 'meeting.attend',
    audit: 'MEETINGS_READ',
    query: z.strictObject({ show: z.enum(meetingShows).default('coming'), page: pageNumber }),
    body: nothing,
    reply: page(meetingLine),
  }),
  one: row({
    method: 'GET',
    path: '/api/meetings/one',
    summary: 'One meeting with its agenda, minutes and tasks',
    allow: 'meeting.attend',
    audit: 'MEETING_READ',
    query: z.strictObject({ district: ledgerCode, id: meetingId }),
    body: nothing,
    reply: meetingPage,
  }),
  tasks: row({
    method: 'GET',
    path: '/api/meetings/tasks',
    summary: 'Tasks of meetings that the reader or the acting office owns',
    allow: 'meeting.attend',
    audit: 'MEETING_TASKS_READ',
    query: z.strictObject({ show: z.enum(taskShows).default('office'), page: pageNumber }),
    body: nothing,
    reply: page(taskLine).extend({ late: z.int() }),
  }),
  ofCase: row({
    method: 'GET',
    path: '/api/meetings/case',
    summary: 'What meetings decided about a case',
    allow: 'case.read',
    audit: 'MEETING_TASKS_OF_CASE_READ',
    query: z.strictObject({ district: ledgerCode, id: caseId }),
    body: nothing,
    reply: z.object({ tasks: z.array(taskLine), mayCall: z.boolean() }),
  }),
  choices: row({
    method: 'GET',
    path: '/api/meetings/choices',
    summary: 'Kinds of meetings that the reader may call, and offices that may be invited',
    allow: 'meeting.attend',
    audit: 'MEETING_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      kinds: z.array(z.object({ code: z.string(), names, months: z.int() })),
      offices: z.array(z.object({ id: officeId, name: z.string(), placeName: z.string(), kind: z.string() })),
      zone: z.string(),
    }),
  }),
} as const
