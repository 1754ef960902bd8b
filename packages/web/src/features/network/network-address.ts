import { type NetworkShow, networkShows } from '@openslrt/core/contract/network-queries.ts'
import type { Connection, Initiator, NetworkKind } from '@openslrt/core/network/kinds.ts'
import { connections, initiators, networkKinds } from '@openslrt/core/network/kinds.ts'
import { type PlaceCode, placeCode } from '@openslrt/core/place/code.ts'
import { pageOf } from '../../ui/list-address.ts'

export const listPath = '/jaringan'
export const growthPath = `${listPath}/pertumbuhan`
export const cardPath = ({ district, id }: { readonly district: string; readonly id: string }): string =>
  `${listPath}/${district}/${id}`

export interface NetworkFilter {
  readonly show: NetworkShow | undefined
  readonly kind: NetworkKind | undefined
  readonly cohort: number | undefined
  readonly initiator: Initiator | undefined
  readonly connection: Connection | undefined
  readonly place: PlaceCode | undefined
  readonly q: string | undefined
}

/** What an address asks to see; a value that is none is left out. */
export function filterOf(search: string): NetworkFilter {
  const params = new URLSearchParams(search)
  const oneOf = <Name extends string>(names: readonly Name[], key: string): Name | undefined =>
    names.find((name) => name === params.get(key))
  return {
    show: oneOf(networkShows, 'keadaan'),
    kind: oneOf(networkKinds, 'jenis'),
    cohort: yearOf(params.get('angkatan')),
    initiator: oneOf(initiators, 'oleh'),
    connection: oneOf(connections, 'sambungan'),
    place: placeCode.safeParse(params.get('wilayah')).data,
    q: params.get('cari')?.slice(0, 60) || undefined,
  }
}

/** The page of the list with it. */
export const queryOf = (search: string) => ({ ...filterOf(search), page: pageOf(search) })

const yearOf = (typed: string | null): number | undefined =>
  typed !== null && /^20\d\d$/.test(typed) ? Number(typed) : undefined
