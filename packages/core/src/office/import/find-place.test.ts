import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationPlace, placeCode } from '../../place/code.ts'
import { placeBook } from '../../testing/an-import.ts'
import type { NamedPlace } from './find-place.ts'
import { codeIn, findPlace, lettersOf } from './find-place.ts'

const sleman = placeCode.parse('34.04')
const find = (named: Partial<NamedPlace>, home = nationPlace) => {
  const found = findPlace(
    { code: '', province: '', district: '', subdistrict: '', village: '', ...named },
    placeBook,
    home,
  )
  return found.ok ? found.value : found.error
}

const found: readonly (readonly [Partial<NamedPlace>, string])[] = [
  [{ code: '34.04.07.2001' }, '34.04.07.2001'],
  [{ code: ' 3404072001 ' }, '34.04.07.2001'],
  [{ code: '340407' }, '34.04.07'],
  [{ code: '3404' }, '34.04'],
  [{ code: '34' }, '34'],
  [{ code: '00' }, '00'],
  [{ village: 'Caturtunggal' }, '34.04.07.2001'],
  [{ village: 'CATUR TUNGGAL' }, '34.04.07.2001'],
  [{ village: 'Kalurahan Caturtunggal', subdistrict: 'Kapanewon Depok' }, '34.04.07.2001'],
  [{ village: '34.04.07.2001' }, '34.04.07.2001'],
  [{ village: 'Sukamaju', subdistrict: 'Kec. Sukaraja' }, '32.04.02.2001'],
  [{ subdistrict: 'Depok' }, '34.04.07'],
  [{ village: 'Depok' }, '32.04.01.2002'],
  [{ district: 'Kota Bandung' }, '32.73'],
  [{ district: 'Kab. Bandung' }, '32.04'],
  [{ district: 'Sleman', province: 'Prov. Daerah Istimewa Yogyakarta' }, '34.04'],
  [{ district: 'Depok' }, '32.76'],
  [{ province: 'Jawa Barat' }, '32'],
  [{ province: 'D.I. Yogyakarta' }, '34'],
  [{ province: 'DI Yogyakarta' }, '34'],
  [{ code: '34.04.07.2001', village: 'Caturtunggal', district: 'Kabupaten Sleman' }, '34.04.07.2001'],
]
for (const [named, code] of found)
  test(`IMPORT-3 ${Object.values(named).join(', ')} is ${code}`, () => assert.equal(find(named), code))

test('IMPORT-3 of places that are called the same, all are named, and those above narrow them down', () => {
  const candidates = [
    'Sukamaju, Sukajaya, Kabupaten Bandung (32.04.01.2001)',
    'Sukamaju, Sukaraja, Kabupaten Bandung (32.04.02.2001)',
  ]
  assert.deepEqual(find({ village: 'Sukamaju' }), {
    code: 'place-ambiguous',
    column: 'village',
    said: 'Sukamaju',
    candidates,
  })
  assert.equal(find({ village: 'Sukamaju', subdistrict: 'Sukajaya' }), '32.04.01.2001')
  const both = find({ district: 'Bandung' })
  assert.ok(typeof both === 'object' && both.code === 'place-ambiguous' && both.candidates.length === 2)
})

test('IMPORT-3 places under the reader’s own come first; what is elsewhere is found when nothing is nearer', () => {
  const depok = placeCode.parse('32.04')
  assert.equal(find({ village: 'Sukamaju' }, placeCode.parse('32.04.02')), '32.04.02.2001')
  assert.equal(find({ subdistrict: 'Depok' }, depok), '34.04.07')
  assert.equal(find({ village: 'Sinduadi' }, sleman), '34.04.06.2001')
})

test('IMPORT-3 what is no place, or is another one than its code says, is told with its column', () => {
  assert.deepEqual(find({}), { code: 'place-missing' })
  assert.deepEqual(find({ code: '99.99' }), { code: 'place-unknown', column: 'code', said: '99.99' })
  assert.deepEqual(find({ code: 'Sleman' }), { code: 'place-unknown', column: 'code', said: 'Sleman' })
  assert.deepEqual(find({ village: 'Tidakada' }), { code: 'place-unknown', column: 'village', said: 'Tidakada' })
  assert.deepEqual(find({ village: 'Sinduadi', subdistrict: 'Depok' }), {
    code: 'place-unknown',
    column: 'village',
    said: 'Sinduadi',
  })
  assert.deepEqual(find({ code: '34.04.07.2001', village: 'Sinduadi' }), {
    code: 'place-differs',
    column: 'village',
    said: 'Sinduadi',
    place: 'Caturtunggal, Depok, Kabupaten Sleman (34.04.07.2001)',
  })
  assert.deepEqual(find({ code: '34.04', village: 'Caturtunggal' }), {
    code: 'place-differs',
    column: 'village',
    said: 'Caturtunggal',
    place: 'Kabupaten Sleman, Daerah Istimewa Yogyakarta (34.04)',
  })
})

test('IMPORT-3 a code that a spreadsheet took for a number is that code again', () => {
  assert.equal(codeIn('34.1'), '34.10')
  assert.equal(codeIn('34.04'), '34.04')
  for (const no of ['', '3', '340', '34.04.07.20', 'Sleman', '34,04', '34040720011']) assert.equal(codeIn(no), null, no)
})

test('IMPORT-3 the word for what a place is counts for nothing, unless it is the name', () => {
  for (const said of ['Kab. Sleman', 'KABUPATEN SLEMAN', 'kab Sleman', 'Sleman'])
    assert.equal(lettersOf(said), 'sleman')
  for (const said of ['Desa Sinduadi', 'Kel. Sinduadi']) assert.equal(lettersOf(said), 'sinduadi')
  for (const said of ['Kota Adm. Jakarta Pusat', 'Kota Administrasi Jakarta Pusat', 'Jakarta Pusat'])
    assert.equal(lettersOf(said), 'jakartapusat')
  assert.equal(lettersOf('Kep. Riau'), lettersOf('Kepulauan Riau'))
  assert.equal(lettersOf('Kotagede'), 'kotagede')
  assert.equal(lettersOf('Kabandungan'), 'kabandungan')
})
