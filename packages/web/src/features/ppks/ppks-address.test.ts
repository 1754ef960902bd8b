import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardPath, filterOf } from './ppks-address.ts'

test('PPKS-13 an address says what the list shows; what is none is left out', () => {
  const none = { show: 'open', type: undefined, place: undefined, year: undefined, page: 1 }
  assert.deepEqual(filterOf(''), none)
  assert.deepEqual(filterOf('lihat=ended&jenis=poor&wilayah=34.04.07&tahun=2025&halaman=2'), {
    show: 'ended',
    type: 'poor',
    place: '34.04.07',
    year: 2025,
    page: 2,
  })
  assert.deepEqual(filterOf('lihat=x&wilayah=sleman&tahun=25&halaman=0'), none)
  assert.equal(filterOf('tahun=2025.5').year, undefined)
  assert.equal(cardPath({ district: '34.04', id: 'a' }), '/ppks/34.04/a')
})
