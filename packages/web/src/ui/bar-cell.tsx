import { Select } from '@navikt/ds-react/Select'
import { Table } from '@navikt/ds-react/Table'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { barShare } from './chart-path.ts'
import './bar-cell.css'

/** A number with a bar behind its size; the number is the truth, the bar helps the eye. */
export function BarCell({ value, highest, text }: { value: number; highest: number; text: ReactNode }) {
  return (
    <span className="bar-cell">
      <span className="bar-cell__text">{text}</span>
      <span className="bar-cell__track" aria-hidden="true">
        <span style={{ inlineSize: `${barShare(value, highest)}%` }} />
      </span>
    </span>
  )
}

export interface BarColumn {
  readonly key: string
  readonly label: string
  /** What stands over the column where it has no room for its label. */
  readonly short?: string
}

export interface BarRow {
  readonly key: string
  readonly name: string
  /** Looks deeper into the row; none where there is nothing below. */
  readonly href?: string | undefined
  readonly cells: Readonly<Record<string, BarValue>>
}

export interface BarValue {
  readonly value: number
  readonly text: string
  /** Opens what was counted. */
  readonly href?: string | undefined
}

interface BarTableProps {
  readonly caption: string
  readonly nameLabel: string
  /** Names the choice of a column on a phone, where only one has room. */
  readonly shownLabel: string
  readonly columns: readonly BarColumn[]
  readonly rows: readonly BarRow[]
  readonly sort: { readonly orderBy: string; readonly direction: 'ascending' | 'descending' }
  readonly onSort: (key: string) => void
}

/**
 * Places side by side, one line each; every heading sorts. `rows` come sorted. The column that sorts them has bars, and
 * on a phone it is the only one: a choice above the table shows the others.
 */
export function BarTable({ caption, nameLabel, shownLabel, columns, rows, sort, onSort }: BarTableProps) {
  const shown = columns.find(({ key }) => key === sort.orderBy) ?? columns[0]
  return (
    <div className="bar-table">
      <Select
        className="bar-table__shown"
        size="small"
        label={shownLabel}
        value={shown?.key}
        onChange={(event) => onSort(event.target.value)}
      >
        {columns.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </Select>
      <Table size="small" sort={sort} onSortChange={onSort}>
        <caption>{caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.ColumnHeader sortKey="name" sortable>
              {nameLabel}
            </Table.ColumnHeader>
            {columns.map((column) => (
              <Table.ColumnHeader key={column.key} sortKey={column.key} sortable {...placeOf(column === shown)}>
                <ColumnName column={column} />
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.key}>
              <Table.HeaderCell scope="row">
                <MaybeLink href={row.href}>{row.name}</MaybeLink>
              </Table.HeaderCell>
              {columns.map((column) => (
                <ValueCell key={column.key} column={column} row={row} rows={rows} shown={column === shown} />
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function ColumnName({ column: { label, short } }: { column: BarColumn }) {
  if (short === undefined) return label
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="only-for-readers">{label}</span>
    </>
  )
}

const placeOf = (shown: boolean) =>
  shown ? ({ align: 'left' } as const) : ({ align: 'right', className: 'bar-table__aside' } as const)

interface ValueCellProps {
  readonly column: BarColumn
  readonly row: BarRow
  readonly rows: readonly BarRow[]
  readonly shown: boolean
}

function ValueCell({ column, row, rows, shown }: ValueCellProps) {
  const cell = row.cells[column.key]
  const text = cell ? <MaybeLink href={cell.href}>{cell.text}</MaybeLink> : '–'
  if (!cell || !shown) return <Table.DataCell {...placeOf(shown)}>{text}</Table.DataCell>
  const highest = Math.max(...rows.map((other) => other.cells[column.key]?.value ?? 0))
  return (
    <Table.DataCell>
      <BarCell value={cell.value} highest={highest} text={text} />
    </Table.DataCell>
  )
}

const MaybeLink = ({ href, children }: { href: string | undefined; children: ReactNode }) =>
  href === undefined ? children : <Link href={href}>{children}</Link>
