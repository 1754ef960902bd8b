import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problems } from '@openslrt/core/contract/problem.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { mayPass, problemOf, silence } from './problem.ts'

const t = sayIn('id')

test('ASK-1 a no of the server is shown in its own words, with the number to quote', () => {
  const body = { code: 'stale', message: 'Orang lain …', requestId: 'r-1', details: { version: 3 } }
  assert.deepEqual(problemOf(409, body, t), body)
})

test('ASK-1 an answer in no language of ours is told by what it means: come back later, or load the page anew', () => {
  assert.equal(problemOf(502, null, t).code, 'unavailable')
  assert.equal(problemOf(404, { error: 'no such page' }, t).code, 'unreadable')
})

test('ASK-1 silence is the signal of this device, or the server', () => {
  assert.deepEqual([silence(false, t).code, silence(true, t).code], ['offline', 'unavailable'])
  assert.equal(silence(false, t).requestId, null)
})

test('SYNC-5 what may pass is the fault of the moment; no refusal of the law is among it', () => {
  const passing = Object.keys(problems).filter((code) => mayPass(code))
  assert.deepEqual(passing.toSorted(), [
    'contract-too-old',
    'internal',
    'locked-out',
    'rate-limited',
    'unauthenticated',
    'unavailable',
  ])
})
