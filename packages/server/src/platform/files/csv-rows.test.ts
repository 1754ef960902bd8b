import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { csvRows } from './csv-rows.ts'

const cellsIn = (text: string) => csvRows(text)?.map(({ cells }) => cells)

test('IMPORT-10 rows keep the lines of the file: cells of several lines and empty rows are counted', () => {
  const text = 'nama;alamat\r\n\r\nA;"Jl. 1\r\nRT 2"\r\n;;\r\nB;Jl. 3\r\n'
  assert.deepEqual(csvRows(text), [
    { line: 1, cells: ['nama', 'alamat'] },
    { line: 3, cells: ['A', 'Jl. 1\nRT 2'] },
    { line: 6, cells: ['B', 'Jl. 3'] },
  ])
})

test('IMPORT-10 the separator is the sign that the first line has most of', () => {
  assert.deepEqual(cellsIn('a;b;c\n1,5;2;3'), [
    ['a', 'b', 'c'],
    ['1,5', '2', '3'],
  ])
  assert.deepEqual(cellsIn('a,b\n1;2,3'), [
    ['a', 'b'],
    ['1;2', '3'],
  ])
  assert.deepEqual(cellsIn('a\n1,2'), [['a'], ['1,2']], 'of none, the semicolon of our own settings')
})

test('IMPORT-10 rows may be shorter or longer than the first', () => {
  assert.deepEqual(cellsIn('a;b\n1\n1;2;3'), [['a', 'b'], ['1'], ['1', '2', '3']])
})

test('IMPORT-10 a quote that is never closed is no table', () => {
  assert.equal(csvRows('a;b\n"1;2\n'), null)
})

// A table has a head, and a cell that is written is told from an empty one by what stands in it.
const aCell = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .map((text) => text.replaceAll(/[\r\t\p{C}\uFEFF]/gu, '').trim())
  .filter((text) => !text.startsWith("'"))
property(
  'IMPORT-10 whatever cells hold, what we write we read again, formulas and quotes too',
  fc.array(fc.tuple(aCell, fc.constantFrom('=1+1', '+62 812', '-', '@a', 'x;y', '"z"', 'w')), {
    minLength: 1,
    maxLength: 5,
  }),
  (rows) => {
    const table = [['nama', 'isi'], ...rows]
    assert.deepEqual(cellsIn(csvOf(table)), table)
  },
)

test('IMPORT-10 the separator is that of the first line also where lines end as on old Macs', () => {
  const addresses = Array.from({ length: 3 }, (_, nth) => `Puskesos ${nth};Jl. Candi, RT 1, RW 2, Depok`)
  for (const end of ['\r', '\n', '\r\n']) {
    const rows = cellsIn(['nama;alamat', ...addresses, ''].join(end))
    assert.deepEqual(rows?.[0], ['nama', 'alamat'], JSON.stringify(end))
    assert.deepEqual(rows?.[3], ['Puskesos 2', 'Jl. Candi, RT 1, RW 2, Depok'])
  }
})

test('IMPORT-10 lines are counted alike whatever their ends, within quotes too', () => {
  for (const end of ['\r', '\n', '\r\n']) {
    const text = ['a;b', '"x', '', 'y";1', '', 'z;2'].join(end)
    assert.deepEqual(
      csvRows(text)?.map(({ line, cells }) => [line, cells[0]]),
      [
        [1, 'a'],
        [2, 'x\n\ny'],
        [6, 'z'],
      ],
      JSON.stringify(end),
    )
  }
})

test('IMPORT-10 of a text with a million line ends only the beginning is read, and it is too long', () => {
  const rows = csvRows(`a;b\n${'x\n'.repeat(100_000)}`)
  assert.equal(rows?.length, 20_001)
  assert.equal(csvRows(`a;b\n${';\n'.repeat(100_000)}`)?.length, 20_001)
  assert.equal(csvRows(`a;b\n${';\n'.repeat(10_000)}c;d`)?.length, 2)
  assert.equal(csvRows(`a;b\n${'c'.repeat(300_000)}`), null)
})
