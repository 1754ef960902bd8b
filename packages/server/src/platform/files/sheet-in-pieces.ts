import { constants, crc32, deflateRawSync } from 'node:zlib'
import { escaped, rowsXml, sheetBegins, sheetEnds, sheetPath, workbookFrame, xmlHead } from './sheet-xml.ts'
import { zipBegin, zipEnd, zipHead } from './zip-parts.ts'

/** What the pieces of a sheet add up to so far: with it, and nothing else, another process goes on with the next piece. */
export interface SheetSum {
  readonly crc: number
  readonly plain: number
  readonly packed: number
}
export const noSheet: SheetSum = { crc: 0, plain: 0, packed: 0 }

/** By what a workbook can be followed to whoever made it: its properties, a sheet of its own, and every printed page. */
export interface SheetMark {
  readonly title: string
  readonly by: string
  readonly at: Date
  readonly id: string
  /** The name of the sheet that tells it. */
  readonly name: string
  readonly lines: readonly (readonly string[])[]
}

/**
 * Some rows of a sheet, packed so that pieces can be laid one behind the other: each ends on a whole byte. The first
 * piece begins the sheet.
 */
export function packRows(
  sum: SheetSum,
  rows: readonly (readonly string[])[],
  from: number,
): { readonly piece: Buffer; readonly sum: SheetSum } {
  return packed(sum, `${from === 0 ? sheetBegins : ''}${rowsXml(rows, from)}`, constants.Z_FULL_FLUSH)
}

/**
 * What stands before the pieces of a sheet and behind them, so that all of it is a workbook. The sheet's own length and
 * sum stand before it: that is why this is made last.
 */
export function closeWorkbook(sum: SheetSum, mark: SheetMark): { readonly first: Buffer; readonly last: Buffer } {
  const ending = packed(sum, sheetEnds(printedOn(mark)), constants.Z_FINISH)
  const about = { name: sheetPath(2), content: `${sheetBegins}${rowsXml(mark.lines)}${sheetEnds()}` }
  const { bytes, members } = zipBegin([...workbookFrame(['Data', mark.name], propertiesOf(mark)), about])
  const sheet = { name: sheetPath(1), ...ending.sum }
  return {
    first: Buffer.concat([bytes, zipHead(sheet)]),
    last: Buffer.concat([ending.piece, zipEnd([...members, sheet])]),
  }
}

function packed(sum: SheetSum, text: string, finishFlush: number): { readonly piece: Buffer; readonly sum: SheetSum } {
  const plain = Buffer.from(text)
  const piece = deflateRawSync(plain, { finishFlush })
  return {
    piece,
    sum: { crc: crc32(plain, sum.crc), plain: sum.plain + plain.length, packed: sum.packed + piece.length },
  }
}

// An ampersand begins a code there; two are one.
const printed = (text: string): string => escaped(text.replaceAll('&', '&&'))
const printedOn = ({ title, by, id }: SheetMark): string =>
  `<headerFooter><oddHeader>&amp;L${printed(title)}&amp;R${printed(id)}</oddHeader><oddFooter>&amp;L${printed(by)}&amp;R&amp;P/&amp;N</oddFooter></headerFooter>`

const propertiesOf = ({ title, by, at, id }: SheetMark): string =>
  `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(by)}</dc:creator><dc:identifier>${escaped(id)}</dc:identifier><dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString()}</dcterms:created></cp:coreProperties>`
