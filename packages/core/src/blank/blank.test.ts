import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { blankIn, blankNumber, blankStatuses } from './blank.ts'
import { blankActs, blankMoves, mayBeTyped } from './moves.ts'

const number = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 99 }))

property('BLANK-3 every number that is printed is read back, with its letter however it is typed', number, (drawn) => {
  const [serial, sheet] = drawn
  const batch = `F3404-26-${String(serial).padStart(3, '0')}`
  const printed = blankNumber(batch, sheet)
  const typed = [printed, printed.toLowerCase(), printed.replaceAll('-', ' '), ` ${printed.replaceAll('-', '')} `]
  for (const one of typed) assert.deepEqual(blankIn(one), { district: '34.04', batch, sheet }, one)
})

test('BLANK-3 without its letter a number is a form’s as long as it is too short for a case’s', () => {
  assert.deepEqual(blankIn('3404-26-012-07'), { district: '34.04', batch: 'F3404-26-012', sheet: 7 })
  for (const other of ['3404-26-000123', '3404-26-1234-07', '', 'F', 'F3404', 'F3404-26-1', '3404'])
    assert.equal(blankIn(other), null, other)
})

test('BLANK-1 a form is typed in once, from the pile; what is void stays so, what is lost may be found', () => {
  const spec = {
    type: ['issued', 'typed'],
    void: ['issued lost', 'void'],
    lose: ['issued', 'lost'],
    find: ['lost', 'issued'],
  }
  for (const [move, { from, to }] of Object.entries(blankMoves))
    assert.deepEqual([from.join(' '), to], new Map(Object.entries(spec)).get(move), move)
  assert.deepEqual(blankStatuses.filter(mayBeTyped), ['issued'])
  assert.deepEqual(
    blankStatuses.map((status) => blankActs(status).join(' ')),
    ['void lose', '', '', 'void find'],
  )
})
