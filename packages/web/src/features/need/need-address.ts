import type { ApplicationShow, NeedLine, NeedState } from '@openslrt/core/contract/need-queries.ts'
import { applicationShows, needGroups, needStates } from '@openslrt/core/contract/need-queries.ts'
import { type PlaceCode, placeCode } from '@openslrt/core/place/code.ts'
import { pageOf } from '../../ui/list-address.ts'

export const cataloguePath = '/program'
export const applicationsPath = '/permohonan'
export const quotasPath = '/kuota'
export const tablePath = '/kebutuhan'
export const listPath = '/kebutuhan/daftar'

export type Show = ApplicationShow | 'asked'

/** Which applications an address shows: those to decide where the office decides, else what it has asked for. */
export function applicationsOf(search: string, decides: boolean): { readonly show: Show; readonly page: number } {
  const asked = new URLSearchParams(search).get('lihat')
  const usual = decides ? 'to-decide' : 'asked'
  const known = applicationShows.find((one) => decides && one === asked)
  return { show: known ?? (asked === 'asked' ? 'asked' : usual), page: pageOf(search) }
}

export interface TableAddress {
  readonly place?: PlaceCode
  readonly year?: number
  readonly kind?: string
  readonly by: (typeof needGroups)[number]
}

/** What of the table of needs an address shows; a value that is none is left out. */
export function tableOfAddress(search: string): TableAddress {
  const params = new URLSearchParams(search)
  const place = placeCode.safeParse(params.get('tempat'))
  const year = Number(params.get('tahun'))
  const kind = params.get('jenis')
  return {
    ...(place.success && { place: place.data }),
    ...(year >= 2016 && year < 2200 && { year }),
    ...(kind && /^[a-z0-9-]{1,60}$/.test(kind) && { kind }),
    by: needGroups.find((one) => one === params.get('per')) ?? 'place',
  }
}

/** Which needs behind a number an address shows. */
export function needsOfAddress(search: string): Omit<TableAddress, 'by'> & { state: NeedState; page: number } {
  const { by: _by, ...rest } = tableOfAddress(search)
  const state = needStates.find((one) => one === new URLSearchParams(search).get('keadaan')) ?? 'total'
  return { ...rest, state, page: pageOf(search) }
}

/** The card on which a need stands: that of its case, else of its family, else of its person. */
export function cardOf({
  district,
  caseId,
  family,
  person,
}: Pick<NeedLine, 'district' | 'caseId' | 'family' | 'person'>): string | null {
  if (caseId) return `/kasus/${district}/${caseId}`
  if (family) return `/keluarga/${district}/${family}`
  return person ? `/anggota/${district}/${person}` : null
}
