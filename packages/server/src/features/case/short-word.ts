import type { CaseRow } from '@openslrt/core/case/case.ts'
import { waitsUntil } from '@openslrt/core/case/citizen-acts.ts'
import { nextStep } from '@openslrt/core/case/next-step.ts'
import { outlookOf } from '@openslrt/core/case/pressing.ts'
import type { CaseCard, CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { sayShort } from '@openslrt/core/i18n/say-short.ts'
import type { Reference } from '../reference/index.ts'

interface Told {
  readonly kase: CaseRow
  readonly line: CaseLine
  readonly steps: CaseCard['history']
  /** Whether the reader sees the case whole: an office with a grant tells the citizen nothing of its way. */
  readonly whole: boolean
}

/** TRACK-11 Where a case stands in one SMS. In Indonesian, whatever language the officer reads: it goes to the citizen. */
export function shortWord(
  { kase, line, steps: history, whole }: Told,
  { reference, now }: { readonly reference: Reference; readonly now: number },
): string | null {
  if (!whole) return null
  const { officeName, waitingOfficeName } = line
  const policy = reference.policyFor(kase.district, now, now)
  const level = policy.offices.get(kase.office)?.level ?? 'village'
  const timing = {
    status: kase.status,
    red: kase.priority === 'red',
    dueAt: kase.hop.dueAt,
    totalDueAt: kase.total.dueAt,
    outlook: outlookOf(kase, level, policy),
  }
  const facts = {
    ...timing,
    number: kase.number,
    officeName,
    waitingOffice: waitingOfficeName,
    hopStartedAt: kase.hop.startedAt,
  }
  const steps = history.map(({ action, at }) => ({ kind: `case.${action}`, at }))
  const next = nextStep(timing, waitsUntil({ status: kase.status, steps }, policy.windows))
  return sayShort('id', facts, next, reference.zoneOf(kase.district), now)
}
