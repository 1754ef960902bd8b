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
  /** Draw a bar beside each number, measured against the highest of the column. */
  readonly bar?: boolean
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
  readonly columns: readonly BarColumn[]
  readonly rows: readonly BarRow[]
  readonly sort: { readonly orderBy: string; readonly direction: 'ascending' | 'descending' }
  readonly onSort: (key: string) => void
}

/** Places side by side, one line each; every heading sorts. `rows` come sorted. */
export function BarTable({ caption, nameLabel, columns, rows, sort, onSort }: BarTableProps) {
  return (
    <div className="bar-table">
      <Table size="small" sort={sort} onSortChange={onSort}>
        <caption>{caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.ColumnHeader sortKey="name" sortable>
              {nameLabel}
            </Table.ColumnHeader>
            {columns.map((column) => (
              <Table.ColumnHeader key={column.key} sortKey={column.key} sortable align={column.bar ? 'left' : 'right'}>
                {column.label}
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
                <ValueCell key={column.key} column={column} row={row} rows={rows} />
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function ValueCell({ column, row, rows }: { column: BarColumn; row: BarRow; rows: readonly BarRow[] }) {
  const cell = row.cells[column.key]
  if (!cell) return <Table.DataCell align={column.bar ? 'left' : 'right'}>–</Table.DataCell>
  const text = <MaybeLink href={cell.href}>{cell.text}</MaybeLink>
  if (!column.bar) return <Table.DataCell align="right">{text}</Table.DataCell>
  const highest = Math.max(...rows.map((other) => other.cells[column.key]?.value ?? 0))
  return (
    <Table.DataCell>
      <BarCell value={cell.value} highest={highest} text={text} />
    </Table.DataCell>
  )
}

const MaybeLink = ({ href, children }: { href: string | undefined; children: ReactNode }) =>
  href === undefined ? children : <Link href={href}>{children}</Link>
