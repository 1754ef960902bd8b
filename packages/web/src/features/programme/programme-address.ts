import { programmeShows } from '@openslrt/core/contract/programme-queries.ts'
import { sectors } from '@openslrt/core/lists/sectors.ts'
import { units } from '@openslrt/core/programme/check-rule.ts'
import { ownerKinds } from '@openslrt/core/programme/programme.ts'
import { pageOf } from '../../ui/list-address.ts'

/** The names of an address's parts, for filters that live in it. */
export const filterNames = { sector: 'bidang', owner: 'pemilik', unit: 'untuk' } as const
export const filterValues = { sector: sectors, owner: ownerKinds, unit: units } as const
export type FilterName = keyof typeof filterNames

/** Which programmes, and which page of them, an address shows. What it does not know it passes over. */
export function programmesOf(search: string) {
  const asked = new URLSearchParams(search)
  const one = <Value extends string>(name: FilterName, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === asked.get(filterNames[name]))
  return {
    q: (asked.get('cari') ?? '').slice(0, 60),
    show: programmeShows.find((show) => show === asked.get('lihat')) ?? 'now',
    page: pageOf(search),
    sector: one('sector', filterValues.sector),
    owner: one('owner', filterValues.owner),
    unit: one('unit', filterValues.unit),
  }
}
