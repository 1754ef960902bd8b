import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChallengeStatus } from '@openslrt/core/challenge/challenge.ts'
import { challengeCard, challengeLine, challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: List } = await import('./list-screen.tsx')
const { Screen: Card } = await import('./card-screen.tsx')
const { Screen: Report } = await import('./report-screen.tsx')
const { Screen: Counts } = await import('./counts-screen.tsx')
const { comingOf } = await import('./way-panel.tsx')

const t = sayIn('id')
const id = 'c4a00000-0000-4000-8000-000000000001'
const names = { id: 'Perangkat dan jaringan', en: 'Devices and connection' }
const lineOf = (own: object = {}) => ({
  district: '34.04',
  id,
  kind: 'devices',
  kindNames: names,
  words: 'Jaringan internet mati sejak tiang roboh.',
  since: '2026-10-20',
  villages: 1,
  citizens: 40,
  reportedByName: 'Puskesos Caturtunggal',
  placeName: 'Caturtunggal',
  officeName: 'Sekretariat SLRT Sleman',
  level: 'district',
  status: 'reported',
  reportedAt: monday,
  dueAt: monday,
  late: false,
  ...own,
})
const cardOf = (own: object = {}) =>
  challengeCard.parse({
    ...lineOf(),
    version: 1,
    asks: 'above',
    ownerName: null,
    reporterName: 'Kartini Lestari',
    missed: 0,
    answer: null,
    answerDay: null,
    answeredAt: null,
    helped: null,
    course: [
      {
        act: 'report',
        at: monday,
        byName: 'Kartini Lestari',
        officeName: 'Puskesos Caturtunggal',
        toName: 'Sekretariat SLRT Sleman',
        note: '',
      },
    ],
    up: 'Dinas Sosial DIY',
    down: null,
    today: '2026-11-02',
    acts: [],
    ...own,
  })
const both = ['challenge.report', 'challenge.answer', 'figures.read'] as const
const choices = {
  district: '34.04',
  today: '2026-11-02',
  kinds: [{ code: 'devices', names }],
  asks: [
    { asks: 'above' as const, officeName: 'Sekretariat SLRT Sleman', days: 10 },
    { asks: 'nation' as const, officeName: 'Sekretariat Nasional', days: 20 },
  ],
}
const hrefs = (page: Part): readonly (string | null)[] => find(page, 'a').map((one) => valueOf(one, 'href'))
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)

function list(items: readonly object[], at = '/kendala', query: object = { show: 'open', page: 1 }): Part {
  const counts = { open: 3, here: 2, asked: 1, late: 1 }
  const lines = items.map((item) => challengeLine.parse(item))
  const answers: Answered[] = [
    answered(challengeRoutes.list, query, { items: lines, total: lines.length, page: 1, size: 25, counts }),
    answered(challengeRoutes.choices, null, choices),
  ]
  return drawDesk(made(List, {}), answers, sari([...both]), at)
}

test('CHALLENGE-13 a line says what hinders whom, where it lies, and that it is late', () => {
  const page = list([lineOf({ late: true })])
  const text = textOf(page)
  for (const words of ['Jaringan internet mati', names.id, 'Puskesos Caturtunggal', 'Sekretariat SLRT Sleman'])
    assert.ok(text.includes(words), words)
  for (const words of [t('challenge.late'), t('challenge-status.reported'), t('challenge.csv')])
    assert.ok(text.includes(words), words)
  assert.ok(hrefs(page).includes(`/kendala/34.04/${id}`) && hrefs(page).includes('/kendala/lapor'))
})

test('CHALLENGE-13 the worklists stand above the list with their numbers, and their addresses', () => {
  const page = list([lineOf()])
  for (const href of ['/kendala', '/kendala?lihat=here', '/kendala?lihat=late', '/kendala?lihat=closed'])
    assert.ok(hrefs(page).includes(href), href)
  assert.ok(textOf(page).includes(`${t('challenge.show.here')} 2`))
})

test('CHALLENGE-13 an empty worklist is told from filters that fit none', () => {
  assert.ok(textOf(list([])).includes(t('challenge.empty.title')))
  const none = list([], '/kendala?jenis=budget', { show: 'open', page: 1, kind: 'budget' })
  assert.ok(textOf(none).includes(t('challenge.none.title')))
})

const card = (own: object): Part => {
  const answer = answered(challengeRoutes.one, { district: '34.04', id }, cardOf(own))
  return drawDesk(made(Card, { params: { district: '34.04', id } }), [answer], sari([...both]), `/kendala/34.04/${id}`)
}

test('CHALLENGE-5 the card says whose turn it is, and has the next act first and loud', () => {
  const page = card({ acts: ['take', 'pass-up'] })
  assert.ok(textOf(page).includes(t('challenge.next.here')))
  const acts = buttons(page).filter((text) => text.length > 0)
  assert.deepEqual(acts.slice(0, 2), [t('challenge-act.take'), t('challenge-act.pass-up')])
  const waiting = textOf(card({ acts: ['withdraw'] }))
  assert.ok(waiting.includes(t('challenge.next.there', { office: 'Sekretariat SLRT Sleman' })))
})

test('CHALLENGE-1 the card shows the way so far and to come, who waits, and until when', () => {
  const text = textOf(card({ missed: 2 }))
  for (const words of [
    t('challenge-did.report'),
    t('challenge.way.to', { office: 'Sekretariat SLRT Sleman' }),
    t('challenge.next.reported', { office: 'Sekretariat SLRT Sleman' }),
    t('challenge.next.answered', { office: 'Puskesos Caturtunggal' }),
    t('challenge.hurts.citizens', { n: 40 }),
    t('challenge.owner.none'),
    t('challenge.missed', { n: 2 }),
  ])
    assert.ok(text.includes(words), words)
})

test('CHALLENGE-9 what was answered stands with its day and with what whoever asked says of it', () => {
  const answer = { answer: 'Modem cadangan dikirim.', answerDay: '2026-11-06', helped: 'partly', dueAt: null }
  const text = textOf(card({ status: 'closed', ...answer }))
  for (const words of ['Modem cadangan dikirim.', '06/11/2026', t('challenge-helped.partly'), t('challenge.next.done')])
    assert.ok(text.includes(words), words)
})

test('CHALLENGE-14 who has overcome the same is named while it is open, and no more once it is over', () => {
  const solved = answered(
    challengeRoutes.solved,
    { district: '34.04', kind: 'devices' },
    { items: [{ district: '34.02', name: 'Kabupaten Bantul' }] },
  )
  const at = (own: object) => {
    const one = answered(challengeRoutes.one, { district: '34.04', id }, cardOf(own))
    return textOf(drawDesk(made(Card, { params: { district: '34.04', id } }), [one, solved], sari([...both])))
  }
  assert.ok(at({}).includes('Kabupaten Bantul') && at({}).includes(t('challenge.solved.hint')))
  assert.ok(!at({ status: 'closed' }).includes('Kabupaten Bantul'))
})

const coming: readonly (readonly [ChallengeStatus, readonly string[]])[] = [
  ['reported', ['reported', 'taken', 'answered']],
  ['taken', ['taken', 'answered']],
  ['answered', ['answered']],
  ['closed', []],
  ['withdrawn', []],
]
for (const [status, steps] of coming)
  test(`CHALLENGE-1 of one that is ${status} ${steps.length} steps are to come, the first of them now`, () => {
    const shown = comingOf({ status, officeName: 'Dinas', reportedByName: 'Puskesos' }, t)
    assert.deepEqual(
      shown.map((step) => step.id),
      steps,
    )
    assert.deepEqual(
      shown.map(({ state }) => state),
      steps.map((_, nth) => (nth === 0 ? 'current' : 'coming')),
    )
  })

test('CHALLENGE-12 one of another district is not found, nor is an address that names none', () => {
  const lost = drawDesk(made(Card, { params: { district: '34.04', id: 'x' } }), [], sari([...both]))
  assert.ok(textOf(lost).includes(t('challenge.gone.title')))
})

const report = (own: object = {}): string =>
  textOf(drawDesk(made(Report, {}), [answered(challengeRoutes.choices, null, { ...choices, ...own })], sari([...both])))

test('CHALLENGE-4 the form offers the offices of which help may be asked, with their days', () => {
  const text = report()
  for (const { officeName, days } of choices.asks)
    assert.ok(text.includes(t('challenge.form.asks.days', { office: officeName, n: days })), officeName)
  assert.ok(text.includes(t('challenge.form.words.hint')), 'it says that nobody is named')
  assert.ok(report({ asks: [] }).includes(t('challenge.form.nobody')))
})

const figures = { n: 4, open: 2, late: 1, answered: 2, within: 1, days: 3.5 }
const counted = {
  place: '34',
  placeName: 'Daerah Istimewa Yogyakarta',
  above: null,
  all: figures,
  kinds: [{ kind: 'devices', names, ...figures }],
  places: [{ place: '34.04', name: 'Kabupaten Sleman', ...figures }],
}
const counts = (
  rights: Parameters<typeof sari>[0],
  own: object = {},
  at = '/kendala/jumlah',
  query: object = {},
): Part =>
  drawDesk(made(Counts, {}), [answered(challengeRoutes.counts, query, { ...counted, ...own })], sari(rights), at)

test('CHALLENGE-11 each number opens its list for whoever reads challenges, and is a number for others', () => {
  const page = counts([...both])
  for (const href of ['/kendala?wilayah=34', '/kendala?lihat=late&jenis=devices&wilayah=34', '/kendala?wilayah=34.04'])
    assert.ok(hrefs(page).includes(href), href)
  assert.ok(hrefs(page).includes('/kendala/jumlah?wilayah=34.04'), 'and a place opens its own')
  const text = textOf(page)
  for (const words of ['1 dari 2', '3,5', t('challenge.counts.definition')]) assert.ok(text.includes(words), words)
  assert.deepEqual(
    hrefs(counts(['figures.read'])).filter((href) => href?.startsWith('/kendala?')),
    [],
  )
})

test('CHALLENGE-11 a place without any says so, and of one kind the places are named with it', () => {
  const none = { n: 0, open: 0, late: 0, answered: 0, within: 0, days: null }
  assert.ok(textOf(counts([...both], { all: none })).includes(t('challenge.counts.empty.title')))
  const one = counts([...both], {}, '/kendala/jumlah?jenis=devices', { kind: 'devices' })
  assert.ok(textOf(one).includes(t('challenge.counts.places.of', { kind: names.id })))
})
