import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { blankStatuses } from '@openslrt/core/blank/blank.ts'
import { blankActs, mayBeTyped } from '@openslrt/core/blank/moves.ts'
import { blankLine, blankRoutes } from '@openslrt/core/contract/blank.ts'
import { type CaseLine, caseRoutes, countedQueues, queues } from '@openslrt/core/contract/case-queries.ts'
import { dutyRoutes } from '@openslrt/core/contract/duty-queries.ts'
import { openedLine, openedRoutes } from '@openslrt/core/contract/opened.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { workloadRoutes } from '@openslrt/core/contract/workload.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCaseLine } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { drawRefused, refusal } from '../../testing/draw-refused.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Forms } = await import('./blank/forms-screen.tsx')
const { Screen: Opened } = await import('./opened/opened-screen.tsx')
const { OnDuty } = await import('./queue/on-duty.tsx')
const { Screen: Queue } = await import('./queue/queue-screen.tsx')
const { StandingIn } = await import('./queue/standing-in.tsx')
const { Screen: Search } = await import('./search/search-screen.tsx')
const { Screen: Workload } = await import('./workload/workload-screen.tsx')

const t = sayIn('id')
const now = Date.now()
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const saysNot = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(!textOf(page).includes(one), one)
}

const counts = tableOf(countedQueues, (queue) => countedQueues.indexOf(queue) + 11)
const queue = (
  query: object,
  rights: readonly Permission[],
  items: readonly CaseLine[] = [],
  more: readonly Answered[] = [],
): Part => {
  const params = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const reply = { items: [...items], total: items.length, page: 1, size: 25, counts }
  const answer = answered(caseRoutes.queue, { ...query, page: 1 }, reply)
  return drawDesk(made(Queue, {}), [answer, ...more], sari(rights), `/antrean?${params}`)
}

test('QUEUE-4 each tab says how much waits in it; decisions are a tab of those who decide', () => {
  const tabs = (rights: readonly Permission[], query: object = {}): readonly string[] =>
    find(queue(query, rights), 'a')
      .map(textOf)
      .filter((words) => queues.some((one) => words.startsWith(t(`case.queue.${one}`))))
  const decides = tabs(['case.decide'])
  assert.equal(decides.length, queues.length)
  for (const one of countedQueues)
    assert.ok(
      decides.some((words) => words.startsWith(t(`case.queue.${one}`)) && words.endsWith(String(counts[one]))),
      one,
    )
  assert.equal(tabs([]).length, queues.length - 1)
  assert.equal(tabs([], { queue: 'decision' }).length, queues.length, 'a link to it still shows where one is')
})

test('SUPER-7 where nobody looks at what facilitators bring, no empty list of it is shown; a link to it still opens', () => {
  const none = { ...counts, review: 0, mend: 0 }
  const tabs = (query: object, told: typeof counts): string => {
    const params = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
    const reply = { items: [], total: 0, page: 1, size: 25, counts: told }
    return textOf(
      drawDesk(
        made(Queue, {}),
        [answered(caseRoutes.queue, { ...query, page: 1 }, reply)],
        sari([]),
        `/antrean?${params}`,
      ),
    )
  }
  assert.ok(!tabs({}, none).includes(t('case.queue.review')))
  assert.ok(!tabs({}, none).includes(t('case.queue.mend')))
  assert.ok(tabs({}, { ...none, mend: 1 }).includes(t('case.queue.mend')))
  assert.ok(tabs({ queue: 'review' }, none).includes(t('case.queue.review')))
})

for (const tab of queues)
  test(`QUEUE-4 nothing in the tab ${tab} is told in its own words, with the way to where there may be more`, () => {
    const page = queue(tab === 'office' ? {} : { queue: tab }, ['case.decide'])
    says(page, t(`case.queue.empty.${tab}.title`), t(`case.queue.empty.${tab}.text`))
    const way = { office: t('case.queue.to-all'), all: null }
    const words = tab === 'office' || tab === 'all' ? way[tab] : t('case.queue.to-office')
    if (words) says(page, words)
    else saysNot(page, t('case.queue.to-office'), t('case.queue.to-all'))
  })

test('QUEUE-3 where filters leave nothing, they are told and can be taken away; the tab stays', () => {
  const page = queue({ queue: 'mine', priority: 'normal', number: '3404' }, [])
  says(page, t('case.queue.none.title'), t('case.filter.open-some', { count: 2 }))
  assert.ok(links(page).includes('/antrean?queue=mine'))
  saysNot(page, t('case.queue.empty.mine.title'))
})

test('CASE-0 only who registers finds the way to a new case above the queue', () => {
  assert.ok(links(queue({}, ['case.register'])).includes('/catat'))
  assert.ok(!links(queue({}, ['case.read'])).includes('/catat'))
})

test('QUEUE-11 rows are picked by those who may do something to many, and by no others', () => {
  const picks = (rights: readonly Permission[]): readonly (string | null)[] =>
    find(queue({}, rights, [aCaseLine(), aCaseLine({ id: ids.case(2), number: '3404-26-000124' })]), 'input', {
      type: 'checkbox',
    }).map((one) => valueOf(one, 'aria-label'))
  const both = ['3404-26-000123', '3404-26-000124'].map((number) => t('case.many.pick', { number }))
  for (const right of ['case.assign', 'case.escalate'] as const)
    assert.deepEqual(picks([right]), [t('case.many.pick-all'), ...both], right)
  assert.deepEqual(picks(['case.read', 'case.decide']), [])
})

test('QUEUE-10 a list that is divided says how much is in each part, and together in all', () => {
  const items = [
    { key: ids.staff(2), name: 'Budi', count: 3, late: 0 },
    { key: null, name: null, count: 2, late: 1 },
  ]
  const groups: Answered = {
    row: caseRoutes.groups,
    input: { query: { by: 'assignee' } },
    reply: caseRoutes.groups.reply.parse({ items }),
  }
  const reply = { items: [], total: 0, page: 1, size: 25, counts }
  const list = answered(caseRoutes.queue, { page: 1 }, reply)
  const page = drawDesk(made(Queue, {}), [list, groups], sari(), '/antrean?group=assignee')
  const own = links(page).filter((href) => href.includes('group=assignee') && href.includes('assignee='))
  assert.ok(own.some((href) => href.includes(`assignee=${ids.staff(2)}`)))
  assert.ok(own.some((href) => href.includes('assignee=nobody')))
  const parts = find(only(page, 'nav', { 'aria-label': t('case.group.assignee') }), 'a').map(textOf)
  assert.deepEqual(parts, [`${t('case.filter.any')} 5`, 'Budi 3', `${t('assignee.nobody')} 2`])
})

test('QUEUE-1 a queue that did not come says why, with a number to name and a way to ask again', () => {
  const page = drawRefused(made(Queue, {}), [{ row: caseRoutes.queue, query: { page: 1 } }], sari(), '/antrean')
  says(page, t('case.list.failed'), refusal.message, t('failed.request', { id: refusal.requestId }))
  assert.ok(buttons(page).includes(t('failed.action')))
  saysNot(page, t('case.queue.empty.office.title'))
})

const duty = (until: number | null, next: number | null): string => {
  const reply = { until, next: next === null ? null : { from: next, until: next + dayMs } }
  return textOf(drawDesk(made(OnDuty, {}), [answered(dutyRoutes.mine, null, reply)]))
}

test('DUTY-8 who is on duty, or is within seven days, reads it above the queue; others read nothing', () => {
  const has = (words: string): boolean => words.includes(t('duty.title'))
  assert.ok(has(duty(now + dayMs, null)))
  assert.ok(has(duty(null, now + 6 * dayMs)))
  assert.equal(duty(null, now + 8 * dayMs), '')
  assert.equal(duty(null, null), '')
  assert.notEqual(duty(now + dayMs, now + 2 * dayMs), duty(null, now + 2 * dayMs), 'the turn that runs is told first')
})

test('WORKLOAD-5 whoever stands in finds the cases of whom they stand in for, and of nobody else', () => {
  const away = (standIn: string | null) => ({ until: now + dayMs, standIn, standInName: standIn && 'Sari' })
  const person = (n: number, own: object) => ({ id: ids.staff(n), name: `Rekan ${n}`, roles: [], open: n, ...own })
  const items = [
    person(2, { away: away(ids.staff(1)) }),
    person(3, { away: away(ids.staff(2)) }),
    person(4, { away: away(null) }),
    person(5, { away: null }),
  ]
  const colleagues: Answered = {
    row: referenceRoutes.colleagues,
    input: {},
    reply: referenceRoutes.colleagues.reply.parse({ items }),
  }
  const page = drawDesk(made(StandingIn, { path: '/antrean' }), [colleagues])
  assert.deepEqual(links(page), [`/antrean?assignee=${ids.staff(2)}`])
  says(page, t('case.queue.standing-in.cases', { count: 2 }))
})

test('DESK-3 without words, or with fewer than three letters, a search says how it is done', () => {
  const page = drawDesk(made(Search, {}), [], sari(), '/cari')
  says(page, t('case.search.title'), t('case.search.help.title'), t('case.search.help.text'))
})

const load = { open: 3, late: 1, today: 0, week: 2, later: 0, none: 0 }
const officer = (n: number | null, own: object = {}) => ({
  staff: n === null ? null : ids.staff(n),
  name: n === null ? null : `Petugas ${n}`,
  here: true,
  away: null,
  ...load,
  ...own,
})
const officers = (items: readonly object[], office = ids.office(1), query?: { office: string }): Answered => ({
  row: workloadRoutes.officers,
  input: query ? { query } : {},
  reply: workloadRoutes.officers.reply.parse({ office, officeName: 'Puskesos', items }),
})
const offices = (...items: readonly (readonly [number, string])[]): Answered =>
  answered(
    workloadRoutes.offices,
    { page: 1 },
    {
      items: items.map(([n, name]) => ({ office: ids.office(n), name, nobody: 1, ...load })),
      total: items.length,
      page: 1,
      size: 25,
    },
  )
const workload = (answers: readonly Answered[], at = '/beban'): Part =>
  drawDesk(made(Workload, {}), answers, sari(['case.assign']), at)

test('WORKLOAD-1 who has how much is told by name, with who left and what nobody holds', () => {
  const page = workload([officers([officer(2), officer(null), officer(3, { here: false })])])
  says(page, 'Petugas 2', t('assignee.nobody'), t('workload.left', { name: 'Petugas 3' }))
  const own = links(page).filter((href) => href.startsWith('/antrean'))
  for (const who of [ids.staff(2), ids.staff(3), 'nobody'])
    assert.ok(
      own.some((href) => href.includes(`assignee=${who}`)),
      who,
    )
  says(workload([officers([])]), t('workload.none'))
})

test('WORKLOAD-2 other offices are told only where there are some, each leading to its officers', () => {
  const one = workload([officers([officer(2)]), offices([1, 'Puskesos Caturtunggal'])])
  saysNot(one, t('workload.offices'))
  const two = workload([officers([officer(2)]), offices([1, 'Puskesos Caturtunggal'], [2, 'Sekretariat'])])
  says(two, t('workload.offices'), 'Sekretariat')
  assert.ok(links(two).some((href) => href.endsWith(`?kantor=${ids.office(2)}`)))
  const other = workload([officers([officer(2)]), offices([2, 'Sekretariat'])])
  says(other, t('workload.offices'))
})

test('WORKLOAD-5 what lies with people of another office is looked at, and handed over there', () => {
  const gone = officer(3, { here: false })
  says(workload([officers([gone])]), t('workload.absent'))
  const query = { office: ids.office(2) }
  const page = workload([officers([gone], ids.office(2), query)], `/beban?kantor=${ids.office(2)}`)
  saysNot(page, t('workload.absent'))
  says(page, t('workload.own'))
})

test('WORKLOAD-3 officers who may not be looked at are told to be out of reach, and not to be none', () => {
  const page = drawRefused(made(Workload, {}), [{ row: workloadRoutes.officers, code: 'no-permission' }], sari())
  says(page, t('workload.failed'), refusal.message)
  saysNot(page, t('workload.none'), t('workload.absent'))
})

const aBlank = (own: object = {}) =>
  blankLine.parse({
    id: ids.case(9),
    district: '34.04',
    version: 1,
    batch: ids.case(8),
    number: 'F-3404-000001',
    status: 'issued',
    note: '',
    issuedAt: now,
    changedAt: now,
    case: null,
    ...own,
  })
const forms = (show: (typeof blankStatuses)[number], items: readonly ReturnType<typeof aBlank>[], at = ''): Part => {
  const reply = {
    items: [...items],
    total: items.length,
    page: 1,
    size: 25,
    counts: { issued: 41, typed: 42, void: 43, lost: 44 },
    batches: [],
  }
  return drawDesk(made(Forms, {}), [answered(blankRoutes.list, { show, page: 1 }, reply)], sari(), `/blangko${at}`)
}

for (const status of blankStatuses)
  test(`BLANK-1 a form that is ${status} offers what may follow and nothing else`, () => {
    const page = forms(status, [aBlank({ status, note: 'Basah' })], `?tab=${status}`)
    says(page, 'F-3404-000001', 'Basah')
    assert.deepEqual(
      find(page, 'button').map((one) => valueOf(one, 'aria-label')),
      blankActs(status).map((move) => `${t(`blank.${move}`)} F-3404-000001`),
    )
    assert.equal(links(page).includes('/catat?formulir=F-3404-000001'), mayBeTyped(status))
    for (const count of ['41', '42', '43', '44']) says(page, count)
  })

test('BLANK-5 a form that became a case leads to it; without any form it says so; another tab is the first', () => {
  const typed = forms(
    'typed',
    [aBlank({ status: 'typed', case: { id: ids.case(1), number: '3404-26-000001' } })],
    '?tab=typed',
  )
  assert.ok(links(typed).includes(`/kasus/34.04/${ids.case(1)}`))
  says(forms('issued', [], '?tab=lain'), t('blank.none.title'), t('blank.none.text'))
})

const anOpened = (own: object = {}) =>
  openedLine.parse({
    district: '34.04',
    number: '3404-26-000123',
    openedAt: now,
    summary: 'BPJS tidak aktif',
    clientMasked: 'S***',
    category: 'pbi-inactive',
    restricted: false,
    placeName: 'Caturtunggal',
    officeName: 'Puskesos Caturtunggal',
    status: 'handling',
    changedAt: now,
    dueAt: null,
    outlook: null,
    outcome: null,
    closure: null,
    ...own,
  })
const opened = (show: 'open' | 'over' | 'all', items: readonly ReturnType<typeof anOpened>[], at = ''): Part => {
  const reply = { items: [...items], total: items.length, page: 1, size: 25, open: 37 }
  return drawDesk(made(Opened, {}), [answered(openedRoutes.list, { show, page: 1 }, reply)], sari(), `/dibuka${at}`)
}

test('OPEN-5 an opened case opens no card, whatever it tells', () => {
  const page = opened('open', [anOpened()])
  says(page, 'BPJS tidak aktif', 'S***', 'Caturtunggal', 'Puskesos Caturtunggal', '37')
  assert.deepEqual(
    links(page).filter((href) => href.startsWith('/kasus')),
    [],
  )
})

test('OPEN-3 of a restricted case and of one that is forgotten, nothing of the person is told', () => {
  const restricted = opened('open', [anOpened({ restricted: true, summary: 'Kekerasan', clientMasked: 'S***' })])
  says(restricted, t('opened.restricted'), t('opened.restricted.why'))
  saysNot(restricted, 'Kekerasan', 'S***')
  says(opened('open', [anOpened({ summary: null, clientMasked: null })]), t('opened.forgotten'))
})

for (const [what, own, words] of [
  ['its time', { dueAt: now + dayMs, outlook: 'late' }, t('opened.outlook.late')],
  ['the citizen', { status: 'returned', dueAt: now + dayMs, outlook: 'late' }, t('opened.waits-citizen')],
  ['its end', { status: 'closed', closure: 'confirmed' }, t('closure.confirmed')],
] as const)
  test(`OPEN-5 an opened case tells of ${what}`, () => {
    const page = opened('open', [anOpened(own)])
    says(page, words)
    if (what !== 'its time') saysNot(page, t('opened.outlook.late'))
  })

test('OPEN-5 each view has its words for nothing, and its address', () => {
  for (const [show, at] of [
    ['open', ''],
    ['over', '?tab=selesai'],
    ['all', '?tab=semua'],
    ['open', '?tab=lain'],
  ] as const) {
    const page = opened(show, [], at)
    says(page, t(`opened.empty.${show}.title`))
    assert.equal(find(page, 'a', { 'aria-current': 'true' }).length, 1, at)
    assert.equal(textOf(only(page, 'h1')), t('opened.title'))
  }
})
