import type { PsksStatus, ReportStatus } from '@openslrt/core/psks/psks.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** How each state looks beside its word. */
export const psksTone: Readonly<Record<PsksStatus, Tone>> = {
  registered: 'new',
  returned: 'attention',
  verified: 'done',
  ended: 'stopped',
}
export const reportTone: Readonly<Record<ReportStatus, Tone>> = {
  sent: 'waiting',
  returned: 'attention',
  accepted: 'done',
}
