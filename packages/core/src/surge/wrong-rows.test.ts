import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wrongRowsWithout } from './wrong-rows.ts'

const heads = ['Nama', 'NIK', 'No HP', 'Yang salah']
const siti = { name: 'Siti Aminah', nik: '3404075203600001', phone: '081234567812' }
const other = ['Budi', '3404070101800002', '081200000000', 'Desa tidak ditemukan']

const theirs: readonly (readonly [what: string, row: readonly string[]])[] = [
  ['the same NIK', ['S. Aminah', '3404075203600001', '', 'dua kali']],
  ['a NIK with blanks', ['', '3404 0752 0360 0001', '', 'dua kali']],
  ['the same name and a NIK that is wrong', ['SITI  AMINAH', '340407520360', '', 'NIK']],
  ['the same phone, written otherwise', ['', '', '+62 812-3456-7812', 'tanpa nama']],
]
for (const [what, row] of theirs)
  test(`PRIVACY-12 of wrong rows that with ${what} goes, and those of others stay`, () => {
    assert.deepEqual(wrongRowsWithout([heads, row, other], [siti]), [heads, other])
  })

test('PRIVACY-12 who has no NIK and no phone takes no row along that has none either', () => {
  const empty = ['Tukiran', '', '', 'Tanpa NIK']
  assert.deepEqual(wrongRowsWithout([heads, empty], [{ name: 'Siti', nik: null, phone: null }]), [heads, empty])
})
