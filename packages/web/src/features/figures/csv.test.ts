import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

test('FIG-8 a table becomes lines of cells, and a cell with a separator or a quote mark stays one cell', () => {
  assert.equal(
    csvOf([
      ['Wilayah', 'Tercatat'],
      ['A; "B"', 12],
    ]),
    '\uFEFFWilayah;Tercatat\r\n"A; ""B""";12\r\n',
  )
})

test('FIG-8 no text begins as a formula, and numbers stay numbers', () => {
  for (const begin of ['=1+1', '+62', '-1', '@sum', '\tx', '\rx']) {
    const [cell = ''] = csvOf([[begin]])
      .slice(1)
      .split('\r\n')
    assert.ok(cell.replace(/^"/, '').startsWith("'"), begin)
  }
  assert.equal(csvOf([[-5]]), '\uFEFF-5\r\n')
})
