import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TellingLine, tellingLine, tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { stillToTell } from '@openslrt/core/notice/by-hand.ts'
import { citizenWords } from '@openslrt/core/notice/words.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import type { z } from 'zod'
import { aCard } from '../../../testing/a-card.ts'
import { made } from '../../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../../testing/html.ts'

const { Screen } = await import('./telling-screen.tsx')
const { ToldPanel } = await import('./told-panel.tsx')

const t = sayIn('id')
const now = Date.now()
const aTelling = (own: Partial<TellingLine> = {}): TellingLine => ({
  ...tellingLine.parse({
    id: '0192f000-0000-7000-8000-0000000000d1',
    district: '34.04',
    case: ids.case(1),
    number: '3404-26-000123',
    clientName: 'Sumarni',
    placeName: 'Caturtunggal',
    what: 'received',
    words: 'Laporan Ibu sudah diterima Puskesos.',
    since: now,
    state: 'waiting',
    writes: false,
    calls: false,
    alone: false,
  }),
  ...own,
})
const counts = { waiting: 3, 'not-found': 2, told: 7, refused: 1 }

/** The list with these lines, at an address below it. */
const listOf = (items: readonly TellingLine[], search = ''): Part => {
  const params = new URLSearchParams(search)
  const show = params.get('tab') === 'belum' ? ('not-found' as const) : ('waiting' as const)
  const page = Number(params.get('halaman') ?? 1)
  const reply = { items: [...items], total: items.length, page, size: 20, counts }
  const answer = answered(tellingRoutes.list, { show, page }, reply)
  return drawDesk(made(Screen, {}), [answer], sari(), `/sampaikan${search}`)
}
const labels = (page: Part): readonly (string | null)[] =>
  find(page, 'button').map((button) => valueOf(button, 'aria-label'))

test('NOTICE-13 each line says to whom what is to be said, where, since when, and leads to the case', () => {
  const page = listOf([aTelling()])
  const line = only(page, 'li', { class: 'telling' })
  assert.equal(textOf(only(line, 'h2')), 'Sumarni')
  assert.equal(valueOf(only(line, 'a'), 'href'), `/kasus/34.04/${ids.case(1)}`)
  for (const words of ['Caturtunggal', '3404-26-000123']) assert.ok(textOf(line).includes(words), words)
  assert.equal(textOf(only(line, 'p', { class: 'telling__words' })), 'Laporan Ibu sudah diterima Puskesos.')
  assert.equal(Date.parse(valueOf(only(line, 'time'), 'dateTime') ?? ''), now)
})

test('NOTICE-13 who gave no name is still somebody to be told', () => {
  assert.equal(textOf(only(listOf([aTelling({ clientName: '' })]), 'h2')), t('telling.nobody'))
})

test('NOTICE-4 what nobody else may hear is marked, and only that', () => {
  const warned = (alone: boolean) => textOf(listOf([aTelling({ alone })])).includes(t('telling.alone'))
  assert.deepEqual([warned(true), warned(false)], [true, false])
})

test('NOTICE-17 WhatsApp is offered only where a phone may be written to; the outcome is always recorded', () => {
  const record = t('telling.record.of', { number: '3404-26-000123' })
  const write = t('telling.write.of', { number: '3404-26-000123' })
  assert.deepEqual(labels(listOf([aTelling({ writes: true })])), [write, record])
  assert.deepEqual(labels(listOf([aTelling({ writes: false, calls: true })])), [record])
})

test('NOTICE-13 two views, what waits and who was not met, each with its count and in its own address', () => {
  const tabs = (search: string) =>
    find(only(listOf([aTelling()], search), 'nav', { class: 'filter-tabs' }), 'a').map((tab) => [
      textOf(tab),
      valueOf(tab, 'href'),
      valueOf(tab, 'aria-current'),
    ])
  const waiting = `${t('telling.waiting')} 3`
  const missed = `${t('telling.not-found')} 2`
  assert.deepEqual(tabs(''), [
    [waiting, '/sampaikan', 'true'],
    [missed, '/sampaikan?tab=belum', null],
  ])
  assert.deepEqual(
    tabs('?tab=belum').map(([, , current]) => current),
    [null, 'true'],
  )
  assert.equal(stillToTell.length, 2, 'a third state would need a view')
})

test('NOTICE-13 an empty list says so, and how many were told or would not hear stands below either', () => {
  const empty = textOf(listOf([]))
  assert.ok(empty.includes(t('telling.empty.title')))
  for (const page of [empty, textOf(listOf([aTelling()]))])
    assert.ok(page.includes(t('telling.counts', { told: 7, refused: 1 })))
})

type Told = z.input<typeof tellingRoutes.ofCase.reply>
const panel = (own: Partial<Told> = {}): Part => {
  const reply: Told = { reach: 'phone', sent: [], toTell: null, ...own }
  const query = { district: '34.04', id: ids.case(1) }
  return drawDesk(made(ToldPanel, { card: aCard() }), [answered(tellingRoutes.ofCase, query, reply)])
}
const aWord = (n: number, own: Partial<Told['sent'][number]> = {}) => ({
  id: `0192f000-0000-7000-8000-0000000000e${n}`,
  what: 'received' as const,
  way: 'sms' as const,
  state: 'sent',
  at: now,
  ...own,
})

test('NOTICE-3 the card says how a citizen is reached when it is not by phone', () => {
  const said = (reach: Told['reach']) => textOf(panel({ reach }))
  assert.ok(said('none').includes(t('telling.reach.none')))
  assert.ok(said('in-person').includes(t('telling.reach.in-person')))
  for (const reach of ['none', 'in-person'] as const) assert.ok(!said('phone').includes(t(`telling.reach.${reach}`)))
})

test('NOTICE-1 every word to a citizen has a name of its own on the card', () => {
  const names = citizenWords.map((what) => textOf(only(panel({ sent: [aWord(1, { what })] }), 'dt')))
  for (const [nth, name] of names.entries()) {
    assert.ok(name.includes(t(`telling.word.${citizenWords[nth] ?? 'received'}`)), name)
    assert.doesNotMatch(name, /telling\./)
  }
})

test('NOTICE-12 how a message fared is told in words; a state of a later release by its code', () => {
  const said = (state: string, way: 'sms' | 'whatsapp' | 'tell' = 'sms') =>
    textOf(only(panel({ sent: [aWord(1, { state, way })] }), 'dd'))
  const states = ['waiting', 'sending', 'sent', 'delivered', 'read', 'failed', 'told', 'not-found', 'refused'] as const
  for (const state of states) assert.ok(said(state).includes(`SMS: ${t(`telling.state.${state}`)}`), state)
  assert.equal(new Set(states.map((state) => said(state))).size, states.length)
  assert.ok(said('bounced').includes('SMS: bounced'))
  for (const way of ['whatsapp', 'tell'] as const)
    assert.ok(said('sent', way).includes(`${t(`telling.way.${way}`)}: `), way)
})

test('NOTICE-13 what is still to be said stands first with what can be done; nothing sent is said so', () => {
  const page = panel({ toTell: aTelling() })
  assert.equal(textOf(only(page, 'p', { class: 'telling__words' })), aTelling().words)
  assert.deepEqual(labels(page), [t('telling.record.of', { number: '3404-26-000123' })])
  assert.ok(textOf(page).includes(t('telling.nothing')))
  assert.ok(!textOf(panel({ sent: [aWord(1)] })).includes(t('telling.nothing')))
  assert.deepEqual(labels(panel()), [])
})
