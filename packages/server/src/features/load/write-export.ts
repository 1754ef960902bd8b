import { translate } from '@openslrt/core/i18n/translate.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { exportHead } from '@openslrt/core/load/export-row.ts'
import { closeWorkbook, packRows } from '../../platform/files/sheet-in-pieces.ts'
import type { ExportRow } from './queries-export.ts'

/** One more piece of a file, and what all of its pieces add up to. */
export interface Piece {
  readonly bytes: Buffer
  readonly size: number
  readonly crc: number
  readonly plain: number
}

/** LOAD-17 Rows as the next piece of an export; the first one has the heads before them. */
export function nextPiece(row: ExportRow, rows: readonly (readonly string[])[]): Piece {
  const isFirst = row.pieces.length === 0
  const all = isFirst ? [exportHead(row.subject, row.locals), ...rows] : rows
  if (row.form === 'csv') {
    const text = csvOf(all)
    const bytes = Buffer.from(isFirst ? text : text.slice(1))
    return { bytes, size: row.size + bytes.length, crc: 0, plain: 0 }
  }
  const { piece, sum } = packRows({ crc: row.crc, plain: row.plain, packed: row.size }, all, isFirst ? 0 : row.rows + 1)
  return { bytes: piece, size: sum.packed, crc: sum.crc, plain: sum.plain }
}

/** Who took it out, as the file itself says. */
export interface Signed {
  readonly name: string
  readonly office: string
  readonly place: string
}

/** LOAD-18 What stands before and behind the pieces: of a workbook, whose it is, in its properties, a sheet and each printed page. */
export function frameOf(row: ExportRow, by: Signed): { readonly first: Buffer | null; readonly last: Buffer | null } {
  if (row.form === 'csv') return { first: null, last: null }
  const { lang, mark, reason, asked_at, rows } = row
  const at = new Date(asked_at)
  const told = {
    mark,
    by: `${by.name}, ${by.office}`,
    at: at.toISOString(),
    place: by.place,
    rows: String(rows),
    reason,
  }
  return closeWorkbook(
    { crc: row.crc, plain: row.plain, packed: row.size },
    {
      title: `${translate(lang, 'export-data.title')}: ${by.place}`,
      by: told.by,
      at,
      id: mark,
      name: translate(lang, 'export-data.mark'),
      lines: (['mark', 'by', 'at', 'place', 'rows', 'reason'] as const).map((part) => [
        translate(lang, `export-data.told.${part}`),
        told[part],
      ]),
    },
  )
}
