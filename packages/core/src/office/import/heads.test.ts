import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportColumn, ImportKind } from './columns.ts'
import { headOf, importTemplate, readHead } from './columns.ts'

type Heads = Readonly<Partial<Record<ImportColumn, string>>>
const places = {
  code: 'kode wilayah | place code | kode | code | kode kemendagri',
  province: 'provinsi | province',
  district: 'kabupaten | district | kabupaten/kota | kab/kota | kota',
  subdistrict: 'kecamatan | subdistrict | kapanewon | distrik',
  village: 'desa | village | desa/kelurahan | kelurahan | kalurahan | nagari',
}

/** What people call the columns, the Indonesian and the English name first: written down apart from the code. */
const spec: Readonly<Record<ImportKind, Heads>> = {
  offices: {
    name: 'nama kantor | office name | nama | name | kantor | office',
    kind: 'jenis kantor | office kind | jenis | kind | type',
    ...places,
    parent: 'kantor induk | parent office | induk | parent',
    parentPlace: 'wilayah induk | parent place | kode wilayah induk | parent place code',
    address: 'alamat | address',
    phone: 'telepon | phone | nomor telepon | no telepon | telp',
    active: 'aktif | active',
    id: 'id | office id',
  },
  staff: {
    name: 'nama petugas | staff name | nama | name | nama lengkap | full name',
    role: 'peran | role | jabatan | position',
    office: 'kantor | office | nama kantor | office name',
    ...places,
    ends: 'berakhir | ended | berhenti | ends',
    id: 'id | id petugas | staff id',
  },
}

for (const kind of ['offices', 'staff'] as const) {
  const named = Object.entries(spec[kind]).map(([column, heads]) => [column, heads.split(' | ')] as const)

  test(`IMPORT-1 every name of a column of ${kind} is known, however it is spelled, and means that column alone`, () => {
    for (const [column, heads] of named)
      for (const head of heads)
        for (const spelled of [head, head.toUpperCase(), head.replaceAll(' ', '_'), ` ${head.replace('/', ' / ')}. `]) {
          const { at, unknown } = readHead(kind, ['', spelled])
          assert.deepEqual([[...at], unknown], [[[column, 1]], []], spelled)
        }
  })

  test(`IMPORT-2 the table to begin with has the columns of ${kind} in their order, by their first names`, () => {
    for (const [nth, lang] of (['id', 'en'] as const).entries()) {
      const heads = named.map(([, names]) => names[nth])
      assert.deepEqual(importTemplate(kind, lang)[0], heads)
      assert.deepEqual(
        [...readHead(kind, heads.map(String)).at.keys()].map((column) => headOf(kind, column, lang)),
        heads,
      )
    }
  })

  test(`IMPORT-1 two names of one column of ${kind} in a file are told, whichever they are, and the first is read`, () => {
    for (const [column, heads] of named)
      for (const other of heads.slice(1)) {
        const { twice, at } = readHead(kind, [other, heads[0] ?? ''])
        assert.deepEqual([twice, at.get(twice[0] ?? 'id')], [[column], 0], other)
      }
  })
}

test('IMPORT-1 columns of the other kind of file are unknown, and told as they are written', () => {
  assert.deepEqual(readHead('staff', ['Alamat', 'Kantor Induk', ' Jenis ']).unknown, [
    'Alamat',
    'Kantor Induk',
    ' Jenis ',
  ])
  assert.deepEqual(readHead('offices', ['Peran', 'berakhir', 'NIK']).unknown, ['Peran', 'berakhir', 'NIK'])
})

test('IMPORT-1 any one column of the place is enough for an office, and none is asked of staff', () => {
  for (const place of ['kode wilayah', 'provinsi', 'kota', 'distrik', 'nagari'])
    assert.deepEqual(readHead('offices', ['nama', 'jenis', place]).missing, [], place)
  assert.deepEqual(readHead('offices', ['nama', 'jenis', 'wilayah induk']).missing, ['code'])
  assert.deepEqual(readHead('staff', ['nama', 'jabatan', 'kantor']).missing, [])
})
