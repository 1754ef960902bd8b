import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { ids } from '../testing/ids.ts'
import { officeCommandData, signInName } from './office.ts'

const takes = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success

test('ACCOUNT-2 a sign-in name is kept in small letters without the gaps around it, as phones type it', () => {
  assert.equal(signInName.parse('  Sari.Depok '), 'sari.depok')
  assert.equal(signInName.parse('BO-2'), 'bo-2')
})

test('ACCOUNT-2 a sign-in name has three signs to forty, begins with a letter or digit, and holds no gap', () => {
  for (const name of ['abc', '4ab', 'a_b', 'a.b-c_d', 'a'.repeat(40)]) assert.ok(takes(signInName, name), name)
  for (const name of ['', 'ab', 'a'.repeat(41), '.ab', '-ab', '_ab', 'a b c', 'sari@depok', 'säri', 'abc\n'.repeat(2)])
    assert.ok(!takes(signInName, name), JSON.stringify(name))
})

const office = {
  name: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  level: 'village',
  place: '34.04.07.2001',
  parent: ids.office(1),
  address: 'Jl. Kaliurang km 5',
  phone: '0274 123456',
}
const { data: open } = officeCommandData['office.open']
const { data: change } = officeCommandData['office.change']

test('WIRE-2 an office has a name of three signs to two hundred, and may have no phone, address or office above', () => {
  assert.ok(takes(open, office))
  assert.ok(takes(open, { ...office, phone: '', address: '', parent: null }))
  for (const name of ['PKS', 'x'.repeat(200)]) assert.ok(takes(open, { ...office, name }), name)
  for (const name of ['', 'PK', '  PK  ', 'x'.repeat(201), 'a\u0000bc']) assert.ok(!takes(open, { ...office, name }))
  for (const phone of ['x', '12345', ' ', 'a'.repeat(21)]) assert.ok(!takes(open, { ...office, phone }), phone)
  assert.ok(takes(open, { ...office, address: 'x'.repeat(300) }))
  assert.ok(!takes(open, { ...office, address: 'x'.repeat(301) }))
})

test('WIRE-2 an office that is opened works; whether one works is said only when it is changed', () => {
  assert.ok(!takes(open, { ...office, active: true }))
  assert.ok(!takes(change, office))
  for (const active of [true, false]) assert.ok(takes(change, { ...office, active }))
  assert.ok(!takes(change, { ...office, active: 'ya' }))
})

test('WIRE-2 whoever begins to work has a name of two signs, an office, a role and the post that they get', () => {
  const { data } = officeCommandData['staff.add']
  const hired = { name: 'Bu', post: ids.post(1), office: ids.office(1), role: 'fo' }
  assert.ok(takes(data, hired))
  assert.equal(data.parse({ ...hired, name: '  Sri Rejeki ' }).name, 'Sri Rejeki')
  for (const name of ['', 'B', ' B ']) assert.ok(!takes(data, { ...hired, name }))
  for (const field of ['post', 'office'] as const) assert.ok(!takes(data, { ...hired, [field]: 'kantor' }), field)
  for (const role of ['', 'FO', 'front office', '-fo']) assert.ok(!takes(data, { ...hired, role }), role)
})
