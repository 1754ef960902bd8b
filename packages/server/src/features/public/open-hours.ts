import { sayOpen } from '@openslrt/core/i18n/say-open.ts'
import { sayHours } from '@openslrt/core/i18n/say-standing.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { openAt, weekOn } from '@openslrt/core/office/hours.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PublicParts } from './parts.ts'

/** When an office is open, and whether it is now: by its own hours where it has any, else by its district's. */
export function openHours(
  { reference }: Pick<PublicParts, 'reference'>,
  office: Pick<OfficeRow, 'id' | 'place'>,
  lang: Lang,
  now: number,
): { readonly hours: string; readonly open: string } {
  const { calendar } = reference.policyFor(ledgerOf(office.place), now, now)
  const own = reference.ownWeeks(office.id)
  const week = weekOn(own, dayIn(calendar.zone, now)) ?? calendar.week
  return {
    hours: sayHours(lang, { ...calendar, week }),
    open: sayOpen(lang, openAt(own, calendar, now), now, calendar.zone),
  }
}

/** The same of an office by its id; nothing is said of one that this process does not know yet. */
export function openOf(parts: Pick<PublicParts, 'reference'>, id: OfficeRow['id'], lang: Lang, now = Date.now()) {
  const office = parts.reference.offices().get(id)
  return office ? openHours(parts, office, lang, now) : { hours: '', open: '' }
}
