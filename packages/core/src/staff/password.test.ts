import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStrongPassword, passwordRules } from './password.ts'

const unmet = (password: string, name = 'sari.depok'): string[] =>
  passwordRules(password, name)
    .filter(({ met }) => !met)
    .map(({ code }) => code)

test('ACCOUNT-4 a long password of several letters that is not the sign-in name is strong', () => {
  assert.deepEqual(unmet('hujan kursi pepaya'), [])
  assert.ok(isStrongPassword('hujan kursi pepaya', 'sari.depok'))
})

test('ACCOUNT-4 each weakness is named', () => {
  assert.deepEqual(unmet('pendek123'), ['length'])
  assert.deepEqual(unmet('aaaaaaaaaaaa'), ['variety'])
  assert.deepEqual(unmet('xx Sari.Depok 2026'), ['name'])
  assert.deepEqual(unmet(''), ['length', 'variety', 'name'])
})

test('ACCOUNT-4 while no sign-in name is typed yet, none can be contained', () => {
  assert.deepEqual(unmet('hujan kursi pepaya', ''), [])
})
