import type { Permission } from '../access/permission.ts'
import type { NetworkState } from './kinds.ts'

/** Why something about the network of offices is not done. */
export type NetworkRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'network-unknown' }
  | {
      readonly code: 'network-step'
      readonly state: NetworkState | null
      readonly allowedFrom: readonly (NetworkState | null)[]
    }
  | { readonly code: 'network-level' }
  | { readonly code: 'network-day' }
  | { readonly code: 'network-year' }
  | { readonly code: 'network-target' }
  | { readonly code: 'network-reason' }
  | { readonly code: 'already-so' }
