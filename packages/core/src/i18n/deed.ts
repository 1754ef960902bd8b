import type { CaseAction } from '../case/moves.ts'
import type { ReferralClockAct } from '../referral/deadlines.ts'
import type { LinkMove, ReferralStep } from '../referral/moves.ts'
import { isMessageKey } from './known-key.ts'
import { type Lang, translate } from './translate.ts'

/** What a ledger entry can say was done: the action of its decision. */
export type Deed =
  | 'register'
  | CaseAction
  | 'refer'
  | 'redirect'
  | `referral-${ReferralStep | LinkMove | ReferralClockAct}`
  | `letter-${'draft' | 'change' | 'initial' | 'return' | 'sign' | 'hand-over' | 'confirm' | 'revoke'}`
  | 'tell'
  | `application-${'sent' | 'waiting' | 'granted' | 'refused' | 'withdrawn'}`
  | 'open'
  | 'change'
  | 'add'
  | 'give'
  | 'end'
  | 'list-add'
  | 'list-change'
  | 'list-end'
  | 'calendar-close'
  | 'calendar-open'
  | 'hours-set'
  | 'office-hours'

/** An entry's action as the history tells it: "Diambil petugas". One from a later release is shown by its code. */
export function sayDeed(lang: Lang, action: string): string {
  const key = `did.${action}`
  return isMessageKey(key) ? translate(lang, key) : action
}
