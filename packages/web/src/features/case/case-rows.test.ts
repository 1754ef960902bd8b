import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseStatuses, closures, priorities } from '@openslrt/core/case/case.ts'
import { endedStatuses } from '@openslrt/core/case/moves.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCaseLine } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { edgeOf, isUrgent } from './status-look.ts'

const { CaseRows } = await import('./case-rows.tsx')
const { CaseTag } = await import('./case-tag.tsx')
const { DueText } = await import('./due-text.tsx')

const t = sayIn('id')
const now = Date.now()
const nameOf = (code: string) => ({ id: `nama ${code}`, en: `name ${code}` })
const lists = answered(
  referenceRoutes.lists,
  { district: '34.04' },
  {
    lists: {
      category: [{ code: 'pbi-inactive', names: nameOf('pbi'), data: {} }],
      priority: priorities.map((code) => ({ code, names: nameOf(code), data: {} })),
    },
  },
)
const rowsOf = (own: Partial<CaseLine>): Part =>
  drawDesk(made(CaseRows, { caption: 'Kasus', rows: [aCaseLine(own)] }), [lists])
const due = (own: Partial<CaseLine>): Part => drawDesk(made(DueText, { line: aCaseLine(own) }))

test('CASE-31 every status of a case has its word', () => {
  for (const status of caseStatuses)
    assert.equal(textOf(drawDesk(made(CaseTag, { status }))), t(`status.${status}`), status)
})

test('QUEUE-6 what is late or near looks like it; the exact time is in the markup', () => {
  const cases: readonly (readonly [number, string])[] = [
    [now - dayMs, 'case-due--late'],
    [now + dayMs / 2, 'case-due--near'],
    [now + 4 * dayMs, ''],
  ]
  for (const [hopDueAt, look] of cases) {
    const time = only(due({ hopDueAt }), 'time')
    assert.deepEqual([valueOf(time, 'class') ?? '', Date.parse(valueOf(time, 'dateTime') ?? '')], [look, hopDueAt])
  }
})

test('QUEUE-9 a case whose clock stands says so, and an ended one how or since when it ended', () => {
  assert.equal(textOf(due({ hopDueAt: null })), t('case.due.stands'))
  for (const closure of closures) assert.equal(textOf(due({ status: 'closed', closure })), t(`closure.${closure}`))
  for (const status of endedStatuses) {
    const time = only(due({ status, hopDueAt: now - dayMs, changedAt: now - 2 * dayMs }), 'time')
    assert.equal(Date.parse(valueOf(time, 'dateTime') ?? ''), now - 2 * dayMs, status)
    assert.equal(valueOf(time, 'class'), null, `${status} is late no more`)
  }
})

test('QUEUE-6 what goes before others is marked by word and edge, a red card by a shape too', () => {
  for (const priority of priorities) {
    const page = rowsOf({ priority })
    assert.equal(textOf(page).includes(`nama ${priority}`), edgeOf(priority) !== undefined, priority)
    assert.equal(find(page, 'svg', { class: 'case-urgent' }).length > 0, isUrgent(priority), priority)
  }
})

test('QUEUE-5 a line tells number, matter, masked name, place and category, and leads to the card', () => {
  const page = rowsOf({})
  for (const words of ['3404-26-000123', 'BPJS tidak aktif', 'S***', 'Caturtunggal', 'nama pbi'])
    assert.ok(textOf(page).includes(words), words)
  assert.deepEqual([...new Set(find(page, 'a').map((link) => valueOf(link, 'href')))], [`/kasus/34.04/${ids.case(1)}`])
  assert.ok(textOf(rowsOf({ clientMasked: '' })).includes(t('case.client.unknown')))
})

test('QUEUE-5 a summary that is the name of the category is not said twice', () => {
  const said = textOf(rowsOf({ summary: 'nama pbi' })).split('nama pbi').length - 1
  const twice = textOf(rowsOf({ summary: 'lain' })).split('lain').length - 1
  assert.equal(said, twice)
})

test('QUEUE-8 under the time stands for whom a case waits, or who has it', () => {
  const has = (own: Partial<CaseLine>, words: string) => textOf(rowsOf(own)).includes(words)
  assert.ok(has({ assigneeName: 'Bagus' }, 'Bagus'))
  const waits = { assigneeName: 'Bagus', waitingOfficeName: 'RSUD Sleman' }
  assert.ok(has(waits, t('case.waits-for', { office: 'RSUD Sleman' })))
  assert.ok(!has(waits, 'Bagus'))
})
