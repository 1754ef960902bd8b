import assert from 'node:assert/strict'
import type { League, LeagueLine } from '@openslrt/core/contract/league.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'

const zone = 'Asia/Jakarta'

/** A referral with what is counted of it. */
export interface CountedReferral {
  readonly to_office: string
  readonly kind: string
  readonly name: string
  readonly status: string
  readonly reason: string | null
  readonly due_at: Date | null
  readonly overdue_since: Date | null
  readonly taken_at: Date | null
  readonly take_minutes: number | null
  readonly work_minutes: number | null
  readonly requested_at: Date
  readonly category: string
  readonly place: string
  readonly restricted: string | null
}

/** The same counted by hand, a row at a time. */
function recount(rows: readonly CountedReferral[], now: number): LeagueLine {
  const n = (holds: (row: CountedReferral) => boolean): number => rows.filter(holds).length
  const open = (row: CountedReferral): boolean =>
    ['requested', 'accepted', 'in-progress', 'on-hold'].includes(row.status)
  const is = (status: string) => n((row) => row.status === status)
  const taken = (row: CountedReferral): boolean =>
    row.taken_at !== null || ['accepted', 'in-progress', 'completed', 'failed'].includes(row.status)
  const late = (row: CountedReferral): boolean =>
    open(row) && (row.overdue_since !== null || (row.due_at?.getTime() ?? now) < now)
  const reasons = new Map<string, number>()
  for (const { status, reason } of rows)
    if (status === 'rejected' && reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return {
    counts: {
      received: rows.length,
      taken: n(taken),
      late: n(late),
      declined: is('rejected'),
      completed: is('completed'),
      failed: is('failed'),
      'called-off': is('cancelled'),
      open: n(open),
    },
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, n: count }))
      .toSorted((one, other) => other.n - one.n || (one.reason < other.reason ? -1 : 1)),
    take: spentOf(rows.filter((row) => row.taken_at !== null).map((row) => row.take_minutes)),
    work: spentOf(rows.filter((row) => row.status === 'completed').map((row) => row.work_minutes)),
  }
}

function spentOf(values: readonly (number | null)[]): LeagueLine['take'] {
  const sorted = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  const share = (part: number): number | null => sorted[Math.ceil(sorted.length * part) - 1] ?? null
  return { measured: sorted.length, half: share(0.5), most: share(0.9) }
}

/** Whether it was asked for in these days, and not in error. */
export const inDays = ({ from, to }: { from: string; to: string }, row: CountedReferral): boolean => {
  const day = dayIn(zone, row.requested_at.getTime())
  return row.status !== 'entered-in-error' && from <= day && day <= to
}
const grouped = (
  rows: readonly CountedReferral[],
  key: 'to_office' | 'kind',
): ReadonlyMap<string, readonly CountedReferral[]> => Map.groupBy(rows, (row) => row[key])

/** LEAGUE-4 Every figure is that of a plain recount of these rows. */
export function assertCounted(league: League, rows: readonly CountedReferral[]): void {
  const offices = Object.fromEntries(
    [...grouped(rows, 'to_office')].map(([key, own]) => [key, recount(own, league.at)]),
  )
  const kinds = Object.fromEntries([...grouped(rows, 'kind')].map(([key, own]) => [key, recount(own, league.at)]))
  assert.deepEqual(
    Object.fromEntries(league.offices.map(({ office, kind: _k, name: _n, ...line }) => [office, line])),
    offices,
  )
  assert.deepEqual(Object.fromEntries(league.kinds.map(({ kind, ...line }) => [kind, line])), kinds)
  assert.deepEqual(league.all, recount(rows, league.at))
}
