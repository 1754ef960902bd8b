import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headOf, importKinds, importTemplate, plain, readHead } from './columns.ts'

test('IMPORT-1 columns are found by their names in both languages, in any order and spelling', () => {
  const heads: readonly (readonly [readonly string[], readonly string[]])[] = [
    [
      ['Telepon', 'NAMA KANTOR', 'jenis_kantor', 'Kode Wilayah'],
      ['phone', 'name', 'kind', 'code'],
    ],
    [
      ['Office name', 'Office kind', 'Village', 'Active', 'Parent office'],
      ['name', 'kind', 'village', 'active', 'parent'],
    ],
    [
      ['Nama', 'Jenis', 'Kab/Kota', 'ID'],
      ['name', 'kind', 'district', 'id'],
    ],
  ]
  for (const [cells, columns] of heads) {
    const { at, missing, unknown, twice } = readHead('offices', cells)
    assert.deepEqual([[...at.keys()], [...at.values()]], [columns, columns.map((_, nth) => nth)])
    assert.deepEqual([missing, unknown, twice], [[], [], []])
  }
})

test('IMPORT-1 what is missing, unknown or there twice is told', () => {
  assert.deepEqual(readHead('offices', ['Alamat']).missing, ['name', 'kind', 'code'])
  assert.deepEqual(readHead('staff', ['Nama']).missing, ['role', 'office'])
  const { unknown, twice } = readHead('staff', ['Nama', 'Peran', 'Kantor', 'Nama lengkap', 'NIP', ' '])
  assert.deepEqual([unknown, twice], [['NIP'], ['name']])
})

test('IMPORT-1 the reasons that we wrote beside the rows are passed over', () => {
  for (const ours of ['sebab', 'kolom', 'Reason', 'column'])
    assert.deepEqual(readHead('staff', ['nama', 'peran', 'kantor', ours]).unknown, [])
})

test('IMPORT-2 the table to begin with has every column, in either language, with an example', () => {
  for (const kind of importKinds)
    for (const lang of ['id', 'en'] as const) {
      const [heads = [], example = []] = importTemplate(kind, lang)
      const { at, missing, unknown, twice } = readHead(kind, heads)
      assert.deepEqual([at.size, missing, unknown, twice], [heads.length, [], [], []])
      assert.equal(example.length, heads.length)
      for (const [column, nth] of at) assert.equal(headOf(kind, column, lang), heads[nth])
    }
  assert.notEqual(headOf('staff', 'role', 'id'), headOf('staff', 'role', 'en'))
})

test('IMPORT-5 names are compared by their letters and digits', () => {
  assert.equal(plain(' Puskesos  Catur-Tunggal 2 '), plain('PUSKESOS CATURTUNGGAL 2'))
  assert.notEqual(plain('RT 1'), plain('RT 2'))
})

test('IMPORT-1 of a file of staff the office may be named by its place alone, but its column stands there', () => {
  assert.deepEqual(readHead('staff', ['nama', 'peran', 'kantor', 'desa']).missing, [])
  assert.deepEqual(readHead('staff', ['nama', 'peran', 'desa']).missing, ['office'])
})
