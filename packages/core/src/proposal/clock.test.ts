import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs } from '../kernel/instant.ts'
import type { Change } from '../ledger/entry.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aProposal } from '../testing/a-proposal.ts'
import { property } from '../testing/property.ts'
import { clockFor, clockWants } from './clock.ts'
import { decideAsClock } from './decide.ts'
import { proposalKinds } from './kinds.ts'
import type { ProposalClockAct } from './moves.ts'
import { awaitsVerifying } from './moves.ts'
import type { ProposalRow } from './proposal.ts'
import { proposalStatuses } from './proposal.ts'

const day = (n: number): number => monday + n * dayMs
const objection = (own: Partial<ProposalRow> = {}): ProposalRow =>
  aProposal({ kind: 'objection', ...clockFor('objection', monday), ...own })

test('PROPOSAL-22 an objection has fourteen days, and time speaks first on the seventh; nothing else has a clock', () => {
  assert.deepEqual(clockFor('objection', monday), { dueAt: day(14), pressed: 0, pressAt: day(7) })
  for (const kind of proposalKinds)
    if (kind !== 'objection') assert.deepEqual(clockFor(kind, monday), { dueAt: null, pressed: 0, pressAt: null }, kind)
})

test('PROPOSAL-22 time speaks on day 7, 12 and 14, each once, and says only the last word where it comes late', () => {
  const words: readonly (readonly [days: number, pressed: number, wants: ProposalClockAct | null])[] = [
    [6.9, 0, null],
    [7, 0, 'warn'],
    [7, 1, null],
    [11.9, 1, null],
    [12, 1, 'escalate'],
    [12, 0, 'escalate'],
    [12, 2, null],
    [14, 2, 'overdue'],
    [30, 0, 'overdue'],
    [30, 3, null],
  ]
  for (const [days, pressed, wants] of words)
    assert.equal(clockWants(objection({ pressed }), day(days)), wants, `day ${days}, spoken ${pressed} times`)
})

test('PROPOSAL-22 it runs while nobody has verified, and no longer', () => {
  for (const status of proposalStatuses)
    assert.equal(clockWants(objection({ status }), day(14)) !== null, awaitsVerifying.includes(status), status)
})

/** The row as a decision of the clock leaves it. */
function after(row: ProposalRow, act: ProposalClockAct, now: number): ProposalRow | null {
  const decided = decideAsClock(row, act, aPolicy(now))
  if (!decided.ok) return null
  const [change] = decided.value.changes as readonly Extract<Change, { table: 'proposal' }>[]
  return { ...row, ...change?.set, version: row.version + 1 }
}

test('PROPOSAL-22 what time does moves no status, and asks for the next word', () => {
  const warned = after(objection(), 'warn', day(7))
  assert.deepEqual([warned?.status, warned?.pressed, warned?.pressAt], ['drafted', 1, day(12)])
  const over = after(objection({ pressed: 2 }), 'overdue', day(14))
  assert.deepEqual([over?.pressed, over?.pressAt], [3, null])
  assert.equal(after(objection(), 'escalate', day(7)), null)
  assert.equal(after(aProposal(), 'warn', day(7)), null)
})

property(
  'PROPOSAL-22 however late the worker comes, each word is said once, in order, and the last is that time is over',
  fc.array(fc.integer({ min: 0, max: 6 * dayMs }), { minLength: 8, maxLength: 20 }),
  (waits) => {
    let [row, now] = [objection(), monday]
    const said: string[] = []
    for (const wait of waits) {
      now += wait
      const act = clockWants(row, now)
      if (act === null) continue
      said.push(act)
      row = after(row, act, now) ?? row
    }
    assert.equal(new Set(said).size, said.length)
    const order = ['warn', 'escalate', 'overdue']
    assert.deepEqual(
      said,
      order.filter((one) => said.includes(one)),
    )
    assert.equal(said.includes('overdue'), now >= day(14))
  },
)
