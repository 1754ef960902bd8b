import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTable } from './read-table.ts'
import { writeSheet } from './write-sheet.ts'

const limits = { bytes: 1_000_000, rows: 100, cells: 60, inCell: 500 }

test('JOINT-14 a workbook holds every cell as it was written, read by the program that reads those of others', async () => {
  const wide = Array.from({ length: 30 }, (_, nth) => `kolom ${nth}`)
  const rows = [wide, ['=1+1', '<b>&amp;"', '0812', 'Desa “Sari” é']]
  const table = await readTable(writeSheet(rows), limits)
  assert.ok(table.ok)
  assert.deepEqual(table.value[0]?.cells, wide)
  assert.deepEqual(table.value[1]?.cells.slice(0, 4), rows[1])
})

test('JOINT-14 a sign that XML has no place for does not damage the workbook; every other one stays', async () => {
  const kept = ['satu\ndua', 'a\tb', '\uD7FF\uE000\uFFFD', '😀\u{10FFFF}', 'ꦱꦼꦩ', '\u202Ebalik']
  const lost = ['a\u0000b', 'a\u0008b', 'a\u001Fb', 'a\uFFFEb', 'a\uFFFFb', 'a\uD800b', 'a\uDC00b']
  const table = await readTable(writeSheet([kept, lost]), limits)
  assert.ok(table.ok)
  assert.deepEqual(table.value[0]?.cells.slice(0, kept.length), kept)
  assert.deepEqual(
    table.value[1]?.cells,
    lost.map(() => 'a\uFFFDb'),
  )
})
