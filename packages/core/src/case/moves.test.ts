import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { caseSpec } from '../testing/case-spec.ts'
import { caseStatuses } from './case.ts'
import { activeStatuses, caseActions, caseRule, endedStatuses } from './moves.ts'

test('CASE-31 the law knows exactly the moves of the specification', () => {
  assert.deepEqual([...caseActions].toSorted(), [...keysOf(caseSpec)].toSorted())
})

for (const action of keysOf(caseSpec)) {
  const { rule, ...row } = caseSpec[action]
  test(`${rule} ${action} stands in the table as it is specified`, () => {
    const { from, to, by, note, hop, total, where } = caseRule(action)
    assert.deepEqual(
      { from: [...from].toSorted(), to, by: [...by].toSorted(), note, hop, total, where },
      { ...row, from: [...row.from].toSorted(), by: [...row.by].toSorted() },
    )
  })
}

test('CASE-1 only layanan and pertanyaan are settled at the desk; every other move is for all kinds', () => {
  const limited = caseActions.filter((action) => caseRule(action).kinds !== undefined)
  assert.deepEqual(limited, ['settle'])
  assert.deepEqual(caseRule('settle').kinds, ['service', 'question'])
})

test('CASE-31 every status but registered can be reached, and every status but erased left', () => {
  const reached = new Set(caseActions.map((action) => caseRule(action).to))
  const left = new Set(caseActions.filter((action) => caseRule(action).to !== 'same').flatMap((a) => caseRule(a).from))
  assert.deepEqual(
    caseStatuses.filter((status) => !reached.has(status)),
    [],
  )
  assert.deepEqual(
    caseStatuses.filter((status) => !left.has(status)),
    ['erased'],
  )
})

test('CASE-31 a case is active, waits for the citizen, or has ended', () => {
  const other = caseStatuses.filter((status) => !activeStatuses.includes(status) && !endedStatuses.includes(status))
  assert.deepEqual(other, ['answered'])
  assert.deepEqual(
    activeStatuses.filter((status) => endedStatuses.includes(status)),
    [],
  )
})
