import type { Permission } from '../access/permission.ts'
import type { AssessmentStatus } from './assessment.ts'

/** Why something about an assessment, or about the instrument, is not done. */
export type IndependenceRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'wrong-place' }
  | { readonly code: 'assessment-unknown' }
  | {
      readonly code: 'assessment-step'
      readonly status: AssessmentStatus
      readonly allowedFrom: readonly AssessmentStatus[]
    }
  | { readonly code: 'assessment-there' }
  | { readonly code: 'assessment-year' }
  | { readonly code: 'assessment-indicator' }
  | { readonly code: 'assessment-missing'; readonly count: number }
  | { readonly code: 'assessment-reason'; readonly count: number }
  | { readonly code: 'assessment-unjudged'; readonly count: number }
  | { readonly code: 'assessment-same' }
  | { readonly code: 'instrument-day' }
