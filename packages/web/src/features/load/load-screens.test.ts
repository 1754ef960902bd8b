import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LoadCard, loadRoutes } from '@openslrt/core/contract/load.ts'
import { type ExportLine, exportLine, exportRoutes } from '@openslrt/core/contract/load-export.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { targets } from '@openslrt/core/load/columns.ts'
import { noCounts, noHandOver } from '@openslrt/core/load/load.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { aLoad } from '@openslrt/core/testing/a-load.ts'
import { made } from '../../testing/draw.ts'
import { type Answered, answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, type Part, textOf } from '../../testing/html.ts'

const { Screen: Exports } = await import('./exports-screen.tsx')
const { Screen: Load } = await import('./load-screen.tsx')
const { Screen: Loads } = await import('./loads-screen.tsx')
const { MapForm } = await import('./map-form.tsx')
const { HandOverPanel } = await import('./hand-over.tsx')
const { ExportFields } = await import('./export-fields.tsx')
const { firstChoice } = await import('./export-values.ts')
const { useForm } = await import('../../platform/act/use-form.ts')

const t = sayIn('id')
const frame = { page: 1, size: 25 }
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const has = (page: Part, ...words: readonly string[]): void => {
  for (const word of words) assert.ok(textOf(page).includes(word), word)
}

const taken = (own: Partial<ExportLine> = {}): ExportLine =>
  exportLine.parse({
    id: 'c0000000-0000-4000-8000-000000000001',
    mark: '3F2A-91BC-77D0',
    subject: 'people',
    form: 'csv',
    place: '34.04',
    placeName: 'Kab. Sleman',
    desils: ['1'],
    programme: null,
    programmeName: null,
    complete: null,
    numbers: false,
    reason: 'Verifikasi lapangan',
    byName: 'Ratna',
    officeName: 'Sekretariat SLRT Sleman',
    askedAt: Date.parse('2026-11-22T03:00:00Z'),
    endedAt: null,
    state: 'ready',
    total: 1200,
    rows: 1200,
    size: 65_000,
    fetched: 2,
    own: true,
    ...own,
  })
const exportsOf = (items: readonly ExportLine[], right: 'registry.load' | 'access.review', query = '') => {
  const reply = { items: [...items], total: items.length, ...frame }
  const mark = query === '' ? undefined : query
  const answers: readonly Answered[] = [
    { row: exportRoutes.list, input: { query: { page: 1 } }, reply },
    { row: exportRoutes.log, input: { query: { page: 1, mark } }, reply },
  ]
  return drawDesk(made(Exports, {}), answers, sari([right]), mark ? `/pengambilan?tanda=${mark}` : '/pengambilan')
}

test('LOAD-19 an export tells who took what, when, why, how many rows, and how often it was fetched', () => {
  const page = exportsOf([taken()], 'registry.load')
  has(page, '3F2A-91BC-77D0', 'Ratna, Sekretariat SLRT Sleman', 'Verifikasi lapangan', 'Desil 1', '1.200', '2 kali')
  assert.ok(buttons(page).includes(t('export-data.fetch')))
  assert.ok(buttons(page).includes(t('export-data.new')))
})

test('LOAD-18 only who asked is offered the file, and only while it is there', () => {
  for (const own of [{ own: false }, { state: 'waiting' }, { state: 'failed' }, { state: 'forgotten' }] as const)
    assert.ok(!buttons(exportsOf([taken(own)], 'registry.load')).includes(t('export-data.fetch')), JSON.stringify(own))
  has(exportsOf([taken({ state: 'failed' })], 'registry.load'), t('export-data.failed.hint'))
  has(exportsOf([taken({ state: 'waiting', rows: 400 })], 'registry.load'), '400 dari 1.200')
})

test('LOAD-19 whoever reviews finds a file by its mark, and takes nothing out', () => {
  const page = exportsOf([taken({ own: false })], 'access.review')
  has(page, t('export-data.log'), t('export-data.find'))
  assert.ok(!buttons(page).includes(t('export-data.new')))
  has(exportsOf([], 'access.review', 'FFFF-FFFF-FFFF'), t('export-data.find.none'))
  has(exportsOf([], 'registry.load'), t('export-data.empty.title'))
  assert.ok(!textOf(exportsOf([], 'registry.load')).includes(t('export-data.find')))
})

const counts = { ...noCounts, rows: 30, newPeople: 28, wrong: 2 }
const card = (own: Partial<LoadCard> = {}): LoadCard => ({
  ...aLoad,
  progress: null,
  openedBy: 'Ratna',
  size: 4_000,
  head: ['NIK', 'Nama'],
  wrong: [
    { line: 4, column: 'NIK', reason: 'Bukan 16 digit.' },
    { line: 9, column: null, reason: 'Desa/kelurahan tidak disebut.' },
  ],
  kept: true,
  fault: false,
  handOver: { ...noHandOver, number: '400/12/BAST/2026' },
  checked: counts,
  counts: noCounts,
  ...own,
})
const cardOf = (own: Partial<LoadCard> = {}): Part =>
  drawDesk(
    made(Load, { params: { id: aLoad.id } }),
    [answered(loadRoutes.one, { id: aLoad.id }, card(own))],
    sari(['registry.load']),
  )

test('LOAD-13 a load that was tried shows what would come of it, its wrong rows, and what may be done', () => {
  const page = cardOf()
  has(page, t('load.now.checked'), t('load.counts.trial', { rows: 30 }), '28')
  has(page, t('load.wrong.in', { line: 4, column: 'NIK' }), 'Bukan 16 digit.', t('load.wrong.at', { line: 9 }))
  has(page, '400/12/BAST/2026')
  for (const act of ['load.start', 'load.cancel', 'load.wrong.csv', 'load.wrong.xlsx'] as const)
    assert.ok(buttons(page).includes(t(act)), act)
  assert.ok(!buttons(page).includes(t('load.stop')))
})

test('LOAD-14 while rows come in, it can be held up and not given up; afterwards it goes on', () => {
  const running = cardOf({ status: 'running', counts: { ...counts, rows: 15 } })
  has(running, t('load.now.running'), t('load.counts.in', { rows: 15 }))
  assert.ok(buttons(running).includes(t('load.stop')) && !buttons(running).includes(t('load.cancel')))
  const stopped = cardOf({ status: 'stopped', counts: { ...counts, rows: 15 } })
  assert.ok(buttons(stopped).includes(t('load.go-on')) && buttons(stopped).includes(t('load.cancel')))
  const done = cardOf({ status: 'done', counts })
  assert.ok(!buttons(done).includes(t('load.start')) && buttons(done).includes(t('load.bast.fill')))
})

test('LOAD-15 of a file that is no longer kept the rows can not be fetched, and a fault of the server is told', () => {
  const page = cardOf({ kept: false, fault: true, status: 'running' })
  has(page, t('load.wrong.gone'), t('load.fault'))
  assert.ok(!buttons(page).includes(t('load.wrong.csv')))
  assert.ok(!textOf(cardOf({ checked: { ...counts, wrong: 0 } })).includes(t('load.wrong.title')))
})

test('LOAD-6 loads are listed with their day, how far they are and by whom; odd addresses open nothing', () => {
  const line = { ...aLoad, progress: null, openedBy: 'Ratna', checked: counts }
  const page = drawDesk(
    made(Loads, {}),
    [answered(loadRoutes.list, { page: 1 }, { items: [line], total: 1, ...frame })],
    sari(['registry.load']),
  )
  has(page, 'DTSEN · 10/07/2026', 'dtsen-sleman.csv', t('load.rows.of', { n: '0', all: '30' }), 'Ratna')
  const links = find(page, 'a').map((link) => link.attributes.get('href'))
  assert.ok(
    links.includes(`/pemuatan/${aLoad.id}`) && links.includes('/pengambilan') && links.includes('/pemuatan/baru'),
  )
  has(drawDesk(made(Load, { params: { id: 'x' } }), [], sari(['registry.load'])), t('load.none.title'))
})

const sent = {
  id: 'c0000000-0000-4000-8000-000000000009',
  name: 'dtsen.csv',
  size: 4_000,
  encoding: 'utf-8',
  head: ['NIK', 'Nama', '', 'Catatan'],
  sample: [
    ['3404**********01', 'Siti', '', 'x'],
    ['3404**********02', 'Budi', '', ''],
  ],
  mapping: { 'person.nomor_induk_kependudukan': 0, 'person.nama': 1 },
  remembered: false,
  local: [],
}
const form = (own: object = {}): Part =>
  drawDesk(made(MapForm, { file: { ...sent, ...own } }), [], sari(['registry.load']))
const chosen = (page: Part): readonly string[] =>
  find(page, 'option')
    .filter(({ attributes }) => attributes.has('selected') && attributes.get('value') !== '')
    .map(({ attributes }) => attributes.get('value') ?? '')

test('LOAD-1 each column is shown with what is in it, masked, and what it seems to mean', () => {
  const page = form()
  assert.deepEqual(chosen(page), ['person.nomor_induk_kependudukan', 'person.nama'])
  has(page, 'Catatan', t('load.column.nameless'), '3404**********01 · 3404**********02', 'Siti · Budi')
  assert.ok(!textOf(page).includes('3404074506800001'))
  assert.equal(find(page, 'select').length, sent.head.length)
})

test('LOAD-1 every meaning is offered once for each column, people’s and families’ apart', () => {
  const [select] = find(form(), 'select')
  assert.ok(select)
  const offered = find(select, 'option').map(({ attributes }) => attributes.get('value'))
  assert.deepEqual(offered, ['', ...targets.map(({ key }) => key)])
  assert.equal(new Set(offered).size, offered.length)
  assert.deepEqual(
    find(select, 'optgroup').map(({ attributes }) => attributes.get('label')),
    [t('load.of.person'), t('load.of.family')],
  )
})

test('LOAD-23 what the district asks itself is offered behind the official names, in words', () => {
  const names = { id: 'Atap bocor', en: 'Leaking roof' }
  const local = [{ name: 'lokal-atap', of: 'family', kind: 'yes-no', names }]
  const page = form({ local, mapping: { ...sent.mapping, 'family.lokal-atap': 3 } })
  assert.ok(chosen(page).includes('family.lokal-atap'))
  const [, families] = find(page, 'optgroup')
  assert.ok(families && find(families, 'option').some((option) => textOf(option) === 'Atap bocor'))
})

test('LOAD-6 a file that names no village asks for one, and one that does asks for none', () => {
  has(form(), t('load.place'), t('load.place.hint'))
  const named = form({ mapping: { ...sent.mapping, 'family.kelurahan_desa': 3 } })
  assert.ok(!textOf(named).includes(t('load.place.hint')))
  has(named, t('load.source'), t('load.snapshot'), t('load.snapshot.hint'))
})

test('LOAD-6 the hand-over record is shown part by part, empty ones as such, with room for two signatures', () => {
  const page = drawDesk(made(HandOverPanel, { load: card({ status: 'done' }) }), [], sari(['registry.load']))
  has(page, '400/12/BAST/2026', t('load.bast.giver'), t('load.bast.receiver'), t('load.bast.agreement'))
  has(page, 'DTSEN, 10/07/2026 (dtsen-sleman.csv)')
  assert.equal(textOf(page).split('–').length - 1, 9, 'nine of ten parts were not filled in')
  assert.deepEqual(buttons(page), [t('load.bast.fill'), t('load.bast.print')])
  const over = drawDesk(made(HandOverPanel, { load: card({ status: 'cancelled' }) }), [], sari(['registry.load']))
  assert.deepEqual(buttons(over), [t('load.bast.print')])
})

function Fields() {
  return made(ExportFields, { form: useForm('x', firstChoice, () => ({})), district: ledgerCode.parse('34.04') })
}
const takes = (right: 'registry.load' | 'person.reveal'): Part =>
  drawDesk(made(Fields, {}), [], sari(['registry.load', right]))

test('LOAD-16 numbers in the open are offered to those alone who may reveal them', () => {
  has(takes('person.reveal'), t('export-data.numbers.no'), t('export-data.numbers.yes'))
  assert.ok(!textOf(takes('registry.load')).includes(t('export-data.numbers.yes')))
})

test('LOAD-16 the form asks what, in which form, of whom and why, with masked numbers chosen beforehand', () => {
  const page = takes('person.reveal')
  for (const label of [
    'subject.people',
    'subject.families',
    'form.csv',
    'place',
    'desil',
    'programme',
    'complete',
    'reason',
  ] as const)
    has(page, t(`export-data.${label}`))
  has(page, t('export-data.form.xlsx', { most: '20.000' }), t('export-data.reason.hint'))
  const checked = find(page, 'input')
    .filter(({ attributes }) => attributes.has('checked'))
    .map(({ attributes }) => attributes.get('value'))
  assert.deepEqual(checked, ['people', 'xlsx', 'no'])
  assert.equal(find(page, 'input').filter(({ attributes }) => attributes.get('type') === 'checkbox').length, 11)
})

test('LOAD-12 a trial under way tells how far it is; a load that is given up offers nothing more', () => {
  const trying = cardOf({ status: 'read', progress: { ...noCounts, rows: 7_000 }, checked: noCounts })
  has(trying, t('load.now.read'), t('load.counts.trial', { rows: '7.000' }))
  const over = cardOf({ status: 'cancelled' })
  for (const act of ['load.start', 'load.stop', 'load.cancel', 'load.go-on'] as const)
    assert.ok(!buttons(over).includes(t(act)), act)
  const halfway = cardOf({ status: 'running', counts: { ...counts, rows: 15 } })
  const bars = [...find(halfway, 'div'), ...find(halfway, 'progress')].map(({ attributes }) =>
    attributes.get('aria-valuenow'),
  )
  assert.ok(bars.includes('50'), 'half of thirty rows')
})
