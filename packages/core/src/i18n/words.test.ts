import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseActions } from '../case/moves.ts'
import { referralSteps } from '../referral/moves.ts'
import { sayDeed } from './deed.ts'
import { caseWords } from './id/case-words.ts'
import { measureWords } from './id/measure-words.ts'
import { moveWords } from './id/move-words.ts'
import { isMessageKey } from './known-key.ts'
import { translate } from './translate.ts'

const wordsUnder = (words: Readonly<Record<string, string>>, prefix: string): readonly string[] =>
  Object.entries(words)
    .filter(([key]) => key.startsWith(`${prefix}.`))
    .map(([, word]) => word)

test('I18N-4 no two statuses, moves, closures or kinds carry the same word', () => {
  for (const prefix of [
    'status',
    'referral-status',
    'kind',
    'priority',
    'closure',
    'relation',
    'contact',
    'grant-field',
  ]) {
    const words = wordsUnder(caseWords, prefix)
    assert.equal(new Set(words).size, words.length, prefix)
  }
  for (const prefix of ['move', 'referral-move', 'did'])
    assert.equal(new Set(wordsUnder(moveWords, prefix)).size, wordsUnder(moveWords, prefix).length, prefix)
})

test('I18N-5 a button begins with a verb: the base form or the imperative, never a passive', () => {
  for (const word of [...wordsUnder(moveWords, 'move'), ...wordsUnder(moveWords, 'referral-move')])
    assert.doesNotMatch(word, /^(Di[a-z]{4,}|Pe[a-z]+an)\b/, word)
})

test('I18N-6 the history tells every deed of cases and referrals', () => {
  const deeds = [
    'register',
    'refer',
    'redirect',
    'referral-give-link',
    'referral-revoke-link',
    'referral-remind',
    'referral-overdue',
    ...caseActions,
    ...referralSteps.map((step) => `referral-${step}`),
  ]
  for (const deed of deeds) {
    assert.notEqual(sayDeed('id', deed), deed)
    assert.notEqual(sayDeed('en', deed), deed)
  }
  assert.equal(sayDeed('id', 'take'), 'Diambil petugas')
})

test('I18N-6 a deed of a later release is told by its code instead of by nothing', () => {
  assert.equal(sayDeed('id', 'teleport'), 'teleport')
  assert.equal(isMessageKey('did.take'), true)
  assert.equal(isMessageKey('did.teleport'), false)
  assert.equal(isMessageKey('toString'), false)
})

test('I18N-7 every figure has its definition, longer than its name', () => {
  for (const key of Object.keys(measureWords).filter((known) => !known.endsWith('.what'))) {
    const what = `${key}.what`
    assert.ok(isMessageKey(key) && isMessageKey(what))
    for (const lang of ['id', 'en'] as const)
      assert.ok(translate(lang, what).length > translate(lang, key).length + 20, what)
  }
})
