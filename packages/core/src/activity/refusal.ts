import type { Permission } from '../access/permission.ts'
import type { PayStatus } from './pay.ts'

/** Why something about the payment for a month is not done. */
export type PayRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'activity-unknown' }
  | { readonly code: 'activity-own' }
  | { readonly code: 'activity-step'; readonly status: PayStatus; readonly allowedFrom: readonly PayStatus[] }
  | { readonly code: 'activity-month' }
  | { readonly code: 'activity-day' }
