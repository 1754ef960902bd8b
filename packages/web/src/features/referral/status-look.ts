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

/** The list on which the reason of an ended referral stands: each way to end one has its own, with codes in common. */
export const reasonLists: Readonly<Record<ReferralStatus, string | null>> = {
  requested: null,
  accepted: null,
  'in-progress': null,
  'on-hold': null,
  completed: null,
  rejected: 'decline',
  failed: 'unmet',
  cancelled: 'cancel',
  'entered-in-error': null,
}
