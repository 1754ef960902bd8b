import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw, made } from '../testing/draw.ts'
import { find, only, type Part, textOf, valueOf } from '../testing/html.ts'
import type { Column } from './data-rows.tsx'

const { DataRows } = await import('./data-rows.tsx')

interface Row {
  readonly id: string
  readonly name: string
  readonly late: boolean
}
const rows: readonly Row[] = [
  { id: 'a', name: 'Sumarni', late: true },
  { id: 'b', name: 'Tukiyem', late: false },
]
const columns: readonly Column<Row>[] = [
  { key: 'id', header: 'Nomor', place: 'lead', width: '148px', cell: ({ id }) => id },
  { key: 'name', header: 'Warga', place: 'title', cell: ({ name }) => name, detail: ({ id }) => `detail ${id}` },
]
const table = (own: Partial<Parameters<typeof DataRows<Row>>[0]> = {}): Part =>
  only(
    draw(
      made(DataRows<Row>, {
        caption: 'Kasus',
        columns,
        rows,
        keyOf: ({ id }) => id,
        hrefOf: ({ id }) => `/kasus/${id}`,
        ...own,
      }),
    ),
    'table',
  )

test('ROWS-1 a list has a name, its columns have headings, and each row one link: in its title', () => {
  const list = table()
  assert.equal(textOf(only(list, 'caption')), 'Kasus')
  assert.deepEqual(
    find(list, 'th').map((head) => [textOf(head), valueOf(head, 'scope')]),
    [
      ['Nomor', 'col'],
      ['Warga', 'col'],
    ],
  )
  assert.deepEqual(
    find(list, 'a').map((link) => [textOf(link), valueOf(link, 'href')]),
    [
      ['Sumarni', '/kasus/a'],
      ['Tukiyem', '/kasus/b'],
    ],
  )
})

test('ROWS-1 the second line of a cell stands outside the link', () => {
  const list = table()
  assert.deepEqual(find(list, 'span', { class: 'rows__detail' }).map(textOf), ['detail a', 'detail b'])
  assert.equal(find(only(find(list, 'tr')[1] ?? assert.fail(), 'a'), 'span').length, 0)
})

test('ROWS-2 a coloured edge is drawn for the rows that have one, and for no other', () => {
  const edges = find(table({ edgeOf: ({ late }) => (late ? 'attention' : undefined) }), 'tr').map((row) =>
    valueOf(row, 'data-edge'),
  )
  assert.deepEqual(edges, [null, 'attention', null])
})

test('ROWS-3 columns share the width as they ask for it', () => {
  assert.equal(valueOf(table(), 'style'), '--tracks:148px minmax(0, 1fr)')
})

test('ROWS-4 a column that sorts says how it is sorted now, and leads to the other order', () => {
  const [first, second] = [columns[0] ?? assert.fail(), columns[1] ?? assert.fail()]
  const sorted: readonly Column<Row>[] = [
    { ...first, sort: { href: '/antrean?sort=newest', direction: 'descending' } },
    { ...second, sort: { href: '/antrean?sort=due', direction: 'none' } },
  ]
  const heads = find(table({ columns: sorted }), 'th')
  assert.deepEqual(
    heads.map((head) => [valueOf(head, 'aria-sort'), valueOf(only(head, 'a'), 'href'), textOf(head)]),
    [
      ['descending', '/antrean?sort=newest', 'Nomor ▼'],
      ['none', '/antrean?sort=due', 'Warga'],
    ],
  )
  assert.equal(valueOf(find(table(), 'th')[0] ?? assert.fail(), 'aria-sort'), null)
})

test('ROWS-5 words of a row are text, whatever they are', () => {
  const list = table({ rows: [{ id: 'x', name: '<b>"Sumarni" & anak</b>', late: false }] })
  assert.equal(textOf(only(list, 'a')), '<b>"Sumarni" & anak</b>')
})
