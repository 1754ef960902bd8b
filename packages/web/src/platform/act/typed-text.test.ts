import assert from 'node:assert/strict'
import { test } from 'node:test'
import { note } from '@openslrt/core/contract/case.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { readable, tooLong } from './typed-text.ts'

const t = sayIn('id')

test('DRAFT-6 what was pasted loses the signs that nobody sees, and keeps its lines and tabs', () => {
  assert.equal(readable('halaman 1\f halaman 2\u0000'), 'halaman 1  halaman 2 ')
  assert.equal(readable('baris\nbaru\tdan tab'), 'baris\nbaru\tdan tab')
  assert.equal(readable('Bu Sri – “KK” 😀'), 'Bu Sri – “KK” 😀')
})

property('DRAFT-6 what is readable and not too long is what the wire takes', fc.string({ unit: 'binary' }), (typed) => {
  assert.equal(note.safeParse(readable(typed)).success, true)
})

test('DRAFT-7 more words than can be kept are told by their field, with how many there may be', () => {
  const fits = { note: 'x'.repeat(4000), reason: `${' '.repeat(9)}${'y'.repeat(4000)} ` }
  assert.deepEqual(tooLong(fits, t), {})
  assert.equal(note.safeParse(fits.note).success, true)
  assert.deepEqual(tooLong({ ...fits, note: `${fits.note}x`, count: 9_999, list: ['a'] }, t), {
    note: t('act.too-long', { most: 4000 }),
  })
  assert.equal(note.safeParse(`${fits.note}x`).success, false)
})
