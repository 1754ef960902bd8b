import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import type { LetterPaper } from '@openslrt/core/letter/paper.ts'
import { templates } from '@openslrt/core/letter/shipped-templates.ts'
import { draw, made } from '../../testing/draw.ts'
import { find, only, type Part, textOf } from '../../testing/html.ts'
import { samplePaper } from './template-state.ts'

const { PaperSheet } = await import('./paper-view.tsx')

const paper = (own: Partial<LetterPaper> = {}): LetterPaper => ({
  ...samplePaper('registered', { ...templates.registered, from: '' }),
  ...own,
})
const drawn = (own: Partial<LetterPaper> = {}): Part => draw(made(PaperSheet, { paper: paper(own), t: sayIn('id') }))
const classes = (page: Part, name: string): readonly string[] => find(page, 'p', { class: name }).map(textOf)

test('LETTER-22 a letter on the screen has its letterhead, title, number, words and signature', () => {
  const page = drawn()
  const head = textOf(only(page, 'header'))
  for (const words of ['Pemerintah Kabupaten Sleman', 'Dinas Sosial', 'Jalan Parasamya 1'])
    assert.ok(head.includes(words))
  assert.equal(textOf(only(page, 'h2')), 'Surat Keterangan Terdaftar DTSEN')
  assert.deepEqual(classes(page, 'paper__number'), ['Nomor 400.9/001/SLRT/XI/2026'])
  const signed = textOf(only(page, 'footer'))
  for (const words of [
    'Sleman, 2 November 2026',
    'Kepala Dinas Sosial,',
    'Drs. Budi Santoso',
    'NIP 196803121990031004',
  ])
    assert.ok(signed.includes(words), words)
})

test('LETTER-22 each line is drawn as what it is, as on paper', () => {
  const body = 'Isi **tebal** biasa\n- butir\n> tengah\nNama | **Sumarni**\n\n---\nakhir'
  const page = drawn({ body })
  assert.deepEqual(classes(page, 'paper__paragraph'), ['Isi tebal biasa', 'akhir'])
  assert.deepEqual(classes(page, 'paper__item'), ['butir'])
  assert.deepEqual(classes(page, 'paper__centre'), ['tengah'])
  assert.deepEqual(classes(page, 'paper__row'), ['NamaSumarni'])
  assert.equal(find(page, 'hr').length, 1)
  assert.deepEqual(
    find(page, 'strong')
      .map(textOf)
      .filter((words) => words !== 'Dinas Sosial'),
    ['tebal', 'Sumarni', 'Drs. Budi Santoso'],
  )
})

test('LETTER-21 what somebody typed stands there as text, and opens no tag', () => {
  const hostile = '<img src=x onerror=alert(1)> & "kutip"'
  const page = drawn({ body: hostile, title: hostile })
  assert.equal(find(page, 'img').length, 0)
  assert.deepEqual(classes(page, 'paper__paragraph'), [hostile])
})

test('LETTER-22 before it is signed no name stands under it, and no rank or NIP', () => {
  const signed = { ...paper().signed, name: '', rank: '', nip: '' }
  const foot = textOf(only(drawn({ signed }), 'footer'))
  assert.ok(foot.endsWith('…'))
  assert.ok(!foot.includes('NIP'))
})

test('LETTER-22 a letter is read in Indonesian, whatever language the screen speaks', () => {
  assert.equal(only(drawn(), 'article').attributes.get('lang'), 'id')
})
