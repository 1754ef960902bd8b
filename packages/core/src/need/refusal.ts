import type { Permission } from '../access/permission.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { ApplicationStatus, NeedStatus } from './need.ts'

/** Why something about needs, applications, participation or quotas is not done. */
export type NeedRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'not-here'; readonly office: OfficeId }
  | { readonly code: 'note-missing' }
  | { readonly code: 'unknown-reason' }
  | { readonly code: 'already-so' }
  | { readonly code: 'village-elsewhere' }
  | { readonly code: 'need-unknown' }
  | { readonly code: 'need-kind' }
  | { readonly code: 'need-holder' }
  | { readonly code: 'need-status'; readonly status: NeedStatus; readonly allowedFrom: readonly NeedStatus[] }
  | { readonly code: 'need-standing'; readonly count: number }
  | { readonly code: 'need-restricted' }
  | { readonly code: 'programme-unknown' }
  | { readonly code: 'programme-closed' }
  | { readonly code: 'application-unknown' }
  | { readonly code: 'application-twice' }
  | {
      readonly code: 'application-status'
      readonly status: ApplicationStatus
      readonly allowedFrom: readonly ApplicationStatus[]
    }
  | { readonly code: 'application-paper' }
  | { readonly code: 'participation-days' }
  | { readonly code: 'participation-twice' }
  | { readonly code: 'participation-need' }
  | { readonly code: 'quota-twice' }
  | { readonly code: 'quota-days' }
  | { readonly code: 'quota-below'; readonly granted: number }
  | { readonly code: 'quota-not-yours' }
  | { readonly code: 'quota-above'; readonly left: number }
  | { readonly code: 'quota-astride' }
