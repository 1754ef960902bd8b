import type { BarRow } from '../../ui/bar-cell.tsx'

export const columnKeys = ['n', 'open', 'late', 'within', 'days'] as const

export interface Order {
  readonly orderBy: string
  readonly direction: 'ascending' | 'descending'
}

/** By what an address wants the tables sorted: what waits most comes first. */
export function orderOf(search: string): Order {
  const [by = '', turn] = (new URLSearchParams(search).get('urut') ?? '').split('-')
  const known = by === 'name' || columnKeys.some((key) => key === by)
  if (!known) return { orderBy: 'open', direction: 'descending' }
  return { orderBy: by, direction: turn === 'naik' ? 'ascending' : 'descending' }
}

/** The same column the other way round, or another one from its better end. */
export function turned({ orderBy, direction }: Order, key: string): string {
  const up = key === orderBy ? direction === 'descending' : key === 'name'
  return `${key}-${up ? 'naik' : 'turun'}`
}

/** Rows in an order; the sum of all stands above them, whatever it is. */
export function inOrder(rows: readonly BarRow[], { orderBy, direction }: Order): readonly BarRow[] {
  const up = direction === 'ascending' ? 1 : -1
  const sums = rows.filter(({ key }) => key === 'all')
  const others = rows.filter(({ key }) => key !== 'all')
  const sorted = others.toSorted((one, other) => {
    const byName = one.name.localeCompare(other.name, 'id')
    if (orderBy === 'name') return up * byName
    return up * ((one.cells[orderBy]?.value ?? -1) - (other.cells[orderBy]?.value ?? -1)) || byName
  })
  return [...sums, ...sorted]
}
