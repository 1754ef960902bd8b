import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenIn } from './token-in.ts'

test('ACCOUNT-8 the token of a one-time link is read from its fragment, and one cut short is none', () => {
  assert.equal(tokenIn('#t=abcdefghij_KLMNOPQRST-0123'), 'abcdefghij_KLMNOPQRST-0123')
  for (const hash of ['', '#', '#t=', '#t=short', '#x=abcdefghijklmnopqrstuvwxyz', '#t=abc%20defghijklmnopqrstuvw'])
    assert.equal(tokenIn(hash), null, hash)
})

test('ACCOUNT-8 other words in the fragment change nothing, and odd signs make it none', () => {
  const token = 'aB3-_'.repeat(8)
  assert.equal(tokenIn(`#x=1&t=${token}`), token)
  for (const odd of [`#t=${token}%20`, `#t=${token}%3Cscript%3E`, `#T=${token}`, `#t=${'a'.repeat(101)}`, '#', ''])
    assert.equal(tokenIn(odd), null, odd)
})
