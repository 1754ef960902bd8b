import { mostSheetRows } from '@openslrt/core/contract/load.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { sheetRows } from '../../platform/files/sheet-rows.ts'
import { unpackFile, zipFits } from '../../platform/files/zip-fits.ts'

const mostUnpacked = 64 * 1024 * 1024
const limits = { rows: mostSheetRows, cells: 300, inCell: 1_000 }

/**
 * LOAD-11 A sheet as lines of CSV. Merged cells and formulas say something else than what is seen, and are refused with
 * what to do about them; so is an archive that is a bomb, or not what its directory claims.
 */
export async function readLargeSheet(bytes: Buffer): Promise<Result<Buffer, Refusal>> {
  if (!(await zipFits(bytes, mostUnpacked))) return no({ code: 'archive-unfit' })
  const xml = await unpackFile(bytes, /^xl\/worksheets\/sheet1?\.xml$/)
  if (xml === null) return no({ code: 'no-table' })
  if (xml.includes('<mergeCell ')) return no({ code: 'sheet-merged' })
  if (xml.includes('<f>') || xml.includes('<f ')) return no({ code: 'sheet-formulas' })
  const rows = await sheetRows(bytes, limits)
  // What the thread gave up on is more than a sheet holds here: as CSV it can be any length.
  if (!rows) return no({ code: 'archive-unfit' })
  if (rows.length < 2) return no({ code: 'no-table' })
  if (rows.length - 1 > mostSheetRows) return no({ code: 'table-too-long', most: mostSheetRows })
  return ok(Buffer.from(rows.map(({ cells }) => `${cells.map(quoted).join(';')}\n`).join('')))
}

const quoted = (cell: string): string => (/[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
