import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { CsvRow } from './csv-rows.ts'
import { csvRows } from './csv-rows.ts'
import type { SheetLimits } from './sheet-rows.ts'
import { sheetRows } from './sheet-rows.ts'

export interface TableLimits extends SheetLimits {
  readonly bytes: number
}

/**
 * IMPORT-10 Reads a table by what it holds, not by what it is called: a sheet of XLSX, or lines of text. Of each row as
 * many cells, and of each cell as many letters, as may be sent back row by row.
 */
export async function readTable(bytes: Buffer, most: TableLimits): Promise<Result<readonly CsvRow[], Refusal>> {
  if (bytes.length > most.bytes) return no({ code: 'file-too-large', limit: most.bytes })
  const rows = await rowsOf(bytes, most)
  if (!rows || rows.length === 0) return no({ code: 'no-table' })
  if (rows.length - 1 > most.rows) return no({ code: 'table-too-long', most: most.rows })
  const cut = (cells: CsvRow['cells']) => cells.slice(0, most.cells).map((cell) => cell.slice(0, most.inCell))
  return ok(rows.map(({ line, cells }) => ({ line, cells: cut(cells) })))
}

async function rowsOf(bytes: Buffer, most: TableLimits): Promise<readonly CsvRow[] | null> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return sheetRows(bytes, most)
  const text = textOf(bytes)
  // A table that may be longer than most is read whole: with its head, and as many blank rows.
  return text === null ? null : csvRows(text, most.rows > 10_000 ? most.rows * 2 : undefined)
}

/** The text of a file: UTF-8, or what older spreadsheets write. Bytes that no text has are no table. */
function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
