import { placeShows } from '@openslrt/core/contract/independence-queries.ts'
import type { Dimension } from '@openslrt/core/independence/instrument.ts'
import { dimensions } from '@openslrt/core/independence/instrument.ts'
import { pageOf } from '../../ui/list-address.ts'

export const homePath = '/kemandirian'
export const instrumentPath = '/kemandirian/instrumen'
export const resultPath = (district: string, id: string): string => `${homePath}/${district}/${id}`
export const fillPath = (district: string, id: string): string => `${homePath}/isi/${district}/${id}`
export const judgePath = (district: string, id: string): string => `${homePath}/periksa/${district}/${id}`

export const withPart = (path: string, part: Dimension): string => `${path}?bagian=${part}`

/** The part that an address asks for; the first, where it asks for none. */
export const partIn = (search: string): Dimension => {
  const asked = new URLSearchParams(search).get('bagian')
  return dimensions.find((one) => one === asked) ?? 'regulation'
}

/** The part that follows; null after the last. */
export const nextPart = (part: Dimension): Dimension | null => dimensions[dimensions.indexOf(part) + 1] ?? null

/** What the list of districts is narrowed to. */
export function placesIn(search: string, present: number) {
  const params = new URLSearchParams(search)
  const asked = Number(params.get('tahun'))
  return {
    year: Number.isInteger(asked) && asked >= 2016 && asked <= present ? asked : present,
    show: placeShows.find((one) => one === params.get('lihat')) ?? 'all',
    q: (params.get('cari') ?? '').slice(0, 60),
    page: pageOf(search),
  }
}
