import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type InboxLetter,
  inboxLetter,
  type LetterLine,
  letterLine,
  letterRoutes,
} from '@openslrt/core/contract/letter-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { letterKinds } from '@openslrt/core/letter/kinds.ts'
import { letterStatuses } from '@openslrt/core/letter/letter.ts'
import { letterOnTheWay, validLetter } from '@openslrt/core/letter/moves.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import type { Sent } from '../../platform/outbox/use-send.ts'
import { aCard } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { closePrint, closeRun, type RunAct, startPrint, startRun } from './letter-run.ts'

const { ChainSteps } = await import('./chain-steps.tsx')
const { LetterPanel } = await import('./letter-panel.tsx')
const { LetterRows } = await import('./letter-rows.tsx')
const { LetterTag } = await import('./letter-tag.tsx')
const { RunReport } = await import('./run-report.tsx')
const { letterTone } = await import('./status-look.ts')

const t = sayIn('id')
const now = Date.now()
const steps: LetterLine['steps'] = [
  { act: 'initial', post: 'Kepala Bidang', name: 'Bagus', at: now },
  { act: 'initial', post: 'Sekretaris', name: null, at: null },
  { act: 'sign', post: 'Kepala Dinas', name: null, at: null },
]
const aLetter = (own: Partial<LetterLine> = {}): LetterLine => ({
  ...letterLine.parse({
    id: ids.letter(1),
    district: '34.04',
    version: 2,
    kind: 'registered',
    status: 'initialled',
    office: ids.office(1),
    officeName: 'Dinas Sosial',
    number: null,
    purpose: null,
    fields: {},
    drafterName: 'Sari',
    steps,
    note: null,
    draftedAt: now,
    issuedAt: null,
    handedAt: null,
    handedTo: null,
    replaces: null,
    replacedBy: null,
    offers: [],
  }),
  ...own,
})

test('LETTER-1 each state of a letter has its word; what no longer counts looks stopped', () => {
  for (const status of letterStatuses) {
    assert.equal(textOf(drawDesk(made(LetterTag, { status }))), t(`letter-status.${status}`))
    assert.equal(letterTone[status] === 'stopped', status === 'revoked' || status === 'replaced', status)
  }
})

test('LETTER-13 the chain tells who drafted, who marked it, for whom it waits and who comes after', () => {
  const lines = find(drawDesk(made(ChainSteps, { letter: aLetter() })), 'li')
  assert.deepEqual(
    lines.map((line) => valueOf(line, 'class')),
    [null, null, 'letter__next', 'letter__later'],
  )
  const said = lines.map(textOf)
  for (const [nth, words] of ['Sari', 'Bagus', 'Sekretaris', 'Kepala Dinas'].entries())
    assert.ok(said[nth]?.includes(words), words)
  assert.equal(said[2], t('letter.waits', { act: t('letter-act.initial'), post: 'Sekretaris' }))
  assert.equal(said[3], t('letter.waits', { act: t('letter-act.sign'), post: 'Kepala Dinas' }))
})

test('LETTER-13 only a letter that is on its way waits for somebody', () => {
  for (const status of letterStatuses) {
    const page = drawDesk(made(ChainSteps, { letter: aLetter({ status }) }))
    assert.equal(find(page, 'li', { class: 'letter__next' }).length, letterOnTheWay.includes(status) ? 1 : 0, status)
  }
})

interface Panel {
  readonly letters?: readonly LetterLine[]
  readonly mayDraft?: boolean
}
const panel = ({ letters = [], mayDraft = false }: Panel): Part => {
  const refusal = mayDraft ? null : 'letter-case'
  const kinds = [{ kind: 'registered' as const, refusal, message: null, steps: [] }]
  const query = { district: '34.04', id: ids.case(1) }
  const reply = { letters: [...letters], kinds, purposes: [] }
  return drawDesk(made(LetterPanel, { card: aCard() }), [answered(letterRoutes.ofCase, query, reply)])
}
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)

test('LETTER-29 a case without letters shows the panel only to whoever may draft one', () => {
  assert.equal(textOf(panel({})), '')
  const open = panel({ mayDraft: true })
  assert.ok(textOf(open).includes(t('letter.none')))
  assert.deepEqual(buttons(open), [t('letter.new')])
})

test('LETTER-29 a letter shows kind, state and number, and buttons for what its reader may do, the next first', () => {
  const offers = [
    { action: 'revoke', refusal: null, message: null },
    { action: 'return', refusal: 'letter-turn', message: 'Bukan giliran Anda.' },
    { action: 'sign', refusal: null, message: null },
  ]
  const page = panel({ letters: [aLetter({ number: '400.9/001', offers })] })
  for (const words of [t('letter-kind.registered'), t('letter-status.initialled'), '400.9/001'])
    assert.ok(textOf(page).includes(words), words)
  assert.deepEqual(buttons(page), [t('letter.act.sign'), t('letter.act.revoke')])
})

test('LETTER-23 a letter that counts is printed, any other is read', () => {
  for (const status of letterStatuses) {
    const page = panel({ letters: [aLetter({ status, number: '400.9/001' })] })
    const reads = find(page, 'a').filter((link) => valueOf(link, 'href') === `/surat/34.04/${ids.letter(1)}`)
    assert.equal(reads.length, validLetter.includes(status) ? 0 : 1, status)
    assert.equal(buttons(page).length, validLetter.includes(status) ? 1 : 0, status)
  }
})

test('LETTER-4 why a letter came back, whom it was handed to and that it replaces another is told where it is so', () => {
  const note = 'Nama salah tulis'
  const told = panel({ letters: [aLetter({ note, handedAt: now, handedTo: 'Sumarni', replaces: ids.letter(2) })] })
  assert.ok(textOf(told).includes(t('letter.note', { note })))
  assert.ok(textOf(told).includes('Sumarni'))
  assert.ok(textOf(told).includes(t('letter.replaces')))
  const bare = textOf(panel({ letters: [aLetter()] }))
  assert.ok(!bare.includes(t('letter.replaces')))
  assert.ok(!bare.includes(t('letter.note', { note: '' }).trim()))
})

const inInbox = (own: Partial<InboxLetter> = {}): InboxLetter => ({
  ...inboxLetter.parse({
    id: ids.letter(1),
    district: '34.04',
    version: 2,
    caseId: ids.case(1),
    caseNumber: '3404-26-000123',
    kind: 'registered',
    status: 'initialled',
    number: null,
    clientMasked: 'S***',
    placeName: 'Caturtunggal',
    drafterName: 'Sari',
    post: 'Kepala Dinas',
    changedAt: now,
  }),
  ...own,
})

test('LETTER-29 a list of letters tells case, kind, masked name, place and state, and leads to what each says', () => {
  for (const kind of letterKinds) {
    const page = drawDesk(made(LetterRows, { rows: [inInbox({ kind })] }))
    for (const words of ['3404-26-000123', t(`letter-kind.${kind}`), 'S*** · Caturtunggal', 'Sari'])
      assert.ok(textOf(page).includes(words), `${kind}: ${words}`)
    const hrefs = find(page, 'a').map((link) => valueOf(link, 'href'))
    assert.deepEqual([...new Set(hrefs)], [`/surat/34.04/${ids.letter(1)}`])
  }
})

test('LETTER-27 letters can be picked only where something can be done with many', () => {
  const rows = [inInbox(), inInbox({ id: ids.letter(2), caseNumber: '3404-26-000124' })]
  const boxes = (page: Part) => find(page, 'input', { type: 'checkbox' })
  assert.equal(boxes(drawDesk(made(LetterRows, { rows }))).length, 0)
  const has = ({ id }: InboxLetter) => id === ids.letter(2)
  const picking = drawDesk(made(LetterRows, { rows, choose: () => {}, has }))
  const picked = (number: string): boolean =>
    valueOf(only(picking, 'input', { 'aria-label': t('letter.pick', { number }) }), 'checked') !== null
  assert.deepEqual([picked('3404-26-000123'), picked('3404-26-000124')], [false, true])
})

const items = [1, 2, 3].map((n) => ({
  district: '34.04',
  caseId: ids.case(n),
  caseNumber: `3404-26-00000${n}`,
  letter: ids.letter(n),
  version: 1,
}))
const yes: Sent = { ok: true, outcome: { status: 'accepted', seq: 1, version: null } }
const problem = { code: 'letter-turn', message: 'Bukan giliran Anda.', requestId: null, details: {} }
const no: Sent = { ok: false, waiting: false, entryId: '', problem }
const kept: Sent = { ok: false, waiting: true, entryId: '', problem }

async function reportOf(act: RunAct, answers: readonly Sent[]): Promise<Part> {
  const left = [...answers]
  const begun = { act, staff: ids.staff(1), office: ids.office(1), items: items.slice(0, answers.length) }
  await startRun(
    begun,
    () => Promise.resolve(left.shift() ?? yes),
    () => true,
  )
  const page = drawDesk(made(RunReport, {}))
  closeRun()
  return page
}

test('LETTER-27 after many it is told how many are done, kept and refused, and each refused one with its reason', async () => {
  const page = await reportOf({ kind: 'sign' }, [yes, no, kept])
  const said = textOf(only(page, 'output'))
  for (const words of [
    t('letter.run.done.sign', { count: 1 }),
    t('letter.run.kept', { count: 1 }),
    t('letter.run.refused', { count: 1 }),
  ])
    assert.ok(said.includes(words), words)
  const [row, ...others] = find(page, 'li')
  assert.ok(row && others.length === 0)
  assert.equal(textOf(row), '3404-26-000002: Bukan giliran Anda.')
  assert.equal(valueOf(only(row, 'a'), 'href'), `/kasus/34.04/${ids.case(2)}`)
  assert.deepEqual(buttons(page), [t('letter.run.close')])
})

test('LETTER-27 what there is none of is not told', async () => {
  for (const kind of ['sign', 'initial'] as const) {
    const page = await reportOf({ kind }, [yes, yes])
    assert.equal(textOf(only(page, 'output')), t(`letter.run.done.${kind}`, { count: 2 }))
    assert.equal(find(page, 'li').length, 0)
  }
  const none = textOf(only(await reportOf({ kind: 'sign' }, [no]), 'output'))
  assert.equal(none, t('letter.run.refused', { count: 1 }))
})

test('LETTER-27 while it runs it says how far it has come, and can not be closed', async () => {
  let page: Part | null = null
  const begun = { act: { kind: 'sign' } as const, staff: ids.staff(1), office: ids.office(1), items }
  const send = (_: string, { subject }: { readonly subject: string }): Promise<Sent> => {
    if (subject === ids.case(2)) page = drawDesk(made(RunReport, {}))
    return Promise.resolve(yes)
  }
  await startRun(begun, send, () => true)
  closeRun()
  const seen = page ?? assert.fail('nothing was drawn')
  const bar = only(seen, 'progress')
  assert.deepEqual([valueOf(bar, 'value'), valueOf(bar, 'max')], ['1', '3'])
  assert.ok(textOf(seen).includes(t('letter.run.progress', { done: 1, total: 3 })))
  assert.deepEqual(buttons(seen), [])
})

test('LETTER-28 what somebody else began in this window is not told to whoever signed in after them', async () => {
  await startRun(
    { act: { kind: 'sign' }, staff: ids.staff(7), office: ids.office(1), items },
    () => Promise.resolve(yes),
    () => true,
  )
  assert.equal(textOf(drawDesk(made(RunReport, {}))), '')
  closeRun()
})

test('LETTER-28 a file of many is told while it is drawn, when it is ready, and when it failed', async (held) => {
  Object.assign(globalThis, { document: { cookie: '' } })
  const letters = items.map(({ district, letter }) => ({ district, id: letter }))
  const fetched = held.mock.method(globalThis, 'fetch', () => Promise.resolve(new Response('%PDF')))
  const going = startPrint(ids.staff(1), letters)
  const drawing = drawDesk(made(RunReport, {}))
  assert.ok(textOf(drawing).includes(t('letter.run.drawing', { count: 3 })))
  assert.deepEqual(buttons(drawing), [])
  await going
  assert.deepEqual(buttons(drawDesk(made(RunReport, {}))), [t('letter.run.save'), t('letter.run.close')])
  closePrint()
  fetched.mock.mockImplementation(() => Promise.reject(new Error('no line')))
  await startPrint(ids.staff(1), letters)
  const failed = drawDesk(made(RunReport, {}))
  assert.ok(textOf(only(failed, 'p', { role: 'alert' })).startsWith(`${t('letter.print.failed')}: `))
  assert.deepEqual(buttons(failed), [t('letter.run.close')])
  closePrint()
})
