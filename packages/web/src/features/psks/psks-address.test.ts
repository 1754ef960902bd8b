import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterOf, reportPath } from './psks-address.ts'
import { tilesOf } from './tiles.ts'

test('PSKS-12 an address says what the list shows; what is none is left out', () => {
  const none = { show: 'active', kind: undefined, place: undefined, q: undefined, page: 1 }
  assert.deepEqual(filterOf(''), none)
  assert.deepEqual(filterOf('lihat=due&jenis=youth&wilayah=34.04&cari=tunas&halaman=3'), {
    show: 'due',
    kind: 'youth',
    place: '34.04',
    q: 'tunas',
    page: 3,
  })
  assert.deepEqual(filterOf('lihat=x&wilayah=x&halaman=x'), none)
  assert.equal(reportPath({ district: '34.04', id: 'a' }, 'b'), '/ppks/laporan/34.04/a/b')
})

test('PSKS-8 the tiles of a sub-district stand row by row, none over another and all inside the picture', () => {
  for (const n of [1, 5, 6, 7, 25]) {
    const { tiles, width, height } = tilesOf(Array.from({ length: n }, (_, nth) => ({ nth })))
    assert.equal(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size, n)
    assert.ok(tiles.every(({ x, y }) => x + 20 <= width && y + 20 <= height))
  }
  assert.deepEqual(tilesOf([]), { tiles: [], width: 20, height: 20 })
})
