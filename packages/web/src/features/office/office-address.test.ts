import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { addressWith } from '../../ui/list-address.ts'
import {
  isHours,
  isId,
  isTree,
  newOne,
  officeFilterOf,
  officesPath,
  openedOf,
  staffFilterOf,
} from './office-address.ts'

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

test('OFFICE-7 the tree, the hours and what stands open are told by their own words alone', () => {
  const shown: readonly (readonly [search: string, tree: boolean, hours: boolean, opened: string | null])[] = [
    ['', false, false, null],
    ['tampilan=pohon', true, false, null],
    ['tampilan=daftar&jam=tidak', false, false, null],
    ['buka=baru&jam=ya', false, true, 'baru'],
    ['jam=ya&jam=tidak', false, true, null],
    ['Tampilan=pohon&JAM=ya', false, false, null],
    ['buka=', false, false, ''],
  ]
  for (const [search, tree, hours, opened] of shown)
    assert.deepEqual([isTree(search), isHours(search), openedOf(search)], [tree, hours, opened], search)
})

test('OFFICE-7 every kind of office can be asked for, by its code and in no other spelling', () => {
  for (const kind of officeKinds) {
    assert.equal(officeFilterOf(`jenis=${kind}`).kind, kind)
    assert.equal(officeFilterOf(`jenis=${kind.toUpperCase()}`).kind, undefined)
  }
})

test('OFFICE-7 words are searched without blanks around them, sixty signs at most', () => {
  const long = 'puskesos '.repeat(10)
  assert.equal(officeFilterOf(`cari=${long}`).q?.length, 60)
  assert.equal(staffFilterOf('cari=%20%20siti%20').q, 'siti')
  for (const search of ['cari=', 'cari=%20%20', 'cari']) assert.equal('q' in staffFilterOf(search), false, search)
})

test('OFFICE-7 only what is the id of an office narrows the list of staff', () => {
  const office = '0192f000-0000-7000-8000-000000000001'
  assert.deepEqual(
    [isId(office), isId(newOne), isId(''), isId(`${office}0`), isId(` ${office}`)],
    [true, false, false, false, false],
  )
  assert.equal('office' in staffFilterOf(`kantor=${newOne}`), false)
})

property(
  'OFFICE-7 whatever was searched stands in the address as long as an office is open over it, and after',
  fc.record({
    cari: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    halaman: fc.integer({ min: 1, max: 99 }),
  }),
  ({ cari, halaman }) => {
    const searchOf = (href: string): string => href.split('?')[1] ?? ''
    const listed = searchOf(addressWith(officesPath, '', { cari, halaman }))
    const over = searchOf(addressWith(officesPath, listed, { buka: newOne, halaman }))
    const closed = searchOf(addressWith(officesPath, over, { buka: undefined, jam: undefined, halaman }))
    assert.equal(openedOf(over), newOne)
    for (const search of [over, closed]) assert.deepEqual(officeFilterOf(search), officeFilterOf(listed))
    assert.equal(officeFilterOf(closed).page, halaman)
  },
)
