import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { editableLists } from '@openslrt/core/lists/list-law.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { csvRows } from '../../platform/files/csv-rows.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const elsewhere = await house.staffAt(bantul, 'admin')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const today = dayIn('Asia/Jakarta', Date.now())
const later = addDays(today, 40)
const district = '34.04'

const itemsOf = (list: string, by = admin) => by.read(listRoutes.items, { query: { district, list } })
const textOf = (rows: readonly (readonly string[])[], mark = ';'): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join('\r\n')
const fileOf = async (list: string) => (await admin.read(listRoutes.file, { query: { district, list } })).rows
const planOf = (list: string, text: string, from = later) =>
  admin.read(listRoutes.plan, { body: { district, list, from, text } })

test('LISTS-17 before an item is ended it is told how many cases carry it, and only to those whose cases they are', async () => {
  await aCaseBy(fo, { category: 'pip' })
  const settled = await aCaseBy(fo, { category: 'pip', kind: 'service' })
  await fo.does('case.settle', { subject: settled.id, data: { outcome: 'informed', note: 'Sudah dijelaskan.' } })
  await aCaseBy(fo, { category: 'pip', restricted: 'hiv' })
  const uses = async (by = admin) => (await itemsOf('category', by)).items.find(({ code }) => code === 'pip')?.uses
  assert.deepEqual(await uses(), { open: 1, all: 2 })
  assert.equal(await uses(elsewhere), null)
  assert.equal((await itemsOf('return')).items[0]?.uses, null, 'reasons are not counted')
})

test('LISTS-17 whoever looks after many districts is told of one item how many cases carry it, and where', async () => {
  const place = placeCode.parse('34.02.01.2001')
  await aCaseBy(await house.staffAt(bantul, 'fo'), { category: 'pip', place }, { district: '34.02' })
  const national = await openOffice(house, { name: 'Pusat', kind: 'national-office', level: 'nation', place: '00' })
  const pusat = await house.staffAt(national, 'national', '00')
  const usesOf = async (by: typeof admin, at: string, list = 'category') =>
    (await by.read(listRoutes.uses, { query: { district: at, list, code: 'pip' } })).uses
  assert.deepEqual(await usesOf(pusat, '00'), { open: 2, all: 3, districts: 2 })
  assert.deepEqual(await usesOf(pusat, '34.04'), { open: 1, all: 2, districts: 1 })
  assert.equal(await usesOf(admin, '00'), null, 'not theirs to know')
  assert.equal(await usesOf(pusat, '00', 'return'), null, 'reasons are not counted')
})

test('LISTS-11 an administrator sees of each item what holds, what is planned and by whom it was said', async () => {
  await admin.does('list.change', { data: { ...listData['list.change'], from: later } })
  const { items, grows, nationOnly } = await itemsOf('category')
  const pip = items.find(({ code }) => code === 'pip')
  assert.deepEqual([grows, nationOnly, pip?.holds, pip?.place, pip?.mayEnd], [true, false, true, '00', true])
  assert.deepEqual(
    pip?.said.map(({ place, own, from, says }) => [place, own, from, says]),
    [
      ['00', false, '2016-01-01', 'holds'],
      [district, true, later, 'holds'],
    ],
  )
  assert.deepEqual([(await itemsOf('sector')).nationOnly, (await itemsOf('window')).grows], [true, false])
})

test('LISTS-15 the calendar of a year shows the days of all places over a district, and the hours that were set', async () => {
  await admin.does('calendar.close', { data: { day: '2099-05-15', name: 'Hari jadi Sleman', basis: 'Perda 12/1998' } })
  const { days, zone, hours } = await admin.read(listRoutes.calendar, { query: { district, year: '2099' } })
  assert.deepEqual(days, [
    { day: '2099-05-15', closed: true, name: 'Hari jadi Sleman', basis: 'Perda 12/1998', place: district },
  ])
  assert.deepEqual([zone, hours[0]?.place, hours[0]?.week.length], ['Asia/Jakarta', '00', 7])
})

test('LISTS-16 every list that is written to a file and read again changes nothing', async () => {
  await admin.does('list.end', { data: { list: 'how', code: 'phone', from: later, above: false } })
  await admin.does('list.add', {
    data: { list: 'how', code: 'kutip', names: { id: '=kata; "kutip"', en: '-x' }, from: today, data: {} },
  })
  for (const list of [...editableLists, 'calendar']) {
    const rows = await fileOf(list)
    for (const mark of [';', ',', '\t']) {
      const { lines, missing } = await planOf(list, `\uFEFF${textOf(rows, mark)}`)
      assert.deepEqual([missing, lines.length], [[], rows.length - 1], list)
      for (const { asks, refusal, cells } of lines)
        assert.deepEqual([asks, refusal], [[], null], `${list} ${cells.join()}`)
    }
  }
})

test('LISTS-16 a changed file asks for its changes, and every line that cannot be taken says why', async () => {
  const [head = [], ...rows] = await fileOf('category')
  const at = (name: string): number => head.indexOf(name)
  const row = (code: string, own: Readonly<Record<string, string>>): string[] => {
    const line = rows.find((one) => one[at('kode')] === code) ?? rows[0] ?? []
    return line.map((cell, nth) => own[head[nth] ?? ''] ?? cell)
  }
  const table = [
    head,
    row('school-fee', { nama: 'Pungutan sekolah', mulai: '' }),
    row('kube', { kode: 'kube-baru', mulai: later.split('-').toReversed().join('/') }),
    row('lpg', { berhenti: later }),
    row('kube', { hari_desa: 'tiga' }),
    row('kube', { kode: 'kube-lain', bidang: 'tidak-ada' }),
    row('kube', { hari_desa: '99' }),
  ]
  const { lines } = await planOf('category', textOf(table))
  assert.deepEqual(
    lines.map(({ asks }) => asks.map(({ kind, data }) => [kind, data['code'], data['from']])),
    [
      [['list.change', 'school-fee', later]],
      [['list.add', 'kube-baru', later]],
      [['list.end', 'lpg', later]],
      [],
      [],
      [],
    ],
  )
  assert.match(lines[3]?.refusal ?? '', /hari_desa/)
  assert.match(lines[4]?.refusal ?? '', /Bidang itu tidak ada/)
  assert.match(lines[5]?.refusal ?? '', /lebih panjang/)
  for (const { kind, data } of lines.flatMap(({ asks }) => asks)) await admin.does(kind, { data })
  const again = await planOf('category', textOf(table.slice(0, 4)))
  assert.deepEqual(
    again.lines.flatMap(({ asks }) => asks),
    [],
  )
})

test('LISTS-16 a file that lacks columns, or is no table, is told so as a whole', async () => {
  const lacking = await planOf('window', 'kode;nama\nwordDays;x')
  assert.deepEqual([lacking.missing, lacking.lines], [['nama_inggris', 'mulai', 'berhenti', 'hari', 'dasar'], []])
  const broken = await admin.ask(listRoutes.plan, { body: { district, list: 'how', from: later, text: 'a;"b' } })
  assert.deepEqual([broken.status, broken.body.details], [400, { fields: ['text'] }])
})

test('LISTS-16 a line of the calendar closes or opens a day, and one gone by is refused', async () => {
  const table = 'tanggal;tutup;nama;dasar\n15/05/2098;ya;Hari jadi;Perda\n15-05-2099;tidak;;\n2020-01-01;ya;Lampau;x'
  const { lines } = await planOf('calendar', table)
  assert.deepEqual(
    lines.map(({ asks }) => asks.map(({ kind }) => kind)),
    [['calendar.close'], ['calendar.open'], []],
  )
  assert.match(lines[2]?.refusal ?? '', /sudah lewat/)
})

const cellsOf = (text: string) => csvRows(text)?.map(({ cells }) => cells) ?? null

const tables: readonly (readonly [what: string, text: string, cells: readonly (readonly string[])[] | null])[] = [
  [
    'semicolons',
    'a;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'commas',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'semicolons with commas in the cells',
    'a;b\n"x, y";3,5',
    [
      ['a', 'b'],
      ['x, y', '3,5'],
    ],
  ],
  [
    'the mark of UTF-8',
    '\uFEFFkode;nama\nx;é',
    [
      ['kode', 'nama'],
      ['x', 'é'],
    ],
  ],
  [
    'line ends of Windows',
    'a;b\r\n1;2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'line ends of old Macs',
    'a;b\r1;2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'empty lines and lines of empty cells',
    'a;b\n\n;\n1;2\n ; \n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'blanks around cells',
    ' a ; b\n 1;"2" ',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quoted quotes and line breaks',
    'a;b\n"x ""y""";"1\n2"',
    [
      ['a', 'b'],
      ['x "y"', '1\n2'],
    ],
  ],
  ['fewer or more cells than heads', 'a;b\n1\n1;2;3', [['a', 'b'], ['1'], ['1', '2', '3']]],
  [
    'marks that keep formulas from running',
    "a;b\n'=1+1;'-x",
    [
      ['a', 'b'],
      ['=1+1', '-x'],
    ],
  ],
  ['a mark before a mark: one was there before', "a\n''=x", [['a'], ["'=x"]]],
  [
    'words that begin with a mark by themselves',
    "a;b\n'ain;'",
    [
      ['a', 'b'],
      ["'ain", "'"],
    ],
  ],
  ['nothing', '', []],
  ['heads alone', 'a;b', [['a', 'b']]],
  ['a quote that is never closed', 'a;b\n"x;1', null],
  ['a quote amidst a cell', 'a;b\n5" pipa;1', null],
]
for (const [what, text, cells] of tables)
  test(`LISTS-16 a table with ${what} is read as a spreadsheet shows it`, () => assert.deepEqual(cellsOf(text), cells))

test('LISTS-16 every row knows the line on which it begins, as spreadsheets count them', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['a;b', '1;2', '', '"x', 'y', 'z";3', '4;5', ''].join(end)
    assert.deepEqual(
      csvRows(text)?.map(({ line, cells }) => [line, cells.at(-1)]),
      [
        [1, 'b'],
        [2, '2'],
        [4, '3'],
        [7, '5'],
      ],
    )
  }
})

const words = fc.string({ unit: fc.constantFrom('a', 'É', '7', ' ', ';', ',', '"', "'", '=', '-', '\n'), maxLength: 8 })
property(
  'LISTS-16 whatever stands in a table, guarded as an exported one is: it is read as it was written',
  fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 }),
  (cells) => {
    const wanted = cells.map((row) => row.map((cell) => cell.trim()))
    const guarded = wanted.map((row) => row.map((cell) => (/^'*[=+\-@]/.test(cell) ? `'${cell}` : cell)))
    for (const mark of [';', ',', '\t']) {
      const text = textOf([['kode', 'nama'], ...guarded], mark)
      const shown = wanted.filter((row) => row.some((cell) => cell !== ''))
      assert.deepEqual(cellsOf(text), [['kode', 'nama'], ...shown])
    }
  },
  60,
)

test('LISTS-16 a file is read under its heads in whatever order and letters, and more columns do not matter', async () => {
  const [head = [], ...rows] = await fileOf('how')
  const turned = [head, ...rows].map((row, nth) => ['', ...row, nth === 0 ? 'Catatan' : 'x'].toReversed())
  const shouted = [turned[0]?.map((name) => name.toUpperCase()) ?? [], ...turned.slice(1)]
  const { missing, lines } = await planOf('how', textOf(shouted))
  assert.deepEqual([missing, lines.length], [[], rows.length])
  assert.deepEqual(
    lines.flatMap(({ asks, refusal }) => [asks.length, refusal]),
    rows.flatMap(() => [0, null]),
  )
})

test('LISTS-16 later lines of a file speak of what earlier ones say: a code that comes twice is added once', async () => {
  const table = [
    ['kode', 'nama', 'nama_inggris', 'mulai', 'berhenti'],
    ['dua-kali', 'Dua kali', 'Twice', later, ''],
    ['dua-kali', 'Dua kali', 'Twice', later, ''],
    ['dua-kali', 'Dua kali lagi', 'Twice more', addDays(later, 2), ''],
  ]
  const { lines } = await planOf('cancel', textOf(table))
  assert.deepEqual(
    lines.map(({ asks, refusal }) => [asks.map(({ kind }) => kind), refusal]),
    [
      [['list.add'], null],
      [[], null],
      [['list.change'], null],
    ],
  )
})

const badCells: readonly (readonly [head: string, cell: string])[] = [
  ['kode', 'Kode Besar'],
  ['kode', ''],
  ['nama', ''],
  ['nama_inggris', ''],
  ['mulai', 'besok'],
  ['mulai', '2027-02-30'],
  ['berhenti', 'kapan-kapan'],
  ['jenis', 'layanan entah'],
  ['hari_kabupaten', '-1'],
  ['hari_seluruhnya', ''],
  ['terbatas', 'rahasia'],
]
for (const [name, cell] of badCells)
  test(`LISTS-16 a line with ${JSON.stringify(cell)} under ${name} is held back under that very head`, async () => {
    const [head = [], row = []] = await fileOf('category')
    const own: Readonly<Record<string, string>> = { kode: 'kategori-uji', mulai: later, [name]: cell }
    const line = row.map((was, nth) => own[head[nth] ?? ''] ?? was)
    const { lines } = await planOf('category', textOf([head, line]))
    assert.deepEqual(lines[0]?.asks, [])
    assert.match(lines[0]?.refusal ?? '', new RegExp(name))
  })

test('LISTS-16 a file is offered in the words of the place that asks, and what another place said is not in it', async () => {
  const names = { id: 'Hanya Bantul', en: 'Bantul only' }
  const data = { list: 'how', code: 'bantul', names, from: today, data: {} }
  await elsewhere.does('list.add', { district: '34.02', data })
  const codes = async (at: string) =>
    (await elsewhere.read(listRoutes.file, { query: { district: at, list: 'how' } })).rows.map(([code]) => code)
  assert.equal((await codes('34.02')).includes('bantul'), true)
  assert.equal((await codes('34.04')).includes('bantul'), false)
  assert.equal(
    (await itemsOf('how')).items.some(({ code }) => code === 'bantul'),
    false,
  )
})

test('LISTS-11 files and plans are for whoever keeps lists: a desk is told so, a stranger is not known', async () => {
  const body = { district, list: 'how', from: later, text: 'kode;nama' }
  for (const [row, right, wrong] of [
    [listRoutes.items, { query: { district, list: 'how' } }, { query: { district, list: 'entah' } }],
    [listRoutes.calendar, { query: { district, year: '2099' } }, { query: { district, year: '99' } }],
    [listRoutes.file, { query: { district, list: 'how' } }, { query: { district: 'x', list: 'how' } }],
    [listRoutes.plan, { body }, { body: { ...body, from: 'besok' } }],
  ] as const) {
    assert.equal((await fo.ask(row, right)).status, 403, row.path)
    assert.equal((await house.stranger().ask(row, right)).status, 401, row.path)
    assert.equal((await admin.ask(row, wrong)).status, 400, row.path)
  }
})

test('LISTS-15 of one day the nearest place counts, and a year shows no day of another', async () => {
  const day = '2097-08-19'
  const data = { day, name: 'Libur Sleman', basis: 'SK' }
  await admin.does('calendar.close', { data })
  await elsewhere.does('calendar.close', { district: '34.02', data: { ...data, name: 'Libur Bantul' } })
  const names = async (at: string, year: string) =>
    (await admin.read(listRoutes.calendar, { query: { district: at, year } })).days.map(({ name }) => name)
  assert.deepEqual(await names('34.04', '2097'), ['Libur Sleman'])
  assert.deepEqual(await names('34.02', '2097'), ['Libur Bantul'])
  assert.deepEqual(await names('34.04', '2096'), [])
  const rows = await fileOf('calendar')
  const days = rows.slice(1).map(([own = '']) => own)
  assert.deepEqual(days, days.toSorted())
  assert.ok(days.every((own) => own >= today) && days.includes(day))
})
