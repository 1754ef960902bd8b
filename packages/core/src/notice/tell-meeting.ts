import type { OfficeId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { MeetingRow, MeetingTaskRow } from '../meeting/meeting.ts'
import type { MeetingWord } from './staff-words.ts'
import type { Notice, Told, Whom } from './tell.ts'

type Meeting = Pick<MeetingRow, 'office' | 'offices' | 'caller' | 'startsAt'>
type Task = Pick<MeetingTaskRow, 'office' | 'person' | 'dueAt'>
type Reader = Exclude<Whom, { kind: 'citizen' }>

/** MEET-19 Whom an entry of a meeting tells what. `task` is the one that it is about. Nobody is told what they did. */
export function meetingNoticesOf(entry: Told, meeting: Meeting, task: Task | null): readonly Notice[] {
  const of = aboutMeeting(entry, meeting) ?? (task ? aboutTask(entry, meeting, task) : [])
  return of.filter(({ whom }) => !(whom.kind === 'staff' && entry.actor === `staff:${whom.staff}`))
}

const toAll: ReadonlyMap<string, MeetingWord> = new Map([
  ['meeting.call', 'meeting-called'],
  ['meeting.change', 'meeting-changed'],
  ['meeting.cancel', 'meeting-cancelled'],
])

function aboutMeeting({ kind }: Told, { office, offices, startsAt }: Meeting): readonly Notice[] | null {
  const what = toAll.get(kind)
  if (!what) return null
  return offices.filter((one) => one !== office).map((one) => told(atOffice(one), what, office, startsAt))
}

function aboutTask(entry: Told, meeting: Meeting, task: Task): readonly Notice[] {
  const owner = task.person ? ({ kind: 'staff', staff: task.person } as const) : atOffice(task.office)
  const caller = { kind: 'staff', staff: meeting.caller } as const
  switch (entry.kind) {
    case 'meeting.decide':
    case 'meeting.task-reopen':
      return [told(owner, 'task-given', meeting.office, task.dueAt)]
    case 'meeting.task-remind':
      return [told(owner, 'task-due', meeting.office, task.dueAt)]
    case 'meeting.task-overdue':
      // Whoever called may own the task as well: nobody is told twice.
      return (task.person === meeting.caller ? [owner] : [owner, caller]).map((whom) =>
        told(whom, 'task-late', task.office, task.dueAt),
      )
    case 'meeting.task-done':
    case 'meeting.task-fail':
      return [told(caller, 'task-settled', task.office, null)]
    default:
      return []
  }
}

const atOffice = (office: OfficeId): Reader => ({ kind: 'office', office, rights: ['meeting.attend'] })

const told = (whom: Reader, what: MeetingWord, office: OfficeId, until: Instant | null): Notice => ({
  whom,
  what,
  says: { office, until, step: null, act: null },
})
