import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import {
  type PpksCard,
  type PpksLine,
  ppksCard,
  ppksLine,
  ppksRoutes,
  ppksShows,
} from '@openslrt/core/contract/ppks-queries.ts'
import { familyCard } from '@openslrt/core/contract/registry-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ppksSteps, serviceSteps } from '@openslrt/core/ppks/moves.ts'
import { ppksStatuses, serviceStatuses } from '@openslrt/core/ppks/ppks.ts'
import { aCard } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: List } = await import('./list-screen.tsx')
const { Screen: Card } = await import('./card-screen.tsx')
const { Panel: OfCase } = await import('./case-panel.tsx')
const { Panel: OfFamily } = await import('./family-panel.tsx')
const { ppksTone, serviceTone } = await import('./status-look.ts')
const { chosenOf } = await import('../../platform/people/person-field.tsx')

const t = sayIn('id')
const nth = (n: number): string => `e0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const key = { district: '34.04', id: nth(1) }
const names = { id: 'Lanjut usia terlantar', en: 'Neglected elderly person' }
const line = (own: object = {}): PpksLine =>
  ppksLine.parse({
    ...key,
    typeNames: names,
    placeName: 'Caturtunggal',
    name: 'K*** W***',
    since: '2026-03-01',
    status: 'received',
    ...own,
  })
const service = {
  id: nth(2),
  what: 'Makanan harian',
  provider: 'Dinas Sosial',
  fromDay: '2026-03-02',
  untilDay: null,
  status: 'planned',
  note: '',
  acts: ['begin-service', 'stop-service'],
}
const card = (own: object = {}): PpksCard =>
  ppksCard.parse({
    ...line({ name: 'Karto Wiyono' }),
    version: 3,
    type: 'neglected-elderly',
    place: '34.04.07.2001',
    officeName: 'Puskesos Caturtunggal',
    nik: '3404**********01',
    restricted: false,
    case: null,
    findings: null,
    risks: [],
    assessedOn: null,
    assessedBy: null,
    services: [],
    course: [{ act: 'receive', at: Date.parse('2026-03-01T02:00:00Z'), byName: 'Kusuma', on: '2026-03-01', note: '' }],
    outcome: null,
    endedOn: null,
    today: '2026-11-22',
    acts: [],
    ...own,
  })
const choices = ppksRoutes.choices.reply.parse({
  district: '34.04',
  place: '34.04.07.2001',
  placeName: 'Caturtunggal',
  today: '2026-11-22',
  types: [
    { code: 'poor', names: { id: 'Fakir miskin', en: 'Poor' }, number: 24, open: true },
    { code: 'hiv', names: { id: 'Orang dengan HIV/AIDS', en: 'HIV' }, number: 16, open: false },
  ],
  risks: [],
  endings: [],
  offices: [],
})
const chosen = answered(ppksRoutes.choices, null, choices)
const reads: readonly Permission[] = ['registry.read', 'figures.read']
const handles: readonly Permission[] = [...reads, 'ppks.handle']
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const links = (page: Part): readonly (string | null)[] => find(page, 'a').map((one) => valueOf(one, 'href'))
const options = (page: Part): readonly (string | null)[] => find(page, 'option').map((one) => valueOf(one, 'value'))

const listOf = (
  items: readonly PpksLine[],
  rights: readonly Permission[] = handles,
  at = '/ppks',
  query: object = {},
) =>
  drawDesk(
    made(List, {}),
    [
      chosen,
      {
        row: ppksRoutes.list,
        input: { query: { show: 'open', page: 1, ...query } },
        reply: { items, total: items.length, page: 1, size: 25 },
      } satisfies Answered,
    ],
    sari(rights),
    at,
  )

test('PPKS-13 the list shows first letters, type, day and stage, and leads to each card', () => {
  const page = listOf([line(), line({ id: nth(9), status: 'monitored', name: 'S***' })])
  const said = textOf(page)
  for (const words of ['K*** W***', 'S***', names.id, '01/03/2026', 'Caturtunggal', t('ppks-status.monitored')])
    assert.ok(said.includes(words), words)
  assert.ok(links(page).includes('/ppks/34.04/e0000000-0000-4000-8000-000000000001'))
})

test('PPKS-13 whoever may not record finds no button for it, and an empty list says what comes next', () => {
  assert.ok(buttons(listOf([])).includes(t('ppks-act.receive')))
  assert.ok(!buttons(listOf([], reads)).includes(t('ppks-act.receive')))
  assert.ok(textOf(listOf([])).includes(t('ppks.empty.title')))
  const filtered = textOf(listOf([], handles, '/ppks?jenis=poor', { type: 'poor' }))
  assert.ok(filtered.includes(t('ppks.none.title')) && !filtered.includes(t('ppks.empty.title')))
})

test('PPKS-10 a type that is shut to somebody is no choice in their filter; every stage is', () => {
  const values = options(listOf([]))
  assert.ok(values.includes('poor') && !values.includes('hiv'))
  for (const show of ppksShows) assert.ok(values.includes(show), show)
  for (const year of ['2026', '2017']) assert.ok(values.includes(year), year)
  assert.ok(!values.includes('2016'), 'ten years back')
})

const cardOf = (own: object = {}, rights: readonly Permission[] = handles): Part =>
  drawDesk(made(Card, { params: key }), [chosen, answered(ppksRoutes.one, key, card(own))], sari(rights))

test('PPKS-13 a card tells who, where, since when and what happened, in words', () => {
  const said = textOf(cardOf())
  for (const words of [
    'Karto Wiyono',
    names.id,
    'Caturtunggal',
    '3404**********01',
    'Puskesos Caturtunggal',
    t('ppks-did.receive'),
    'Kusuma',
  ])
    assert.ok(said.includes(words), words)
  assert.ok(!said.includes(t('ppks.assessment')), 'nothing was found yet')
  assert.ok(!said.includes(t('ppks.services')))
})

test('PPKS-13 what was found, risks, services, case and end stand on the card as soon as there are any', () => {
  const page = cardOf({
    findings: 'Tinggal sendiri.',
    risks: [{ id: 'Tidak ada yang merawat', en: 'No carer' }],
    assessedOn: '2026-03-02',
    assessedBy: 'Kusuma',
    services: [service, { ...service, id: nth(3), status: 'done', untilDay: '2026-04-01', note: 'Lunas', acts: [] }],
    case: { id: nth(7), number: '3404-26-000123' },
    outcome: { id: 'Kembali ke keluarga', en: 'Back' },
    endedOn: '2026-05-01',
    status: 'ended',
    restricted: true,
  })
  const said = textOf(page)
  for (const words of [
    'Tinggal sendiri.',
    'Tidak ada yang merawat',
    '02/03/2026',
    'Makanan harian',
    t('ppks.service.since', { from: '02/03/2026' }),
    t('ppks.service.days', { from: '02/03/2026', until: '01/04/2026' }),
    'Lunas',
    'Kembali ke keluarga',
    '01/05/2026',
    t('ppks.restricted'),
    '3404-26-000123',
  ])
    assert.ok(said.includes(words), words)
  assert.ok(links(page).includes(`/kasus/34.04/${nth(7)}`))
})

for (const act of ppksSteps.filter((step) => !serviceSteps.some((one) => one === step)))
  test(`PPKS-13 ${act} is a button where the law lets this person, and nowhere else`, () => {
    assert.ok(buttons(cardOf({ acts: [act] })).includes(t(`ppks-act.${act}`)))
    assert.ok(!buttons(cardOf()).includes(t(`ppks-act.${act}`)))
  })

for (const act of serviceSteps)
  test(`PPKS-13 ${act} stands at the service that it is about`, () => {
    const page = (acts: readonly string[]) => buttons(cardOf({ services: [{ ...service, acts }] }))
    assert.ok(page([act]).includes(t(`ppks-act.${act}`)))
    assert.ok(!page([]).includes(t(`ppks-act.${act}`)))
  })

test('PPKS-11 name and NIK whole are for whoever may reveal', () => {
  assert.ok(buttons(cardOf({}, [...handles, 'person.reveal'])).includes(t('ppks.reveal')))
  assert.ok(!buttons(cardOf()).includes(t('ppks.reveal')))
})

test('PPKS-13 a card that is not there says so and leads back, whatever stands in the address', () => {
  for (const params of [{}, { district: '34.04', id: 'x' }, { district: 'x', id: nth(1) }]) {
    const page = drawDesk(made(Card, { params }), [chosen], sari(handles))
    assert.ok(textOf(page).includes(t('ppks.gone.title')))
    assert.ok(links(page).includes('/ppks'))
  }
})

const kase = aCard()
const caseKey = { district: kase.line.district, id: kase.line.id }
const ofCase = (items: readonly PpksLine[], rights = handles, sees: 'all' | 'grant' = 'all') =>
  drawDesk(
    made(OfCase, { card: { ...kase, sees } }),
    [chosen, answered(ppksRoutes.ofCase, caseKey, { items: [...items] })],
    sari(rights),
  )

test('PPKS-3 a case shows who was taken down from it, and records its citizen where it is seen whole', () => {
  assert.ok(textOf(ofCase([])).includes(t('ppks.case.none')))
  const page = ofCase([line()])
  assert.ok(textOf(page).includes(`K*** W*** · ${names.id}`))
  assert.ok(!textOf(page).includes(t('ppks.case.none')))
  assert.ok(buttons(page).includes(t('ppks.case.receive')))
  assert.ok(!buttons(ofCase([], reads)).includes(t('ppks.case.receive')))
  assert.ok(!buttons(ofCase([], handles, 'grant')).includes(t('ppks.case.receive')))
})

const person = {
  id: nth(5),
  district: '34.04',
  version: 1,
  family: nth(4),
  place: '34.04.07.2001',
  placeName: 'Caturtunggal',
  name: 'Sukinem',
  age: 74,
  status: 'known',
  mergedInto: null,
  today: '2026-11-22',
  said: {},
  completeness: { known: 1, asked: 2, percent: 50 },
  doubts: [],
  changedAt: 0,
}
const family = (own: object = {}) =>
  familyCard.parse({
    line: {
      id: nth(4),
      district: '34.04',
      version: 1,
      place: '34.04.07.2001',
      placeName: 'Caturtunggal',
      head: 'Sukinem',
      members: 1,
      address: '',
      kk: null,
      desil: null,
      complete: 0,
      status: 'known',
      changedAt: 0,
    },
    said: {},
    completeness: { known: 1, asked: 2, percent: 50 },
    doubts: [],
    mergedInto: null,
    today: '2026-11-22',
    members: [person],
    cases: [],
    mayEdit: true,
    mayReveal: false,
    ...own,
  })
const ofFamily = (items: readonly PpksLine[], own: object = {}, rights = handles) =>
  drawDesk(
    made(OfFamily, { card: family(own) }),
    [chosen, answered(ppksRoutes.ofFamily, { district: '34.04', id: nth(4) }, { items: [...items] })],
    sari(rights),
  )

test('PPKS-14 a family shows who of it is looked after, and records another member', () => {
  assert.ok(textOf(ofFamily([])).includes(t('ppks.family.none')))
  const page = ofFamily([line(), line({ id: nth(8), status: 'ended' })])
  assert.deepEqual(links(page), [`/ppks/34.04/${nth(1)}`, `/ppks/34.04/${nth(8)}`])
  assert.ok(textOf(page).includes(t('ppks-status.ended')))
  assert.ok(buttons(page).includes(t('ppks.family.receive')))
})

test('PPKS-14 of a family that was merged, that is empty, or for whoever may not, nobody is recorded', () => {
  const none = [ofFamily([], { mergedInto: nth(6) }), ofFamily([], { members: [] }), ofFamily([], {}, reads)]
  for (const page of none) assert.ok(!buttons(page).includes(t('ppks.family.receive')))
  const gone = ofFamily([], { members: [{ ...person, mergedInto: nth(6) }] })
  assert.ok(!buttons(gone).includes(t('ppks.family.receive')), 'whoever was merged into another is nobody to pick')
})

test('PPKS-14 two of one name are told apart by birth, village and the ends of their NIK', () => {
  const found = {
    id: nth(5),
    district: '34.04',
    name: 'Siti',
    sex: 'P',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    family: null,
    status: 'known',
  } as const
  const labels = [
    { nik: '3404**********01', birthDate: '1980-06-05' },
    { nik: null, birthDate: '1980-06-05' },
    { nik: null, birthDate: null },
  ].map((own) => chosenOf({ ...found, ...own } as Parameters<typeof chosenOf>[0]).label)
  assert.deepEqual(labels, [
    'Siti · 05/06/1980 · Caturtunggal · NIK 3404**********01',
    'Siti · 05/06/1980 · Caturtunggal',
    'Siti · Caturtunggal',
  ])
})

test('PPKS-13 every state has a look of its own word, and no service is done that runs', () => {
  assert.deepEqual(Object.keys(ppksTone), [...ppksStatuses])
  assert.deepEqual(Object.keys(serviceTone), [...serviceStatuses])
  assert.notEqual(serviceTone.running, serviceTone.done)
  assert.notEqual(ppksTone.received, ppksTone.ended)
})
