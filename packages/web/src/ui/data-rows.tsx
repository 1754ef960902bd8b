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
  /** None where a row opens nothing. */
  readonly hrefOf?: (row: Row) => string
  /** A coloured edge; the row must also say it in words. */
  readonly edgeOf?: (row: Row) => 'attention' | 'urgent' | undefined
  /** Rows can be picked, to do one thing to many. */
  readonly choosing?: Choosing<Row> | undefined
}

export interface Choosing<Row> {
  readonly isChosen: (row: Row) => boolean
  readonly choose: (rows: readonly Row[], chosen: boolean) => void
  readonly labelOf: (row: Row) => string
  /** For all rows of the page. */
  readonly allLabel: string
}

/** A list to work through: rows on a wide screen, cards on a phone; `j` and `k` move, Enter opens, `x` picks. */
export function DataRows<Row>(props: DataRowsProps<Row>) {
  const table = useRef<HTMLTableElement>(null)
  useHotKey('j', () => moveFocus(table.current, 1))
  useHotKey('k', () => moveFocus(table.current, -1))
  const { choosing } = props
  useHotKey('x', () => pickFocused(table.current, props.rows, choosing))
  const own = props.columns.map((column) => column.width ?? 'minmax(0, 1fr)')
  const tracks = (choosing ? ['24px', ...own] : own).join(' ')
  const style: CSSProperties & { '--tracks': string } = { '--tracks': tracks }
  return (
    <table
      ref={table}
      className="rows"
      style={style}
      data-choosing={choosing && ''}
      aria-keyshortcuts={choosing ? 'j k x' : 'j k'}
    >
      <caption className="only-for-readers">{props.caption}</caption>
      <thead>
        <tr className="rows__head">
          {choosing && <ChooseAll choosing={choosing} rows={props.rows} />}
          {props.columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.keyOf(row)} className="rows__row" data-edge={props.edgeOf?.(row)}>
            {choosing && <ChooseCell choosing={choosing} row={row} />}
            {props.columns.map((column) => (
              <Cell key={column.key} column={column} row={row} href={props.hrefOf?.(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChooseAll<Row>({ choosing, rows }: { choosing: Choosing<Row>; rows: readonly Row[] }) {
  const all = rows.every(choosing.isChosen)
  return (
    <th scope="col">
      <input
        type="checkbox"
        aria-label={choosing.allLabel}
        checked={all}
        onChange={() => choosing.choose(rows, !all)}
      />
    </th>
  )
}

function ChooseCell<Row>({ choosing, row }: { choosing: Choosing<Row>; row: Row }) {
  const chosen = choosing.isChosen(row)
  return (
    <td className="rows__cell rows__choose">
      {/* The label is what a finger hits. */}
      <label className="rows__above">
        <input
          type="checkbox"
          aria-label={choosing.labelOf(row)}
          checked={chosen}
          onChange={() => choosing.choose([row], !chosen)}
        />
      </label>
    </td>
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

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string | undefined }) {
  const content = column.cell(row)
  return (
    <td className={`rows__cell rows__cell--${column.place}`}>
      {column.place === 'title' && href !== undefined ? (
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

function pickFocused<Row>(
  table: HTMLTableElement | null,
  rows: readonly Row[],
  choosing: Choosing<Row> | undefined,
): void {
  const lines = [...(table?.tBodies[0]?.rows ?? [])]
  const row = rows[lines.findIndex((line) => line.contains(document.activeElement))]
  if (row && choosing) choosing.choose([row], !choosing.isChosen(row))
}
