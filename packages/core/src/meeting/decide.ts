import type { Actor, StaffActor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import type { MeetingData, MeetingMove, MeetingMoveOf } from '../contract/meeting.ts'
import type { CaseId, MeetingId, OfficeId, StaffId } from '../kernel/id.ts'
import { dayIn, dayMs, instantOf } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import type { OfficeRow } from '../office/office.ts'
import type { LedgerCode } from '../place/code.ts'
import { ledgerOf } from '../place/code.ts'
import { taskTimes } from './days.ts'
import { settleTask } from './decide-task.ts'
import type { MeetingKind } from './kinds.ts'
import type { MeetingRow, MeetingTaskRow, NamedCase, Point } from './meeting.ts'
import { caseKey, minutesOf, pointsOf } from './meeting.ts'
import type { MeetingStep } from './moves.ts'
import { calledMeeting, endedSitting, givenTask, meetingRule, openTask } from './moves.ts'
import type { MeetingRefusal } from './refusal.ts'
import type { MeetingAnswer, MeetingLook, MeetingScene } from './scene.ts'
import { decision } from './scene.ts'

/** How long after it took place a meeting may still be put on record. */
const longestBackDays = 30

/** MEET-1 to MEET-16 Decides one act of a meeting. Pure, resolved whole. */
export function decideMeeting(
  id: MeetingId,
  move: MeetingMove,
  actor: Actor,
  look: MeetingLook,
  policy: Policy,
): MeetingAnswer {
  if (actor.kind !== 'staff' || !actor.permissions.has('meeting.attend'))
    return no({ code: 'not-permitted', needs: ['meeting.attend'] })
  const scene = { look, actor, policy }
  const { meeting } = look
  if (move.action === 'call') return meeting ? no({ code: 'already-so' }) : call(scene, id, move.data)
  if (!meeting) return no({ code: 'unknown-meeting' })
  if (move.action === 'task-done' || move.action === 'task-fail' || move.action === 'task-reopen')
    return settleTask(scene, meeting, move)
  const refusal = mayStep(meeting, move.action, actor, look.kind(meeting.kind), policy.offices.get(actor.office))
  return refusal ? no(refusal) : step(scene, meeting, move)
}

function step(scene: MeetingScene, meeting: MeetingRow, move: MeetingMoveOf<MeetingStep>): MeetingAnswer {
  switch (move.action) {
    case 'change':
      return change(scene, meeting, move.data)
    case 'cancel':
      return moved(scene, meeting, 'cancel', { note: move.data.note })
    case 'hold':
      return hold(scene, meeting, move.data)
    case 'minute':
      return minute(scene, meeting, move.data)
    case 'decide':
      return decide(scene, meeting, move.data)
    case 'close':
      return close(scene, meeting)
  }
}

/** MEET-7 Whether somebody may call meetings of a kind where they act. */
export const mayCall = (kind: MeetingKind | null, actor: StaffActor, office: OfficeRow | undefined): boolean =>
  kind !== null &&
  office !== undefined &&
  kind.callers.some(
    ({ offices, rights }) => offices.includes(office.kind) && rights.some((right) => actor.permissions.has(right)),
  )

/** MEET-8 Why this actor may not take a step with a meeting now; null where they may. */
export function mayStep(
  meeting: MeetingRow,
  action: MeetingStep,
  actor: Actor,
  kind: MeetingKind | null,
  own: OfficeRow | undefined,
): MeetingRefusal | null {
  if (actor.kind !== 'staff' || !actor.permissions.has('meeting.attend'))
    return { code: 'not-permitted', needs: ['meeting.attend'] }
  if (actor.office !== meeting.office) return { code: 'not-here', office: meeting.office }
  // A kind that its list has dropped meanwhile is led to its end by whoever attends at the calling office.
  if (kind && !mayCall(kind, actor, own)) return { code: 'meeting-not-yours' }
  const { from } = meetingRule(action)
  return from.includes(meeting.status)
    ? null
    : { code: 'wrong-meeting-status', status: meeting.status, allowedFrom: from }
}

function call(scene: MeetingScene, id: MeetingId, data: MeetingData['call']): MeetingAnswer {
  const { look, actor, policy } = scene
  const own = policy.offices.get(actor.office)
  const kind = look.kind(data.kind)
  if (!kind) return no({ code: 'unknown-meeting-kind' })
  if (!own || !mayCall(kind, actor, own)) return no({ code: 'meeting-not-yours' })
  const sitting = sittingOf(scene, actor.office, data)
  if (!sitting.ok) return sitting
  const series = seriesOf(look, id, data, kind, actor.office)
  if (!series.ok) return series
  const set = {
    district: ledgerOf(own.place),
    kind: data.kind,
    office: actor.office,
    caller: actor.staff,
    status: calledMeeting,
    ...sitting.value,
    attendance: null,
    minutes: null,
    ...series.value,
    note: null,
    calledAt: policy.now,
    changedAt: policy.now,
    heldAt: null,
    closedAt: null,
  }
  return ok(decision(scene, 'meeting-call', '', {}, [{ table: 'meeting', id, base: 0, set }]))
}

type Sitting = Pick<MeetingRow, 'offices' | 'startsAt' | 'lasts' | 'venue' | 'agenda' | 'cases'>

/** What calling and changing have in common: who, when, where, about what. */
function sittingOf(
  { look, policy }: MeetingScene,
  own: OfficeId,
  data: MeetingData['change'],
): Result<Sitting, MeetingRefusal> {
  const startsAt = instantOf(data.startsAt)
  if (startsAt < policy.now - longestBackDays * dayMs) return no({ code: 'meeting-long-past' })
  const offices = [...new Set([own, ...data.offices])]
  for (const id of offices) {
    const office = policy.offices.get(id)
    if (!office) return no({ code: 'unknown-office' })
    if (!office.active) return no({ code: 'office-not-active' })
  }
  const points = agendaOf(look, data.points)
  if (!points.ok) return points
  const venue = canonical({ place: data.place, link: data.link })
  const cases = points.value.flatMap((point) => (point.case ? [caseKey(point.case)] : []))
  return ok({ offices, startsAt, lasts: data.lasts, venue, agenda: canonical(points.value), cases })
}

function agendaOf({ cases }: MeetingLook, typed: MeetingData['change']['points']): Result<Point[], MeetingRefusal> {
  const points: Point[] = []
  for (const { id, case: asked, title } of typed) {
    const named = asked && cases.get(caseKey(asked))
    if (asked && !named) return no({ code: 'unknown-agenda-case' })
    if (!asked && title === '') return no({ code: 'agenda-empty' })
    points.push({ id, case: named ?? null, title })
  }
  const ids = new Set(points.map(({ id }) => id))
  const keys = points.flatMap((point) => (point.case ? [caseKey(point.case)] : []))
  return ids.size === points.length && new Set(keys).size === keys.length ? ok(points) : no({ code: 'agenda-twice' })
}

type Series = Pick<MeetingRow, 'series' | 'nth' | 'follows' | 'carried'>

/** MEET-11 The next sitting of a standing meeting takes over what is still open. */
function seriesOf(
  { former }: MeetingLook,
  id: MeetingId,
  { follows, kind: code }: MeetingData['call'],
  kind: MeetingKind,
  office: OfficeId,
): Result<Series, MeetingRefusal> {
  if (follows === null) return ok({ series: id, nth: 1, follows, carried: [] })
  const before = former?.meeting
  const stands = kind.months > 0 && before?.id === follows && before.kind === code && before.office === office
  if (!former || !stands || former.followed || !endedSitting.includes(former.meeting.status))
    return no({ code: 'no-next-sitting' })
  const { series, nth } = former.meeting
  return ok({ series, nth: nth + 1, follows, carried: former.open })
}

function change(scene: MeetingScene, meeting: MeetingRow, data: MeetingData['change']): MeetingAnswer {
  const kept = new Map(
    pointsOf(meeting).flatMap(({ case: of, title }) => (of ? [[caseKey(of), { of, title }] as const] : [])),
  )
  // What stands on the agenda stays there, and says the same, also where somebody changes it who may not see that case.
  const points = data.points.map((point) => {
    const key = point.case ? caseKey(point.case) : ''
    const before = kept.get(key)
    return before && !scene.look.cases.has(key) ? { ...point, title: before.title } : point
  })
  const known = [...kept].map(([key, { of }]) => [key, of] as const)
  const look = { ...scene.look, cases: new Map([...known, ...scene.look.cases]) }
  const sitting = sittingOf({ ...scene, look }, meeting.office, { ...data, points })
  return sitting.ok ? moved(scene, meeting, 'change', sitting.value) : sitting
}

function hold(scene: MeetingScene, meeting: MeetingRow, { seats }: MeetingData['hold']): MeetingAnswer {
  const { policy } = scene
  const day = dayIn(policy.calendar.zone, meeting.startsAt)
  if (policy.day < day) return no({ code: 'meeting-not-yet', until: meeting.startsAt })
  const attendance = seatsIn(meeting, seats)
  return attendance
    ? moved(scene, meeting, 'hold', { attendance, heldAt: policy.now })
    : no({ code: 'office-not-invited' })
}

function minute(scene: MeetingScene, meeting: MeetingRow, data: MeetingData['minute']): MeetingAnswer {
  const attendance = seatsIn(meeting, data.seats)
  if (!attendance) return no({ code: 'office-not-invited' })
  const known = new Set(pointsOf(meeting).map(({ id }) => id))
  if (data.minutes.some(({ point }) => !known.has(point))) return no({ code: 'unknown-point' })
  const minutes = { ...minutesOf(meeting), ...Object.fromEntries(data.minutes.map(({ point, text }) => [point, text])) }
  return moved(scene, meeting, 'minute', { attendance, minutes: canonical(minutes) })
}

/** Who came, of those who were invited; null where an office is named that was not. */
const seatsIn = ({ offices }: MeetingRow, seats: MeetingData['hold']['seats']): string | null =>
  seats.every(({ office }) => offices.includes(office)) ? canonical(seats) : null

/** MEET-9 A decision becomes a task: of an office that takes part, until a working day of the place. */
function decide(scene: MeetingScene, meeting: MeetingRow, data: MeetingData['decide']): MeetingAnswer {
  const { look, policy } = scene
  const point = pointsOf(meeting).find(({ id }) => id === data.point)
  const refusal = unfitTask(meeting, data, point, look.staffThere)
  if (refusal) return no(refusal)
  const set = {
    district: meeting.district,
    meeting: meeting.id,
    series: meeting.series,
    point: data.point,
    ...caseOf(point?.case ?? null),
    office: data.office,
    person: data.person,
    offices: meeting.offices,
    text: data.text,
    ...taskTimes(policy.calendar, policy.now, data.days),
    overdueSince: null,
    status: givenTask,
    note: null,
    madeAt: policy.now,
    settledAt: null,
    changedAt: policy.now,
  }
  const task: Change = { table: 'meetingTask', id: data.task, base: 0, set }
  return moved(scene, meeting, 'decide', {}, [task])
}

const caseOf = (
  named: NamedCase | null,
): { caseDistrict: LedgerCode | null; caseId: CaseId | null; caseNumber: string | null } => ({
  caseDistrict: named?.district ?? null,
  caseId: named?.id ?? null,
  caseNumber: named?.number ?? null,
})

function unfitTask(
  { offices }: MeetingRow,
  { point: asked, office, person }: MeetingData['decide'],
  point: Point | undefined,
  staffThere: ReadonlySet<StaffId>,
): MeetingRefusal | null {
  if (asked !== null && !point) return { code: 'unknown-point' }
  if (!offices.includes(office)) return { code: 'office-not-invited' }
  return person !== null && !staffThere.has(person) ? { code: 'assignee-not-here' } : null
}

/** MEET-6 A meeting is closed when something is written under each point of its agenda. */
function close(scene: MeetingScene, meeting: MeetingRow): MeetingAnswer {
  const minutes = minutesOf(meeting)
  const count = pointsOf(meeting).filter(({ id }) => !minutes[id]).length
  return count > 0
    ? no({ code: 'minutes-missing', count })
    : moved(scene, meeting, 'close', { closedAt: scene.policy.now })
}

function moved(
  scene: MeetingScene,
  meeting: MeetingRow,
  action: MeetingStep,
  set: Partial<MeetingRow>,
  more: readonly Change[] = [],
): MeetingAnswer {
  const { id: _id, version: _version, ...fields } = set
  const to = { ...fields, status: meetingRule(action).to, changedAt: scene.policy.now }
  const own: Change = { table: 'meeting', id: meeting.id, base: meeting.version, set: to }
  return ok(decision(scene, `meeting-${action}`, set.note ?? '', {}, [own, ...more]))
}

/** The tasks of a series that are still open: what its next sitting takes over. */
export const openIn = (tasks: readonly Pick<MeetingTaskRow, 'id' | 'status'>[]): readonly string[] =>
  tasks.filter(({ status }) => openTask.includes(status)).map(({ id }) => id)
