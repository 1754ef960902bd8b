import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { problems } from './problem.ts'

test('R7 every refusal is answered with a status of the 4xx, but for the two that are our own fault', () => {
  const own = keysOf(problems).filter((code) => problems[code].status >= 500)
  assert.deepEqual(own, ['unavailable', 'internal'])
  assert.ok(keysOf(problems).every((code) => problems[code].status >= 400))
})

test('R7 what may be tried again from what is there now is a conflict', () => {
  for (const code of ['wrong-status', 'stale', 'referral-open', 'command-id-reused'] as const)
    assert.equal(problems[code].status, 409, code)
})

test('R7 who may not is told 403, who is nobody 401, who came too often 429', () => {
  assert.deepEqual(
    (['not-permitted', 'not-here', 'unauthenticated', 'locked-out', 'rate-limited'] as const).map(
      (code) => problems[code].status,
    ),
    [403, 403, 401, 429, 429],
  )
})
