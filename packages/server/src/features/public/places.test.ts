import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { readings, searchPlaces } from './places.ts'

let house: TestHouse
before(async () => {
  house = await startTestHouse()
  await aDistrictOffice(house)
})
after(() => house.close())

const search = async (typed: string) => (await searchPlaces(house.parts, typed, 'id')).places
const names = async (typed: string) => (await search(typed)).map(({ name, within }) => `${name}, ${within}`)

test('PLACE-1 a village is found however its name is written', async () => {
  const right = 'Caturtunggal, Depok, Kabupaten Sleman, Daerah Istimewa Yogyakarta'
  for (const typed of ['Caturtunggal', 'catur tunggal', ' CATURTUNGGAL ', 'desa caturtunggal', 'catur-tung'])
    assert.deepEqual((await names(typed))[0], right, typed)
})

test('PLACE-2 the place around it tells villages of one name apart, with a comma or without', async () => {
  for (const typed of ['Sukamaju, Garut', 'sukamaju garut', 'Sukamaju, Kab. Garut'])
    for (const found of await search(typed)) assert.match(found.within, /Kabupaten Garut/, typed)
  assert.ok((await searchPlaces(house.parts, 'Sukamaju', 'id')).more)
})

test('PLACE-3 the name of a sub-district finds its villages as well', async () => {
  for (const name of await names('depok, sleman')) assert.match(name, /Sleman/)
  assert.ok((await names('Depok')).some((name) => name.startsWith('Caturtunggal, Depok')))
})

test('PLACE-4 a village whose name says what it is, or that has a sign in it, is found too', async () => {
  assert.ok((await names('kota baru')).some((name) => /^Kota ?[Bb]aru/.test(name)))
  assert.deepEqual(await names('tidak ada namanya'), [])
  assert.deepEqual(await names("%' or 1=1"), [])
})

test('PLACE-5 the office that takes the citizens of a village is named with its hours', async () => {
  const [place] = await search('caturtunggal')
  const { open, ...office } = place?.office ?? { open: '' }
  assert.match(open, /^(Buka sekarang, sampai|Tutup, buka lagi) .*\d\d\.\d\d$/)
  assert.deepEqual(office, {
    name: 'Puskesos Caturtunggal',
    above: false,
    address: '',
    phone: '',
    hours: 'Senin–Kamis 08.00–15.00, Jumat 08.00–14.30',
  })
})

test('PLACE-6 words are read as a name first, then as a name with the place around it', () => {
  assert.deepEqual(readings('Suka Maju Garut'), [
    { name: 'sukamajugarut', within: [] },
    { name: 'sukamaju', within: ['garut'] },
    { name: 'suka', within: ['maju', 'garut'] },
  ])
  assert.deepEqual(readings('Desa Baru, Kec. Lama'), [
    { name: 'desabaru', within: ['lama'] },
    { name: 'baru', within: ['lama'] },
  ])
  assert.deepEqual(readings(' , '), [])
})
