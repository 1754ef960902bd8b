import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverIn, monthIn, monthsBeside, peopleIn } from './activity-address.ts'

const zone = 'Asia/Jakarta'
/** Half past six in the morning of the first of December in Sleman; in Greenwich it is still November. */
const now = Date.parse('2026-12-01T06:30:00+07:00')

for (const [search, month] of [
  ['', '2026-12'],
  ['bulan=2026-03', '2026-03'],
  ['bulan=2026-12', '2026-12'],
  ['bulan=2027-01', '2026-12'],
  ['bulan=2026-13', '2026-12'],
  ['bulan=maret', '2026-12'],
] as const)
  test(`SUPER-11 "${search}" asks for ${month}`, () => assert.equal(monthIn(search, zone, now), month))

test('SUPER-11 there is a month before each, and none after the present', () => {
  assert.deepEqual(monthsBeside('2026-12', zone, now), { before: '2026-11', after: null })
  assert.deepEqual(monthsBeside('2026-11', zone, now), { before: '2026-10', after: '2026-12' })
  assert.deepEqual(monthsBeside('2026-01', zone, now), { before: '2025-12', after: '2026-02' })
})

test('SUPER-10 an address narrows the list to a village and a name, and to nothing that is neither', () => {
  assert.deepEqual(peopleIn('cari=Rini&desa=34.04.07.2001&halaman=2'), { q: 'Rini', page: 2, village: '34.04.07.2001' })
  assert.deepEqual(peopleIn('desa=34.04'), { q: '', page: 1 })
  assert.equal(peopleIn(`cari=${'x'.repeat(200)}`).q.length, 60)
})

test('SUPER-13 an address says which villages, for how long and in which order; anything else is as usual', () => {
  const usual = { show: 'unvisited', months: '3', sort: 'last', q: '', page: 1 }
  assert.deepEqual(coverIn(''), usual)
  assert.deepEqual(coverIn('lihat=semua&selama=5&urut=desa'), usual)
  assert.deepEqual(coverIn('lihat=unserved&selama=12&urut=name&cari=Catur'), {
    ...usual,
    show: 'unserved',
    months: '12',
    sort: 'name',
    q: 'Catur',
  })
})
