import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { MeetingLine, MeetingPage, PointLine, TaskLine } from '@openslrt/core/contract/meeting-queries.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { nextSitting, workingDayAfter } from '@openslrt/core/meeting/days.ts'
import { mayCall, mayStep } from '@openslrt/core/meeting/decide.ts'
import { maySettle } from '@openslrt/core/meeting/decide-task.ts'
import type { MeetingRow, MeetingTaskRow, NamedCase } from '@openslrt/core/meeting/meeting.ts'
import { minutesOf, pointsOf, seatsOf, venueOf } from '@openslrt/core/meeting/meeting.ts'
import { endedSitting, meetingSteps, openTask } from '@openslrt/core/meeting/moves.ts'
import type { Reference } from '../reference/index.ts'
import { kindNames, kindOn } from './load.ts'
import type { Sight } from './sight.ts'

/** Who reads, when, and what they may be told of cases. */
export interface Reading {
  readonly reader: StaffActor
  readonly reference: Reference
  readonly sight: Sight
  readonly names: ReadonlyMap<string, string>
  readonly now: number
}

const nameOfOffice = ({ reference }: Pick<Reading, 'reference'>, id: MeetingRow['office']) => ({
  id,
  name: reference.offices().get(id)?.name ?? '',
})

const dayOf = ({ reference, now }: Pick<Reading, 'reference' | 'now'>, district: string): string =>
  dayIn(reference.zoneOf(district), now)

/** A meeting in a list. */
export const meetingLineOf = (
  meeting: MeetingRow,
  openTasks: number,
  about: Pick<Reading, 'reference' | 'now'>,
): MeetingLine => ({
  id: meeting.id,
  district: meeting.district,
  kindNames: kindNames(about.reference, meeting.district, dayOf(about, meeting.district), meeting.kind),
  nth: meeting.nth,
  officeName: nameOfOffice(about, meeting.office).name,
  status: meeting.status,
  startsAt: meeting.startsAt,
  points: pointsOf(meeting).length,
  openTasks,
})

const shownCase = (named: NamedCase | null, { opens }: Sight) =>
  named && { district: named.district, id: named.id, number: named.number, opens: opens(named) }

/** The case of a task, as an agenda names it. */
export const caseOfTask = ({ caseDistrict, caseId, caseNumber }: MeetingTaskRow): NamedCase | null =>
  caseDistrict && caseId && caseNumber ? { district: caseDistrict, id: caseId, number: caseNumber } : null

/** A task as a reader sees it: its words are also its owner's, whatever case they are about. */
export function taskLineOf(task: MeetingTaskRow, calling: MeetingRow['office'] | null, about: Reading): TaskLine {
  const { reader, sight, names, now } = about
  const named = caseOfTask(task)
  const owns = task.office === reader.office
  const reads = named === null || sight.reads(named) || (owns && sight.isTold(named))
  const late = openTask.includes(task.status) && task.dueAt < now
  const steps = ['task-done', 'task-fail', 'task-reopen'] as const
  return {
    id: task.id,
    district: task.district,
    meeting: task.meeting,
    point: task.point,
    case: shownCase(named, sight),
    officeName: nameOfOffice(about, task.office).name,
    personName: task.person && (names.get(task.person) ?? null),
    text: reads ? task.text : null,
    dueDay: task.dueDay,
    dueAt: task.dueAt,
    late,
    status: task.status,
    note: reads ? task.note : null,
    madeAt: task.madeAt,
    acts: steps.filter((step) => maySettle(task, { office: calling ?? task.office }, step, reader) === null),
  }
}

function pointLineOf(point: ReturnType<typeof pointsOf>[number], minutes: string | undefined, sight: Sight): PointLine {
  const reads = point.case === null || sight.reads(point.case)
  return {
    id: point.id,
    case: shownCase(point.case, sight),
    title: reads ? point.title : null,
    minutes: reads ? (minutes ?? '') : null,
  }
}

export interface PageRows {
  readonly meeting: MeetingRow
  readonly tasks: readonly MeetingTaskRow[]
  readonly carried: readonly MeetingTaskRow[]
  readonly followed: boolean
  readonly people: readonly { readonly staff: string; readonly name: string; readonly office: string }[]
}

/** Days that a task is usually given, in working days. */
const usualDays = [1, 2, 3, 5, 7, 10, 15, 20, 40, 60] as const

/** A meeting as its page shows it. */
export function meetingPageOf({ meeting, tasks, carried, followed, people }: PageRows, about: Reading): MeetingPage {
  const { reader, reference, sight, names, now } = about
  const { district } = meeting
  const day = dayOf(about, district)
  const { calendar } = reference.policyFor(district, now, now)
  const kind = kindOn(reference, district, day, meeting.kind)
  const acts = meetingSteps.filter(
    (step) => mayStep(meeting, step, reader, kind, reference.offices().get(reader.office)) === null,
  )
  const minutes = minutesOf(meeting)
  const decides = acts.includes('decide')
  const goesOn =
    kind !== null && kind.months > 0 && endedSitting.includes(meeting.status) && !followed && leads(meeting, about, day)
  const offices = meeting.offices.map((id) => nameOfOffice(about, id))
  return {
    id: meeting.id,
    district,
    version: meeting.version,
    kind: meeting.kind,
    kindNames: kindNames(reference, district, day, meeting.kind),
    nth: meeting.nth,
    status: meeting.status,
    office: nameOfOffice(about, meeting.office),
    offices,
    callerName: names.get(meeting.caller) ?? '',
    startsAt: meeting.startsAt,
    lasts: meeting.lasts,
    zone: calendar.zone,
    ...venueOf(meeting),
    points: pointsOf(meeting).map((point) => pointLineOf(point, minutes[point.id], sight)),
    seats: seatsOf(meeting).map((seat) => ({ ...seat })),
    note: meeting.note,
    follows: meeting.follows,
    tasks: tasks.map((task) => taskLineOf(task, meeting.office, about)),
    carried: carried.map((task) => taskLineOf(task, meeting.office, about)),
    acts,
    next: goesOn ? nextSitting(calendar, meeting.startsAt, kind.months) : null,
    dueDays: decides ? usualDays.map((days) => ({ days, day: workingDayAfter(calendar, day, days) })) : [],
    people: decides
      ? people.flatMap(({ staff, name, office }) => {
          const there = offices.find(({ id }) => id === office)
          return there ? [{ staff: staffId.parse(staff), name, office: there.id }] : []
        })
      : [],
  }
}

/** Whether the reader calls meetings of this kind, at the office that called this one. */
const leads = (meeting: MeetingRow, { reader, reference }: Reading, day: string): boolean =>
  reader.office === meeting.office &&
  mayCall(kindOn(reference, meeting.district, day, meeting.kind), reader, reference.offices().get(reader.office))
