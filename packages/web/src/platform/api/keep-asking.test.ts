import assert from 'node:assert/strict'
import { test } from 'node:test'
import { me } from '@openslrt/core/contract/reference-queries.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { enter, leave, session } from '../session/session-store.ts'
import { keepAsking } from './keep-asking.ts'
import type { Problem } from './problem.ts'

const sari = me.parse({
  staff: '0192f000-0000-7000-8000-00000000000a',
  name: 'Sari',
  outboxKey: 'k',
  demo: false,
  posts: [],
})
const expired: Problem = { code: 'unauthenticated', message: '', requestId: 'r', details: {} }

/** A question that finds the session ended once, and is answered after that. */
function askedTwice() {
  let turns = 0
  const once = async (): Promise<Result<string, Problem>> => {
    turns += 1
    return turns === 1 ? no(expired) : ok('answer')
  }
  return { once, turns: () => turns }
}

test('SESSION-6 a question that meets an ended session waits for the person and is asked again', async () => {
  enter(sari)
  const { once, turns } = askedTwice()
  const answer = keepAsking(once)
  await Promise.resolve()
  assert.equal(session().phase, 'expired')
  enter(sari)
  assert.deepEqual(await answer, ok('answer'))
  assert.equal(turns(), 2)
})

test('SESSION-6 it ends with its no when the person leaves instead, or was never signed in', async () => {
  enter(sari)
  const left = keepAsking(askedTwice().once)
  await Promise.resolve()
  leave()
  assert.deepEqual(await left, no(expired))
  assert.deepEqual(await keepAsking(askedTwice().once), no(expired))
})
