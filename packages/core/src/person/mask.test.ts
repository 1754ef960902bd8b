import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskName, maskNumber, maskPhone, phoneKey } from './mask.ts'

test('PERSON-3 a masked name is recognised by its owner and learned by nobody', () => {
  assert.equal(maskName('Siti Aminah'), 'S*** A***')
  assert.equal(maskName('  budi  '), 'B***')
  assert.equal(maskName(''), '')
})

test('PERSON-3 a masked number keeps its region and its last two digits', () => {
  assert.equal(maskNumber('3404075203600001'), '3404**********01')
  assert.equal(maskNumber(null), null)
})

test('PERSON-3 a masked phone number keeps how it begins and ends', () => {
  assert.equal(maskPhone('0812-3456-7890'), '08**-****-**90')
  assert.equal(maskPhone(null), null)
})

test('PERSON-4 a phone number has one key however it is typed', () => {
  const spellings = ['081234567890', '+62 812-3456-7890', '62 81234567890', '81234567890', '(0812) 3456 7890']
  assert.deepEqual(new Set(spellings.map(phoneKey)), new Set(['6281234567890']))
})
