import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
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

property(
  'OFFICE-7 whatever stands in an address, the lists are ones that the server gives',
  fc.dictionary(
    fc.constantFrom('cari', 'jenis', 'kantor', 'halaman', 'buka'),
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.constantFrom('puskesos', '7', 'f'.repeat(36))),
  ),
  (asked) => {
    const search = new URLSearchParams(asked).toString()
    for (const [row, filter] of [
      [referenceRoutes.offices, officeFilterOf(search)],
      [referenceRoutes.staff, staffFilterOf(search)],
    ] as const) {
      const read = row.query.safeParse(filter)
      assert.ok(read.success, `${search}: ${read.error?.message}`)
    }
  },
)
