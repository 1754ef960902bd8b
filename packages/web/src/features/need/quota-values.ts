import type { QuotaLine } from '@openslrt/core/contract/need-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Errors } from '../../platform/act/use-form.ts'
import type { ChosenPlace } from '../../platform/places/place-picker.tsx'

/** What is typed of a quota. */
export interface Values {
  readonly programme: string
  readonly place: ChosenPlace | null
  readonly from: string
  readonly until: string
  readonly places: string
}

/** What stands there, or nothing yet. */
export const firstOf = (line: QuotaLine | null): Values => ({
  programme: line?.programme ?? '',
  place: line && { code: line.place, label: line.placeName },
  from: line?.from ?? '',
  until: line?.until ?? '',
  places: line ? String(line.places) : '',
})

/** What is missing or wrong before it is sent; that it fits the other quotas the server says. */
export function faultsOf(values: Values, t: Say): Errors<Values> {
  const missing = t('need.form.missing')
  return {
    ...(values.programme === '' && { programme: missing }),
    ...(!values.place && { place: missing }),
    ...(values.from === '' && { from: missing }),
    ...((values.until === '' || values.until < values.from) && { until: t('quota.form.until.wrong') }),
    ...(!/^\d{1,7}$/.test(values.places.trim()) && { places: t('quota.form.places.wrong') }),
  }
}

/** What is typed as it is sent. */
export const dataOf = ({ programme, place, from, until, places }: Values) => ({
  programme: programmeId.parse(programme),
  place: placeCode.parse(place?.code),
  from,
  until,
  places: Number(places.trim()),
})
