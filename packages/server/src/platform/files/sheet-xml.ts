import type { ZipPart } from './zip-parts.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const open = 'http://schemas.openxmlformats.org'
const main = `${open}/spreadsheetml/2006/main`
const office = `${open}/officeDocument/2006/relationships`
const packaged = `${open}/package/2006`
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const links = (...each: readonly (readonly [type: string, target: string])[]): string =>
  `${xmlHead}<Relationships xmlns="${packaged}/relationships">${each
    .map(([type, target], nth) => `<Relationship Id="rId${nth + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export const sheetPath = (nth: number): string => `xl/worksheets/sheet${nth}.xml`

/** The small files of a workbook with these sheets; `about` are its properties, where it has some. */
export const workbookFrame = (sheets: readonly string[], about = ''): readonly ZipPart[] => [
  {
    name: '[Content_Types].xml',
    content: `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${sheets
      .map((_, nth) => `<Override PartName="/${sheetPath(nth + 1)}" ContentType="${kind}.worksheet+xml"/>`)
      .join(
        '',
      )}${about && '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'}</Types>`,
  },
  {
    name: '_rels/.rels',
    content: links(
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      ...(about ? [[`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'] as const] : []),
    ),
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: links(...sheets.map((_, nth) => [`${office}/worksheet`, `worksheets/sheet${nth + 1}.xml`] as const)),
  },
  {
    name: 'xl/workbook.xml',
    content: `${xmlHead}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
      .map((name, nth) => `<sheet name="${escaped(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`)
      .join('')}</sheets></workbook>`,
  },
  ...(about ? [{ name: 'docProps/core.xml', content: about }] : []),
]

export const sheetBegins = `${xmlHead}<worksheet xmlns="${main}"><sheetData>`
export const sheetEnds = (printed = ''): string => `</sheetData>${printed}</worksheet>`

/** Rows of texts as a sheet holds them, the first of them in the row `from`, counted from 0. */
export const rowsXml = (rows: readonly (readonly string[])[], from = 0): string =>
  rows.map((row, nth) => rowXml(row, from + nth)).join('')

const rowXml = (row: readonly string[], nth: number): string =>
  `<row r="${nth + 1}">${row.map((text, column) => cellXml(text, `${columnName(column)}${nth + 1}`)).join('')}</row>`

// Spreadsheets guess where a cell without an address stands; programs that read them refuse it. An empty one is none.
const cellXml = (text: string, at: string): string =>
  text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** A, B, ... Z, AA, AB, ... */
const columnName = (nth: number): string =>
  (nth < 26 ? '' : columnName(Math.floor(nth / 26) - 1)) + String.fromCodePoint(65 + (nth % 26))

/** A text as XML says it. */
export const escaped = (text: string): string =>
  text
    .replace(outside, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** What XML has no place for: one such sign, and spreadsheets call the whole workbook damaged. */
const outside = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
