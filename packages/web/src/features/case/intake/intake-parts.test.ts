import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { categoryChoices } from '@openslrt/core/testing/a-report.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { type Entry, waitingEntry } from '../../../platform/outbox/entry.ts'
import { aCommand } from '../../../testing/a-command.ts'
import { made } from '../../../testing/draw.ts'
import { drawDesk } from '../../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../../testing/html.ts'
import type { RegisterFormState } from '../register/register-state.ts'
import { emptyCase } from '../register/register-values.ts'
import type { ReceiptFacts } from '../register/use-receipt.ts'
import { fieldOf, lineState, type Pasted, pastedOf } from './pasted.ts'
import type { PasteValues, Sent } from './use-pasted.ts'

const { ReportCard } = await import('./report-card.tsx')
const { receiptsOf } = await import('./use-sent-later.ts')
const { SaidPanel } = await import('./said-panel.tsx')

const t = sayIn('id')
const one = (text: string): Pasted => pastedOf(text, categoryChoices)[0] ?? assert.fail('no report in it')
const mixed = one('Selamat pagi\nNama: Siti\nNIK: 123')

const formOf = (story: string): RegisterFormState => ({
  values: { ...emptyCase, story },
  errors: {},
  field: (name) => ({ id: `form-${name}`, value: { ...emptyCase, story }[name], onChange: () => {}, error: undefined }),
  change: () => {},
  suggest: () => {},
  passes: () => true,
  clear: () => {},
  restored: false,
  dirty: false,
})
const panel = (pasted: Pasted, villageDoubtful = false, story = ''): Part =>
  drawDesk(made(SaidPanel, { pasted, villageDoubtful, form: formOf(story) }))

test('INTAKE-18 each line stands as it was written, with how it was taken in words and in shape', () => {
  const page = panel(mixed)
  for (const line of mixed.report.lines) {
    const state = lineState(mixed, line)
    const drawn = find(page, 'li', { class: `intake__line intake__line--${state}` })
    assert.equal(drawn.length, 1, line)
    assert.equal(drawn.map((part) => textOf(only(part, 'title'))).join(''), t(`intake.line.${state}`))
    assert.ok(drawn.some((part) => find(part, 'span').some((words) => textOf(words) === line)))
  }
})

test('INTAKE-11 a line that nothing was made of can go into the story, and once it is there not again', () => {
  const offered = (story: string) => find(panel(mixed, false, story), 'button').map(textOf)
  assert.deepEqual(offered(''), [t('intake.to-story')])
  assert.deepEqual(offered('Kata beliau: Selamat pagi'), [])
})

test('INTAKE-15 all that is missing or doubtful is named once, and leads to its field in the form', () => {
  const links = find(panel(mixed), 'a').map((link) => [valueOf(link, 'href'), textOf(link)])
  const look = [...new Set([...mixed.draft.missing, ...mixed.draft.doubtful])]
  assert.ok(look.includes('nik') && look.includes('village') && look.includes('category'))
  assert.deepEqual(
    links,
    look.map((field) => [`#form-${fieldOf[field]}`, t(`intake.field.${field}`)]),
  )
})

test('INTAKE-16 a village that was guessed at is looked at too, and named once where it is missing already', () => {
  const named = (page: Part) => find(page, 'a').filter((link) => textOf(link) === t('intake.field.village')).length
  assert.equal(named(panel(mixed, true)), 1)
  const said = one('Nama: Siti\nDesa: Caturtunggal\nKeluhan: lapar')
  assert.deepEqual([named(panel(said, false)), named(panel(said, true))], [0, 1])
})

const card = (pasted: Pasted, sent?: Sent): Part =>
  drawDesk(made(ReportCard, { pasted, sent, tell: () => {}, onCheck: () => {}, onReceipt: () => {} }))
const receipt: ReceiptFacts = {
  district: '34.04',
  id: ids.case(1),
  number: '3404-26-000123',
  short: 'k7mw p3qx',
  long: 'x'.repeat(26),
  summary: 'BPJS tidak aktif',
  officeName: 'Puskesos Caturtunggal',
  phone: '',
  at: 0,
  settled: false,
  unsettled: '',
}

test('INTAKE-19 a report that leaves something to ask says what, and is checked by its name', () => {
  const page = card(mixed)
  const open = find(only(page, 'ul', { class: 'intake__open' }), 'li').map(textOf)
  const names = (fields: readonly (typeof mixed.draft.missing)[number][]) =>
    fields.map((field) => t(`intake.field.${field}`)).join(', ')
  assert.deepEqual(open, [
    t('intake.missing', { fields: names(mixed.draft.missing) }),
    t('intake.doubtful', { fields: names(mixed.draft.doubtful) }),
    t('intake.unread', { count: 1 }),
  ])
  assert.ok(textOf(page).includes(t('intake.state.look')))
  assert.deepEqual(find(page, 'button').map(textOf), [t('intake.check', { name: 'Siti' })])
})

test('INTAKE-18 who is not named is still told apart, and a report that is being looked up can not be checked yet', () => {
  const page = card(one('Desa: Caturtunggal\nKeluhan: lapar'))
  assert.equal(textOf(only(page, 'h2')), t('intake.nameless'))
  assert.ok(textOf(page).includes(t('shell.loading')))
  assert.notEqual(valueOf(only(page, 'button'), 'disabled'), null)
})

test('INTAKE-19 a report that waited gets its receipt once it has gone; what still waits, or was refused, gets none', () => {
  const { number: _number, short: _short, long: _long, settled: _settled, unsettled: _unsettled, ...kept } = receipt
  const sent: PasteValues['sent'] = { a: { state: 'kept', kept }, b: { state: 'kept' }, c: { state: 'done', receipt } }
  const entry = waitingEntry(aCommand('a', { kind: 'case.register', subject: kept.id }))
  const accepted = (codes: object): Entry => ({
    state: 'accepted',
    command: entry.command,
    outcome: { status: 'accepted', seq: 1, version: 1, number: receipt.number, ...codes },
    at: 0,
  })
  const codes = { receipt: { short: receipt.short, long: receipt.long } }
  assert.deepEqual(receiptsOf(sent, [accepted(codes)]), { a: { state: 'done', receipt } })
  const other = waitingEntry(aCommand('b', { kind: 'case.register', subject: ids.case(2) }))
  for (const entries of [[], [entry], [accepted({})], [{ ...accepted(codes), command: other.command }]])
    assert.deepEqual(receiptsOf(sent, entries), {})
})

test('INTAKE-19 what came of a report stands on it, and offers what can be done next and nothing else', () => {
  const cases: readonly (readonly [Sent, string, readonly string[]])[] = [
    [{ state: 'done', receipt }, t('intake.state.done'), [t('intake.receipt')]],
    [{ state: 'kept' }, t('intake.state.kept'), []],
    [{ state: 'refused', why: 'Sudah ada.' }, t('intake.state.refused'), [t('intake.check', { name: 'Siti' })]],
  ]
  for (const [sent, word, buttons] of cases) {
    const page = card(mixed, sent)
    assert.ok(textOf(page).includes(word), sent.state)
    assert.deepEqual(find(page, 'button').map(textOf), buttons, sent.state)
    assert.equal(find(page, 'ul', { class: 'intake__open' }).length, 0, sent.state)
    assert.equal(textOf(page).includes('Sudah ada.'), sent.state === 'refused')
  }
  const done = card(mixed, { state: 'done', receipt })
  assert.ok(textOf(done).includes('3404-26-000123'))
  assert.equal(valueOf(only(done, 'a'), 'href'), `/kasus/34.04/${ids.case(1)}`)
})
