import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { monday as now } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import type { CaseStatus } from './case.ts'
import { caseStatuses } from './case.ts'
import type { Ahead } from './citizen-acts.ts'
import { waysAhead } from './citizen-acts.ts'
import { nextStep, promisedBy } from './next-step.ts'
import { outlooks } from './pressing.ts'

const [due, promised, word] = [now + 2 * dayMs, now + 9 * dayMs, now + 5 * dayMs]

/** What goes on in each status and by when, as the specification writes it: the office's time, or the citizen's. */
const spec: Readonly<Record<CaseStatus, readonly [ahead: Ahead, by: number] | null>> = {
  registered: ['check', due],
  handling: ['handle', due],
  returned: ['complete', word],
  recommended: ['decide', due],
  answered: ['confirm', word],
  closed: null,
  duplicate: null,
  cancelled: null,
  erased: null,
}
for (const status of keysOf(spec)) {
  const row = spec[status]
  test(`TRACK-10 the next step of a case that is ${status} is ${row?.[0] ?? 'none'}`, () => {
    const next = nextStep({ status, red: false, dueAt: due, totalDueAt: promised, outlook: 'in-time' }, word)
    assert.deepEqual(next, row && { ahead: row[0], by: row[1], outlook: 'in-time' })
    assert.equal(waysAhead[status][0], row?.[0])
  })
}

test('TRACK-10 the office’s step has the outlook that its officer reads, and the office’s own time', () => {
  for (const status of ['registered', 'handling', 'recommended'] as const)
    for (const outlook of [...outlooks, null]) {
      const next = nextStep({ status, red: false, dueAt: due, totalDueAt: promised, outlook }, word)
      assert.deepEqual([next?.outlook, next?.by], [outlook ?? 'in-time', due], status)
    }
})

test('TRACK-12 an answer is promised from end to end; of a red card by the end of the office’s day and night', () => {
  const by = (red: boolean, dueAt: number | null, totalDueAt: number | null) => promisedBy({ red, dueAt, totalDueAt })
  assert.equal(by(false, due, promised), promised)
  assert.equal(by(true, due, promised), due)
  assert.equal(by(true, promised, due), due)
  assert.equal(by(true, due, null), due)
  assert.equal(by(true, null, promised), promised)
  assert.equal(by(false, due, null), null)
  assert.equal(by(true, null, null), null)
})

const moment = fc.option(fc.integer({ min: now - 20 * dayMs, max: now + 20 * dayMs }))
const timing = fc.record({
  status: fc.constantFrom(...caseStatuses),
  red: fc.boolean(),
  dueAt: moment,
  totalDueAt: moment,
  outlook: fc.constantFrom(...outlooks, null),
})

property(
  'TRACK-10 what waits for the citizen is never told as the office’s delay',
  fc.tuple(timing, moment),
  ([kase, until]) => {
    const next = nextStep(kase, until)
    if (kase.status !== 'returned' && kase.status !== 'answered') return
    assert.deepEqual([next?.by, next?.outlook], [until, 'in-time'])
  },
)
