import type { Permission } from '../access/permission.ts'
import type { OfficeId } from '../kernel/id.ts'

/** Every reason for which the law of affected lists says no. Each has a sentence `refusal.<code>` in both languages. */
export type SurgeRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'not-here'; readonly office: OfficeId }
  | { readonly code: 'unknown-surge' }
  | { readonly code: 'surge-closed' }
  | { readonly code: 'surge-elsewhere' }
  | { readonly code: 'surge-rules' }
  | { readonly code: 'surge-slots' }
  | { readonly code: 'surge-full' }
  | { readonly code: 'unknown-affected' }
  | { readonly code: 'affected-step' }
  | { readonly code: 'unknown-reason' }
  | { readonly code: 'unknown-category' }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'office-not-active' }
  | { readonly code: 'already-so' }
