import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { inboundRoutes, type inboundShows, messageLine } from '@openslrt/core/contract/inbound.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCaseLine } from '../../../testing/a-card.ts'
import { made } from '../../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../../testing/html.ts'
import type { ManyAct, ManyRow, ManyRun } from './many-run.ts'

const { Screen: Inbound } = await import('../inbound/inbound-screen.tsx')
const { ManyBar } = await import('./many-bar.tsx')
const { ManyReport } = await import('./many-report.tsx')

const t = sayIn('id')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const links = (page: Part): readonly string[] => find(page, 'a').map((one) => valueOf(one, 'href') ?? '')
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const line = (n: number) => aCaseLine({ id: ids.case(n), number: `3404-26-00000${n}` })
const noop = (): void => {}

const assign: ManyAct = { kind: 'assign', assignee: ids.staff(2), name: 'Bagus', note: '' }
const aRun = (act: ManyAct, ...states: readonly ManyRow['state'][]): ManyRun => ({
  act,
  staff: ids.staff(1),
  office: ids.office(1),
  rows: states.map((state, n) => ({
    line: line(n + 1),
    state,
    version: state === 'done' ? 5 : null,
    why: state === 'refused' ? 'Sudah berubah.' : null,
  })),
})
const report = (run: ManyRun | null, undone = false): Part =>
  drawDesk(made(ManyReport, { many: { run, start: noop, undo: () => (undone ? noop : null) } }))

test('QUEUE-12 while many are sent it says how far it has come, names each refusal, and offers nothing else', () => {
  const page = report(aRun(assign, 'done', 'refused', 'to-send', 'to-send'), true)
  const text = t('case.many.progress', { done: 2, total: 4 })
  says(page, text)
  const bar = only(page, 'progress', { 'aria-label': text })
  assert.deepEqual([valueOf(bar, 'value'), valueOf(bar, 'max')], ['2', '4'])
  assert.deepEqual(links(page), [`/kasus/34.04/${ids.case(2)}`])
  assert.deepEqual(buttons(page), [])
  assert.equal(textOf(report(null)), '')
})

for (const [what, run, words, silent] of [
  [
    'all are done',
    aRun(assign, 'done', 'done'),
    [t('case.many.done.assign', { count: 2, name: 'Bagus' })],
    t('case.many.kept', { count: 0 }),
  ],
  [
    'some were kept',
    aRun(assign, 'done', 'kept'),
    [t('case.many.kept', { count: 1 })],
    t('case.many.refused', { count: 0 }),
  ],
  [
    'all were refused',
    aRun(assign, 'refused'),
    [t('case.many.refused', { count: 1 }), 'Sudah berubah.'],
    t('case.many.done.assign', { count: 0, name: 'Bagus' }),
  ],
] as const)
  test(`QUEUE-12 where ${what}, that is told, and what there is none of is not`, () => {
    const page = report(run)
    says(page, ...words)
    assert.ok(!textOf(page).includes(silent), silent)
    assert.deepEqual(buttons(page), [t('case.many.close')])
  })

test('QUEUE-13 what was done can be taken back in the words of what it was', () => {
  const escalate: ManyAct = { kind: 'escalate', reason: 'overdue', note: '' }
  assert.deepEqual(buttons(report(aRun(assign, 'done'), true)), [t('case.many.undo'), t('case.many.close')])
  const up = report(aRun(escalate, 'done'), true)
  assert.deepEqual(buttons(up), [t('case.many.undo.escalate'), t('case.many.close')])
  says(up, t('case.many.escalate.back'))
  assert.ok(!textOf(report(aRun(escalate, 'refused'))).includes(t('case.many.escalate.back')))
})

const bar = (rights: readonly Permission[], count: number): Part => {
  const lines = Array.from({ length: count }, (_, n) => line(n + 1))
  const picked = { lines, has: () => true, choose: noop, clear: noop }
  return drawDesk(made(ManyBar, { picked, many: { run: null, start: noop, undo: () => null } }), [], sari(rights))
}

for (const [rights, acts] of [
  [['case.assign'], ['case.many.assign']],
  [['case.escalate'], ['case.many.escalate']],
  [['letter.draft'], ['case.many.letter']],
  [
    ['case.assign', 'case.escalate', 'letter.draft'],
    ['case.many.assign', 'case.many.escalate', 'case.many.letter'],
  ],
  [[], []],
] as const)
  test(`QUEUE-11 with ${rights.join(', ') || 'no right'} what is picked is counted and offered just that`, () => {
    const page = bar(rights, 2)
    says(page, t('case.many.picked', { count: 2 }))
    assert.deepEqual(
      buttons(page),
      [...acts, 'case.many.clear' as const].map((key) => t(key)),
    )
    assert.equal(textOf(bar(rights, 0)), '')
  })

const message = (own: object = {}) =>
  messageLine.parse({
    id: ids.case(5),
    way: 'whatsapp',
    kind: 'text',
    from: '08**90',
    senderName: 'Sumarni',
    begins: 'BPJS saya mati',
    reports: 2,
    sentAt: 0,
    sorted: 'nothing',
    unsorted: true,
    state: 'waiting',
    reason: null,
    cases: [],
    ...own,
  })
const inbound = (show: (typeof inboundShows)[number], items: readonly ReturnType<typeof message>[], at = ''): Part => {
  const counts = { waiting: 41, registered: 42, aside: 43 }
  const reply = { items: [...items], total: items.length, page: 1, size: 25, counts }
  return drawDesk(made(Inbound, {}), [answered(inboundRoutes.list, { show, page: 1 }, reply)], sari(), `/pesan${at}`)
}

test('INBOUND-11 a message says who wrote, how it begins, how many reports are in it, and that no office was found', () => {
  const page = inbound('waiting', [message()])
  says(page, 'Sumarni', 'BPJS saya mati', t('inbound.reports', { count: 2 }), t('inbound.sorted.nothing'))
  says(page, t('inbound.way.whatsapp'), '41', '42', '43')
  assert.ok(links(page).includes(`/pesan/${ids.case(5)}`))
  says(
    inbound('waiting', [message({ begins: '', kind: 'image', reports: 0 })]),
    t('inbound.no-text', { kind: 'image' }),
  )
})

test('INBOUND-11 what became of a message stands on it, and each view says when there is none', () => {
  const cases = [{ district: '34.04', id: ids.case(1), number: '3404-26-000001' }]
  const done = inbound('registered', [message({ state: 'registered', cases })], '?tab=dicatat')
  assert.ok(links(done).includes(`/kasus/34.04/${ids.case(1)}`))
  says(inbound('waiting', []), t('inbound.empty.waiting.title'), t('inbound.empty.waiting.text'))
  for (const [show, tab] of [
    ['registered', 'dicatat'],
    ['aside', 'bukan'],
  ] as const)
    says(inbound(show, [], `?tab=${tab}`), t('inbound.empty.other.title'))
  says(inbound('waiting', [], '?tab=lain'), t('inbound.empty.waiting.title'))
})
