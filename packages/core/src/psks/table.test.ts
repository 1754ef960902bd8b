import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PsksCommandData } from '../contract/psks.ts'
import { shippedLists } from '../lists/shipped.ts'
import { lettersOf } from '../office/import/find-place.ts'
import type { PlaceCode } from '../place/code.ts'
import { levelOf, placeCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { aPsks, welfareNth } from '../testing/a-welfare.ts'
import { almighty, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { psksKindData } from './kinds.ts'
import type { PsksFileRow, PsksReading } from './plan-table.ts'
import { planPsks } from './plan-table.ts'
import type { PsksRow } from './psks.ts'
import { fieldsOf } from './psks.ts'
import type { NamedKind, PsksColumn } from './table.ts'
import { baseColumns, fieldsIn, headsOf, psksTemplate, readPsksHead } from './table.ts'

const kinds: readonly NamedKind[] = shippedLists.items
  .filter(({ list }) => list === 'psks-kind')
  .map(({ code, names, data }) => ({ code, names: { id: names.id, en: names.en }, ...psksKindData.parse(data) }))
const names: Readonly<Record<string, string>> = {
  '34.04': 'Sleman',
  '34.04.07': 'Depok',
  '34.04.08': 'Berbah',
  '34.04.07.2001': 'Caturtunggal',
  '34.04.07.2002': 'Maguwoharjo',
  '34.04.08.2001': 'Kalitirto',
}
const codes = Object.keys(names).map((code) => placeCode.parse(code))
const book = {
  nameOf: (code: string) => names[code] ?? null,
  named: (level: string, letters: string): readonly PlaceCode[] =>
    codes.filter((code) => levelOf(code) === level && lettersOf(names[code] ?? '') === letters),
}
const judge = almighty(offices.district, 9)
const reading = (own: Partial<PsksReading> = {}): PsksReading => ({
  actor: judge,
  home: placeCode.parse('34.04'),
  book,
  kinds,
  known: [],
  look: {
    now: monday,
    day: '2026-11-02',
    kind: (code) => kinds.find((one) => one.code === code) ?? null,
    knowsPlace: (place) => place in names,
  },
  idOf: (seed) => welfareNth(seed.length + 100),
  ...own,
})

type Cells = Partial<Readonly<Record<PsksColumn, string>>>
const row = (cells: Cells, line = 2): PsksFileRow => ({ line, cell: (column) => cells[column] ?? '' })
const sri: Cells = { kind: 'PSM', name: 'Sri Wahyuni', village: 'Caturtunggal' }
const planned = (cells: Cells, own: Partial<PsksReading> = {}) => planPsks([row(cells)], reading(own))[0]
const dataOf = (cells: Cells, own: Partial<PsksReading> = {}): PsksCommandData['psks.register'] => {
  const plan = planned(cells, own)
  assert.ok(plan?.asks, JSON.stringify(plan?.problem))
  return plan.asks.data
}
const problemOf = (cells: Cells, own: Partial<PsksReading> = {}) => {
  const plan = planned(cells, own)
  assert.equal(plan?.what, 'wrong')
  assert.equal(plan.asks, null, 'a wrong line asks for nothing')
  return [plan.problem?.column, plan.problem?.reason.code]
}

for (const lang of ['id', 'en'] as const)
  test(`PSKS-9 the heads of the table in ${lang} are each found again, in any order`, () => {
    const heads = headsOf(kinds, lang)
    const words = heads.map(([, head]) => head)
    assert.equal(new Set(words.map((word) => word.toLowerCase())).size, words.length, 'no two are called alike')
    for (const order of [words, words.toReversed(), words.map((word) => `  ${word.toUpperCase()} `)]) {
      const { at, missing, unknown, twice } = readPsksHead(order, kinds)
      assert.deepEqual([missing, unknown, twice], [[], [], []])
      assert.equal(at.size, heads.length)
    }
    const { at } = readPsksHead(words, kinds)
    for (const [nth, [column]] of heads.entries()) assert.equal(at.get(column), nth)
  })

test('PSKS-9 the table has a column for every field that some kind has, once', () => {
  const fields = fieldsIn(kinds)
  const all = new Set(kinds.flatMap((kind) => kind.fields.map(({ code }) => code)))
  assert.deepEqual(new Set(fields.map(({ code }) => code)), all)
  assert.equal(fields.length, all.size)
  assert.equal(headsOf(kinds, 'id').length, baseColumns.length + fields.length)
})

test('PSKS-9 the empty table shows one line that can be sent as it is', () => {
  for (const lang of ['id', 'en'] as const) {
    const [heads = [], example = []] = psksTemplate(kinds, lang)
    assert.equal(heads.length, example.length)
    const { at } = readPsksHead(heads, kinds)
    const cell = (column: PsksColumn) => example[at.get(column) ?? -1] ?? ''
    const [plan] = planPsks([{ line: 2, cell }], reading())
    assert.equal(plan?.what, 'new', JSON.stringify(plan?.problem))
    assert.deepEqual(plan.asks?.data.serves, ['34.04.07.2001', '34.04.07.2002'])
  }
})

const heads: readonly (readonly [
  heads: readonly string[],
  missing: readonly string[],
  unknown: readonly string[],
  twice: readonly string[],
])[] = [
  [['Jenis PSKS', 'Nama', 'Desa'], [], [], []],
  [['Jenis', 'Nama lembaga', 'Kode wilayah'], [], [], []],
  [['Kind', 'Name', 'Subdistrict'], [], [], []],
  [['Nama', 'Desa'], ['kind'], [], []],
  [['Jenis PSKS', 'Nama'], ['code'], [], []],
  [[], ['kind', 'name', 'code'], [], []],
  [['Jenis PSKS', 'Nama', 'Desa', 'Sepatu', ''], [], ['Sepatu'], []],
  [['Jenis PSKS', 'Nama', 'Desa', 'Baris', 'Sebab', 'Kolom'], [], [], []],
  [['Jenis PSKS', 'Nama', 'Desa', 'Nama lengkap'], [], [], ['name']],
  [['Jenis PSKS', 'Nama', 'Desa', 'Jumlah anggota', 'Members'], [], [], ['field:members']],
]
for (const [cells, missing, unknown, twice] of heads)
  test(`PSKS-9 of the heads ${cells.join(', ')} ${missing.join() || 'none'} is missing`, () => {
    const head = readPsksHead(cells, kinds)
    assert.deepEqual([head.missing, head.unknown, head.twice], [missing, unknown, twice])
  })

/** How people write a kind. */
const spoken: readonly (readonly [said: string, code: string])[] = [
  ['Pekerja sosial masyarakat (PSM)', 'community-worker'],
  ['psm', 'community-worker'],
  ['  PSM ', 'community-worker'],
  ['community-worker', 'community-worker'],
  ['Community social worker (PSM)', 'community-worker'],
  ['Karang Taruna', 'youth'],
  ['karang-taruna', 'youth'],
  ['LKS', 'institution'],
  ['LK3', 'family-counselling'],
  ['Tagana', 'disaster-volunteer'],
  ['TKSK', 'subdistrict-worker'],
  ['WKSBM', 'community-vehicle'],
  ['Dunia usaha', 'business'],
]
for (const [said, code] of spoken)
  test(`PSKS-9 ${JSON.stringify(said)} is ${code}`, () => {
    assert.equal(dataOf({ ...sri, kind: said }).kind, code)
  })

const wrong: readonly (readonly [cells: Cells, column: PsksColumn | null, code: string])[] = [
  [{ ...sri, kind: 'Ojek' }, 'kind', 'cell-unreadable'],
  [{ ...sri, kind: '' }, 'kind', 'cell-missing'],
  [{ ...sri, kind: ' - ' }, 'kind', 'cell-missing'],
  [{ ...sri, name: '' }, 'name', 'psks-name'],
  [{ ...sri, name: 'AB' }, 'name', 'psks-name'],
  [{ ...sri, name: 'x'.repeat(201) }, 'name', 'cell-unreadable'],
  [{ ...sri, village: '' }, 'code', 'place-missing'],
  [{ ...sri, village: 'Atlantis' }, 'code', 'place-unknown'],
  [{ ...sri, village: '', code: '34.02.01.2001' }, 'code', 'place-unknown'],
  [{ ...sri, code: '34.04.07.2002' }, 'code', 'place-differs'],
  [{ ...sri, nik: '340407520380000' }, 'nik', 'cell-unreadable'],
  [{ ...sri, nik: '3,40407E+15' }, 'nik', 'cell-unreadable'],
  [{ ...sri, phone: 'nol delapan' }, 'phone', 'cell-unreadable'],
  [{ ...sri, email: 'sri' }, 'email', 'cell-unreadable'],
  [{ ...sri, address: 'x'.repeat(301) }, 'address', 'cell-unreadable'],
  [{ ...sri, serves: 'Atlantis' }, 'serves', 'place-unknown'],
  [{ ...sri, serves: 'Caturtunggal; 34.02.01.2001' }, 'serves', 'place-unknown'],
  [{ ...sri, 'field:sex': 'banyak' }, 'field:sex', 'psks-field'],
  [{ ...sri, 'field:active-since': 'dulu' }, 'field:active-since', 'psks-field'],
  [{ ...sri, kind: 'Karang Taruna', 'field:members': 'empat puluh' }, 'field:members', 'psks-field'],
  [{ ...sri, kind: 'Dunia usaha', 'field:csr-forum': 'mungkin' }, 'field:csr-forum', 'psks-field'],
]
for (const [cells, column, code] of wrong)
  test(`PSKS-9 the line ${JSON.stringify(cells).slice(0, 100)} is wrong in ${column}: ${code}`, () => {
    assert.deepEqual(problemOf(cells), [column, code])
  })

test('PSKS-9 a line outside the office’s places is wrong by its place', () => {
  const operator = staff('village-operator', offices.village)
  const own = { actor: operator, home: placeCode.parse('34.04.07.2001') }
  assert.deepEqual(problemOf({ ...sri, village: '', code: '34.04.07.2002' }, own)[0], 'code')
  assert.equal(planned({ ...sri, village: '', code: '34.04.07.2001' }, own)?.what, 'new')
})

/** What people write in a cell, and what is kept of it. */
const cells: readonly (readonly [
  column: PsksColumn,
  said: string,
  read: (data: PsksCommandData['psks.register']) => unknown,
  kept: unknown,
])[] = [
  ['nik', '3404 0752 0380 0002', ({ nik }) => nik, '3404075203800002'],
  ['nik', "'3404.0752.0380.0002", ({ nik }) => nik, '3404075203800002'],
  ['nik', '', ({ nik }) => nik, null],
  ['phone', ' 081300002222 ', ({ phone }) => phone, '081300002222'],
  ['phone', '', ({ phone }) => phone, null],
  ['email', ' sri@contoh.go.id', ({ email }) => email, 'sri@contoh.go.id'],
  ['address', ' Jl. Melati 3 ', ({ address }) => address, 'Jl. Melati 3'],
  ['serves', '', ({ serves }) => serves, ['34.04.07.2001']],
  ['serves', 'Caturtunggal; Maguwoharjo', ({ serves }) => serves, ['34.04.07.2001', '34.04.07.2002']],
  ['serves', 'Depok', ({ serves }) => serves, ['34.04.07']],
  ['serves', '34.04.08,\nMaguwoharjo', ({ serves }) => serves, ['34.04.08', '34.04.07.2002']],
  ['serves', ' ; Depok ; ', ({ serves }) => serves, ['34.04.07']],
  ['field:sex', 'Perempuan', ({ fields }) => fields['sex'], 'P'],
  ['field:sex', 'laki-laki', ({ fields }) => fields['sex'], 'L'],
  ['field:sex', 'M', ({ fields }) => fields['sex'], 'L'],
  ['field:education', ' S1 ', ({ fields }) => fields['education'], 'S1'],
  ['field:education', '  ', ({ fields }) => fields['education'], undefined],
  ['field:members', '40', ({ fields }) => fields['members'], undefined],
]
for (const [column, said, read, kept] of cells)
  test(`PSKS-9 ${JSON.stringify(said)} in the column ${column} is read as ${JSON.stringify(kept)}`, () => {
    assert.deepEqual(read(dataOf({ ...sri, [column]: said })), kept)
  })

const known = aPsks({ phone: '081300002222', address: 'Jl. Melati 3', fields: '{"education":"SMA","sex":"P"}' })
const whole: Cells = {
  ...sri,
  nik: '3404075203800002',
  phone: '081300002222',
  address: 'Jl. Melati 3',
  'field:education': 'SMA',
}
const whatOf = (cells: Cells, rows: readonly PsksRow[] = [known]) => planned(cells, { known: rows })

test('PSKS-9 a line of somebody who stands there says what changes, and what it leaves empty stays', () => {
  assert.equal(whatOf(whole)?.what, 'same')
  assert.equal(whatOf(sri)?.what, 'same', 'a table without numbers changes none')
  const plan = whatOf({ ...whole, phone: '081399990000', 'field:education': 'S1' })
  assert.deepEqual(plan?.changes, [
    { column: 'phone', from: '081300002222', to: '081399990000' },
    { column: 'field:education', from: 'SMA', to: 'S1' },
  ])
  const { asks } = plan
  assert.deepEqual([asks?.kind, asks?.subject, asks?.base], ['psks.change', known.id, known.version])
  assert.deepEqual(asks?.data.fields, { education: 'S1', sex: 'P' })
  assert.equal(asks?.data.nik, known.nik)
})

const same: readonly (readonly [cells: Cells, what: string, why: string])[] = [
  [{ ...sri, name: ' SRI  wahyuni' }, 'change', 'by kind, name and place, however it is written'],
  [{ ...whole, name: 'Sri W. Hadi' }, 'change', 'by NIK, under another name'],
  [{ ...whole, village: 'Maguwoharjo' }, 'change', 'by NIK, at another place'],
  [{ ...sri, nik: '3404075203800009' }, 'new', 'another NIK is somebody else'],
  [{ ...sri, village: 'Maguwoharjo' }, 'new', 'the same name elsewhere'],
  [{ ...sri, kind: 'Tagana' }, 'new', 'the same person as another kind'],
]
for (const [line, what, why] of same)
  test(`PSKS-9 ${JSON.stringify(line).slice(0, 80)} is ${what}: ${why}`, () => {
    assert.equal(whatOf(line)?.what, what)
  })

test('PSKS-9 a body that ended is changed by no file', () => {
  assert.deepEqual(problemOf({ ...whole, phone: '081399990000' }, { known: [{ ...known, status: 'ended' }] }), [
    null,
    'psks-step',
  ])
})

test('PSKS-9 the same PSKS twice in a file is wrong the second time, and says where it stood first', () => {
  const plans = planPsks(
    [row(sri, 2), row({ ...sri, kind: 'Tagana' }, 3), row(sri, 4)],
    reading({ idOf: (seed) => welfareNth(seed.includes('disaster') ? 201 : 202) }),
  )
  assert.deepEqual(
    plans.map(({ line, what }) => [line, what]),
    [
      [2, 'new'],
      [3, 'new'],
      [4, 'wrong'],
    ],
  )
  assert.deepEqual(plans[2]?.problem, { column: 'name', reason: { code: 'twice', line: 2 } })
  assert.equal(plans[2]?.name, 'Sri Wahyuni')
})

const anyCell = fc.oneof(
  fc.constantFrom(
    '',
    'PSM',
    'LKS',
    'Sri Wahyuni',
    'Caturtunggal',
    '34.04.07.2001',
    'Depok',
    '3404075203800002',
    '0813',
    'ya',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const anyRow = fc.record({
  kind: anyCell,
  name: anyCell,
  nik: anyCell,
  phone: anyCell,
  code: anyCell,
  village: anyCell,
  serves: anyCell,
  'field:sex': anyCell,
  'field:members': anyCell,
})
property(
  'PSKS-9 whatever stands in the cells, a line is new, a change, the same or wrong with a reason',
  anyRow,
  (cells) => {
    const plan = planned(cells, { known: [known] })
    assert.ok(plan)
    assert.equal(plan.what === 'wrong', plan.problem !== null)
    assert.equal(plan.asks !== null, plan.what === 'new' || plan.what === 'change')
    assert.equal(plan.changes.length > 0, plan.what === 'change')
  },
)

property('PSKS-9 what a line makes, written into the file again, is the same', anyRow, (cells) => {
  const first = planned(cells)
  if (first?.what !== 'new' || !first.asks) return
  const { data } = first.asks
  const made = aPsks({
    ...data,
    id: aPsks().id,
    who: kinds.find(({ code }) => code === data.kind)?.who ?? 'person',
    nik: kinds.find(({ code }) => code === data.kind)?.who === 'person' ? data.nik : null,
    address: data.address || null,
    fields: JSON.stringify(data.fields),
  })
  const said = fieldsOf(made)
  const again: Cells = {
    kind: made.kind,
    name: made.name,
    nik: made.nik ?? '',
    phone: made.phone ?? '',
    code: made.place,
    serves: made.serves.join('; '),
    ...Object.fromEntries(Object.entries(said).map(([code, value]) => [`field:${code}`, value])),
  }
  assert.equal(planned(again, { known: [made] })?.what, 'same', JSON.stringify(again))
})
