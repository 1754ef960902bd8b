import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ExportLine, exportLine, exportWish } from '@openslrt/core/contract/load-export.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { exportStates } from '@openslrt/core/load/export.ts'
import {
  choiceProblem,
  choiceText,
  desilChoices,
  exportTone,
  fileNameOf,
  firstChoice,
  isBeingMade,
  wishOf,
} from './export-values.ts'

const t = sayIn('id')
const id = 'c0000000-0000-4000-8000-000000000001'
const reason = 'Verifikasi lapangan'
const line = (own: Partial<ExportLine> = {}): ExportLine =>
  exportLine.parse({
    ...wishOf({ ...firstChoice, reason }, id, '34.04'),
    mark: '3F2A-91BC-77D0',
    placeName: 'Kab. Sleman',
    programmeName: null,
    byName: 'Sari',
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

test('LOAD-16 what is left open asks for all of the district, and passes the door', () => {
  const wish = wishOf({ ...firstChoice, reason: `  ${reason} ` }, id, '34.04')
  assert.deepEqual(exportWish.parse(wish), {
    id,
    subject: 'people',
    form: 'xlsx',
    place: '34.04',
    desils: [],
    programme: null,
    complete: null,
    numbers: false,
    reason,
  })
})

test('LOAD-16 what is chosen is asked for, and what a draft of another day says wrongly is not', () => {
  const place = { code: '34.04.07.2001', label: 'Caturtunggal, Depok' }
  const full = { subject: 'families', form: 'csv', place, desils: ['1', 'none'], programme: id, complete: 'low' }
  const wish = wishOf({ ...full, numbers: 'yes', reason }, id, '34.04')
  assert.deepEqual(
    [wish.subject, wish.form, wish.place, wish.desils, wish.programme, wish.complete, wish.numbers],
    ['families', 'csv', '34.04.07.2001', ['1', 'none'], id, 'low', true],
  )
  const odd = { ...firstChoice, subject: 'x', form: 'pdf', programme: 'x', complete: 'x', numbers: 'x', reason }
  const mended = exportWish.parse(wishOf(odd, id, '34.04'))
  assert.deepEqual([mended.programme, mended.complete, mended.numbers], [null, null, false])
  assert.equal(new Set(desilChoices).size, 11)
})

test('LOAD-16 a reason of a few letters is asked for again', () => {
  const problem = (words: string) => choiceProblem({ ...firstChoice, reason: words }, t).reason
  assert.equal(problem('data'), t('export-data.reason.short'))
  assert.equal(problem('   data    '), t('export-data.reason.short'))
  assert.equal(problem(reason), undefined)
})

test('LOAD-19 what was chosen is told in words, and nothing of what was left open', () => {
  assert.equal(choiceText(line(), t), 'Kab. Sleman · NIK, KK, dan nomor telepon: disamarkan')
  const chosen = line({ desils: ['2', 'none'], programmeName: 'PKH', complete: 'whole', numbers: true })
  assert.equal(
    choiceText(chosen, t),
    'Kab. Sleman · Desil 2 · Belum ada desil · PKH · Kelengkapan data: Lengkap · NIK, KK, dan nomor telepon: ditulis lengkap',
  )
})

test('LOAD-17 a screen asks again while one of them is being made; each standing looks like another', () => {
  assert.ok(isBeingMade([line(), line({ state: 'waiting' })]) && !isBeingMade([line(), line({ state: 'failed' })]))
  assert.equal(new Set(exportStates.map((state) => exportTone[state])).size, exportStates.length)
  assert.equal(fileNameOf(line({ subject: 'families', form: 'csv' })), 'keluarga-3404-3F2A-91BC-77D0.csv')
})
