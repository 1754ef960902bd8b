import type { ApplicationStatus, NeedStatus, ParticipationStatus } from '@openslrt/core/need/need.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** What each state means to whoever reads it. */
export const needTones: Readonly<Record<NeedStatus, Tone>> = {
  recorded: 'new',
  matched: 'active',
  applied: 'waiting',
  met: 'done',
  unmet: 'attention',
}
export const applicationTones: Readonly<Record<ApplicationStatus, Tone>> = {
  drafted: 'new',
  sent: 'active',
  waiting: 'waiting',
  granted: 'done',
  refused: 'stopped',
  withdrawn: 'stopped',
}
export const participationTones: Readonly<Record<ParticipationStatus, Tone>> = {
  receives: 'done',
  stopped: 'stopped',
  never: 'new',
}
