import type { Permission } from '../access/permission.ts'

/** Why something about a joint programme is not done. */
export type JointRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'office-not-active' }
  | { readonly code: 'village-elsewhere' }
  | { readonly code: 'note-missing' }
  | { readonly code: 'joint-unknown' }
  | { readonly code: 'joint-over' }
  | { readonly code: 'joint-not-lead' }
  | { readonly code: 'joint-not-partner' }
  | { readonly code: 'joint-days' }
  | { readonly code: 'joint-partner' }
  | { readonly code: 'joint-twice' }
  | { readonly code: 'joint-part-unknown' }
  | { readonly code: 'joint-step' }
  | { readonly code: 'joint-target' }
  | { readonly code: 'joint-restricted' }
