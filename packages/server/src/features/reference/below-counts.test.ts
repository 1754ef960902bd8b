import assert from 'node:assert/strict'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { officesAbove } from '@openslrt/core/office/office.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { anOffice } from '@openslrt/core/testing/an-office.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { OfficeBook } from './office-book.ts'

/** One telling of an office: which, above it which of lower number, where, and whether it takes cases. */
const told = fc.record({
  office: fc.integer({ min: 1, max: 9 }),
  parent: fc.integer({ min: 0, max: 8 }),
  place: fc.constantFrom('34.04.07.2001', '34.04', '34').map((code) => placeCode.parse(code)),
  active: fc.boolean(),
})
/** The higher numbers are providers: without one above they stand under the host of their place. */
const kindOf = (office: number) => (office > 6 ? 'provider' : 'puskesos')

property(
  'OFFICE-16 in whatever order offices are opened, closed and moved, as many are counted below each as lie there',
  fc.array(told, { minLength: 1, maxLength: 40 }),
  (tellings) => {
    const book = new OfficeBook()
    tellings.forEach(({ office, parent, place, active }, nth) => {
      const above = parent > 0 && parent < office ? ids.office(parent) : null
      const row = anOffice({
        id: ids.office(office),
        kind: kindOf(office),
        parent: above,
        place,
        active,
        version: nth + 1,
      })
      book.put(row, 'Caturtunggal')
    })
    const all = [...book.all().values()]
    const inTree = new Map(
      all.map((one) => [
        one.id,
        { ...one, parent: one.parent ?? (one.kind === 'provider' ? book.hostAt(one.place) : null) },
      ]),
    )
    for (const { id } of all) {
      const below = all.filter((one: OfficeRow) => [...officesAbove(one.id, inTree)].some((above) => above.id === id))
      assert.deepEqual(book.below(id), { all: below.length, inactive: below.filter(({ active }) => !active).length })
    }
  },
)

property(
  'OFFICE-16 what is known already as it was later changes no count',
  fc.array(told, { minLength: 1, maxLength: 20 }),
  (tellings) => {
    const book = new OfficeBook()
    const rows = tellings.map(({ office, parent, active }, nth) =>
      anOffice({
        id: ids.office(office),
        parent: parent > 0 && parent < office ? ids.office(parent) : null,
        active,
        version: nth + 1,
      }),
    )
    for (const row of rows) book.put(row, 'Caturtunggal')
    const counts = () => rows.map(({ id }) => book.below(id))
    const before = counts()
    for (const row of rows) book.put(row, 'Caturtunggal')
    assert.deepEqual(counts(), before)
  },
)
