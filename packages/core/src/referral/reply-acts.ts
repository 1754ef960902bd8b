import { referralRule } from './moves.ts'
import type { ReferralStatus } from './referral.ts'

/** What an office may do through a reply link: all steps of the asked office, the next one first. */
export const replyActs = ['accept', 'start', 'complete', 'hold', 'fail', 'reject'] as const
export type ReplyAct = (typeof replyActs)[number]

/** Whether the asked office waits for something that it named. */
export const isHeld = (status: ReferralStatus): boolean => status === 'on-hold'

/** REF-20 The acts that the law leaves open to the asked office now. */
export const openToProvider = (status: ReferralStatus): readonly ReplyAct[] =>
  replyActs.filter((act) => referralRule(act).from.includes(status))
