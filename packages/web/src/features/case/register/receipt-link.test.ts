import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inHalves, trackLink, trackPage, whatsappLink } from './receipt-link.ts'

test('RECEIPT-1 a number written at home is one that WhatsApp knows', () => {
  assert.equal(whatsappLink('0812-3456 7890', 'a b'), 'https://wa.me/6281234567890?text=a%20b')
  assert.equal(whatsappLink('', 'x'), 'https://wa.me/?text=x')
})

test('RECEIPT-2 the secret of a link stands where it reaches no server and no log', () => {
  const { pathname, search, hash } = new URL(trackLink('https://slrt.example', 'abc'))
  assert.deepEqual([pathname, search, hash], ['/lacak', '', '#k=abc'])
})

test('RECEIPT-3 the short secret is read in two halves', () => {
  assert.equal(inHalves('K7MWP3QX'), 'K7MW-P3QX')
  assert.equal(inHalves('ABC'), 'ABC')
})

test('RECEIPT-1 however a number was written down, it is the same one', () => {
  const spelled = ['081234567890', '+62 812-3456-7890', '62812 3456 7890', '(0812) 34567890', '812 3456 7890']
  assert.deepEqual(
    [...new Set(spelled.map((phone) => whatsappLink(phone, 'x')))],
    ['https://wa.me/6281234567890?text=x'],
  )
})

test('RECEIPT-1 the words of a message are carried whole', () => {
  const text = 'Nomor: 3404-26-000123\nKode: K7MW P3QX & simpan #baik-baik? +1'
  assert.equal(new URL(whatsappLink('', text)).searchParams.get('text'), text)
})

test('RECEIPT-2 the address that is spoken or printed tells nothing of the case', () => {
  assert.equal(trackPage('https://slrt.example'), 'https://slrt.example/lacak')
  assert.equal(trackLink('https://slrt.example', 'k1'), `${trackPage('https://slrt.example')}#k=k1`)
})
