import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeCode } from '../../place/code.ts'
import { setup, staff } from '../../testing/actors.ts'
import { importLook, importRow } from '../../testing/an-import.ts'
import { anOffice, offices } from '../../testing/an-office.ts'
import { ids } from '../../testing/ids.ts'
import { runThrough } from '../../testing/run-through.ts'
import type { ImportColumn } from './columns.ts'
import { planOffices } from './plan-offices.ts'
import type { RowPlan } from './row-plan.ts'

type Cells = Readonly<Partial<Record<ImportColumn, string>>>
const plan = (rows: readonly Cells[], look = importLook()): readonly RowPlan[] =>
  runThrough(
    planOffices(
      rows.map((cells, nth) => importRow(cells, nth + 2)),
      look,
    ),
  )
const one = (cells: Cells, look = importLook()): RowPlan => {
  const [only] = plan([cells], look)
  assert.ok(only)
  return only
}
const condong: Cells = { name: 'Puskesos Condongcatur', kind: 'Puskesos', code: '34.04.07.2003' }
const village: Cells = { name: 'Puskesos Caturtunggal', kind: 'Puskesos', code: '34.04.07.2001' }

test('IMPORT-4 a new office asks for exactly the command that a form would send', () => {
  const { what, name, asks, problem } = one({ ...condong, address: 'Jl. Candi', phone: '0274 1234' })
  assert.deepEqual([what, name, problem], ['new', 'Puskesos Condongcatur', null])
  assert.deepEqual(
    asks.map(({ kind, district, base, data }) => ({ kind, district, base, data })),
    [
      {
        kind: 'office.open',
        district: '34.04',
        base: null,
        data: {
          name: 'Puskesos Condongcatur',
          kind: 'puskesos',
          level: 'village',
          place: '34.04.07.2003',
          parent: offices.district.id,
          address: 'Jl. Candi',
          phone: '0274 1234',
        },
      },
    ],
  )
  assert.equal(one(condong).asks[0]?.subject, asks[0]?.subject, 'the same row is the same office')
})

test('IMPORT-4 a new office that does not work yet is opened, and changed right after', () => {
  const { what, asks, changes } = one({ ...condong, active: 'tidak' })
  assert.deepEqual(
    [what, asks.map(({ kind, base }) => [kind, base])],
    [
      'new',
      [
        ['office.open', null],
        ['office.change', 1],
      ],
    ],
  )
  assert.deepEqual(changes.at(-1), { column: 'active', from: 'Buka', to: 'Tidak aktif' })
  const [above, below] = plan([
    { name: 'Pos Mlati', kind: 'pos kecamatan', subdistrict: 'Mlati', active: 'tidak' },
    { name: 'Puskesos Sinduadi', kind: 'puskesos', village: 'Sinduadi' },
  ])
  assert.equal(above?.what, 'new')
  assert.equal(Reflect.get(below?.asks[0]?.data ?? {}, 'parent'), offices.district.id, 'who does not work is no parent')
})

test('IMPORT-5 an office that stands as the row says is the same, and asks for nothing', () => {
  for (const cells of [
    village,
    { ...village, name: 'PUSKESOS CATUR TUNGGAL' },
    { ...village, active: 'ya' },
    { ...village, address: '-' },
  ]) {
    const { what, asks, changes } = one(cells)
    assert.deepEqual([what, asks, changes], ['same', [], []])
  }
})

const changes: readonly (readonly [Cells, ImportColumn, string, string])[] = [
  [{ ...village, address: 'Jl. Baru' }, 'address', '', 'Jl. Baru'],
  [{ ...village, phone: '0274 555' }, 'phone', '', '0274 555'],
  [{ ...village, active: 'tidak' }, 'active', 'Buka', 'Tidak aktif'],
  [{ ...village, parent: 'Sekretariat SLRT Sleman' }, 'parent', 'Pos Kapanewon Depok', 'Sekretariat SLRT Sleman'],
  [{ ...village, parent: '-' }, 'parent', 'Pos Kapanewon Depok', ''],
  [{ id: offices.village.id, name: 'Puskesos Baru' }, 'name', 'Puskesos Caturtunggal', 'Puskesos Baru'],
  [{ name: 'RSUD Sleman', kind: 'dinas atau badan', code: '34.04' }, 'kind', 'Penyedia layanan', 'Dinas atau badan'],
]
for (const [cells, column, from, to] of changes)
  test(`IMPORT-5 a row that says another ${column} changes that alone`, () => {
    const found = one(cells)
    assert.deepEqual([found.what, found.changes], ['change', [{ column, from, to }]])
    assert.deepEqual([found.asks[0]?.kind, found.asks[0]?.base], ['office.change', 1])
  })

test('IMPORT-5 an office that a file opened and somebody renamed since is still that office', () => {
  const look = importLook()
  const id = ids.office(40)
  const renamed = anOffice({ id, name: 'Puskesos Gejayan', place: placeCode.parse('34.04.07.2003') })
  const opened = { ...importLook(undefined, [renamed]), idOf: () => id }
  assert.equal(one(condong, look).what, 'new')
  assert.deepEqual([one(condong, opened).what, one(condong, opened).name], ['same', 'Puskesos Gejayan'])
})

test('IMPORT-5 an office elsewhere that somebody gave the id of a row is not brought to its place', () => {
  const id = ids.office(40)
  const taken = anOffice({ id, name: 'Puskesos Caturtunggal II', place: placeCode.parse('34.04.07.2001') })
  const { what, asks, problem } = one(condong, { ...importLook(undefined, [taken]), idOf: () => id })
  assert.deepEqual([what, asks, problem?.reason.code], ['wrong', [], 'taken-elsewhere'])
  assert.ok(!JSON.stringify(problem).includes('Caturtunggal'))
})

test('IMPORT-6 the office above is the nearest that takes citizens; one that is closed is passed over', () => {
  const parentOf = (cells: Cells, look = importLook()): unknown =>
    Reflect.get(one(cells, look).asks[0]?.data ?? {}, 'parent')
  assert.equal(parentOf(condong), offices.district.id)
  const opened = importLook(undefined, [{ ...offices.subdistrict, active: true }])
  assert.equal(parentOf(condong, opened), offices.subdistrict.id)
  assert.equal(parentOf({ name: 'Dinas Baru', kind: 'agency', code: '34.04' }), null)
  assert.equal(parentOf({ ...condong, parent: 'Dinas Sosial DIY' }), offices.province.id)
  assert.equal(parentOf({ ...condong, parent: '-' }), null)
})

test('IMPORT-6 an office above may stand in the same file, wherever it stands there', () => {
  const [child, parent] = plan([
    { name: 'Puskesos Sinduadi', kind: 'puskesos', village: 'Sinduadi' },
    { name: 'Pos Mlati', kind: 'pos kecamatan', subdistrict: 'Mlati' },
  ])
  assert.equal(Reflect.get(child?.asks[0]?.data ?? {}, 'parent'), parent?.asks[0]?.subject)
  assert.ok((parent?.turn ?? 9) < (child?.turn ?? 0), 'the one above is sent first')
})

test('IMPORT-6 of several offices of that name above, the place says which', () => {
  const same = [10, 11].map((n) =>
    anOffice({
      id: ids.office(n),
      name: 'Posko',
      kind: 'agency',
      level: n === 10 ? 'district' : 'province',
      place: placeCode.parse(n === 10 ? '34.04' : '34'),
    }),
  )
  const look = importLook(undefined, same)
  const { problem } = one({ ...condong, parent: 'Posko' }, look)
  assert.ok(problem?.reason.code === 'office-ambiguous' && problem.reason.candidates.length === 2)
  for (const where of ['34.04', '3404', ' 34.04 ', 'Kabupaten Sleman', 'Kab. Sleman', 'SLEMAN']) {
    const [asked] = one({ ...condong, parent: 'Posko', parentPlace: where }, importLook(undefined, same)).asks
    assert.equal(Reflect.get(asked?.data ?? {}, 'parent'), ids.office(10), where)
  }
})

const wrongs: readonly (readonly [string, Cells, ImportColumn | null, string])[] = [
  ['no place', { name: 'Dinas X', kind: 'agency' }, 'code', 'place-missing'],
  ['no name', { kind: 'agency', code: '34.04' }, 'name', 'cell-missing'],
  ['a name too short', { name: 'Di', kind: 'agency', code: '34.04' }, 'name', 'cell-unreadable'],
  ['no kind', { name: 'Dinas X', code: '34.04' }, 'kind', 'cell-missing'],
  ['no kind that is known', { name: 'Dinas X', kind: 'toko', code: '34.04' }, 'kind', 'kind-unknown'],
  ['a kind at another level', { name: 'Dinas X', kind: 'secretariat', code: '34.04.07' }, 'kind', 'law'],
  ['a second Puskesos', { ...village, name: 'Puskesos Lain' }, 'name', 'kind-there'],
  ['an id of nobody', { ...condong, id: ids.office(77) }, 'id', 'id-unknown'],
  ['an id that is none', { ...condong, id: 'x' }, 'id', 'id-unknown'],
  ['a phone that is none', { ...condong, phone: 'telepon' }, 'phone', 'cell-unreadable'],
  ['neither yes nor no', { ...condong, active: 'mungkin' }, 'active', 'yes-or-no'],
  ['a parent that is not there', { ...condong, parent: 'Dinas Y' }, 'parent', 'office-unknown'],
  [
    'a parent that is no higher',
    { name: 'Pos X', kind: 'agency', code: '34.04', parent: 'Puskesos Caturtunggal' },
    'parent',
    'office-unknown',
  ],
  ['a place elsewhere', { name: 'Dinas X', kind: 'agency', code: '34.02' }, 'code', 'law'],
]
for (const [what, cells, column, code] of wrongs)
  test(`IMPORT-9 a row with ${what} is told at its column`, () => {
    const { what: outcome, problem, asks } = one(cells)
    assert.deepEqual([outcome, problem?.column, problem?.reason.code, asks], ['wrong', column, code, []])
  })

test('IMPORT-9 a row that stands in the file twice is told with the line of the first', () => {
  const [first, second] = plan([condong, { ...condong, name: 'puskesos condongcatur', address: 'Lain' }])
  assert.equal(first?.what, 'new')
  assert.deepEqual(second?.problem, { column: 'name', reason: { code: 'twice', line: 2 } })
})

test('IMPORT-9 two offices of one name in one place are told by their ids', () => {
  const twins = [20, 21].map((n) =>
    anOffice({
      id: ids.office(n),
      name: 'LKS Kasih',
      kind: 'provider',
      level: 'district',
      parent: null,
      place: placeCode.parse('34.04'),
    }),
  )
  const { problem } = one({ name: 'LKS Kasih', kind: 'provider', code: '34.04' }, importLook(undefined, twins))
  assert.ok(
    problem?.reason.code === 'office-ambiguous' && problem.reason.candidates.every((said) => said.includes('id ')),
  )
  const chosen = one({ id: ids.office(21), name: 'LKS Kasih Ibu' }, importLook(undefined, twins))
  assert.equal(chosen.asks[0]?.subject, ids.office(21))
})

test('IMPORT-12 whoever sends it reaches no further than by hand; the set-up stands above every place', () => {
  const elsewhere = { name: 'Dinas X', kind: 'agency', code: '34.02' }
  for (const actor of [staff('bo', offices.district), staff('admin', offices.subdistrict)])
    assert.equal(one(elsewhere, importLook(actor)).problem?.reason.code, 'law')
  assert.equal(one(elsewhere, importLook(setup)).what, 'new')
})

test('IMPORT-6 the place of the office above is read like any other, also where a spreadsheet took it for a number', () => {
  const standing = [anOffice({ id: ids.office(12), name: 'Posko', kind: 'agency', place: placeCode.parse('34.04.07') })]
  const asked = (where: string) =>
    one({ ...condong, parent: 'Posko', parentPlace: where }, importLook(undefined, standing))
  for (const where of ['34.04.07', '340407', 'Depok', 'Kec. Depok', 'kapanewon  DEPOK'])
    assert.equal(Reflect.get(asked(where).asks[0]?.data ?? {}, 'parent'), ids.office(12), where)
  for (const where of ['34.04', '34.04.06', 'Mlati', 'Kabupaten Sleman', '34.1', 'x'])
    assert.deepEqual(
      asked(where).problem,
      { column: 'parent', reason: { code: 'office-unknown', said: 'Posko' } },
      where,
    )
})

test('IMPORT-4 a row tells the office by the name that it has, and a new one its parent by name', () => {
  const same = one({ ...village, name: 'PUSKESOS  catur tunggal' })
  const changed = one({ ...village, name: 'PUSKESOS  catur tunggal', phone: '0274 555' })
  const renamed = one({ id: offices.village.id, name: 'Puskesos Baru' })
  for (const { name } of [same, changed, renamed]) assert.equal(name, offices.village.name)
  assert.deepEqual(one({ ...condong, parent: ' sekretariat slrt SLEMAN ' }).changes, [
    { column: 'parent', from: '', to: offices.district.name },
  ])
  assert.deepEqual(one({ ...condong, parent: ' - ' }).changes, [])
})

test('IMPORT-5 an office that comes under another of the same name is changed all the same', () => {
  const twins = [13, 14].map((n) =>
    anOffice({
      id: ids.office(n),
      name: 'Posko',
      kind: 'agency',
      level: n === 13 ? 'district' : 'province',
      place: placeCode.parse(n === 13 ? '34.04' : '34'),
      parent: null,
    }),
  )
  const standing = { ...offices.village, parent: ids.office(14) }
  const { what, changes, asks } = one(
    { ...village, parent: 'Posko', parentPlace: '34.04' },
    importLook(undefined, [...twins, standing]),
  )
  assert.deepEqual([what, changes], ['change', [{ column: 'parent', from: 'Posko', to: 'Posko' }]])
  assert.equal(Reflect.get(asks[0]?.data ?? {}, 'parent'), ids.office(13))
})

const kept = { ...offices.village, address: 'Jl. Lama 1', phone: '0274 1111' }
const cellsKept: readonly (readonly [Cells, readonly [address: string, phone: string]])[] = [
  [{ active: 'tidak' }, ['Jl. Lama 1', '0274 1111']],
  [{ address: '  ', phone: '', active: 'tidak' }, ['Jl. Lama 1', '0274 1111']],
  [{ address: '-' }, ['', '0274 1111']],
  [{ phone: ' - ' }, ['Jl. Lama 1', '']],
  [{ address: ' Jl. Baru 2 ' }, ['Jl. Baru 2', '0274 1111']],
]
for (const [cells, [address, phone]] of cellsKept)
  test(`IMPORT-5 an empty cell leaves what is there, and a dash empties it: ${JSON.stringify(cells)}`, () => {
    const { asks } = one({ ...village, ...cells }, importLook(undefined, [kept]))
    const [asked] = asks
    assert.ok(asked?.kind === 'office.change')
    assert.deepEqual([asked.data.address, asked.data.phone], [address, phone])
    assert.equal(asked.data.active, cells.active === undefined)
  })

test('IMPORT-5 gaps around a name, a code or an id, and the capitals of an id, make no other office', () => {
  const gaps = one({ ...village, name: `  ${village.name} `, code: ' 34.04.07.2001 ' })
  assert.deepEqual([gaps.what, gaps.name], ['same', village.name])
  const named = one({ ...village, id: ` ${offices.village.id.toUpperCase()} `, address: 'Jl. Baru' })
  assert.deepEqual([named.what, named.asks[0]?.subject], ['change', offices.village.id])
  const wrong = one({ name: '  Kantor X ', kind: 'Puskesos', code: '99.99.99.9999' })
  assert.deepEqual([wrong.what, wrong.name], ['wrong', 'Kantor X'])
})
