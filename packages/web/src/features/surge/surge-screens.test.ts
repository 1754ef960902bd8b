import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AffectedLine,
  affectedLine,
  affectedShows,
  type SurgePage,
  surgePage,
  surgeRoutes,
} from '@openslrt/core/contract/surge-queries.ts'
import { surgeTexts } from '@openslrt/core/i18n/id/surge.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { usualRules } from '@openslrt/core/surge/order.ts'
import { affectedStatuses, surgeStatuses, triageClasses, triageWhys } from '@openslrt/core/surge/surge.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: List } = await import('./surges-screen.tsx')
const { Screen: One } = await import('./surge-screen.tsx')
const { Screen: Order, OrderRows } = await import('./order-screen.tsx')

const t = sayIn('id')
const key = { district: '34.04', id: String(ids.surge(1)) }
const line = {
  ...key,
  name: 'PBI dinonaktifkan',
  kindNames: { id: 'PBI dinonaktifkan massal', en: 'PBI off' },
  placeName: 'Kabupaten Sleman',
  day: '2026-11-02',
  status: 'open',
  total: 8,
  done: 3,
}
const surge = (own: object = {}): SurgePage =>
  surgePage.parse({
    ...line,
    edition: 4,
    rules: usualRules,
    offices: [{ id: ids.office(1), name: 'Puskesos Caturtunggal' }],
    days: ['2026-11-02', '2026-11-03'],
    perDay: 20,
    isPublic: false,
    note: null,
    counts: { listed: 11, queued: 12, done: 13, absent: 14, opened: 15, matched: 16 },
    work: null,
    runs: false,
    ...own,
  })
const person = (own: object = {}): AffectedLine =>
  affectedLine.parse({
    id: ids.affected(1),
    number: 7,
    name: 'Tugiyem',
    nikMasked: '3404********0001',
    phone: '081234567811',
    placeName: 'Caturtunggal',
    class: 'elderly',
    why: 'age',
    officeName: 'Puskesos Caturtunggal',
    slotDay: '2026-11-03',
    slotNth: 2,
    status: 'queued',
    case: { id: ids.case(1), number: '3404-26-000123' },
    note: null,
    acts: [],
    ...own,
  })

const framed = <Item>(items: readonly Item[], total = items.length) => ({ items: [...items], total, page: 1, size: 20 })
const listOf = (items: readonly object[], rights: Parameters<typeof sari>[0] = []): Part =>
  drawDesk(
    made(List, {}),
    [answered(surgeRoutes.list, { page: 1 }, framed(items) as never)],
    sari(rights),
    '/terdampak',
  )

interface Shown {
  readonly surge?: SurgePage | undefined
  readonly people?: readonly AffectedLine[]
  readonly total?: number
  readonly show?: (typeof affectedShows)[number]
  readonly rights?: Parameters<typeof sari>[0]
}
const one = ({ surge: shown = surge(), people = [], total, show = 'today', rights = [] }: Shown = {}): Part =>
  drawDesk(
    made(One, { params: key }),
    [
      answered(surgeRoutes.one, key, shown),
      answered(surgeRoutes.rows, { ...key, show, page: 1 }, framed(people, total)),
    ],
    sari(rights),
    show === 'today' ? `/terdampak/${key.district}/${key.id}` : `/terdampak/${key.district}/${key.id}?lihat=${show}`,
  )
const buttons = (part: Part): readonly string[] => find(part, 'button').map(textOf)
const links = (part: Part): readonly (readonly [string, string | null])[] =>
  find(part, 'a').map((link) => [textOf(link), valueOf(link, 'href')] as const)

test('SURGE-11 lists are rows that lead to their page, with how many were helped; starting one takes the right', () => {
  const page = listOf([line])
  assert.ok(links(page).some(([, href]) => href === `/terdampak/34.04/${key.id}`))
  assert.ok(textOf(page).includes(t('surge.people', { total: 8, done: 3 })))
  assert.ok(textOf(page).includes('PBI dinonaktifkan massal · Kabupaten Sleman'))
  assert.deepEqual(
    buttons(listOf([line])).filter((text) => text === t('surge.start')),
    [],
  )
  assert.ok(buttons(listOf([line], ['surge.manage'])).includes(t('surge.start')))
  assert.ok(textOf(listOf([])).includes(t('surge.empty.title')))
})

for (const status of surgeStatuses)
  test(`SURGE-11 a list that is ${status} says so in a word, in the list and on its page`, () => {
    assert.ok(textOf(listOf([{ ...line, status }])).includes(t(`surge-status.${status}`)))
    assert.ok(textOf(one({ surge: surge({ status }) })).includes(t(`surge-status.${status}`)))
  })

test('SURGE-11 the page of a list tells every count beside its word, its order and its slots', () => {
  const text = textOf(one())
  for (const [count, n] of Object.entries({ listed: 11, queued: 12, done: 13, absent: 14, opened: 15, matched: 16 }))
    assert.ok(text.includes(`${t(`surge.count.${count as 'listed'}`)}${n}`), count)
  assert.ok(text.includes(t('surge.rule.years.elderly', { class: t('triage.elderly'), years: 60 })))
  assert.ok(text.includes(t('surge.rule.years.child', { class: t('triage.child'), years: 5 })))
  assert.ok(text.includes(t('surge.slots.said', { offices: 1, days: 2, count: 20 })))
  assert.doesNotMatch(text, /[{}]|surge\./)
})

test('SURGE-11 what the server does, and files, slots and the end, are shown to whoever runs the list, and nobody else', () => {
  const acts = [t('surge.open'), t('surge.change'), t('surge.close'), t('surge.load')]
  assert.deepEqual(
    buttons(one()).filter((text) => acts.includes(text)),
    [],
  )
  assert.deepEqual(
    acts.filter((act) => !buttons(one({ surge: surge({ runs: true }) })).includes(act)),
    [],
  )
  const going = textOf(one({ surge: surge({ runs: true, work: { total: 40, done: 10, endedAt: null } }) }))
  assert.ok(going.includes(t('surge.work.going', { done: 10, total: 40 })))
  const over = textOf(one({ surge: surge({ runs: true, work: { total: 40, done: 40, endedAt: Date.now() } }) }))
  assert.ok(!over.includes(t('surge.work.going', { done: 40, total: 40 })))
  const open = find(one({ surge: surge({ runs: true, total: 0 }) }), 'button').find(
    (button) => textOf(button) === t('surge.open'),
  )
  assert.ok(open && valueOf(open, 'disabled') !== null, 'with nobody on the list there is nothing to give')
})

test('SURGE-13 a list that is told to everybody leads to its public page; another one does not', () => {
  const address = `/terdampak/34.04/${key.id}`
  const publicLinks = (part: Part) => links(part).filter(([text]) => text === t('surge.public.open'))
  assert.deepEqual(publicLinks(one({ surge: surge({ isPublic: true }) })), [[t('surge.public.open'), address]])
  assert.deepEqual(publicLinks(one()), [])
})

test('SURGE-7 somebody in the queue is told by name, number, class and slot; their case is a link', () => {
  const page = one({ people: [person()] })
  const item = only(page, 'li', { class: 'surge__person' })
  const text = textOf(item)
  for (const said of [
    'Tugiyem',
    t('surge.number', { number: 7 }),
    `${t('triage.elderly')} (${t('triage-why.age')})`,
    '3404********0001',
    'Puskesos Caturtunggal',
    t('affected-status.queued'),
  ])
    assert.ok(text.includes(said), said)
  assert.deepEqual(links(item), [['3404-26-000123', `/kasus/34.04/${ids.case(1)}`]])
  assert.deepEqual(buttons(item), [])
})

test('SURGE-7 only what may be done with somebody now is offered, each by its word', () => {
  for (const acts of [['done', 'absent', 'drop'], ['done', 'again', 'drop'], []] as const) {
    const item = only(one({ people: [person({ acts: [...acts] })] }), 'li', { class: 'surge__person' })
    assert.deepEqual(
      buttons(item),
      acts.map((act) => t(`surge.act.${act}`)),
    )
  }
})

test('SURGE-7 whoever has no number, slot, phone or case yet is shown without holes', () => {
  const bare = {
    number: null,
    slotDay: null,
    slotNth: null,
    officeName: null,
    phone: null,
    nikMasked: null,
    case: null,
  }
  const item = only(one({ people: [person({ ...bare, status: 'listed', note: 'Menunggu.' })] }), 'li', {
    class: 'surge__person',
  })
  assert.doesNotMatch(textOf(item), /null|undefined|[{}]|· ·/)
  assert.ok(textOf(item).includes('Menunggu.'))
  assert.deepEqual(links(item), [])
})

for (const status of affectedStatuses)
  test(`SURGE-2 somebody who is ${status} is marked by a word of its own`, () => {
    const text = textOf(only(one({ people: [person({ status })] }), 'li', { class: 'surge__person' }))
    assert.ok(text.includes(t(`affected-status.${status}`)))
    assert.equal(new Set(affectedStatuses.map((one) => t(`affected-status.${one}`))).size, affectedStatuses.length)
  })

test('SURGE-4 every class and every way it is known has a word', () => {
  for (const of of triageClasses)
    for (const why of triageWhys)
      assert.ok(
        textOf(one({ people: [person({ class: of, why })] })).includes(
          `${t(`triage.${of}`)} (${t(`triage-why.${why}`)})`,
        ),
      )
})

test('SURGE-11 each part of the queue has its address, and the one that is shown its count', () => {
  for (const show of affectedShows) {
    const tabs = find(only(one({ show, people: [person()], total: 41 }), 'nav', { class: 'filter-tabs' }), 'a')
    assert.equal(tabs.length, affectedShows.length)
    const current = tabs.filter((tab) => valueOf(tab, 'aria-current') !== null).map(textOf)
    assert.deepEqual(current, [`${t(`surge.tab.${show}`)} 41`])
  }
  assert.ok(textOf(one()).includes(t('surge.rows.empty.title')))
})

test('SURGE-15 letters are for everybody of the part, in as many batches as it takes, for who drafts letters', () => {
  const letters = (own: Shown) =>
    buttons(one({ people: [person()], ...own })).filter((text) => text.startsWith('Buat surat'))
  assert.deepEqual(letters({}), [])
  assert.deepEqual(letters({ rights: ['letter.draft'] }), [t('surge.letters')])
  assert.deepEqual(letters({ rights: ['letter.draft'], total: 4100 }), [
    t('surge.letters.part', { from: 1, to: 2000 }),
    t('surge.letters.part', { from: 2001, to: 4000 }),
    t('surge.letters.part', { from: 4001, to: 4100 }),
  ])
  assert.deepEqual(letters({ rights: ['letter.draft'], people: [], total: 0 }), [])
})

test('SURGE-8 an address that names no list says that there is none', () => {
  for (const params of [{}, { district: '34.04' }, { district: 'x', id: key.id }, { district: '34.04', id: 'x' }])
    assert.ok(textOf(drawDesk(made(One, { params }))).includes(t('surge.none.title')), JSON.stringify(params))
})

const order = {
  district: '34.04',
  today: '2026-11-02',
  names: { id: 'Urutan', en: 'Order' },
  rules: [...usualRules],
  basis: 'SK 1',
}
test('SURGE-14 the order stands in its rows, ages with their years, and the others last without buttons', () => {
  const page = drawDesk(made(Order, {}), [
    answered(surgeRoutes.order, {}, order),
    { row: surgeRoutes.order, input: {}, reply: order },
  ])
  const rows = find(only(page, 'ol', { class: 'surge__order' }), 'li')
  assert.equal(rows.length, usualRules.length)
  const last = rows.at(-1)
  assert.ok(last && textOf(last) === t('triage.other') && buttons(last).length === 0)
  assert.deepEqual(
    find(page, 'input')
      .map((input) => valueOf(input, 'value'))
      .slice(0, 2),
    ['60', '5'],
  )
  const first = find(rows[0] ?? page, 'button')
  assert.equal(valueOf(first[0] ?? page, 'disabled') !== null, true, 'the first goes no higher')
  assert.equal(valueOf(first[0] ?? page, 'aria-label'), t('surge.order.up', { class: t('triage.emergency') }))
  assert.ok(buttons(page).includes(t('surge.order.send')))
})

test('SURGE-14 classes that were taken out can be added again; what is wrong is said', () => {
  const field = { id: 'rows', value: [{ class: 'chronic', years: '' }] as const, error: undefined, onChange: () => {} }
  const part = drawDesk(made(OrderRows, field))
  const offered = find(only(part, 'select'), 'option').map(textOf)
  assert.deepEqual(
    offered.slice(1),
    ['emergency', 'pregnant', 'disabled', 'elderly', 'child'].map((of) => t(`triage.${of as 'child'}`)),
  )
  assert.ok(
    textOf(drawDesk(made(OrderRows, { ...field, error: t('surge.order.missing') }))).includes(t('surge.order.missing')),
  )
})

test('SURGE-11 no text of these screens has a hole that nothing fills', () => {
  for (const [name, text] of Object.entries(surgeTexts))
    for (const [, hole] of text.matchAll(/\{(\w+)\}/g))
      assert.match(
        hole ?? '',
        /^(total|done|class|years|offices|days|count|names|good|wrong|when|day|nth|number|most|from|to)$/,
        name,
      )
})
