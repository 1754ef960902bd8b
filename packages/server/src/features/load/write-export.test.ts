import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, inflateRawSync } from 'node:zlib'
import { exportHead } from '@openslrt/core/load/export-row.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { csvRows } from '../../platform/files/csv-rows.ts'
import { closeWorkbook, noSheet, packRows } from '../../platform/files/sheet-in-pieces.ts'
import { sheetRows } from '../../platform/files/sheet-rows.ts'
import { unpackFile, zipFits } from '../../platform/files/zip-fits.ts'
import type { ExportRow } from './queries-export.ts'
import { frameOf, nextPiece } from './write-export.ts'

const asked: ExportRow = {
  district: '34.04',
  id: 'c0000000-0000-4000-8000-000000000001',
  mark: '3F2A-91BC-77D0',
  subject: 'families',
  form: 'csv',
  place: placeCode.parse('34.04'),
  desils: [],
  programme: null,
  programme_name: null,
  complete: null,
  numbers: false,
  reason: 'Verifikasi <lapangan> & "rapat"',
  lang: 'id',
  locals: [],
  staff: 'c0000000-0000-4000-8000-000000000002',
  office: 'c0000000-0000-4000-8000-000000000003',
  asked_at: Date.parse('2026-11-22T03:00:00Z'),
  ended_at: null,
  forgotten: false,
  total: 7,
  rows: 0,
  after_place: null,
  after_id: null,
  size: 0,
  crc: 0,
  plain: 0,
  pieces: [],
  fault: null,
  fetched: 0,
}
const odd = ['=1+1', 'a;b', '"', '<b>&amp;', 'dua\nbaris', '-7.75, 110.37', 'ꦱꦼꦩ 😀']
const head = exportHead('families')
const rowOf = (nth: number): readonly string[] =>
  head.map((_, column) => (column === 0 ? String(nth) : (odd[(nth + column) % odd.length] ?? '')))
const by = { name: 'Ratna & "Sari"', office: 'Sekretariat', place: 'Kab. Sleman' }

/** Writes rows in pieces of these sizes, as one process after the other would, each knowing what its row says. */
function written(form: ExportRow['form'], sizes: readonly number[]): Buffer {
  let row: ExportRow = { ...asked, form }
  const pieces: Buffer[] = []
  for (const size of sizes) {
    const rows = Array.from({ length: size }, (_, nth) => rowOf(row.rows + nth))
    const { bytes, ...sums } = nextPiece(row, rows)
    pieces.push(bytes)
    row = { ...row, ...sums, rows: row.rows + size, pieces: [...row.pieces, 'x'] }
  }
  const { first, last } = frameOf(row, by)
  return Buffer.concat([...(first ? [first] : []), ...pieces, ...(last ? [last] : [])])
}
const all = Array.from({ length: 7 }, (_, nth) => rowOf(nth))

for (const sizes of [[7], [3, 4], [1, 1, 1, 1, 1, 1, 1], [0]])
  test(`LOAD-17 pieces of ${sizes.join(', ')} rows are one file, with its heads once`, async () => {
    const wanted = sizes[0] === 0 ? [] : all
    const read = csvRows(written('csv', sizes).toString())?.map(({ cells }) => cells)
    assert.deepEqual(read, [head, ...wanted])
    const book = written('xlsx', sizes)
    assert.ok(await zipFits(book, 10_000_000))
    const rows = await sheetRows(book, { rows: 100, cells: 300, inCell: 1_000 })
    assert.deepEqual(
      rows?.map(({ cells }) => cells),
      [head, ...wanted],
    )
  })

test('LOAD-17 a file is the same however its rows were parted', async () => {
  assert.deepEqual(written('csv', [7]), written('csv', [2, 5]))
  const sheet = (bytes: Buffer) => unpackFile(bytes, /sheet1\.xml$/)
  assert.equal(await sheet(written('xlsx', [7])), await sheet(written('xlsx', [2, 5])))
})

test('LOAD-18 what a workbook tells of itself is escaped where XML and printed pages have signs of their own', async () => {
  const book = written('xlsx', [7])
  const part = async (name: RegExp) => (await unpackFile(book, name)) ?? ''
  assert.match(await part(/core\.xml$/), /<dc:creator>Ratna &amp; &quot;Sari&quot;, Sekretariat<\/dc:creator>/)
  assert.match(await part(/sheet1\.xml$/), /<oddFooter>&amp;LRatna &amp;&amp; &quot;Sari&quot;, Sekretariat&amp;R/)
  assert.match(await part(/sheet2\.xml$/), /Verifikasi &lt;lapangan&gt; &amp; &quot;rapat&quot;/)
  assert.match(await part(/workbook\.xml$/), /<sheet name="Data" .*<sheet name="Tanda ekspor"/)
  assert.match(await part(/Content_Types/), /core-properties/)
})

test('LOAD-17 the sum and length that stand before a sheet are those of what stands in its pieces', () => {
  const first = packRows(noSheet, [['a', ''], ['b']], 0)
  const second = packRows(first.sum, [['c']], 2)
  const plain = inflateRawSync(Buffer.concat([first.piece, second.piece, Buffer.from([3, 0])]))
  assert.deepEqual(second.sum, {
    crc: crc32(plain),
    plain: plain.length,
    packed: first.piece.length + second.piece.length,
  })
  assert.ok(plain.toString().includes('<c r="A3"') && !plain.toString().includes('<c r="B1"'), 'an empty cell is none')
  const mark = { title: 't', by: 'b', at: new Date(0), id: 'i', name: 'n', lines: [] }
  assert.deepEqual(closeWorkbook(second.sum, mark), closeWorkbook({ ...second.sum }, mark))
})
