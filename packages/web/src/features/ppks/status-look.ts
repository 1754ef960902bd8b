import type { PpksStatus, ServiceStatus } from '@openslrt/core/ppks/ppks.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** How each state looks beside its word. */
export const ppksTone: Readonly<Record<PpksStatus, Tone>> = {
  received: 'new',
  assessed: 'waiting',
  planned: 'waiting',
  'in-service': 'active',
  monitored: 'active',
  ended: 'done',
}
export const serviceTone: Readonly<Record<ServiceStatus, Tone>> = {
  planned: 'waiting',
  running: 'active',
  done: 'done',
  stopped: 'stopped',
}
