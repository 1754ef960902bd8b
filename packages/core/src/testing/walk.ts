import type { CaseRow, GrantRow } from '../case/case.ts'
import { caseId, grantId, referralId } from '../kernel/id.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { ReferralRow } from '../referral/referral.ts'
import { aCase, aGrant, aReferral } from './a-case.ts'
import { monday } from './a-policy.ts'

/** A district's cases as a walk of moves makes them, by applying each decision at once: the other body of `evolve`. */
export interface Walk {
  readonly cases: Map<string, CaseRow>
  readonly referrals: Map<string, ReferralRow>
  readonly grants: Map<string, GrantRow>
  readonly done: Decision[]
  readonly numbered: Map<string, number>
  now: number
  /** How many ids were made, so that each is new. */
  made: number
}

/** A district in which nothing has happened, on a Monday morning. */
export const newWalk = (): Walk => ({
  cases: new Map(),
  referrals: new Map(),
  grants: new Map(),
  done: [],
  numbered: new Map(),
  now: monday,
  made: 0,
})

/** Applies what was decided. */
export function apply(walk: Walk, decision: Decision): void {
  for (const change of decision.changes) applyChange(walk, change, decision.day)
  walk.done.push(decision)
}

// A new row begins as a row of the test builders. A decision that forgot a column would keep theirs, and differ from
// what `evolve` makes of the entry alone.
function applyChange(walk: Walk, change: Change, day: string): void {
  const version = change.base + 1
  if (change.table === 'case') {
    const before = walk.cases.get(change.id) ?? { ...aCase(), number: nextNumber(walk, day) }
    walk.cases.set(change.id, { ...before, ...change.set, id: caseId.parse(change.id), version })
  } else if (change.table === 'referral') {
    const before = walk.referrals.get(change.id) ?? aReferral()
    walk.referrals.set(change.id, { ...before, ...change.set, id: referralId.parse(change.id), version })
  } else if (change.table === 'grant') {
    const before = walk.grants.get(change.id) ?? aGrant()
    walk.grants.set(change.id, { ...before, ...change.set, id: grantId.parse(change.id), version })
  }
}

function nextNumber(walk: Walk, day: string): string {
  const year = day.slice(2, 4)
  const serial = (walk.numbered.get(year) ?? 0) + 1
  walk.numbered.set(year, serial)
  return `3404-${year}-${String(serial).padStart(6, '0')}`
}
