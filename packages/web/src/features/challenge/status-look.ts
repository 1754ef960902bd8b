import type { ChallengeStatus } from '@openslrt/core/challenge/challenge.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** How each state looks beside its word. */
export const challengeTone: Readonly<Record<ChallengeStatus, Tone>> = {
  reported: 'new',
  taken: 'active',
  answered: 'waiting',
  closed: 'done',
  withdrawn: 'stopped',
}
