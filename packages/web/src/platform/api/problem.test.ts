import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problems } from '@openslrt/core/contract/problem.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { mayPass, problemOf, silence, unreadable } from './problem.ts'

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

test('ASK-1 half an answer is none: a no without all its parts is told by its status', () => {
  const body = { code: 'stale', message: 'Orang lain …', requestId: 'r-1', details: {} }
  for (const part of ['code', 'message', 'requestId', 'details']) {
    const said = problemOf(409, { ...body, [part]: undefined }, t)
    assert.deepEqual([said.code, said.requestId], ['unreadable', null], part)
  }
  for (const odd of ['<html>502</html>', '', 7, [], undefined]) assert.equal(problemOf(503, odd, t).code, 'unavailable')
})

test('ASK-1 what a page says by itself it says in the language of its reader', () => {
  for (const lang of ['id', 'en'] as const) {
    const say = sayIn(lang)
    assert.equal(silence(false, say).message, say('ask.offline'))
    assert.equal(silence(true, say).message, say('ask.unavailable'))
    assert.equal(unreadable(say).message, say('ask.unreadable'))
  }
})

test('SYNC-5 what this page says by itself may pass, so nothing typed is given up for it', () => {
  for (const own of [silence(false, t), silence(true, t), unreadable(t)])
    assert.equal(mayPass(own.code), true, own.code)
})
