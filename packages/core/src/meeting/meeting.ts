import { z } from 'zod'
import type { CaseId, MeetingId, MeetingTaskId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'

/** Where a meeting stands, and a task that was decided there. The tables of moves say what may follow what. */
export const meetingStatuses = ['planned', 'held', 'closed', 'cancelled'] as const
export const meetingStatus = z.enum(meetingStatuses)
export type MeetingStatus = z.infer<typeof meetingStatus>
export const taskStatuses = ['open', 'done', 'not-done'] as const
export const taskStatus = z.enum(taskStatuses)
export type TaskStatus = z.infer<typeof taskStatus>

/** A case as an agenda or a task names it: its number says nothing of anybody. */
export type NamedCase = { readonly district: LedgerCode; readonly id: CaseId; readonly number: string }

/** What is talked about: a case, or a matter without one. */
export type Point = { readonly id: string; readonly case: NamedCase | null; readonly title: string }

/** Who came for an office, in words: half of them have no account. */
export type Seat = { readonly office: OfficeId; readonly present: boolean; readonly names: string }

/** Where people meet: a room, a link, or both. */
export type Venue = { readonly place: string; readonly link: string }

/** A meeting (rapat). What was typed lies in sealed fields, as JSON. */
export type MeetingRow = {
  readonly id: MeetingId
  readonly district: LedgerCode
  readonly version: number
  readonly kind: string
  /** The office that calls, and all that take part, the calling one first. */
  readonly office: OfficeId
  readonly offices: readonly OfficeId[]
  readonly caller: StaffId
  readonly status: MeetingStatus
  readonly startsAt: Instant
  /** Minutes that are set aside. */
  readonly lasts: number
  readonly venue: string
  readonly agenda: string
  /** The cases of the agenda, each as `district/id`: by these it is found. */
  readonly cases: readonly string[]
  readonly attendance: string | null
  readonly minutes: string | null
  /** A standing meeting: its first sitting, which sitting this is, the one before, and the tasks that it left open. */
  readonly series: MeetingId
  readonly nth: number
  readonly follows: MeetingId | null
  readonly carried: readonly string[]
  /** Why it was cancelled. */
  readonly note: string | null
  readonly calledAt: Instant
  readonly changedAt: Instant
  readonly heldAt: Instant | null
  readonly closedAt: Instant | null
}

/** What a meeting decided: who does what until when. */
export type MeetingTaskRow = {
  readonly id: MeetingTaskId
  readonly district: LedgerCode
  readonly version: number
  readonly meeting: MeetingId
  readonly series: MeetingId
  readonly point: string | null
  readonly caseDistrict: LedgerCode | null
  readonly caseId: CaseId | null
  readonly caseNumber: string | null
  /** Who owns it: an office, and a person there where one was named; and all offices of the meeting, who see it. */
  readonly office: OfficeId
  readonly person: StaffId | null
  readonly offices: readonly OfficeId[]
  readonly text: string
  readonly dueDay: Day
  readonly dueAt: Instant
  readonly remindAt: Instant | null
  readonly overdueSince: Instant | null
  readonly status: TaskStatus
  readonly note: string | null
  readonly madeAt: Instant
  readonly settledAt: Instant | null
  readonly changedAt: Instant
}

/** A case as agendas are searched for it. */
export const caseKey = ({ district, id }: { readonly district: string; readonly id: string }): string =>
  `${district}/${id}`

const point: z.ZodType<Point> = z.object({
  id: z.uuid(),
  case: z.custom<NamedCase>((read) => typeof read === 'object' && read !== null).nullable(),
  title: z.string(),
})
const seat = z.custom<Seat>((read) => typeof read === 'object' && read !== null)
const read = <Value>(schema: z.ZodType<Value>, words: string | null, none: Value): Value =>
  words === null ? none : schema.parse(JSON.parse(words))

/** The parts of a meeting that lie sealed, read back. */
export const pointsOf = ({ agenda }: Pick<MeetingRow, 'agenda'>): readonly Point[] => read(z.array(point), agenda, [])
export const seatsOf = ({ attendance }: Pick<MeetingRow, 'attendance'>): readonly Seat[] =>
  read(z.array(seat), attendance, [])
export const venueOf = ({ venue }: Pick<MeetingRow, 'venue'>): Venue =>
  read(z.object({ place: z.string(), link: z.string() }), venue, { place: '', link: '' })
export const minutesOf = ({ minutes }: Pick<MeetingRow, 'minutes'>): Readonly<Record<string, string>> =>
  read(z.record(z.string(), z.string()), minutes, {})
