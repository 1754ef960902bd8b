import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, sheetOf, zipOf } from '../../testing/a-sheet.ts'
import { readTable } from './read-table.ts'

const limits = { bytes: 3 * 1024 * 1024, rows: 5, cells: 60, inCell: 2_000 }
const read = async (bytes: Buffer | string) => {
  const table = await readTable(Buffer.from(bytes), limits)
  return table.ok ? table.value : table.error
}
const table = [
  { line: 1, cells: ['Nama', 'Alamat'] },
  { line: 2, cells: ['Puskesos A', 'Jl. "B"; 3'] },
]

test('IMPORT-10 a sheet of XLSX is read with its lines as people count them, and its numbers as they stand', async () => {
  assert.deepEqual(await read(sheetOf([['Nama', 'Kode'], ['Puskesos A & B', 34.04], [], [' C ', 340407]])), [
    { line: 1, cells: ['Nama', 'Kode'] },
    { line: 2, cells: ['Puskesos A & B', '34.04'] },
    { line: 4, cells: ['C', '340407'] },
  ])
})

test('IMPORT-10 text is read with any separator and line end, with or without its mark, and from older programs', async () => {
  for (const mark of [';', ',', '\t'])
    for (const end of ['\r\n', '\n', '\r'])
      for (const begin of ['', '\uFEFF']) {
        const text = `${begin}Nama${mark}Alamat${end}Puskesos A${mark}"Jl. ""B""; 3"${end}`
        assert.deepEqual(await read(text), table, JSON.stringify(text))
      }
  assert.deepEqual(await read(Buffer.from('\uFEFFNama\tAlamat\r\nPuskesos A\t"Jl. ""B""; 3"', 'utf16le')), table)
  const old = await read(Buffer.from('Nama;Alamat\nPuskesos Caf\u00e9;x', 'latin1'))
  assert.deepEqual(old, [table[0], { line: 2, cells: ['Puskesos Café', 'x'] }])
})

test('IMPORT-10 what is no table, too large or too long is refused', async () => {
  const none = { code: 'no-table' }
  for (const bytes of ['', ' \n \n', 'a;"b\n', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), Buffer.from('%PDF-1.4\0')])
    assert.deepEqual(await read(bytes), none)
  assert.deepEqual(await read(`a\n${'b\n'.repeat(6)}`), { code: 'table-too-long', most: 5 })
  assert.ok(Array.isArray(await read(`a\n${'b\n'.repeat(5)}`)))
  assert.deepEqual(await read(Buffer.alloc(limits.bytes + 1, 'a')), { code: 'file-too-large', limit: limits.bytes })
})

test('IMPORT-11 an archive that is none, is cut, or has no sheet in it is no table', async () => {
  const good = sheetOf([['Nama']])
  const none = { code: 'no-table' }
  for (const bytes of [Buffer.from('PK but no archive'), good.subarray(0, good.length - 30), good.subarray(0, 200)])
    assert.deepEqual(await read(bytes), none)
  assert.deepEqual(await read(zipOf([{ name: 'hello.txt', content: 'hello' }])), none)
  assert.deepEqual(await read(zipOf(bookOf('<row r="1"><c r="A1"'))), none)
})

test('IMPORT-11 an archive that unpacks to more than a table takes, or than it says, is not read', async () => {
  const none = { code: 'no-table' }
  const bomb = { name: 'xl/media/image1.png', content: Buffer.alloc(70 * 1024 * 1024) }
  const packed = zipOf([...bookOf('<row r="1"><c r="A1"><v>1</v></c></row>'), bomb])
  assert.ok(packed.length < limits.bytes)
  assert.deepEqual(await read(packed), none)
  for (const claims of [0, 10, 80 * 1024 * 1024])
    assert.deepEqual(
      await read(zipOf([...bookOf('<row r="1"/>'), { ...bomb, content: Buffer.alloc(1024), claims }])),
      none,
    )
})

test('IMPORT-11 what hides between the files of an archive is a lie too', async () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  assert.deepEqual(await read(zipOf(bookOf(row), Buffer.alloc(100))), { code: 'no-table' })
  assert.deepEqual(await read(zipOf(bookOf(row))), [{ line: 1, cells: ['1'] }])
})

test('IMPORT-11 a sheet that asks for the memory of a million columns ends alone, and others are served', async () => {
  const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
  assert.deepEqual(await read(zipOf(bookOf(far))), { code: 'no-table' })
  assert.deepEqual(await read('a\n'), [{ line: 1, cells: ['a'] }])
})

test('IMPORT-11 a text that stands in a sheet once and is shown in every cell is cut, and no table where it goes on', async () => {
  const shown = (rows: number, cells: number): Buffer => {
    const row = (nth: number): string =>
      `<row r="${nth}">${Array.from({ length: cells }, (_, at) => `<c r="${String.fromCharCode(65 + at)}${nth}" t="s"><v>0</v></c>`).join('')}</row>`
    const sheet = Array.from({ length: rows }, (_, nth) => row(nth + 1)).join('')
    return zipOf([
      ...bookOf(sheet),
      {
        name: 'xl/sharedStrings.xml',
        content: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'a'.repeat(1_000_000)}</t></si></sst>`,
      },
    ])
  }
  const short = await readTable(shown(2, 1), limits)
  assert.deepEqual(short.ok && short.value.map(({ cells }) => cells.map((cell) => cell.length)), [[2_000], [2_000]])
  const long = await readTable(shown(1_000, 20), { ...limits, rows: 10_000 })
  assert.deepEqual(long.ok ? long.value.length : long.error, { code: 'no-table' })
})

test('IMPORT-11 of a sheet with a thousand columns in each row only those come that a table has', async () => {
  const rows = Array.from(
    { length: 4 },
    (_, nth) => `<row r="${nth + 1}"><c r="A${nth + 1}"><v>1</v></c><c r="XFD${nth + 1}"><v>1</v></c></row>`,
  )
  const wide = await read(zipOf(bookOf(rows.join(''))))
  assert.ok(Array.isArray(wide) && wide.length === 4 && wide.every(({ cells }) => cells.length === 60))
})

test('IMPORT-11 many sheets sent at once are read one after the other, and each is answered', async () => {
  const sheets = Array.from({ length: 4 }, (_, nth) => sheetOf([[`Nama ${nth}`]]))
  const bad = Buffer.from('PK but no archive')
  const all = await Promise.all([sheets[0], bad, ...sheets.slice(1)].map((bytes) => read(bytes ?? '')))
  assert.deepEqual(
    all.flatMap((one) => (Array.isArray(one) ? one.flatMap(({ cells }) => cells) : [])),
    ['Nama 0', 'Nama 1', 'Nama 2', 'Nama 3'],
  )
})

test('IMPORT-11 entities that a sheet declares are never looked up, and never told over', async () => {
  const laughs = Array.from({ length: 9 }, (_, nth) => `<!ENTITY l${nth + 1} "${`&l${nth};`.repeat(10)}">`).join('')
  const declared = `<!DOCTYPE sst [<!ENTITY l0 "ha"><!ENTITY out SYSTEM "file://${import.meta.filename}">${laughs}]>`
  const cell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
  for (const entity of ['&out;', '&l9;']) {
    const content = `<?xml version="1.0"?>${declared}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>x${entity}</t></si></sst>`
    const found = JSON.stringify(await read(zipOf([...bookOf(cell), { name: 'xl/sharedStrings.xml', content }])))
    assert.ok(found.length < 200 && !found.includes('IMPORT-11') && !found.includes('haha'), found.slice(0, 200))
  }
})
