import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf } from './initials.ts'

test('DESK-1 a person is shown by the first letters of their name, without its titles', () => {
  assert.equal(initialsOf('Sari Nurhayati'), 'SN')
  assert.equal(initialsOf('Sari'), 'S')
  assert.equal(initialsOf('Dr. Budi Agung Santoso, M.Si'), 'BS')
  assert.equal(initialsOf(''), '?')
})

test('DESK-1 letters of any script count, signs and numbers do not', () => {
  assert.equal(initialsOf('  siti   nur  aminah '), 'SA')
  assert.equal(initialsOf('H. Ahmad, S.Sos., M.M.'), 'A')
  assert.equal(initialsOf('Élodie 2 (magang)'), 'É')
  assert.equal(initialsOf('Prof. Dr.'), '?')
})
