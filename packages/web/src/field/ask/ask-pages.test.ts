import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { type Answers, chaptersOf } from '@openslrt/core/registry/questionnaire.ts'
import { draw, made } from '../../testing/draw.ts'
import { textOf } from '../../testing/html.ts'
import type { AskPage } from './ask-page.ts'
import { newSheet, type Sheet } from './sheet.ts'
import { wordsOf } from './words.ts'

const { ChapterPage } = await import('./chapter-page.tsx')
const { Overview } = await import('./overview.tsx')
const { QuestionPage } = await import('./question-page.tsx')

const t = sayIn('id')
const said = { alamat: 'RT 04', jenis_atap_terluas: '2' }
const lists = { ...tableOf(codeLists, () => []), jenis_atap: [{ code: '2', names: { id: 'Genteng', en: 'Tiles' } }] }
const words = wordsOf({ lists, local: [] }, 'id', t)
const nothing = () => undefined
function page(some: Partial<Answers> = {}, count = 0): AskPage {
  const sheet: Sheet = { ...newSheet(3), ...some }
  const chapters = chaptersOf({ of: 'family', said, day: '2026-11-23', local: [] }, sheet)
  const saving = { count, busy: false, problem: null, save: () => Promise.resolve() }
  return { sheet, change: nothing, words, chapters, title: 'Keluarga Sumarni', said, go: nothing, saving }
}
const asked = (name: string, some?: Partial<Answers>, count?: number) =>
  textOf(draw(made(QuestionPage, { ...page(some, count), name, step: nothing })))

test('FIELD-1 a question stands alone with its help, and with how far it is', () => {
  const shown = asked('jenis_lantai_terluas')
  for (const words of [t('variable.jenis_lantai_terluas'), t('ask.help.jenis_lantai_terluas'), '2 dari 35 terisi'])
    assert.ok(shown.includes(words), words)
  assert.ok(shown.includes(t('ask.unknown')))
  assert.ok(!shown.includes(t('ask.still')))
  assert.ok(shown.includes(t('ask.save.none')))
})

test('FIELD-2 what is known is shown in words, with one tap that it is still so', () => {
  const shown = asked('jenis_atap_terluas')
  assert.ok(shown.includes(t('ask.known', { value: 'Genteng' })))
  assert.ok(shown.includes(t('ask.still')))
  assert.ok(!asked('jenis_atap_terluas', { typed: { jenis_atap_terluas: '4' } }).includes(t('ask.still')))
})

test('FIELD-4 what was answered can be saved from every question', () => {
  assert.ok(asked('AC', { typed: { sepeda: '1' } }, 1).includes(t('ask.save', { count: 1 })))
})

test('FIELD-2, FIELD-3 the list of questions says of each where it stands', () => {
  const overview = (first: string | null, some?: Partial<Answers>) =>
    textOf(draw(made(Overview, { ...page(some), back: 'x', listsAt: Date.parse('2026-11-21T02:00:00Z'), first })))
  const shown = overview('AC', { typed: { sepeda: '1' }, passed: ['AC'] })
  for (const words of ['Genteng', t('ask.state.passed'), t('ask.state.open'), t('ask.go-on'), '3 dari 35 terisi'])
    assert.ok(shown.includes(words), words)
  assert.ok(!overview(null).includes(t('ask.go-on')), 'at the end nothing is left to ask')
})

test('FIELD-1 a chapter is on one page, for whoever knows its questions by heart', () => {
  const one = page()
  const [chapter] = one.chapters.filter(({ group }) => group === 'house')
  assert.ok(chapter)
  const shown = textOf(draw(made(ChapterPage, { ...one, chapter })))
  for (const name of ['status_kepemilikan_rumah', 'jenis_lantai_terluas', 'jenis_atap_terluas'])
    assert.ok(shown.includes(words.label(name)), name)
})
