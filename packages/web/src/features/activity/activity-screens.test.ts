import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  activityCounts,
  activityLine,
  activityReport,
  activityRoutes,
  coverageLine,
} from '@openslrt/core/contract/activity.ts'
import { monthOf } from '@openslrt/core/figures/month.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: People } = await import('./people-screen.tsx')
const { Screen: Cover } = await import('./cover-screen.tsx')
const { Screen: Report } = await import('./report-screen.tsx')

const t = sayIn('id')
const month = monthOf(dayIn('Asia/Jakarta', Date.now()))
const none = Object.fromEntries(activityCounts.map((name) => [name, 0]))
const lineOf = (own: object = {}, counts: object = {}) =>
  activityLine.parse({
    staff: ids.staff(5),
    name: 'Rini Astuti',
    offices: 'Puskesos Caturtunggal',
    counts: { ...none, ...counts },
    syncedAt: null,
    pay: null,
    ...own,
  })
const frame = (items: readonly unknown[]) => ({ total: items.length, page: 1, size: 25 })

function people(items: readonly ReturnType<typeof lineOf>[], at = '/kegiatan', query: object = {}): Part {
  const asked = { month, q: '', page: 1, ...query }
  const reply = { items: [...items], ...frame(items), month, all: true }
  return drawDesk(made(People, {}), [answered(activityRoutes.list, asked, reply)], sari(['visit.plan', 'visit.do']), at)
}

test('SUPER-10 a facilitator’s line tells what was done, what came back, and when their phone was heard', () => {
  const text = textOf(
    people([
      lineOf({ syncedAt: Date.now() - 60_000 }, { done: 12, late: 2, missed: 1, families: 8, people: 20 }),
      lineOf({ staff: ids.staff(6), name: 'Budi' }, { cases: 5, closed: 2, returned: 1 }),
    ]),
  )
  for (const words of ['Rini Astuti', '12 kunjungan', '2 lewat waktu, 1 belum bertemu', '8 keluarga, 20 orang'])
    assert.ok(text.includes(words), words)
  for (const words of ['5 kasus', '2 selesai, 1 dikembalikan', 'HP: hari ini', t('activity.phone.none')])
    assert.ok(text.includes(words), words)
})

test('SUPER-14 a name opens the report of the month that is looked at', () => {
  const page = people([lineOf()], '/kegiatan?bulan=2026-03', { month: '2026-03' })
  const links = find(page, 'a').map((one) => valueOf(one, 'href'))
  assert.ok(links.includes(`/kegiatan/${ids.staff(5)}?bulan=2026-03`))
  assert.ok(links.includes('/kegiatan?bulan=2026-02') && links.includes('/kegiatan?bulan=2026-04'))
  assert.ok(textOf(page).includes('Maret 2026'))
})

test('SUPER-10 nobody there is told apart from nobody found', () => {
  assert.ok(textOf(people([])).includes(t('activity.empty.text')))
  const text = textOf(people([], '/kegiatan?cari=Wening', { q: 'Wening' }))
  assert.ok(text.includes(t('activity.empty.found')))
})

function cover(items: readonly object[], at: string, query: object): Part {
  const asked = { show: 'unvisited', months: '3', sort: 'last', q: '', page: 1, ...query } as const
  const lines = items.map((own) =>
    coverageLine.parse({
      code: '34.04.07.2001',
      name: 'Caturtunggal',
      within: 'Depok',
      families: 1240,
      facilitators: 0,
      lastVisit: null,
      ...own,
    }),
  )
  const reply = { items: lines, ...frame(items), unserved: 3, unvisited: 40 }
  return drawDesk(made(Cover, {}), [answered(activityRoutes.coverage, asked, reply)], sari(['visit.plan']), at)
}

test('SUPER-12, SUPER-13 a village tells when somebody was there, who goes there, and how one plans a visit', () => {
  const text = textOf(
    cover(
      [{}, { code: '34.04.07.2002', name: 'Maguwoharjo', facilitators: 2, lastVisit: '2026-05-02' }],
      '/kegiatan/cakupan',
      {},
    ),
  )
  for (const words of [t('activity.cover.never'), t('activity.cover.people.none'), '1.240 keluarga terdata', 'Depok'])
    assert.ok(text.includes(words), words)
  for (const words of ['Dikunjungi 2 Mei 2026', '2 pendamping', t('visit.act.plan'), '40'])
    assert.ok(text.includes(words), words)
})

test('SUPER-12 where nothing is left to do it is said, apart from a name that fits none', () => {
  const unserved = cover([], '/kegiatan/cakupan?lihat=unserved', { show: 'unserved' })
  assert.ok(textOf(unserved).includes(t('activity.cover.empty.unserved')))
  assert.ok(!textOf(unserved).includes(t('activity.cover.months')), 'months say nothing of who serves')
  const found = cover([], '/kegiatan/cakupan?cari=x&selama=12&urut=name', { q: 'x', months: '12', sort: 'name' })
  assert.ok(textOf(found).includes(t('activity.cover.empty.found')))
})

const names = { id: 'Program rumah layak huni', en: 'Housing programme' }
const aReport = activityReport.parse({
  staff: ids.staff(5),
  name: 'Rini Astuti',
  offices: 'Puskesos Caturtunggal',
  placeName: 'Kabupaten Sleman',
  district: '34.04',
  month,
  at: Date.now(),
  counts: { ...none, done: 1, late: 1, cases: 1 },
  visits: [
    {
      district: '34.04',
      id: ids.visit(1),
      day: '2026-11-04',
      placeName: 'Caturtunggal',
      name: 'Siti A.',
      triggerNames: names,
      status: 'done',
      late: false,
      resultNames: { id: 'Sesuai keterangan', en: 'As told' },
    },
    {
      district: '34.04',
      id: ids.visit(2),
      day: '2026-11-05',
      placeName: 'Caturtunggal',
      name: '',
      triggerNames: names,
      status: 'planned',
      late: true,
      resultNames: null,
    },
  ],
  cases: [
    {
      district: '34.04',
      id: ids.case(1),
      number: '3404-26-000123',
      day: '2026-11-06',
      placeName: 'Caturtunggal',
      kind: 'complaint',
      categoryNames: { id: 'PBI-JKN tidak aktif', en: 'Health insurance off' },
      status: 'closed',
      closure: 'confirmed',
    },
  ],
  pay: null,
  acts: [],
})
const reportAt = (siapa: string, answers: readonly Answered[], rights: Parameters<typeof sari>[0]): Part =>
  drawDesk(made(Report, { params: { siapa } }), answers, sari(rights), `/kegiatan/${siapa}`)

test('SUPER-14 the report names every visit and case, and has places to sign', () => {
  const page = reportAt('saya', [answered(activityRoutes.report, { month }, aReport)], ['visit.do'])
  const text = textOf(page)
  for (const words of ['Siti A.', 'Sesuai keterangan', '4 November 2026', t('visit.late'), t('visit.forgotten')])
    assert.ok(text.includes(words), words)
  for (const words of ['3404-26-000123', 'PBI-JKN tidak aktif', t('closure.confirmed'), 'Kabupaten Sleman'])
    assert.ok(text.includes(words), words)
  for (const words of [t('activity.report.sign.own'), t('activity.report.sign.head'), t('activity.print')])
    assert.ok(text.includes(words), words)
  assert.ok(
    find(page, 'a').some((one) => valueOf(one, 'href') === '/kunjungan'),
    'back to where they came from',
  )
})

test('SUPER-14 a month without work says so, and what is nobody’s is not found', () => {
  const idle = { ...aReport, visits: [], cases: [] }
  const asked = answered(activityRoutes.report, { month, staff: ids.staff(5) }, idle)
  const text = textOf(reportAt(ids.staff(5), [asked], ['visit.plan', 'visit.do']))
  assert.ok(text.includes(t('activity.report.visits.none')) && text.includes(t('activity.report.cases.none')))
  assert.ok(textOf(reportAt('bukan-siapa', [], ['visit.plan'])).includes(t('activity.none.title')))
})

const aPayment = {
  id: '0192f000-0000-7000-8000-0000000000d1',
  version: 2,
  status: 'approved',
  amount: 600_000,
  paidOn: null,
  reference: null,
  note: null,
  sentAt: Date.now(),
  judgedByName: 'Kartini',
  judgedAt: Date.now(),
} as const
const withPay = (own: object) => activityReport.parse({ ...aReport, ...own })

test('SUPER-19 the payment stands beside the report, with what is next for whoever reads it', () => {
  const asked = answered(activityRoutes.report, { month }, withPay({ pay: aPayment, acts: ['return', 'pay'] }))
  const page = reportAt('saya', [asked], ['visit.do'])
  const text = textOf(page)
  for (const words of [t('pay-status.approved'), 'Rp600.000', 'Kartini', t('pay-act.pay'), t('pay-act.return')])
    assert.ok(text.includes(words), words)
  const paper = textOf(only(page, 'article'))
  assert.ok(paper.includes(t('activity.pay')) && paper.includes(t('pay-status.approved')), 'on paper, too')
})

test('SUPER-19 what was paid says when and by which paper; what came back says why', () => {
  const paid = { ...aPayment, status: 'paid', paidOn: '2026-12-01', reference: 'SP2D 12' }
  const text = textOf(
    reportAt('saya', [answered(activityRoutes.report, { month }, withPay({ pay: paid }))], ['visit.do']),
  )
  for (const words of [t('pay-status.paid'), '1 Desember 2026', 'SP2D 12']) assert.ok(text.includes(words), words)
  const back = { ...aPayment, status: 'returned', note: 'RT 04 belum dicatat.' }
  const asked = answered(activityRoutes.report, { month }, withPay({ pay: back, acts: ['send'] }))
  const told = textOf(reportAt('saya', [asked], ['visit.do']))
  for (const words of ['RT 04 belum dicatat.', t('pay-act.send')]) assert.ok(told.includes(words), words)
})

test('SUPER-19 whoever gives no work to others sees no column of payments', () => {
  assert.ok(!textOf(people([lineOf()])).includes(t('activity.pay.not-sent')))
  const asked = { month, q: '', page: 1 }
  const items = [lineOf(), lineOf({ staff: ids.staff(6), pay: 'paid' })]
  const reply = { items, ...frame(items), month, all: true }
  const leads = sari(['visit.plan', 'visit.do', 'case.assign'])
  const text = textOf(drawDesk(made(People, {}), [answered(activityRoutes.list, asked, reply)], leads, '/kegiatan'))
  for (const words of [t('activity.pay.not-sent'), t('pay-status.paid')]) assert.ok(text.includes(words), words)
})
