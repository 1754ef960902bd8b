import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewestCharacters, isStrongPassword, passwordRules } from './password.ts'

const metBy = (password: string, name = ''): readonly boolean[] => passwordRules(password, name).map(({ met }) => met)

test('ACCOUNT-4 ten characters are enough, nine are not', () => {
  assert.equal(fewestCharacters, 10)
  assert.deepEqual(metBy('abcdefghij'), [true, true, true])
  assert.deepEqual(metBy('abcdefghi'), [false, true, true])
})

test('ACCOUNT-4 five different characters are enough, four are not', () => {
  assert.deepEqual(metBy('aaaaaabcde'), [true, true, true])
  assert.deepEqual(metBy('aaaaaaabcd'), [true, false, true])
})

test('ACCOUNT-4 the rules are told in one order, each with what it asks for at least', () => {
  assert.deepEqual(
    passwordRules('', '').map(({ code, least }) => [code, least]),
    [
      ['length', 10],
      ['variety', 5],
      ['name', 0],
    ],
  )
})

test('ACCOUNT-4 the sign-in name may stand in a password neither in capitals nor with spaces around it', () => {
  assert.deepEqual(metBy('kopiSARItubruk', ' sari '), [true, true, false])
  assert.deepEqual(metBy('kopi sar1 tubruk', 'sari'), [true, true, true])
  assert.deepEqual(metBy('', 'sari'), [false, false, false])
})

test('ACCOUNT-4 a password is strong when every rule is met, and weak when one is not', () => {
  assert.equal(isStrongPassword('abcdefghij', ''), true)
  for (const weak of ['abcdefghi', 'aaaaaaaaaaa', 'sari-abcdef'])
    assert.equal(isStrongPassword(weak, 'sari'), false, weak)
})
