import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCase } from '../testing/a-case.ts'
import { citizen, clock, staff, staffLacking } from '../testing/actors.ts'
import { decideTelling, stillToTell, tellResults, tellWays } from './by-hand.ts'

const told = { result: 'told', how: 'in-person', note: 'Ditemui di rumah.' } as const
const kase = aCase('answered')

test('NOTICE-13 whoever takes cases in or handles them records what came of telling; it is part of the way and changes nothing', () => {
  for (const role of ['facilitator', 'fo', 'bo', 'coordinator'] as const)
    for (const result of tellResults)
      for (const how of tellWays) {
        const decided = decideTelling(kase, 'waiting', { ...told, result, how }, staff(role), '2026-11-02')
        assert.ok(decided.ok)
        const { action, note, say, changes, jobs, day } = decided.value
        assert.deepEqual(
          [action, note, say, changes, jobs, day],
          ['tell', told.note, { result, how }, [], [], '2026-11-02'],
        )
      }
})

test('NOTICE-13 nobody else does, and what is over is not told once more', () => {
  for (const actor of [citizen(), clock, staff('leader'), staffLacking(['case.register', 'case.handle'])]) {
    const decided = decideTelling(kase, 'waiting', told, actor, '2026-11-02')
    assert.equal(!decided.ok && decided.error.code, 'not-permitted')
  }
  for (const state of ['told', 'refused', 'void', 'sent']) {
    const decided = decideTelling(kase, state, told, staff('fo'), '2026-11-02')
    assert.equal(!decided.ok && decided.error.code, 'already-so', state)
  }
  for (const state of stillToTell) assert.ok(decideTelling(kase, state, told, staff('fo'), '2026-11-02').ok)
})
