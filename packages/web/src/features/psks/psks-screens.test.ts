import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PsksCard, type PsksLine, psksCard, psksRoutes, psksShows } from '@openslrt/core/contract/psks-queries.ts'
import { psksSteps } from '@openslrt/core/psks/moves.ts'
import { psksStatuses, reportStatuses } from '@openslrt/core/psks/psks.ts'
import {
  buttons,
  chosen,
  includes,
  key,
  lacks,
  line,
  links,
  manages,
  names,
  nth,
  reads,
  t,
} from '../../testing/a-psks.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, valueOf } from '../../testing/html.ts'

const { Screen: List } = await import('./list-screen.tsx')
const { Screen: Card } = await import('./card-screen.tsx')
const { Screen: Report } = await import('./report-screen.tsx')
const { Screen: Import } = await import('./import-screen.tsx')
const { psksTone, reportTone } = await import('./status-look.ts')

const card = (own: object = {}): PsksCard =>
  psksCard.parse({
    ...line(),
    version: 2,
    kind: 'community-worker',
    who: 'person',
    place: '34.04.07.2001',
    served: [{ code: '34.04.07.2001', name: 'Caturtunggal' }],
    nik: null,
    phone: null,
    email: null,
    address: null,
    fields: {},
    asks: [
      { code: 'education', kind: 'text', id: 'Pendidikan terakhir', en: 'Education' },
      { code: 'sex', kind: 'sex', id: 'Jenis kelamin', en: 'Sex' },
      { code: 'since', kind: 'day', id: 'Aktif sejak', en: 'Active since' },
      { code: 'forum', kind: 'yes-no', id: 'Forum', en: 'Forum' },
    ],
    note: null,
    officeName: 'Puskesos Caturtunggal',
    registeredBy: 'Kusuma',
    verifiedBy: null,
    checkedOn: null,
    reports: [],
    events: [],
    postings: [],
    user: null,
    today: '2026-11-22',
    acts: [],
    ...own,
  })
const listOf = (items: readonly PsksLine[], due = 0, rights = manages, at = '/ppks/psks', query: object = {}): Part =>
  drawDesk(
    made(List, {}),
    [
      chosen,
      {
        row: psksRoutes.list,
        input: { query: { show: 'active', page: 1, ...query } },
        reply: { items, total: items.length, page: 1, size: 25, due },
      },
    ],
    sari(rights),
    at,
  )

test('PSKS-12 the list shows name, kind, places and state, and leads to each card', () => {
  const page = listOf([
    line(),
    line({ id: nth(2), name: 'Yayasan', serves: ['A', 'B', 'C', 'D'] }),
    line({ id: nth(3), name: 'Lama', due: true, dueOn: '2026-01-05' }),
  ])
  includes(page, 'Sri Wahyuni', names.id, t('psks-status.verified'), t('psks.serves.more', { names: 'A, B', n: 2 }))
  includes(page, t('psks.due'), t('psks.due.since', { day: '05/01/2026' }))
  assert.ok(links(page).includes(`/ppks/psks/34.04/${nth(1)}`))
})

test('PSKS-6 how many are due leads to them, and is not said where it is none or is shown already', () => {
  const many = t('psks.due.many', { n: 3 })
  const page = listOf([line()], 3)
  includes(page, many)
  assert.ok(links(page).includes('/ppks/psks?lihat=due'))
  lacks(listOf([line()], 0), t('psks.due.many', { n: 0 }))
  lacks(listOf([line()], 3, manages, '/ppks/psks?lihat=due', { show: 'due' }), many)
})

test('PSKS-12 whoever may not manage finds no way to register, load or take out; an empty list says what comes next', () => {
  const [own, other] = [listOf([]), listOf([], 0, reads)]
  includes(own, t('psks.empty.title'), t('psks-act.register'), t('psks.import'), t('psks.table'))
  lacks(other, t('psks-act.register'), t('psks.import'), t('psks.table'))
  includes(listOf([], 0, manages, '/ppks/psks?jenis=youth', { kind: 'youth' }), t('psks.none.title'))
  const values = find(own, 'option').map((one) => valueOf(one, 'value'))
  for (const show of psksShows) assert.ok(values.includes(show), show)
})

const cardOf = (own: object = {}, rights = manages): Part =>
  drawDesk(made(Card, { params: key }), [chosen, answered(psksRoutes.one, key, card(own))], sari(rights))

test('PSKS-4, PSKS-12 a card says what its kind is asked for, in words, and leaves out what was not said', () => {
  const page = cardOf({
    fields: { education: 'SMA', sex: 'P', since: '2019-01-31', forum: 'no' },
    nik: '3404**********02',
    phone: '081300002222',
    verifiedBy: 'Hartati',
    checkedOn: '2026-01-05',
    user: { id: nth(9), name: 'Sri W.' },
  })
  includes(page, 'SMA', t('psks.sex.P'), '31/01/2019', t('psks.no'), '3404**********02', '081300002222')
  includes(page, 'Hartati', '05/01/2026', t('psks.user'), 'Sri W.')
  lacks(cardOf({ fields: { education: '' } }), 'Pendidikan terakhir', t('psks.form.nik'), t('psks.user'))
})

test('PSKS-3, PSKS-6 why it was sent back, and since when it is due, stand above everything', () => {
  includes(cardOf({ note: 'Lengkapi SK.', status: 'returned' }), 'Lengkapi SK.', t('psks-status.returned'))
  includes(cardOf({ due: true, dueOn: '2026-01-05' }), t('psks.due.text', { day: '05/01/2026' }))
  lacks(cardOf(), t('psks.due'))
})

const own = ['report', 'accept-report', 'return-report', 'end-posting']
for (const act of psksSteps.filter((step) => !own.includes(step)))
  test(`PSKS-12 ${act} is a button where the law lets this person, and nowhere else`, () => {
    assert.ok(buttons(cardOf({ acts: [act] })).includes(t(`psks-act.${act}`)))
    assert.ok(!buttons(cardOf()).includes(t(`psks-act.${act}`)))
  })

test('PSKS-13 an institution has no account to link', () => {
  const act = t('psks-act.set-user')
  assert.ok(!buttons(cardOf({ acts: ['set-user'], who: 'institution' })).includes(act))
})

const report = {
  id: nth(5),
  month: '2026-10',
  activities: 'Mendampingi lima keluarga.',
  days: 12,
  people: 5,
  status: 'sent',
  note: '',
  sentBy: 'Kusuma',
  sentAt: Date.parse('2026-11-01T02:00:00Z'),
  judgedBy: null,
  judgedAt: null,
  acts: [],
}
test('PSKS-5 reports stand month by month with what came of each, and lead to their paper', () => {
  const page = cardOf({
    reports: [
      { ...report, acts: ['accept-report', 'return-report'] },
      { ...report, id: nth(6), month: '2026-09', status: 'returned', note: 'Sebutkan desanya.', acts: ['report'] },
    ],
  })
  includes(
    page,
    'Oktober 2026',
    'September 2026',
    t('psks-report.sent'),
    t('psks-report.returned'),
    'Sebutkan desanya.',
  )
  for (const act of [t('psks-act.accept-report'), t('psks-act.return-report'), t('psks.report.again')])
    assert.ok(buttons(page).includes(act), act)
  assert.ok(links(page).includes(`/ppks/laporan/34.04/${nth(1)}/${nth(5)}`))
  includes(cardOf(), t('psks.reports.none'), t('psks.events.none'), t('psks.postings.none'))
})

const event = { id: nth(7), what: 'training', title: 'Dasar', onDay: '2026-03-01', hours: 16, result: 'Lulus' }
test('PSKS-14 mentoring and training are shown with day, hours and result, and how much of each there was', () => {
  const page = cardOf({
    events: [
      event,
      { ...event, id: nth(8), hours: 8, title: 'Lanjutan' },
      { ...event, id: nth(9), what: 'mentoring', hours: 2 },
    ],
  })
  includes(page, 'Dasar', 'Lanjutan', 'Lulus', '01/03/2026')
  includes(
    page,
    `${t('psks-event.mentoring')}: ${t('psks.event.line', { n: 2 })} · ${t('psks-event.training')}: ${t('psks.event.line', { n: 24 })}`,
  )
  lacks(cardOf({ events: [event] }), `${t('psks-event.mentoring')}: `)
})

const posting = {
  id: nth(10),
  target: 'village',
  case: null,
  visit: null,
  villageName: 'Caturtunggal',
  officeName: 'Puskesos Caturtunggal',
  task: 'Mendata lansia',
  fromDay: '2026-01-01',
  untilDay: null,
  endedOn: null,
  result: '',
}
test('PSKS-7 tasks are shown with what they are about; a case opens for whoever sees it', () => {
  const page = cardOf({
    acts: ['end-posting'],
    postings: [
      posting,
      {
        ...posting,
        id: nth(11),
        target: 'case',
        villageName: null,
        case: { id: nth(12), number: '3404-26-000001', opens: true },
      },
      {
        ...posting,
        id: nth(13),
        target: 'case',
        villageName: null,
        case: { id: nth(14), number: '3404-26-000002', opens: false },
      },
      {
        ...posting,
        id: nth(15),
        target: 'visit',
        villageName: null,
        visit: nth(16),
        endedOn: '2026-02-01',
        result: 'Selesai.',
      },
    ],
  })
  includes(
    page,
    'Mendata lansia',
    '3404-26-000002',
    t('psks-posting.visit'),
    t('psks.posting.ended', { day: '01/02/2026' }),
    'Selesai.',
  )
  assert.ok(links(page).includes(`/kasus/34.04/${nth(12)}`) && !links(page).includes(`/kasus/34.04/${nth(14)}`))
  assert.equal(
    buttons(page).filter((one) => one === t('psks-act.end-posting')).length,
    3,
    'not of the one that is over',
  )
  assert.ok(!buttons(cardOf({ postings: [posting] })).includes(t('psks-act.end-posting')))
})

test('PSKS-12 a card or a report that is not there says so, whatever stands in the address', () => {
  for (const params of [{}, { district: '34.04', id: 'x' }, { district: '34.04.07', id: nth(1) }]) {
    includes(drawDesk(made(Card, { params }), [chosen], sari(manages)), t('psks.gone.title'))
    includes(drawDesk(made(Report, { params }), [], sari(manages)), t('psks.gone.title'))
  }
})

const paper = (own: object, id = nth(5)): Part =>
  drawDesk(
    made(Report, { params: { ...key, report: id } }),
    [answered(psksRoutes.one, key, card({ reports: [{ ...report, ...own }] }))],
    sari(reads),
  )
test('PSKS-5 the paper of a month says what was done and who accepted it, with room for two signatures', () => {
  const page = paper({ status: 'accepted', judgedBy: 'Hartati', judgedAt: Date.parse('2026-11-03T02:00:00Z') })
  includes(page, t('psks.report.title', { month: 'Oktober 2026' }), 'Mendampingi lima keluarga.', 'Kusuma')
  includes(
    page,
    t('psks.report.sign.psks', { name: 'Sri Wahyuni' }),
    t('psks.report.sign.officer', { name: 'Hartati' }),
  )
  includes(paper({}), t('psks-report.sent'))
  includes(paper({}, nth(99)), t('psks.gone.title'))
})

test('PSKS-9 a file begins with an empty table, and says how large it may be', () => {
  const page = drawDesk(made(Import, {}), [], sari(manages))
  includes(page, t('psks.import.about'), t('psks.import.template'), t('psks.import.file'))
  assert.equal(find(page, 'input', { type: 'file' }).length, 1)
  assert.ok(links(page).includes('/ppks/psks'))
})

test('PSKS-12 every state of a PSKS and of a report has a look', () => {
  assert.deepEqual(Object.keys(psksTone), [...psksStatuses])
  assert.deepEqual(Object.keys(reportTone), [...reportStatuses])
  assert.notEqual(psksTone.verified, psksTone.ended)
  assert.notEqual(reportTone.sent, reportTone.accepted)
})
