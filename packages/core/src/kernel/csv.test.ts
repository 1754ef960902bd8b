import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
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

/** Reads a table as a spreadsheet with Indonesian settings does. */
function readCsv(text: string): string[][] {
  const cells = [...text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const cell = fc.oneof(
  fc.integer(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a;b', '"', '\r\n', '=1', ' -1', '-'),
)

property(
  'FIG-8 a table is read back cell by cell; only what would run as a formula has a mark before it',
  fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
  (rows) => {
    const expected = rows.map((row) =>
      row.map((value) => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value))),
    )
    assert.deepEqual(readCsv(csvOf(rows)), expected)
  },
)
