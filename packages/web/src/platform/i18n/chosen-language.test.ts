import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenLanguage, languageCookie } from './chosen-language.ts'

test('LANG-1 Indonesian is spoken unless somebody chose English', () => {
  assert.equal(chosenLanguage(null, ''), 'id')
  assert.equal(chosenLanguage('en', ''), 'en')
  assert.equal(chosenLanguage('fr', ''), 'id')
})

test('LANG-2 the choice made on the public face holds at the desk, and the desk choice wins', () => {
  assert.equal(chosenLanguage(null, 'a=1; bahasa=en; b=2'), 'en')
  assert.equal(chosenLanguage('id', 'bahasa=en'), 'id')
  assert.equal(chosenLanguage(null, 'xbahasa=en'), 'id')
  assert.equal(chosenLanguage(null, languageCookie('en')), 'en')
})
