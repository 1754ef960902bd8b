import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { isStrongPassword } from '@openslrt/core/staff/password.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { faultsIn } from './acceptance.ts'

const good = {
  name: 'Sari Nurhayati',
  signInName: 'sari.depok',
  password: 'hujan kursi pepaya',
  repeated: 'hujan kursi pepaya',
}

test('ACCOUNT-9 a link is taken up with a name, a sign-in name and the same strong password twice', () => {
  assert.deepEqual([...faultsIn(good)], [])
  assert.deepEqual(
    [...faultsIn({ ...good, signInName: 'Sari.Depok ' })],
    [],
    'capitals and spaces at its ends are mended',
  )
})

test('ACCOUNT-9 every fault is shown at its own field', () => {
  assert.deepEqual([...faultsIn({ ...good, name: ' ' })], ['name'])
  assert.deepEqual([...faultsIn({ ...good, signInName: 'sari depok' })], ['sign-in-name'])
  assert.deepEqual([...faultsIn({ ...good, password: 'pendek', repeated: 'pendek' })], ['password'])
  assert.deepEqual([...faultsIn({ ...good, repeated: 'lain' })], ['repeated'])
})

property(
  'ACCOUNT-9 what this page lets through, the server takes',
  fc.record({
    name: fc.constantFrom('', 'S', ' Sari ', 'Sari Wulandari'),
    signInName: fc.oneof(
      fc.constantFrom('sari.depok', 'SARI', ' sari ', 'sa', 'sari depok', '.sari'),
      fc.string({ maxLength: 12 }),
    ),
    password: fc.constantFrom('', 'pendek', 'gerobak pisang hujan', 'sari.depok sari.depok', 'aaaaaaaaaaaaaaaa'),
    repeated: fc.constantFrom('', 'gerobak pisang hujan', 'pendek'),
  }),
  (typed) => {
    if (faultsIn(typed).size > 0) return
    const { repeated: _repeated, ...sent } = typed
    const token = 'x'.repeat(43)
    const read = accountRoutes.accept.body.safeParse({ token, ...sent })
    assert.ok(read.success, read.error?.message)
    assert.ok(isStrongPassword(typed.password, typed.signInName) && typed.password === typed.repeated)
  },
)

test('ACCOUNT-9 a name is called as people type it on a phone', () => {
  const typed = { name: 'Sari', password: 'gerobak pisang hujan', repeated: 'gerobak pisang hujan' }
  assert.deepEqual([...faultsIn({ ...typed, signInName: ' Sari.Depok ' })], [])
  assert.deepEqual([...faultsIn({ ...typed, signInName: 'sari depok' })], ['sign-in-name'])
})
