import type { Right } from '../access/permission.ts'
import type { Instant } from '../kernel/instant.ts'
import type { MinutesStatus, ProposalStatus } from './proposal.ts'

/** Every reason for which the law of proposals says no. Each has a sentence `refusal.<code>` in both languages. */
export type ProposalRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Right[] }
  | { readonly code: 'not-found' }
  | { readonly code: 'already-so' }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'unknown-reason' }
  | { readonly code: 'note-missing' }
  | { readonly code: 'unknown-file' }
  | { readonly code: 'too-early'; readonly until: Instant }
  | {
      readonly code: 'wrong-proposal-status'
      readonly status: ProposalStatus
      readonly allowedFrom: readonly ProposalStatus[]
    }
  | { readonly code: 'wrong-minutes-status'; readonly status: MinutesStatus }
  | { readonly code: 'own-proposal' }
  | { readonly code: 'proposal-field'; readonly field: string }
  | { readonly code: 'proposal-incomplete'; readonly fields: readonly string[] }
  | { readonly code: 'capture-undecided' }
  | { readonly code: 'unknown-target' }
  | { readonly code: 'minutes-incomplete'; readonly fields: readonly string[] }
  | { readonly code: 'proposal-later'; readonly count: number }
  | { readonly code: 'unknown-proposal' }
