import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { aCase } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen } from '../testing/actors.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import { decideCase } from './decide.ts'

const now = monday + 2 * hourMs

test('CASE-14 a citizen who confirms names no way in which it was learnt, an officer one from the list', () => {
  const answer = decideCase(
    aCase('answered'),
    caseMove('confirm', { how: null }),
    citizen(),
    aPolicy(now),
    surroundings,
  )
  assert.ok(answer.ok)
  assert.deepEqual(answer.value.say, { how: null, satisfaction: 5 })
})

test('CASE-17 an appeal from an office that the lists no longer know counts as one of a village', () => {
  const lost = aCase('answered', { office: ids.office(99) })
  const answer = decideCase(lost, caseMove('appeal'), citizen(), aPolicy(now), surroundings)
  assert.deepEqual(answer, { ok: false, error: { code: 'no-office-above' } })
  const used = decideCase({ ...lost, appeals: ['village'] }, caseMove('appeal'), citizen(), aPolicy(now), surroundings)
  assert.deepEqual(used, { ok: false, error: { code: 'appeal-used' } })
})

test('CASE-5 a case that does not know where it stood goes back to the beginning', () => {
  const lost = aCase('returned', { statusBefore: null })
  const answer = decideCase(lost, caseMove('complete'), citizen(), aPolicy(now), surroundings)
  assert.ok(answer.ok)
  const [own] = answer.value.changes
  assert.ok(own?.table === 'case')
  assert.equal(own.set.status, 'registered')
})

test('CASE-18 a closed case without its day of closing is opened only by who decides', () => {
  const undated = aCase('closed', { closedAt: null })
  const until = 30 * dayMs
  const byCitizen = decideCase(undated, caseMove('reopen'), citizen(), aPolicy(now), surroundings)
  assert.deepEqual(byCitizen, { ok: false, error: { code: 'window-over', until } })
  assert.ok(decideCase(undated, caseMove('reopen'), almighty(), aPolicy(now), surroundings).ok)
})

test('CASE-19 a merge names the case that was looked up, and no other one', () => {
  const other = { ...surroundings, target: aCase('handling', { id: ids.case(3) }) }
  const answer = decideCase(aCase('handling'), caseMove('merge'), almighty(), aPolicy(now), other)
  assert.deepEqual(answer, { ok: false, error: { code: 'merge-target' } })
})
