import type { VisitStatus } from '@openslrt/core/visit/visit.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** How each state looks beside its word. */
export const visitTone: Readonly<Record<VisitStatus, Tone>> = {
  planned: 'new',
  done: 'done',
  missed: 'waiting',
  cancelled: 'stopped',
}
