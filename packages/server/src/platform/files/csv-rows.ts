import { unguarded } from '@openslrt/core/kernel/csv.ts'
import { CsvError, parse } from 'csv-parse/sync'

export interface CsvRow {
  /** The line of the file on which it begins, as spreadsheets count them. */
  readonly line: number
  readonly cells: readonly string[]
}

/** More than any table of ours has, with as many blank rows: a file of a million line ends would stop the whole server. */
const mostRecords = 20_000
const mostInRecord = 200_000

/**
 * Reads a table that a spreadsheet wrote, with semicolons, commas or tabs; null when it is none. A quote mark that keeps
 * a cell from being run as a formula is taken away again.
 */
export function csvRows(text: string, most = mostRecords): readonly CsvRow[] | null {
  try {
    const lines: number[] = []
    // One sign at the end of each line: two within quotes would be counted as two lines.
    const table = text.replaceAll(/\r\n?/g, '\n')
    const rows = parse(table, {
      bom: true,
      on_record: (cells: string[], context) => {
        lines.push(context.lines - breaksIn(cells))
        return cells.map(unguarded)
      },
      delimiter: markOf(table),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: most + 1,
      max_record_size: mostInRecord,
    }).map((cells, nth) => ({ line: lines[nth] ?? 0, cells }))
    // Cut short, it is too long for everybody, whatever its rows hold: what comes after them is not known.
    return rows.length > most ? rows : rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

const breaksIn = (cells: readonly string[]): number => cells.join('').split('\n').length - 1

const markOf = (text: string): string => csvMark(text.split('\n', 1)[0] ?? '')

/** The sign that parts the cells: the one that the first line has most of. */
export function csvMark(head: string): string {
  const count = (mark: string): number => head.split(mark).length
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
