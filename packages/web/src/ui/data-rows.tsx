import type { CSSProperties, ReactNode } from 'react'
import { useRef } from 'react'
import { Link } from 'wouter'
import { nextRow, useHotKey } from './hot-keys.ts'
import './data-rows.css'

/**
 * Where a cell goes when the row becomes a card: `lead` top left, `aside` top right, `title` across below them
 * (it is also the row's link), `text` one line each under it.
 */
export type CardPlace = 'lead' | 'aside' | 'title' | 'text'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly place: CardPlace
  readonly cell: (row: Row) => ReactNode
  /** A quiet second line under the cell. */
  readonly detail?: (row: Row) => ReactNode
  /** A CSS grid track; `minmax(0, 1fr)` when not given. */
  readonly width?: string
  readonly sort?: { readonly href: string; readonly direction: 'ascending' | 'descending' | 'none' }
}

interface DataRowsProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly hrefOf: (row: Row) => string
  /** A coloured edge; the row must also say it in words. */
  readonly edgeOf?: (row: Row) => 'attention' | 'urgent' | undefined
}

/** A list to work through: rows on a wide screen, cards on a phone; `j` and `k` move, Enter opens. */
export function DataRows<Row>(props: DataRowsProps<Row>) {
  const table = useRef<HTMLTableElement>(null)
  useHotKey('j', () => moveFocus(table.current, 1))
  useHotKey('k', () => moveFocus(table.current, -1))
  const tracks = props.columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ')
  const style: CSSProperties & { '--tracks': string } = { '--tracks': tracks }
  return (
    <table ref={table} className="rows" style={style} aria-keyshortcuts="j k">
      <caption className="only-for-readers">{props.caption}</caption>
      <thead>
        <tr className="rows__head">
          {props.columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.keyOf(row)} className="rows__row" data-edge={props.edgeOf?.(row)}>
            {props.columns.map((column) => (
              <Cell key={column.key} column={column} row={row} href={props.hrefOf(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeadCell<Row>({ column }: { column: Column<Row> }) {
  const { sort, header } = column
  return (
    <th scope="col" aria-sort={sort?.direction}>
      {sort ? (
        <Link href={sort.href}>
          {header}
          <span aria-hidden="true">{arrows[sort.direction]}</span>
        </Link>
      ) : (
        header
      )}
    </th>
  )
}

const arrows = { ascending: ' ▲', descending: ' ▼', none: '' } as const

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string }) {
  const content = column.cell(row)
  return (
    <td className={`rows__cell rows__cell--${column.place}`}>
      {column.place === 'title' ? (
        <Link className="rows__link" data-row-link href={href}>
          {content}
        </Link>
      ) : (
        content
      )}
      {column.detail && <span className="rows__detail">{column.detail(row)}</span>}
    </td>
  )
}

function moveFocus(table: HTMLTableElement | null, step: 1 | -1): void {
  const links = [...(table?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const current = links.findIndex((link) => link === document.activeElement)
  links[nextRow(current, links.length, step)]?.focus()
}
