import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw, made } from '../testing/draw.ts'
import { find, only, type Part, textOf, valueOf } from '../testing/html.ts'

const { BarCell, BarTable } = await import('./bar-cell.tsx')
const { FigureStrip, FigureTile } = await import('./figure-tile.tsx')
const { TrendChart } = await import('./trend-chart.tsx')

const tile = (own: object = {}): Part => draw(made(FigureTile, { label: 'Tercatat', value: '12', ...own }))

test('TILE-1 a figure that opens its cases is one link; one that opens none is no link', () => {
  const link = only(tile({ href: '/antrean?measure=late' }), 'a')
  assert.deepEqual([valueOf(link, 'href'), textOf(link)], ['/antrean?measure=late', 'Tercatat12'])
  assert.equal(find(tile(), 'a').length, 0)
})

test('TILE-1 the change is told in words, its course by a class beside them', () => {
  const page = tile({ change: { text: '3 lebih banyak', course: 'better' }, detail: '80 % dari tertangani' })
  assert.equal(textOf(only(page, 'span', { class: 'figure__change figure__change--better' })), '3 lebih banyak')
  assert.equal(textOf(only(page, 'span', { class: 'figure__detail' })), '80 % dari tertangani')
  assert.equal(find(tile(), 'span').length, 2)
})

test('TILE-2 the small line is drawn from two values on, breaks where one is missing, and is not read out', () => {
  assert.equal(find(tile({ line: [4] }), 'svg').length, 0)
  const line = only(tile({ line: [0, 2, null, 4, 4] }), 'svg')
  assert.deepEqual(
    find(line, 'polyline').map((one) => valueOf(one, 'points')),
    ['0,28 25,14', '75,0 100,0'],
  )
  assert.equal(valueOf(line, 'aria-hidden'), 'true')
})

test('TILE-2 a line of zeros lies on the ground', () => {
  assert.equal(valueOf(only(tile({ line: [0, 0] }), 'polyline'), 'points'), '0,28 100,28')
})

test('TILE-3 tiles stand in a part of the page with a name', () => {
  const strip = draw(made(FigureStrip, { label: 'Angka utama', children: 'x' }))
  assert.equal(textOf(only(strip, 'section', { 'aria-label': 'Angka utama' })), 'x')
})

test('BARS-1 the number is the truth, the bar beside it is only for the eye', () => {
  const cell = draw(made(BarCell, { value: 5, highest: 20, text: '5' }))
  assert.equal(textOf(cell), '5')
  const track = only(cell, 'span', { class: 'bar-cell__track' })
  assert.equal(valueOf(track, 'aria-hidden'), 'true')
  assert.equal(valueOf(only(track, 'span'), 'style'), 'inline-size:25%')
})

const columns = [
  { key: 'registered', label: 'Tercatat' },
  { key: 'late', label: 'Terlambat' },
]
const value = (n: number, href?: string) => ({ value: n, text: String(n), href })
const rows = [
  {
    key: 'a',
    name: 'Caturtunggal',
    href: '/dasbor?place=a',
    cells: { registered: value(8, '/antrean?place=a'), late: value(1) },
  },
  { key: 'b', name: 'Condongcatur', cells: { registered: value(4), late: value(0) } },
  { key: 'c', name: 'Maguwoharjo', cells: { registered: value(0) } },
]
const places = (orderBy: string, direction: 'ascending' | 'descending' = 'descending'): Part =>
  draw(
    made(BarTable, {
      caption: 'Per wilayah',
      nameLabel: 'Wilayah',
      shownLabel: 'Angka yang ditampilkan',
      columns,
      rows,
      sort: { orderBy, direction },
      onSort: () => {},
    }),
  )

test('BARS-2 bars are measured against the highest of their column', () => {
  const bars = find(places('name'), 'span', { class: 'bar-cell__track' }).map((track) =>
    valueOf(only(track, 'span'), 'style'),
  )
  assert.deepEqual(bars, ['inline-size:100%', 'inline-size:50%', 'inline-size:0%'])
})

test('BARS-3 a place leads deeper, a number to its cases, and what leads nowhere is no link', () => {
  const links = find(places('name'), 'a').map((link) => [textOf(link), valueOf(link, 'href')])
  assert.deepEqual(links, [
    ['Caturtunggal', '/dasbor?place=a'],
    ['8', '/antrean?place=a'],
  ])
})

test('BARS-3 a number that nobody has is a dash, not a zero', () => {
  const [last] = find(places('name'), 'tr').slice(-1)
  assert.deepEqual(last && find(last, 'td').map(textOf), ['0', '–'])
})

test('BARS-4 the column that sorts says which way; each heading is a button', () => {
  const heads = (at: Part) => find(at, 'th').filter((head) => valueOf(head, 'scope') !== 'row')
  assert.deepEqual(
    heads(places('late')).map((head) => [textOf(only(head, 'button')).trim(), valueOf(head, 'aria-sort')]),
    [
      ['Wilayah', 'none'],
      ['Tercatat', 'none'],
      ['Terlambat', 'descending'],
    ],
  )
  assert.deepEqual(
    heads(places('name', 'ascending')).map((head) => valueOf(head, 'aria-sort')),
    ['ascending', 'none', 'none'],
  )
})

test('BARS-5 the column that sorts has the bars and is the one that a phone shows; a choice above names the others', () => {
  const table = places('late')
  assert.equal(find(table, 'span', { class: 'bar-cell__track' }).length, 2, 'nobody has no bar')
  const choice = only(table, 'select')
  assert.deepEqual(
    find(choice, 'option').map((option) => [textOf(option), valueOf(option, 'selected') !== null]),
    [
      ['Tercatat', false],
      ['Terlambat', true],
    ],
  )
  const aside = find(table, 'th').filter((head) => valueOf(head, 'class')?.includes('bar-table__aside'))
  assert.deepEqual(
    aside.map((head) => textOf(head).trim()),
    ['Tercatat'],
  )
})

const trend = (own: object = {}): Part =>
  draw(
    made(TrendChart, {
      title: 'Perjalanan',
      definition: 'Dihitung per hari.',
      periods: ['1 Nov', '2 Nov', '3 Nov'],
      partial: [false, false, false],
      partialText: 'Minggu ini belum selesai.',
      series: [
        { name: 'Tercatat', values: [3, null, 7], hrefs: ['/a', undefined, '/c'] },
        { name: 'Dikonfirmasi', values: [0, 1, 2] },
      ],
      periodLabel: 'Hari',
      tableText: 'Lihat sebagai tabel',
      say: (n: number) => `${n}`,
      ...own,
    }),
  )

test('TREND-1 the scale ends at a round number and begins at zero', () => {
  const scale = find(only(trend(), 'div', { class: 'trend__scale' }), 'span').map(textOf)
  assert.deepEqual(scale, ['8', '4', '0'])
})

test('TREND-1 lines are told apart by more than colour, and the legend names them', () => {
  const legend = find(only(trend(), 'ul', { class: 'trend__legend' }), 'li')
  assert.deepEqual(legend.map(textOf), ['Tercatat', 'Dikonfirmasi'])
  assert.deepEqual(
    legend.map((one) => valueOf(only(one, 'line'), 'class')),
    ['trend__line trend__line--0', 'trend__line trend__line--1'],
  )
})

test('TREND-2 the drawing is not read out: the same figures stand in a table, a gap as a dash', () => {
  const page = trend()
  assert.equal(valueOf(only(page, 'div', { class: 'trend__plot' }), 'aria-hidden'), 'true')
  const table = only(page, 'table')
  assert.equal(textOf(only(table, 'caption')), 'Perjalanan')
  const lines = find(only(table, 'tbody'), 'tr').map((row) => [...find(row, 'th'), ...find(row, 'td')].map(textOf))
  assert.deepEqual(lines, [
    ['1 Nov', '3', '0'],
    ['2 Nov', '–', '1'],
    ['3 Nov', '7', '2'],
  ])
})

test('TREND-2 a number of the table opens what it counts, where there is something to open', () => {
  assert.deepEqual(
    find(only(trend(), 'table'), 'a').map((link) => valueOf(link, 'href')),
    ['/a', '/c'],
  )
})

test('TREND-3 under the lines stand the first, the middle and the last period', () => {
  const under = (periods: readonly string[]) =>
    find(only(trend({ periods, series: [] }), 'div', { class: 'trend__periods' }), 'span').map(textOf)
  assert.deepEqual(under(['1', '2', '3', '4', '5']), ['1', '3', '5'])
  assert.deepEqual(under(['1', '2']), ['1', '1', '2'])
})

test('TREND-3 what is counted stands with the drawing', () => {
  assert.equal(textOf(only(trend(), 'figcaption')), 'PerjalananDihitung per hari.')
})

test('TREND-4 a part of a week is drawn thinner and said to be one, so that nobody reads a fall into it', () => {
  const page = trend({ partial: [false, false, true] })
  assert.equal(textOf(only(page, 'p')), 'Minggu ini belum selesai.')
  const [first] = find(page, 'g')
  const thin = first && find(first, 'polyline', { class: 'trend__thin' })
  assert.equal(thin?.length, 1)
  assert.equal(find(trend(), 'polyline', { class: 'trend__thin' }).length, 0)
  assert.equal(find(trend(), 'p').length, 0)
})
