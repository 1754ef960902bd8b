import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needCard, needLine, needRoutes, needStates } from '@openslrt/core/contract/need-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { needKinds, unmetReasons } from '@openslrt/core/need/shipped.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { aFamily, aPerson } from '@openslrt/core/testing/a-family.ts'
import { aNeed, needNth } from '@openslrt/core/testing/a-need.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Table } = await import('./table-screen.tsx')
const { Screen: Needs } = await import('./needs-screen.tsx')

const t = sayIn('id')
const district = ledgerCode.parse('34.04')
const named = (lines: readonly (readonly [string, string, string])[]) =>
  lines.map(([code, id, en]) => ({ code, names: { id, en }, data: {} }))
const lists = { need: named(needKinds), 'need-unmet': named(unmetReasons) }
const listed = answered(referenceRoutes.lists, { district }, { lists })
const need = needCard.parse({
  ...aNeed(),
  name: 'S*** A***',
  placeName: 'Caturtunggal',
  note: '',
  acts: [],
  applications: [],
})
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const links = (page: Part) => find(page, 'a').map((link) => valueOf(link, 'href'))

const some = { total: 12, met: 5, going: 7, unmet: 0, more: [] }
const table = (own: object = {}, at = '/kebutuhan', asked: object = {}): Part =>
  drawDesk(
    made(Table, {}),
    [
      listed,
      answered(
        needRoutes.table,
        { by: 'place', ...asked },
        {
          place: { code: '34.04', name: 'Kabupaten Sleman' },
          year: 2026,
          by: 'place',
          opens: true,
          least: 5,
          rows: [{ key: '34.04.07.2001', name: 'Caturtunggal', ...some }],
          sum: some,
          ...own,
        },
      ),
    ],
    sari(['figures.read', 'registry.read']),
    at,
  )

test('NEED-9 each number opens the list of its needs, for who may read the people, and nothing opens nothing', () => {
  const page = table()
  const lines = links(page).filter((href) => href?.startsWith('/kebutuhan/daftar'))
  const at = (place: string, state: string) => `/kebutuhan/daftar?tempat=${place}&tahun=2026&keadaan=${state}`
  for (const state of ['total', 'met', 'going']) assert.ok(lines.includes(at('34.04.07.2001', state)), state)
  assert.equal(lines.length, 6, 'three in the row, three below it; of nobody there is no list')
  assert.ok(textOf(page).includes(t('need.table.what')))
})

test('NEED-9 who may not read people opens no number, and is told that and how few are withheld', () => {
  const few = { total: 30, met: null, going: null, unmet: 0, more: [] }
  const shut = table({
    opens: false,
    least: 7,
    rows: [{ key: '34.04.07.2001', name: 'Caturtunggal', ...few }],
    sum: few,
  })
  assert.deepEqual(
    links(shut).filter((href) => href?.startsWith('/kebutuhan/daftar')),
    [],
  )
  const cells = find(shut, 'td').map(textOf)
  assert.deepEqual(cells, [
    '30',
    t('need.table.withheld'),
    t('need.table.withheld'),
    '0',
    '30',
    t('need.table.withheld'),
    t('need.table.withheld'),
    '0',
  ])
  assert.ok(textOf(shut).includes(t('need.table.hidden', { n: 7 })))
})

test('NEED-13 above the districts a number says that there may be more, and why', () => {
  const own = { total: 30, met: null, going: 12, unmet: 0, more: ['total'] }
  const place = { code: '34', name: 'DI Yogyakarta' }
  const wide = table({ place, opens: false, rows: [{ key: '34.04', name: 'Sleman', ...some }], sum: own })
  assert.deepEqual(find(wide, 'td').map(textOf).slice(4), [
    t('need.table.at-least', { n: '30' }),
    t('need.table.withheld'),
    '12',
    '0',
  ])
  assert.equal(find(wide, 'th', { scope: 'col' }).map(textOf)[0], t('need.table.place'))
  assert.ok(textOf(wide).includes(t('need.table.wide')))
  assert.ok(!textOf(table({ opens: false })).includes(t('need.table.wide')))
})

test('NEED-12 a place opens its kinds and a kind its places; the numbers then name both', () => {
  assert.ok(links(table()).includes('/kebutuhan?per=kind&tempat=34.04.07.2001'))
  const byKind = table({ by: 'kind', rows: [{ key: 'food-card', name: '', ...some }] }, '/kebutuhan?per=kind', {
    by: 'kind',
  })
  assert.ok(textOf(byKind).includes('Bantuan sembako (KKS)'))
  assert.ok(links(byKind).includes('/kebutuhan?per=place&jenis=food-card'))
  assert.ok(links(byKind).includes('/kebutuhan/daftar?tempat=34.04&jenis=food-card&tahun=2026&keadaan=met'))
  const one = table({}, '/kebutuhan?jenis=food-card', { kind: 'food-card' })
  assert.ok(textOf(one).includes('Kabupaten Sleman · Bantuan sembako (KKS) · 2026'))
})

test('NEED-12 a table without rows says so; with some it is taken as a file or printed', () => {
  const empty = table({ rows: [] })
  assert.ok(textOf(empty).includes(t('need.table.empty.title')))
  const acts = ['xlsx', 'csv', 'print'] as const
  for (const act of acts) assert.ok(buttons(table()).includes(t(`need.table.${act}`)), act)
  const heads = find(table(), 'th', { scope: 'col' }).map(textOf)
  assert.deepEqual(heads, [t('need.table.village'), ...needStates.map((state) => t(`need.table.${state}`))])
})

test('NEED-9, NEED-12 behind a number each need opens its case, or its family, where it is moved', () => {
  const line = (own: object) => needLine.parse({ ...need, ...own })
  const items = [
    line({ caseId: ids.case(1) }),
    line({ id: needNth(7) }),
    line({ id: needNth(8), family: null }),
    line({ id: needNth(9), family: null, person: null, status: 'unmet', reason: 'no-budget' }),
  ]
  const query = { place: placeCode.parse('34.04.07.2001'), state: 'unmet' as const, page: 1 }
  const page = drawDesk(
    made(Needs, {}),
    [listed, answered(needRoutes.list, query, { items, total: 4, page: 1, size: 20 })],
    sari(['registry.read']),
    '/kebutuhan/daftar?tempat=34.04.07.2001&keadaan=unmet',
  )
  const cards = links(page).filter((href) => href?.includes('/34.04/'))
  assert.deepEqual(cards, [
    `/kasus/34.04/${ids.case(1)}`,
    `/keluarga/34.04/${aFamily.id}`,
    `/anggota/34.04/${aPerson.id}`,
  ])
  assert.ok(textOf(page).includes('Anggaran atau barang tidak tersedia'))
  assert.ok(links(page).includes('/kebutuhan?tempat=34.04.07.2001'), 'and back to the table')
})
