import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { anApplication } from '../testing/a-need.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import { applicationClockWants, decideApplicationAsClock } from './clock.ts'
import { applicationClockActs } from './moves.ts'
import type { ApplicationRow } from './need.ts'
import { applicationStatuses } from './need.ts'

const due = monday + 14 * dayMs
const running = anApplication({ remindAt: due - dayMs, dueAt: due })
const at = (now: number) => ({ ...aPolicy(), now })

const moments: readonly (readonly [when: string, now: number, own: Partial<ApplicationRow>, wants: string | null])[] = [
  ['on the day it is sent', monday, {}, null],
  ['a moment before the reminder', due - dayMs - 1, {}, null],
  ['at the moment of the reminder', due - dayMs, {}, 'remind'],
  ['a moment before it is due, reminded already', due - 1, { remindAt: null }, null],
  ['at the moment it is due', due, { remindAt: null }, 'overdue'],
  ['late, and never reminded: the last word alone', due + 3 * dayMs, {}, 'overdue'],
  ['late, and told so', due + 3 * dayMs, { overdueSince: due }, null],
  ['without a moment at all', due, { remindAt: null, dueAt: null }, null],
]
for (const [when, now, own, wants] of moments)
  test(`NEED-6 ${when} the clock wants ${wants ?? 'nothing'} of an application`, () => {
    const application = { ...running, ...own }
    assert.equal(applicationClockWants(application, now), wants)
    for (const act of applicationClockActs)
      assert.equal(decideApplicationAsClock(application, act, at(now)).ok, act === wants, act)
  })

for (const status of applicationStatuses)
  test(`NEED-6 of an application that is ${status} the clock ${status === 'sent' ? 'speaks' : 'says nothing'}`, () => {
    assert.equal(applicationClockWants({ ...running, status }, due + dayMs) !== null, status === 'sent')
  })

test('NEED-6 what the clock says moves nothing but its own moments', () => {
  const decision = decideApplicationAsClock(running, 'overdue', at(due))
  assert.ok(decision.ok)
  assert.deepEqual(
    [decision.value.action, decision.value.changes],
    [
      'application-overdue',
      [
        {
          table: 'application',
          id: running.id,
          base: running.version,
          set: { remindAt: null, overdueSince: due, changedAt: due },
        },
      ],
    ],
  )
})

property(
  'NEED-6 however often the clock looks, it reminds at most once, says at most once that time is over, and never after that',
  fc.array(fc.integer({ min: 0, max: 20 * dayMs }), { maxLength: 30 }),
  (looks) => {
    const world = emptyWorld()
    world.rows.application.set(running.id, { ...running })
    const said: string[] = []
    for (const look of looks.toSorted((a, b) => a - b)) {
      const now = monday + look
      const row = world.rows.application.get(running.id) as unknown as ApplicationRow
      const act = applicationClockWants(row, now)
      const answer = act && decideApplicationAsClock(row, act, at(now))
      if (!act || !answer?.ok) continue
      evolve(world, '34.04', payloadOf(answer.value))
      said.push(act)
      assert.equal(applicationClockWants(world.rows.application.get(running.id) as never, now), null, 'it asks again')
    }
    assert.ok(['', 'remind', 'overdue', 'remind overdue'].includes(said.join(' ')), said.join(' '))
    const late = looks.some((look) => monday + look >= due)
    assert.equal(said.includes('overdue'), late)
  },
)
