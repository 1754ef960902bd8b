import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inHalves, trackLink, whatsappLink } from './receipt-link.ts'

test('RECEIPT-1 a number written at home is one that WhatsApp knows', () => {
  assert.equal(whatsappLink('0812-3456 7890', 'a b'), 'https://wa.me/6281234567890?text=a%20b')
  assert.equal(whatsappLink('', 'x'), 'https://wa.me/?text=x')
})

test('RECEIPT-2 the secret of a link stands where it reaches no server and no log', () => {
  const { pathname, search, hash } = new URL(trackLink('https://slrt.example', 'abc'))
  assert.deepEqual([pathname, search, hash], ['/lacak', '', '#k=abc'])
})

test('RECEIPT-3 the short secret is read in two halves', () => {
  assert.equal(inHalves('K7MWP3QX'), 'K7MW P3QX')
  assert.equal(inHalves('ABC'), 'ABC')
})
