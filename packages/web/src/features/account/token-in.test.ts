import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenIn } from './token-in.ts'

test('ACCOUNT-8 the token of a one-time link is read from its fragment, and one cut short is none', () => {
  assert.equal(tokenIn('#t=abcdefghij_KLMNOPQRST-0123'), 'abcdefghij_KLMNOPQRST-0123')
  for (const hash of ['', '#', '#t=', '#t=short', '#x=abcdefghijklmnopqrstuvwxyz', '#t=abc%20defghijklmnopqrstuvw'])
    assert.equal(tokenIn(hash), null, hash)
})
