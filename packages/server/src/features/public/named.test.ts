import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedBy, namedByKey } from './door.ts'
import { sayToCitizen } from './refused.ts'

const key = 'AbCdEfGhIjKlMnOpQrStUvWxYz_-0123'

test('TRACK-1 number and secret are read however they are typed', () => {
  const named = { district: '34.04', number: '3404-26-000123', secret: 'abcd2345' }
  for (const [number, secret] of [
    ['3404-26-000123', 'abcd-2345'],
    ['340426000123', 'ABCD 2345'],
    [' 3404 26 000123 ', 'a b c d 2 3 4 5'],
    ['No. 3404/26/000123', 'abcd.2345'],
  ] as const)
    assert.deepEqual(namedBy(number, secret), named, number)
})

test('TRACK-1 a number that has grown beyond six digits is one, and keeps all of them', () => {
  assert.equal(namedBy('3404-26-1234567', 'x')?.number, '3404-26-1234567')
})

test('TRACK-5 what is too short, too long or no number names no case', () => {
  for (const number of ['', '3404', '3404-26', '3404-26-1234', 'abc', '00-26-000007', `3404-26-${'1'.repeat(40)}`])
    assert.equal(namedBy(number, 'abcd2345'), null, number)
})

test('BLANK-4 a number of five digits is that of a paper form, with or without the letter before it', () => {
  for (const number of ['3404-26-12345', 'F3404-26-123-45', 'f3404 26 123 45'])
    assert.deepEqual(namedBy(number, 'x')?.blank, { district: '34.04', batch: 'F3404-26-123', sheet: 45 }, number)
})

test('TRACK-5 a secret of signs alone is empty', () => {
  assert.equal(namedBy('3404-26-000123', ' - . ')?.secret, '')
})

test('TRACK-2 the long key names its ledger and is a secret by itself', () => {
  assert.deepEqual(namedByKey(`3404.${key}`), { district: '34.04', number: '', secret: `3404.${key}` })
  assert.deepEqual(namedByKey(`  3404.${key}\n`)?.secret, `3404.${key}`)
})

test('TRACK-2 what was cut off, grew or is spelled otherwise is no key', () => {
  for (const text of [
    '',
    '3404',
    `3404.${key.slice(1)}`,
    `3404.${key}x`,
    `34.04.${key}`,
    `${key}`,
    `3404.${key.replace('_', '=')}`,
  ])
    assert.equal(namedByKey(text), null, text)
})

test('ACT-5 a citizen is refused in words for citizens where there are any, and in the general ones elsewhere', () => {
  const own = sayToCitizen('id', { code: 'wrong-status', status: 'closed', allowedFrom: ['answered'] }, 'Asia/Jakarta')
  assert.doesNotMatch(own, /[{}]/)
  const window = sayToCitizen(
    'id',
    { code: 'window-over', until: Date.parse('2026-11-24T23:30:00+07:00') },
    'Asia/Jayapura',
  )
  assert.match(window, /25 November 2026/)
  const general = sayToCitizen('en', { code: 'rate-limited', retryAfter: 12 }, 'Asia/Jakarta')
  assert.match(general, /12 s/)
})
