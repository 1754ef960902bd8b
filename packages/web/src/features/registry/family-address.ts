import { type CompleteBand, completeBands } from '@openslrt/core/contract/registry-queries.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { type FamilyStatus, familyStatuses } from '@openslrt/core/registry/registry.ts'
import { pageOf } from '../../ui/list-address.ts'

export const familiesPath = '/keluarga'
export const familyHref = ({ district, id }: { readonly district: string; readonly id: string }): string =>
  `${familiesPath}/${district}/${id}`
export const personHref = ({ district, id }: { readonly district: string; readonly id: string }): string =>
  `/anggota/${district}/${id}`

export const desils = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'none'] as const

/** Which families an address shows; what it says wrongly it does not say. */
export function familiesOf(search: string) {
  const asked = new URLSearchParams(search)
  const place = placeCode.safeParse(asked.get('wilayah'))
  const one = <Word extends string>(name: string, words: readonly Word[]): Word | undefined =>
    words.find((word) => word === asked.get(name))
  return {
    ...(place.success && { place: place.data }),
    complete: one<CompleteBand>('lengkap', completeBands),
    desil: one('desil', desils),
    status: one<FamilyStatus>('keadaan', familyStatuses) ?? familyStatuses[0],
    page: pageOf(search),
  }
}
