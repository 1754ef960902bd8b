import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { monday as now } from '../testing/a-policy.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import { chainBefore } from './chain.ts'
import type { PressedReferral } from './deadlines.ts'
import { clockStandsOf, clockWantsOf, referralClockActs, stepWindows } from './deadlines.ts'
import { offerOrder } from './offer-order.ts'
import type { ReferralStatus } from './referral.ts'
import { referralStatuses } from './referral.ts'
import type { ReplyAct } from './reply-acts.ts'
import { openToProvider, replyActs } from './reply-acts.ts'

const [past, soon, later] = [now - 1, now + dayMs, now + 3 * dayMs]

interface Row extends PressedReferral {
  readonly what: string
  readonly wants: ReturnType<typeof clockWantsOf>
  /** What the law says to the clock's two acts: null where it lets it act. */
  readonly remind: string | null
  readonly overdue: string | null
}

/** How a referral stands with its time, and what the clock may do: written apart from the program. */
const spec: readonly Row[] = [
  {
    what: 'without time',
    dueAt: null,
    remindAt: null,
    overdueSince: null,
    wants: null,
    remind: 'already-so',
    overdue: 'already-so',
  },
  {
    what: 'with all its time',
    dueAt: later,
    remindAt: soon,
    overdueSince: null,
    wants: null,
    remind: 'too-early',
    overdue: 'too-early',
  },
  {
    what: 'to be reminded now',
    dueAt: later,
    remindAt: now,
    overdueSince: null,
    wants: 'remind',
    remind: null,
    overdue: 'too-early',
  },
  {
    what: 'to be reminded since long',
    dueAt: later,
    remindAt: past,
    overdueSince: null,
    wants: 'remind',
    remind: null,
    overdue: 'too-early',
  },
  {
    what: 'reminded',
    dueAt: later,
    remindAt: null,
    overdueSince: null,
    wants: null,
    remind: 'already-so',
    overdue: 'too-early',
  },
  {
    what: 'over now',
    dueAt: now,
    remindAt: null,
    overdueSince: null,
    wants: 'overdue',
    remind: 'already-so',
    overdue: null,
  },
  {
    what: 'over before anybody was reminded',
    dueAt: past,
    remindAt: past,
    overdueSince: null,
    wants: 'overdue',
    remind: null,
    overdue: null,
  },
  {
    what: 'over, and said so',
    dueAt: past,
    remindAt: null,
    overdueSince: past,
    wants: null,
    remind: 'already-so',
    overdue: 'already-so',
  },
]
for (const { what, wants, remind, overdue, ...referral } of spec) {
  test(`REF-28 of a referral that is ${what} the clock wants ${wants ?? 'nothing'}`, () => {
    assert.equal(clockWantsOf(referral, now), wants)
  })
  test(`REF-29 of a referral that is ${what} the clock may do what is written down`, () => {
    const said = referralClockActs.map((act) => clockStandsOf(referral, act, now)?.code ?? null)
    assert.deepEqual(said, [remind, overdue])
  })
}

const moment = fc.option(fc.integer({ min: now - 9 * dayMs, max: now + 9 * dayMs }))
property(
  'REF-28 what the clock wants, the law lets it do',
  fc.record({ dueAt: moment, remindAt: moment, overdueSince: moment }),
  (referral) => {
    const wants = clockWantsOf(referral, now)
    if (wants) assert.equal(clockStandsOf(referral, wants, now), null)
  },
)

test('REF-27 the asked office owes three steps with a window each, and nothing else of it has one', () => {
  assert.deepEqual(stepWindows, { requested: 'acceptDays', accepted: 'startDays', 'in-progress': 'finishDays' })
})

/** What an office may do behind its link, in the order in which it is offered. */
const open: Readonly<Record<ReferralStatus, readonly ReplyAct[]>> = {
  requested: ['accept', 'hold', 'reject'],
  accepted: ['start', 'complete', 'hold', 'fail'],
  'in-progress': ['complete', 'hold', 'fail'],
  'on-hold': ['start', 'complete', 'fail'],
  rejected: [],
  completed: [],
  failed: [],
  cancelled: [],
  'entered-in-error': [],
}
for (const status of keysOf(open))
  test(`REF-20 behind the link of a referral that is ${status} stands open: ${open[status].join(', ') || 'nothing'}`, () => {
    assert.deepEqual(openToProvider(status), open[status])
  })

test('REF-15 steps are offered in one order at the desk and behind a link, each once', () => {
  assert.deepEqual(
    offerOrder.filter((act) => replyActs.some((one) => one === act)),
    replyActs,
  )
  assert.equal(new Set(offerOrder).size, offerOrder.length)
  assert.deepEqual(keysOf(open).toSorted(), [...referralStatuses].toSorted())
})

property(
  'REF-30 the chain of a referral is what came before it, whatever order the rows come in',
  fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }),
  (order) => {
    const rows = order.map((n) => ({ id: ids.referral(n), partOf: n === 1 ? null : ids.referral(n - 1) }))
    for (const row of rows) {
      const before = chainBefore(row, rows).map(({ id }) => id)
      const n = order[rows.indexOf(row)] ?? 0
      assert.deepEqual(before, [1, 2, 3, 4, 5, 6].slice(0, n - 1).map(ids.referral))
    }
  },
)

const ref = fc.integer({ min: 1, max: 5 })
property(
  'REF-30 whatever the rows say, a chain ends and names no referral twice',
  fc.array(fc.option(ref), { minLength: 5, maxLength: 5 }),
  (parts) => {
    const rows = parts.map((part, at) => ({
      id: ids.referral(at + 1),
      partOf: part === null ? null : ids.referral(part),
    }))
    for (const row of rows) {
      const chain = chainBefore(row, rows).map(({ id }) => id)
      assert.equal(new Set(chain).size, chain.length)
    }
  },
)
