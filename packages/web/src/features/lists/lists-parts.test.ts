import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DayLine, FileLine, HoursLine, ItemLine } from '@openslrt/core/contract/list-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { editableLists } from '@openslrt/core/lists/list-law.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { stateOf } from './item-state.ts'
import { listAddressOf, yearOf } from './lists-address.ts'
import { rolesAddressOf } from './roles/roles-address.ts'

const { DayRows } = await import('./day-rows.tsx')
const { FilePlanLines } = await import('./file-plan-lines.tsx')
const { HoursTable } = await import('./hours-table.tsx')
const { ItemHistory } = await import('./item-history.tsx')
const { ItemRows } = await import('./item-rows.tsx')

const t = sayIn('id')
const today = '2026-11-22'
const nation = ledgerCode.parse('00')
const names = { id: 'PBI tidak aktif', en: 'PBI inactive' }

type Said = ItemLine['said'][number]
const said = (from: string, says: Said['says'], own: Partial<Said> = {}): Said => ({
  place: nation,
  own: false,
  from,
  says,
  names,
  data: {},
  ...own,
})
const anItem = (own: Partial<ItemLine> = {}): ItemLine => ({
  code: 'pbi-inactive',
  names,
  data: {},
  holds: true,
  place: nation,
  mayEnd: true,
  said: [said('2016-01-01', 'holds')],
  uses: null,
  ...own,
})

test('LISTS-14 how an item stands follows from what holds today and what was said for the next day', () => {
  const past = said('2016-01-01', 'holds')
  const cases: readonly (readonly [boolean, readonly Said[], string, string])[] = [
    [true, [past], 'lists.state.holds', ''],
    [true, [past, said('2026-12-01', 'ended')], 'lists.state.ends', '2026-12-01'],
    [true, [past, said('2026-12-01', 'holds')], 'lists.state.changes', '2026-12-01'],
    [true, [said('2027-01-01', 'ended'), past, said('2026-12-01', 'holds')], 'lists.state.changes', '2026-12-01'],
    [true, [past, said(today, 'holds')], 'lists.state.holds', ''],
    [false, [said('2026-12-01', 'holds')], 'lists.state.begins', '2026-12-01'],
    [false, [past, said('2026-01-01', 'ended')], 'lists.state.ended', ''],
    [false, [], 'lists.state.ended', ''],
    [false, [said('2026-12-01', 'ended'), said('2027-01-01', 'holds')], 'lists.state.ended', ''],
  ]
  for (const [holds, words, key, day] of cases) {
    const state = stateOf({ holds, said: [...words] }, today)
    assert.deepEqual([state.key, state.day], [key, day])
  }
})

test('LISTS-1 an address opens the list that it names, and the first for whatever is none', () => {
  for (const list of editableLists) assert.equal(listAddressOf(`?daftar=${list}`).list, list)
  for (const search of ['', '?daftar=', '?daftar=tidak-ada', '?daftar=__proto__'])
    assert.equal(listAddressOf(search).list, editableLists[0], search)
  const { words, opened, file } = listAddressOf('?cari=%20pbi%20&buka=pbi-inactive&berkas')
  assert.deepEqual([words, opened, file], ['pbi', 'pbi-inactive', true])
  assert.deepEqual([listAddressOf('').opened, listAddressOf('').file], [null, false])
})

test('LISTS-4 the calendar shows the year of its address, and this one for whatever is no year of this century', () => {
  const cases = [
    ['?tahun=2027', '2027'],
    ['?tahun=2000', '2000'],
    ['?tahun=1999', '2026'],
    ['?tahun=27', '2026'],
    ['?tahun=20271', '2026'],
    ['?tahun=abcd', '2026'],
    ['', '2026'],
  ] as const
  for (const [search, year] of cases) assert.equal(yearOf(search, today), year, search)
})

test('ROLE-3 an address of the roles says what is looked for, opened, changed or copied', () => {
  const none = { words: '', opened: null, changed: null, copied: null, file: false }
  assert.deepEqual(rolesAddressOf(''), none)
  assert.deepEqual(rolesAddressOf('?cari=%20koordinator'), { ...none, words: 'koordinator' })
  assert.deepEqual(rolesAddressOf('?buka=a&ubah=b&salin=c&berkas='), {
    words: '',
    opened: 'a',
    changed: 'b',
    copied: 'c',
    file: true,
  })
})

const rowsOf = (items: readonly ItemLine[]): Part =>
  drawDesk(made(ItemRows, { caption: 'Kategori', items, today, hrefOf: (code: string) => `/daftar?buka=${code}` }))

test('LISTS-14 each item is a line with its name, whose words count, and how it stands with the day', () => {
  const page = rowsOf([anItem({ said: [said('2016-01-01', 'holds'), said('2026-12-01', 'ended')] })])
  for (const words of ['PBI tidak aktif', t('level.nation'), t('lists.state.ends', { day: '1 Desember 2026' })])
    assert.ok(textOf(page).includes(words), words)
  assert.deepEqual([...new Set(find(page, 'a').map((link) => valueOf(link, 'href')))], ['/daftar?buka=pbi-inactive'])
})

test('LISTS-17 the use of items is a column only where somebody counts it, and great numbers are readable', () => {
  const heads = (page: Part) => find(page, 'th').map(textOf)
  assert.ok(!heads(rowsOf([anItem()])).includes(t('lists.column.uses')))
  const counted = rowsOf([
    anItem({ uses: { open: 1200, all: 84_000 } }),
    anItem({ code: 'b', uses: { open: 0, all: 0 } }),
  ])
  assert.ok(heads(counted).includes(t('lists.column.uses')))
  assert.ok(textOf(counted).includes(t('lists.uses', { open: '1.200', all: '84.000' })))
  assert.ok(textOf(counted).includes(t('lists.uses.none')))
})

test('LISTS-18 of a zone the line says what time it is there', () => {
  assert.ok(textOf(rowsOf([anItem({ data: { zone: 'Asia/Jayapura' } })])).includes('WIT'))
  assert.ok(!textOf(rowsOf([anItem()])).includes('WI'))
})

const history = (words: readonly Said[], place: string): Part =>
  drawDesk(made(ItemHistory, { list: 'category', item: anItem({ said: [...words] }), today, onDone: () => {} }), [], {
    ...sari(),
    posts: sari().posts.map((post) => ({ ...post, place: placeCode.parse(place) })),
  })

test('LISTS-12 what was said is told in the order of its days; only one’s own plans can be taken back', () => {
  const words = [
    said('2026-12-01', 'ended', { own: true, place: ledgerCode.parse('34.04') }),
    said('2016-01-01', 'holds'),
    said('2026-11-01', 'holds', { own: true, place: ledgerCode.parse('34.04') }),
    said('2027-01-01', 'holds'),
  ]
  const page = history(words, '34.04')
  const lines = find(page, 'li').map(textOf)
  for (const [nth, day] of ['1 Januari 2016', '1 November 2026', '1 Desember 2026', '1 Januari 2027'].entries())
    assert.ok(lines[nth]?.includes(day), day)
  assert.deepEqual(find(page, 'button').map(textOf), [t('lists.history.take-back', { day: '1 Desember 2026' })])
})

const aDay = (own: Partial<DayLine> = {}): DayLine => ({
  day: '2026-12-25',
  closed: true,
  name: 'Hari Natal',
  basis: 'SKB 3 Menteri',
  place: nation,
  ...own,
})
const daysOf = (days: readonly DayLine[], mayOpen = true): Part =>
  drawDesk(made(DayRows, { days, today, onOpen: mayOpen ? () => {} : null }))

test('LISTS-4 each closed day says its name, whose word it is and on what basis', () => {
  const line = textOf(only(daysOf([aDay()]), 'li'))
  for (const words of ['25 Desember 2026', 'Hari Natal', `${t('level.nation')} · SKB 3 Menteri`, t('calendar.closed')])
    assert.ok(line.includes(words), words)
  assert.ok(textOf(daysOf([aDay({ closed: false })])).includes(t('calendar.opened')))
  assert.ok(!textOf(daysOf([aDay({ basis: '' })])).includes(' · '))
  assert.equal(textOf(daysOf([])), t('calendar.none'))
})

test('LISTS-12 only a closed day that is still to come can be opened, and by whoever rules here', () => {
  const cases: readonly (readonly [Partial<DayLine>, boolean, number])[] = [
    [{}, true, 1],
    [{ day: today }, true, 1],
    [{ day: '2026-11-21' }, true, 0],
    [{ closed: false }, true, 0],
    [{}, false, 0],
  ]
  for (const [own, mayOpen, buttons] of cases)
    assert.equal(find(daysOf([aDay(own)], mayOpen), 'button').length, buttons, JSON.stringify(own))
})

/** Sunday first, as days are counted; shown with Monday first, as people read a week. */
const week = (opens: number): HoursLine['week'] => [
  null,
  ...Array.from({ length: 5 }, (): [number, number] => [opens, 900]),
  null,
]
const hours = (from: string, opens: number): HoursLine => ({
  place: nation,
  from,
  week: week(opens),
  basis: '',
  version: 1,
})

test('LISTS-5 the hours of today stand first, those of a later day under its date; a day without hours is shut', () => {
  const given = [hours('2016-01-01', 480), hours('2026-11-01', 450), hours('2027-01-01', 540)]
  const page = drawDesk(made(HoursTable, { hours: given, zone: 'Asia/Makassar', today }))
  const rows = find(page, 'dd').map(textOf)
  assert.deepEqual(rows.slice(0, 7), [...Array(5).fill('07.30 – 15.00'), ...Array(2).fill(t('calendar.hours.shut'))])
  assert.deepEqual(rows.slice(7, 8), ['09.00 – 15.00'])
  assert.equal(rows.length, 14, 'hours that hold no more are not told')
  assert.deepEqual(find(page, 'h3').map(textOf), [t('calendar.hours.from', { day: '1 Januari 2027' })])
  assert.ok(textOf(page).includes(t('calendar.hours.about', { zone: 'WITA' })))
})

const aFileLine = (line: number, own: Partial<FileLine> = {}): FileLine => ({
  line,
  cells: ['pbi-inactive', 'PBI tidak aktif'],
  asks: [],
  refusal: null,
  ...own,
})
const planOf = (lines: readonly FileLine[], missing: readonly string[] = []): Part =>
  drawDesk(made(FilePlanLines, { name: 'kategori', plan: { head: ['kode', 'nama'], missing, lines } }))

test('LISTS-16 before a file is taken, what it would change and what of it is wrong is told; wrong lines come first', () => {
  const asks: FileLine['asks'] = [{ kind: 'list.end', data: { day: '2026-12-01' } }]
  const page = planOf([aFileLine(2, { asks }), aFileLine(3), aFileLine(4, { refusal: 'Kode tidak dikenal.' })])
  assert.ok(textOf(page).includes(t('lists.file.sum', { changes: 1, same: 1, wrong: 1 })))
  const lines = find(page, 'li').map(textOf)
  assert.equal(lines.length, 2)
  assert.equal(lines[0], `${t('lists.file.line', { line: 4 })} Kode tidak dikenal.`)
  const named = t('lists.file.asks.list.end', { name: '1 Desember 2026, PBI tidak aktif' })
  assert.equal(lines[1], `${t('lists.file.line', { line: 2 })} ${named}`)
  assert.deepEqual(find(page, 'button').map(textOf), [t('lists.file.reasons')])
})

test('LISTS-16 a file that changes nothing says so, and one that lacks columns names them', () => {
  const same = planOf([aFileLine(2)])
  assert.ok(textOf(same).includes(t('lists.file.nothing')))
  assert.equal(find(same, 'button').length, 0)
  const lacks = planOf([aFileLine(2)], ['kode', 'nama'])
  assert.equal(
    textOf(lacks)
      .trim()
      .endsWith(t('lists.file.missing', { columns: 'kode, nama' })),
    true,
  )
  assert.equal(find(lacks, 'li').length, 0)
})
