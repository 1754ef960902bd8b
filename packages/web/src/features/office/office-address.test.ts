import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeFilterOf, openedOf, staffFilterOf } from './office-address.ts'

test('OFFICE-7 the address of a list says what is searched, of which kind and on which page', () => {
  assert.deepEqual(officeFilterOf('cari=+depok+&jenis=puskesos&halaman=3'), { q: 'depok', kind: 'puskesos', page: 3 })
  assert.deepEqual(officeFilterOf(''), { page: 1 })
  assert.equal(openedOf('cari=a&buka=baru'), 'baru')
  assert.equal(openedOf('cari=a'), null)
})

test('OFFICE-7 what an address says wrongly is left out, and the list still shows', () => {
  assert.deepEqual(officeFilterOf('jenis=warung&halaman=-1&cari='), { page: 1 })
  assert.deepEqual(staffFilterOf('kantor=1%20or%201&halaman=x'), { page: 1 })
  const office = '0192f000-0000-7000-8000-000000000001'
  assert.deepEqual(staffFilterOf(`kantor=${office}`), { office, page: 1 })
})
