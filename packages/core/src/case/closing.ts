import type { CaseRow } from './case.ts'
import { moveClock } from './clock.ts'
import type { Policy } from './policy.ts'
import { onList } from './policy.ts'
import { respondedNow } from './spent.ts'

/** LETTER-12 What a service becomes when its letter is handed over: confirmed by the citizen who took it. */
export function letterClosing(kase: CaseRow, policy: Policy, number: string): Partial<CaseRow> {
  const { calendar, now } = policy
  const outcome = onList(policy, 'outcome', 'letter-issued') ? 'letter-issued' : null
  return {
    status: 'closed',
    closure: 'confirmed',
    statusBefore: null,
    outcome: kase.outcome ?? outcome,
    result: kase.result ?? `Surat nomor ${number} telah diserahkan.`,
    answeredAt: kase.answeredAt ?? now,
    closedAt: now,
    ...respondedNow(kase, policy),
    // Both end here: no limit of a category is asked for.
    hop: moveClock(kase.hop, 'end', calendar, now, 0),
    total: moveClock(kase.total, 'end', calendar, now, 0),
  }
}
