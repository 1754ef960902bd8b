import { ppksShows } from '@openslrt/core/contract/ppks-queries.ts'
import { type PlaceCode, placeCode } from '@openslrt/core/place/code.ts'
import { pageOf } from '../../ui/list-address.ts'

export const listPath = '/ppks'
export const countsPath = '/ppks/jumlah'
export const cardPath = ({ district, id }: { readonly district: string; readonly id: string }): string =>
  `/ppks/${district}/${id}`

export interface PpksFilter {
  readonly show: (typeof ppksShows)[number]
  readonly type: string | undefined
  readonly place: PlaceCode | undefined
  readonly year: number | undefined
  readonly page: number
}

/** What an address asks to see; a value that is none is left out, so that old links and slips still show a list. */
export function filterOf(search: string): PpksFilter {
  const params = new URLSearchParams(search)
  const year = Number(params.get('tahun') ?? '')
  return {
    show: ppksShows.find((one) => one === params.get('lihat')) ?? 'open',
    type: params.get('jenis') ?? undefined,
    place: placeCode.safeParse(params.get('wilayah')).data,
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined,
    page: pageOf(search),
  }
}
