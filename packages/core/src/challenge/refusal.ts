import type { Right } from '../access/permission.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { ChallengeStatus } from './challenge.ts'

/** Why something about a challenge is not done. */
export type ChallengeRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Right[] }
  | { readonly code: 'not-here'; readonly office: OfficeId }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'already-so' }
  | { readonly code: 'challenge-unknown' }
  | {
      readonly code: 'challenge-step'
      readonly status: ChallengeStatus
      readonly allowedFrom: readonly ChallengeStatus[]
    }
  | { readonly code: 'challenge-kind' }
  | { readonly code: 'challenge-day' }
  | { readonly code: 'challenge-names' }
  | { readonly code: 'challenge-no-office' }
