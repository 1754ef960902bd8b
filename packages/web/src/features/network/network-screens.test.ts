import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { factAbouts } from '@openslrt/core/contract/network.ts'
import {
  type NetworkCard,
  type NetworkLine,
  networkCard,
  networkLine,
  networkRoutes,
  networkShows,
} from '@openslrt/core/contract/network-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { factNth } from '@openslrt/core/testing/a-network.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: List } = await import('./list-screen.tsx')
const { Screen: Card } = await import('./card-screen.tsx')

const t = sayIn('id')
const reads: readonly Permission[] = ['figures.read']
const key = { district: '34.04', id: ids.office(1) }
const line = (own: object = {}): NetworkLine =>
  networkLine.parse({
    ...key,
    name: 'Puskesos Caturtunggal',
    kind: 'puskesos',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    within: 'Depok, Kabupaten Sleman',
    state: null,
    stateOn: null,
    grownYear: null,
    cohort: null,
    initiator: null,
    connection: null,
    ...own,
  })
const card = (own: object = {}): NetworkCard =>
  networkCard.parse({
    ...line(),
    version: 0,
    address: '',
    phone: '',
    open: true,
    facts: [],
    posts: [],
    history: [],
    older: false,
    today: '2026-11-02',
    says: false,
    acts: [],
    ...own,
  })
const said = { about: 'connection', connection: '4g' }
const whole = card({
  version: 3,
  state: 'active',
  stateOn: '2026-10-01',
  says: true,
  acts: ['release', 'lapse'],
  posts: [{ role: 'fo', names: { id: 'Petugas depan (FO)', en: 'Front office (FO)' }, people: 2 }],
  facts: [
    { from: '2026-10-01', said },
    { from: '2026-10-02', said: { about: 'site', spot: { lat: -7.7705, long: 110.4089 } } },
  ],
  history: [
    {
      id: factNth(2),
      about: 'state',
      fromDay: '2026-10-01',
      said: null,
      state: 'active',
      reason: 'Rapat.',
      saidBy: 'Maryanto',
      saidAt: monday,
    },
    {
      id: factNth(1),
      about: 'connection',
      fromDay: '2026-10-01',
      said,
      state: null,
      reason: '',
      saidBy: 'Kartini',
      saidAt: monday,
    },
  ],
})

const listOf = (items: readonly NetworkLine[], at = '/jaringan', own: object = {}, query: object = {}): Part =>
  drawDesk(
    made(List, {}),
    [
      {
        row: networkRoutes.list,
        input: { query: { page: 1, ...query } },
        reply: {
          items,
          total: items.length,
          page: 1,
          size: 25,
          place: '34.04',
          placeName: 'Kabupaten Sleman',
          counts: tableOf(networkShows, (show) => items.filter(({ state }) => (state ?? 'unsaid') === show).length),
          ...own,
        },
      },
    ],
    sari(reads),
    at,
  )
/** Open until noon, and every Monday from eight. */
const hours = answered(
  referenceRoutes.officeHours,
  { office: key.id },
  {
    now: monday,
    today: '2026-11-02',
    zone: 'Asia/Jakarta',
    district: [null, [480, 720], null, null, null, null, null],
    own: [],
    open: true,
    at: monday + 10_800_000,
  },
)
const cardOf = (shown: NetworkCard): Part =>
  drawDesk(made(Card, { params: key }), [answered(networkRoutes.one, key, shown), hours], sari(reads))
const includes = (page: Part, ...words: readonly string[]): void => {
  const told = textOf(page)
  for (const one of words) assert.ok(told.includes(one), `${one} is not in: ${told.slice(0, 600)}`)
}
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const links = (page: Part): readonly (string | null)[] => find(page, 'a').map((one) => valueOf(one, 'href'))

test('NETWORK-7 the list tells how each office stands, and opens its card', () => {
  const page = listOf([
    line(),
    line({
      id: ids.office(2),
      state: 'active',
      stateOn: '2026-10-01',
      cohort: 2018,
      initiator: 'village',
      connection: '4g',
    }),
  ])
  includes(page, t('network.lead', { place: 'Kabupaten Sleman' }), t('network-state.unsaid'), t('network.grown.none'))
  includes(
    page,
    t('network-state.active'),
    t('network.cohort', { year: 2018 }),
    t('network-initiator.village'),
    t('network-connection.4g'),
  )
  assert.ok(links(page).includes(`/jaringan/34.04/${ids.office(2)}`))
  assert.ok(links(page).includes('/jaringan?keadaan=active'))
  assert.ok(!links(page).includes('/jaringan?keadaan=lapsed'), 'what there is none of is no tab')
})

test('NETWORK-7 a list with nothing in it says whether there is none or none that matches', () => {
  includes(listOf([]), t('network.empty.title'))
})

test('NETWORK-7 a village, whose list is one office, is asked for no filter', () => {
  const own = listOf([line()], '/jaringan', { place: '34.04.07.2001', placeName: 'Caturtunggal' })
  assert.equal(find(own, 'search').length, 0)
  assert.equal(find(listOf([line()]), 'search').length, 1)
})

test('NETWORK-9 a card of which nothing was said shows every row, and nothing to do for whoever reads', () => {
  const page = cardOf(card())
  includes(
    page,
    ...factAbouts.map((about) => t(`network-about.${about}`)),
    t('network.history.none'),
    t('network.people.none'),
  )
  assert.deepEqual(buttons(page), [])
  includes(cardOf(card({ open: false })), t('network.shut'))
})

test('NETWORK-2, NETWORK-9 a card tells what holds since when, who works there, and all that was said', () => {
  const page = cardOf(whole)
  includes(page, t('network-connection.4g'), '-7.7705, 110.4089', 'Rapat.', 'Maryanto', 'Kartini')
  includes(page, t('network.hours'), '12.00', t('network.people.some', { role: 'Petugas depan (FO)', n: 2 }))
  assert.deepEqual(buttons(page), [
    t('network-act.release'),
    t('network-act.lapse'),
    ...factAbouts.map((about) => t(`network-say.${about}`)),
  ])
  includes(cardOf(card({ ...whole, older: true })), t('network.history.older'))
})
