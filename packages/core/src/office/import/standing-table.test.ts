import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monday } from '../../testing/a-policy.ts'
import { importLook, placeBook, seededId } from '../../testing/an-import.ts'
import { offices } from '../../testing/an-office.ts'
import { ids } from '../../testing/ids.ts'
import { runThrough } from '../../testing/run-through.ts'
import type { ImportColumn, ImportKind } from './columns.ts'
import { importKinds, readHead } from './columns.ts'
import { planOffices } from './plan-offices.ts'
import { planStaff } from './plan-staff.ts'
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
    const plans = runThrough(planOffices(read, importLook()))
    assert.deepEqual(
      plans.filter(({ what }) => what !== 'same').map(({ name, problem }) => [name, problem]),
      [],
    )
  }
})

test('IMPORT-15 people who work now, sent as they stand, change nothing, whatever they are called', () => {
  const named = ['Siti Aminah', 'SITI AMINAH', "D'Arcy, Budi; S.Sos", '=Siti', 'Ni Luh Éka']
  const people = named.map((name, nth) => {
    const staff = { id: ids.staff(nth + 5), district: offices.village.district, version: 1, name, active: true }
    const office = nth % 2 === 0 ? offices.village : offices.district
    const role = nth % 2 === 0 ? 'fo' : 'manager'
    const post = {
      id: ids.post(nth + 5),
      district: office.district,
      version: 1,
      staff: staff.id,
      office: office.id,
      role,
    }
    return { staff, office, role, posts: [{ ...post, from: monday - 1, until: null }] }
  })
  for (const lang of ['id', 'en'] as const) {
    const held = people.map(({ staff, office, role }) => ({ id: staff.id, name: staff.name, role, office }))
    const [heads = [], ...lines] = staffTable(held, nameOf, lang)
    const { at } = readHead('staff', heads)
    const read = lines.map((cells, nth) => ({
      line: nth + 2,
      cell: (column: ImportColumn) => cells[at.get(column) ?? -1] ?? '',
    }))
    const plans = runThrough(planStaff(read, { ...importLook(), people, idOf: seededId }))
    assert.deepEqual(
      plans.map(({ what, asks, problem, name }) => [what, asks, problem, name]),
      named.map((name) => ['same', [], null, name]),
    )
  }
})

test('IMPORT-15 a table of offices speaks the reader’s language, and says of each its place by code and name', () => {
  const wanted = {
    id: { kind: 'Penyedia layanan', active: 'tidak', district: 'Kabupaten Sleman' },
    en: { kind: 'Service provider', active: 'no', district: 'Kabupaten Sleman' },
  } as const
  for (const lang of ['id', 'en'] as const) {
    const [heads = [], line = []] = officeTable([offices.closed], standing, nameOf, lang)
    const { at } = readHead('offices', heads)
    const cell = (column: ImportColumn) => line[at.get(column) ?? -1]
    assert.deepEqual([cell('kind'), cell('active'), cell('district')], Object.values(wanted[lang]))
    assert.deepEqual([cell('code'), cell('village'), cell('parent'), cell('parentPlace')], ['34.04', '', '-', ''])
  }
  const [, line = []] = officeTable([offices.village], standing, nameOf, 'id')
  assert.ok(line.includes('ya') && line.includes('Pos Kapanewon Depok') && line.includes('34.04.07'))
})
