import type { Permission } from '../access/permission.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Clash } from './since.ts'
import type { ValueFault } from './values.ts'

/** Why something about a person or family is not done. */
export type RegistryRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'village-elsewhere' }
  | { readonly code: 'already-so' }
  | { readonly code: 'registry-value'; readonly variable: string; readonly fault: ValueFault }
  | { readonly code: 'registry-merged' }
  | { readonly code: 'unknown-family' }
  | { readonly code: 'in-another-family' }
  | { readonly code: 'in-no-family' }
  | { readonly code: 'day-ahead' }
  | { readonly code: 'registry-clash'; readonly clashes: readonly Clash[] }
  | { readonly code: 'not-asked' }
  | { readonly code: 'same-person' }
  | { readonly code: 'too-early'; readonly until: Instant }
  | { readonly code: 'still-going' }
