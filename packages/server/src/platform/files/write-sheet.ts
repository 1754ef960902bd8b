import { crc32, deflateRawSync } from 'node:zlib'

/**
 * A workbook (.xlsx) with one sheet of texts: cells of text are never run as formulas. A workbook is an archive of five
 * small files; the libraries that write one bring a hundred times as much.
 */
export const writeSheet = (rows: readonly (readonly string[])[]): Buffer =>
  archive([...frame, { name: 'xl/worksheets/sheet1.xml', content: sheetXml(rows) }])

interface Part {
  readonly name: string
  readonly content: string
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const open = 'http://schemas.openxmlformats.org'
const main = `${open}/spreadsheetml/2006/main`
const office = `${open}/officeDocument/2006/relationships`
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const links = (id: string, type: string, target: string): string =>
  `${head}<Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`

const frame: readonly Part[] = [
  {
    name: '[Content_Types].xml',
    content: `${head}<Types xmlns="${open}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
  },
  { name: '_rels/.rels', content: links('rId1', 'officeDocument', 'xl/workbook.xml') },
  { name: 'xl/_rels/workbook.xml.rels', content: links('rId1', 'worksheet', 'worksheets/sheet1.xml') },
  {
    name: 'xl/workbook.xml',
    content: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
]

const sheetXml = (rows: readonly (readonly string[])[]): string =>
  `${head}<worksheet xmlns="${main}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`

const rowXml = (row: readonly string[], nth: number): string =>
  `<row r="${nth + 1}">${row.map((text, column) => cellXml(text, `${columnName(column)}${nth + 1}`)).join('')}</row>`

// Spreadsheets guess where a cell without an address stands; programs that read them refuse it.
const cellXml = (text: string, at: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** A, B, ... Z, AA, AB, ... */
const columnName = (nth: number): string =>
  (nth < 26 ? '' : columnName(Math.floor(nth / 26) - 1)) + String.fromCodePoint(65 + (nth % 26))

const escaped = (text: string): string =>
  text.replace(outside, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What XML has no place for: one such sign, and spreadsheets call the whole workbook damaged. */
const outside = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Packs files as a ZIP archive: each with its head before it, and all heads again at the end. */
function archive(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const sizes = sizesOf(name, plain, packed)
    const file = Buffer.concat([number(0x04034b50, 4), sizes, Buffer.from(name), packed])
    directory.push(number(0x02014b50, 4), number(20, 2), sizes, Buffer.alloc(10), number(at, 4), Buffer.from(name))
    files.push(file)
    at += file.length
  }
  const heads = Buffer.concat(directory)
  const counts = [number(0, 4), number(parts.length, 2), number(parts.length, 2)]
  const end = [number(0x06054b50, 4), ...counts, number(heads.length, 4), number(at, 4), number(0, 2)]
  return Buffer.concat([...files, heads, ...end])
}

/** What both heads of a file say alike: version, names in UTF-8, deflated, a day, sum, lengths. */
const sizesOf = (name: string, plain: Buffer, packed: Buffer): Buffer =>
  Buffer.concat([
    number(20, 2),
    number(0x0800, 2),
    number(8, 2),
    number(0, 2),
    number(0x21, 2),
    number(crc32(plain), 4),
    number(packed.length, 4),
    number(plain.length, 4),
    number(Buffer.byteLength(name), 2),
    number(0, 2),
  ])

function number(value: number, bytes: 2 | 4): Buffer {
  const made = Buffer.alloc(bytes)
  made.writeUIntLE(value, 0, bytes)
  return made
}
