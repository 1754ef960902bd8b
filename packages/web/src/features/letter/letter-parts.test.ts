import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type InboxLetter,
  inboxLetter,
  type LetterLine,
  type LetterRuleLine,
  letterLine,
  letterRoutes,
} from '@openslrt/core/contract/letter-queries.ts'
import { letterRunRoutes, type RunLine, runKinds, runLine } from '@openslrt/core/contract/letter-runs.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { letterKinds } from '@openslrt/core/letter/kinds.ts'
import { letterStatuses } from '@openslrt/core/letter/letter.ts'
import { letterOnTheWay, validLetter } from '@openslrt/core/letter/moves.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { aCard } from '../../testing/a-card.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { logoNow } from './logo-state.ts'
import { examplesOf, nextNumber, patternFor, sharing } from './number-state.ts'

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

const aRun = (own: Partial<RunLine> = {}): RunLine => ({
  ...runLine.parse({
    id: ids.letter(9),
    kind: 'sign',
    askedAt: now,
    total: 3,
    done: 3,
    refused: 0,
    ended: true,
    cancelled: false,
    parts: 1,
  }),
  ...own,
})
const report = (...runs: readonly RunLine[]): Part => {
  const lines = {
    items: [
      {
        district: '34.04',
        caseId: ids.case(2),
        caseNumber: '3404-26-000002',
        letter: ids.letter(2),
        number: null,
        message: 'Bukan giliran Anda.',
      },
    ],
    total: 1,
    page: 1,
    size: 25,
  }
  return drawDesk(made(RunReport, {}), [
    answered(letterRunRoutes.list, null, { runs: [...runs] }),
    answered(letterRunRoutes.lines, { id: ids.letter(9), state: 'refused', page: 1 }, lines),
  ])
}

test('LETTER-27 after many it is told how many are done and refused, and each refused one with its reason', () => {
  const page = report(aRun({ done: 2, refused: 1 }))
  const said = textOf(only(page, 'output'))
  for (const words of [t('letter.run.done.sign', { count: 2 }), t('letter.run.refused', { count: 1 })])
    assert.ok(said.includes(words), words)
  const [row, ...others] = find(page, 'li')
  assert.ok(row && others.length === 0)
  assert.equal(textOf(row), '3404-26-000002: Bukan giliran Anda.')
  assert.equal(valueOf(only(row, 'a'), 'href'), `/kasus/34.04/${ids.case(2)}`)
  assert.deepEqual(buttons(page), [t('letter.run.save'), t('letter.run.close')])
})

test('LETTER-27 what there is none of is not told', () => {
  for (const kind of runKinds) {
    const page = report(aRun({ kind, parts: 0 }))
    assert.equal(textOf(only(page, 'output')), t(`letter.run.done.${kind}`, { count: 3 }))
    assert.equal(find(page, 'li').length, 0)
    assert.deepEqual(buttons(page), [t('letter.run.close')])
  }
  const none = textOf(only(report(aRun({ done: 0, total: 1, refused: 1, parts: 0 })), 'output'))
  assert.equal(none, t('letter.run.refused', { count: 1 }))
  assert.equal(textOf(report()), '')
})

test('LETTER-35 while it runs it says how far it has come, that the page may be closed, and can be stopped', () => {
  const page = report(aRun({ done: 1, ended: false, parts: 0 }))
  const bar = only(page, 'progress')
  assert.deepEqual([valueOf(bar, 'value'), valueOf(bar, 'max')], ['1', '3'])
  assert.ok(textOf(page).includes(t('letter.run.progress', { done: 1, total: 3 })))
  assert.ok(textOf(page).includes(t('letter.run.goes-on')))
  assert.deepEqual(buttons(page), [t('letter.run.cancel')])
  const stopped = report(aRun({ done: 1, cancelled: true }))
  assert.ok(textOf(stopped).includes(t('letter.run.cancelled', { count: 2 })))
})

test('LETTER-36 many become files of fifty letters each, the last with the rest', () => {
  const page = report(aRun({ kind: 'print', total: 120, done: 120, parts: 3 }))
  assert.deepEqual(buttons(page), [
    t('letter.run.part', { from: 1, to: 50 }),
    t('letter.run.part', { from: 51, to: 100 }),
    t('letter.run.part', { from: 101, to: 120 }),
    t('letter.run.close'),
  ])
})

test('LETTER-32 the next number of an office is shown as its pattern makes it, and begins anew with the year', () => {
  const office = { office: ids.office(1), name: 'Puskesos', place: placeCode.parse('34.04.07.2001'), next: 14 }
  const pattern = '{kode}/{nomor}/{wilayah}/{bulan-romawi}/{tahun}'
  assert.equal(nextNumber(pattern, office, '2026-11-22', '2026-11-22'), '400.9/014/34.04.07.2001/XI/2026')
  assert.equal(nextNumber(pattern, office, '2027-01-02', '2026-11-22'), '400.9/001/34.04.07.2001/I/2027')
  assert.deepEqual(examplesOf(office, '2026-11-22'), {
    nomor: '014',
    kode: '400.9',
    wilayah: '34.04.07.2001',
    bulan: '11',
    'bulan-romawi': 'XI',
    tahun: '2026',
  })
})

const ruleOf = (list: LetterRuleLine['list'], code: string, data: Record<string, unknown>): LetterRuleLine => {
  const names = { id: 'Aturan', en: 'Rule' }
  const said = { place: ledgerCode.parse('34.04'), from: '2026-01-01', says: 'holds' as const, names, data }
  return { list, code, about: '', now: said, said: [said] }
}

test('LETTER-32, LETTER-33 an office has its own pattern and logo, or those of all; who shares numbers is told', () => {
  const at = (n: number, place: string) => ({
    office: ids.office(n),
    name: `Kantor ${n}`,
    place: placeCode.parse(place),
    next: 1,
  })
  const offices = [at(1, '34.04'), at(2, '34.04'), at(3, '34.04.07.2001')]
  const all = ruleOf('letter-number', 'standard', { pattern: '{nomor}/{wilayah}/{tahun}', basis: '' })
  assert.deepEqual(
    sharing([all], offices).map(({ name }) => name),
    ['Kantor 1', 'Kantor 2'],
  )
  const own = ruleOf('letter-number', ids.office(2), { pattern: '{nomor}/B/{tahun}', basis: '' })
  assert.deepEqual(sharing([all, own], offices), [])
  assert.equal(patternFor([all, own], ids.office(2)), '{nomor}/B/{tahun}')
  assert.equal(patternFor([all, own], ids.office(1)), '{nomor}/{wilayah}/{tahun}')
  const picture = 'a'.repeat(64)
  const logos = [
    ruleOf('letter-logo', 'standard', { picture }),
    ruleOf('letter-logo', ids.office(2), { picture: null }),
  ]
  assert.deepEqual(logoNow(logos, ids.office(1)), { place: '34.04', file: picture })
  assert.equal(logoNow(logos, ids.office(2)), null)
})
