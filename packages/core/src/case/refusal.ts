import type { AccessRefusal } from '../access/can.ts'
import type { BlankRefusal } from '../blank/blank.ts'
import type { LetterStatus } from '../letter/letter.ts'
import type { ReferralStatus } from '../referral/referral.ts'
import type { CaseKind, CaseStatus } from './case.ts'

/** Every reason for which the law of cases and referrals says no. Each has a sentence `refusal.<code>` in both languages. */
export type LawRefusal =
  | AccessRefusal
  | { readonly code: 'wrong-status'; readonly status: CaseStatus; readonly allowedFrom: readonly CaseStatus[] }
  | {
      readonly code: 'wrong-referral-status'
      readonly status: ReferralStatus
      readonly allowedFrom: readonly ReferralStatus[]
    }
  | { readonly code: 'wrong-kind'; readonly kind: CaseKind; readonly allowed: readonly CaseKind[] }
  | { readonly code: 'note-missing' }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'unknown-category' }
  | { readonly code: 'unknown-channel' }
  | { readonly code: 'unknown-reason' }
  | { readonly code: 'unknown-outcome' }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'office-not-active' }
  | { readonly code: 'same-office' }
  | { readonly code: 'unknown-referral' }
  | { readonly code: 'no-office-above' }
  | { readonly code: 'not-below' }
  | { readonly code: 'assignee-not-here' }
  | { readonly code: 'decision-missing' }
  | { readonly code: 'referral-open'; readonly count: number }
  | { readonly code: 'appeal-used' }
  | { readonly code: 'window-over'; readonly until: number }
  | { readonly code: 'how-missing' }
  | { readonly code: 'client-missing' }
  | { readonly code: 'consent-missing' }
  | { readonly code: 'merge-target' }
  | { readonly code: 'merge-self' }
  | { readonly code: 'unknown-file' }
  | { readonly code: 'already-so' }
  | { readonly code: 'too-early'; readonly until: number }
  | { readonly code: 'not-asked' }
  | { readonly code: 'not-passed-up' }
  | { readonly code: 'same-person' }
  | { readonly code: 'in-review' }
  | { readonly code: 'not-in-review' }
  | { readonly code: 'own-review' }
  | {
      readonly code: 'wrong-letter-status'
      readonly status: LetterStatus
      readonly allowedFrom: readonly LetterStatus[]
    }
  | { readonly code: 'unknown-letter' }
  | { readonly code: 'letter-not-here' }
  | { readonly code: 'letter-field'; readonly field: string }
  | { readonly code: 'unknown-purpose' }
  | { readonly code: 'desil-above'; readonly most: number }
  | { readonly code: 'letter-turn'; readonly act: 'initial' | 'sign' }
  | { readonly code: 'own-letter' }
  | BlankRefusal
