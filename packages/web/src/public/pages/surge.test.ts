import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicSurge } from '@openslrt/core/contract/public-surge.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { pageOf } from '../../testing/public-face.ts'
import { aPublicSurge, aShell, aSurgeLine, aSurgePage } from '../../testing/public-pages.ts'

const t = sayIn('id')
const page = (own: Partial<PublicSurge> = {}, lang: 'id' | 'en' = 'id'): Part =>
  pageOf('surge', aSurgePage({ shell: aShell(lang), surge: aPublicSurge(own) }))
const counters = (part: Part) =>
  Object.fromEntries(
    find(only(part, 'dl'), 'div').map((one) => [textOf(only(one, 'dt')), textOf(only(one, 'span'))] as const),
  )
const table = (part: Part, nth: number) =>
  find(find(part, 'table')[nth] ?? part, 'tr').map((row) => [...find(row, 'th'), ...find(row, 'td')].map(textOf))
const links = (part: Part) => find(only(part, 'main'), 'a').map((link) => valueOf(link, 'href'))

test('SURGE-13 the counters say how many are on the list and how far they have come, large and with their share', () => {
  assert.deepEqual(counters(page()), {
    [t('public.surge.total')]: '1.243',
    [t('public.surge.step.matched')]: '900 72%',
    [t('public.surge.step.opened')]: t('public.surge.withheld'),
    [t('public.surge.step.placed')]: '600 48%',
    [t('public.surge.step.done')]: '308 25%',
  })
  assert.equal(counters(page({}, 'en'))['People on the list'], '1,243')
})

test('SURGE-13 a number that is withheld has no bar that would show it, and why is said', () => {
  const bars = find(page(), 'meter').map((bar) => [valueOf(bar, 'value'), valueOf(bar, 'max')])
  assert.deepEqual(bars, [
    ['900', '1243'],
    ['600', '1243'],
    ['308', '1243'],
  ])
  assert.ok(textOf(page()).includes(t('public.surge.why', { least: 5 })))
})

test('SURGE-13 by place and by day: small ones together, days in their order', () => {
  assert.deepEqual(table(page(), 0), [
    [t('public.surge.place'), t('public.surge.total'), t('public.surge.step.done')],
    ['Depok', '1.200', '300'],
    [t('public.surge.together'), '43', '8'],
  ])
  assert.deepEqual(table(page(), 1), [
    [t('public.surge.day'), t('public.surge.step.done')],
    ['3 November 2026', '300'],
    ['4 November 2026', '8'],
  ])
  const days = [
    { day: '2026-11-03', done: 300 },
    { day: null, done: 8 },
  ]
  assert.deepEqual(table(page({ days }), 1).at(-1), [t('public.surge.days.together'), '8'])
})

test('SURGE-13 where nothing is told by place or by day, there is no empty table', () => {
  assert.equal(find(page({ places: [], days: [] }), 'table').length, 0)
  assert.equal(find(page({ days: [] }), 'table').length, 1)
})

test('SURGE-13 a list of too few says so, and no number stands on its page', () => {
  const few = page({ total: null, places: [], days: [] })
  assert.ok(textOf(few).includes(t('public.surge.few', { least: 5 })))
  assert.equal(find(few, 'dl').length + find(few, 'meter').length + find(few, 'table').length, 0)
})

test('SURGE-13 what is renewed is marked, and everything that changes stands in it; the way back does not', () => {
  const live = only(page(), 'div', { 'data-live': 'true' })
  assert.equal(find(live, 'dl').length + find(live, 'table').length, 3)
  assert.ok(textOf(live).includes(t('public.surge.at', { time: '08.00' })) || /\d\d\.\d\d/.test(textOf(live)))
  assert.equal(find(live, 'a').length, 0)
  assert.deepEqual(links(page()), ['/terdampak'])
})

test('SURGE-13 whether people are still received is said, and when and where it happened', () => {
  const text = textOf(page())
  assert.ok(text.includes(`Kabupaten Sleman, 2 November 2026 · ${t('public.surge.open')}`))
  assert.ok(textOf(page({ open: false })).includes(t('public.surge.closed')))
  assert.equal(textOf(only(page(), 'h1')), 'PBI dinonaktifkan Februari')
  assert.match(textOf(only(only(page(), 'head'), 'title')), /^PBI dinonaktifkan Februari – /)
})

test('SURGE-13 an address that leads to no list says so, and leads to all of them', () => {
  const none = pageOf('surge', aSurgePage({ surge: null }))
  assert.equal(textOf(only(none, 'h1')), t('public.surge.none'))
  assert.deepEqual(links(none), ['/terdampak'])
  assert.equal(find(none, 'div', { 'data-live': 'true' }).length, 0)
})

test('SURGE-13 lists stand as doors with place, day and whether they go on; without any it says so', () => {
  const lists = pageOf('surges', {
    shell: aShell(),
    lists: [aSurgeLine(), aSurgeLine({ name: 'Banjir', open: false })],
  })
  const text = textOf(only(lists, 'main'))
  assert.ok(text.includes('Banjir') && text.includes(t('public.surge.closed')) && text.includes(t('public.surge.open')))
  assert.deepEqual(links(lists), [`/terdampak/34.04/${aSurgeLine().id}`, `/terdampak/34.04/${aSurgeLine().id}`])
  const empty = pageOf('surges', { shell: aShell(), lists: [] })
  assert.ok(textOf(empty).includes(t('public.surges.none')))
})

test('SURGE-13 the front page has the door to lists only where one is told', () => {
  const doors = (also: readonly 'surges'[]) => links(pageOf('home', { shell: aShell(), also }))
  assert.ok(doors(['surges']).includes('/terdampak'))
  assert.ok(!doors([]).includes('/terdampak'))
})
