import { caseFilter, type Grouping, groupings } from '@openslrt/core/contract/case-queries.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { z } from 'zod'
import { pageOf } from '../../../ui/list-address.ts'

export type QueueFilter = z.input<typeof caseFilter>
export type FilterName = keyof QueueFilter

const { page: _page, ...filters } = caseFilter.shape
const names = keysOf(filters)

/**
 * The filter that an address asks for. A name that is none, or a value that its filter does not know, is dropped: old
 * links and slips of the hand still show a list.
 */
export function filterOf(search: string): QueueFilter {
  const params = new URLSearchParams(search)
  const known = names.flatMap((name) => {
    const value = params.get(name)
    return value !== null && value !== '' && filters[name].safeParse(value).success ? [[name, value]] : []
  })
  const filter: QueueFilter = { ...Object.fromEntries(known), page: pageOf(search) }
  if (caseFilter.safeParse(filter).success) return filter
  // Each value is one, but not together (days that end before they begin), or the page is beyond all lists.
  const { to: _to, ...rest } = filter
  return { ...rest, page: 1 }
}

/** Filters beside the tab and the order: those that make a list shorter. */
const narrowing = names.filter((name) => name !== 'queue' && name !== 'sort')

/** The filters that are set, for the chips above the list. */
export const narrowedBy = (filter: QueueFilter): readonly FilterName[] =>
  narrowing.filter((name) => filter[name] !== undefined)

/** The changes of an address that take all narrowing filters away. */
export const withoutFilters: Readonly<Record<string, undefined>> = Object.fromEntries(
  narrowing.map((name) => [name, undefined]),
)

/** By what the list is divided, as the address has it. */
export function groupingOf(search: string): Grouping | null {
  const wanted = new URLSearchParams(search).get('group')
  return groupings.find((one) => one === wanted) ?? null
}
