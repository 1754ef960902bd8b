import type { meetingCommandData } from '@openslrt/core/contract/meeting.ts'
import type { MeetingPage } from '@openslrt/core/contract/meeting-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayIn, minuteMs, offsetMinutes, wireOf } from '@openslrt/core/kernel/instant.ts'
import type { z } from 'zod'
import type { Errors } from '../../platform/act/use-form.ts'

/** A case that is put on an agenda. */
export interface PickedCase {
  readonly district: string
  readonly id: string
  readonly number: string
}
export interface PointDraft {
  readonly id: string
  readonly case: PickedCase | null
  readonly title: string
}
/** An invitation as its form holds it. */
export interface CallValues {
  readonly kind: string
  readonly day: string
  readonly time: string
  readonly lasts: string
  readonly place: string
  readonly link: string
  readonly offices: readonly string[]
  readonly points: readonly PointDraft[]
}
type Sitting = z.input<typeof meetingCommandData.change>

/** How long meetings are, in minutes. */
export const usualLengths = [30, 60, 90, 120, 180, 240, 360] as const

/** An empty invitation, with the cases that somebody comes with. */
export const newCall = (cases: readonly PickedCase[], makeId: () => string): CallValues => ({
  kind: '',
  day: '',
  time: '09.00',
  lasts: '120',
  place: '',
  link: '',
  offices: [],
  points: cases.map((one) => ({ id: makeId(), case: one, title: '' })),
})

/** A meeting as its form holds it: to be changed, or as the model of the next sitting. */
export function callOf(meeting: MeetingPage, startsAt: Instant, points: readonly PointDraft[]): CallValues {
  const { kind, zone, lasts, place, link, offices, office } = meeting
  return {
    kind,
    day: dayIn(zone, startsAt),
    time: timeIn(zone, startsAt),
    lasts: String(lasts),
    place,
    link,
    offices: offices.flatMap(({ id }) => (id === office.id ? [] : [id])),
    points,
  }
}

/** What is wrong with an invitation. */
export function callFaults({ kind, day, time, place, link, points }: CallValues, t: Say): Errors<CallValues> {
  return {
    ...(kind === '' ? { kind: t('meeting.form.kind.missing') } : {}),
    ...(day === '' ? { day: t('meeting.form.day.missing') } : {}),
    ...(minutesOf(time) === null ? { time: t('meeting.form.time.missing') } : {}),
    ...(place.trim() === '' && link.trim() === '' ? { place: t('meeting.form.where.missing') } : {}),
    ...(/^(https:\/\/\S+)?$/.test(link.trim()) ? {} : { link: t('meeting.form.link.wrong') }),
    ...(points.length === 0 ? { points: t('meeting.form.points.missing') } : {}),
  }
}

/** What goes out of it, with the moment as the office's clock tells it. */
export const sittingOf = (values: CallValues, zone: string): Sitting => ({
  offices: [...values.offices],
  startsAt: wireOf(
    Date.parse(`${values.day}T00:00:00Z`) + ((minutesOf(values.time) ?? 0) - offsetMinutes(zone)) * minuteMs,
  ),
  lasts: Number(values.lasts),
  place: values.place.trim(),
  link: values.link.trim(),
  points: values.points.map(({ id, case: of, title }) => ({
    id,
    case: of && { district: of.district, id: of.id },
    title: title.trim(),
  })),
})

/** "9.30" or "09:30" as minutes after midnight; null for what is no hour. */
export function minutesOf(time: string): number | null {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[.:](\d{2})\s*$/.exec(time) ?? []
  const [hours, minutes] = [Number(hour), Number(minute)]
  return hour !== '' && hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

function timeIn(zone: string, at: Instant): string {
  const local = new Date(at + offsetMinutes(zone) * minuteMs).toISOString()
  return local.slice(11, 16).replace(':', '.')
}
