import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { useLocation, useSearch } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { type BarColumn, BarTable } from '../../ui/bar-cell.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { leaguePath, type Order, orderOf, turned } from './figures-address.ts'
import { inOrder, type LeagueRow, valueIn } from './league-rows.ts'

interface LeagueTableProps {
  readonly caption: string
  readonly columns: readonly BarColumn[]
  readonly rows: readonly LeagueRow[]
  /** What it is sorted by before anybody chose. */
  readonly first: Order
  readonly dayMinutes: number
}

/** Offices side by side; of several tables on a page each sorts by what it has itself. */
export function LeagueTable({ caption, columns, rows, first, dayMinutes }: LeagueTableProps) {
  const t = useText()
  const lang = useLanguage()
  const search = useSearch()
  const [, go] = useLocation()
  const order = orderIn(search, columns, first)
  const valueOf = ({ line }: LeagueRow, column: string): number | null => valueIn(line, column, dayMinutes)
  return (
    <BarTable
      caption={caption}
      nameLabel={t('league.office')}
      shownLabel={t('figures.shown')}
      columns={columns}
      rows={inOrder(rows, order, (row) => valueOf(row, order.orderBy)).map((row) => ({
        key: row.key,
        name: row.name,
        cells: Object.fromEntries(
          columns.flatMap(({ key }) => {
            const value = valueOf(row, key)
            return value === null ? [] : [[key, { value, text: sayNumber(value, lang) }]]
          }),
        ),
      }))}
      sort={order}
      // By name is said too: a table that begins with its highest would else not turn to it.
      onSort={(key) => go(addressWith(leaguePath, search, { urut: turned(order, key) ?? key }), { replace: true })}
    />
  )
}

function orderIn(search: string, columns: readonly BarColumn[], first: Order): Order {
  const order = orderOf(search)
  const said = new URLSearchParams(search).has('urut')
  return said && (order.orderBy === 'name' || columns.some(({ key }) => key === order.orderBy)) ? order : first
}
