import type { ChallengeFilter } from '@openslrt/core/contract/challenge-queries.ts'
import { challengeShows } from '@openslrt/core/contract/challenge-queries.ts'
import { wireDay } from '@openslrt/core/kernel/instant.ts'
import { officeLevels } from '@openslrt/core/office/office.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { addressWith, pageOf } from '../../ui/list-address.ts'

export const listPath = '/kendala'
export const reportPath = '/kendala/lapor'
export const countsPath = '/kendala/jumlah'
export const cardPath = ({ district, id }: { readonly district: string; readonly id: string }): string =>
  `/kendala/${district}/${id}`

export type Filter = ChallengeFilter & { readonly page: number }

/** What an address asks to see; a value that is none is left out. */
export function filterOf(search: string): Filter {
  const params = new URLSearchParams(search)
  const kind = params.get('jenis') ?? ''
  const place = placeCode.safeParse(params.get('wilayah')).data
  const level = officeLevels.find((one) => one === params.get('tingkat'))
  const from = wireDay.safeParse(params.get('sejak')).data
  const q = (params.get('cari') ?? '').slice(0, 100)
  return {
    show: challengeShows.find((one) => one === params.get('lihat')) ?? 'open',
    page: pageOf(search),
    ...(/^[a-z0-9][a-z0-9-]{0,59}$/.test(kind) && { kind }),
    ...(place && { place }),
    ...(level && { level }),
    ...(from && { from }),
    ...(q !== '' && { q }),
  }
}

/** The list behind a number of the grouped view: of the same place, kind and days. */
export const listOf = (
  search: string,
  { show, kind, place }: { readonly show: ChallengeFilter['show']; readonly kind?: string; readonly place: string },
): string => {
  const from = new URLSearchParams(search).get('sejak') ?? undefined
  const lihat = show === 'open' ? undefined : show
  return addressWith(listPath, '', { lihat, jenis: kind, wilayah: place, sejak: from })
}
