import type { Permission } from '../access/permission.ts'
import type { FaultCode } from './check-rule.ts'

/** Why a command about a programme is refused. */
export type ProgrammeRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'unknown-place' }
  | { readonly code: 'programme-unknown' }
  | { readonly code: 'programme-not-yours' }
  | { readonly code: 'programme-place' }
  | { readonly code: 'programme-replaces' }
  | { readonly code: 'programme-over' }
  | { readonly code: 'programme-past' }
  | { readonly code: 'programme-office' }
  | { readonly code: 'programme-excludes' }
  | { readonly code: 'programme-rule'; readonly fault: FaultCode; readonly fact: string }
