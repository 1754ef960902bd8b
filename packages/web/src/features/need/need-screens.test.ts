import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import {
  type ApplicationLine,
  applicationLine,
  applicationShows,
  type NeedCard,
  needCard,
  needRoutes,
  type ParticipationLine,
  participationLine,
  type QuotaLine,
  quotaLine,
} from '@openslrt/core/contract/need-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { applicationSteps } from '@openslrt/core/need/moves.ts'
import { applicationStatuses, needStatuses, participationStatuses } from '@openslrt/core/need/need.ts'
import { needKinds, stopReasons, unmetReasons } from '@openslrt/core/need/shipped.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { aFamily, aPerson } from '@openslrt/core/testing/a-family.ts'
import { aNeed, anApplication, aParticipation, aQuota, needNth, someProgramme } from '@openslrt/core/testing/a-need.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { NeedPanel } = await import('./need-panel.tsx')
const { ApplicationItem } = await import('./application-item.tsx')
const { Screen: Applications } = await import('./applications-screen.tsx')
const { Screen: Quotas } = await import('./quotas-screen.tsx')
const { WaitingList } = await import('./waiting-list.tsx')
const { NeedTabs } = await import('./need-tabs.tsx')

const t = sayIn('id')
const district = ledgerCode.parse('34.04')
const now = Date.now()
const named = (lines: readonly (readonly [string, string, string])[]) =>
  lines.map(([code, id, en]) => ({ code, names: { id, en }, data: {} }))
const lists = {
  need: named(needKinds),
  'need-unmet': named(unmetReasons),
  'need-stopped': named(stopReasons),
  reject: named([['not-eligible', 'Tidak memenuhi syarat', 'Not eligible']]),
}
const listed: Answered = answered(referenceRoutes.lists, { district }, { lists })
const application = (own: object = {}): ApplicationLine =>
  applicationLine.parse({
    ...anApplication(),
    name: 'S*** A***',
    placeName: 'Caturtunggal',
    fromName: 'Puskesos Caturtunggal',
    officeName: 'Dinas Sosial Sleman',
    nth: null,
    note: '',
    dueAt: now + 3 * 86_400_000,
    late: false,
    acts: [],
    ...own,
  })
const need = (own: object = {}): NeedCard =>
  needCard.parse({
    ...aNeed(),
    name: 'S*** A***',
    placeName: 'Caturtunggal',
    note: '',
    acts: [],
    applications: [],
    ...own,
  })
const has = (own: object = {}): ParticipationLine => participationLine.parse({ ...aParticipation(), ...own })
const quota = (own: object = {}): QuotaLine =>
  quotaLine.parse({ ...aQuota(), placeName: 'Kabupaten Sleman', sets: false, ...own })
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const links = (page: Part) => find(page, 'a').map((link) => valueOf(link, 'href'))

interface Told {
  readonly needs?: readonly NeedCard[]
  readonly participation?: readonly ParticipationLine[]
  readonly mayRecord?: boolean
}
const panel = ({ needs = [], participation = [], mayRecord = true }: Told): Part =>
  drawDesk(made(NeedPanel, { district, of: { family: aFamily.id } }), [
    listed,
    answered(
      needRoutes.of,
      { district, family: aFamily.id },
      { needs: [...needs], participation: [...participation], mayRecord, today: '2026-11-02' },
    ),
  ])

test('NEED-12 where nothing is known yet the panel says so, and lets the officer record who may', () => {
  const empty = panel({})
  for (const key of ['need.none', 'need.participation.none'] as const) assert.ok(textOf(empty).includes(t(key)), key)
  assert.deepEqual(buttons(empty), [t('need.record'), t('need.participation.record')])
  assert.deepEqual(buttons(panel({ mayRecord: false })), [])
})

for (const status of needStatuses)
  test(`NEED-12 a need that is ${status} says so in a word, its kind by the list, and when it was recorded`, () => {
    const page = textOf(panel({ needs: [need({ status, reason: status === 'unmet' ? 'quota-full' : null })] }))
    for (const words of [t(`need-status.${status}`), 'Bantuan sembako (KKS)', '02/11/2026', aNeed().text])
      assert.ok(page.includes(words), words)
    assert.equal(page.includes('Kuota habis'), status === 'unmet')
  })

test('NEED-12 of a need only those acts are offered that the server names, each by its word', () => {
  const acts = ['apply', 'meet', 'fail', 'reopen'] as const
  for (const act of acts)
    assert.ok(buttons(panel({ needs: [need({ acts: [act] })] })).includes(t(`need-act.${act}`)), act)
  const none = buttons(panel({ needs: [need({ acts: ['match'] })], mayRecord: false }))
  assert.deepEqual(none, [], 'what a programme’s page does has no button here')
})

for (const status of participationStatuses)
  test(`NEED-12 of a programme that somebody ${status} the panel says since when, how it is, and who said so`, () => {
    const own = {
      receives: { since: '2026-01-01' },
      stopped: { since: '2026-01-01', until: '2026-10-01', reason: 'graduated' },
      never: { since: null },
    }[status]
    const page = textOf(panel({ participation: [has({ status, ...own })] }))
    assert.ok(page.includes(t(`participation-status.${status}`)))
    assert.equal(page.includes(t('need.since', { day: '01/01/2026' })), status !== 'never')
    assert.equal(page.includes('Sudah mandiri (graduasi)'), status === 'stopped')
    for (const words of [t('need.amountRight.yes'), t('need.useful.yes'), t('need-sayer.family')])
      assert.ok(page.includes(words), words)
    assert.ok(
      !page.includes(t('need.onTime.yes')) && !page.includes(t('need.onTime.no')),
      'nothing is said of what is not known',
    )
  })

test('NEED-12 what was said of a programme is said anew by who may record, and by nobody else', () => {
  const participation = [has({ onTime: 'no' })]
  assert.ok(textOf(panel({ participation })).includes(t('need.onTime.no')))
  assert.ok(buttons(panel({ participation })).includes(t('need.participation.change')))
  assert.deepEqual(buttons(panel({ participation, mayRecord: false })), [])
})

test('NEED-12 a panel that can not be read says so, and one that is not there yet waits', () => {
  const page = drawDesk(made(NeedPanel, { district, of: { case: ids.case(1) } }))
  assert.ok(textOf(page).includes(t('shell.loading')))
})

const item = (own: object = {}): Part => drawDesk(made(ApplicationItem, { line: application(own) }), [listed])
for (const status of applicationStatuses)
  test(`NEED-12 an application that is ${status} says where it lies and how it stands`, () => {
    const page = textOf(item({ status, decidedAt: status === 'granted' ? now : null }))
    for (const words of [t(`application-status.${status}`), someProgramme.name, 'Dinas Sosial Sleman'])
      assert.ok(page.includes(words), words)
  })

test('NEED-12 one that is late, or stands in line, says this before anything else', () => {
  assert.ok(textOf(item({ late: true, nth: 3 })).includes(t('application.late')))
  const waiting = textOf(item({ status: 'waiting', nth: 3 }))
  assert.ok(waiting.includes(t('application.nth', { n: 3 })))
})

test('NEED-12 papers are counted, a refusal has its reason by the list, and the asking office its own steps', () => {
  const page = item({ status: 'refused', reason: 'not-eligible', note: 'Desil 9.', ticked: ['KTP'] })
  for (const words of [t('application.papers', { n: 1, all: 2 }), 'Tidak memenuhi syarat', 'Desil 9.'])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(!textOf(item({ papers: [], ticked: [] })).includes('berkas'))
  const all = buttons(item({ acts: [...applicationSteps] }))
  assert.deepEqual(
    all,
    (['send', 'tick', 'withdraw', 'release'] as const).map((act) => t(`application-act.${act}`)),
  )
})

const decider: readonly Permission[] = ['programme.decide', 'programme.manage', 'figures.read']
const applications = (items: readonly ApplicationLine[], at = '/permohonan', rights = decider): Part => {
  const show = (new URLSearchParams(at.split('?')[1]).get('lihat') ?? 'to-decide') as (typeof applicationShows)[number]
  const paged = { items: [...items], total: items.length, page: 1, size: 20 }
  const answers = [
    listed,
    answered(needRoutes.asked, { page: 1 }, paged),
    ...(applicationShows.includes(show)
      ? [answered(needRoutes.applications, { show, page: 1 }, { ...paged, late: 0 })]
      : []),
  ]
  return drawDesk(made(Applications, {}), answers, sari(rights), at)
}

test('NEED-12 the deciding office finds its lists as links, those who only ask have one list and no tabs of it', () => {
  const page = applications([])
  for (const show of applicationShows) assert.ok(links(page).includes(`/permohonan?lihat=${show}`), show)
  assert.ok(!textOf(page).includes(t('application-show.asked')))
  const both = applications([], '/permohonan', [...decider, 'registry.edit'])
  assert.ok(links(both).includes('/permohonan?lihat=asked'))
  const asker = applications([], '/permohonan', ['registry.edit'])
  assert.ok(!links(asker).some((href) => href?.includes('lihat')))
  assert.ok(textOf(asker).includes(t('application-empty.asked')))
})

for (const show of applicationShows)
  test(`NEED-12 an empty list of what is ${show} says what is not there`, () => {
    assert.ok(textOf(applications([], `/permohonan?lihat=${show}`)).includes(t(`application-empty.${show}`)))
  })

test('NEED-12 on the list of the deciding office a name is masked, and shown only through its own question', () => {
  const page = applications([application({ acts: ['tick', 'grant', 'refuse'] })])
  assert.ok(textOf(only(page, 'li', { class: 'need__item' })).includes('S*** A*** · Program Sembako'))
  assert.ok(!textOf(page).includes(aPerson.name))
  const acts = (['grant', 'refuse', 'tick'] as const).map((act) => t(`application-act.${act}`))
  assert.deepEqual(buttons(page).slice(0, 4), [...acts, t('application.reveal')])
  const read = applications([application()])
  assert.ok(!buttons(read).includes(t('application.reveal')), 'what is not theirs to decide stays masked')
})

test('NEED-12 what is owed says until when, what was decided says when, and where it came from', () => {
  const owed = textOf(applications([application()]))
  for (const words of ['Caturtunggal', t('application.from', { office: 'Puskesos Caturtunggal' })])
    assert.ok(owed.includes(words), words)
  const decided = application({ status: 'granted', decidedAt: Date.parse('2026-11-02T03:00:00Z') })
  assert.match(textOf(applications([decided], '/permohonan?lihat=decided')), /diputuskan .*2 Nov/)
  assert.ok(textOf(applications([application({ late: true })])).includes(t('application.late')))
})

const quotas = (items: readonly QuotaLine[], rights = decider): Part => {
  const paged = { items: [...items], total: items.length, page: 1, size: 20 }
  return drawDesk(made(Quotas, {}), [answered(needRoutes.quotas, { page: 1 }, paged)], sari(rights), '/kuota')
}
const amounts: readonly (readonly [why: string, own: object, words: readonly string[], never: readonly string[]])[] = [
  ['places free', { places: 5, granted: 2 }, ['Sisa 3', 'terpakai 2 dari 5'], ['Penuh', 'menunggu', 'dibagi']],
  ['all places taken', { places: 5, granted: 5, waiting: 4 }, ['Penuh', '4 menunggu'], ['Sisa']],
  [
    'all places shared out',
    { places: 5, granted: 1, shared: 4 },
    ['Penuh', 'dibagi ke wilayah di bawahnya 4'],
    ['Sisa'],
  ],
  ['some shared out', { places: 9, granted: 1, shared: 4 }, ['Sisa 4'], ['Penuh']],
  ['no places at all', { places: 0 }, ['Penuh', 'terpakai 0 dari 0'], ['Sisa']],
]
for (const [why, own, words, never] of amounts)
  test(`QUOTA-7, NEED-12 a quota with ${why} says what is left of it`, () => {
    const page = textOf(quotas([quota(own)]))
    for (const one of words) assert.ok(page.includes(one), one)
    for (const one of never) assert.ok(!page.includes(one), one)
  })

test('NEED-12 a quota is changed by who may set it; its line is opened by who decides, where somebody waits', () => {
  assert.ok(buttons(quotas([quota({ sets: true })])).includes(t('quota.change')))
  assert.ok(!buttons(quotas([quota()])).includes(t('quota.change')))
  const waiting = quota({ places: 1, granted: 1, waiting: 2 })
  assert.ok(textOf(quotas([waiting])).includes(t('quota.line')))
  assert.ok(!textOf(quotas([waiting], ['programme.manage'])).includes(t('quota.line')))
  assert.ok(!textOf(quotas([quota()])).includes(t('quota.line')))
  const none = quotas([])
  assert.ok(textOf(none).includes(t('quota.empty.title')) && textOf(none).includes(t('quota.empty.text')))
  assert.deepEqual(buttons(none).filter((one) => one === t('quota.add')).length, 1, 'one way to begin, not two')
})

const waitingList = (items: readonly ApplicationLine[], total = items.length): Part =>
  drawDesk(made(WaitingList, { district, id: aQuota().id }), [
    answered(needRoutes.line, { district, id: aQuota().id }, { items: [...items], total, page: 1, size: 20 }),
  ])
test('QUOTA-3, NEED-12 who waits stands in order with a masked name; those whom others decide on are not named', () => {
  const two = [application({ placeName: 'Maguwoharjo' }), application({ id: needNth(8) })]
  assert.deepEqual(find(waitingList(two), 'li').map(textOf), ['S*** A*** · Maguwoharjo', 'S*** A*** · Caturtunggal'])
  assert.ok(textOf(waitingList(two, 7)).includes(t('quota.line.more', { n: 5 })))
  assert.ok(!textOf(waitingList(two)).includes('lagi'))
  assert.ok(textOf(waitingList([])).includes(t('quota.line.elsewhere')))
})

const tabs: readonly (readonly [rights: readonly Permission[], paths: readonly string[]])[] = [
  [['registry.edit'], []],
  [
    ['registry.read', 'registry.edit'],
    ['/program', '/permohonan'],
  ],
  [['programme.decide'], ['/program', '/permohonan']],
  [
    ['programme.manage', 'figures.read'],
    ['/program', '/kuota', '/kebutuhan'],
  ],
  [decider, ['/program', '/permohonan', '/kuota', '/kebutuhan']],
]
for (const [rights, paths] of tabs)
  test(`NEED-12 who holds ${rights.join(' and ')} finds ${paths.join(' ') || 'no other pages'} beside each other`, () => {
    assert.deepEqual(links(drawDesk(made(NeedTabs, { current: '/program' }), [], sari(rights))), paths)
  })
