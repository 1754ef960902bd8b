import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileDay } from './calendar-file.ts'
import { calendarTable, fileDayOf } from './calendar-file.ts'
import { sameWords } from './decide.ts'
import type { FileItem } from './list-file.ts'
import { dayOf, headOf, headsOf, itemOf, listTable } from './list-file.ts'
import type { EditableList } from './list-law.ts'
import { editableLists } from './list-law.ts'
import type { Said } from './on-day.ts'
import { askedBy, askedByDay, fileItemsOf } from './plan-import.ts'
import { shippedLists } from './shipped.ts'

const today = '2026-11-22'
const place = '34.04'
const saidOf = (list: EditableList): readonly Said[] =>
  shippedLists.items
    .filter((item) => item.list === list)
    .map(({ code, names, data, from }) => ({ list, code, place: '00', names, data, from, says: 'holds' }))
const at = (list: EditableList) => ({ list, place, today, day: '2026-12-01' })

/** The cells of a row by their heads, as a file is read. */
const cellsOf =
  (heads: readonly string[], row: readonly string[]) =>
  (head: string): string =>
    row[heads.indexOf(head)] ?? ''

for (const list of editableLists) {
  test(`LISTS-16 the list ${list}, written and read again line by line, is the same and asks for nothing`, () => {
    const said = saidOf(list)
    assert.ok(said.length > 0)
    for (const one of said) {
      const items = fileItemsOf([one], place, today)
      const [heads = [], ...rows] = listTable(list, items)
      assert.deepEqual(heads, headsOf(list))
      const read = rows.map((row) => itemOf(list, cellsOf(heads, row)))
      assert.equal(read.length, items.length)
      for (const [nth, item] of read.entries()) {
        const was = items[nth]
        assert.ok(was && sameWords(was, item), one.code)
        assert.deepEqual([item.code, item.from, item.ends], [was.code, was.from, was.ends])
      }
      for (const item of read) assert.deepEqual(askedBy(item, [one], at(list)), [], one.code)
    }
  })
}

test('LISTS-16 zones are written by the names that people have for them, and read again however they are typed', () => {
  const [, row = []] = listTable('zone', fileItemsOf(saidOf('zone').slice(0, 1), place, today))
  assert.deepEqual(row.slice(5), ['WIB', row.at(-1)])
  const heads = headsOf('zone')
  const typed = (zone: string) =>
    itemOf(
      'zone',
      cellsOf(
        heads,
        heads.map((head, nth) => (head === 'zona' ? zone : (row[nth] ?? ''))),
      ),
    ).data['zone']
  assert.deepEqual(['wita', 'WIT', 'GMT+8'].map(typed), ['Asia/Makassar', 'Asia/Jayapura', 'GMT+8'])
})

const known: Said = {
  list: 'reject',
  code: 'lama',
  place: '00',
  names: { id: 'Lama', en: 'Old' },
  data: {},
  from: '2016-01-01',
  says: 'holds',
}
const line = (own: Partial<FileItem> = {}): FileItem => ({
  code: 'lama',
  names: { id: 'Lama', en: 'Old' },
  data: {},
  from: '',
  ends: '',
  ...own,
})
const kindsAsked = (item: FileItem, said: readonly Said[] = [known]) =>
  askedBy(item, said, at('reject')).map(({ kind, data }) => [kind, data['from']])

test('LISTS-16 a line asks for what it changes: a new item, other words, an end, or both of these', () => {
  const renamed = { names: { id: 'Baru', en: 'New' } }
  assert.deepEqual(kindsAsked(line()), [])
  assert.deepEqual(kindsAsked(line(renamed)), [['list.change', '2026-12-01']])
  assert.deepEqual(kindsAsked(line({ ...renamed, from: '2027-02-01' })), [['list.change', '2027-02-01']])
  assert.deepEqual(kindsAsked(line({ ...renamed, from: today })), [['list.change', '2026-12-01']], 'not a day gone by')
  assert.deepEqual(kindsAsked(line({ ...renamed, from: '2020-01-01' })), [['list.change', '2026-12-01']])
  assert.deepEqual(kindsAsked(line({ code: 'baru' }), []), [['list.add', '2026-12-01']])
  assert.deepEqual(kindsAsked(line({ ends: '2027-01-01' })), [['list.end', '2027-01-01']])
  assert.deepEqual(kindsAsked(line({ ...renamed, ends: '2027-01-01' })), [
    ['list.change', '2026-12-01'],
    ['list.end', '2027-01-01'],
  ])
})

test('LISTS-16 an item that only another district has is new here, and an end that stands already is not asked for', () => {
  assert.deepEqual(kindsAsked(line(), [{ ...known, place: '34.02' }]), [['list.add', '2026-12-01']])
  const ended: Said = { ...known, place, from: '2026-12-31', says: 'ended' }
  assert.deepEqual(kindsAsked(line({ ends: '2027-01-01' }), [known, ended]), [])
  assert.deepEqual(kindsAsked(line({ ends: '2026-12-30' }), [known, ended]), [['list.end', '2026-12-30']])
})

test('LISTS-16 what is planned stands in lines of its own, and the last one says when it ends', () => {
  const renamed: Said = { ...known, place, names: { id: 'Baru', en: 'New' }, from: '2027-01-01' }
  const ended: Said = { ...renamed, from: '2027-06-01', says: 'ended' }
  const shown = fileItemsOf([known, renamed, ended], place, today)
  assert.deepEqual(
    shown.map(({ names, from, ends }) => [names.id, from, ends]),
    [
      ['Lama', '2016-01-01', ''],
      ['Baru', '2027-01-01', '2027-06-01'],
    ],
  )
  assert.deepEqual(fileItemsOf([renamed], '34.02', today), [], 'another district hears nothing of it')
})

test('LISTS-16 days are read as they are written here, or as a spreadsheet writes them; anything else stays as it is', () => {
  const written = ['2027-01-31', '31/01/2027', '31-1-2027', '1.2.2027', '2027/01/31', 'besok', '', '31/01/27']
  assert.deepEqual(written.map(dayOf), [
    '2027-01-31',
    '2027-01-31',
    '2027-01-31',
    '2027-02-01',
    '2027/01/31',
    'besok',
    '',
    '31/01/27',
  ])
})

test('LISTS-16 a wrong field is told by the head of its column, a field without one by its own name', () => {
  assert.equal(headOf('category', 'data.hopDays.village'), 'hari_desa')
  assert.equal(headOf('category', 'data.kinds.2'), 'jenis')
  assert.equal(headOf('category', 'data.totalDays'), 'hari_seluruhnya')
  assert.equal(headOf('window', 'data.days'), 'hari')
  assert.equal(headOf('reject', 'names.en'), 'nama_inggris')
  assert.equal(headOf('reject', 'data.days'), 'data.days')
})

test('LISTS-16 kinds are read in any case, with gaps or commas between; what is none, and no number, stays to be refused', () => {
  const cells = new Map([
    ['jenis', 'Layanan, PENGADUAN,saran mimpi'],
    ['hari_desa', 'tiga'],
    ['hari_kabupaten', '5'],
    ['terbatas', ''],
  ])
  const { data } = itemOf('category', (head) => cells.get(head) ?? '')
  assert.deepEqual(data['kinds'], ['service', 'complaint', 'suggestion', 'mimpi'])
  assert.deepEqual(data['restricted'], null)
  const limits = JSON.stringify(data['hopDays'])
  assert.match(limits, /"village":"tiga"/)
  assert.match(limits, /"district":5/)
})

const holiday: FileDay = { day: '2026-12-25', closed: true, name: 'Natal', basis: 'SKB 3 Menteri' }

test('LISTS-16 a day of the calendar comes back as it was written, and asks for nothing where it stands already', () => {
  for (const one of [holiday, { ...holiday, closed: false, name: '' }]) {
    const [heads = [], row = []] = calendarTable([one])
    assert.deepEqual(fileDayOf(cellsOf(heads, row)), one)
  }
  assert.deepEqual(askedByDay(holiday, 'Natal'), [])
  assert.deepEqual(askedByDay({ ...holiday, closed: false }, null), [])
})

test('LISTS-16 a day is closed, renamed or opened as its line says; only "tidak" is open', () => {
  const kinds = (day: FileDay, closedAs: string | null) => askedByDay(day, closedAs).map(({ kind }) => kind)
  assert.deepEqual(kinds(holiday, null), ['calendar.close'])
  assert.deepEqual(kinds(holiday, 'Hari Natal'), ['calendar.close'])
  assert.deepEqual(kinds({ ...holiday, closed: false }, 'Natal'), ['calendar.open'])
  const closed = (cell: string) => fileDayOf((head) => (head === 'tutup' ? cell : '')).closed
  assert.deepEqual(['ya', '', 'tidak', 'TIDAK', 'mungkin'].map(closed), [true, true, false, false, true])
})

test('LISTS-16 heads are the words that people know, and each field of an item has one of them', () => {
  const plain = ['kode', 'nama', 'nama_inggris', 'mulai', 'berhenti']
  assert.deepEqual(headsOf('reject'), plain)
  assert.deepEqual(headsOf('outcome'), [...plain, 'jenis'])
  assert.deepEqual(headsOf('window'), [...plain, 'hari', 'dasar'])
  assert.deepEqual(headsOf('retention'), [...plain, 'tahun', 'dasar'])
  assert.deepEqual(headsOf('zone'), [...plain, 'zona', 'dasar'])
  const fields = ['code', 'names.id', 'names.en', 'from', 'ends']
  assert.deepEqual(
    fields.map((field) => headOf('reject', field)),
    plain,
  )
  const limits = ['village', 'subdistrict', 'district', 'province', 'nation'].map((level) => `data.hopDays.${level}`)
  assert.deepEqual(
    limits.map((field) => headOf('category', field)),
    ['hari_desa', 'hari_kecamatan', 'hari_kabupaten', 'hari_provinsi', 'hari_pusat'],
  )
})

test('LISTS-16 what a cell of a category says is read in its own column, and what is no number stays as it is', () => {
  const cells: Readonly<Record<string, string>> = {
    kode: 'uji',
    nama: 'Uji',
    nama_inggris: 'Test',
    bidang: 'education',
    jenis: 'Pengaduan, LAYANAN  apa',
    hari_desa: '1',
    hari_kecamatan: '2.5',
    hari_seluruhnya: 'tiga',
    dasar: 'SK',
    terbatas: '',
    mulai: '1/2/2027',
    berhenti: '28-02-2027',
  }
  const item = itemOf('category', (head) => cells[head] ?? '')
  assert.deepEqual(
    [item.code, item.names, item.from, item.ends],
    ['uji', { id: 'Uji', en: 'Test' }, '2027-02-01', '2027-02-28'],
  )
  assert.deepEqual(item.data, {
    sector: 'education',
    kinds: ['complaint', 'service', 'apa'],
    hopDays: { village: 1, subdistrict: '2.5', district: '', province: '', nation: '' },
    totalDays: 'tiga',
    basis: 'SK',
    restricted: null,
  })
  assert.equal(itemOf('category', (head) => (head === 'terbatas' ? 'hiv' : '')).data['restricted'], 'hiv')
  assert.deepEqual(itemOf('outcome', () => '').data, {}, 'an outcome without kinds is one of all')
})

test('LISTS-16 a day that is closed or opened is asked for with the rule that it rests on', () => {
  const christmas = { day: '2027-12-24', closed: true, name: 'Cuti bersama', basis: 'SKB 3 Menteri' }
  assert.deepEqual(askedByDay(christmas, null), [
    { kind: 'calendar.close', data: { day: '2027-12-24', name: 'Cuti bersama', basis: 'SKB 3 Menteri' } },
  ])
  assert.deepEqual(askedByDay({ ...christmas, closed: false }, 'Cuti bersama'), [
    { kind: 'calendar.open', data: { day: '2027-12-24', basis: 'SKB 3 Menteri' } },
  ])
  assert.deepEqual(askedByDay({ ...christmas, closed: false }, null), [])
  assert.deepEqual(askedByDay(christmas, 'Cuti bersama'), [])
})

test('LISTS-16 an item that starts anew ends anew: what was over before is not the end that its line asks for', () => {
  const over: Said = { ...known, place, from: '2026-01-01', says: 'ended' }
  const back = line({ from: '2027-01-01', ends: '2027-06-01' })
  assert.deepEqual(kindsAsked(back, [known, over]), [
    ['list.change', '2027-01-01'],
    ['list.end', '2027-06-01'],
  ])
  assert.deepEqual(kindsAsked(line({ code: 'baru', ends: '2027-06-01' }), []), [
    ['list.add', '2026-12-01'],
    ['list.end', '2027-06-01'],
  ])
  const endsBetween: Said = { ...known, place, from: '2027-03-01', says: 'ended' }
  assert.deepEqual(
    kindsAsked(back, [known, over, endsBetween]),
    [['list.change', '2027-01-01']],
    'it ends there already',
  )
})

/** A line of a list's file as somebody typed it. */
const typedLine = (list: EditableList, cells: Readonly<Record<string, string>>) =>
  itemOf(list, (head) => ({ kode: 'uji', nama: 'Uji', nama_inggris: 'Test', ...cells })[head] ?? '').data

const typedCells: readonly (readonly [list: EditableList, cells: Readonly<Record<string, string>>, data: object])[] = [
  ['ppks-type', { nomor: '27', terbatas: '' }, { number: 27, restricted: null }],
  ['ppks-type', { nomor: '27', terbatas: 'hiv' }, { number: 27, restricted: 'hiv' }],
  ['ppks-type', { nomor: 'x', terbatas: '' }, { number: 'x', restricted: null }],
  ['cell-limit', { terkecil: '5', dasar: 'Perbup' }, { least: 5, basis: 'Perbup' }],
  ['psks-kind', { nomor: '1', siapa: 'Orang', isian: '' }, { number: 1, who: 'person', fields: [] }],
  ['psks-kind', { nomor: '1', siapa: 'kucing', isian: '' }, { number: 1, who: 'kucing', fields: [] }],
  [
    'psks-kind',
    { nomor: '1', siapa: 'lembaga', isian: 'leader = text = Ketua = Head|members=count=Anggota=Members' },
    {
      number: 1,
      who: 'institution',
      fields: [
        { code: 'leader', kind: 'text', id: 'Ketua', en: 'Head' },
        { code: 'members', kind: 'count', id: 'Anggota', en: 'Members' },
      ],
    },
  ],
  [
    'psks-kind',
    { nomor: '1', siapa: 'orang', isian: 'leader' },
    { number: 1, who: 'person', fields: [{ code: 'leader', kind: '', id: '', en: '' }] },
  ],
]
for (const [list, cells, data] of typedCells)
  test(`LISTS-16 a line of ${list} with ${JSON.stringify(cells)} says ${JSON.stringify(data).slice(0, 60)}`, () => {
    assert.deepEqual(typedLine(list, cells), data)
  })

test('LISTS-16 what is wrong with a kind of PSKS is told by the head of its column', () => {
  assert.deepEqual(
    ['data.number', 'data.who', 'data.fields.0.kind', 'data.least', 'data.restricted'].map((field, nth) =>
      headOf((['psks-kind', 'psks-kind', 'psks-kind', 'cell-limit', 'ppks-type'] as const)[nth] ?? 'how', field),
    ),
    ['nomor', 'siapa', 'isian', 'terkecil', 'terbatas'],
  )
})
