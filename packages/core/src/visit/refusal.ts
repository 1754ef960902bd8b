import type { Permission } from '../access/permission.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { VisitStatus } from './visit.ts'

/** Every reason for which the law of visits says no. Each has a sentence `refusal.<code>` in both languages. */
export type VisitRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'not-here'; readonly office: OfficeId }
  | { readonly code: 'wrong-visit-status'; readonly status: VisitStatus; readonly allowedFrom: readonly VisitStatus[] }
  | { readonly code: 'unknown-visit' }
  | { readonly code: 'visit-elsewhere' }
  | { readonly code: 'visit-nobody' }
  | { readonly code: 'visit-day' }
  | { readonly code: 'unknown-reason' }
  | { readonly code: 'visit-case' }
  | { readonly code: 'unknown-file' }
  | { readonly code: 'visit-signer' }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'office-not-active' }
  | { readonly code: 'assignee-not-here' }
  | { readonly code: 'already-so' }
