import { coverageMonths, coverageShows, coverageSorts } from '@openslrt/core/contract/activity.ts'
import type { Month } from '@openslrt/core/figures/month.ts'
import { firstAfter, month, monthOf } from '@openslrt/core/figures/month.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { pageOf } from '../../ui/list-address.ts'

export const listPath = '/kegiatan'
export const coverPath = '/kegiatan/cakupan'
/** One's own report, whoever one is. */
export const ownPath = '/kegiatan/saya'

const text = (params: URLSearchParams, name: string): string => (params.get(name) ?? '').slice(0, 60)

/** The month that an address asks for; this one, where it asks for none or for one to come. */
export function monthIn(search: string, zone: string, now: number): Month {
  const present = monthOf(dayIn(zone, now))
  const asked = month.safeParse(new URLSearchParams(search).get('bulan')).data
  return asked !== undefined && asked < present ? asked : present
}

/** The months beside one: none after the present. */
export function monthsBeside(
  of: Month,
  zone: string,
  now: number,
): { readonly before: Month; readonly after: Month | null } {
  const after = monthOf(firstAfter(of, 1))
  return { before: monthOf(firstAfter(of, -1)), after: after > monthOf(dayIn(zone, now)) ? null : after }
}

/** What the list of facilitators is narrowed to. */
export function peopleIn(search: string) {
  const params = new URLSearchParams(search)
  const village = villageCode.safeParse(params.get('desa')).data
  return { q: text(params, 'cari'), page: pageOf(search), ...(village && { village }) }
}

/** Which villages are listed, and how. */
export function coverIn(search: string) {
  const params = new URLSearchParams(search)
  return {
    show: coverageShows.find((one) => one === params.get('lihat')) ?? 'unvisited',
    months: coverageMonths.find((one) => one === params.get('selama')) ?? '3',
    sort: coverageSorts.find((one) => one === params.get('urut')) ?? 'last',
    q: text(params, 'cari'),
    page: pageOf(search),
  }
}
