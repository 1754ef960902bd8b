import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageNumber } from '@openslrt/core/contract/route.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
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

property(
  'LIST-1 whatever is typed into a filter comes back as it was typed',
  fc.record({
    cari: fc.string({ unit: 'grapheme', minLength: 1 }),
    jenis: fc.string({ unit: 'grapheme', minLength: 1 }),
  }),
  (filters) => {
    const [, search = ''] = addressWith('/antrean', '', filters).split('?')
    assert.deepEqual(Object.fromEntries(new URLSearchParams(search)), { ...filters })
  },
)

test('LIST-2 the page is kept where it is named, and no address says that it is the first', () => {
  assert.equal(addressWith('/kantor', 'buka=a&halaman=3', { buka: undefined, halaman: 3 }), '/kantor?halaman=3')
  assert.equal(addressWith('/kantor', 'halaman=3', { halaman: undefined }), '/kantor')
  assert.equal(addressWith('/kantor', '', {}), '/kantor')
})

test('LIST-3 pages beyond counting are no pages', () => {
  assert.deepEqual(
    ['halaman=0', 'halaman=', 'halaman=1e99', 'halaman=Infinity', 'halaman=%2B2'].map(pageOf),
    [1, 1, 1, 1, 2],
  )
  for (const asked of [1, 10_000, 10_001])
    assert.equal(pageOf(`halaman=${asked}`) === asked, pageNumber.safeParse(asked).success)
})
