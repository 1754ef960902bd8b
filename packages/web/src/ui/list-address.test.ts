import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressWith, pageOf } from './list-address.ts'

test('LIST-1 a filter joins those that are there, and its removal leaves a clean address', () => {
  assert.equal(addressWith('/antrean', 'cari=atap', { lihat: 'saya' }), '/antrean?cari=atap&lihat=saya')
  assert.equal(addressWith('/antrean', 'lihat=saya', { lihat: undefined }), '/antrean')
})

test('LIST-2 another filter begins at the first page, another page keeps the filters', () => {
  assert.equal(addressWith('/antrean', 'halaman=4', { lihat: 'saya' }), '/antrean?lihat=saya')
  assert.equal(addressWith('/antrean', 'lihat=saya', { halaman: 2 }), '/antrean?lihat=saya&halaman=2')
  assert.equal(addressWith('/antrean', 'lihat=saya&halaman=2', { halaman: 1 }), '/antrean?lihat=saya')
})

test('LIST-3 a page that is no page is the first', () => {
  assert.deepEqual(['', 'halaman=3', 'halaman=-1', 'halaman=x', 'halaman=1.5'].map(pageOf), [1, 3, 1, 1, 1])
})
