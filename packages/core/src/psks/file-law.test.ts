import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shippedLists } from '../lists/shipped.ts'
import { lettersOf } from '../office/import/find-place.ts'
import type { PlaceCode } from '../place/code.ts'
import { levelOf, placeCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { aPsks, welfareNth } from '../testing/a-welfare.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { psksKindData } from './kinds.ts'
import type { PsksReading } from './plan-table.ts'
import { planPsks } from './plan-table.ts'
import type { PsksRow } from './psks.ts'
import type { NamedKind, PsksColumn } from './table.ts'

const kinds: readonly NamedKind[] = shippedLists.items
  .filter(({ list }) => list === 'psks-kind')
  .map(({ code, names, data }) => ({ code, names: { id: names.id, en: names.en }, ...psksKindData.parse(data) }))
const names: Readonly<Record<string, string>> = {
  '34.04': 'Sleman',
  '34.04.07': 'Depok',
  '34.04.07.2001': 'Caturtunggal',
  '34.04.07.2002': 'Maguwoharjo',
}
const codes = Object.keys(names).map((code) => placeCode.parse(code))
const [sleman, depok, here, there] = codes
const reading = (known: readonly PsksRow[]): PsksReading => ({
  actor: almighty(offices.district, 9),
  home: placeCode.parse('34.04'),
  book: {
    nameOf: (code) => names[code] ?? null,
    named: (level, letters) =>
      codes.filter((code) => levelOf(code) === level && lettersOf(names[code] ?? '') === letters),
  },
  kinds,
  known,
  look: {
    now: monday,
    day: '2026-11-02',
    kind: (code) => kinds.find((one) => one.code === code) ?? null,
    knowsPlace: (place) => place in names,
  },
  idOf: (seed) => welfareNth(seed.length + 100),
})
type Cells = Partial<Readonly<Record<PsksColumn, string>>>
const planned = (cells: Cells, known: readonly PsksRow[] = []) =>
  planPsks([{ line: 2, cell: (column) => cells[column] ?? '' }], reading(known))[0]
const sri: Cells = { kind: 'PSM', name: 'Sri Wahyuni', village: 'Caturtunggal', nik: '3404075203800002' }
const serving = (...serves: readonly (PlaceCode | undefined)[]): PsksRow =>
  aPsks({ serves: serves.flatMap((one) => one ?? []) })

/** Whom somebody serves who stands there, what a line says of it, and whom they serve then; null where nothing changes. */
const lines: readonly (readonly [serves: PsksRow, says: Cells, then: readonly (PlaceCode | undefined)[] | null])[] = [
  [serving(here), {}, null],
  [serving(here, there), {}, null],
  [serving(depok), {}, null],
  [serving(sleman), {}, null],
  [serving(there), {}, null],
  [serving(here, there), { serves: ' ' }, null],
  [serving(here, there), { serves: 'Maguwoharjo; Caturtunggal' }, null],
  [serving(here, there), { serves: '34.04.07.2001' }, [here]],
  [serving(here), { serves: 'Depok' }, [depok]],
  [serving(here), { serves: 'Caturtunggal, Maguwoharjo' }, [here, there]],
  [serving(here), { village: 'Maguwoharjo' }, [there]],
  [serving(depok), { village: 'Maguwoharjo' }, [depok]],
]
for (const [known, says, then] of lines)
  test(`PSKS-9 who serves ${known.serves.join(' and ')}, and a line that says ${JSON.stringify(says)}: ${then?.join(' and ') ?? 'nothing changes'}`, () => {
    const plan = planned({ ...sri, ...says }, [known])
    assert.equal(plan?.what, then === null ? 'same' : 'change', JSON.stringify(plan?.problem))
    if (then) assert.deepEqual(plan?.asks?.data.serves, then)
  })

const cell = fc.constantFrom('', 'Caturtunggal', 'Maguwoharjo', 'Depok', '34.04', 'Caturtunggal; Maguwoharjo')
const aLine = fc.record({
  phone: fc.constantFrom('', '081399990000'),
  address: fc.constantFrom('', 'Jl. Melati 4'),
  serves: cell,
  village: fc.constantFrom('Caturtunggal', 'Maguwoharjo'),
})
property(
  'PSKS-9 a line that was taken is nothing new the second time, whatever it leaves empty',
  fc.tuple(aLine, aLine),
  ([first, second]) => {
    let known = serving(here)
    for (const line of [first, second, second]) {
      const asks = planned({ ...sri, ...line }, [known])?.asks
      if (asks) {
        const { phone, address, serves, place } = asks.data
        known = { ...known, phone, address, serves, place, version: known.version + 1 }
      }
      assert.equal(planned({ ...sri, ...line }, [known])?.what, 'same')
      if (line.phone === '') assert.notEqual(known.phone, null, 'what is left empty stays')
      assert.ok(known.serves.length > 0)
    }
  },
)
