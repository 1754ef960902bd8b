import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerData } from '@openslrt/core/contract/case.ts'
import {
  caseDataOf,
  comparisonOf,
  contactOf,
  emptyCase,
  isQuick,
  type RegisterValues,
  wrongIn,
} from './register-values.ts'

const village = { code: '34.04.07.2001', label: 'Caturtunggal, Depok, Sleman' }
const filled: RegisterValues = {
  ...emptyCase,
  place: village,
  name: ' Siti Aminah ',
  nik: '3404 0701 0180 0002',
  phone: '0812 3456 7890',
  kind: 'complaint',
  category: 'pbi-inactive',
}

test('REGISTER-1 an empty page says what is missing, a filled one passes', () => {
  assert.deepEqual(Object.keys(wrongIn(emptyCase)), ['place', 'name', 'kind', 'category'])
  assert.deepEqual(wrongIn(filled), {})
})

test('REGISTER-1 numbers that are none are named, empty ones are not', () => {
  assert.deepEqual(wrongIn({ ...filled, nik: '123', kk: 'x', phone: 'abc' }), {
    nik: 'case.wrong.nik',
    kk: 'case.wrong.kk',
    phone: 'case.wrong.phone',
  })
  assert.deepEqual(wrongIn({ ...filled, nik: '', phone: '' }), {})
})

test('REGISTER-1 who wants no name needs none, and what they typed before about themselves is not judged', () => {
  assert.deepEqual(wrongIn({ ...filled, name: '', nik: '12', anonymous: true }), {})
})

test('REGISTER-2 the command is one that the contract takes, and the category gives the name when nothing else does', () => {
  const data = caseDataOf(filled, 'BPJS PBI tidak aktif')
  assert.equal(registerData.safeParse(data).success, true)
  assert.deepEqual(
    [data.client.name, data.client.nik, data.summary],
    ['Siti Aminah', '3404070101800002', 'BPJS PBI tidak aktif'],
  )
  assert.deepEqual(data.reporter, { relation: 'self', anonymous: false, name: null, phone: null })
})

test('REGISTER-2 who hides themselves leaves nothing; who reports for another hides only themselves', () => {
  const hidden = caseDataOf({ ...filled, anonymous: true }, 'x')
  assert.deepEqual([hidden.client.name, hidden.client.nik, hidden.contactVia], ['', null, 'none'])
  const neighbour = caseDataOf({ ...filled, relation: 'neighbour', reporterName: 'Budi', anonymous: true }, 'x')
  assert.deepEqual([neighbour.client.name, neighbour.reporter.name], ['Siti Aminah', null])
})

test('REGISTER-3 nothing is compared before there is something to compare by', () => {
  assert.equal(comparisonOf(emptyCase), null)
  assert.equal(comparisonOf({ ...emptyCase, name: 'Siti' }), null)
  assert.equal(comparisonOf({ ...emptyCase, name: 'Siti', place: village })?.name, 'Siti')
  assert.equal(comparisonOf({ ...emptyCase, nik: '3404070101800002' })?.nik, '3404070101800002')
  assert.equal(comparisonOf({ ...filled, anonymous: true }), null)
})

test('REGISTER-4 only what the law lets the desk settle offers the quick way', () => {
  assert.deepEqual(
    ['service', 'question', 'complaint', 'suggestion', ''].filter((kind) => isQuick(kind as RegisterValues['kind'])),
    ['service', 'question'],
  )
})

test('REGISTER-5 with a phone number WhatsApp is taken for granted until something else is chosen', () => {
  assert.equal(contactOf({ contactVia: '', phone: '' }), 'none')
  assert.equal(contactOf({ contactVia: '', phone: '0812' }), 'whatsapp')
  assert.equal(contactOf({ contactVia: 'visit', phone: '0812' }), 'visit')
})
