import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses, closures } from '@openslrt/core/case/case.ts'
import { endedStatuses } from '@openslrt/core/case/moves.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCard } from '../../../testing/a-card.ts'
import { made } from '../../../testing/draw.ts'
import { drawDesk } from '../../../testing/draw-desk.ts'
import { find, type Part, textOf } from '../../../testing/html.ts'

const { Standing } = await import('./standing.tsx')

const t = sayIn('id')
const now = Date.now()
const standing = (card: Partial<CaseCard> = {}, line: Partial<CaseCard['line']> = {}): Part =>
  drawDesk(made(Standing, { card: aCard(card, line) }))
const facts = (page: Part): Readonly<Record<string, string>> => {
  const said = find(page, 'dd').map(textOf)
  return Object.fromEntries(find(page, 'dt').map((name, nth) => [textOf(name), said[nth] ?? '']))
}

test('CARD-5 where the case lies, who has it there and what it waits for stand above its clocks', () => {
  const told = facts(standing({}, { assigneeName: 'Bagus', assignee: ids.staff(9), waitingOfficeName: 'RSUD Sleman' }))
  assert.deepEqual(Object.keys(told), [
    t('case.card.at'),
    t('case.card.assignee'),
    t('case.card.waiting'),
    t('case.clock.hop'),
    t('case.clock.total'),
  ])
  assert.deepEqual(
    [told[t('case.card.at')], told[t('case.card.assignee')], told[t('case.card.waiting')]],
    ['Puskesos Caturtunggal', 'Bagus', 'RSUD Sleman'],
  )
})

test('CARD-5 whose own case it is reads that; a case of nobody says so while it lives', () => {
  const who = (own: Partial<CaseCard['line']>) => facts(standing({}, own))[t('case.card.assignee')]
  assert.equal(who({ assignee: ids.staff(1), assigneeName: 'Sari' }), t('case.card.you'))
  assert.equal(who({ assignee: null }), t('case.card.nobody'))
  for (const status of caseStatuses)
    assert.equal(who({ assignee: null, status }), endedStatuses.includes(status) ? undefined : t('case.card.nobody'))
})

test('CARD-5 an office that only has a grant sees no clock of another office', () => {
  const told = facts(standing({ sees: 'grant' }, { waitingOfficeName: 'RSUD Sleman' }))
  assert.deepEqual(Object.keys(told), [t('case.card.at'), t('case.card.assignee')])
})

test('CARD-5 an ended case says how it ended and when, and counts no time', () => {
  for (const closure of closures) {
    const told = facts(standing({ closedAt: now - dayMs }, { status: 'closed', closure }))
    assert.ok(told[t('case.card.ended')]?.startsWith(t(`closure.${closure}`)), closure)
    assert.ok(!(t('case.clock.hop') in told))
  }
  const cancelled = facts(standing({}, { status: 'cancelled', closure: null }))
  assert.ok(cancelled[t('case.card.ended')]?.startsWith(t('status.cancelled')))
})

test('CARD-5 a clock tells used days, days over, and that it stands', () => {
  const day = 450
  const hop = (left: number, dueAt: number | null) =>
    facts(standing({ hop: { startedAt: now, dueAt, left }, hopLimit: 3 * day, hopDayMinutes: day }))[
      t('case.clock.hop')
    ]
  const cases = [
    [2 * day, now + dayMs, t('case.clock.used', { used: '1', limit: '3' })],
    [2 * day + 200, now + dayMs, t('case.clock.used', { used: '1', limit: '3' })],
    [-day, now - dayMs, t('case.clock.over', { over: '1', limit: '3' })],
    [day, null, t('case.clock.paused', { used: '2', limit: '3' })],
  ] as const
  for (const [left, dueAt, words] of cases) assert.ok(hop(left, dueAt)?.includes(words), `${left}: ${hop(left, dueAt)}`)
})

test('CLOCK-10 a red card is counted in hours of day and night, late ones too', () => {
  const day = 24 * 60
  const red = (left: number) =>
    facts(
      standing(
        { hop: { startedAt: now, dueAt: now + dayMs, left }, hopLimit: day, hopDayMinutes: day },
        { priority: 'red' },
      ),
    )[t('case.clock.hop')]
  assert.ok(red(18 * 60)?.includes(t('case.clock.red', { used: '6', limit: '24' })))
  assert.ok(red(-2 * 60)?.includes(t('case.clock.red.over', { over: '2', limit: '24' })))
  const total = facts(standing({}, { priority: 'red' }))[t('case.clock.total')]
  assert.ok(total && !total.includes('jam'), 'the whole time is that of any case')
})

test('CLOCK-13 a card says what the clock expects: by when to take it or to end the step, at risk, or stuck', () => {
  const said = (card: Partial<CaseCard>, assignee: string | null = ids.staff(1)) =>
    ['standing__risk', 'standing__step'].flatMap((name) =>
      find(standing(card, { assignee }), 'p', { class: name }).map((line) => [name, textOf(line)]),
    )
  const stepDueAt = now + dayMs
  const begin = (key: 'case.outlook.take' | 'case.outlook.step') => (t(key, { date: '|' }).split('|')[0] ?? '').trim()
  const [[look, words] = []] = said({ outlook: 'in-time', stepDueAt })
  assert.equal(look, 'standing__step')
  assert.ok(words?.startsWith(begin('case.outlook.step')))
  assert.ok(said({ outlook: 'in-time', stepDueAt }, null)[0]?.[1]?.startsWith(begin('case.outlook.take')))
  assert.deepEqual(said({ outlook: 'at-risk', stepDueAt }), [['standing__risk', t('case.outlook.at-risk')]])
  for (const outlook of ['in-time', 'at-risk', 'late', null] as const)
    assert.deepEqual(said({ outlook, stepDueAt, overdueSince: now }), [['standing__risk', t('case.outlook.overdue')]])
  assert.deepEqual(said({ outlook: 'in-time', stepDueAt: null }), [])
  assert.deepEqual(said({ outlook: 'late', stepDueAt }), [], 'the bar says it')
  assert.deepEqual(said({ outlook: null, stepDueAt }), [], 'a clock that stands expects nothing')
})

test('CARD-5 a clock that was never counted is left out', () => {
  const never = { startedAt: now, dueAt: null, left: null }
  assert.deepEqual(Object.keys(facts(standing({ hop: never, total: never }))), [
    t('case.card.at'),
    t('case.card.assignee'),
  ])
})
