import { rowsXml, sheetBegins, sheetEnds, sheetPath, workbookFrame } from './sheet-xml.ts'
import { zipOf } from './zip-parts.ts'

/**
 * A workbook (.xlsx) with one sheet of texts: cells of text are never run as formulas. A workbook is an archive of five
 * small files; the libraries that write one bring a hundred times as much.
 */
export const writeSheet = (rows: readonly (readonly string[])[]): Buffer =>
  zipOf([...workbookFrame(['Data']), { name: sheetPath(1), content: `${sheetBegins}${rowsXml(rows)}${sheetEnds()}` }])
