import assert from 'node:assert/strict'
import { test } from 'node:test'
import { id } from '@openslrt/core/i18n/id.ts'
import { en, fetchEnglish, hasEnglish } from './english.ts'

test('LANG-3 English is spoken once its texts are fetched, and then whole', async () => {
  assert.equal(hasEnglish(), false)
  assert.equal(await fetchEnglish(), true)
  assert.equal(hasEnglish(), true)
  assert.deepEqual(Object.keys(en).toSorted(), Object.keys(id).toSorted())
})
