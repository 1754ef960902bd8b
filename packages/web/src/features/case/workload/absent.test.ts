import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses } from '@openslrt/core/case/case.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import type { OfficerLoad } from '@openslrt/core/contract/workload.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../../testing/draw.ts'
import { drawDesk, sari } from '../../../testing/draw-desk.ts'
import { find, textOf, valueOf } from '../../../testing/html.ts'
import { absentOf, movable } from './absent.ts'

const { AbsentPanel } = await import('./absent-panel.tsx')

const t = sayIn('id')
const load = (own: Partial<OfficerLoad> = {}): OfficerLoad => ({
  staff: ids.staff(2),
  name: 'Budi Santoso',
  here: true,
  away: null,
  open: 3,
  late: 0,
  today: 0,
  week: 3,
  later: 0,
  none: 0,
  ...own,
})
const away = { until: Date.parse('2099-11-24T00:00:00+07:00'), standInName: 'Siti' }

test('WORKLOAD-5 absent is who has open cases and is on leave, or left; nobody’s cases are nobody’s absence', () => {
  const names = (...officers: readonly OfficerLoad[]) => absentOf(officers).map(({ name }) => name)
  assert.deepEqual(names(load()), [])
  assert.deepEqual(names(load({ away })), ['Budi Santoso'])
  assert.deepEqual(names(load({ here: false })), ['Budi Santoso'])
  assert.deepEqual(names(load({ away, open: 0 })), [])
  assert.deepEqual(names(load({ staff: null, name: null, here: false })), [])
})

test('WORKLOAD-5 what waits for the citizen, or has ended, is not handed over', () => {
  const lines = caseStatuses.map((status) => ({ status }) as CaseLine)
  assert.deepEqual(
    movable(lines).map(({ status }) => status),
    ['registered', 'handling', 'recommended'],
  )
})

test('WORKLOAD-5 each of them is named with how long, who stands in and how many cases; without any there is no panel', () => {
  const shown = (...officers: readonly OfficerLoad[]) =>
    drawDesk(made(AbsentPanel, { office: ids.office(1), officers }), [], sari(['case.assign']))
  const page = shown(load({ away }), load({ staff: ids.staff(3), name: 'Joko', here: false, open: 1 }))
  const [first, second] = find(page, 'li').map(textOf)
  assert.match(first ?? '', /^Budi Santoso · .*23 November 2099.*Siti.*3/)
  assert.ok(second?.startsWith(t('workload.left', { name: 'Joko' })))
  assert.deepEqual(
    find(page, 'button').map((one) => valueOf(one, 'aria-label')),
    ['Budi Santoso', 'Joko'].map((name) => t('workload.absent.hand-over.of', { name })),
  )
  assert.equal(textOf(shown(load())), '')
})
