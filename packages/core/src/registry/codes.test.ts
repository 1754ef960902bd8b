import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemWords } from '../contract/lists.ts'
import { shippedLists } from '../lists/shipped.ts'
import { codeLists } from './code-lists.ts'
import { indicatorKinds, indicatorList, localName, localVariables } from './indicators.ts'
import { shippedCodes } from './shipped-codes.ts'
import { variables } from './variables.ts'

const codesOf = (list: string) => shippedCodes.filter((item) => item.list === list).map(({ code }) => code)

/** How many codes each list of the field has: written down apart from the lists. */
const counts: Readonly<Record<(typeof codeLists)[number], number>> = {
  jenis_kelamin: 2,
  status_hubungan_keluarga: 9,
  status_kawin: 4,
  partisipasi_sekolah: 3,
  ijazah_tertinggi: 15,
  lapangan_usaha: 19,
  status_pekerjaan: 7,
  tingkat_kesulitan: 4,
  ragam_disabilitas: 5,
  penyakit_kronis: 11,
  gizi_balita: 4,
  golongan_penghasilan: 6,
  agama: 7,
  status_kepemilikan_rumah: 7,
  jenis_lantai: 8,
  jenis_dinding: 7,
  jenis_atap: 8,
  sumber_air_minum: 12,
  sumber_penerangan: 5,
  daya_terpasang: 6,
  bahan_bakar: 9,
  fasilitas_bab: 4,
  jenis_kloset: 4,
  pembuangan_akhir_tinja: 6,
  status_lahan: 4,
}
for (const list of codeLists)
  test(`REGISTRY-7 the list ${list} is shipped whole, numbered from one where the field numbers it`, () => {
    const codes = codesOf(list)
    assert.equal(codes.length, counts[list])
    if (codes.every((code) => /^\d+$/.test(code)))
      assert.deepEqual(
        codes,
        codes.map((_, nth) => String(nth + 1)),
      )
  })

test('REGISTRY-7 every variable that is a code has its list, and every list a variable', () => {
  const used = new Set(variables.flatMap(({ list }) => list ?? []))
  assert.deepEqual([...used].toSorted(), codeLists.toSorted())
})

test('REGISTRY-7 what is shipped of the registry is what a place may say of its lists, in force since the start', () => {
  const own = shippedLists.items.filter(({ list }) => list === indicatorList || codeLists.some((one) => one === list))
  assert.ok(own.length > 150)
  for (const { list, code, names, data, from } of own)
    assert.ok(itemWords.safeParse({ list, code, names, data, from }).success, `${list} ${code}`)
})

test('REGISTRY-8 an indicator of a place is a variable of its own that no official one can be taken for', () => {
  const said = (of: string, kind: string) => ({ code: `uji-${kind}`, data: { of, kind, why: 'Perbup 12/2026' } })
  const items = [...indicatorKinds.map((kind) => said('family', kind)), said('person', 'count')]
  const local = localVariables(items)
  assert.equal(local.length, items.length)
  assert.deepEqual(local.at(-1), { name: 'lokal-uji-count', of: 'person', kind: 'count', from: 'local' })
  const official = new Set(variables.map(({ name }) => name))
  for (const { code } of [...items, { code: 'sepeda' }]) assert.ok(!official.has(localName(code)), code)
})

test('REGISTRY-8 what is no indicator asks nothing, and one without kind or holder is not taken', () => {
  assert.deepEqual(
    localVariables([
      { code: 'x', data: {} },
      { code: 'y', data: { of: 'house', kind: 'count', why: '' } },
    ]),
    [],
  )
  const words = { list: indicatorList, code: 'x', names: { id: 'X', en: 'X' }, from: '2026-12-01' }
  const data = { of: 'family', kind: 'yes-no', why: '' }
  assert.ok(itemWords.safeParse({ ...words, data }).success)
  for (const wrong of [{ ...data, kind: 'code' }, { ...data, of: 'house' }, { ...data, more: 1 }, {}])
    assert.ok(!itemWords.safeParse({ ...words, data: wrong }).success, JSON.stringify(wrong))
})
