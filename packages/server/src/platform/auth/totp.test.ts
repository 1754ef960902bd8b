import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeAt, newTotpSecret, secretOfKey, shownSecret, stepOf } from './totp.ts'

// RFC 6238, appendix B: the secret of its examples, and its codes by their last six digits.
const rfc = Buffer.from('12345678901234567890')

test('ACCOUNT-13 codes are those of RFC 6238, so that any authenticator app shows them', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ] as const) {
    assert.equal(codeAt(rfc, seconds * 1000), code)
    assert.equal(stepOf(rfc, code, seconds * 1000), Math.floor(seconds / 30))
  }
})

test('ACCOUNT-13 a clock that is half a minute off is forgiven, a minute is not', () => {
  const now = 1_800_000_015_000
  const of = (shift: number) => stepOf(rfc, codeAt(rfc, now + shift * 30_000), now)
  assert.deepEqual([of(-2), of(2)], [null, null])
  assert.deepEqual(
    [of(-1), of(0), of(1)].map((step) => (step ?? 0) - Math.floor(now / 30_000)),
    [-1, 0, 1],
  )
})

test('ACCOUNT-13 a secret has 160 bits, is made anew each time, and can be typed from what is shown', () => {
  const [one, two] = [newTotpSecret(), newTotpSecret()]
  assert.equal(one.length, 20)
  assert.notDeepEqual(one, two)
  const { key, address } = shownSecret(one, 'sari.depok')
  assert.match(key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  assert.deepEqual(Buffer.from(secretOfKey(key)), one)
  const read = new URL(address)
  assert.equal(read.searchParams.get('secret'), key.replaceAll(' ', ''))
  assert.equal(decodeURIComponent(read.pathname), '/OpenSLRT:sari.depok')
})
