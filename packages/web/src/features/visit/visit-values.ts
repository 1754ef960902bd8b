import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { officeId, staffId } from '@openslrt/core/kernel/id.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayIn, minuteMs, offsetMinutes, startOfDay, wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import type { ChosenPlace } from '../../platform/places/place-picker.tsx'

/** "9.30" or "09:30" as minutes after midnight; null for what is no hour. */
export function minutesOf(time: string): number | null {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[.:](\d{2})\s*$/.exec(time) ?? []
  const [hours, minutes] = [Number(hour), Number(minute)]
  return hour !== '' && hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

/** A moment as the office's clock tells it, the way a form holds it. */
export function seenAt(zone: string, now: Instant): { readonly day: string; readonly time: string } {
  const local = new Date(now + offsetMinutes(zone) * minuteMs).toISOString()
  return { day: dayIn(zone, now), time: local.slice(11, 16).replace(':', '.') }
}

/** The same moment as it goes out. */
export const momentOf = (zone: string, { day, time }: { readonly day: string; readonly time: string }): string =>
  wireOf(startOfDay(zone, day) + (minutesOf(time) ?? 0) * minuteMs)

/** What is wrong with a day and an hour. */
export const whenFaults = (
  { day, time }: { readonly day: string; readonly time: string },
  t: Say,
): Errors<{ day: string; time: string }> => ({
  ...(day === '' ? { day: t('visit.form.day.missing') } : {}),
  ...(minutesOf(time) === null ? { time: t('visit.form.when.wrong') } : {}),
})

/** A plan as its form holds it. */
export interface PlanValues {
  readonly place: ChosenPlace | null
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly trigger: string
  readonly ask: string
  readonly proposal: string
  readonly day: string
  readonly office: string
  readonly assignee: string
}

export const emptyPlan: PlanValues = {
  place: null,
  name: '',
  address: '',
  phone: '',
  trigger: '',
  ask: '',
  proposal: '',
  day: '',
  office: '',
  assignee: '',
}

/** What is wrong with a plan. */
export function planFaults({ place, name, address, trigger, day, office }: PlanValues, t: Say): Errors<PlanValues> {
  return {
    ...(place === null ? { place: t('visit.form.place.missing') } : {}),
    ...(name.trim() === '' && address.trim() === '' ? { name: t('visit.form.whom.missing') } : {}),
    ...(trigger === '' ? { trigger: t('visit.form.trigger.missing') } : {}),
    ...(day === '' ? { day: t('visit.form.day.missing') } : {}),
    ...(office === '' ? { office: t('visit.form.office.missing') } : {}),
  }
}

/** Who goes, as it goes out. */
export const givenOf = ({ office, assignee }: Pick<PlanValues, 'office' | 'assignee'>) => ({
  office: officeId.parse(office),
  assignee: assignee === '' ? null : staffId.parse(assignee),
})

/** Where a position is shown on a map of the device's own; nothing is fetched for it. */
export const mapLink = ({ lat, long }: NonNullable<VisitPage['spot']>): string => `geo:${lat},${long}`
