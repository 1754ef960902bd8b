import type { Permission } from '../access/permission.ts'
import type { PpksStatus } from './ppks.ts'

/** Why something about a PPKS is not done. */
export type PpksRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'village-elsewhere' }
  | { readonly code: 'note-missing' }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'already-so' }
  | { readonly code: 'ppks-unknown' }
  | { readonly code: 'ppks-type' }
  | { readonly code: 'ppks-restricted' }
  | { readonly code: 'ppks-who' }
  | { readonly code: 'ppks-case' }
  | { readonly code: 'ppks-day' }
  | { readonly code: 'ppks-risk' }
  | { readonly code: 'ppks-step'; readonly status: PpksStatus; readonly allowedFrom: readonly PpksStatus[] }
  | { readonly code: 'ppks-no-service' }
  | { readonly code: 'ppks-service' }
  | { readonly code: 'ppks-owed'; readonly count: number }
  | { readonly code: 'unknown-outcome' }
  | { readonly code: 'ppks-twice' }
