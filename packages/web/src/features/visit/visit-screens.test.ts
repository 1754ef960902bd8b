import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type VisitLine,
  type VisitPage,
  visitLine,
  visitPage,
  visitRoutes,
  visitShows,
} from '@openslrt/core/contract/visit-queries.ts'
import { visitTexts } from '@openslrt/core/i18n/id/visit.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { visitActs } from '@openslrt/core/visit/moves.ts'
import { fitness, paperKinds, photoKinds, visitStatuses } from '@openslrt/core/visit/visit.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: List, VisitRows } = await import('./visits-screen.tsx')
const { visitScreen } = await import('./visit-screen.tsx')
const { VisitView } = await import('./visit-view.tsx')
const { ReportPaper } = await import('./report-paper.tsx')
const { VisitsAbout } = await import('./about-panel.tsx')
const { GivenFields } = await import('./given-fields.tsx')

const t = sayIn('id')
/** What others bring to the page of a visit; here it names the visit that it was given. */
const Sections = ({ visit: { id } }: { visit: VisitPage }) => `bagian lain ${id}`
const One = visitScreen({ Sections })
const now = Date.parse('2026-11-04T09:30:00+07:00')
const line = (own: object = {}): VisitLine =>
  visitLine.parse({
    id: ids.visit(1),
    district: '34.04',
    name: 'Sumarni',
    address: 'RT 04',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    triggerNames: { id: 'Program rumah layak huni', en: 'Housing programme' },
    plannedFor: '2026-11-04',
    late: false,
    officeName: 'Puskesos Caturtunggal',
    assigneeName: 'Rini',
    status: 'planned',
    fit: null,
    ...own,
  })
const report = {
  met: 'Tugiyem',
  words: 'Lantai tanah\natap bocor',
  papers: ['ktp', 'kk'],
  agencies: 'Dinas Perkim',
  followUp: 'Diusulkan',
  signer: '',
  unsigned: '',
}
const visit = (own: object = {}): VisitPage =>
  visitPage.parse({
    ...line(),
    version: 3,
    case: { id: ids.case(1), number: '3404-26-000123', opens: true },
    family: null,
    person: null,
    whom: { name: 'Sumarni', nikMasked: '3404********0001', kkMasked: null, phone: '081234567812', address: 'RT 04' },
    ask: 'Atap dan lantai',
    proposal: 'USL-12',
    office: ids.office(1),
    assignee: ids.staff(2),
    resultNames: null,
    report: null,
    spot: null,
    visitorName: null,
    capturedAt: null,
    receivedAt: null,
    oddTime: false,
    reasonNames: null,
    note: null,
    tries: 1,
    plannerName: 'Budi',
    plannedAt: now,
    photos: [],
    acts: [],
    ...own,
  })
const found = (own: object = {}): VisitPage =>
  visit({
    status: 'done',
    fit: 'fit',
    resultNames: { id: 'Sesuai keterangan', en: 'As was told' },
    report,
    spot: { lat: -7.7753, long: 110.4098, accuracy: 12.4 },
    visitorName: 'Rini',
    capturedAt: now,
    receivedAt: now + 60_000,
    ...own,
  })
const view = (shown: VisitPage): Part => drawDesk(made(VisitView, { visit: shown, Sections }))
const buttons = (part: Part): readonly string[] => find(part, 'button').map(textOf)
const links = (part: Part) => find(part, 'a').map((link) => [textOf(link), valueOf(link, 'href')] as const)
const listed = (
  items: readonly VisitLine[],
  own: { show?: (typeof visitShows)[number]; late?: number; rights?: Parameters<typeof sari>[0] } = {},
): Part => {
  const { show = 'mine', late = 0, rights = [] } = own
  const reply = { items: [...items], total: items.length, page: 1, size: 20, late }
  return drawDesk(
    made(List, {}),
    [answered(visitRoutes.list, { show, page: 1 }, reply)],
    sari(rights),
    `/kunjungan?lihat=${show}`,
  )
}

test('VISIT-10 visits are rows that lead to their page: whom, where, why, when and who goes', () => {
  const page = listed([line()])
  assert.ok(links(page).some(([, href]) => href === `/kunjungan/34.04/${ids.visit(1)}`))
  const text = textOf(page)
  for (const said of ['Sumarni', 'Caturtunggal · RT 04', 'Program rumah layak huni', 'Rini', 'Puskesos Caturtunggal'])
    assert.ok(text.includes(said), said)
})

test('VISIT-9 a late visit is marked by a word; the tab of late ones shows how many', () => {
  assert.ok(textOf(drawDesk(made(VisitRows, { rows: [line({ late: true })] }))).includes(t('visit.late')))
  assert.ok(!textOf(drawDesk(made(VisitRows, { rows: [line()] }))).includes(t('visit.late')))
  const tabs = (page: Part) => find(only(page, 'nav', { class: 'filter-tabs' }), 'a').map(textOf)
  assert.ok(tabs(listed([], { late: 3 })).includes(`${t('visit.tab.late')} 3`))
  assert.ok(tabs(listed([])).includes(t('visit.tab.late')))
})

test('VISIT-10 each part of the list has words of its own for nothing; planning takes the right', () => {
  for (const show of visitShows) {
    const text = textOf(listed([], { show }))
    assert.ok(text.includes(t(`visit.empty.${show}.title`)), show)
  }
  const plans = (rights: Parameters<typeof sari>[0]) =>
    links(listed([], { rights })).filter(([, href]) => href === '/rencana')
  assert.deepEqual(plans([]), [])
  assert.equal(plans(['visit.plan']).length, 1)
})

test('VISIT-15 whoever was forgotten is called so, in the list and on the page, and never by nothing', () => {
  const gone = { name: '', address: '' }
  assert.ok(textOf(drawDesk(made(VisitRows, { rows: [line(gone)] }))).includes(t('visit.forgotten')))
  const whom = { name: '', nikMasked: null, kkMasked: null, phone: null, address: '' }
  const page = view(visit({ ...gone, whom, ask: '', proposal: '' }))
  assert.equal(textOf(only(page, 'h1')), t('visit.forgotten'))
  assert.doesNotMatch(textOf(page), /null|undefined/)
  assert.equal(textOf(only(view(visit({ name: '' })), 'h1')), 'RT 04', 'who has no name is called by where they live')
})

test('VISIT-13 what others bring stands on the page and never on paper', () => {
  const page = view(found())
  assert.ok(textOf(only(page, 'div', { class: 'not-on-paper' })).includes(`bagian lain ${ids.visit(1)}`))
  assert.ok(!textOf(drawDesk(made(ReportPaper, { visit: found() }))).includes('bagian lain'))
})

test('VISIT-3 nobody is sent by name: the row and the page say so', () => {
  assert.ok(textOf(drawDesk(made(VisitRows, { rows: [line({ assigneeName: null })] }))).includes(t('visit.nobody')))
  assert.ok(textOf(view(visit({ assigneeName: null }))).includes(t('visit.nobody')))
})

test('VISIT-10 the case is a link to who may open it, and a number to who may not', () => {
  const number = t('visit.case', { number: '3404-26-000123' })
  assert.ok(links(view(visit())).some(([text, href]) => text === number && href === `/kasus/34.04/${ids.case(1)}`))
  const closed = view(visit({ case: { id: ids.case(1), number: '3404-26-000123', opens: false } }))
  assert.ok(textOf(closed).includes(number))
  assert.ok(!links(closed).some(([, href]) => href?.includes('/kasus/')))
  assert.ok(!textOf(view(visit({ case: null }))).includes('3404-26-000123'))
})

test('VISIT-10 a phone can be called from the road; numbers stay masked', () => {
  assert.ok(links(view(visit())).some(([, href]) => href === 'tel:081234567812'))
  assert.ok(textOf(view(visit())).includes('3404********0001'))
})

for (const status of visitStatuses)
  test(`VISIT-1 a visit that is ${status} says so by a word of its own`, () => {
    assert.ok(textOf(view(visit({ status }))).includes(t(`visit-status.${status}`)))
    assert.equal(new Set(visitStatuses.map((one) => t(`visit-status.${one}`))).size, visitStatuses.length)
  })

test('VISIT-2 only what this person may do is offered, what comes next first; a visit that was made can be printed', () => {
  const order = ['done', 'photo', 'miss', 'assign', 'replan', 'cancel'] as const
  assert.deepEqual(
    buttons(view(visit({ acts: [...visitActs] }))),
    order.map((act) => t(`visit.act.${act}`)),
  )
  assert.deepEqual(buttons(view(visit({ acts: ['replan'] }))), [t('visit.act.replan')])
  assert.deepEqual(buttons(view(visit())), [])
  assert.deepEqual(buttons(view(found({ acts: ['photo'] }))), [t('visit.act.photo'), t('visit.print')])
})

test('VISIT-5 what was found stands whole: words with their lines, papers, statement, place and the two times', () => {
  const text = textOf(view(found()))
  for (const said of [
    'Tugiyem',
    'Lantai tanah\natap bocor',
    `${t('visit-paper.ktp')}, ${t('visit-paper.kk')}`,
    'Dinas Perkim',
    'Diusulkan',
    'Sesuai keterangan',
    t('visit-fit.fit'),
    t('visit.spot.said', { lat: -7.7753, long: 110.4098, accuracy: 12 }),
  ])
    assert.ok(text.includes(said), said)
  assert.ok(links(view(found())).some(([, href]) => href === 'geo:-7.7753,110.4098'))
  assert.ok(textOf(view(visit())).includes(t('visit.found.none')))
  assert.ok(!textOf(view(found())).includes(t('visit.found.none')))
  assert.ok(!links(view(found({ spot: null }))).some(([, href]) => href?.startsWith('geo:')))
})

test('VISIT-8 a time that can hardly be is shown as doubtful, and only such a one', () => {
  assert.ok(textOf(view(found({ oddTime: true }))).includes(t('visit.odd-time')))
  assert.ok(!textOf(view(found())).includes(t('visit.odd-time')))
})

test('VISIT-6 a visit at which nobody was met says why; one that was tried again, how often', () => {
  const missed = visit({
    status: 'missed',
    reasonNames: { id: 'Tidak ada orang di rumah', en: 'Nobody' },
    note: 'Ke sawah',
    tries: 3,
  })
  const text = textOf(view(missed))
  for (const said of ['Tidak ada orang di rumah', 'Ke sawah', t('visit.tries', { count: 3 })])
    assert.ok(text.includes(said), said)
  assert.ok(!textOf(view(visit())).includes(t('visit.tries', { count: 1 })))
})

const there = { capturedAt: now, addedAt: now, arrived: true }

test('FIELD-14 a picture that is still on a phone says since when it is on its way, and opens nothing', () => {
  const photos = [{ id: ids.visitPhoto(1), kind: 'ktp' as const, ...there, arrived: false }]
  const page = view(visit({ photos }))
  assert.match(textOf(page), /dalam perjalanan sejak/)
  assert.equal(find(page, 'a').filter((link) => valueOf(link, 'target') === '_blank').length, 0)
})

test('FIELD-16 who signed stands in the report, or why nobody could', () => {
  assert.ok(textOf(view(found({ report: { ...report, signer: 'Sumarni' } }))).includes(`${t('visit.signer')}Sumarni`))
  assert.ok(textOf(view(found({ report: { ...report, unsigned: 'Sakit' } }))).includes(`${t('visit.unsigned')}Sakit`))
})

test('VISIT-11 pictures are named by what they show and open one by one, beside this page', () => {
  const photos = photoKinds.map((kind, n) => ({ id: ids.visitPhoto(n + 1), kind, ...there }))
  const shown = find(view(visit({ photos })), 'a').filter((link) => valueOf(link, 'target') === '_blank')
  assert.deepEqual(
    shown.map(textOf),
    photoKinds.map((kind) => t('visit.photo.show', { kind: t(`visit-photo.${kind}`) })),
  )
  assert.ok(shown.every((link) => valueOf(link, 'rel') === 'noreferrer'))
  assert.equal(find(view(visit({ photos })), 'img').length, 0, 'no picture is fetched by looking at the page')
  assert.ok(textOf(view(visit())).includes(t('visit.photos.none')))
})

test('VISIT-13 the paper says who went, whom they met and what they state; nothing is printed before', () => {
  const paper = (shown: VisitPage) => drawDesk(made(ReportPaper, { visit: shown }))
  assert.equal(textOf(paper(visit())), '')
  assert.equal(textOf(paper(found({ status: 'missed' }))), '')
  assert.equal(textOf(paper(found({ report: null }))), '')
  const text = textOf(paper(found()))
  for (const said of [
    t('visit.paper.title'),
    'Sumarni, NIK 3404********0001',
    'USL-12',
    'RT 04, Caturtunggal',
    t('visit.paper.statement', { fit: t('visit-fit.fit').toLowerCase() }),
  ])
    assert.ok(text.includes(said), said)
  assert.ok(text.includes(`${t('visit.paper.sign.citizen')}Tugiyem`), 'who was met signs')
  assert.ok(
    textOf(paper(found({ report: { ...report, met: '' } }))).includes(`${t('visit.paper.sign.citizen')}Sumarni`),
  )
  assert.doesNotMatch(text, /110\.4|081234/, 'neither position nor phone goes on paper')
})

for (const fit of fitness)
  test(`VISIT-5 the statement "${fit}" has its word, on the page and on paper`, () => {
    const page = view(found({ fit }))
    assert.ok(textOf(page).includes(t(`visit-fit.${fit}`)))
    assert.ok(textOf(page).includes(t(`visit-fit.${fit}`).toLowerCase()))
  })

test('VISIT-5 no paper that was seen, and every kind that can be, has words', () => {
  assert.ok(textOf(view(found({ report: { ...report, papers: [] } }))).includes(t('visit.papers.none')))
  for (const paper of paperKinds)
    assert.ok(
      textOf(view(found({ report: { ...report, papers: [paper] } }))).includes(t(`visit-paper.${paper}`)),
      paper,
    )
})

test('VISIT-10 an address that names no visit says that there is none', () => {
  for (const params of [
    {},
    { district: '34.04' },
    { district: 'x', id: String(ids.visit(1)) },
    { district: '34.04', id: 'x' },
  ])
    assert.ok(textOf(drawDesk(made(One, { params }))).includes(t('visit.none.title')), JSON.stringify(params))
  const key = { district: '34.04', id: String(ids.visit(1)) }
  const page = drawDesk(made(One, { params: key }), [answered(visitRoutes.one, key, visit())])
  assert.equal(textOf(only(page, 'h1')), 'Sumarni')
})

const about = { case: String(ids.case(1)), family: null, person: null }
const panel = (visits: readonly VisitLine[], mayPlan: boolean): Part => {
  const query = { district: '34.04', case: about.case }
  const answer: Answered = answered(visitRoutes.about, query, { visits: [...visits], mayPlan })
  const values = { place: null, name: '', address: '' }
  return drawDesk(made(VisitsAbout, { district: '34.04', about, values }), [answer])
}
test('VISIT-13 on a card visits stand with day, reason and state; who may plan can plan another', () => {
  const page = panel([line({ late: true }), line({ id: ids.visit(2), status: 'done', assigneeName: null })], true)
  assert.equal(links(page).length, 2)
  assert.ok(textOf(page).includes(t('visit.late')) && textOf(page).includes(t('visit-status.done')))
  assert.deepEqual(buttons(page), [t('visit.act.plan')])
  assert.deepEqual(buttons(panel([], false)), [])
  assert.ok(textOf(panel([], false)).includes(t('visit.panel.none')))
})

test('VISIT-3 who may be sent are the people of the chosen office, the offices those that serve the village', () => {
  const choices = {
    today: '2026-11-02',
    offices: [
      { id: ids.office(1), name: 'Puskesos', people: [{ id: ids.staff(2), name: 'Rini' }] },
      { id: ids.office(2), name: 'Sekretariat', people: [{ id: ids.staff(3), name: 'Budi' }] },
    ],
  }
  const village = '34.04.07.2001'
  const field = (id: string, value: string) => ({ id, value, error: undefined, onChange: () => {} })
  const options = (office: string) => {
    const given = { village, office: field('o', office), assignee: field('a', ''), onOffice: () => {} }
    const part = drawDesk(made(GivenFields, given), [answered(visitRoutes.choices, { village }, choices)])
    return find(part, 'select').map((select) => find(select, 'option').map(textOf))
  }
  assert.deepEqual(options(''), [[t('act.choose'), 'Puskesos', 'Sekretariat'], [t('visit.form.assignee.none')]])
  assert.deepEqual(options(String(ids.office(2)))[1], [t('visit.form.assignee.none'), 'Budi'])
})

test('VISIT-13 no text of visits is empty, and every one ends as its kind does', () => {
  for (const [name, text] of Object.entries(visitTexts)) {
    assert.ok(text.trim().length > 1, name)
    if (name.endsWith('.missing')) assert.match(text, /\.$/, name)
  }
})
