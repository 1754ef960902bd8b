import type { CaseStatus } from '@openslrt/core/case/case.ts'
import type { Tone } from '../ui/status-tag.tsx'

/** How a case's status looks to its citizen: amber where something is asked of them. */
export const toneOf: Readonly<Record<CaseStatus, Tone>> = {
  registered: 'new',
  handling: 'active',
  returned: 'attention',
  recommended: 'active',
  answered: 'attention',
  closed: 'done',
  duplicate: 'stopped',
  cancelled: 'stopped',
  erased: 'stopped',
}
