import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { property, seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { csvMark, csvRows } from './csv-rows.ts'
import { kindOf } from './kind.ts'
import type { TableLimits } from './read-table.ts'
import { readTable } from './read-table.ts'
import { writeSheet } from './write-sheet.ts'
import { unpackFile, zipFits } from './zip-fits.ts'
import { zipOf } from './zip-parts.ts'

const most: TableLimits = { bytes: 2_000_000, rows: 500, cells: 30, inCell: 300 }
type Table = readonly (readonly string[])[]

/** What people and their programs put into cells: names, numbers, formulas, quotes, separators, lines, odd alphabets. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Siti', '3404075203600001', '081234567812', 'RT 04 RW 10', 'Ya', '0') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('=1+1', '+62812', '-5', '@a', "'=x", "'", "''=x", '"', '""', 'a"b', ';', ',', '\t'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('a;b', 'a,b', 'a\tb', 'a\nb', 'Ni Luh é', '٣٤٠٤', '😀', '\u202e', '<&>', ''),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
)
const head = ['Nama', 'NIK', 'Alamat']
const rowOfThree = fc.tuple(cell, cell, cell)
const table = fc.array(rowOfThree, { maxLength: 12 }).map((rows): Table => [head, ...rows])
/** As tables are read: without blanks around cells, lines that end alike, and no row that says nothing. */
const tidied = (rows: Table): Table =>
  rows
    .map((cells) => cells.map((text) => text.replaceAll(/\r\n?/g, '\n').trim()))
    .filter((cells) => cells.some((text) => text !== ''))
const cellsOf = (rows: readonly { readonly cells: readonly string[] }[] | null): Table | null =>
  rows && rows.map(({ cells }) => cells)

/** A cell that spreadsheets would keep as it is: one whose blanks or quote marks stand for something is told apart elsewhere. */
const isPlain = (rows: Table): boolean => rows.flat().every((text) => text === text.trim() && !/^['\uFEFF]/.test(text))

property('IMPORT-10 whatever a table of ours says in its cells, it is read back as it was written', table, (rows) => {
  fc.pre(isPlain(rows))
  assert.deepEqual(cellsOf(csvRows(csvOf(rows))), tidied(rows))
})

property('IMPORT-10 each row is told with the line on which it begins, as a spreadsheet counts them', table, (rows) => {
  fc.pre(isPlain(rows))
  const text = csvOf(rows)
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
  for (const { line, cells } of csvRows(text) ?? []) {
    const [first = ''] = cells
    const begins = (lines[line - 1] ?? '').replace(/^\uFEFF/, '').replace(/^["']+/, '')
    assert.ok(begins.startsWith(first.split('\n')[0]?.split('"')[0] ?? ''), `${line}: ${begins}`)
  }
})

for (const mark of [';', ',', '\t'])
  for (const ending of ['\n', '\r\n', '\r'])
    property(
      `IMPORT-10 rows parted by ${JSON.stringify(mark)} and ended by ${JSON.stringify(ending)} are the same rows`,
      fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: 8 }),
      (numbers) => {
        const rows = [['satu', 'dua'], ...numbers.map((pair) => pair.map(String))]
        const text = rows.map((cells) => cells.join(mark)).join(ending)
        assert.equal(csvMark(text.split(/[\r\n]/)[0] ?? ''), mark)
        assert.deepEqual(cellsOf(csvRows(text)), rows)
      },
      20,
    )

test('IMPORT-10 the same words in UTF-8, with a mark or without, in UTF-16 and of older programs are the same table', async () => {
  const rows = [head, ['Ni Luh é', '3404075203600001', 'Jalan “Melati” 5']]
  const text = rows.map((cells) => cells.join(';')).join('\r\n')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const old = Buffer.from(text.replace('é', '\u00e9').replace('“', '\u0093').replace('”', '\u0094'), 'latin1')
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), wide, old]) {
    const read = await readTable(bytes, most)
    assert.deepEqual(read.ok && cellsOf(read.value), rows)
  }
})

test('IMPORT-10 a sheet that we write says cell by cell what it was given', async () => {
  const tables = fc.sample(table, { numRuns: 8, seed })
  for (const rows of tables) {
    const read = await readTable(writeSheet(rows), most)
    // A sheet shows a sign that XML has no place for as the sign for such; the rest stays.
    const wanted = tidied(rows).map((cells) =>
      cells.map((text) => text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\u{10FFFF}]/gu, '\uFFFD')),
    )
    assert.ok(read.ok, `FC_SEED=${seed}`)
    const filled = (cells: readonly string[]) => [0, 1, 2].map((nth) => cells[nth] ?? '')
    assert.deepEqual(
      read.value.map(({ cells }) => filled(cells)),
      wanted,
    )
  }
})

test('IMPORT-10 of a table as much is read as may be: rows to the last, one more is too long; cells and letters are cut', async () => {
  const rowsOf = (many: number) => ['Nama', ...Array.from({ length: many }, (_, nth) => `Warga ${nth}`)].join('\n')
  const read = (text: string, own: Partial<TableLimits>) => readTable(Buffer.from(text), { ...most, ...own })
  const lengths = [0, 1, 2, 3].map((many) => read(rowsOf(many), { rows: 2 }))
  const said = (await Promise.all(lengths)).map((one) => (one.ok ? one.value.length - 1 : one.error.code))
  assert.deepEqual(said, [0, 1, 2, 'table-too-long'])
  const wide = await read('a;b;c\n1234567;2;3', { cells: 2, inCell: 4 })
  assert.deepEqual(wide.ok && cellsOf(wide.value), [
    ['a', 'b'],
    ['1234', '2'],
  ])
  const big = await read('a'.repeat(101), { bytes: 100 })
  assert.deepEqual(big.ok || big.error, { code: 'file-too-large', limit: 100 })
  for (const nothing of ['', '\n\n\n', ';;;\n;;;', '\uFEFF']) {
    const answer = await read(nothing, {})
    assert.deepEqual(answer.ok || answer.error.code, 'no-table', JSON.stringify(nothing))
  }
})

const archive = zipOf([
  { name: 'satu.txt', content: 'Satu '.repeat(200) },
  { name: 'folder/dua.xml', content: '<a/>' },
  { name: 'kosong', content: '' },
])

test('IMPORT-11 an archive of ours fits, and each of its files is told by its name', async () => {
  assert.equal(await zipFits(archive, 10_000), true)
  assert.equal(await zipFits(archive, 1_003), false, 'one byte less than all of them have')
  assert.equal(await zipFits(archive, 1_004), true)
  assert.equal(await unpackFile(archive, /dua\.xml$/), '<a/>')
  assert.equal(await unpackFile(archive, /^kosong$/), '')
  assert.equal(await unpackFile(archive, /tiga/), null)
})

test('IMPORT-11 an archive in which any byte was changed, or that was cut anywhere, is read or refused, and never a fault', async () => {
  const change = fc.tuple(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }))
  for (const [at, by] of fc.sample(change, { numRuns: 400, seed })) {
    const bytes = Buffer.from(archive)
    bytes[at] = (bytes[at] ?? 0) ^ by
    const fits = await zipFits(bytes, 10_000)
    if (fits) assert.ok(((await unpackFile(bytes, /satu/)) ?? '').length <= 10_000, `FC_SEED=${seed}: ${at} ${by}`)
  }
  for (let length = 0; length < archive.length; length++)
    assert.equal(await zipFits(archive.subarray(0, length), 10_000), false, String(length))
})

test('IMPORT-11 whatever stands before, between or behind the files that are named makes it no archive', async () => {
  const [end, first] = [archive.indexOf('PK\x05\x06', 0, 'latin1'), archive.indexOf('PK\x01\x02', 0, 'latin1')]
  const stuffed = (at: number, what: Buffer) => Buffer.concat([archive.subarray(0, at), what, archive.subarray(at)])
  for (const at of [0, first, end])
    for (const many of [1, 7, 64]) assert.equal(await zipFits(stuffed(at, Buffer.alloc(many, 65)), 10_000), false)
  const nothing = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')
  assert.equal(await zipFits(nothing, 10_000), false, 'an archive of nothing')
})

property(
  'FILE-1 whatever bytes come, their kind is told by the first twelve of them, and by nothing behind',
  fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.constantFrom('', '%PDF-', 'RIFF1234WEBP', 'PK', '\xff\xd8\xff')),
  ([bytes, begins]) => {
    const file = Buffer.concat([Buffer.from(begins, 'latin1'), bytes])
    assert.equal(kindOf(file), kindOf(file.subarray(0, 12)))
    if (begins === '%PDF-') assert.equal(kindOf(file), 'application/pdf')
    if (begins === 'PK') assert.equal(kindOf(file), null)
  },
)
