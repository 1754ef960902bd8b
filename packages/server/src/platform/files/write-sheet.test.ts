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
