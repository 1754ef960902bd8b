import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dropDraft, loadDraft, saveDraft } from './drafts.ts'

// Nobody is signed in here: drafts then last as long as the page, in the same order of things.

test('DRAFT-4 a form that was just sent is empty when it is opened in the next moment', async () => {
  const saved = saveDraft('office new', { name: 'Puskesos Caturtunggal' })
  const dropped = dropDraft('office new')
  assert.equal(await loadDraft('office new'), null)
  await Promise.all([saved, dropped])
})

test('DRAFT-5 what is typed after that is kept', async () => {
  const dropped = dropDraft('office new')
  const saved = saveDraft('office new', { name: 'RSUD Sleman' })
  assert.deepEqual(await loadDraft('office new'), { name: 'RSUD Sleman' })
  await Promise.all([saved, dropped])
})
