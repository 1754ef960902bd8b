import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ImportPlan, importPlan } from '@openslrt/core/contract/import.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../../testing/draw.ts'
import { drawDesk, sari } from '../../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../../testing/html.ts'
import type { ImportRun } from './import-run.ts'

const { Screen } = await import('./import-screen.tsx')
const { LineText, PlanPart } = await import('./plan-part.tsx')
const { RunPart } = await import('./run-part.tsx')

const t = sayIn('id')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const lineOf = (line: number, what: string, own: object = {}) => ({
  line,
  what,
  name: `Puskesos ${line}`,
  changes: [],
  problem: null,
  turn: 0,
  cells: [],
  ...own,
})
const aPlan = (own: object = {}): ImportPlan =>
  importPlan.parse({ head: ['nama'], missing: [], unknown: [], twice: [], lines: [], ...own })
const plan = (own: object, locked = false): Part =>
  drawDesk(made(PlanPart, { plan: aPlan(own), locked, onSend: () => {} }))

for (const [what, own, words] of [
  ['lacks columns', { missing: ['nama', 'jenis'] }, t('import.missing', { columns: 'nama, jenis' })],
  ['has a column twice', { twice: ['nama'] }, t('import.twice', { columns: 'nama' })],
] as const)
  test(`IMPORT-1 a file that ${what} says which, and nothing of it is sent`, () => {
    const page = plan({ ...own, lines: [lineOf(2, 'new')] })
    says(page, words)
    assert.equal(find(page, 'li').length, 0)
    assert.deepEqual(buttons(page), [])
  })

test('IMPORT-1 a head that nobody knows is named, and the rest of the file goes on', () => {
  const page = plan({ unknown: ['warna'], lines: [lineOf(2, 'new')] })
  says(page, t('import.unknown', { columns: 'warna' }), t('import.send', { count: 1 }))
})

test('IMPORT-4 what can not be taken stands first, then what changes, then what is new; what stays is counted', () => {
  const lines = [
    lineOf(2, 'new'),
    lineOf(3, 'same'),
    lineOf(4, 'change', { changes: [{ column: 'telepon', from: '0274', to: '' }] }),
    lineOf(5, 'wrong', { problem: { column: 'jenis', text: 'Tidak dikenal.' } }),
    lineOf(6, 'new'),
  ]
  const page = plan({ lines })
  assert.deepEqual(find(page, 'summary').map(textOf), [
    t('import.wrong', { count: 1 }),
    t('import.changed', { count: 1 }),
    t('import.new', { count: 2 }),
  ])
  assert.deepEqual(
    find(page, 'details').map((one) => valueOf(one, 'open') !== null),
    [true, true, false],
  )
  says(page, t('import.same', { count: 1 }))
  assert.ok(buttons(page).includes(t('import.send', { count: 3 })))
})

test('IMPORT-4 a file that changes nothing says so and sends nothing', () => {
  for (const lines of [[], [lineOf(2, 'same')], [lineOf(2, 'wrong')]]) {
    const page = plan({ lines })
    says(page, t('import.nothing'))
    for (const count of [0, 1]) assert.ok(!buttons(page).includes(t('import.send', { count })))
  }
})

test('IMPORT-4 of very many rows a part is shown, and how many more there are', () => {
  const lines = Array.from({ length: 103 }, (_, n) => lineOf(n + 2, 'new'))
  const page = plan({ lines })
  assert.equal(find(page, 'li').length, 100)
  says(page, t('import.more', { count: 3 }), t('import.send', { count: 103 }))
})

test('IMPORT-12 while another file is under way this one waits', () => {
  const send = (locked: boolean) => valueOf(only(plan({ lines: [lineOf(2, 'new')] }, locked), 'button'), 'disabled')
  assert.equal(send(true) === null, false)
  assert.equal(send(false), null)
})

test('IMPORT-9 a row tells its line and its name; a change tells what was and what will be, also when it is emptied', () => {
  const line = (own: object): Part => {
    const [one] = aPlan({ lines: [lineOf(7, 'change', own)] }).lines
    assert.ok(one)
    return drawDesk(made(LineText, { line: one }))
  }
  const emptied = line({ changes: [{ column: 'telepon', from: '0274', to: '' }] })
  says(emptied, t('import.line', { line: 7 }), 'Puskesos 7', 'telepon', t('import.empty'))
  assert.equal(textOf(only(emptied, 'del')), '0274')
  assert.equal(find(emptied, 'ins').length, 0)
  const added = line({ changes: [{ column: 'telepon', from: '', to: '0274' }] })
  assert.equal(textOf(only(added, 'ins')), '0274')
  assert.equal(find(added, 'del').length, 0)
  says(line({ problem: { column: null, text: 'Baris kosong.' } }), 'Baris kosong.')
  says(line({ problem: { column: 'jenis', text: 'Tidak dikenal.' } }), 'jenis: ', 'Tidak dikenal.')
})

const aRun = (own: Partial<ImportRun> = {}): ImportRun => ({
  kind: 'offices',
  staff: ids.staff(1),
  office: ids.office(1),
  head: ['nama'],
  todo: aPlan({ lines: [lineOf(2, 'new'), lineOf(3, 'new'), lineOf(4, 'new')] }).lines,
  done: 3,
  wrong: [],
  state: 'done',
  problem: null,
  ...own,
})
const run = (own: Partial<ImportRun> = {}): Part => drawDesk(made(RunPart, { run: aRun(own), onGoOn: () => {} }))

test('IMPORT-12 a file on its way says how far it has come, and can be stopped', () => {
  const page = run({ state: 'sending', done: 1 })
  const text = t('import.sending', { done: 1, count: 3 })
  says(page, text, t('import.keep'))
  const bar = only(page, 'progress', { 'aria-label': text })
  assert.deepEqual([valueOf(bar, 'value'), valueOf(bar, 'max')], ['1', '3'])
  assert.deepEqual(buttons(page), [t('import.stop')])
})

test('IMPORT-12 at its end it counts what was taken: a row that the law refused is none of them', () => {
  says(run(), t('import.done', { count: 3 }))
  const refused = aPlan({ lines: [lineOf(3, 'wrong', { problem: { column: null, text: 'Sudah ada.' } })] }).lines
  const page = run({ wrong: refused })
  says(page, t('import.done', { count: 2 }), t('import.wrong', { count: 1 }), 'Sudah ada.')
  const before = aPlan({ lines: [lineOf(9, 'wrong', { problem: { column: null, text: 'Tanpa nama.' } })] }).lines
  says(run({ wrong: before }), t('import.done', { count: 3 }), 'Tanpa nama.')
})

test('IMPORT-12 a file that stopped says where and why, and goes on from there', () => {
  const problem = { code: 'offline', message: 'Tidak ada sinyal.', requestId: null, details: {} }
  const page = run({ state: 'stopped', done: 1, problem })
  says(page, t('import.stopped', { done: 1, count: 3 }), 'Tidak ada sinyal.')
  assert.ok(buttons(page).includes(t('import.go-on')))
  assert.ok(!buttons(run()).includes(t('import.go-on')), 'what has ended goes on no more')
  assert.ok(buttons(run()).includes(t('import.again')))
})

test('IMPORT-13 links for many are made where people are taken in, and not where offices are', () => {
  const screen = (apa: string): Part =>
    drawDesk(made(Screen, { params: { apa } }), [], sari(['office.manage', 'staff.manage']), `/muat/${apa}`)
  const [people, offices] = [screen('petugas'), screen('kantor')]
  says(people, t('import.staff.title'), t('import.staff.about'))
  says(offices, t('import.offices.title'), t('import.offices.about'))
  assert.ok(buttons(people).length > buttons(offices).length)
  for (const [page, back] of [
    [people, '/petugas'],
    [offices, '/kantor'],
  ] as const)
    assert.ok(find(page, 'a').some((one) => valueOf(one, 'href') === back))
  says(screen('lain'), t('import.offices.title'))
})
