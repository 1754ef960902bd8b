import { psksShows } from '@openslrt/core/contract/psks-queries.ts'
import { type PlaceCode, placeCode } from '@openslrt/core/place/code.ts'
import { pageOf } from '../../ui/list-address.ts'

export const listPath = '/ppks/psks'
export const coverPath = '/ppks/cakupan'
export const importPath = '/ppks/muat'
export const villagePath = (code: string): string => `/desa/${code}`
interface Of {
  readonly district: string
  readonly id: string
}
export const cardPath = ({ district, id }: Of): string => `/ppks/psks/${district}/${id}`
export const reportPath = ({ district, id }: Of, report: string): string => `/ppks/laporan/${district}/${id}/${report}`

export interface PsksFilter {
  readonly show: (typeof psksShows)[number]
  readonly kind: string | undefined
  readonly place: PlaceCode | undefined
  readonly q: string | undefined
  readonly page: number
}

/** What an address asks to see; a value that is none is left out. */
export function filterOf(search: string): PsksFilter {
  const params = new URLSearchParams(search)
  return {
    show: psksShows.find((one) => one === params.get('lihat')) ?? 'active',
    kind: params.get('jenis') ?? undefined,
    place: placeCode.safeParse(params.get('wilayah')).data,
    q: params.get('cari') ?? undefined,
    page: pageOf(search),
  }
}
