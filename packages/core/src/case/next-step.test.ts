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
import type { NextStep } from './next-step.ts'
import { nextStep } from './next-step.ts'

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
    const next = nextStep({ status, dueAt: due, totalDueAt: promised }, word, now)
    assert.deepEqual(next, row && { ahead: row[0], by: row[1], outlook: 'in-time' })
    assert.equal(waysAhead[status][0], row?.[0])
  })
}

type Row = readonly [what: string, dueAt: number | null, totalDueAt: number | null, outlook: NextStep['outlook']]
const outlooks: readonly Row[] = [
  ['both clocks have time', due, promised, 'in-time'],
  ['both end at once', due, due, 'in-time'],
  ['no clock runs', null, null, 'in-time'],
  ['only the office’s clock runs', due, null, 'in-time'],
  ['only the clock from end to end runs', null, promised, 'in-time'],
  ['the office may take longer than was promised', promised, due, 'at-risk'],
  ['the office’s time is over', now - 1, promised, 'late'],
  ['the office’s time is over this very moment', now, promised, 'late'],
  ['what was promised is over', due, now - 1, 'late'],
  ['all is over', now - dayMs, now - dayMs, 'late'],
  ['only the office’s clock runs, and is over', now - 1, null, 'late'],
]
for (const [what, dueAt, totalDueAt, outlook] of outlooks)
  test(`TRACK-10 where ${what} the next step is ${outlook}, and by when is the office’s`, () => {
    for (const status of ['registered', 'handling', 'recommended'] as const) {
      const next = nextStep({ status, dueAt, totalDueAt }, word, now)
      assert.deepEqual([next?.outlook, next?.by], [outlook, dueAt], status)
    }
  })

const moment = fc.option(fc.integer({ min: now - 20 * dayMs, max: now + 20 * dayMs }))
const timing = fc.record({ status: fc.constantFrom(...caseStatuses), dueAt: moment, totalDueAt: moment })

property(
  'TRACK-10 what waits for the citizen is never told as the office’s delay',
  fc.tuple(timing, moment),
  ([kase, until]) => {
    const next = nextStep(kase, until, now)
    if (kase.status !== 'returned' && kase.status !== 'answered') return
    assert.deepEqual([next?.by, next?.outlook], [until, 'in-time'])
  },
)

property('TRACK-10 nothing that is late is told as in time, and nothing in time as late', timing, (kase) => {
  const next = nextStep(kase, null, now)
  if (!next || next.ahead === 'complete' || next.ahead === 'confirm') return
  const over = [kase.dueAt, kase.totalDueAt].some((at) => at !== null && at <= now)
  assert.equal(next.outlook === 'late', over)
})
