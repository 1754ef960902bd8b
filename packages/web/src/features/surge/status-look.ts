import type { AffectedStatus, SurgeStatus } from '@openslrt/core/surge/surge.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** How each state looks beside its word. */
export const surgeTone: Readonly<Record<SurgeStatus, Tone>> = { open: 'active', closed: 'done' }
export const affectedTone: Readonly<Record<AffectedStatus, Tone>> = {
  listed: 'waiting',
  queued: 'new',
  done: 'done',
  absent: 'attention',
  dropped: 'stopped',
}
