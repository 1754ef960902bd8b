/** What spreadsheets run as a formula when a cell begins with it. */
const formula = /^'*[=+\-@\t\r]/

/**
 * A table for a spreadsheet: semicolons, because Indonesian settings use the comma for decimals, and the mark by which
 * they know UTF-8. A text that would be run as a formula is told apart by a quote mark before it.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`
}

/** A cell of such a table as it was before: without the quote mark that keeps it from being run. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
