import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from './en.ts'
import { id, type MessageKey } from './id.ts'
import { translate } from './translate.ts'

const keys = Object.keys(id).filter((key): key is MessageKey => key in id)
const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()

test('I18N-1 parameters take their places, and a forgotten one stays visible', () => {
  assert.equal(translate('id', 'list.range', { from: 1, to: 25, total: 112 }), '1–25 dari 112')
  assert.equal(translate('en', 'list.range', { from: 1, to: 25 }), '1–25 of {total}')
})

test('I18N-2 both languages ask for the same parameters', () => {
  for (const key of keys) assert.deepEqual(holes(en[key]), holes(id[key]), key)
})

test('I18N-3 no message is empty in either language', () => {
  for (const key of keys) assert.ok(id[key].trim() !== '' && en[key].trim() !== '', key)
})
