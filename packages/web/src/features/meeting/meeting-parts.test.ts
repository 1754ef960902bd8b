import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type MeetingLine,
  type MeetingPage,
  meetingLine,
  meetingPage,
  meetingRoutes,
  type TaskLine,
  taskLine,
} from '@openslrt/core/contract/meeting-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { meetingStatuses, taskStatuses } from '@openslrt/core/meeting/meeting.ts'
import { meetingSteps } from '@openslrt/core/meeting/moves.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCard } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { CasePanel } = await import('./case-panel.tsx')
const { MeetingView } = await import('./meeting-view.tsx')
const { Screen: Meetings } = await import('./meetings-screen.tsx')
const { Screen: Tasks } = await import('./tasks-screen.tsx')
const { TaskItem } = await import('./task-item.tsx')

const t = sayIn('id')
const now = Date.parse('2026-11-02T09:00:00+07:00')
const kindNames = { id: 'Rapat tim teknis', en: 'Technical team meeting' }
const aLine = (own: Partial<MeetingLine> = {}): MeetingLine =>
  meetingLine.parse({
    id: ids.meeting(1),
    district: '34.04',
    kindNames,
    nth: 1,
    officeName: 'Sekretariat SLRT Sleman',
    status: 'planned',
    startsAt: now,
    points: 2,
    openTasks: 0,
    ...own,
  })
const of = { district: ledgerCode.parse('34.04'), id: ids.case(1), number: '3404-26-000001', opens: true }
const aTask = (own: Partial<TaskLine> = {}): TaskLine =>
  taskLine.parse({
    id: ids.task(1),
    district: '34.04',
    meeting: ids.meeting(1),
    point: ids.point(1),
    case: of,
    officeName: 'RSUD Sleman',
    personName: null,
    text: 'Siapkan kamar',
    dueDay: '2026-11-09',
    dueAt: now,
    late: false,
    status: 'open',
    note: null,
    madeAt: now,
    acts: [],
    ...own,
  })
const office = { id: ids.office(3), name: 'Sekretariat SLRT Sleman' }
const hospital = { id: ids.office(7), name: 'RSUD Sleman' }
const aMeeting = (own: Partial<MeetingPage> = {}): MeetingPage =>
  meetingPage.parse({
    ...aLine(),
    version: 2,
    kind: 'technical-team',
    office,
    offices: [office, hospital],
    callerName: 'Maryanto',
    lasts: 120,
    zone: 'Asia/Jakarta',
    place: 'Ruang rapat',
    link: '',
    points: [
      { id: ids.point(1), case: of, title: 'Rumah singgah', minutes: '' },
      { id: ids.point(2), case: null, title: 'Anggaran', minutes: '' },
    ],
    seats: [],
    note: null,
    follows: null,
    tasks: [],
    carried: [],
    acts: [],
    next: null,
    dueDays: [],
    people: [],
    ...own,
  })
const view = (own: Partial<MeetingPage> = {}): Part => drawDesk(made(MeetingView, { meeting: aMeeting(own) }))
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const links = (page: Part) => find(page, 'a').map((link) => valueOf(link, 'href'))

test('MEET-23 a meeting says who, when, where and about what, with the way to a case for who may open it', () => {
  const page = view()
  for (const words of ['Rapat tim teknis', '09.00', '11.00', 'Ruang rapat', 'RSUD Sleman', 'Maryanto', 'Anggaran'])
    assert.ok(textOf(page).includes(words), words)
  assert.ok(links(page).includes(`/kasus/34.04/${ids.case(1)}`))
  const shut = view({ points: [{ id: ids.point(1), case: { ...of, opens: false }, title: null, minutes: null }] })
  assert.ok(!links(shut).includes(`/kasus/34.04/${ids.case(1)}`))
  for (const words of [of.number, t('meeting.case.hidden')]) assert.ok(textOf(shut).includes(words), words)
})

test('MEET-23 minutes, tasks and those who came stand where they belong; before the meeting nothing is missed', () => {
  assert.ok(!textOf(view()).includes(t('meeting.minutes.none')))
  const held = view({
    status: 'held',
    seats: [{ office: hospital.id, present: true, names: 'Ratna' }],
    points: [{ id: ids.point(1), case: of, title: 'Rumah singgah', minutes: 'Setuju.' }],
    tasks: [aTask(), aTask({ id: ids.task(2), point: null, text: 'Surati Bappeda' })],
    carried: [aTask({ id: ids.task(3), text: 'Dari bulan lalu', status: 'done' })],
  })
  assert.ok(textOf(only(held, 'li', { class: 'agenda__point' })).includes('Setuju.'))
  assert.ok(textOf(only(held, 'li', { class: 'agenda__point' })).includes('Siapkan kamar'))
  const panels = find(held, 'section', { class: 'panel' }).map(textOf)
  assert.ok(panels.some((panel) => panel.includes(t('meeting.carried')) && panel.includes('Dari bulan lalu')))
  assert.ok(panels.some((panel) => panel.includes(t('meeting.tasks.other')) && panel.includes('Surati Bappeda')))
  assert.ok(panels.some((panel) => panel.includes('Ratna') && panel.includes(t('meeting.present'))))
  assert.ok(textOf(view({ status: 'held' })).includes(t('meeting.minutes.none')))
})

test('MEET-23 each act of a meeting has its button, what comes next first; who leads it not has none', () => {
  const own = [t('meeting.print'), t('meeting.ics'), t('meeting.text')]
  assert.deepEqual(buttons(view()), own)
  const all = view({ acts: [...meetingSteps], next: now })
  const acts = ['hold', 'minute', 'decide', 'close', 'cancel'] as const
  assert.deepEqual(buttons(all), [...acts.map((act) => t(`meeting.act.${act}`)), ...own])
  assert.ok(links(all).includes(`/undang?ubah=34.04/${ids.meeting(1)}`))
  assert.ok(links(all).includes(`/undang?lanjut=34.04/${ids.meeting(1)}`))
  assert.ok(textOf(view({ status: 'cancelled', note: 'Hujan.' })).includes('Hujan.'))
})

test('MEET-23 a task says its state, its owner and its day; one that is late says so', () => {
  for (const status of taskStatuses)
    assert.ok(
      textOf(drawDesk(made(TaskItem, { task: aTask({ status }) }))).includes(t(`task-status.${status}`)),
      status,
    )
  const late = drawDesk(made(TaskItem, { task: aTask({ late: true, personName: 'Ratna', note: 'Sebentar' }) }))
  for (const words of [t('task.late'), 'RSUD Sleman: Ratna', t('task.said', { note: 'Sebentar' })])
    assert.ok(textOf(late).includes(words), words)
  const hidden = drawDesk(made(TaskItem, { task: aTask({ text: null }) }))
  assert.ok(textOf(hidden).includes(t('task.hidden')))
  const mine = drawDesk(made(TaskItem, { task: aTask({ acts: ['task-done', 'task-fail'] }), fromList: true }))
  assert.deepEqual(buttons(mine), [t('task.done'), t('task.fail')])
  assert.deepEqual(links(mine), [`/kasus/34.04/${ids.case(1)}`, `/rapat/34.04/${ids.meeting(1)}`])
})

const choices = (mayCall: boolean) =>
  answered(meetingRoutes.choices, null, {
    kinds: mayCall ? [{ code: 'technical-team', names: kindNames, months: 1 }] : [],
    offices: [],
    zone: 'Asia/Jakarta',
  })
const page = { page: 1, size: 25 }

test('MEET-23 the list of meetings tells each state by a word, and lets only who may call one', () => {
  for (const status of meetingStatuses) {
    const items = [aLine({ status, nth: 3, openTasks: 2 })]
    const list = answered(meetingRoutes.list, { show: 'coming', page: 1 }, { items, total: 1, ...page })
    const drawn = drawDesk(made(Meetings, {}), [list, choices(status === 'held')], sari(), '/rapat')
    for (const words of [
      t(`meeting-status.${status}`),
      t('meeting.nth', { nth: 3 }),
      t('meeting.open-tasks', { count: 2 }),
    ])
      assert.ok(textOf(drawn).includes(words), words)
    assert.equal(links(drawn).includes('/undang'), status === 'held')
    assert.ok(links(drawn).includes(`/rapat/34.04/${ids.meeting(1)}`))
  }
  for (const show of ['coming', 'past'] as const) {
    const none = answered(meetingRoutes.list, { show, page: 1 }, { items: [], total: 0, ...page })
    const drawn = drawDesk(made(Meetings, {}), [none], sari(), `/rapat?lihat=${show}`)
    assert.ok(textOf(drawn).includes(t(`meeting.empty.${show}.title`)), show)
  }
})

test('MEET-23 the list of tasks has its views, each with words of its own for nothing', () => {
  for (const show of ['office', 'mine', 'late', 'settled'] as const) {
    const none = answered(meetingRoutes.tasks, { show, page: 1 }, { items: [], total: 0, late: 0, ...page })
    const drawn = drawDesk(made(Tasks, {}), [none], sari(), `/tugas?lihat=${show}`)
    assert.ok(textOf(drawn).includes(t(`task.empty.${show}.title`)), show)
    assert.equal(find(drawn, 'a', { 'aria-current': 'true' }).length, 1)
  }
  const some = answered(
    meetingRoutes.tasks,
    { show: 'office', page: 1 },
    { items: [aTask()], total: 1, late: 0, ...page },
  )
  assert.ok(textOf(drawDesk(made(Tasks, {}), [some], sari(), '/tugas')).includes('Siapkan kamar'))
})

test('MEET-23 the card of a case shows what was decided about it, and the way to an agenda for who may call', () => {
  const panel = (tasks: readonly TaskLine[], mayCall: boolean): Part => {
    const query = { district: '34.04', id: ids.case(1) }
    const reply = answered(meetingRoutes.ofCase, query, { tasks: [...tasks], mayCall })
    return drawDesk(made(CasePanel, { card: aCard() }), [reply], sari(['meeting.attend']))
  }
  assert.equal(textOf(panel([], false)), '')
  assert.ok(textOf(panel([], true)).includes(t('task.panel.none')))
  assert.deepEqual(buttons(panel([aTask()], true)), [t('task.panel.call')])
  assert.ok(textOf(panel([aTask()], false)).includes('Siapkan kamar'))
})
