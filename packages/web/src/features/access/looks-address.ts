import type { Look } from '@openslrt/core/contract/access-queries.ts'
import { looks } from '@openslrt/core/contract/access-queries.ts'
import { pageOf } from '../../ui/list-address.ts'

export interface LooksFilter {
  readonly look?: Look
  readonly from?: string
  readonly to?: string
  readonly page: number
}

const dayOrNone = (said: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(said) ? said : '')

/** The filters that an address names; what it says wrongly is left out. */
export function looksOf(search: string): LooksFilter {
  const params = new URLSearchParams(search)
  const look = looks.find((known) => known === params.get('apa'))
  const [from = '', to = ''] = ['dari', 'sampai'].map((name) => params.get(name) ?? '').map(dayOrNone)
  return {
    ...(look && { look }),
    ...(from !== '' && { from }),
    ...(to !== '' && from <= to && { to }),
    page: pageOf(search),
  }
}
