import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type DistrictFigures,
  districtFigures,
  figureRoutes,
  outcomeMeasures,
  type RegionFigures,
  referralMeasures,
  regionFigures,
  regionMeasures,
  stripMeasures,
} from '@openslrt/core/contract/figures.ts'
import { leagueCounts, leagueRoutes } from '@openslrt/core/contract/league.ts'
import { type Me, me } from '@openslrt/core/contract/reference-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { sayDate, sayExact } from '@openslrt/core/i18n/when.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { drawRefused, refusal } from '../../testing/draw-refused.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Figures } = await import('./figures-screen.tsx')
const { Screen: League } = await import('./league-screen.tsx')

const t = sayIn('id')
const at = Date.parse('2026-11-20T10:00:00+07:00')
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const period = { from: '2026-11-02', to: '2026-11-15' }
const frame = {
  place: { code: '34.04', name: 'Kabupaten Sleman', level: 'district' as const },
  above: null,
  period,
  before: { from: '2026-10-19', to: '2026-11-01' },
  at,
}
const trend = {
  step: 'week' as const,
  points: [
    { from: '2026-11-02', to: '2026-11-08', counts: { registered: 5, handled: 3, confirmed: 1 } },
    { from: '2026-11-09', to: '2026-11-15', counts: { registered: 4, handled: 4, confirmed: 2 } },
  ],
}
const below = (place: string, name: string, own: object = {}) => ({
  place,
  name,
  counts: { registered: 0, handled: 0, 'on-time': 0, confirmed: 0, late: 0, ...own },
})
const strip = stripMeasures.map((measure) => ({ measure, n: 7, before: 7, of: null, line: [3, 4] }))
const aDistrict = (own: object = {}): DistrictFigures =>
  districtFigures.parse({
    ...frame,
    opens: true,
    strip,
    trend,
    below: [below('34.04.07', 'Depok', { registered: 3 }), below('34.04.13', 'Ngaglik', { registered: 9, late: 2 })],
    categories: [
      { category: 'pbi-inactive', n: 9, before: 4 },
      { category: 'pip', n: 0, before: 1 },
    ],
    referrals: { ...tableOf(referralMeasures, () => 0), referred: 4, 'referral-completed': 1 },
    outcomes: tableOf(outcomeMeasures, (name) => (name === 'better' ? 2 : 0)),
    ...own,
  })
const atPlace = (place: string): Me => {
  const [post] = sari(['figures.read']).posts
  return me.parse({ ...sari(), posts: [{ ...post, place }] })
}
const district = (own: object = {}, at = '/dasbor'): Part =>
  drawDesk(made(Figures, {}), [answered(figureRoutes.district, {}, aDistrict(own))], atPlace('34.04'), at)
const casesOf = (measure: string, place: string, days = true): string =>
  `/antrean?queue=all&measure=${measure}&place=${place}${days ? `&from=${period.from}&to=${period.to}` : ''}`
/** What a tile says, by its label. */
const tile = (page: Part, label: string): string =>
  find(only(page, 'section', { 'aria-label': t('figures.strip') }), '*')
    .filter(({ attributes }) => (attributes.get('class') ?? '').split(' ').includes('figure'))
    .map(textOf)
    .find((words) => words.startsWith(label)) ?? ''

test('BOARD-1 every figure on top opens its own cases: of the days that are shown, or of now', () => {
  const page = district()
  for (const measure of ['registered', 'handled', 'confirmed', 'on-time'])
    assert.ok(links(page).includes(casesOf(measure, '34.04')), measure)
  assert.ok(links(page).includes(casesOf('late', '34.04', false)), 'what is late now is of no period')
})

test('BOARD-2 a number of a table opens its cases, and a nought opens nothing', () => {
  const page = district()
  assert.ok(links(page).includes(casesOf('registered', '34.04.07')))
  assert.ok(links(page).includes(casesOf('late', '34.04.13', false)))
  assert.ok(!links(page).some((href) => href.includes('place=34.04.07') && href.includes('measure=late')))
  assert.ok(links(page).includes(`${casesOf('registered', '34.04')}&category=pbi-inactive`))
  assert.ok(links(page).includes(casesOf('better', '34.04')))
  assert.ok(!links(page).includes(casesOf('satisfied', '34.04')))
  assert.ok(links(page).includes(casesOf('referral-completed', '34.04')))
  assert.ok(!links(page).includes(casesOf('referral-declined', '34.04')))
})

test('BOARD-11 who opens no case sees each number of all cases, and no way to one', () => {
  const page = district({ opens: false })
  assert.deepEqual(
    links(page).filter((href) => href.startsWith('/antrean')),
    [],
  )
  const moment = { at: sayExact(at, 'Asia/Jakarta', 'id') }
  says(page, t('figures.source.all', moment), 'Depok', 'Ngaglik')
  assert.ok(!textOf(page).includes(t('figures.source.cases', moment)))
  says(district(), t('figures.source.cases', moment))
})

for (const [what, own, words] of [
  ['more', { n: 9, before: 7 }, t('figures.change.more', { n: 2, count: '7' })],
  ['less', { n: 5, before: 7 }, t('figures.change.less', { n: 2, count: '7' })],
  ['the same', { n: 7, before: 7 }, t('figures.change.same', { count: '7' })],
  ['nothing before', { n: 7, before: 0 }, t('figures.change.none')],
  ['nothing before and now', { n: 0, before: 0 }, t('figures.change.none')],
  ['of now', { n: 7, before: null }, t('figures.now')],
] as const)
  test(`BOARD-5 a change is said in words: ${what}`, () => {
    const page = district({ strip: strip.map((one) => (one.measure === 'handled' ? { ...one, ...own } : one)) })
    const said = tile(page, t('measure.handled'))
    assert.ok(said.includes(words), said)
  })

test('BOARD-5 good news is marked only where more is good, and what is less is worse there', () => {
  const changed = (measure: string, n: number): string => {
    const one = { ...strip[0], measure, n, before: 7 }
    const page = district({ strip: strip.map((other) => (other.measure === measure ? one : other)) })
    const marks = ['better', 'worse'].filter(
      (course) => find(page, 'span', { class: `figure__change figure__change--${course}` }).length > 0,
    )
    return marks.join()
  }
  assert.deepEqual(
    stripMeasures.map((measure) => [measure, changed(measure, 9), changed(measure, 5)]),
    [
      ['registered', '', ''],
      ['handled', 'better', 'worse'],
      ['confirmed', 'better', 'worse'],
      ['on-time', 'better', 'worse'],
      ['late', '', ''],
    ],
  )
})

test('BOARD-5 a share is told of what was handled, and of nothing there is none', () => {
  const of = (n: number, all: number): string =>
    tile(
      district({ strip: strip.map((one) => (one.measure === 'on-time' ? { ...one, n, of: all } : one)) }),
      t('measure.on-time'),
    )
  assert.ok(of(1, 4).includes(t('figures.of-handled', { share: '25%' })), of(1, 4))
  assert.ok(!of(0, 0).includes('%'))
})

test('BOARD-3 a place leads to its own figures with the chosen days, and up where the reader may look', () => {
  const page = district({ above: { code: '34', name: 'DI Yogyakarta', level: 'province' } }, '/dasbor')
  assert.ok(links(page).includes('/dasbor?place=34.04.07') && links(page).includes('/dasbor?place=34'))
  says(page, t('figures.up', { place: 'DI Yogyakarta' }))
  const shut = district()
  assert.ok(!links(shut).includes('/dasbor?place=34'))
})

test('BOARD-10 an office of one village has no places below, and no table of them', () => {
  const village = { code: '34.04.07.2001', name: 'Caturtunggal', level: 'village' }
  const page = district({ place: village, below: [] })
  assert.ok(!textOf(page).includes(t('figures.below.what')))
  const own = district({ place: village, below: [below('34.04.07.2001', 'Caturtunggal', { registered: 1 })] })
  assert.ok(!links(own).includes('/dasbor?place=34.04.07.2001'), 'it leads to no page of its own')
})

test('BOARD-6 the table stands in the order of its address, by name when it says nothing of sense', () => {
  const order = (search: string): string => {
    const row = find(district({}, `/dasbor${search}`), 'th', { scope: 'row' }).map(textOf)
    return row.filter((name) => name === 'Depok' || name === 'Ngaglik').join()
  }
  for (const [search, names] of [
    ['', 'Depok,Ngaglik'],
    ['?urut=-name', 'Ngaglik,Depok'],
    ['?urut=registered', 'Ngaglik,Depok'],
    ['?urut=-registered', 'Depok,Ngaglik'],
    ['?urut=confirmed', 'Depok,Ngaglik'],
    ['?urut=nothing', 'Depok,Ngaglik'],
  ] as const)
    assert.equal(order(search), names, search)
})

test('BOARD-9 without a category it says so, and a part of nothing is no share', () => {
  const page = district({ categories: [], referrals: tableOf(referralMeasures, () => 0) })
  says(page, t('figures.categories.none'))
  assert.ok(!textOf(page).includes(t('figures.categories.what')))
  assert.ok(!textOf(page).includes('NaN'))
  says(district(), ' (25%)')
})

test('BOARD-9 what every number counts stands on the page, and with what it is compared', () => {
  const page = district()
  const zone = 'Asia/Jakarta'
  const [from, to] = ['2026-10-19', '2026-11-01'].map((day) => sayDate(Date.parse(`${day}T05:00:00Z`), zone, 'id'))
  says(page, t('figures.compared', { from: from ?? '', to: to ?? '' }))
  for (const measure of [...stripMeasures, ...referralMeasures, ...outcomeMeasures])
    says(page, t(`measure.${measure}.what`))
})

const aRegion = (own: object = {}): RegionFigures =>
  regionFigures.parse({
    ...frame,
    place: { code: '34', name: 'DI Yogyakarta', level: 'province' },
    strip: regionMeasures.map((measure) => ({ measure, n: 7, before: null, line: [] })),
    trend,
    below: [{ place: '34.04', name: 'Kabupaten Sleman', counts: tableOf(regionMeasures, () => 3) }],
    ...own,
  })
const region = (place: string, own: object = {}): Part =>
  drawDesk(made(Figures, {}), [answered(figureRoutes.region, {}, aRegion(own))], atPlace(place), '/dasbor')

test('BOARD-12 a province reads counters: a line for each district, which opens no figures and no cases', () => {
  const page = region('34')
  says(page, 'Kabupaten Sleman', t('figures.below.counters'))
  for (const measure of regionMeasures) says(page, t(`count.${measure}.what`))
  assert.deepEqual(
    links(page).filter((href) => href.startsWith('/antrean') || href.includes('dasbor?place=')),
    [],
  )
})

test('BOARD-12 the nation has its provinces, each with its own figures', () => {
  const nation = { code: '00', name: 'Indonesia', level: 'nation' }
  const lines = [{ place: '34', name: 'DI Yogyakarta', counts: tableOf(regionMeasures, () => 3) }]
  const page = region('00', { place: nation, below: lines })
  assert.ok(links(page).includes('/dasbor?place=34'))
  says(page, t('figures.below.what'))
})

const boards = [
  ['figures', Figures, figureRoutes.district, '/dasbor'],
  ['the league', League, leagueRoutes.referrals, '/peringkat'],
] as const
for (const [name, Screen, row, path] of boards) {
  const query = name === 'figures' ? {} : { category: undefined }
  test(`BOARD-10 ${name} of a place elsewhere are told and left`, () => {
    for (const code of ['wrong-place', 'unknown-place']) {
      const page = drawRefused(made(Screen, {}), [{ row, query, code }], atPlace('34.04'), path)
      says(page, t('figures.elsewhere.title'), t('figures.elsewhere.text'))
      assert.ok(links(page).includes('/dasbor'))
    }
  })
  test(`BOARD-13 ${name} that did not come say why, with a number to name and a way to ask again`, () => {
    const page = drawRefused(made(Screen, {}), [{ row, query }], atPlace('34.04'), path)
    says(page, t('figures.failed'), refusal.message, t('failed.request', { id: refusal.requestId }))
    assert.deepEqual(find(page, 'button').map(textOf), [t('failed.action')])
    const coming = drawDesk(made(Screen, {}), [], atPlace('34.04'), path)
    says(coming, t('figures.loading'))
  })
}

const spent = { measured: 0, half: null, most: null }
const line = (own: object = {}) => ({
  counts: tableOf(leagueCounts, () => 2),
  reasons: [{ reason: 'capacity-full', n: 1 }],
  take: { measured: 2, half: 225, most: 900 },
  work: spent,
  ...own,
})
const league = (own: object = {}, at = '/peringkat'): Part => {
  const reply = {
    ...frame,
    dayMinutes: 450,
    opens: true,
    all: line(),
    kinds: [{ ...line(), kind: 'provider' as const }],
    offices: [
      { ...line(), office: ids.office(7), name: 'RSUD Sleman', kind: 'provider' as const },
      {
        ...line({ counts: tableOf(leagueCounts, () => 0), reasons: [] }),
        office: ids.office(8),
        name: 'Baznas',
        kind: 'agency' as const,
      },
    ],
    ...own,
  }
  const query = { category: undefined }
  return drawDesk(made(League, {}), [answered(leagueRoutes.referrals, query, reply)], atPlace('34.04'), at)
}

test('LEAGUE-4 offices stand side by side: how many, within how many days, and why not', () => {
  const page = league()
  says(
    page,
    t('league.counts'),
    t('league.days'),
    t('league.reasons'),
    t('league.all', { received: '2', completed: '2', open: '2' }),
  )
  const tables = find(page, 'table').map((one) => find(one, 'th', { scope: 'row' }).map(textOf).join())
  assert.deepEqual(tables, ['RSUD Sleman,Baznas', 'Baznas,RSUD Sleman', 'RSUD Sleman'])
})

test('LEAGUE-1 kinds of offices are compared by their names, as the address says', () => {
  const page = league({}, '/peringkat?kelompok=jenis')
  says(page, t('office-kind.provider'))
  assert.ok(!textOf(page).includes('RSUD Sleman'))
  assert.ok(links(page).includes('/dasbor'), 'the way back forgets what only this page knows')
})

test('LEAGUE-4 where nobody was asked there is no table, and without a refusal no reasons', () => {
  const none = league({ offices: [], kinds: [], all: line({ counts: tableOf(leagueCounts, () => 0), reasons: [] }) })
  assert.equal(find(none, 'table').length, 0)
  says(none, t('league.all', { received: '0', completed: '0', open: '0' }))
  assert.ok(!textOf(league({ all: line({ reasons: [] }) })).includes(t('league.reasons')))
})
