import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeDraft } from './merge-draft.ts'

const initial = { note: '', red: false, fields: ['story'] }

test('DRAFT-1 a draft gives back what the form has, and nothing else', () => {
  assert.deepEqual(mergeDraft(initial, { note: 'Surat belum ada', gone: 1 }), { note: 'Surat belum ada' })
})

test('DRAFT-2 a field that has another shape by now is left as it is', () => {
  assert.deepEqual(mergeDraft(initial, { note: 3, red: true, fields: 'story' }), { red: true })
  assert.deepEqual(mergeDraft(initial, { fields: ['client', 'files'] }), { fields: ['client', 'files'] })
  assert.deepEqual(mergeDraft(initial, { fields: [1] }), null)
})

test('DRAFT-3 what is no draft restores nothing', () => {
  assert.equal(mergeDraft(initial, null), null)
  assert.equal(mergeDraft(initial, 'text'), null)
  assert.equal(mergeDraft(initial, {}), null)
})

test('DRAFT-2 nothing stands where there was a place, and a place where there was nothing', () => {
  const form = { place: null, name: '' }
  assert.deepEqual(mergeDraft(form, { place: { code: '34.04.07.2001' }, name: 'Sari' }), {
    place: { code: '34.04.07.2001' },
    name: 'Sari',
  })
  assert.deepEqual(mergeDraft(form, { place: null, name: 'Sari' }), { name: 'Sari' })
})

test('DRAFT-1 an empty text that was kept is a field that somebody emptied', () => {
  assert.deepEqual(mergeDraft({ note: 'usulan' }, { note: '' }), { note: '' })
})
