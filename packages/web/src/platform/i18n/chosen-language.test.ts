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

test('LANG-2 the choice lasts a year, on this site only, and goes to no other', () => {
  for (const lang of ['id', 'en'] as const) {
    const [value, ...rules] = languageCookie(lang).split('; ')
    assert.equal(value, `bahasa=${lang}`)
    assert.deepEqual(rules.toSorted(), ['Max-Age=31536000', 'Path=/', 'SameSite=Lax'])
  }
})

test('LANG-1 odd words in a store or a cookie are no choice', () => {
  for (const odd of ['', 'EN', 'en-GB', 'id; en']) assert.equal(chosenLanguage(odd, ''), 'id', odd)
  for (const odd of ['bahasa=fr', 'bahasa=', 'bahasa=english', 'bahasa', ''])
    assert.equal(chosenLanguage(null, odd), 'id', odd)
})
