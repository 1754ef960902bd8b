import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive. `claims` is how long it says to be, where that is a lie. */
export interface Zipped {
  readonly name: string
  readonly content: Buffer | string
  readonly claims?: number
}

/** An archive as spreadsheets write it. */
export function zipOf(files: readonly Zipped[], between: Buffer = Buffer.alloc(0)): Buffer {
  let at = 0
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  for (const { name, content, claims } of files) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const sizes = { crc: crc32(plain), packed: packed.length, size: claims ?? plain.length, name: name.length }
    const local = Buffer.concat([mark(0x04034b50), Buffer.alloc(26), Buffer.from(name)])
    writeSizes(local, 6, sizes)
    const entry = Buffer.concat([mark(0x02014b50), Buffer.alloc(42), Buffer.from(name)])
    writeSizes(entry, 8, sizes)
    entry.writeUInt32LE(at, 42)
    parts.push(local, packed, between)
    entries.push(entry)
    at += local.length + packed.length + between.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.concat([mark(0x06054b50), Buffer.alloc(18)])
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

interface Sizes {
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly name: number
}

/** Flags, method and sizes: the same fields in the same order before a file and in the directory. */
function writeSizes(head: Buffer, at: number, { crc, packed, size, name }: Sizes): void {
  head.writeUInt16LE(8, at + 2)
  head.writeUInt32LE(crc, at + 8)
  head.writeUInt32LE(packed, at + 12)
  head.writeUInt32LE(size, at + 16)
  head.writeUInt16LE(name, at + 20)
}

function mark(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** The files of a workbook whose first sheet is this XML. */
export const bookOf = (sheet: string): readonly Zipped[] => [
  {
    name: '[Content_Types].xml',
    content:
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  },
  {
    name: 'xl/workbook.xml',
    content:
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Kantor" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
  },
]

/** A workbook with one sheet of texts and numbers; an empty row is left out, as spreadsheets do. */
export const sheetOf = (rows: readonly (readonly (string | number)[])[]): Buffer =>
  zipOf(bookOf(rows.map((row, nth) => (row.length === 0 ? '' : rowXml(row, nth + 1))).join('')))

const rowXml = (row: readonly (string | number)[], line: number): string =>
  `<row r="${line}">${row.map((cell, nth) => cellXml(cell, `${String.fromCodePoint(65 + nth)}${line}`)).join('')}</row>`

const cellXml = (cell: string | number, at: string): string =>
  typeof cell === 'number'
    ? `<c r="${at}"><v>${cell}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
