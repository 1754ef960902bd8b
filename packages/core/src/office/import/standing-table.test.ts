import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importLook, placeBook } from '../../testing/an-import.ts'
import { offices } from '../../testing/an-office.ts'
import { ids } from '../../testing/ids.ts'
import type { ImportColumn, ImportKind } from './columns.ts'
import { importKinds, readHead } from './columns.ts'
import { planOffices } from './plan-offices.ts'
import { officeTable, staffTable } from './standing-table.ts'

const { offices: standing } = importLook()
const nameOf = (place: Parameters<typeof placeBook.nameOf>[0]): string => placeBook.nameOf(place) ?? place
const rows = Object.values(offices)
const held = [{ id: ids.staff(5), name: '=Siti', role: 'fo', office: offices.village }]
const tableOf = (kind: ImportKind, lang: 'id' | 'en') =>
  kind === 'offices' ? officeTable(rows, standing, nameOf, lang) : staffTable(held, nameOf, lang)

test('IMPORT-15 the table of what stands has every column, in either language', () => {
  for (const kind of importKinds)
    for (const lang of ['id', 'en'] as const) {
      const [heads = [], ...lines] = tableOf(kind, lang)
      const { missing, unknown, at } = readHead(kind, heads)
      assert.deepEqual([missing, unknown, at.size], [[], [], heads.length])
      assert.ok(lines.length > 0 && lines.every((line) => line.length === heads.length))
    }
  assert.deepEqual(tableOf('staff', 'en')[1]?.slice(0, 3), ['=Siti', 'Front office (FO)', 'Puskesos Caturtunggal'])
})

test('IMPORT-15 offices that are sent as they stand change nothing, whatever they are', () => {
  for (const lang of ['id', 'en'] as const) {
    const [heads = [], ...lines] = tableOf('offices', lang)
    const { at } = readHead('offices', heads)
    const read = lines.map((cells, nth) => ({
      line: nth + 2,
      cell: (column: ImportColumn) => cells[at.get(column) ?? -1] ?? '',
    }))
    const plans = planOffices(read, importLook())
    assert.deepEqual(
      plans.filter(({ what }) => what !== 'same').map(({ name, problem }) => [name, problem]),
      [],
    )
  }
})
