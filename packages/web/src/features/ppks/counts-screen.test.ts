import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { type PpksCounts, ppksCounts, ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { made } from '../../testing/draw.ts'
import { drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Counts } = await import('./counts-screen.tsx')
const { WelfarePages } = await import('../../platform/people/welfare-pages.tsx')

const t = sayIn('id')
const reads: readonly Permission[] = ['registry.read', 'figures.read']
const handles: readonly Permission[] = [...reads, 'ppks.handle']
const links = (page: Part): readonly (string | null)[] => find(page, 'a').map((one) => valueOf(one, 'href'))
const options = (page: Part): readonly (string | null)[] => find(page, 'option').map((one) => valueOf(one, 'value'))

const type = (code: string, own: object = {}) => ({
  type: code,
  names: { id: code, en: code },
  number: 1,
  restricted: false,
  atLeast: false,
  total: 0,
  cells: [0, 0],
  ...own,
})
const counts = (own: object = {}): PpksCounts =>
  ppksCounts.parse({
    place: '34.04.07',
    placeName: 'Depok',
    above: '34.04',
    year: 2026,
    years: [
      { year: 2026, n: 3 },
      { year: 2019, n: 1 },
    ],
    below: [
      { code: '34.04.07.2001', name: 'Caturtunggal' },
      { code: '34.04.07.2002', name: 'Maguwoharjo' },
    ],
    types: [
      type('poor', { total: 3, cells: [1, 2] }),
      type('hiv', { restricted: true, total: null, cells: [null, null] }),
    ],
    all: { total: 3, cells: [1, 2] },
    least: 5,
    ...own,
  })
const countsOf = (own: object = {}, rights: readonly Permission[] = reads, search = '', query: object = {}): Part =>
  drawDesk(
    made(Counts, {}),
    [{ row: ppksRoutes.counts, input: { query: { place: undefined, year: undefined, ...query } }, reply: counts(own) }],
    sari(rights),
    `/ppks/jumlah${search}`,
  )
const withheld = t('ppks.counts.withheld', { least: 5 })

test('PPKS-9, PPKS-13 figures are told by type and place; what is withheld says below what, and opens nothing', () => {
  const page = countsOf()
  const said = textOf(page)
  for (const words of [
    'Depok, 2026',
    'Caturtunggal',
    t('ppks.restricted.short'),
    withheld,
    t('ppks.counts.hint', { least: 5 }),
  ])
    assert.ok(said.includes(words), words)
  assert.ok(links(page).includes('/ppks?lihat=all&jenis=poor&tahun=2026&wilayah=34.04.07'))
  assert.ok(!links(page).some((one) => one?.includes('jenis=hiv')))
  assert.ok(links(page).includes('/ppks/jumlah?wilayah=34.04.07.2001'), 'a place below opens its own figures')
  assert.ok(links(page).includes('/ppks/jumlah?wilayah=34.04'), 'and so does the place above')
})

test('PPKS-9 a type of which nothing is told has no column among the places', () => {
  const heads = find(countsOf(), 'th').map(textOf)
  assert.equal(heads.filter((head) => head === 'poor').length, 2)
  assert.equal(heads.filter((head) => head.startsWith('hiv')).length, 1)
})

test('PPKS-13 one type alone is shown where the address names it, and all where it names none that there is', () => {
  const one = find(countsOf({}, reads, '?jenis=hiv'), 'th').map(textOf)
  assert.ok(one.some((head) => head.startsWith('hiv')) && !one.includes('poor'))
  const all = find(countsOf({}, reads, '?jenis=tidak-ada'), 'th').map(textOf)
  assert.ok(all.includes('poor'))
})

test('PPKS-16 above the districts it says that there may be more, and no number opens a list', () => {
  const page = countsOf({
    place: '34',
    placeName: 'DIY',
    above: null,
    below: [{ code: '34.04', name: 'Sleman' }],
    types: [
      type('poor', { total: 3, cells: [3] }),
      type('hiv', { restricted: true, atLeast: true, total: 7, cells: [7] }),
    ],
    all: { total: 3, cells: [3] },
  })
  const said = textOf(page)
  assert.ok(said.includes(t('ppks.counts.wide', { least: 5 })))
  assert.ok(said.includes(t('ppks.counts.at-least', { n: '7' })))
  assert.ok(!links(page).some((one) => one?.includes('lihat=all')))
  assert.ok(!said.includes(t('ppks.counts.up')))
})

test('PPKS-16 whoever reads figures and no people finds numbers without ways to people', () => {
  const page = countsOf({}, ['figures.read'])
  assert.ok(!links(page).some((one) => one?.startsWith('/ppks?')))
  assert.ok(!textOf(page).includes(t('ppks.page.cover')), 'nor tabs that would be shut')
})

test('PPKS-13 years that were asked for, this one and those with somebody can be chosen', () => {
  const values = options(countsOf())
  for (const year of ['2026', '2019', String(new Date().getFullYear())]) assert.ok(values.includes(year), year)
})

const tabsOf = (rights: readonly Permission[], current: 'counts' | 'cover' = 'counts') =>
  drawDesk(made(WelfarePages, { current }), [], sari(rights))
test('PPKS-13 the tabs lead to the pages that somebody may open, and say on which they are', () => {
  assert.deepEqual(links(tabsOf(handles)), ['/ppks', '/ppks/jumlah', '/ppks/psks', '/ppks/cakupan'])
  assert.deepEqual(links(tabsOf(['registry.read'])), ['/ppks', '/ppks/psks', '/ppks/cakupan'])
  assert.deepEqual(links(tabsOf(['figures.read'])), [], 'one page alone needs no tabs')
  const current = find(tabsOf(handles, 'cover'), 'a').filter((one) => valueOf(one, 'aria-current') !== null)
  assert.deepEqual(
    current.map((one) => valueOf(one, 'href')),
    ['/ppks/cakupan'],
  )
})
