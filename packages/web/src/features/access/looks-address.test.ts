import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksOf } from './looks-address.ts'

test('ACCESS-17 the address of the record says what, from and until which day; what it says wrongly is left out', () => {
  assert.deepEqual(looksOf('?apa=reveal&dari=2026-11-01&sampai=2026-11-22&halaman=3'), {
    look: 'reveal',
    from: '2026-11-01',
    to: '2026-11-22',
    page: 3,
  })
  assert.deepEqual(looksOf('?apa=mengintip&dari=kemarin&sampai=2026-11-22'), { to: '2026-11-22', page: 1 })
  assert.deepEqual(looksOf('?dari=2026-11-22&sampai=2026-11-01'), { from: '2026-11-22', page: 1 })
})
