import type { Permission } from '../access/permission.ts'
import type { PsksStatus } from './psks.ts'

/** Why something about a PSKS is not done. */
export type PsksRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'note-missing' }
  | { readonly code: 'already-so' }
  | { readonly code: 'psks-unknown' }
  | { readonly code: 'psks-kind' }
  | { readonly code: 'psks-field'; readonly field: string }
  | { readonly code: 'psks-serves' }
  | { readonly code: 'psks-name' }
  | { readonly code: 'psks-step'; readonly status: PsksStatus; readonly allowedFrom: readonly PsksStatus[] }
  | { readonly code: 'psks-district' }
  | { readonly code: 'psks-own' }
  | { readonly code: 'psks-month' }
  | { readonly code: 'psks-report' }
  | { readonly code: 'psks-posting' }
  | { readonly code: 'psks-day' }
  | { readonly code: 'psks-posted' }
  | { readonly code: 'psks-user' }
