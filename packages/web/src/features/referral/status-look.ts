import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** What each state of a referral asks of the person who reads it. */
export const referralTone: Readonly<Record<ReferralStatus, Tone>> = {
  requested: 'new',
  accepted: 'active',
  'in-progress': 'active',
  'on-hold': 'attention',
  completed: 'done',
  rejected: 'stopped',
  failed: 'stopped',
  cancelled: 'stopped',
  'entered-in-error': 'stopped',
}
