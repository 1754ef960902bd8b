import assert from 'node:assert/strict'
import { test } from 'node:test'
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
