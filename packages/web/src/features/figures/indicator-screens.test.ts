import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureRoutes, regionFigures, regionMeasures } from '@openslrt/core/contract/figures.ts'
import { type Indicators, indicatorRoutes, indicators } from '@openslrt/core/contract/indicators.ts'
import { type Me, me } from '@openslrt/core/contract/reference-queries.ts'
import { catalogueEntries, uncounted } from '@openslrt/core/figures/catalogue.ts'
import { shownCodes, standingIndicators, wholeOf } from '@openslrt/core/figures/indicator-codes.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { provinceTiles } from '@openslrt/core/place/tiles.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { drawRefused } from '../../testing/draw-refused.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: IndicatorScreen } = await import('./indicator-screen.tsx')
const { Screen: Catalogue } = await import('./catalogue-screen.tsx')
const { Screen: Figures } = await import('./figures-screen.tsx')

const t = sayIn('id')
const at = Date.parse('2026-11-20T10:00:00+07:00')
const period = { from: '2026-11-02', to: '2026-11-15' }
const before = { from: '2026-10-19', to: '2026-11-01' }
const frame = {
  place: { code: '34.04', name: 'Kabupaten Sleman', level: 'district' as const },
  above: null,
  period,
  before,
  at,
}
const numbers = new Map<string, { n: number | 'few' | 'withheld' | null; of?: number | 'few' | 'withheld' | null }>([
  ['registered', { n: 30 }],
  ['responded', { n: 26, of: 30 }],
  ['answer-half', { n: 1260, of: 20 }],
  ['answer-most', { n: 3360, of: 20 }],
  ['first-half', { n: null, of: 0 }],
  ['first-most', { n: null, of: 0 }],
  ['inclusion', { n: 1, of: 8 }],
  ['owned', { n: 'few', of: 12 }],
  ['late', { n: 2, of: 9 }],
])
const figures = (own: object = {}): Indicators =>
  indicators.parse({
    ...frame,
    dayMinutes: 420,
    opens: true,
    least: 5,
    lines: shownCodes.map((code) => {
      const { n, of = null } = numbers.get(code) ?? { n: 0, of: wholeOf[code] ? 0 : null }
      const was = standingIndicators.includes(code) ? null : { n: 0, of: wholeOf[code] ? 10 : null }
      return { code, n, of, before: was }
    }),
    tiers: [{ level: 'village', measured: 12, half: 420, most: 840 }],
    owners: [
      { office: ids.office(7), name: 'Puskesos Caturtunggal', level: 'village', measured: 12, half: 420, most: 840 },
    ],
    reasons: [{ reason: 'capacity-full', n: 6 }],
    ...own,
  })
const atPlace = (place: string): Me => {
  const [post] = sari(['figures.read']).posts
  return me.parse({ ...sari(), posts: [{ ...post, place }] })
}
const page = (own: object = {}): Part =>
  drawDesk(
    made(IndicatorScreen, {}),
    [answered(indicatorRoutes.indicators, {}, figures(own))],
    atPlace('34.04'),
    '/indikator',
  )
const rowOf = (drawn: Part, name: string): readonly string[] => {
  const row = find(drawn, 'tr').find((one) =>
    find(one, 'th', { scope: 'row' }).some((th) => textOf(th).startsWith(name)),
  )
  assert.ok(row, name)
  return find(row, 'td').map(textOf)
}
const hrefs = (drawn: Part): readonly string[] => find(drawn, 'a').map((one) => valueOf(one, 'href') ?? '')

test('INDICATOR-5 a line says how much, of how many, before, and how that changed', () => {
  assert.deepEqual(rowOf(page(), 'Sudah ditanggapi'), ['87%', '26 dari 30', '0%', '▲ naik 87 poin, membaik'])
  assert.deepEqual(rowOf(page(), 'Macet'), ['22%', '2 dari 9', '', t('indicator.change.now')])
  assert.deepEqual(rowOf(page(), 'Tercatat'), ['30', '', '0', '▲ naik 30'])
})

test('INDICATOR-3 every indicator of the contract has its row, with what it means one press away', () => {
  const drawn = page()
  assert.equal(
    find(drawn, 'details').filter((one) => textOf(one).includes(t('indicator.means'))).length,
    shownCodes.length,
  )
  assert.ok(textOf(drawn).includes('Kasus yang didaftarkan pada masa ini dari semua jalur'))
})

test('INDICATOR-6 what counts cases opens them, for whoever may see them; nothing is no door', () => {
  const here = `place=34.04&from=${period.from}&to=${period.to}`
  const open = hrefs(page())
  assert.ok(open.includes(`/antrean?queue=all&measure=responded&${here}`))
  assert.ok(open.includes('/antrean?queue=all&measure=late&place=34.04'), 'what holds now has no days')
  assert.ok(!open.some((href) => href.includes('measure=handled')), 'nobody was handled')
  assert.ok(!hrefs(page({ opens: false })).some((href) => href.startsWith('/antrean')))
})

test('INDICATOR-4 who opens no case is told why numbers are missing', () => {
  assert.ok(textOf(page({ opens: false, owners: [] })).includes(t('indicator.withheld', { least: '5' })))
  assert.ok(!textOf(page()).includes(t('indicator.withheld', { least: '5' })))
  assert.deepEqual(rowOf(page(), 'Setiap kebutuhan').slice(0, 2), ['kurang dari 5', '12'])
})

test('INDICATOR-3 the four main figures stand on top, and say so where nothing was measured', () => {
  const strip = textOf(only(page(), 'section', { 'aria-label': t('indicator.headlines') }))
  for (const words of [t('indicator.headline.fast'), '3 hari kerja', '8 hari kerja', '13% · –', 'kurang dari 5'])
    assert.ok(strip.includes(words), words)
  assert.ok(strip.includes(t('indicator.headline.none')), 'nobody was responded to in a measured time')
})

test('INDICATOR-4 a main figure of too few says that they are too few, and not that nothing was measured', () => {
  const lines = figures().lines.map((line) => (line.code === 'first-half' ? { ...line, n: 'few', of: 'few' } : line))
  const strip = textOf(only(page({ opens: false, lines }), 'section', { 'aria-label': t('indicator.headlines') }))
  assert.ok(strip.includes(t('indicator.headline.few')))
})

test('INDICATOR-3 time to the answer stands by level and by office, reasons by their names; without any there is no table', () => {
  assert.deepEqual(rowOf(page(), 'desa/kelurahan'), ['12', '1 hari kerja', '2 hari kerja'])
  assert.deepEqual(rowOf(page(), 'Puskesos Caturtunggal'), ['12', '1 hari kerja', '2 hari kerja'])
  const bare = textOf(page({ tiers: [], owners: [], reasons: [] }))
  for (const key of ['indicator.tiers', 'indicator.owners', 'indicator.reasons'] as const)
    assert.ok(!bare.includes(t(key)), key)
})

test('INDICATOR-5 while it is counted, and where it is not this office’s, the screen says so', () => {
  const coming = drawDesk(made(IndicatorScreen, {}), [], atPlace('34.04'), '/indikator')
  assert.ok(textOf(coming).includes(t('figures.loading')))
  const row = indicatorRoutes.indicators
  const elsewhere = drawRefused(made(IndicatorScreen, {}), [{ row, query: {}, code: 'wrong-place' }], atPlace('34.04'))
  assert.ok(textOf(elsewhere).includes(t('figures.elsewhere.title')))
})

test('INDICATOR-2 the catalogue shows every entry with its code and where it is counted, and what nothing counts apart', () => {
  const drawn = textOf(drawDesk(made(Catalogue, {}), [], atPlace('34.04'), '/katalog'))
  for (const { code, name } of catalogueEntries) assert.ok(drawn.includes(code) && drawn.includes(name.id), code)
  for (const { name, why } of Object.values(uncounted)) assert.ok(drawn.includes(name.id) && drawn.includes(why.id))
  assert.ok(drawn.includes(t('catalogue.shown', { n: String(catalogueEntries.length) })))
  assert.ok(drawn.includes('/api/figures/indicators, /api/figures/district'))
})

test('BOARD-14 the nation has a square for each province: its number in words, and the way into it', () => {
  const nation = {
    ...frame,
    place: { code: '00', name: 'Indonesia', level: 'nation' as const },
    strip: regionMeasures.map((measure) => ({ measure, n: 3, before: 2, line: [1, 2] })),
    trend: { step: 'week' as const, points: [] },
    below: provinceTiles.map(({ province }, nth) => ({
      place: province,
      name: `Provinsi ${province}`,
      counts: tableOf(regionMeasures, () => nth),
    })),
  }
  const drawn = (address: string, own: object = {}) =>
    drawDesk(
      made(Figures, {}),
      [answered(figureRoutes.region, {}, regionFigures.parse({ ...nation, ...own }))],
      atPlace('00'),
      address,
    )
  const map = (address: string) => only(drawn(address), 'ul', { 'aria-label': t('tiles.title') })
  const links = find(map('/dasbor?urut=open'), 'a')
  assert.equal(links.length, 38)
  const yogya = links.find((one) => textOf(one).includes('Provinsi 34,'))
  assert.ok(yogya)
  assert.equal(valueOf(yogya, 'href'), '/dasbor?urut=open&place=34')
  assert.match(textOf(yogya), new RegExp(`^DIY Provinsi 34, ${t('measure.open')}: ?\\d+$`))
  const province = drawn('/dasbor', { place: { code: '34', name: 'DIY', level: 'province' } })
  assert.equal(find(province, 'ul', { 'aria-label': t('tiles.title') }).length, 0)
})
