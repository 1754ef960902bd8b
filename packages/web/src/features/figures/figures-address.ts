import type { CaseMeasure } from '@openslrt/core/case/measures.ts'
import { isStanding } from '@openslrt/core/case/measures.ts'
import { figuresQuery } from '@openslrt/core/contract/figures.ts'
import type { Period } from '@openslrt/core/figures/period.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { z } from 'zod'
import { addressWith } from '../../ui/list-address.ts'

export const figuresPath = '/dasbor'
export const leaguePath = '/peringkat'
export const indicatorPath = '/indikator'
export const cataloguePath = '/katalog'
const listPath = '/antrean'

export type FiguresFilter = z.input<typeof figuresQuery>

/** What an address asks to see; a value that is none is left out, so that old links and slips still show figures. */
export function filterOf(search: string): FiguresFilter {
  const params = new URLSearchParams(search)
  const known = keysOf(figuresQuery.shape).flatMap((name) => {
    const value = params.get(name)
    return value !== null && figuresQuery.shape[name].safeParse(value).success ? [[name, value]] : []
  })
  return Object.fromEntries(known)
}

/** The list of exactly the cases that a figure counts. What holds now is not asked for a period. */
export function casesHref(measure: CaseMeasure, place: PlaceCode, period: Period, category?: string): string {
  const days = isStanding(measure) ? {} : { from: period.from, to: period.to }
  return addressWith(listPath, '', { queue: 'all', measure, place, ...days, category })
}

/** So many days up to the last one of what is shown, or up to today. */
export const lastDays = (days: number, today: string): Period => ({ from: addDays(today, 1 - days), to: today })

export interface Order {
  readonly orderBy: string
  readonly direction: 'ascending' | 'descending'
}

/** How the table is sorted: `urut=late` highest first, `urut=-late` lowest first, by name when nothing is said. */
export function orderOf(search: string): Order {
  const said = new URLSearchParams(search).get('urut') ?? ''
  if (said === '' || said === 'name') return { orderBy: 'name', direction: 'ascending' }
  const turned = said.startsWith('-')
  const orderBy = turned ? said.slice(1) : said
  const isDown = orderBy === 'name' ? turned : !turned
  return { orderBy, direction: isDown ? 'descending' : 'ascending' }
}

/** What stands in the address after a heading was pressed: a new column begins with its highest, the same one turns. */
export function turned(order: Order, key: string): string | undefined {
  if (order.orderBy !== key) return key === 'name' ? undefined : key
  const first = key === 'name' ? 'ascending' : 'descending'
  return order.direction === first ? `-${key}` : key
}
